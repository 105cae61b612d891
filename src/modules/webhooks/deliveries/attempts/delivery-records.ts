import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newId } from '../../../../kernel/entity.js';
import { QueryRunner } from '../../../../platform/database/index.js';
import type { DeliveryReport } from './delivery-attempts.js';

/**
 * Writes the results of many deliveries in one statement. The caller must hold the locks of the webhooks that change.
 */
@Injectable()
export class DeliveryRecords {
  constructor(private readonly queryRunner: QueryRunner) {}

  async write(reports: readonly DeliveryReport[]): Promise<void> {
    await this.changeDeliveries(reports);
    await this.addAttempts(reports);
  }

  // A delivery that was skipped or cancelled during the attempt keeps its status, unless the attempt succeeded. Locking
  // in the order of ids prevents deadlocks between batches.
  private async changeDeliveries(reports: readonly DeliveryReport[]): Promise<void> {
    const rows = reports.map(({ deliveryId, sent, change }) => ({
      id: deliveryId,
      attempts: sent ? 1 : 0,
      statusCode: sent?.statusCode ?? null,
      errorCode: sent?.errorCode ?? null,
      ...change,
    }));
    await this.queryRunner.rows(sql`
      with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g (id uuid, attempts int, "statusCode" smallint, "errorCode" varchar, status varchar, reason varchar,
        "delaySeconds" double precision)),
      locked as (
        select given.*, given.status is not null and (d.status = 'pending' or given.status = 'succeeded') as applies
        from webhook_deliveries d join given on given.id = d.id order by d.id for update of d)
      update webhook_deliveries d set
        attempt_count = d.attempt_count + locked.attempts,
        status_code = case when locked.attempts > 0 then locked."statusCode" else d.status_code end,
        error_code = case when locked.attempts > 0 then locked."errorCode" else d.error_code end,
        status = case when locked.applies then locked.status else d.status end,
        reason = case when locked.applies then locked.reason else d.reason end,
        next_attempt_at = case when locked.applies then now() + make_interval(secs => locked."delaySeconds")
          else d.next_attempt_at end,
        completed_at = case when not locked.applies then d.completed_at when locked.status <> 'pending' then now() end
      from locked where locked.id = d.id`);
  }

  private async addAttempts(reports: readonly DeliveryReport[]): Promise<void> {
    const rows = reports.flatMap(({ deliveryId, webhookId, trigger, number, sent }) =>
      sent ? [{ ...sent, id: newId(), deliveryId, webhookId, trigger, number }] : [],
    );
    if (rows.length === 0) return;
    await this.queryRunner.rows(sql`
      insert into webhook_attempts (id, delivery_id, webhook_id, number, trigger, started_at, duration_ms, status_code,
        error_code, request_headers, response_body, is_truncated)
      select id, "deliveryId", "webhookId", number, trigger, "startedAt", "durationMs", "statusCode", "errorCode",
        "requestHeaders", "responseBody", "isTruncated"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g (id uuid, "deliveryId" uuid, "webhookId" uuid, number int, trigger varchar, "startedAt" timestamptz,
        "durationMs" int, "statusCode" smallint, "errorCode" varchar,
        "requestHeaders" jsonb, "responseBody" text, "isTruncated" boolean)`);
  }
}
