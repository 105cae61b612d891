import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import type { WebhookFacts, WebhookTrouble } from './webhooks-events.dto.js';

type WebhookChange = Change<WebhookFacts>;

export const webhookCreated = defineEvent<WebhookChange>('webhook.created', 'webhooks', 'A webhook was made.');
export const webhookUpdated = defineEvent<WebhookChange>('webhook.updated', 'webhooks', 'A webhook was changed.');
export const webhookDeleted = defineEvent<WebhookChange>('webhook.deleted', 'webhooks', 'A webhook was deleted; it can be restored.');
export const webhookRestored = defineEvent<WebhookChange>('webhook.restored', 'webhooks', 'A deleted webhook was restored.');
export const webhookEnabled = defineEvent<WebhookChange>('webhook.enabled', 'webhooks', 'A webhook gets events again.');
export const webhookDisabled = defineEvent<WebhookTrouble>('webhook.disabled', 'webhooks', 'A webhook gets no events any more: by hand, because it kept failing, or because it answered that it is gone.');
export const webhookSecretRotated = defineEvent<WebhookChange>('webhook.secret_rotated', 'webhooks', 'A webhook got a new secret.');
export const webhookFailing = defineEvent<WebhookTrouble>('webhook.failing', 'webhooks', 'A webhook failed five times in a row.');
/** Never recorded: only a test sends it. */
export const TEST_EVENT = 'webhook.test';
