import AddIcon from '@mui/icons-material/Add';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { UserView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { RecordPage } from '../data/calls';
import { readPage } from '../data/page-cursors';
import { DataTable, type Column } from '../settings/data-table';
import { PageTurner } from '../settings/page-turner';
import { SettingsPage } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { InviteDialog } from './invite-dialog';
import { UserFilters } from './user-filters';
import { UserStateChip } from './user-state';

const SIZE = 25;

/** The filter in the address bar, as parameters of the API. */
function askedBy(address: URLSearchParams) {
  const text = address.get('q')?.trim();
  const status = address.get('status');
  return {
    ...(text && { q: text }),
    ...(status === 'deleted' ? { deleted: true } : status && { status: [status as 'active'] }),
    ...(address.get('role') && { roleId: [address.get('role') ?? ''] }),
    ...(address.get('team') && { teamId: [address.get('team') ?? ''] }),
  };
}

function useUsers(address: URLSearchParams, page: number) {
  const asked = askedBy(address);
  return useQuery<RecordPage>({
    queryKey: ['users', 'list', asked, page],
    placeholderData: (former) => former,
    queryFn: ({ signal }) => {
      const read = (cursor: string | undefined) =>
        kontor.users.list({ ...asked, sort: ['name'], limit: SIZE, count: 'exact', signal, ...(cursor && { cursor }) });
      return readPage(JSON.stringify(['users', asked]), page, read as unknown as () => PromiseLike<RecordPage>);
    },
  });
}

function useColumns(): readonly Column<UserView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`users.${name}`);
  return [
    {
      name: 'name',
      label: label('name'),
      show: (user) => (
        <>
          <Box sx={{ fontWeight: 550 }}>
            <UserText to={`/settings/users/${user.id}`}>{user.name}</UserText>
          </Box>
          {user.name !== user.email && (
            <Box sx={{ color: 'text.secondary' }}>
              <UserText>{user.email}</UserText>
            </Box>
          )}
        </>
      ),
    },
    { name: 'status', label: label('status'), show: (user) => <UserStateChip user={user} /> },
    {
      name: 'roles',
      label: label('roles'),
      from: 'sm',
      show: ({ roles }) =>
        roles.length > 0 ? <UserText>{roles.map(({ name }) => name).join(', ')}</UserText> : <Muted>—</Muted>,
    },
    {
      name: 'team',
      label: label('team'),
      from: 'md',
      show: ({ team }) => (team ? <UserText>{team.name}</UserText> : <Muted>—</Muted>),
    },
    {
      name: 'manager',
      label: label('manager'),
      from: 'lg',
      show: ({ manager }) => (manager ? <UserText>{manager.name}</UserText> : <Muted>—</Muted>),
    },
    {
      name: 'lastLoginAt',
      label: label('last_sign_in'),
      from: 'md',
      show: ({ lastLoginAt }) => (lastLoginAt ? dateTime(lastLoginAt) : <Muted>{translate('users.never')}</Muted>),
    },
  ];
}

/** All users with their state. The filter is in the address bar. */
export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const [address, setAddress] = useSearchParams();
  const [isInviting, setInviting] = useState(false);
  const page = Math.max(1, Number(address.get('page')) || 1);
  const { data, error, refetch } = useUsers(address, page);
  const columns = useColumns();
  const turn = (to: number) =>
    setAddress((before) => {
      before.set('page', String(to));
      return before;
    });
  const isFiltered = Object.keys(askedBy(address)).length > 0;
  return (
    <SettingsPage
      title={translate('settings.users')}
      text={translate('settings.users_text')}
      actions={
        can('users', 'create') && (
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setInviting(true)}>
            {translate('users.invite')}
          </Button>
        )
      }
    >
      <UserFilters />
      <DataTable<UserView>
        label={translate('settings.users')}
        columns={columns}
        items={data?.data as unknown as UserView[] | undefined}
        keyOf={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={{
          title: translate(isFiltered ? 'users.no_match' : 'users.empty'),
          text: translate(isFiltered ? 'users.no_match_text' : 'users.empty_text'),
          action: isFiltered && (
            <Button variant="outlined" onClick={() => setAddress({})}>
              {translate('list.clear_filters')}
            </Button>
          ),
        }}
        footer={
          data && (
            <Stack direction="row" sx={{ alignItems: 'center', px: 1.5, py: 0.75 }}>
              <Typography variant="body2" color="textSecondary" role="status" sx={{ flex: 1 }}>
                {translate('users.count', { smart_count: data.total?.count ?? data.data.length })}
              </Typography>
              <PageTurner page={page} hasMore={data.pageInfo.hasMore} onTurn={turn} />
            </Stack>
          )
        }
      />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </SettingsPage>
  );
}
