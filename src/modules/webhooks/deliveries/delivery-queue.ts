import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { groupOf, manualGroupOf } from '../webhook.entity.js';

export const DELIVER = 'webhook.deliver';
export const RESEND = 'webhook.resend';

interface Pace {
  readonly id: string;
  readonly maxConcurrency: number;
  readonly isOrdered: boolean;
}

/** The waiting deliveries of an endpoint, as a whole. Inside the unit of work that changes the endpoint and holds its lock. */
@Injectable()
export class DeliveryQueue {
  constructor(
    private readonly reader: Reader,
    private readonly jobs: Jobs,
  ) {}

  async pace({ id, maxConcurrency, isOrdered }: Pace): Promise<void> {
    await this.jobs.limit(groupOf(id), { maxConcurrency: isOrdered ? 1 : maxConcurrency, isOrdered });
  }

  /** Takes back what waits: `skipped` can be made up for, `cancelled` is over. What is being sent finds out by itself. */
  async halt(id: string, status: 'skipped' | 'cancelled'): Promise<void> {
    await this.jobs.cancelGroup(groupOf(id));
    await this.jobs.cancelGroup(manualGroupOf(id));
    await this.reader.rows(sql`
      update webhook_deliveries set status = ${status}, next_attempt_at = null, completed_at = now() where webhook_id = ${id} and status = 'pending'`);
  }

  async resume(id: string): Promise<void> {
    await this.jobs.resume(groupOf(id));
  }
}
