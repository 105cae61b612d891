import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import type { Actor } from '../../../kernel/actor.js';
import { UnauthorizedError } from '../../../kernel/errors.js';
import { Strategies } from '../../../platform/http/index.js';
import { Cookies } from '../browser/cookies.js';
import { RequestOrigins } from '../browser/request-origins.js';
import { SessionTokens } from './session-tokens.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Authenticates browsers by the session cookie. Requests that change data must also come from an own page. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(
    private readonly cookies: Cookies,
    private readonly origins: RequestOrigins,
    private readonly tokens: SessionTokens,
    strategies: Strategies,
  ) {
    super();
    strategies.add('session', this);
  }

  async validate(request: Request): Promise<Actor | undefined> {
    const token = this.cookies.session(request);
    if (token === undefined) return undefined;
    if (!SAFE.has(request.method)) this.origins.requireOwn(request);
    const actor = await this.tokens.identify(token);
    if (!actor)
      throw new UnauthorizedError('invalid-credentials', 'This session has expired or was ended. Sign in again.');
    return actor;
  }
}
