import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { withRequestContext } from '../../../kernel/request-context.js';
import {
  JobRuns,
  Worker,
  type JobWorker,
  type LeasedJob,
  type JobOutcome,
  type Settled,
} from '../../../platform/jobs/index.js';
import { Actors } from '../access/actors.js';
import { Ownership } from './ownership.js';
import { RecordsTransferred, type OwnedCount } from './transfer.dto.js';
import { userRecordsTransferred } from './transfer.events.js';
import { TransferRules } from './transfer-rules.js';
import { TRANSFER, type TransferOrder } from './transfer.service.js';

interface Transferred {
  readonly status: RecordsTransferred['status'];
  readonly records: readonly OwnedCount[];
  readonly error?: string;
}

const BATCH = 100;

/**
 * Transfers records in batches, each in one transaction. After an interruption, the next attempt transfers the
 * remaining records. A cancellation never leaves a record half transferred.
 */
@Worker()
@Injectable()
export class TransferWorker implements JobWorker<Transferred | undefined> {
  readonly kind = TRANSFER;
  readonly leaseSeconds = 30;
  readonly concurrency = 2;
  readonly maxClaims = 5;

  constructor(
    private readonly ownership: Ownership,
    private readonly rules: TransferRules,
    private readonly runs: JobRuns,
    private readonly actors: Actors,
    private readonly events: Events,
  ) {}

  async work(job: LeasedJob): Promise<JobOutcome<Transferred | undefined>> {
    const order = job.payload as TransferOrder;
    const person = await this.actors.person(order.byUserId);
    // Changes are recorded in the name of the user who requested the transfer.
    const context = {
      requestId: job.refId,
      method: 'POST',
      path: `/api/v1/users/${order.fromUserId}/transfer`,
      ipAddress: null,
      userAgent: null,
    };
    return withRequestContext(person ? { ...context, actor: { ...person, kind: 'system' } } : context, () =>
      this.handOver(job, order),
    );
  }

  async commitResults(settled: readonly Settled<Transferred | undefined>[]): Promise<void> {
    for (const {
      job,
      outcome: { result },
    } of settled) {
      if (!result) continue;
      const { status, records, error } = result;
      const { fromUserId, toUserId } = job.payload as TransferOrder;
      const done = sumOf(records);
      await this.runs.progress(job.refId, done, Math.max(done, sumOf((job.payload as TransferOrder).records)));
      await this.runs.finish(job.refId, { status, result: { records }, ...(error && { error }) });
      this.events.record(userRecordsTransferred, fromUserId, {
        fromUserId,
        toUserId,
        jobId: job.refId,
        status,
        records: [...records],
      });
    }
  }

  async deadLetter(refIds: readonly string[]): Promise<void> {
    for (const id of refIds) await this.runs.finish(id, { status: 'failed', error: 'It was interrupted too often.' });
  }

  private async handOver(job: LeasedJob, order: TransferOrder): Promise<JobOutcome<Transferred | undefined>> {
    const left = new Map(
      (await this.ownership.counts(order.fromUserId)).map(({ resource, count }) => [resource, count]),
    );
    // Includes the records that earlier attempts transferred.
    const records = order.records.map(({ resource, count }) => ({
      resource,
      count: Math.max(0, count - (left.get(resource) ?? 0)),
    }));
    const total = Math.max(sumOf(order.records), sumOf(records));
    for (const record of records) {
      for (let moved = BATCH; moved === BATCH; record.count += moved) {
        const { isCancelled } = await this.runs.progress(job.refId, sumOf(records), total);
        if (isCancelled) return done({ status: 'cancelled', records });
        // The process ends, or another process has the lease.
        if (job.signal.aborted || !(await job.renew()))
          return { status: 'retry', delaySeconds: 0, uncounted: true, result: undefined };
        const blind = await this.rules.notReadableBy(order.toUserId, [record]);
        if (blind?.length !== 0)
          return done({
            status: 'failed',
            records,
            error: 'The new owner has left or can no longer see these records.',
          });
        moved = (await this.ownership.kind(record.resource)?.handOver(order.fromUserId, order.toUserId, BATCH)) ?? 0;
      }
    }
    return done({ status: 'succeeded', records });
  }
}

const sumOf = (records: readonly OwnedCount[]): number => records.reduce((sum, { count }) => sum + count, 0);
const done = (result: Transferred): JobOutcome<Transferred> => ({ status: 'done', result });
