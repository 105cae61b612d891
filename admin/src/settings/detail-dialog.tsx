import CloseIcon from '@mui/icons-material/Close';
import { Dialog, DialogActions, DialogContent, DialogTitle, IconButton, Link, Stack } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { ErrorNote, Loading } from '../ui/feedback';

/** The id of the row whose details are open, as a parameter of the address. */
export function useOpened(): readonly [string | null, (id: string | null) => void] {
  const [address, setAddress] = useSearchParams();
  const open = (id: string | null) =>
    setAddress((before) => {
      if (id === null) before.delete('open');
      else before.set('open', id);
      return before;
    });
  return [address.get('open'), open];
}

interface Properties {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly maxWidth?: 'sm' | 'md';
  /** Shown instead of the content while the details are read, or if reading failed. */
  readonly isLoading?: boolean;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** The details of one row of a table. */
export function DetailDialog({ title, onClose, actions, maxWidth = 'md', children, ...state }: Properties) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open onClose={onClose} maxWidth={maxWidth} fullWidth aria-labelledby={id}>
      <Stack direction="row" sx={{ alignItems: 'center', pr: 1.5 }}>
        <DialogTitle id={id} sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {title}
        </DialogTitle>
        <IconButton onClick={onClose} aria-label={translate('app.close')}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Stack>
      <DialogContent sx={{ pt: 0.5 }}>
        {state.error ? (
          <ErrorNote error={state.error} {...(state.onRetry && { onRetry: state.onRetry })} />
        ) : state.isLoading ? (
          <Loading />
        ) : (
          <Stack spacing={2}>{children}</Stack>
        )}
      </DialogContent>
      {actions && <DialogActions>{actions}</DialogActions>}
    </Dialog>
  );
}

interface LinkProperties {
  readonly onOpen: () => void;
  /** A time stays on one line. */
  readonly isTime?: boolean;
  readonly children: ReactNode;
}

/** The text of a row that opens its details. */
export const OpenLink = ({ onOpen, isTime, children }: LinkProperties) => (
  <Link
    component="button"
    type="button"
    color="inherit"
    onClick={onOpen}
    sx={{
      display: 'block',
      maxWidth: '100%',
      textAlign: 'start',
      font: 'inherit',
      fontWeight: 550,
      ...(isTime && { whiteSpace: 'nowrap' }),
    }}
  >
    {children}
  </Link>
);
