import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import type { UserView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { RecordInput } from '../ui/form';
import { useValues } from '../ui/use-values';
import { isolated } from '../ui/text';
import { OwnedRecords, useOwnedRecords } from './owned-records';
import { TransferProgress } from './transfer-progress';

interface Properties {
  readonly user: UserView;
  readonly onClose: () => void;
}

/** Gives all records of a user to another user. The counts come first. */
export function TransferDialog({ user, onClose }: Properties) {
  const translate = useTranslate();
  const owned = useOwnedRecords(user.id);
  const { values, form } = useValues();
  const [jobId, setJobId] = useState<string>();
  const toUserId = values['toUserId'];
  if (jobId !== undefined) return <TransferRun user={user} jobId={jobId} onClose={onClose} />;
  return (
    <ActionDialog
      title={translate('users.transfer_title', { name: isolated(user.name) })}
      text={translate('users.transfer_text')}
      button={translate('users.transfer_button')}
      fields={['toUserId']}
      isDisabled={!owned.data || owned.data.total === 0 || typeof toUserId !== 'string'}
      onSubmit={async () => {
        const job = await kontor.users.transferRecords(user.id, { toUserId: String(toUserId) });
        setJobId(job.id);
      }}
      onClose={() => undefined}
      onCancel={onClose}
    >
      {(errors) => (
        <>
          <OwnedRecords data={owned.data} error={owned.error} />
          {owned.data && owned.data.total > 0 && (
            <RecordInput
              form={form(errors)}
              name="toUserId"
              label={translate('users.new_owner')}
              resource="users"
              isRequired
            />
          )}
        </>
      )}
    </ActionDialog>
  );
}

export function TransferRun({ user, jobId, onClose }: Properties & { readonly jobId: string }) {
  const translate = useTranslate();
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="transfer-run">
      <DialogTitle id="transfer-run">{translate('users.transfer_title', { name: isolated(user.name) })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <TransferProgress jobId={jobId} userId={user.id} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('app.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
