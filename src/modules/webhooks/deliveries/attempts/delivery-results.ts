import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../../../../platform/database/index.js';
import type { DeliveryReport } from './delivery-attempts.js';
import { WebhookDeliveryQueue } from '../webhook-delivery-queue.js';
import { DeliveryRecords } from './delivery-records.js';
import { EndpointHealth } from './endpoint-health.js';
import { succeeded } from './delivery-outcome.js';

/** Writes the results of attempts in the transaction that ends their jobs. */
@Injectable()
export class DeliveryResults {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly records: DeliveryRecords,
    private readonly health: EndpointHealth,
    private readonly queue: WebhookDeliveryQueue,
  ) {}

  async write(reports: readonly DeliveryReport[]): Promise<void> {
    if (reports.length === 0) return;
    await this.health.note(reports);
    await this.records.write(reports);
    await this.health.disable(
      [...new Set(reports.filter(({ isGone }) => isGone).map(({ webhookId }) => webhookId))],
      'gone',
    );
    await this.resume(reports);
  }

  /** Ends deliveries as failed after processes ended too often during their attempts. */
  async giveUp(deliveryIds: readonly string[]): Promise<void> {
    await this.queryRunner.rows(sql`
      update webhook_deliveries set status = 'failed', reason = 'exhausted', error_code = 'interrupted', next_attempt_at
        = null, completed_at = now() where id = any(${[...deliveryIds]}::uuid[]) and status = 'pending'`);
  }

  /** Cancels deliveries after an operator removed their jobs from the queue. */
  async cancel(deliveryIds: readonly string[]): Promise<void> {
    await this.queryRunner.rows(sql`
      update webhook_deliveries set status = 'cancelled', next_attempt_at = null, completed_at = now()
        where id = any(${[...deliveryIds]}::uuid[]) and status = 'pending'`);
  }

  // A successful manual attempt shows that the endpoint works again, so the pause of the webhook ends.
  private async resume(reports: readonly DeliveryReport[]): Promise<void> {
    const repaired = reports
      .filter(({ trigger, sent }) => trigger === 'manual' && sent !== null && succeeded(sent))
      .map(({ webhookId }) => webhookId);
    for (const webhookId of [...new Set(repaired)].sort()) await this.queue.resume(webhookId);
  }
}
