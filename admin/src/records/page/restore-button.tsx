import { Alert, Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCloseNotification, useNotify, useTranslate } from 'react-admin';
import { errorText } from '../../api/errors';
import { callsOf } from '../../data/calls';

interface Properties {
  readonly resource: string;
  readonly id: string;
  readonly name: string;
}

/** Message about a deleted record, with a button that restores the record. */
export function RestoreButton({ resource, id, name }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const close = useCloseNotification();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    try {
      await callsOf(resource).restore(id);
      await client.invalidateQueries({ queryKey: [resource] });
      close();
      notify('record.restored', { type: 'success' });
    } catch (error) {
      close();
      notify(errorText(error), { type: 'error' });
    }
  };
  return (
    <Alert
      severity="info"
      variant="filled"
      action={
        <Button sx={{ color: 'inherit' }} loading={isBusy} onClick={() => void restore()}>
          {translate('app.restore')}
        </Button>
      }
    >
      {translate('record.deleted')} <bdi>{name.slice(0, 60)}</bdi>
    </Alert>
  );
}
