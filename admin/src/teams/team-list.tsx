import AddIcon from '@mui/icons-material/Add';
import { Box, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { TeamView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { DataTable, type Column } from '../settings/data-table';
import { SettingsPage } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { RecordInput, TextInput } from '../ui/form';
import { Muted, UserText } from '../ui/text';
import { useValues } from '../ui/use-values';
import { useTeams } from '../users/use-directory';

export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const { data, error, refetch } = useTeams();
  const [isCreating, setCreating] = useState(false);
  const create = can('teams', 'create') && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setCreating(true)}>
      {translate('teams.create')}
    </Button>
  );
  const columns: readonly Column<TeamView>[] = [
    {
      name: 'name',
      label: translate('teams.name'),
      show: (team) => (
        <Box sx={{ fontWeight: 550 }}>
          <UserText to={`/settings/teams/${team.id}`}>{team.name}</UserText>
        </Box>
      ),
    },
    {
      name: 'lead',
      label: translate('teams.lead'),
      show: ({ lead }) => (lead ? <UserText>{lead.name}</UserText> : <Muted>—</Muted>),
    },
    {
      name: 'description',
      label: translate('teams.description'),
      from: 'sm',
      show: ({ description }) => (description ? <UserText>{description}</UserText> : <Muted>—</Muted>),
    },
  ];
  return (
    <SettingsPage title={translate('settings.teams')} text={translate('teams.text')} actions={create}>
      <DataTable<TeamView>
        label={translate('settings.teams')}
        columns={columns}
        items={data}
        keyOf={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={{ title: translate('teams.empty'), text: translate('teams.empty_text'), action: create }}
      />
      {isCreating && <CreateTeamDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  );
}

function CreateTeamDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { values, form: formOf } = useValues();
  return (
    <ActionDialog
      title={translate('teams.create')}
      button={translate('app.save')}
      fields={['name', 'description', 'leadId']}
      onSubmit={async () => {
        const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
        const team = await kontor.teams.create(given as { name: string });
        await client.invalidateQueries({ queryKey: ['teams'] });
        void navigate(`/settings/teams/${team.id}`);
      }}
      onClose={onClose}
    >
      {(errors) => {
        const form = formOf(errors);
        return (
          <>
            <TextInput form={form} name="name" label={translate('teams.name')} isRequired isFocused />
            <TextInput form={form} name="description" label={translate('teams.description')} rows={2} />
            <RecordInput form={form} name="leadId" label={translate('teams.lead')} resource="users" />
          </>
        );
      }}
    </ActionDialog>
  );
}
