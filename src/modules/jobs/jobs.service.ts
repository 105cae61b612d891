import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { can, type Actor } from '../../kernel/actor.js';
import { ConflictError, ForbiddenError } from '../../kernel/errors.js';
import { Database, QueryRunner } from '../../platform/database/index.js';
import { JobRuns, WorkerDiscovery } from '../../platform/jobs/index.js';
import type { JobView } from './jobs.dto.js';
import { JobsQueries } from './jobs.queries.js';

interface Taken {
  readonly kind: string;
  readonly refId: string;
}

@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: JobsQueries,
    private readonly runs: JobRuns,
    private readonly workers: WorkerDiscovery,
  ) {}

  /** Removes a waiting job at once, or asks a running long operation to stop. */
  cancel(actor: Actor, id: string): Promise<JobView> {
    return this.database.write(async () => {
      const before = await this.queries.get(actor, id);
      if (before.createdById !== actor.userId && !can(actor, 'jobs:manage')) {
        throw new ForbiddenError('permission-missing', 'Cancelling the jobs of other users needs jobs:manage.', {
          members: { requiredPermission: 'jobs:manage' },
        });
      }
      const taken = await this.queryRunner.row<Taken>(
        sql`delete from jobs where id = ${id}::uuid and lease_token is null returning kind, ref_id as "refId"`,
      );
      if (!taken) return this.askToStop(actor, id);
      await this.runs.finish(id, { status: 'cancelled' });
      await this.workers
        .workers()
        .find(({ kind }) => kind === taken.kind)
        ?.cancelled?.([taken.refId]);
      return before.progress
        ? this.queries.get(actor, id)
        : { ...before, status: 'cancelled', runAt: null, group: null };
    });
  }

  private async askToStop(actor: Actor, id: string): Promise<JobView> {
    const asked = await this.queryRunner.row(
      sql`update job_runs set cancel_requested_at = coalesce(cancel_requested_at, now()) where id = ${id}::uuid
        and finished_at is null and exists (select from jobs where id = ${id}::uuid) returning 1 as asked`,
    );
    const job = await this.queries.get(actor, id);
    if (asked) return job;
    throw new ConflictError(
      'job-not-cancellable',
      job.status === 'running'
        ? 'This job is running and cannot be cancelled.'
        : `This job is ${job.status} and cannot be cancelled.`,
    );
  }

  /** Deletes a dead job permanently. */
  discard(actor: Actor, id: string): Promise<void> {
    return this.database.write(async () => {
      const gone = await this.queryRunner.row(sql`delete from dead_jobs where id = ${id}::uuid returning 1 as gone`);
      if (!gone) throw notDead(await this.queries.get(actor, id));
    });
  }
}

export const notDead = ({ status }: JobView): ConflictError =>
  new ConflictError('job-not-dead', `Only dead jobs can be retried or deleted; this job is ${status}.`);
