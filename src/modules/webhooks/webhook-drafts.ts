import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../kernel/errors.js';
import { Config } from '../../platform/config/index.js';
import { Outbound, OutboundFailure } from '../../platform/outbound/index.js';
import { readEventFilter, requireEventChoice } from '../../platform/outbox/index.js';
import { CustomHeaders } from './headers/custom-headers.js';
import type { Webhook } from './webhook.entity.js';
import type { WebhookUpdate } from './webhooks.dto.js';

const bare = (hostname: string): string => hostname.toLowerCase().replace(/\.$/, '');

/** What an endpoint may be: checked before it is stored, and put into the entity. */
@Injectable()
export class WebhookDrafts {
  constructor(
    private readonly config: Config,
    private readonly outbound: Outbound,
    private readonly headers: CustomHeaders,
  ) {}

  apply(webhook: Webhook, { headers, filter, url, events, ...plain }: Omit<WebhookUpdate, 'enabled'>): void {
    if (url !== undefined) webhook.url = this.checkedUrl(url);
    if (events !== undefined) requireEventChoice(events);
    if (events !== undefined) webhook.events = [...events];
    if (filter !== undefined) webhook.filter = filter;
    if (webhook.filter && (filter !== undefined || events !== undefined))
      webhook.filter = readEventFilter(webhook.filter, webhook.events).filter;
    if (headers !== undefined) Object.assign(webhook, this.headers.merge(webhook.id, webhook, headers));
    Object.assign(webhook, Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
  }

  private checkedUrl(text: string): string {
    const url = this.callable(text);
    if (this.config.isProduction && url.protocol !== 'https:')
      throw invalidAt('#/url', 'not-https', 'url must begin with https://');
    if (url.hash !== '') throw invalidAt('#/url', 'fragment', 'url must have no fragment: it is never sent');
    if (this.isOurs(url)) throw invalidAt('#/url', 'own-address', 'url must not be this server: it would tell itself');
    return url.href;
  }

  private callable(text: string): URL {
    try {
      return this.outbound.check(text);
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error;
      // One sentence for every address inside: whoever asks shall not learn which of them exist.
      throw error.code === 'forbidden-address'
        ? invalidAt('#/url', 'destination-not-allowed', 'url must be an address on the public Internet')
        : invalidAt('#/url', error.code, error.message);
    }
  }

  private isOurs(url: URL): boolean {
    if (!this.config.PUBLIC_URL) return url.host === `${this.config.HOST}:${this.config.PORT}`;
    return bare(url.hostname) === bare(new URL(this.config.PUBLIC_URL).hostname);
  }
}
