import AddIcon from '@mui/icons-material/Add';
import { Box, Button } from '@mui/material';
import type { NotificationChannelView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { Column } from '../settings/data-table';
import { FilterBar, useAsked } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { SettingsPage } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { ChannelHealth } from './channel-health';
import { CHANNEL_TYPES, CreateChannelDialog } from './create-channel-dialog';

/** Choices of the state, and the parameters of the API that they stand for. */
const STATES: Readonly<Record<string, object>> = {
  enabled: { enabled: true },
  disabled: { enabled: false },
  deleted: { deleted: true },
};

function useColumns(): readonly Column<NotificationChannelView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`channels.${name}`);
  return [
    {
      name: 'name',
      label: label('name'),
      show: ({ id, name }) => (
        <Box sx={{ fontWeight: 550 }}>
          <UserText to={`/settings/notification-channels/${id}`}>{name}</UserText>
        </Box>
      ),
    },
    { name: 'type', label: label('type'), show: ({ type }) => label(`type_${type}`) },
    { name: 'health', label: label('health'), show: (channel) => <ChannelHealth channel={channel} /> },
    {
      name: 'events',
      label: label('events'),
      from: 'md',
      show: ({ events }) => <UserText>{events.includes('*') ? translate('events.all') : events.join(', ')}</UserText>,
    },
    {
      name: 'last',
      label: label('last_sent'),
      from: 'sm',
      show: ({ lastSentAt }) => (lastSentAt ? dateTime(lastSentAt) : <Muted>—</Muted>),
    },
  ];
}

/** All notification channels with their health. */
export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const [address] = useSearchParams();
  const [isCreating, setCreating] = useState(false);
  const create = can('notification-channels', 'create') && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setCreating(true)}>
      {translate('channels.create')}
    </Button>
  );
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: translate(`channels.${prefix}_${value}`) }));
  return (
    <SettingsPage title={translate('settings.channels')} text={translate('settings.channels_text')} actions={create}>
      <FilterBar
        filters={[
          { name: 'type', label: translate('channels.type'), kind: 'choice', options: choices('type', CHANNEL_TYPES) },
          {
            name: 'state',
            label: translate('channels.health'),
            kind: 'choice',
            options: choices('filter', Object.keys(STATES)),
          },
        ]}
      />
      <PagedTable<NotificationChannelView>
        label={translate('settings.channels')}
        queryKey={['notification-channels']}
        asked={{ ...useAsked(['type']), ...STATES[address.get('state') ?? ''] }}
        read={(parameters) => kontor.notificationChannels.list(parameters)}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={{ title: translate('channels.empty'), text: translate('channels.empty_text'), action: create }}
      />
      {isCreating && <CreateChannelDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  );
}
