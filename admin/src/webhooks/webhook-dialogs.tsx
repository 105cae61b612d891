import { Alert, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { NewWebhookView, WebhookView } from '@kontor/sdk';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { kontor } from '../api/kontor';
import { instantOf } from '../fields/local-time';
import { ActionDialog } from '../ui/action-dialog';
import { ChoiceInput, FieldGrid, FlagInput } from '../ui/form';
import { useFormats } from '../ui/profile';
import { isolated } from '../ui/text';
import { useValues } from '../ui/use-values';

const OVERLAP_DAYS = [0, 1, 3, 7];

interface Properties {
  readonly webhook: WebhookView;
  readonly onClose: () => void;
}

const useRefresh = (id: string) => {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['webhooks'] }),
      client.invalidateQueries({ queryKey: ['record', id] }),
    ]);
};

export function RotateSecretDialog({
  webhook,
  onRotated,
  onClose,
}: Properties & { readonly onRotated: (webhook: NewWebhookView) => void }) {
  const translate = useTranslate();
  const refresh = useRefresh(webhook.id);
  const { values, form } = useValues({ overlap: '1' });
  return (
    <ActionDialog
      title={translate('webhooks.rotate_title', { name: isolated(webhook.name) })}
      text={translate('webhooks.rotate_text')}
      button={translate('webhooks.rotate')}
      onSubmit={async () => {
        const overlapDays = Number(values['overlap']);
        onRotated(await kontor.webhooks.rotateSecret(webhook.id, { overlapDays }, { ifMatch: webhook }));
        await refresh();
      }}
      onClose={onClose}
    >
      {(errors) => (
        <ChoiceInput
          form={form(errors)}
          name="overlap"
          label={translate('webhooks.overlap')}
          isRequired
          options={OVERLAP_DAYS.map((days) => ({
            value: String(days),
            label: translate('webhooks.overlap_days', { smart_count: days }),
          }))}
        />
      )}
    </ActionDialog>
  );
}

/** Sends failed and skipped deliveries of a period again. */
export function RecoverDialog({ webhook, onClose }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh(webhook.id);
  const { timeZone } = useFormats();
  const { values, form } = useValues({ failed: true, skipped: true });
  const statuses = (['failed', 'skipped'] as const).filter((status) => values[status] === true);
  const instant = (name: string) => instantOf(String(values[name] ?? ''), timeZone);
  const since = instant('since');
  return (
    <ActionDialog
      title={translate('webhooks.recover_title')}
      text={translate('webhooks.recover_text', { zone: timeZone })}
      button={translate('webhooks.recover')}
      fields={['since', 'until', 'statuses']}
      isDisabled={since === null || statuses.length === 0}
      maxWidth="sm"
      onSubmit={async () => {
        const until = instant('until');
        await kontor.webhooks.recover(webhook.id, { since: since ?? '', statuses, ...(until && { until }) });
        await refresh();
        notify('webhooks.recovering', { type: 'success' });
      }}
      onClose={onClose}
    >
      {(errors) => {
        const inputs = form(errors);
        return (
          <>
            {!webhook.enabled && <Alert severity="warning">{translate('webhooks.recover_disabled')}</Alert>}
            <FieldGrid>
              {(['since', 'until'] as const).map((name) => (
                <TextField
                  key={name}
                  id={`recover-${name}`}
                  type="datetime-local"
                  label={translate(`webhooks.${name}`)}
                  required={name === 'since'}
                  value={String(values[name] ?? '')}
                  onChange={({ target }) => inputs.set(name, target.value)}
                  error={errors[name] !== undefined}
                  helperText={errors[name] ?? (name === 'until' ? translate('webhooks.until_help') : undefined)}
                  slotProps={{ inputLabel: { shrink: true } }}
                />
              ))}
            </FieldGrid>
            <FlagInput form={inputs} name="failed" label={translate('webhooks.recover_failed')} />
            <FlagInput form={inputs} name="skipped" label={translate('webhooks.recover_skipped')} />
          </>
        );
      }}
    </ActionDialog>
  );
}

export function DeleteWebhookDialog({ webhook, onClose }: Properties) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const refresh = useRefresh(webhook.id);
  return (
    <ActionDialog
      title={translate('webhooks.delete_title', { name: isolated(webhook.name) })}
      text={translate('webhooks.delete_text')}
      button={translate('app.delete')}
      isDanger
      onSubmit={async () => {
        await kontor.webhooks.delete(webhook.id, { ifMatch: webhook });
        void navigate('/settings/webhooks');
        await refresh();
        notify('webhooks.deleted', { type: 'success' });
      }}
      onClose={onClose}
    />
  );
}
