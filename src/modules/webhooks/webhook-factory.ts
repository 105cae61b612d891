import { Injectable } from '@nestjs/common';
import { requireRecentAuth } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { invalidAt } from '../../kernel/errors.js';
import { SecurityLog } from '../../kernel/logs/security-log.js';
import { isWebAddress } from '../../kernel/values/web-address.js';
import { Config } from '../../platform/config/index.js';
import { Outbound, OutboundFailure } from '../../platform/outbound/index.js';
import { readEventFilter, requireEventChoice } from '../../platform/outbox/index.js';
import { CustomHeaders } from './headers/custom-headers.js';
import type { Webhook } from './webhook.entity.js';
import type { WebhookUpdate } from './webhooks.dto.js';

/** Returns whether the origin changes. False if there is no earlier URL. */
export const isElsewhere = (before: string, after: string): boolean =>
  before !== '' && new URL(before).origin !== new URL(after).origin;

const bare = (hostname: string): string => hostname.toLowerCase().replace(/\.$/, '');

/** Validates the input for a webhook and applies the input to the entity. */
@Injectable()
export class WebhookFactory {
  constructor(
    private readonly config: Config,
    private readonly outbound: Outbound,
    private readonly headers: CustomHeaders,
    private readonly security: SecurityLog,
  ) {}

  apply(webhook: Webhook, { headers, filter, url, events, ...plain }: Omit<WebhookUpdate, 'enabled'>): void {
    if (url !== undefined) this.direct(webhook, this.checkedUrl(url));
    if (events !== undefined) requireEventChoice(events);
    if (events !== undefined) webhook.events = [...events];
    if (filter !== undefined) webhook.filter = filter;
    if (webhook.filter && (filter !== undefined || events !== undefined))
      webhook.filter = readEventFilter(webhook.filter, webhook.events).filter;
    if (headers !== undefined) Object.assign(webhook, this.headers.merge(webhook.id, webhook, headers));
    Object.assign(webhook, Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
  }

  /** Deletes the headers if the origin changes, because headers may contain secrets for the earlier origin. */
  private direct(webhook: Webhook, url: string): void {
    if (isElsewhere(webhook.url, url)) Object.assign(webhook, { headers: null, headerHints: [] });
    webhook.url = url;
  }

  /** Requires a recent authentication for a new origin and writes to the security log. */
  async recordUrlChange(
    actor: Actor,
    { id, name, url, headerHints }: Webhook,
    { from, hints }: { readonly from: string; readonly hints: readonly string[] },
  ): Promise<void> {
    requireRecentAuth(actor);
    const cleared = hints.filter((hint) => !headerHints.some((current) => current.name === hint));
    const to = new URL(url).origin;
    await this.security.record({
      event: 'destination_changed',
      severity: 'warning',
      description: `The webhook ${name} now points to ${to}${cleared.length > 0 ? '; its headers were cleared' : ''}.`,
      details: { webhookId: id, from: new URL(from).origin, to, clearedHeaders: cleared },
    });
  }

  private checkedUrl(text: string): string {
    const url = this.callable(text);
    if (!isWebAddress(text))
      throw invalidAt(
        '#/url',
        'is-url',
        'url must have no user name, password, backslash, blanks, control or direction marks',
      );
    if (this.config.isProduction && url.protocol !== 'https:')
      throw invalidAt('#/url', 'not-https', 'url must begin with https://');
    if (url.hash !== '')
      throw invalidAt('#/url', 'fragment', 'url must have no fragment, because fragments are not sent');
    if (this.isOwnAddress(url)) throw invalidAt('#/url', 'own-address', 'url must not be an address of this server');
    return url.href;
  }

  private callable(text: string): URL {
    try {
      return this.outbound.check(text);
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error;
      // All internal addresses get the same message, so that a caller cannot find out which addresses exist.
      throw error.code === 'forbidden-address'
        ? invalidAt('#/url', 'destination-not-allowed', 'url must be an address on the public Internet')
        : invalidAt('#/url', error.code, error.message);
    }
  }

  private isOwnAddress(url: URL): boolean {
    if (!this.config.PUBLIC_URL) return url.host === `${this.config.HOST}:${this.config.PORT}`;
    return bare(url.hostname) === bare(new URL(this.config.PUBLIC_URL).hostname);
  }
}
