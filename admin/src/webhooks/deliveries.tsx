import { Stack } from '@mui/material';
import type { WebhookDeliveryView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { useEventTypes } from '../events/use-event-types';
import { OpenLink, useOpened } from '../settings/detail-dialog';
import type { Column } from '../settings/data-table';
import { FilterBar, useAsked, usePeriod } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { DeliveryDialog } from './delivery-dialog';
import { DeliveryStatus } from './delivery-status';
import { useErrorText } from './use-error-text';

const STATUSES = ['pending', 'succeeded', 'failed', 'skipped', 'cancelled'];
/** Deliveries change in the background. */
const POLL_MS = 5_000;

function useColumns(onOpen: (id: string) => void): readonly Column<WebhookDeliveryView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const errorTextOf = useErrorText();
  const label = (name: string) => translate(`webhooks.${name}`);
  return [
    {
      name: 'event',
      label: label('event'),
      show: ({ id, eventType, isTest }) => (
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <OpenLink onOpen={() => onOpen(id)}>
            <UserText>{eventType}</UserText>
          </OpenLink>
          {isTest && <Muted>{translate('webhooks.test_mark')}</Muted>}
        </Stack>
      ),
    },
    { name: 'status', label: label('status'), show: ({ status }) => <DeliveryStatus status={status} /> },
    {
      name: 'result',
      label: label('result'),
      from: 'sm',
      show: (delivery) => <UserText>{errorTextOf(delivery) || '—'}</UserText>,
    },
    {
      name: 'attempts',
      label: label('attempts'),
      from: 'md',
      align: 'right',
      show: ({ attemptCount }) => attemptCount,
    },
    { name: 'created', label: label('created'), from: 'sm', show: ({ createdAt }) => dateTime(createdAt) },
    {
      name: 'next',
      label: label('next_attempt'),
      from: 'lg',
      show: ({ nextAttemptAt }) => (nextAttemptAt ? dateTime(nextAttemptAt) : <Muted>—</Muted>),
    },
  ];
}

/** The deliveries of a webhook, newest first. */
export function Deliveries({ id }: { readonly id: string }) {
  const translate = useTranslate();
  const { timeZone } = useFormats();
  const types = useEventTypes() ?? [];
  const [opened, open] = useOpened();
  const asked = { ...useAsked(['status', 'eventType']), ...usePeriod(timeZone) };
  return (
    <>
      <FilterBar
        filters={[
          {
            name: 'status',
            label: translate('webhooks.status'),
            kind: 'choice',
            options: STATUSES.map((value) => ({ value, label: translate(`webhooks.delivery_${value}`) })),
          },
          {
            name: 'eventType',
            label: translate('webhooks.event'),
            kind: types.length > 0 ? 'choice' : 'text',
            options: types.map(({ type }) => ({ value: type, label: type })),
          },
          { name: 'from', label: translate('operations.from'), kind: 'day' },
          { name: 'to', label: translate('operations.to'), kind: 'day' },
        ]}
      />
      <PagedTable<WebhookDeliveryView>
        label={translate('webhooks.deliveries')}
        queryKey={['webhooks', id, 'deliveries']}
        asked={asked}
        read={(parameters) => kontor.webhooks.listDeliveries(id, parameters)}
        columns={useColumns(open)}
        keyOf={(delivery) => delivery.id}
        empty={{ title: translate('webhooks.no_deliveries'), text: translate('webhooks.no_deliveries_text') }}
        refetchMs={POLL_MS}
      />
      {opened !== null && <DeliveryDialog id={opened} onClose={() => open(null)} />}
    </>
  );
}
