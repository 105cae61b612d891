import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import type { Actor } from '../../../kernel/actor.js';
import { Unauthorized } from '../../../kernel/errors.js';
import { SessionTokens } from '../sessions/session-tokens.js';
import { AccessTokens } from './access-tokens.js';

const JWT = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Programs that signed in as a person: `Authorization: Bearer`. No browser adds it by itself, so no page can be made to send it and its origin is not asked for. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionTokens,
  ) {
    super();
  }

  async validate(request: Request): Promise<Actor> {
    const [, token] = JWT.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined)
      throw new Unauthorized(
        'invalid-credentials',
        'Authorization: Bearer takes an access token of POST /auth/token. An API key goes into X-API-Key.',
      );
    const claims = await this.tokens.verify(token);
    const actor = claims && (await this.sessions.living(claims.sessionId));
    if (!actor || actor.userId !== claims.userId)
      throw new Unauthorized(
        'invalid-credentials',
        'This access token is over or was never good. Refresh it, or sign in again.',
      );
    return { ...actor, kind: 'token' };
  }
}
