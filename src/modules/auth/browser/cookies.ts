import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request } from 'express';
import { Config } from '../../../platform/config/index.js';
import { ABSOLUTE_MS } from '../sessions/session.entity.js';
import type { BrowserVisit } from './visit.js';

const YEAR = 365 * 24 * 3_600_000;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

type Purpose = 'session' | 'device';

/**
 * The two cookies. `__Host-` binds them to this very host over https: no sibling domain can plant one. Plain http is
 * for one's own machine only, where browsers would not keep a Secure cookie.
 */
@Injectable()
export class Cookies {
  constructor(private readonly config: Config) {}

  session(request: Request): string | undefined {
    return this.read(request, 'session');
  }

  device(request: Request): string | undefined {
    return this.read(request, 'device');
  }

  setSession(visit: BrowserVisit, token: string): void {
    this.write(visit, 'session', token, ABSOLUTE_MS);
  }

  setDevice(visit: BrowserVisit, value: string): void {
    this.write(visit, 'device', value, YEAR);
  }

  clearSession({ request, response }: BrowserVisit): void {
    response.clearCookie(this.nameOf(request, 'session'), this.options(request));
  }

  private read(request: Request, purpose: Purpose): string | undefined {
    const name = `${this.nameOf(request, purpose)}=`;
    return request.headers.cookie
      ?.split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(name))
      ?.slice(name.length);
  }

  private write({ request, response }: BrowserVisit, purpose: Purpose, value: string, maxAge: number): void {
    response.setHeader('Cache-Control', 'private, no-store');
    response.cookie(this.nameOf(request, purpose), value, { ...this.options(request), maxAge });
  }

  private nameOf(request: Request, purpose: Purpose): string {
    return this.isPlain(request) ? `kontor_${purpose}` : `__Host-kontor_${purpose}`;
  }

  private options(request: Request): CookieOptions {
    return { httpOnly: true, secure: !this.isPlain(request), sameSite: 'lax', path: '/' };
  }

  private isPlain(request: Request): boolean {
    return (
      !request.secure && !this.config.PUBLIC_URL?.startsWith('https:') && LOOPBACK.test(request.headers.host ?? '')
    );
  }
}
