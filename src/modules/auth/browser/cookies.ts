import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request } from 'express';
import { Config } from '../../../platform/config/index.js';
import { ABSOLUTE_MS } from '../sessions/session.entity.js';
import type { HttpContext } from './http-context.js';

const YEAR = 365 * 24 * 3_600_000;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

type Purpose = 'session' | 'device';

/**
 * Session and device cookies. `__Host-` binds a cookie to this host over https: a sibling domain cannot set the cookie.
 * Plain http is only for loopback hosts, where browsers may not store a Secure cookie.
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

  setSession(http: HttpContext, token: string): void {
    this.write(http, 'session', token, ABSOLUTE_MS);
  }

  setDevice(http: HttpContext, value: string): void {
    this.write(http, 'device', value, YEAR);
  }

  clearSession({ request, response }: HttpContext): void {
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

  private write({ request, response }: HttpContext, purpose: Purpose, value: string, maxAge: number): void {
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
