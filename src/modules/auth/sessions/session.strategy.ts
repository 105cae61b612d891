import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-custom';
import type { Actor } from '../../../kernel/actor.js';
import { Unauthorized } from '../../../kernel/errors.js';
import { Cookies } from '../browser/cookies.js';
import { Origins } from '../browser/origins.js';
import { SessionTokens } from './session-tokens.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Browsers: the session's cookie, and for everything that changes something proof that the page is our own. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(
    private readonly cookies: Cookies,
    private readonly origins: Origins,
    private readonly tokens: SessionTokens,
  ) {
    super();
  }

  async validate(request: Request): Promise<Actor | undefined> {
    const token = this.cookies.session(request);
    if (token === undefined) return undefined;
    if (!SAFE.has(request.method)) this.origins.requireOwn(request);
    const actor = await this.tokens.identify(token);
    if (!actor) throw new Unauthorized('invalid-credentials', 'This session is over. Sign in again.');
    return actor;
  }
}
