import { isKontorError, type WebhookView } from '@kontor/sdk';
import { Alert, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { useEditForm } from '../data/use-edit-form';
import type { SaveCalls } from '../data/use-save';
import { ChangeHistory } from '../settings/change-history';
import { Section, SettingsPage } from '../settings/settings-page';
import { TabBar } from '../settings/tab-bar';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { Form } from '../ui/form';
import { useFormats } from '../ui/profile';
import { ExternalLink } from '../ui/text';
import { Deliveries } from './deliveries';
import { WebhookActions } from './webhook-actions';
import { healthOf, WebhookHealth } from './webhook-health';
import { editableWebhook, useWebhookLabels, webhookBodyOf, WebhookInputs } from './webhook-inputs';
import { WebhookStats } from './webhook-stats';

/** Reads a webhook, also a deleted webhook, which is only in the list of deleted webhooks. */
async function readWebhook(id: string): Promise<WebhookView> {
  try {
    return await kontor.webhooks.get(id);
  } catch (error) {
    if (!isKontorError(error) || error.status !== 404) throw error;
    for await (const webhook of kontor.webhooks.list({ deleted: true, limit: 100 }))
      if (webhook.id === id) return webhook;
    throw error;
  }
}

const CALLS = {
  get: async (id: string) => editableWebhook(await kontor.webhooks.get(id)),
  update: async (id: string, body: Record<string, unknown>, options?: object) =>
    kontor.webhooks.update(id, webhookBodyOf(body), options),
} as unknown as SaveCalls;

const textOf = (_: string, value: unknown): string =>
  value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value);

function WebhookForm({ webhook }: { readonly webhook: WebhookView }) {
  const { can } = useAccess();
  const labels = useWebhookLabels();
  const form = useEditForm('webhooks', editableWebhook(webhook) as unknown as RecordData, CALLS);
  const canSave = can('webhooks', 'update') && webhook.deletedAt === null;
  return (
    <Form form={form} labels={labels} canSave={canSave} show={textOf}>
      <WebhookInputs
        // After saving, the inputs of new headers begin again.
        key={webhook.version}
        form={form}
        stored={webhook.headers}
        isDisabled={!canSave}
      />
    </Form>
  );
}

/** Says what is wrong, and what to do. */
function HealthNote({ webhook }: { readonly webhook: WebhookView }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const health = healthOf(webhook);
  const since = webhook.failingSince ?? webhook.disabledAt;
  if (health === 'healthy' || health === 'unused') return null;
  const key = health === 'disabled' ? `note_${webhook.disabledReason ?? 'manual'}` : `note_${health}`;
  return (
    <Alert severity={health === 'failing' ? 'error' : 'warning'}>
      {translate(`webhooks.${key}`, { since: since ? dateTime(since) : '—', smart_count: webhook.failureCount })}
    </Alert>
  );
}

/** One webhook: its health, deliveries, settings and history. */
export function Screen() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { dateTime } = useFormats();
  const labels = useWebhookLabels();
  const { data: webhook, error, refetch } = useQuery({ queryKey: ['record', id], queryFn: () => readWebhook(id) });
  if (isKontorError(error) && error.status === 404) return <EmptyState title={translate('webhooks.missing')} />;
  if (!webhook) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { previousSecretExpiresAt } = webhook;
  return (
    <SettingsPage
      title={webhook.name}
      path={[{ to: '/settings/webhooks', label: translate('settings.webhooks') }]}
      text={<ExternalLink>{webhook.url}</ExternalLink>}
      actions={
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <WebhookHealth webhook={webhook} />
          <WebhookActions webhook={webhook} />
        </Stack>
      }
    >
      <HealthNote webhook={webhook} />
      {previousSecretExpiresAt && (
        <Alert severity="info">{translate('webhooks.two_secrets', { until: dateTime(previousSecretExpiresAt) })}</Alert>
      )}
      <TabBar
        label={webhook.name}
        tabs={[
          {
            name: 'deliveries',
            label: translate('webhooks.deliveries'),
            content: () => (
              <>
                {!webhook.deletedAt && <WebhookStats id={id} />}
                <Deliveries id={id} />
              </>
            ),
          },
          {
            name: 'settings',
            label: translate('webhooks.settings'),
            content: () => (
              <Section title={translate('webhooks.settings')}>
                <WebhookForm webhook={webhook} />
              </Section>
            ),
          },
          {
            name: 'history',
            label: translate('record.tab_history'),
            content: () => (
              <Section title={translate('record.tab_history')}>
                <ChangeHistory resource="webhooks" id={id} labels={labels} />
              </Section>
            ),
          },
        ]}
      />
    </SettingsPage>
  );
}
