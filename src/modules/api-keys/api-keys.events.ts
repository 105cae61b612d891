import { defineEvent } from '../../kernel/events.js';
import { ApiKeyFacts } from './api-keys.dto.js';

// Events tell of everybody's keys, and `api-keys:read` is for one's own.
const carried = { payload: () => ApiKeyFacts, permission: 'api-keys:manage' } as const;

export const apiKeyCreated = defineEvent<ApiKeyFacts>('api_key.created', 'api-keys', 'An API key was made.', carried);
export const apiKeyUpdated = defineEvent<ApiKeyFacts>(
  'api_key.updated',
  'api-keys',
  'The name, scopes, expiry or rate limit of an API key was changed.',
  carried,
);
export const apiKeyRotated = defineEvent<ApiKeyFacts>(
  'api_key.rotated',
  'api-keys',
  'An API key got a new secret.',
  carried,
);
export const apiKeyRevoked = defineEvent<ApiKeyFacts>(
  'api_key.revoked',
  'api-keys',
  'An API key was revoked for good.',
  carried,
);
