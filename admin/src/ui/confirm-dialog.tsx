import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface Properties {
  readonly title: string;
  readonly button: string;
  readonly children: ReactNode;
  readonly isBusy?: boolean;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before an action that is hard to undo. */
export function ConfirmDialog(properties: Properties) {
  const { title, button, children, isBusy = false, isDangerous = false, isDisabled = false } = properties;
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open onClose={isBusy ? undefined : properties.onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
      <DialogActions>
        <Button onClick={properties.onClose} disabled={isBusy}>
          {translate('app.cancel')}
        </Button>
        <Button
          variant="contained"
          color={isDangerous ? 'error' : 'primary'}
          loading={isBusy}
          disabled={isDisabled}
          onClick={properties.onConfirm}
        >
          {button}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
