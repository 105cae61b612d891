import { defineEvent } from '../../kernel/events.js';
import { ApiKeyFacts } from './api-keys.dto.js';

// Events contain the keys of all users, but `api-keys:read` allows only reading own keys.
const carried = { payload: () => ApiKeyFacts, permission: 'api-keys:manage' } as const;

export const apiKeyCreated = defineEvent<ApiKeyFacts>(
  'api_key.created',
  'api-keys',
  'An API key was created.',
  carried,
);
export const apiKeyUpdated = defineEvent<ApiKeyFacts>(
  'api_key.updated',
  'api-keys',
  'The name, scopes, expiry or rate limit of an API key was changed.',
  carried,
);
export const apiKeyRotated = defineEvent<ApiKeyFacts>(
  'api_key.rotated',
  'api-keys',
  'The secret of an API key was rotated.',
  carried,
);
export const apiKeyRevoked = defineEvent<ApiKeyFacts>(
  'api_key.revoked',
  'api-keys',
  'An API key was permanently revoked.',
  carried,
);
