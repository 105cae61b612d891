import { Injectable } from '@nestjs/common';
import { Events, type EventType } from '../../kernel/events.js';
import { SecurityLog } from '../../kernel/logs/security-log.js';
import type { ApiKey } from './api-key.entity.js';
import type { ApiKeyFacts } from './api-keys.dto.js';
import { apiKeyCreated, apiKeyRevoked } from './api-keys.events.js';

const factsOf = ({ name, keyPrefix, scopes, createdBy }: ApiKey): ApiKeyFacts => ({
  name,
  keyPrefix,
  scopes,
  createdById: createdBy.id,
});

/**
 * Records changes of API keys as events, in the unit of work of the change. Creation and revocation also go to the
 * security log.
 */
@Injectable()
export class KeyNotifier {
  constructor(
    private readonly events: Events,
    private readonly securityLog: SecurityLog,
  ) {}

  async notify(event: EventType<ApiKeyFacts>, key: ApiKey): Promise<void> {
    const facts = factsOf(key);
    this.events.record(event, key.id, facts);
    const details = {
      apiKeyId: key.id,
      keyPrefix: facts.keyPrefix,
      scopes: facts.scopes,
      createdById: facts.createdById,
    };
    if (event === apiKeyCreated)
      await this.securityLog.record({ event: 'api_key_created', description: 'An API key was created.', details });
    if (event === apiKeyRevoked)
      await this.securityLog.record({
        event: 'api_key_revoked',
        severity: 'warning',
        description: 'An API key was revoked.',
        details,
      });
  }
}
