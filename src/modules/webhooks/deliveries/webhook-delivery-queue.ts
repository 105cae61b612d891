import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { webhookGroupOf, manualGroupOf } from '../webhook.entity.js';

export const DELIVER = 'webhook.deliver';
export const RESEND = 'webhook.resend';

interface RateLimits {
  readonly id: string;
  readonly maxConcurrency: number;
  readonly isOrdered: boolean;
}

/** Controls the pending deliveries of a webhook. Must run in the unit of work that changes and locks the webhook. */
@Injectable()
export class WebhookDeliveryQueue {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly jobs: Jobs,
  ) {}

  async limitRate({ id, maxConcurrency, isOrdered }: RateLimits): Promise<void> {
    await this.jobs.limit(webhookGroupOf(id), { maxConcurrency: isOrdered ? 1 : maxConcurrency, isOrdered });
  }

  /**
   * Ends pending deliveries. A recovery can resend `skipped` deliveries, but not `cancelled` deliveries. Does not stop
   * running attempts.
   */
  async pause(id: string, status: 'skipped' | 'cancelled'): Promise<void> {
    await this.jobs.cancelGroup(webhookGroupOf(id));
    await this.jobs.cancelGroup(manualGroupOf(id));
    await this.queryRunner.rows(sql`
      update webhook_deliveries set status = ${status}, next_attempt_at = null, completed_at = now()
        where webhook_id = ${id} and status = 'pending'`);
  }

  async resume(id: string): Promise<void> {
    await this.jobs.resume(webhookGroupOf(id));
  }
}
