import type { WebhookView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../fields/field-value';

/** Tone of each state in `tones.ts`. */
const TONES = {
  deleted: 'lost',
  disabled: 'inactive',
  failing: 'lost',
  orphaned: 'pending',
  unused: 'new',
  healthy: 'active',
};
export type Health = keyof typeof TONES;

export function healthOf(webhook: WebhookView): Health {
  if (webhook.deletedAt) return 'deleted';
  if (!webhook.enabled) return 'disabled';
  if (!webhook.isCreatorActive) return 'orphaned';
  if (webhook.failingSince) return 'failing';
  return webhook.lastTriggeredAt ? 'healthy' : 'unused';
}

export function WebhookHealth({ webhook }: { readonly webhook: WebhookView }) {
  const translate = useTranslate();
  const health = healthOf(webhook);
  const reason = health === 'disabled' && webhook.disabledReason;
  return (
    <StatusChip
      label={translate(reason ? `webhooks.disabled_${reason}` : `webhooks.health_${health}`)}
      value={reason && reason !== 'manual' ? 'lost' : TONES[health]}
    />
  );
}
