import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import type { DeliveryReport } from './delivery-attempts.js';
import { DeliveryQueue } from './delivery-queue.js';
import { DeliveryRecords } from './delivery-records.js';
import { EndpointHealth } from './endpoint-health.js';
import { succeeded } from './verdict.js';

/** What attempts lead to, in the transaction that ends their jobs. */
@Injectable()
export class DeliverySettlement {
  constructor(
    private readonly reader: Reader,
    private readonly records: DeliveryRecords,
    private readonly health: EndpointHealth,
    private readonly queue: DeliveryQueue,
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

  /** Their process died under them, time and again. */
  async giveUp(deliveryIds: readonly string[]): Promise<void> {
    await this.reader.rows(sql`
      update webhook_deliveries set status = 'failed', reason = 'exhausted', error_code = 'interrupted', next_attempt_at = null, completed_at = now() where id = any(${[...deliveryIds]}::uuid[]) and status = 'pending'`);
  }

  /** An operator took their jobs out of the queue. */
  async cancel(deliveryIds: readonly string[]): Promise<void> {
    await this.reader.rows(sql`
      update webhook_deliveries set status = 'cancelled', next_attempt_at = null, completed_at = now() where id = any(${[...deliveryIds]}::uuid[]) and status = 'pending'`);
  }

  // Somebody has repaired the endpoint and tried it: what waits for the end of a pause need not.
  private async resume(reports: readonly DeliveryReport[]): Promise<void> {
    const repaired = reports
      .filter(({ trigger, sent }) => trigger === 'manual' && sent !== null && succeeded(sent))
      .map(({ webhookId }) => webhookId);
    for (const webhookId of [...new Set(repaired)].sort()) await this.queue.resume(webhookId);
  }
}
