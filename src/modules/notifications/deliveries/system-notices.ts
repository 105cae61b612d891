import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import type { OutboxEvent } from '../../../platform/outbox/index.js';
import { Settings } from '../../settings/index.js';
import { NotificationTiming } from './timing.js';

const CRITICAL = new Set([
  'webhook.disabled',
  'webhook.failing',
  'event.parked',
  'notification_channel.disabled',
  'security.alert',
]);

/** Whether somebody must hear of it even where no channel asks for it. What a person switched off himself is no news. */
export function isCritical({ type, payload }: OutboxEvent): boolean {
  const { object } = payload as { object?: { disabledReason?: unknown } | null };
  return CRITICAL.has(type) && object?.disabledReason !== 'manual';
}

/** Each alert is a subject of its own, so they are counted: an attacker must not fill a mailbox. */
const MOST_ALERTS = 20;
const ALERT = 'security.alert';

const subjectOf = (event: string, resourceId: string): string => `${event} ${resourceId}`;

/** Mail to the setting `admin_email`: what the system needs a person for, once an hour for each subject. */
@Injectable()
export class SystemNotices {
  constructor(
    private readonly reader: Reader,
    private readonly settings: Settings,
    private readonly timing: NotificationTiming,
  ) {}

  /** Relays run one at a time, so what this one has seen, and what was written, is all there is. */
  async load(): Promise<(event: OutboxEvent) => boolean> {
    if ((await this.settings.get('admin_email')) === null) return () => false;
    const rows = await this.reader.rows<{ event: string; resourceId: string }>(sql`
      select event, resource_id as "resourceId" from notification_deliveries
      where channel_id is null and created_at > now() - make_interval(secs => ${this.timing.systemNoticeEvery}::float8)`);
    const told = new Set(rows.map(({ event, resourceId }) => subjectOf(event, resourceId)));
    let alerts = rows.filter(({ event }) => event === ALERT).length;
    return ({ type, resourceId }) => {
      const subject = subjectOf(type, resourceId);
      if (told.has(subject) || (type === ALERT && alerts >= MOST_ALERTS)) return false;
      told.add(subject);
      if (type === ALERT) alerts += 1;
      return true;
    };
  }
}
