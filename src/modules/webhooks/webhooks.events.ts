import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { WebhookFacts, WebhookTrouble } from './webhooks-events.dto.js';

type WebhookChange = Change<WebhookFacts>;

const carried = { object: () => WebhookFacts };
const trouble = { payload: () => WebhookTrouble };

export const webhookCreated = defineEvent<WebhookChange>('webhook.created', 'webhooks', 'A webhook was made.', carried);
export const webhookUpdated = defineEvent<WebhookChange>('webhook.updated', 'webhooks', 'A webhook was changed.', {
  ...carried,
  example: { events: [['lead.*'], ['lead.created']] },
});
export const webhookDeleted = defineEvent<WebhookChange>(
  'webhook.deleted',
  'webhooks',
  'A webhook was deleted; it can be restored.',
  carried,
);
export const webhookRestored = defineEvent<WebhookChange>(
  'webhook.restored',
  'webhooks',
  'A deleted webhook was restored.',
  carried,
);
export const webhookEnabled = defineEvent<WebhookChange>(
  'webhook.enabled',
  'webhooks',
  'A webhook gets events again.',
  { ...carried, example: { enabled: [false, true], disabledReason: ['failing', null] } },
);
export const webhookDisabled = defineEvent<WebhookTrouble>(
  'webhook.disabled',
  'webhooks',
  'A webhook gets no events any more: by hand, because it kept failing, or because it answered that it is gone.',
  trouble,
);
export const webhookSecretRotated = defineEvent<WebhookChange>(
  'webhook.secret_rotated',
  'webhooks',
  'A webhook got a new secret.',
  carried,
);
export const webhookFailing = defineEvent<WebhookTrouble>(
  'webhook.failing',
  'webhooks',
  'A webhook failed five times in a row.',
  trouble,
);
/** Never recorded: only a test sends it. */
export const TEST_EVENT = 'webhook.test';
