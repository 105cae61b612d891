import { useQueryClient } from '@tanstack/react-query';
import { Alert } from '@mui/material';
import type { UserView } from '@kontor/sdk';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { isolated } from '../ui/text';
import { OwnedRecords, useOwnedRecords } from './owned-records';

/** Deletes a user who owns no records. With records, it says what to do first. */
export function DeleteUserDialog({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { can } = useAccess();
  const owned = useOwnedRecords(user.id, can('users', 'transfer'));
  const hasRecords = (owned.data?.total ?? 0) > 0;
  return (
    <ActionDialog
      title={translate('users.delete_title', { name: isolated(user.name) })}
      text={translate('users.delete_text')}
      button={translate('users.delete_button')}
      isDanger
      isDisabled={hasRecords}
      onSubmit={async () => {
        await kontor.users.delete(user.id, { ifMatch: user });
        await client.invalidateQueries({ queryKey: ['users'] });
        notify('users.delete_done', { type: 'success', messageArgs: { name: isolated(user.name) } });
        void navigate('/settings/users');
      }}
      onClose={onClose}
    >
      {can('users', 'transfer') && <OwnedRecords data={owned.data} error={owned.error} />}
      {hasRecords && <Alert severity="info">{translate('users.delete_first_transfer')}</Alert>}
    </ActionDialog>
  );
}
