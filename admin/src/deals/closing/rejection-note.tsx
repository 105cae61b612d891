import { Alert } from '@mui/material';
import { useCloseNotification, useTranslate } from 'react-admin';
import { errorText } from '../../api/errors';

/** Says which deal was not changed, and why. */
export function RejectionNote({ title, error }: { readonly title: string; readonly error: unknown }) {
  const translate = useTranslate();
  const close = useCloseNotification();
  return (
    <Alert severity="error" variant="filled" onClose={close} sx={{ maxWidth: 460, overflowWrap: 'anywhere' }}>
      {translate('deals.not_moved')} <bdi>{title.slice(0, 60)}</bdi>
      <br />
      {errorText(error)}
    </Alert>
  );
}
