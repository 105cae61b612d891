import type { WebhookView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { EventChoice } from '../events/event-choice';
import { EventFilter, filterOf } from '../events/event-filter';
import { FieldGrid, FlagInput, TextInput, type Values } from '../ui/form';
import { NumberInput } from '../ui/number-input';
import { HeadersInput } from './headers-input';

const FIELDS = ['name', 'url', 'description', 'events', 'filter', 'headers', 'maxConcurrency', 'isOrdered'] as const;
export const WEBHOOK_FIELDS: readonly string[] = FIELDS;

export function useWebhookLabels(): Record<string, string> {
  const translate = useTranslate();
  return Object.fromEntries(
    [...FIELDS, 'enabled', 'disabledReason', 'secret', 'createdById'].map((name) => [
      name,
      translate(`webhooks.${name}`),
    ]),
  );
}

/** Returns typed values as the body of a request: the filter is an object, and unknown headers have no empty name. */
export function webhookBodyOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...values, ...('filter' in values && { filter: filterOf(values['filter']) }) };
}

/** Returns a webhook in the form of the inputs: the filter as text, and a hint for each stored header. */
export const editableWebhook = (webhook: WebhookView) => ({
  ...webhook,
  filter: webhook.filter ? JSON.stringify(webhook.filter) : null,
  headers: Object.fromEntries(webhook.headers.map(({ name, last4 }) => [name, last4 ? `…${last4}` : '…'])),
});

interface Properties {
  readonly form: Values;
  readonly stored?: WebhookView['headers'];
  readonly isDisabled?: boolean;
}

/** The fields of a new webhook and of a stored webhook. */
export function WebhookInputs({ form, stored = [], isDisabled = false }: Properties) {
  const translate = useTranslate();
  const labels = useWebhookLabels();
  const common = (name: (typeof FIELDS)[number]) => ({ form, name, label: labels[name] ?? name, isDisabled });
  return (
    <>
      <TextInput {...common('name')} isRequired empty="" />
      <TextInput {...common('url')} type="url" isRequired empty="" help={translate('webhooks.url_help')} />
      <EventChoice {...common('events')} />
      <EventFilter form={form} name="filter" isDisabled={isDisabled} />
      <TextInput {...common('description')} rows={2} />
      <HeadersInput form={form} stored={stored} isDisabled={isDisabled} />
      <FieldGrid>
        <NumberInput {...common('maxConcurrency')} help={translate('webhooks.maxConcurrency_help')} />
        <FlagInput {...common('isOrdered')} help={translate('webhooks.isOrdered_help')} />
      </FieldGrid>
    </>
  );
}
