import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { ApiKeyView, NewApiKeyView } from '@kontor/sdk';
import { useNotify, useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { CopyField } from '../ui/copy-field';
import { ChoiceInput } from '../ui/form';
import { isolated } from '../ui/text';
import { useValues } from '../ui/use-values';

const OVERLAP_HOURS = [0, 1, 24, 72, 168];

interface Properties {
  readonly apiKey: ApiKeyView;
  readonly onClose: () => void;
}

/** Shows a new secret. The server does not show it again, so a click beside the dialog does not close it. */
export function NewKeyDialog({ apiKey, onClose }: { readonly apiKey: NewApiKeyView; readonly onClose: () => void }) {
  const translate = useTranslate();
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="key-title">
      <DialogTitle id="key-title">{translate('profile.key_created', { name: isolated(apiKey.name) })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Alert severity="warning">{translate('profile.key_once')}</Alert>
          <CopyField label={translate('profile.key_secret')} text={apiKey.key} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('profile.key_stored')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

export function RotateKeyDialog({
  apiKey,
  onCreated,
  onClose,
}: Properties & { readonly onCreated: (key: NewApiKeyView) => void }) {
  const translate = useTranslate();
  const client = useQueryClient();
  const { values, form } = useValues({ overlap: '24' });
  return (
    <ActionDialog
      title={translate('profile.rotate_key_named', { name: isolated(apiKey.name) })}
      text={translate('profile.rotate_text')}
      button={translate('profile.rotate_key')}
      onSubmit={async () => {
        const overlapHours = Number(values['overlap']);
        onCreated(await kontor.apiKeys.rotate(apiKey.id, { overlapHours }, { ifMatch: apiKey }));
        await client.invalidateQueries({ queryKey: ['api-keys'] });
      }}
      onClose={onClose}
    >
      {(errors) => (
        <ChoiceInput
          form={form(errors)}
          name="overlap"
          label={translate('profile.overlap')}
          isRequired
          options={OVERLAP_HOURS.map((hours) => ({
            value: String(hours),
            label: translate('profile.overlap_hours', { smart_count: hours }),
          }))}
        />
      )}
    </ActionDialog>
  );
}

export function RevokeKeyDialog({ apiKey, onClose }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  return (
    <ActionDialog
      title={translate('profile.revoke_key_named', { name: isolated(apiKey.name) })}
      text={translate('profile.revoke_text')}
      button={translate('profile.revoke_key')}
      isDanger
      onSubmit={async () => {
        await kontor.apiKeys.revoke(apiKey.id, { ifMatch: apiKey });
        await client.invalidateQueries({ queryKey: ['api-keys'] });
        notify('profile.revoked', { type: 'success', messageArgs: { name: isolated(apiKey.name) } });
      }}
      onClose={onClose}
    />
  );
}
