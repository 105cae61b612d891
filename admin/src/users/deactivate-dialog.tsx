import { Alert, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { UserView } from '@kontor/sdk';
import { useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { RecordInput } from '../ui/form';
import { useValues } from '../ui/use-values';
import { isolated } from '../ui/text';
import { OwnedRecords, useOwnedRecords } from './owned-records';
import { TransferRun } from './transfer-dialog';

interface Properties {
  readonly user: UserView;
  readonly onClose: () => void;
}

/** Ends all access of a user at once, and then gives the records to another user if the person wants this. */
export function DeactivateDialog({ user, onClose }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { access, can } = useAccess();
  const canTransfer = can('users', 'transfer') && access?.recordAccess === 'all';
  const owned = useOwnedRecords(user.id, can('users', 'transfer'));
  const hasRecords = (owned.data?.total ?? 0) > 0;
  const [isTransfer, setTransfer] = useState(true);
  const { values, form } = useValues();
  const [jobId, setJobId] = useState<string>();
  const [isInactive, setInactive] = useState(false);
  const wasDeactivated = useRef(false);
  const toUserId = values['toUserId'];
  const wantsTransfer = canTransfer && hasRecords && isTransfer;
  if (jobId !== undefined) return <TransferRun user={user} jobId={jobId} onClose={onClose} />;

  const send = async () => {
    // After a rejected transfer, the next attempt must not deactivate again.
    if (!wasDeactivated.current) {
      await kontor.users.deactivate(user.id, { ifMatch: user });
      wasDeactivated.current = true;
      setInactive(true);
      notify('users.deactivate_done', { type: 'success', messageArgs: { name: isolated(user.name) } });
    }
    if (wantsTransfer) setJobId((await kontor.users.transferRecords(user.id, { toUserId: String(toUserId) })).id);
    else onClose();
    void client.invalidateQueries({ queryKey: ['users'] });
    void client.invalidateQueries({ queryKey: ['record', user.id] });
  };
  return (
    <ActionDialog
      title={translate('users.deactivate_title', { name: isolated(user.name) })}
      text={translate('users.deactivate_text')}
      button={translate(wantsTransfer ? 'users.deactivate_and_transfer' : 'users.deactivate_button')}
      isDanger
      isDisabled={(can('users', 'transfer') && !owned.data) || (wantsTransfer && typeof toUserId !== 'string')}
      fields={['toUserId']}
      onSubmit={send}
      onClose={() => undefined}
      onCancel={onClose}
    >
      {(errors) => (
        <>
          {isInactive && <Alert severity="warning">{translate('users.transfer_left')}</Alert>}
          {can('users', 'transfer') && <OwnedRecords data={owned.data} error={owned.error} />}
          {canTransfer && hasRecords && (
            <FormControl>
              <FormLabel id="records-choice">{translate('users.records_choice')}</FormLabel>
              <RadioGroup
                aria-labelledby="records-choice"
                value={isTransfer ? 'transfer' : 'leave'}
                onChange={(_, choice) => setTransfer(choice === 'transfer')}
              >
                <FormControlLabel value="transfer" control={<Radio />} label={translate('users.records_transfer')} />
                <FormControlLabel value="leave" control={<Radio />} label={translate('users.records_leave')} />
              </RadioGroup>
            </FormControl>
          )}
          {wantsTransfer && (
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
