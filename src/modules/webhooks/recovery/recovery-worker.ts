import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import {
  JobRuns,
  Jobs,
  Worker,
  type JobWorker,
  type LeasedJob,
  type JobOutcome,
  type Settled,
} from '../../../platform/jobs/index.js';
import { canSeeRecord } from '../../../platform/visibility/index.js';
import { Actors } from '../../users/index.js';
import { DELIVER } from '../deliveries/webhook-delivery-queue.js';
import { webhookGroupOf } from '../webhook.entity.js';
import { RECOVER, type RecoveryOrder } from './recovery.service.js';

interface Recovered {
  readonly status: 'succeeded' | 'failed' | 'cancelled';
  readonly recovered: number;
  /** Whether matching deliveries remain, because of the limit of 10,000 or an early end. */
  readonly hasMore: boolean;
  readonly error?: string;
}

const BATCH = 100;
const MOST = 10_000;

/**
 * Queues missed deliveries of a webhook again, oldest first and after all other deliveries. Each batch is one
 * transaction. An interrupted recovery continues, because a queued delivery is neither failed nor skipped.
 */
@Worker()
@Injectable()
export class RecoveryWorker implements JobWorker<Recovered | undefined> {
  readonly kind = RECOVER;
  readonly leaseSeconds = 30;
  readonly concurrency = 2;
  readonly maxClaims = 5;

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly runs: JobRuns,
    private readonly actors: Actors,
  ) {}

  async work(job: LeasedJob): Promise<JobOutcome<Recovered | undefined>> {
    const order = job.payload as RecoveryOrder;
    const total = await this.count(order, job.createdAt);
    let recovered = 0;
    for (let found = BATCH; found === BATCH && recovered < MOST;) {
      const { isCancelled } = await this.runs.progress(job.refId, recovered, Math.min(total, MOST));
      if (isCancelled) return done({ status: 'cancelled', recovered, hasMore: total > recovered });
      // The process ends, or another process has the job now.
      if (job.signal.aborted || !(await job.renew()))
        return { status: 'retry', delaySeconds: 0, uncounted: true, result: undefined };
      const batch = await this.batch(order, job.createdAt);
      if (batch === undefined)
        return done({
          status: 'failed',
          recovered,
          hasMore: total > recovered,
          error: 'The webhook is disabled or deleted by now.',
        });
      recovered += batch;
      found = batch;
    }
    return done({ status: 'succeeded', recovered, hasMore: total > recovered });
  }

  async commitResults(settled: readonly Settled<Recovered | undefined>[]): Promise<void> {
    for (const {
      job,
      outcome: { result },
    } of settled) {
      if (!result) continue;
      const { status, recovered, hasMore, error } = result;
      await this.runs.progress(job.refId, recovered, recovered);
      await this.runs.finish(job.refId, { status, result: { recovered, hasMore }, ...(error && { error }) });
    }
  }

  async deadLetter(refIds: readonly string[]): Promise<void> {
    for (const id of refIds) await this.runs.finish(id, { status: 'failed', error: 'It was interrupted too often.' });
  }

  // Ignores deliveries that ended after the request, because this recovery may have sent them.
  private async matching({ webhookId, since, until, statuses, seenBy }: RecoveryOrder, asked: string) {
    const person = seenBy && (await this.actors.known(seenBy));
    const canSee = person
      ? canSeeRecord(person, sql.ref('m.resource_type'), sql.ref('m.resource_id'))
      : [sql`${seenBy === undefined}::boolean`];
    return sql`d.webhook_id = ${webhookId}::uuid and d.status = any(${[...statuses]}::varchar[])
      and d.created_at >= ${since}::timestamptz and d.created_at < ${until}::timestamptz
      and d.completed_at <= ${asked}::timestamptz and not d.is_test and exists (select 1 from webhook_messages m
        where ${sql.join([sql`m.event_id = d.event_id`, sql`m.body is not null`, ...canSee], sql` and `)})`;
  }

  private async count(order: RecoveryOrder, asked: string): Promise<number> {
    const matching = await this.matching(order, asked);
    const row = await this.queryRunner.row<{ count: number }>(
      sql`select count(*)::int as count from (select 1 from webhook_deliveries d where ${matching}
        limit ${MOST + 1}) counted`,
    );
    return row?.count ?? 0;
  }

  /** Returns the number of queued deliveries, or undefined if the webhook is disabled or deleted. */
  private batch(order: RecoveryOrder, asked: string): Promise<number | undefined> {
    const { webhookId } = order;
    return this.database.write(async () => {
      const isOpen = await this.queryRunner.row(
        sql`select 1 from webhooks where id = ${webhookId}::uuid and enabled and deleted_at is null for share`,
      );
      if (!isOpen) return undefined;
      const matching = await this.matching(order, asked);
      const rows = await this.queryRunner.rows<{ id: string }>(sql`
        with chosen as (select d.id from webhook_deliveries d where ${matching} order by d.created_at, d.id
          limit ${sql.lit(BATCH)} for update of d)
        update webhook_deliveries d set status = 'pending', reason = null, completed_at = null, next_attempt_at = null
          from chosen where chosen.id = d.id returning d.id`);
      const ids = rows.map(({ id }) => id);
      await this.jobs.cancel(DELIVER, ids);
      await this.jobs.enqueue(
        ids.map((refId) => ({ kind: DELIVER, refId, group: webhookGroupOf(webhookId), priority: 2 })),
      );
      return ids.length;
    });
  }
}

const done = (result: Recovered): JobOutcome<Recovered> => ({ status: 'done', result });
