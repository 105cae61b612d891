import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Events } from '../../../../kernel/events.js';
import { QueryRunner } from '../../../../platform/database/index.js';
import { succeeded } from './delivery-outcome.js';
import type { DeliveryReport } from './delivery-attempts.js';
import type { WebhookDisabledReasonName } from '../../webhook.entity.js';
import type { WebhookFacts } from '../../webhooks-events.dto.js';
import { webhookDisabled, webhookFailing } from '../../webhooks.events.js';
import { WebhookDeliveryQueue } from '../webhook-delivery-queue.js';

interface Health {
  readonly webhookId: string;
  readonly hasSucceeded: boolean;
  /** Failures since the last success in this batch. */
  readonly failures: number;
  readonly statusCode: number | null;
  /** Whether the webhook will be disabled. The row is then always locked. */
  readonly isGone: boolean;
}

const NOTIFY_AFTER = 5;
const facts = sql`id, name, events, enabled, disabled_reason as "disabledReason"`;

/**
 * Records the health of webhooks. Locks webhooks before their deliveries and in the order of ids, to avoid deadlocks.
 */
@Injectable()
export class EndpointHealth {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly events: Events,
    private readonly queue: WebhookDeliveryQueue,
  ) {}

  /**
   * Records the results of attempts. Updates a healthy webhook with an unchanged status code at most every five
   * seconds.
   */
  async note(reports: readonly DeliveryReport[]): Promise<void> {
    const healths = healthsOf(reports);
    if (healths.length === 0) return;
    const failing = await this.queryRunner.rows<{ id: string }>(sql`
      with given as (select * from jsonb_to_recordset(${JSON.stringify(healths)}::jsonb)
        as g ("webhookId" uuid, "hasSucceeded" boolean, failures int, "statusCode" smallint, "isGone" boolean)),
      locked as (
        select w.id, given.* from webhooks w join given on given."webhookId" = w.id
        where given."isGone" or given.failures > 0 or w.failure_count > 0 or w.last_status_code is distinct
          from given."statusCode" or w.last_triggered_at is null or w.last_triggered_at < now() - interval '5 seconds'
        order by w.id for update of w),
      changed as (
        update webhooks w set
          failure_count = case when locked."hasSucceeded" then 0 else w.failure_count end + locked.failures,
          failing_since = case when locked.failures = 0 then null when locked."hasSucceeded" then now()
            else coalesce(w.failing_since, now()) end,
          failing_notified_at = case when locked."hasSucceeded" then null else w.failing_notified_at end,
          last_status_code = locked."statusCode", last_triggered_at = now()
        from locked where locked.id = w.id returning w.id, w.failure_count, w.failing_notified_at)
      select id from changed where failure_count >= ${NOTIFY_AFTER}::int and failing_notified_at is null order by id`);
    if (failing.length > 0)
      await this.notifyFailing(
        failing.map(({ id }) => id),
        reports,
      );
  }

  /**
   * Disables the webhooks that are still enabled and records one event for each. Pending deliveries become `skipped`.
   */
  async disable(webhookIds: readonly string[], reason: WebhookDisabledReasonName): Promise<string[]> {
    if (webhookIds.length === 0) return [];
    const disabled = await this.queryRunner.rows<WebhookFacts>(sql`
      with locked as (select id from webhooks where id = any(${[...webhookIds]}::uuid[]) and enabled and deleted_at
        is null order by id for update)
      update webhooks set enabled = false, disabled_reason = ${reason}, disabled_at = now(), updated_at = now(), version
        = version + 1
      where id in (select id from locked) returning ${facts}`);
    for (const webhook of disabled) {
      await this.queue.pause(webhook.id, 'skipped');
      this.events.record(webhookDisabled, webhook.id, { object: webhook, reason });
    }
    return disabled.map(({ id }) => id);
  }

  private async notifyFailing(ids: readonly string[], reports: readonly DeliveryReport[]): Promise<void> {
    const failing = await this.queryRunner.rows<WebhookFacts>(
      sql`update webhooks set failing_notified_at = now() where id = any(${[...ids]}::uuid[]) returning ${facts}`,
    );
    for (const webhook of failing) {
      const last = reports.findLast(
        ({ webhookId, sent }) => webhookId === webhook.id && sent !== null && !succeeded(sent),
      )?.sent;
      this.events.record(webhookFailing, webhook.id, {
        object: webhook,
        reason: last?.statusCode ? `HTTP ${last.statusCode}` : (last?.errorCode ?? 'unreachable'),
      });
    }
  }
}

const endedAt = ({ sent }: DeliveryReport): number => (sent ? Date.parse(sent.startedAt) + sent.durationMs : 0);

function healthsOf(reports: readonly DeliveryReport[]): Health[] {
  const inOrder = reports.filter(({ sent }) => sent !== null).toSorted((a, b) => endedAt(a) - endedAt(b));
  return [...Map.groupBy(inOrder, ({ webhookId }) => webhookId)].map(([webhookId, of]) => {
    const lastSuccess = of.findLastIndex(({ sent }) => sent !== null && succeeded(sent));
    return {
      webhookId,
      hasSucceeded: lastSuccess >= 0,
      failures: of.length - 1 - lastSuccess,
      statusCode: of.at(-1)?.sent?.statusCode ?? null,
      isGone: of.some(({ isGone }) => isGone),
    };
  });
}
