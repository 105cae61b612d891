import { isKontorError, type TeamView } from '@kontor/sdk';
import { Button, Stack } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import { ChangeHistory } from '../settings/change-history';
import { Section, SettingsPage } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { Form, RecordInput, TextInput } from '../ui/form';
import { isolated } from '../ui/text';
import { TeamMembers } from './team-members';

function useTeamLabels(): Record<string, string> {
  const translate = useTranslate();
  return {
    name: translate('teams.name'),
    description: translate('teams.description'),
    leadId: translate('teams.lead'),
  };
}

function TeamDetails({ team }: { readonly team: TeamView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const labels = useTeamLabels();
  const form = useEditForm('teams', team as unknown as RecordData);
  const canSave = can('teams', 'update');
  const common = (name: string) => ({ form, name, label: labels[name] ?? name, isDisabled: !canSave });
  return (
    <Form form={form} labels={labels} canSave={canSave}>
      <TextInput {...common('name')} isRequired empty="" />
      <TextInput {...common('description')} rows={2} />
      <RecordInput {...common('leadId')} resource="users" help={translate('teams.lead_help')} />
    </Form>
  );
}

/** One team: its details, members and history. */
export function Screen() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { can } = useAccess();
  const labels = useTeamLabels();
  const [isDeleting, setDeleting] = useState(false);
  const { data: team, error, refetch } = useQuery({ queryKey: ['record', id], queryFn: () => kontor.teams.get(id) });
  if (isKontorError(error) && error.status === 404) return <EmptyState title={translate('teams.missing')} />;
  if (!team) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <SettingsPage
      title={team.name}
      path={[{ to: '/settings/teams', label: translate('settings.teams') }]}
      width={760}
      actions={
        can('teams', 'delete') && (
          <Button variant="outlined" color="error" onClick={() => setDeleting(true)}>
            {translate('app.delete')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        <Section title={translate('teams.details')}>
          <TeamDetails team={team} />
        </Section>
        {can('users', 'read') && <TeamMembers team={team} />}
        <Section title={translate('record.tab_history')}>
          <ChangeHistory resource="teams" id={id} labels={labels} />
        </Section>
      </Stack>
      {isDeleting && <DeleteTeamDialog team={team} onClose={() => setDeleting(false)} />}
    </SettingsPage>
  );
}

function DeleteTeamDialog({ team, onClose }: { readonly team: TeamView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <ActionDialog
      title={translate('teams.delete_title', { name: isolated(team.name) })}
      text={translate('teams.delete_text')}
      button={translate('app.delete')}
      isDanger
      onSubmit={async () => {
        await kontor.teams.delete(team.id, { ifMatch: team });
        await client.invalidateQueries({ queryKey: ['teams'] });
        void navigate('/settings/teams');
      }}
      onClose={onClose}
    />
  );
}
