import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useCloseNotification, useNotify, useTranslate } from 'react-admin';
import { errorText } from '../api/errors';

interface Properties {
  /** What was done. */
  readonly text: string;
  /** Name of the record. */
  readonly name: string;
  readonly onUndo: () => Promise<unknown>;
}

/** Message about a stored change, with a button that takes the change back. */
export function ActionNote({ text, name, onUndo }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const close = useCloseNotification();
  const [isBusy, setBusy] = useState(false);
  const undo = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      await onUndo();
      close();
      notify('activity.undone', { type: 'success' });
    } catch (error) {
      close();
      notify(errorText(error), { type: 'error' });
    }
  };
  return (
    <Alert
      severity="success"
      variant="filled"
      action={
        <Button sx={{ color: 'inherit' }} loading={isBusy} onClick={() => void undo()}>
          {translate('activity.undo')}
        </Button>
      }
    >
      {text} <bdi>{name.slice(0, 60)}</bdi>
    </Alert>
  );
}
