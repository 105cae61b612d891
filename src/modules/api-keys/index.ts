export { ApiKey, ApiKeySchema } from './api-key.entity.js';
export { ApiKeysModule } from './api-keys.module.js';
export { apiKeyCreated, apiKeyRevoked, apiKeyRotated, apiKeyUpdated, type ApiKeyFacts } from './api-keys.events.js';
