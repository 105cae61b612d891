export { WebhookMaintenance } from './maintenance/webhook-maintenance.js';
export { Webhook, WebhookSchema } from './webhook.entity.js';
export { WebhookFacts, WebhookTrouble } from './webhooks-events.dto.js';
export {
  webhookCreated,
  webhookDeleted,
  webhookDisabled,
  webhookEnabled,
  webhookFailing,
  webhookRestored,
  webhookSecretRotated,
  webhookUpdated,
} from './webhooks.events.js';
export { WebhooksModule } from './webhooks.module.js';
