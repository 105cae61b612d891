import { useQueryClient } from '@tanstack/react-query';
import type { NewWebhookView, WebhookCreate } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';
import { useValues } from '../ui/use-values';
import { WEBHOOK_FIELDS, webhookBodyOf, WebhookInputs } from './webhook-inputs';

interface Properties {
  readonly onCreated: (webhook: NewWebhookView) => void;
  readonly onClose: () => void;
}

export function CreateWebhookDialog({ onCreated, onClose }: Properties) {
  const translate = useTranslate();
  const client = useQueryClient();
  const { values, form } = useValues({ events: [], isOrdered: false, maxConcurrency: 4 });
  return (
    <ActionDialog
      title={translate('webhooks.create')}
      button={translate('webhooks.create_button')}
      maxWidth="sm"
      fields={WEBHOOK_FIELDS}
      isDisabled={(values['events'] as readonly string[]).length === 0}
      onSubmit={async () => {
        const webhook = await kontor.webhooks.create(webhookBodyOf(values) as unknown as WebhookCreate);
        onCreated(webhook);
        await client.invalidateQueries({ queryKey: ['webhooks'] });
      }}
      onClose={onClose}
    >
      {(errors) => <WebhookInputs form={form(errors)} />}
    </ActionDialog>
  );
}
