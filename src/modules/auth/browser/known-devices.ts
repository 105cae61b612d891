import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { hmacSha256, sameSecret } from '../../../platform/crypto/index.js';
import { GeneratedSecrets } from '../../settings/index.js';
import { Cookies } from './cookies.js';
import type { HttpContext } from './http-context.js';

const COOKIE = /^([\w-]{16})\.([0-9a-f]{64})$/;

/**
 * Recognises browsers that signed in to an account before. Failed logins on other devices cannot lock out these
 * browsers.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly cookies: Cookies,
    private readonly secrets: GeneratedSecrets,
  ) {}

  /** Returns the device id if the device cookie was signed for this user. */
  async recognise(request: Request, userId: string | undefined): Promise<string | undefined> {
    const [, device, signature] = COOKIE.exec(this.cookies.device(request) ?? '') ?? [];
    if (!userId || !device || !signature) return undefined;
    return sameSecret(signature, await this.sign(device, userId)) ? device : undefined;
  }

  async remember(http: HttpContext, userId: string, known?: string): Promise<void> {
    const device = known ?? randomBytes(12).toString('base64url');
    this.cookies.setDevice(http, `${device}.${await this.sign(device, userId)}`);
  }

  private async sign(device: string, userId: string): Promise<string> {
    return hmacSha256(await this.secrets.get('device-cookie'), `${device}.${userId}`);
  }
}
