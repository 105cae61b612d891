import { Injectable } from '@nestjs/common';

export type WebService = 'discord' | 'slack' | 'telegram';

/**
 * Replaces the origin of a service URL in tests. Users cannot replace the origin, because channel URLs are checked on
 * save.
 */
@Injectable()
export class ServiceAddresses {
  /** Origins of test servers, by service. */
  readonly instead: Partial<Record<WebService, string>> = {};

  get(service: WebService, url: string): string {
    const origin = this.instead[service];
    if (origin === undefined) return url;
    const { pathname, search } = new URL(url);
    return `${origin}${pathname}${search}`;
  }
}
