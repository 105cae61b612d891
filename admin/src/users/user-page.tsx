import { isKontorError, type UserView } from '@kontor/sdk';
import { Box, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { ChangeHistory } from '../settings/change-history';
import { Section, SettingsPage } from '../settings/settings-page';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';
import { UserActions } from './user-actions';
import { UserDetails, useUserLabels } from './user-details';
import { UserRoles } from './user-roles';
import { UserStateChip } from './user-state';

/** Reads a user, also a deleted user, who is only in the list of deleted users. */
async function readUser(id: string): Promise<UserView> {
  try {
    return await kontor.users.get(id);
  } catch (error) {
    if (!isKontorError(error) || error.status !== 404) throw error;
    const { data } = await kontor.users.search({
      filter: { field: 'id', op: 'eq', value: id } as never,
      deleted: true,
      limit: 1,
    });
    const [deleted] = data;
    if (!deleted) throw error;
    return deleted;
  }
}

/** One user: details, roles, actions and history. */
export function Screen() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { can } = useAccess();
  const { dateTime } = useFormats();
  const labels = useUserLabels();
  const { data: user, error, refetch } = useQuery({ queryKey: ['record', id], queryFn: () => readUser(id) });
  if (isKontorError(error) && error.status === 404)
    return <EmptyState title={translate('users.missing')} text={translate('record.missing_text')} />;
  if (!user) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  const path = [{ to: '/settings/users', label: translate('settings.users') }];
  return (
    <SettingsPage
      title={user.name}
      path={path}
      actions={<UserStateChip user={user} />}
      text={
        <>
          <UserText isCut={false}>{user.email}</UserText>
          {' · '}
          {user.lastLoginAt
            ? translate('users.signed_in_at', { at: dateTime(user.lastLoginAt) })
            : translate('users.invited_at', { at: dateTime(user.createdAt) })}
        </>
      }
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <Section title={translate('users.details')}>
            <UserDetails user={user} />
          </Section>
          <UserActions user={user} />
        </Stack>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <Section title={translate('users.roles')} text={translate('users.roles_text')}>
            <UserRoles user={user} />
          </Section>
          {can('users', 'update') && (
            <Section title={translate('record.tab_history')}>
              <ChangeHistory resource="users" id={id} labels={labels} />
            </Section>
          )}
        </Stack>
      </Box>
    </SettingsPage>
  );
}
