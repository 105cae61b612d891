import AddIcon from '@mui/icons-material/Add';
import { Box, Button } from '@mui/material';
import type { NewWebhookView, WebhookView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { Column } from '../settings/data-table';
import { FilterBar } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { SettingsPage } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { CreateWebhookDialog } from './create-webhook-dialog';
import { SecretDialog } from './secret-dialog';
import { WebhookHealth } from './webhook-health';

/** Choices of the state, and the parameters of the API that they stand for. */
const STATES: Readonly<Record<string, object>> = {
  enabled: { enabled: true },
  disabled: { enabled: false },
  failing: { disabledReason: ['failing', 'gone'] },
  deleted: { deleted: true },
};

function useColumns(): readonly Column<WebhookView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`webhooks.${name}`);
  return [
    {
      name: 'name',
      label: label('name'),
      show: ({ id, name, url }) => (
        <>
          <Box sx={{ fontWeight: 550 }}>
            <UserText to={`/settings/webhooks/${id}`}>{name}</UserText>
          </Box>
          <Box sx={{ color: 'text.secondary' }}>
            <UserText>{url}</UserText>
          </Box>
        </>
      ),
    },
    { name: 'health', label: label('health'), show: (webhook) => <WebhookHealth webhook={webhook} /> },
    {
      name: 'events',
      label: label('events'),
      from: 'md',
      show: ({ events }) => <UserText>{events.includes('*') ? translate('events.all') : events.join(', ')}</UserText>,
    },
    {
      name: 'status',
      label: label('last_status'),
      from: 'sm',
      show: ({ lastStatusCode }) => lastStatusCode ?? <Muted>—</Muted>,
    },
    {
      name: 'last',
      label: label('last_request'),
      from: 'sm',
      show: ({ lastTriggeredAt }) => (lastTriggeredAt ? dateTime(lastTriggeredAt) : <Muted>—</Muted>),
    },
  ];
}

/** All webhooks with their health. */
export function Screen() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { can } = useAccess();
  const [address] = useSearchParams();
  const [isCreating, setCreating] = useState(false);
  const [created, setCreated] = useState<NewWebhookView>();
  const create = can('webhooks', 'create') && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setCreating(true)}>
      {translate('webhooks.create')}
    </Button>
  );
  const options = Object.keys(STATES).map((value) => ({ value, label: translate(`webhooks.filter_${value}`) }));
  return (
    <SettingsPage title={translate('settings.webhooks')} text={translate('settings.webhooks_text')} actions={create}>
      <FilterBar filters={[{ name: 'state', label: translate('webhooks.health'), kind: 'choice', options }]} />
      <PagedTable<WebhookView>
        label={translate('settings.webhooks')}
        queryKey={['webhooks']}
        asked={STATES[address.get('state') ?? ''] ?? {}}
        read={(parameters) => kontor.webhooks.list(parameters)}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={{ title: translate('webhooks.empty'), text: translate('webhooks.empty_text'), action: create }}
      />
      {isCreating && <CreateWebhookDialog onCreated={setCreated} onClose={() => setCreating(false)} />}
      {created && <SecretDialog webhook={created} onClose={() => void navigate(`/settings/webhooks/${created.id}`)} />}
    </SettingsPage>
  );
}
