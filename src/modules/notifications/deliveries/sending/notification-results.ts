import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { changeBetween } from '../../../../kernel/change.js';
import { Events } from '../../../../kernel/events.js';
import { QueryRunner } from '../../../../platform/database/index.js';
import { notificationChannelDisabled } from '../../channels/channels.events.js';
import { ChannelsQueries } from '../../channels/channels.queries.js';
import type { ChannelDisabledReason } from '../../channels/notification-channel.entity.js';
import { NotificationDeliveryQueue } from '../notification-delivery-queue.js';
import type { DeliveryResult } from './delivery-result.js';
import { NotificationTiming } from './notification-timing.js';

interface Disabling {
  readonly id: string;
  readonly reason: ChannelDisabledReason;
}

/** Writes the results of attempts in the current unit of work. */
@Injectable()
export class NotificationResults {
  private readonly log = new Logger('Notifications');

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly channels: ChannelsQueries,
    private readonly events: Events,
    private readonly queue: NotificationDeliveryQueue,
    private readonly timing: NotificationTiming,
  ) {}

  async commit(results: readonly DeliveryResult[]): Promise<void> {
    if (results.length === 0) return;
    // Locks channels before deliveries, like all code that disables channels, to avoid deadlocks.
    const disabling = await this.writeChannels(results);
    await this.writeDeliveries(results);
    for (const one of disabling) await this.disable(one);
    for (const { outcome, id, channelId, code, detail } of results) {
      if (outcome === 'fails' || outcome === 'closed')
        this.log.warn({ deliveryId: id, channelId, code, detail }, 'A notification was not sent');
    }
  }

  private async writeDeliveries(results: readonly DeliveryResult[]): Promise<void> {
    await this.queryRunner.rows(sql`
      update notification_deliveries d set status = r.status, error_code = r.code, detail = r.detail,
        provider_message_id = coalesce(r."messageId", d.provider_message_id), attempts = d.attempts + r.tried,
        duration_ms = coalesce(r."durationMs", d.duration_ms), collapsed_count = coalesce(r.collapsed,
          d.collapsed_count), attempted_at = case when r.tried > 0 then now() else d.attempted_at end,
        next_attempt_at = now() + make_interval(secs => r.again), completed_at = case when r.status = 'pending'
          then null else now() end
      from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
        as r (id uuid, status varchar, code varchar, detail varchar, "messageId" varchar, tried smallint,
        "durationMs" integer, collapsed integer, again float8)
      where d.id = r.id`);
  }

  /** Updates each channel once for all its results, in the order of ids. Returns the channels to disable. */
  private async writeChannels(results: readonly DeliveryResult[]): Promise<Disabling[]> {
    const byChannel = Map.groupBy(
      results.filter(({ channelId, outcome, pauseSeconds }) => channelId && (outcome ?? pauseSeconds) !== null),
      ({ channelId }) => channelId as string,
    );
    const rows = [...byChannel].map(([id, own]) => ({ id, ...summaryOf(own) })).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (rows.length === 0) return [];
    const found = await this.queryRunner.rows<Disabling & { enabled: boolean; failing: boolean; closed: boolean }>(sql`
      with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, works boolean, error varchar, closed boolean, pause float8)),
      locked as (select c.id from notification_channels c join given on given.id = c.id order by c.id
        for no key update of c)
      update notification_channels c set
        last_sent_at = case when r.works then now() else c.last_sent_at end,
        failing_since = case when r.works then null when r.error is null then c.failing_since
          else coalesce(c.failing_since, now()) end,
        last_error = coalesce(r.error, c.last_error), last_error_at = case when r.error is null then c.last_error_at
          else now() end,
        paused_until = greatest(c.paused_until, now() + make_interval(secs => r.pause))
      from given r join locked on locked.id = r.id where c.id = r.id
      returning c.id, c.enabled, r.closed, coalesce(c.failing_since < now() - make_interval(secs
        => ${this.timing.failingFor}::float8), false) as failing`);
    return found
      .filter(({ enabled, closed, failing }) => enabled && (closed || failing))
      .map(({ id, closed }) => ({ id, reason: closed ? 'rejected' : 'failing' }));
  }

  /** Disables a channel only once: the update locks the row and checks `enabled`. */
  private async disable({ id, reason }: Disabling): Promise<void> {
    const before = await this.channels.get(id, { deleted: 'any' });
    const done = await this.queryRunner.rows(sql`
      update notification_channels set enabled = false, disabled_reason = ${reason}, version = version + 1, updated_at
        = now() where id = ${id} and enabled returning id`);
    if (done.length === 0) return;
    await this.queue.giveUp(id, 'channel-disabled');
    this.events.record(
      notificationChannelDisabled,
      id,
      changeBetween(before, await this.channels.get(id, { deleted: 'any' })),
    );
    this.log.error({ channelId: id, reason }, 'A notification channel was disabled');
  }
}

function summaryOf(results: readonly DeliveryResult[]): {
  works: boolean;
  error: string | null;
  closed: boolean;
  pause: number | null;
} {
  const failed = results.findLast(({ outcome }) => outcome === 'fails' || outcome === 'closed');
  const pauses = results.flatMap(({ pauseSeconds }) => pauseSeconds ?? []);
  return {
    works: results.some(({ outcome }) => outcome === 'works'),
    error: failed ? (failed.detail ?? failed.code) : null,
    closed: results.some(({ outcome }) => outcome === 'closed'),
    pause: pauses.length > 0 ? Math.max(...pauses) : null,
  };
}
