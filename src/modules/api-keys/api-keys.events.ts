import { defineEvent } from '../../kernel/events.js';

/** Never the key itself: its public half is enough to know it by. */
export interface ApiKeyFacts {
  readonly name: string;
  readonly keyPrefix: string;
  readonly scopes: readonly string[];
  readonly createdById: string;
}

export const apiKeyCreated = defineEvent<ApiKeyFacts>('api_key.created', 'api-keys', 'An API key was made.');
export const apiKeyUpdated = defineEvent<ApiKeyFacts>('api_key.updated', 'api-keys', 'The name, scopes, expiry or rate limit of an API key was changed.');
export const apiKeyRotated = defineEvent<ApiKeyFacts>('api_key.rotated', 'api-keys', 'An API key got a new secret.');
export const apiKeyRevoked = defineEvent<ApiKeyFacts>('api_key.revoked', 'api-keys', 'An API key was revoked for good.');
