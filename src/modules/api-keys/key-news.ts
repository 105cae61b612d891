import { Injectable } from '@nestjs/common';
import { Events, type EventType } from '../../kernel/events.js';
import { SecurityLog } from '../../kernel/security-log.js';
import type { ApiKey } from './api-key.entity.js';
import type { ApiKeyFacts } from './api-keys.dto.js';
import { apiKeyCreated, apiKeyRevoked } from './api-keys.events.js';

const factsOf = ({ name, keyPrefix, scopes, createdBy }: ApiKey): ApiKeyFacts => ({
  name,
  keyPrefix,
  scopes,
  createdById: createdBy.id,
});

/** Says what happened to a key, in the unit of work of the change: as an event, and in the security log when one appears or dies. */
@Injectable()
export class KeyNews {
  constructor(
    private readonly events: Events,
    private readonly securityLog: SecurityLog,
  ) {}

  async tell(event: EventType<ApiKeyFacts>, key: ApiKey): Promise<void> {
    const facts = factsOf(key);
    this.events.record(event, key.id, facts);
    const details = {
      apiKeyId: key.id,
      keyPrefix: facts.keyPrefix,
      scopes: facts.scopes,
      createdById: facts.createdById,
    };
    if (event === apiKeyCreated)
      await this.securityLog.record({ event: 'api_key_created', description: 'An API key was made.', details });
    if (event === apiKeyRevoked)
      await this.securityLog.record({
        event: 'api_key_revoked',
        severity: 'warning',
        description: 'An API key was revoked.',
        details,
      });
  }
}
