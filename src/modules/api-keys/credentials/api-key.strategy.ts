import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { HeaderAPIKeyStrategy } from 'passport-headerapikey';
import type { Actor } from '../../../kernel/actor.js';
import { UnauthorizedError } from '../../../kernel/errors.js';
import { requestContext } from '../../../kernel/request-context.js';
import { Strategies } from '../../../platform/http/index.js';
import { KeyCredentials } from './key-credentials.js';

/** Authenticates by the header X-API-Key. Rejects an invalid key instead of treating the request as anonymous. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(HeaderAPIKeyStrategy, 'headerapikey') {
  constructor(
    private readonly credentials: KeyCredentials,
    strategies: Strategies,
  ) {
    // Does not pass the request to the callback: Passport appends the request, but NestJS expects `done` as the last
    // argument.
    super({ header: 'X-API-Key', prefix: '' }, false);
    strategies.add('headerapikey', this);
  }

  async validate(key: string): Promise<Actor> {
    const actor = await this.credentials.identify(key, requestContext()?.ipAddress ?? null);
    if (!actor)
      throw new UnauthorizedError('invalid-credentials', 'This API key is malformed, unknown, expired or revoked.');
    return actor;
  }
}
