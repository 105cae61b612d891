import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { WebhookFacts, WebhookTrouble } from './webhooks-events.dto.js';

type WebhookChange = Change<WebhookFacts>;

const carried = { object: () => WebhookFacts };
const trouble = { payload: () => WebhookTrouble };

export const webhookCreated = defineEvent<WebhookChange>(
  'webhook.created',
  'webhooks',
  'A webhook was created.',
  carried,
);
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
export const webhookEnabled = defineEvent<WebhookChange>('webhook.enabled', 'webhooks', 'A webhook was enabled.', {
  ...carried,
  example: { enabled: [false, true], disabledReason: ['failing', null] },
});
export const webhookDisabled = defineEvent<WebhookTrouble>(
  'webhook.disabled',
  'webhooks',
  'A webhook was disabled: by a user, after repeated failures, or after an answer 410.',
  trouble,
);
export const webhookSecretRotated = defineEvent<WebhookChange>(
  'webhook.secret_rotated',
  'webhooks',
  'The secret of a webhook was rotated.',
  carried,
);
export const webhookFailing = defineEvent<WebhookTrouble>(
  'webhook.failing',
  'webhooks',
  'A webhook failed five times in a row.',
  trouble,
);
/** Event type of a test delivery. Never stored in the outbox. */
export const TEST_EVENT = 'webhook.test';
