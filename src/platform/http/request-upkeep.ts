import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { deleteInBatches, Reader } from '../database/index.js';
import { Scheduled, type ScheduledCall } from '../schedule/index.js';

/** Forgets what requests left behind. */
@Injectable()
export class RequestUpkeep {
  constructor(private readonly reader: Reader) {}

  @Scheduled({
    name: 'idempotency-keys.purge',
    cron: '7 * * * *',
    description: 'Deletes Idempotency-Keys and the answers kept under them after 24 hours.',
  })
  async purgeKeys({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(
        this.reader,
        'idempotency_keys',
        sql`created_at < now() - interval '24 hours'`,
        signal,
      ),
    };
  }

  /** With an hour behind them: instances whose clocks differ must not lose a window at work. */
  @Scheduled({
    name: 'rate-limits.purge',
    cron: '12 * * * *',
    description: 'Deletes the counters of rate limits whose window is over.',
  })
  async purgeLimits({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(this.reader, 'rate_limits', sql`resets_at < now() - interval '1 hour'`, signal),
    };
  }
}
