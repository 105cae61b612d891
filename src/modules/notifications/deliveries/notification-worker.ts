import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import {
  holding,
  Worker,
  type JobWorker,
  type LeasedJob,
  type Outcome,
  type Settled,
} from '../../../platform/jobs/index.js';
import { SEND } from '../channels/channel-secret.js';
import { outcomeOf, type Result } from './result.js';
import { Sending } from './sending.js';
import { Settlement } from './settlement.js';

const RENEW_MS = 10_000;

/** Sends what the queue hands out, one at a time for each channel. */
@Worker()
@Injectable()
export class NotificationWorker implements JobWorker<Result | undefined> {
  readonly kind = SEND;
  readonly leaseSeconds = 30;
  readonly concurrency = 10;
  /** A few more than there are attempts: for processes that died on the way. */
  readonly maxClaims = 12;

  constructor(
    private readonly sending: Sending,
    private readonly settlement: Settlement,
    private readonly reader: Reader,
  ) {}

  /** Mail has 45 seconds, and a chat that moved is asked twice: longer than a lease. */
  async work(job: LeasedJob): Promise<Outcome<Result | undefined>> {
    const result = await holding(job, RENEW_MS, () => this.sending.attempt(job.refId, job.attempt));
    return result ? outcomeOf(result) : { verdict: 'done', result: undefined };
  }

  settle(settled: readonly Settled<Result | undefined>[]): Promise<void> {
    return this.settlement.settle(settled.flatMap(({ outcome }) => outcome.result ?? []));
  }

  async bury(refIds: readonly string[]): Promise<void> {
    await this.reader.rows(sql`
      update notification_deliveries set status = 'failed', error_code = 'interrupted', next_attempt_at = null, completed_at = now()
      where id = any(${[...refIds]}::uuid[]) and status = 'pending'`);
  }

  async cancelled(refIds: readonly string[]): Promise<void> {
    await this.reader.rows(sql`
      update notification_deliveries set status = 'skipped', error_code = 'cancelled', next_attempt_at = null, completed_at = now()
      where id = any(${[...refIds]}::uuid[]) and status = 'pending'`);
  }
}
