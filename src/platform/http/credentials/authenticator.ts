import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../../../kernel/actor.js';
import { UnauthorizedError } from '../../../kernel/errors.js';
import { KnownCredentials } from './known-credentials.js';
import { Overload } from '../overload/overload.js';
import { RequestLimits } from '../rate-limits/request-limits.js';
import { Strategies } from './strategies.js';

/** Finds out who sends a request. Finds strategies by name, so that it does not depend on modules. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly strategies: Strategies,
    private readonly limits: RequestLimits,
    private readonly known: KnownCredentials,
    private readonly overload: Overload,
  ) {}

  async identify(request: Request, response: Response): Promise<Actor> {
    try {
      const actor = await this.strategies.authenticate(strategyFor(request), request, response);
      this.known.accept(request, actor);
      this.overload.signedIn(request);
      return actor;
    } catch (error) {
      if (error instanceof UnauthorizedError) this.limits.countRejected(request, response);
      throw error;
    }
  }
}

/** An explicit credential decides alone. If it is invalid, the cookie of the browser is not used instead. */
function strategyFor({ headers }: Request): string {
  const bearer = /^bearer(\s|$)/i.test(headers.authorization ?? '');
  if (headers['x-api-key'] === undefined) return bearer ? 'bearer' : 'session';
  if (bearer) throw new UnauthorizedError('several-credentials', 'Send an API key or an access token, not both.');
  return 'headerapikey';
}
