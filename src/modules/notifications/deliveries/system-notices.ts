import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import type { OutboxEvent } from '../../../platform/outbox/index.js';
import { Settings } from '../../settings/index.js';
import { NotificationTiming } from './timing.js';

const CRITICAL = new Set(['webhook.disabled', 'webhook.failing', 'event.parked', 'notification_channel.disabled']);

/** Whether somebody must hear of it even where no channel asks for it. What a person switched off himself is no news. */
export function isCritical({ type, payload }: OutboxEvent): boolean {
  const { object } = payload as { object?: { disabledReason?: unknown } | null };
  return CRITICAL.has(type) && object?.disabledReason !== 'manual';
}

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
    return ({ type, resourceId }) => {
      const subject = subjectOf(type, resourceId);
      if (told.has(subject)) return false;
      told.add(subject);
      return true;
    };
  }
}
