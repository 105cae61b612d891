import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material';
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { fieldErrorsOf } from '../api/errors';
import { ErrorNote } from './feedback';

type FieldErrors = Readonly<Record<string, string>>;

interface Properties {
  readonly title: string;
  readonly text?: ReactNode;
  readonly button: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly maxWidth?: 'xs' | 'sm' | 'md';
  /** Fields. `errors` holds the texts of invalid fields of the last attempt. */
  readonly children?: ReactNode | ((errors: FieldErrors) => ReactNode);
  /** Names of the fields that show their own error. */
  readonly fields?: readonly string[];
  readonly onSubmit: () => Promise<void>;
  /** Called after success, and without `onCancel` also if the person gives up. */
  readonly onClose: () => void;
  readonly onCancel?: () => void;
}

/** A dialog for one action. It closes after success; an error keeps the dialog and everything typed. */
export function ActionDialog({ title, text, button, children, fields = [], onSubmit, onClose, ...look }: Properties) {
  const translate = useTranslate();
  const id = useId();
  const cancel = look.onCancel ?? onClose;
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const errors = fieldErrorsOf(error);
  const isShownAtFields = Object.keys(errors).length > 0 && Object.keys(errors).every((name) => fields.includes(name));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={isBusy ? undefined : cancel}
      maxWidth={look.maxWidth ?? 'xs'}
      fullWidth
      aria-labelledby={`${id}-title`}
    >
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 0.75 }}>
            {text && <DialogContentText component="div">{text}</DialogContentText>}
            {error !== undefined && !isShownAtFields && <ErrorNote error={error} />}
            {typeof children === 'function' ? children(errors) : children}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={cancel} disabled={isBusy}>
            {translate('app.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={look.isDanger ? 'error' : 'primary'}
            loading={isBusy}
            disabled={look.isDisabled}
          >
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
