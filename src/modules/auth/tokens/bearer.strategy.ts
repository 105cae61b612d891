import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import type { Actor } from '../../../kernel/actor.js';
import { UnauthorizedError } from '../../../kernel/errors.js';
import { Strategies } from '../../../platform/http/index.js';
import { SessionTokens } from '../sessions/session-tokens.js';
import { AccessTokens } from './access-tokens.js';

const JWT = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * Authenticates by `Authorization: Bearer`. Browsers do not add this header by themselves, so no check of the origin is
 * needed.
 */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionTokens,
    strategies: Strategies,
  ) {
    super();
    strategies.add('bearer', this);
  }

  async validate(request: Request): Promise<Actor> {
    const [, token] = JWT.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined)
      throw new UnauthorizedError(
        'invalid-credentials',
        'Authorization: Bearer needs an access token from POST /auth/token. Send an API key in X-API-Key.',
      );
    const claims = await this.tokens.verify(token);
    const actor = claims && (await this.sessions.activeSession(claims.sessionId));
    if (!actor || actor.userId !== claims.userId)
      throw new UnauthorizedError(
        'invalid-credentials',
        'This access token is expired or invalid. Refresh it, or sign in again.',
      );
    return { ...actor, kind: 'token' };
  }
}
