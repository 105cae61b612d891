import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../../../platform/database/index.js';
import type { OutboxEvent } from '../../../platform/outbox/index.js';
import { Settings } from '../../settings/index.js';
import { NotificationTiming } from './sending/notification-timing.js';

const CRITICAL = new Set([
  'webhook.disabled',
  'webhook.failing',
  'event.dead_lettered',
  'notification_channel.disabled',
  'security.alert',
  'lead_form.submission_held',
]);

/** Returns whether the admin is notified even without a matching channel. Disabling by a user is not critical. */
export function isCritical({ type, payload }: OutboxEvent): boolean {
  const { object } = payload as { object?: { disabledReason?: unknown } | null };
  return CRITICAL.has(type) && object?.disabledReason !== 'manual';
}

/** Limits alerts per period. Each alert is a separate subject, so an attacker could otherwise fill the mailbox. */
const MOST_ALERTS = 20;
const ALERT = 'security.alert';

const subjectOf = (event: string, resourceId: string): string => `${event} ${resourceId}`;

/** Mails critical events to the setting `admin_email`, at most once an hour for each subject. */
@Injectable()
export class SystemNotices {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly settings: Settings,
    private readonly timing: NotificationTiming,
  ) {}

  /** Returns a filter for new subjects. Only one relay runs at a time, so the filter knows all earlier mails. */
  async load(): Promise<(event: OutboxEvent) => boolean> {
    if ((await this.settings.get('admin_email')) === null) return () => false;
    const rows = await this.queryRunner.rows<{ event: string; resourceId: string }>(sql`
      select event, resource_id as "resourceId" from notification_deliveries
      where channel_id is null and created_at > now() - make_interval(secs => ${this.timing.systemNoticeEvery}::float8)`);
    const reported = new Set(rows.map(({ event, resourceId }) => subjectOf(event, resourceId)));
    let alerts = rows.filter(({ event }) => event === ALERT).length;
    return ({ type, resourceId }) => {
      const subject = subjectOf(type, resourceId);
      if (reported.has(subject) || (type === ALERT && alerts >= MOST_ALERTS)) return false;
      reported.add(subject);
      if (type === ALERT) alerts += 1;
      return true;
    };
  }
}
