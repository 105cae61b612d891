import AddIcon from '@mui/icons-material/PersonAddOutlined';
import { Box, Button, Stack } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { TeamView, UserView } from '@kontor/sdk';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { Pages } from '../records/page/pages';
import { Section } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { RecordInput } from '../ui/form';
import { isolated, Muted, UserText } from '../ui/text';
import { useValues } from '../ui/use-values';
import { UserStateChip } from '../users/user-state';

/** The members of a team. To add or remove a member moves the records of the member too. */
export function TeamMembers({ team }: { readonly team: TeamView }) {
  const translate = useTranslate();
  const { access, can } = useAccess();
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<UserView>();
  const canChange = can('teams', 'update') && access?.recordAccess === 'all';
  const isExplained = can('teams', 'update') && !canChange;
  return (
    <Section
      title={translate('teams.members')}
      text={translate(isExplained ? 'teams.members_need_all' : 'teams.members_text')}
      actions={
        canChange && (
          <Button variant="outlined" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {translate('teams.add')}
          </Button>
        )
      }
    >
      <Pages<UserView>
        queryKey={['users', 'team', team.id]}
        read={(options) => kontor.teams.listMembers(team.id, { ...options, sort: ['name'] })}
        keyOf={({ id }) => id}
        empty={{ title: translate('teams.no_members'), text: translate('teams.no_members_text') }}
      >
        {(member) => (
          <Stack
            direction="row"
            spacing={1.5}
            sx={{ alignItems: 'center', minHeight: 48, borderTop: 1, borderColor: 'divider' }}
          >
            <Box sx={{ flex: 1, minWidth: 0, fontSize: '0.8125rem' }}>
              <Box sx={{ fontWeight: 550 }}>
                <UserText to={`/settings/users/${member.id}`}>{member.name}</UserText>
              </Box>
              <Muted>
                <UserText>{member.title ?? member.email}</UserText>
              </Muted>
            </Box>
            <UserStateChip user={member} />
            {canChange && (
              <Button
                onClick={() => setRemoved(member)}
                aria-label={translate('teams.remove_member', { name: isolated(member.name) })}
              >
                {translate('teams.remove')}
              </Button>
            )}
          </Stack>
        )}
      </Pages>
      {isAdding && <AddMemberDialog team={team} onClose={() => setAdding(false)} />}
      {removed && <RemoveMemberDialog team={team} member={removed} onClose={() => setRemoved(undefined)} />}
    </Section>
  );
}

function useRefreshMembers(team: TeamView): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['users'] });
    await client.invalidateQueries({ queryKey: ['record', team.id] });
  };
}

function AddMemberDialog({ team, onClose }: { readonly team: TeamView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefreshMembers(team);
  const { values, form } = useValues();
  const userId = values['userId'];
  return (
    <ActionDialog
      title={translate('teams.add')}
      text={translate('teams.add_text')}
      button={translate('teams.add')}
      isDisabled={typeof userId !== 'string'}
      onSubmit={async () => {
        await kontor.teams.addMember(team.id, String(userId));
        await refresh();
        notify('teams.added', { type: 'success' });
      }}
      onClose={onClose}
    >
      {(errors) => (
        <RecordInput form={form(errors)} name="userId" label={translate('teams.member')} resource="users" isRequired />
      )}
    </ActionDialog>
  );
}

interface RemoveProperties {
  readonly team: TeamView;
  readonly member: UserView;
  readonly onClose: () => void;
}

function RemoveMemberDialog({ team, member, onClose }: RemoveProperties) {
  const translate = useTranslate();
  const refresh = useRefreshMembers(team);
  return (
    <ActionDialog
      title={translate('teams.remove_title', { name: isolated(member.name) })}
      text={translate('teams.remove_text')}
      button={translate('teams.remove')}
      isDanger
      onSubmit={async () => {
        await kontor.teams.removeMember(team.id, member.id);
        await refresh();
      }}
      onClose={onClose}
    />
  );
}
