import { isKontorError, type RoleView } from '@kontor/sdk';
import { Alert, Button, Chip, Link, Stack } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useNavigate, useParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { ChangeHistory } from '../settings/change-history';
import { Section, SettingsPage } from '../settings/settings-page';
import { ActionDialog } from '../ui/action-dialog';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { isolated, UserText } from '../ui/text';
import { RoleForm, useRoleLabels } from './role-form';
import { useGrants } from './use-grants';

const SHOWN = 8;

/** One role: its permissions as a matrix, who has the role, and history. */
export function Screen() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { can } = useAccess();
  const labels = useRoleLabels();
  const { reasonAgainst } = useGrants();
  const [isDeleting, setDeleting] = useState(false);
  const { data: role, error, refetch } = useQuery({ queryKey: ['record', id], queryFn: () => kontor.roles.get(id) });
  if (isKontorError(error) && error.status === 404) return <EmptyState title={translate('roles.missing')} />;
  if (!role) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  const reason = reasonAgainst(role);
  const canDelete = can('roles', 'manage') && !role.isSystem && reason === undefined;
  return (
    <SettingsPage
      title={role.name}
      {...(role.description && { text: <UserText isCut={false}>{role.description}</UserText> })}
      path={[{ to: '/settings/roles', label: translate('settings.roles') }]}
      actions={
        <>
          {role.isSystem && <Chip label={translate('roles.built_in')} variant="outlined" />}
          {canDelete && (
            <Button variant="outlined" color="error" onClick={() => setDeleting(true)}>
              {translate('app.delete')}
            </Button>
          )}
        </>
      }
    >
      <Stack spacing={2}>
        {role.isSystem && <Alert severity="info">{translate('roles.built_in_text')}</Alert>}
        {!role.isSystem && can('roles', 'manage') && reason && <Alert severity="info">{reason}</Alert>}
        <RoleForm role={role} />
        {can('users', 'read') && <RoleUsers role={role} />}
        <Section title={translate('record.tab_history')}>
          <ChangeHistory resource="roles" id={id} labels={labels} />
        </Section>
      </Stack>
      {isDeleting && <DeleteRoleDialog role={role} onClose={() => setDeleting(false)} />}
    </SettingsPage>
  );
}

/** Who has the role now. A change of the role applies to them at once. */
function RoleUsers({ role }: { readonly role: RoleView }) {
  const translate = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['users', 'role', role.id],
    queryFn: () => kontor.users.list({ roleId: [role.id], limit: SHOWN, count: 'exact', sort: ['name'] }),
  });
  const count = data?.total?.count ?? 0;
  return (
    <Section
      title={translate('roles.users')}
      text={data && translate(count === 0 ? 'roles.nobody' : 'roles.users_count', { smart_count: count })}
      actions={
        count > SHOWN && (
          <Button component={RouterLink} to={`/settings/users?role=${role.id}`} variant="outlined">
            {translate('roles.all_users')}
          </Button>
        )
      }
    >
      {error && <ErrorNote error={error} />}
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {data?.data.map((user) => (
          <Chip
            key={user.id}
            component={RouterLink}
            to={`/settings/users/${user.id}`}
            clickable
            variant="outlined"
            title={user.name}
            label={<bdi>{user.name}</bdi>}
            sx={{ maxWidth: 220 }}
          />
        ))}
      </Stack>
      {data && count === 0 && (
        <Link component={RouterLink} to="/settings/users">
          {translate('roles.give')}
        </Link>
      )}
    </Section>
  );
}

function DeleteRoleDialog({ role, onClose }: { readonly role: RoleView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <ActionDialog
      title={translate('roles.delete_title', { name: isolated(role.name) })}
      text={translate('roles.delete_text')}
      button={translate('app.delete')}
      isDanger
      onSubmit={async () => {
        await kontor.roles.delete(role.id, { ifMatch: role });
        await client.invalidateQueries({ queryKey: ['roles'] });
        void navigate('/settings/roles');
      }}
      onClose={onClose}
    />
  );
}
