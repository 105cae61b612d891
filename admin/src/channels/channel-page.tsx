import { isKontorError, type NotificationChannelView } from '@kontor/sdk';
import { Alert, Button, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import type { SaveCalls } from '../data/use-save';
import { ChangeHistory } from '../settings/change-history';
import { Section, SettingsPage } from '../settings/settings-page';
import { TabBar } from '../settings/tab-bar';
import { useAction } from '../settings/use-action';
import { ActionDialog } from '../ui/action-dialog';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { Form } from '../ui/form';
import { useFormats } from '../ui/profile';
import { isolated } from '../ui/text';
import { ChannelDeliveries } from './channel-deliveries';
import { ChannelHealth, channelHealth } from './channel-health';
import { channelBodyOf, ChannelInputs, editableChannel, useChannelLabels } from './channel-inputs';

/** Reads a channel, also a deleted channel, which is only in the list of deleted channels. */
async function readChannel(id: string): Promise<NotificationChannelView> {
  try {
    return await kontor.notificationChannels.get(id);
  } catch (error) {
    if (!isKontorError(error) || error.status !== 404) throw error;
    for await (const channel of kontor.notificationChannels.list({ deleted: true, limit: 100 }))
      if (channel.id === id) return channel;
    throw error;
  }
}

const CALLS = {
  get: async (id: string) => editableChannel(await kontor.notificationChannels.get(id)),
  update: (id: string, body: Record<string, unknown>, options?: object) =>
    kontor.notificationChannels.update(id, channelBodyOf(body), options),
} as unknown as SaveCalls;

const textOf = (_: string, value: unknown): string =>
  value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value);

function ChannelForm({ channel }: { readonly channel: NotificationChannelView }) {
  const { can } = useAccess();
  const labels = useChannelLabels();
  const form = useEditForm('notification-channels', editableChannel(channel) as unknown as RecordData, CALLS);
  const canSave = can('notification-channels', 'update') && channel.deletedAt === null;
  return (
    <Form form={form} labels={labels} canSave={canSave} show={textOf}>
      <ChannelInputs form={form} type={channel.type} channel={channel} isDisabled={!canSave} />
    </Form>
  );
}

function ChannelActions({ channel }: { readonly channel: NotificationChannelView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const [, setAddress] = useSearchParams();
  const [isDeleting, setDeleting] = useState(false);
  const { run, busy } = useAction([['notification-channels'], ['record', channel.id]]);
  const { id, enabled, deletedAt } = channel;
  const { notificationChannels } = kontor;
  const precondition = { ifMatch: channel };
  const canUpdate = can('notification-channels', 'update');
  const button = (name: string, label: string, work: () => PromiseLike<unknown>, done?: string) => (
    <Button variant="outlined" loading={busy === name} onClick={() => void run(name, work, done)}>
      {translate(label)}
    </Button>
  );
  const test = async () => setAddress({ tab: 'deliveries', open: (await notificationChannels.test(id)).id });
  if (deletedAt)
    return canUpdate
      ? button('restore', 'app.restore', () => notificationChannels.restore(id, precondition), 'record.restored')
      : null;
  return (
    <>
      {canUpdate && button('test', 'channels.test', test)}
      {canUpdate &&
        (enabled
          ? button(
              'switch',
              'webhooks.disable',
              () => notificationChannels.disable(id, precondition),
              'channels.was_disabled',
            )
          : button(
              'switch',
              'webhooks.enable',
              () => notificationChannels.enable(id, precondition),
              'channels.was_enabled',
            ))}
      {can('notification-channels', 'delete') && (
        <Button variant="outlined" color="error" onClick={() => setDeleting(true)}>
          {translate('app.delete')}
        </Button>
      )}
      {isDeleting && <DeleteDialog channel={channel} onClose={() => setDeleting(false)} />}
    </>
  );
}

function DeleteDialog({
  channel,
  onClose,
}: {
  readonly channel: NotificationChannelView;
  readonly onClose: () => void;
}) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { run } = useAction([['notification-channels']]);
  return (
    <ActionDialog
      title={translate('channels.delete_title', { name: isolated(channel.name) })}
      text={translate('channels.delete_text')}
      button={translate('app.delete')}
      isDanger
      onSubmit={async () => {
        await kontor.notificationChannels.delete(channel.id, { ifMatch: channel });
        void navigate('/settings/notification-channels');
        await run('refresh', () => Promise.resolve(), 'channels.deleted');
      }}
      onClose={onClose}
    />
  );
}

/** One channel: messages, settings and history. */
export function Screen() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { dateTime } = useFormats();
  const labels = useChannelLabels();
  const { data: channel, error, refetch } = useQuery({ queryKey: ['record', id], queryFn: () => readChannel(id) });
  if (isKontorError(error) && error.status === 404) return <EmptyState title={translate('channels.missing')} />;
  if (!channel) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  const health = channelHealth(channel);
  const isFine = health === 'healthy' || health === 'unused';
  return (
    <SettingsPage
      title={channel.name}
      path={[{ to: '/settings/notification-channels', label: translate('settings.channels') }]}
      text={translate(`channels.type_${channel.type}`)}
      actions={
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <ChannelHealth channel={channel} />
          <ChannelActions channel={channel} />
        </Stack>
      }
    >
      {!isFine && (
        <Alert severity={health === 'failing' || health === 'rejected' ? 'error' : 'warning'}>
          {translate(`channels.note_${health}`)} {channel.lastError && <bdi>{channel.lastError}</bdi>}
          {channel.lastErrorAt && ` (${dateTime(channel.lastErrorAt)})`}
        </Alert>
      )}
      <TabBar
        label={channel.name}
        tabs={[
          {
            name: 'settings',
            label: translate('channels.settings'),
            content: () => (
              <Section title={translate('channels.settings')}>
                <ChannelForm channel={channel} />
              </Section>
            ),
          },
          {
            name: 'deliveries',
            label: translate('channels.deliveries'),
            content: () => <ChannelDeliveries id={id} />,
          },
          {
            name: 'history',
            label: translate('record.tab_history'),
            content: () => (
              <Section title={translate('record.tab_history')}>
                <ChangeHistory resource="notification-channels" id={id} labels={labels} />
              </Section>
            ),
          },
        ]}
      />
    </SettingsPage>
  );
}
