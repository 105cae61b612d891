import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { deleteInBatches, QueryRunner } from '../database/index.js';
import { Scheduled, type ScheduledCall } from '../schedule/index.js';

/** Deletes old data of requests. */
@Injectable()
export class RequestMaintenance {
  constructor(private readonly queryRunner: QueryRunner) {}

  @Scheduled({
    name: 'idempotency-keys.purge',
    cron: '7 * * * *',
    description: 'Deletes Idempotency-Keys and their stored responses after 24 hours.',
  })
  async purgeKeys({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(
        this.queryRunner,
        'idempotency_keys',
        sql`created_at < now() - interval '24 hours'`,
        signal,
      ),
    };
  }

  /** Keeps one more hour: instances with different clocks must not lose a current window. */
  @Scheduled({ name: 'rate-limits.purge', cron: '12 * * * *', description: 'Deletes expired rate limit counters.' })
  async purgeLimits({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(
        this.queryRunner,
        'rate_limits',
        sql`resets_at < now() - interval '1 hour'`,
        signal,
      ),
    };
  }
}
