import { Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { NotificationDeliveryView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useEventTypes } from '../events/use-event-types';
import { StatusChip } from '../fields/field-value';
import { pathOf } from '../metadata/references';
import type { Column } from '../settings/data-table';
import { DetailDialog, OpenLink, useOpened } from '../settings/detail-dialog';
import { Facts } from '../settings/facts';
import { FilterBar, useAsked, usePeriod } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { useAction } from '../settings/use-action';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';

/** Tones of `tones.ts`. */
const TONES = {
  pending: 'pending',
  sent: 'active',
  failed: 'lost',
  skipped: 'inactive',
  suppressed: 'inactive',
} as const;
/** Deliveries change in the background. */
const POLL_MS = 5_000;

function Status({ status }: { readonly status: NotificationDeliveryView['status'] }) {
  const translate = useTranslate();
  return <StatusChip label={translate(`channels.delivery_${status}`)} value={TONES[status]} />;
}

function useColumns(onOpen: (id: string) => void): readonly Column<NotificationDeliveryView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`channels.${name}`);
  return [
    {
      name: 'event',
      label: label('event'),
      show: ({ id, event, trigger }) => (
        <OpenLink onOpen={() => onOpen(id)}>
          <UserText>{trigger === 'test' ? label('trigger_test') : event}</UserText>
        </OpenLink>
      ),
    },
    { name: 'status', label: label('status'), show: ({ status }) => <Status status={status} /> },
    { name: 'detail', label: label('detail'), from: 'sm', show: ({ detail }) => <UserText>{detail ?? '—'}</UserText> },
    { name: 'attempts', label: label('attempts'), from: 'md', align: 'right', show: ({ attempts }) => attempts },
    { name: 'created', label: label('created'), from: 'sm', show: ({ createdAt }) => dateTime(createdAt) },
  ];
}

/** The messages of a channel, newest first. */
export function ChannelDeliveries({ id }: { readonly id: string }) {
  const translate = useTranslate();
  const { timeZone } = useFormats();
  const types = useEventTypes() ?? [];
  const [opened, open] = useOpened();
  return (
    <>
      <FilterBar
        filters={[
          {
            name: 'status',
            label: translate('channels.status'),
            kind: 'choice',
            options: Object.keys(TONES).map((value) => ({ value, label: translate(`channels.delivery_${value}`) })),
          },
          {
            name: 'event',
            label: translate('channels.event'),
            kind: types.length > 0 ? 'choice' : 'text',
            options: types.map(({ type }) => ({ value: type, label: type })),
          },
          { name: 'from', label: translate('operations.from'), kind: 'day' },
          { name: 'to', label: translate('operations.to'), kind: 'day' },
        ]}
      />
      <PagedTable<NotificationDeliveryView>
        label={translate('channels.deliveries')}
        queryKey={['notification-channels', id, 'deliveries']}
        asked={{ ...useAsked(['status', 'event']), ...usePeriod(timeZone) }}
        read={(parameters) => kontor.notificationChannels.listDeliveries(id, parameters)}
        columns={useColumns(open)}
        keyOf={(delivery) => delivery.id}
        empty={{ title: translate('channels.no_deliveries'), text: translate('channels.no_deliveries_text') }}
        refetchMs={POLL_MS}
      />
      {opened !== null && <DeliveryDialog id={opened} onClose={() => open(null)} />}
    </>
  );
}

/** One message: its result, and why it was not delivered. */
function DeliveryDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { dateTime, number } = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['notification-channels', 'delivery', id],
    queryFn: () => kontor.notificationChannels.getDelivery(id),
    refetchInterval: ({ state }) => (state.data?.status === 'pending' ? POLL_MS : false),
  });
  const { run, busy } = useAction([['notification-channels']]);
  const label = (name: string) => translate(`channels.${name}`);
  const time = (value: string | null | undefined) => value && dateTime(value);
  const record = data?.resourceId && data.resourceType && pathOf(data.resourceType, data.resourceId);
  return (
    <DetailDialog
      title={data ? label(`title_${data.trigger}`) : label('delivery')}
      maxWidth="sm"
      onClose={onClose}
      error={error}
      onRetry={() => void refetch()}
      isLoading={!data}
      actions={
        can('notification-channels', 'update') &&
        data?.trigger !== 'test' && (
          <Button
            variant="contained"
            loading={busy === 'resend'}
            disabled={!data || data.status === 'pending'}
            onClick={() => void run('resend', () => kontor.notificationChannels.resendDelivery(id), 'channels.resent')}
          >
            {label('resend')}
          </Button>
        )
      }
    >
      {data && (
        <Facts
          facts={[
            [label('status'), <Status key="status" status={data.status} />],
            [label('event'), data.event],
            [label('record'), record ? <UserText to={record}>{record}</UserText> : undefined],
            [label('detail'), data.detail],
            [label('error_code'), data.errorCode],
            [label('attempts'), String(data.attempts)],
            [
              label('duration'),
              data.durationMs !== null && translate('operations.ms', { count: number(data.durationMs) }),
            ],
            [label('created'), time(data.createdAt)],
            [label('attempted'), time(data.attemptedAt)],
            [label('next_attempt'), time(data.nextAttemptAt)],
            [label('completed'), time(data.completedAt)],
            [label('message_id'), data.providerMessageId],
            [label('collapsed'), data.collapsedCount !== null && number(data.collapsedCount)],
          ]}
        />
      )}
    </DetailDialog>
  );
}
