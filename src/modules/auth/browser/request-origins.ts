import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ForbiddenError } from '../../../kernel/errors.js';
import { Config } from '../../../platform/config/index.js';

/** Checks by Origin and Sec-Fetch-Site whether a request comes from an own page. Pages cannot forge these headers. */
@Injectable()
export class RequestOrigins {
  constructor(private readonly config: Config) {}

  /** Rejects requests with a cookie from other pages, and also requests without these headers. */
  requireOwn(request: Request): void {
    if (!this.isOwn(request)) throw crossSite();
  }

  /** Rejects logins from other pages. A login has no cookie yet, so programs without these headers are accepted. */
  rejectForeign(request: Request): void {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if ((site !== undefined || origin !== undefined) && site !== 'none' && !this.isOwn(request)) throw crossSite();
  }

  private isOwn(request: Request): boolean {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const isListed = origin !== undefined && this.config.CORS_ORIGINS.includes(origin);
    // Browsers send the cookie also for pages of sibling hosts. Only origins in CORS_ORIGINS are accepted.
    if (site !== undefined) return site === 'same-origin' || (site === 'same-site' && isListed);
    return isListed || (origin !== undefined && origin === this.ownOrigin(request));
  }

  private ownOrigin(request: Request): string {
    return this.config.PUBLIC_URL ?? `${request.protocol}://${request.headers.host ?? ''}`;
  }
}

const crossSite = (): ForbiddenError =>
  new ForbiddenError(
    'cross-site-request',
    'Sessions can be used only by pages of this server or of an allowed origin. Programs must use an API key.',
  );
