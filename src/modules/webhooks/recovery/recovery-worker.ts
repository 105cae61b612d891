import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, Reader } from '../../../platform/database/index.js';
import {
  JobRuns,
  Jobs,
  Worker,
  type JobWorker,
  type LeasedJob,
  type Outcome,
  type Settled,
} from '../../../platform/jobs/index.js';
import { seesRecord } from '../../../platform/sight/index.js';
import { Actors } from '../../users/index.js';
import { DELIVER } from '../deliveries/delivery-queue.js';
import { groupOf } from '../webhook.entity.js';
import { RECOVER, type RecoveryOrder } from './recovery.service.js';

interface Recovered {
  readonly status: 'succeeded' | 'failed' | 'cancelled';
  readonly recovered: number;
  /** Whether there were more than one recovery takes. */
  readonly hasMore: boolean;
  readonly error?: string;
}

const BATCH = 100;
const MOST = 10_000;

/**
 * Puts what an endpoint missed into the queue again, the oldest first, behind everything else. Each batch is one
 * transaction; a recovery that dies goes on where it was, because what is in the queue is neither failed nor skipped.
 */
@Worker()
@Injectable()
export class RecoveryWorker implements JobWorker<Recovered | undefined> {
  readonly kind = RECOVER;
  readonly leaseSeconds = 30;
  readonly concurrency = 2;
  readonly maxClaims = 5;

  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly runs: JobRuns,
    private readonly actors: Actors,
  ) {}

  async work(job: LeasedJob): Promise<Outcome<Recovered | undefined>> {
    const order = job.payload as RecoveryOrder;
    const total = await this.count(order, job.createdAt);
    let recovered = 0;
    for (let found = BATCH; found === BATCH && recovered < MOST;) {
      const { isCancelled } = await this.runs.progress(job.refId, recovered, Math.min(total, MOST));
      if (isCancelled) return done({ status: 'cancelled', recovered, hasMore: total > recovered });
      // The process ends, or somebody else has the job by now.
      if (job.signal.aborted || !(await job.renew()))
        return { verdict: 'retry', delaySeconds: 0, uncounted: true, result: undefined };
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

  async settle(settled: readonly Settled<Recovered | undefined>[]): Promise<void> {
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

  async bury(refIds: readonly string[]): Promise<void> {
    for (const id of refIds)
      await this.runs.finish(id, { status: 'failed', error: 'It was interrupted time and again.' });
  }

  // What ended since the recovery was asked for is none of its business: it might be what it has sent itself.
  private async matching({ webhookId, since, until, statuses, seenBy }: RecoveryOrder, asked: string) {
    const person = seenBy && (await this.actors.known(seenBy));
    const sees = person
      ? seesRecord(person, sql.ref('m.resource_type'), sql.ref('m.resource_id'))
      : [sql`${seenBy === undefined}::boolean`];
    return sql`d.webhook_id = ${webhookId}::uuid and d.status = any(${[...statuses]}::varchar[]) and d.created_at >= ${since}::timestamptz and d.created_at < ${until}::timestamptz
      and d.completed_at <= ${asked}::timestamptz and not d.is_test and exists (select 1 from webhook_messages m where ${sql.join([sql`m.event_id = d.event_id`, sql`m.body is not null`, ...sees], sql` and `)})`;
  }

  private async count(order: RecoveryOrder, asked: string): Promise<number> {
    const matching = await this.matching(order, asked);
    const row = await this.reader.row<{ count: number }>(
      sql`select count(*)::int as count from (select 1 from webhook_deliveries d where ${matching} limit ${MOST + 1}) counted`,
    );
    return row?.count ?? 0;
  }

  /** How many were put into the queue; undefined when the endpoint takes nothing any more. */
  private batch(order: RecoveryOrder, asked: string): Promise<number | undefined> {
    const { webhookId } = order;
    return this.database.write(async () => {
      const isOpen = await this.reader.row(
        sql`select 1 from webhooks where id = ${webhookId}::uuid and enabled and deleted_at is null for share`,
      );
      if (!isOpen) return undefined;
      const matching = await this.matching(order, asked);
      const rows = await this.reader.rows<{ id: string }>(sql`
        with chosen as (select d.id from webhook_deliveries d where ${matching} order by d.created_at, d.id limit ${sql.lit(BATCH)} for update of d)
        update webhook_deliveries d set status = 'pending', reason = null, completed_at = null, next_attempt_at = null from chosen where chosen.id = d.id returning d.id`);
      const ids = rows.map(({ id }) => id);
      await this.jobs.cancel(DELIVER, ids);
      await this.jobs.enqueue(ids.map((refId) => ({ kind: DELIVER, refId, group: groupOf(webhookId), priority: 2 })));
      return ids.length;
    });
  }
}

const done = (result: Recovered): Outcome<Recovered> => ({ verdict: 'done', result });
