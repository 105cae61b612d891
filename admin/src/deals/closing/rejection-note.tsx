import { Alert } from '@mui/material';
import { useCloseNotification, useTranslate } from 'react-admin';
import { useErrorText } from '../../ui/error-text';

/** Says which deal was not changed, and why. */
export function RejectionNote({ title, error }: { readonly title: string; readonly error: unknown }) {
  const translate = useTranslate();
  const close = useCloseNotification();
  const errorText = useErrorText('deals');
  return (
    <Alert
      severity="error"
      variant="filled"
      onClose={close}
      sx={{ maxWidth: 460, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
    >
      {translate('deals.not_moved')} <bdi>{title.slice(0, 60)}</bdi>
      <br />
      {errorText(error)}
    </Alert>
  );
}
