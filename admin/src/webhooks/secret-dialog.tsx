import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import type { NewWebhookView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { CopyField } from '../ui/copy-field';
import { isolated } from '../ui/text';

interface Properties {
  readonly webhook: NewWebhookView;
  readonly onClose: () => void;
}

/** Shows a new secret. The server does not show it again, so a click beside the dialog does not close it. */
export function SecretDialog({ webhook, onClose }: Properties) {
  const translate = useTranslate();
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="secret-title">
      <DialogTitle id="secret-title">{translate('webhooks.secret_of', { name: isolated(webhook.name) })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Alert severity="warning">{translate('webhooks.secret_once')}</Alert>
          <CopyField label={translate('webhooks.secret')} text={webhook.secret} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('webhooks.secret_stored')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
