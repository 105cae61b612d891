import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { HeaderAPIKeyStrategy } from 'passport-headerapikey';
import type { Actor } from '../../kernel/actor.js';
import { Unauthorized } from '../../kernel/errors.js';
import { requestContext } from '../../kernel/request-context.js';
import { KeyCredentials } from './key-credentials.js';

/** Programs: the header X-API-Key. What does not hold is refused; it never counts as nobody. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(HeaderAPIKeyStrategy, 'headerapikey') {
  constructor(private readonly credentials: KeyCredentials) {
    // The request is not handed on: Nest takes the last argument for the callback, and this strategy puts the request there.
    super({ header: 'X-API-Key', prefix: '' }, false);
  }

  async validate(key: string): Promise<Actor> {
    const actor = await this.credentials.identify(key, requestContext()?.ipAddress ?? null);
    if (!actor) throw new Unauthorized('invalid-credentials', 'This API key is mistyped, unknown, expired or revoked.');
    return actor;
  }
}
