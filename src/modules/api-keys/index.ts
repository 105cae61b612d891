export { ApiKey, ApiKeySchema } from './api-key.entity.js';
export { ApiKeysQueries } from './api-keys.queries.js';
export { covers } from './scopes.js';
export { ApiKeysModule } from './api-keys.module.js';
export { ApiKeyFacts } from './api-keys.dto.js';
export { apiKeyCreated, apiKeyRevoked, apiKeyRotated, apiKeyUpdated } from './api-keys.events.js';
