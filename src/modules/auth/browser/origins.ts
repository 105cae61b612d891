import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Forbidden } from '../../../kernel/errors.js';
import { Config } from '../../../platform/config/index.js';

/** Whether a browser's request comes from a page of ours: browsers say so themselves, and pages cannot forge it. */
@Injectable()
export class Origins {
  constructor(private readonly config: Config) {}

  /** For requests that a cookie vouches for: nothing said is not good enough. */
  requireOwn(request: Request): void {
    if (!this.isOwn(request)) throw crossSite();
  }

  /** For the login, which carries no cookie yet: only what says that it is foreign is refused, so that programs can sign in too. */
  refuseForeign(request: Request): void {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if ((site !== undefined || origin !== undefined) && site !== 'none' && !this.isOwn(request)) throw crossSite();
  }

  private isOwn(request: Request): boolean {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const isListed = origin !== undefined && this.config.CORS_ORIGINS.includes(origin);
    // A page of a neighbouring host comes with the cookie; the operator says which of them may use it.
    if (site !== undefined) return site === 'same-origin' || (site === 'same-site' && isListed);
    return isListed || (origin !== undefined && origin === this.ownOrigin(request));
  }

  private ownOrigin(request: Request): string {
    return this.config.PUBLIC_URL ?? `${request.protocol}://${request.headers.host ?? ''}`;
  }
}

const crossSite = (): Forbidden =>
  new Forbidden(
    'cross-site-request',
    'A session may be used only by pages of this server or of an allowed origin. Programs use an API key.',
  );
