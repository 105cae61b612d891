import { Injectable } from '@nestjs/common';

export type WebService = 'discord' | 'slack' | 'telegram';

/** Where the services are. What a channel may be given is checked when it is saved; only whoever builds the application may lead it elsewhere. */
@Injectable()
export class ServiceAddresses {
  /** The origin to call instead of a service's own: a service that a test plays. */
  readonly instead: Partial<Record<WebService, string>> = {};

  of(service: WebService, url: string): string {
    const origin = this.instead[service];
    if (origin === undefined) return url;
    const { pathname, search } = new URL(url);
    return `${origin}${pathname}${search}`;
  }
}
