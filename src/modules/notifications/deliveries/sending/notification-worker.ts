import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../../../../platform/database/index.js';
import {
  withLeaseRenewal,
  Worker,
  type JobWorker,
  type LeasedJob,
  type JobOutcome,
  type Settled,
} from '../../../../platform/jobs/index.js';
import { SEND } from '../../channels/configs/channel-secret.js';
import { deliveryResultOf, type DeliveryResult } from './delivery-result.js';
import { NotificationSender } from './notification-sender.js';
import { NotificationResults } from './notification-results.js';

const RENEW_MS = 10_000;

/** Sends queued notifications. Each channel has at most one running job. */
@Worker()
@Injectable()
export class NotificationWorker implements JobWorker<DeliveryResult | undefined> {
  readonly kind = SEND;
  readonly leaseSeconds = 30;
  readonly concurrency = 10;
  /** More than the number of attempts, because a process may end during an attempt. */
  readonly maxClaims = 12;

  constructor(
    private readonly sending: NotificationSender,
    private readonly results: NotificationResults,
    private readonly queryRunner: QueryRunner,
  ) {}

  /** Renews the lease: a mail may take 45 seconds, and a moved chat needs two requests. */
  async work(job: LeasedJob): Promise<JobOutcome<DeliveryResult | undefined>> {
    const result = await withLeaseRenewal(job, RENEW_MS, () => this.sending.attempt(job.refId, job.attempt));
    return result ? deliveryResultOf(result) : { status: 'done', result: undefined };
  }

  commitResults(settled: readonly Settled<DeliveryResult | undefined>[]): Promise<void> {
    return this.results.commit(settled.flatMap(({ outcome }) => outcome.result ?? []));
  }

  async deadLetter(refIds: readonly string[]): Promise<void> {
    await this.queryRunner.rows(sql`
      update notification_deliveries set status = 'failed', error_code = 'interrupted', next_attempt_at = null,
        completed_at = now()
      where id = any(${[...refIds]}::uuid[]) and status = 'pending'`);
  }

  async cancelled(refIds: readonly string[]): Promise<void> {
    await this.queryRunner.rows(sql`
      update notification_deliveries set status = 'skipped', error_code = 'cancelled', next_attempt_at = null,
        completed_at = now()
      where id = any(${[...refIds]}::uuid[]) and status = 'pending'`);
  }
}
