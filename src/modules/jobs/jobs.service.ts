import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { Conflict, Forbidden } from '../../kernel/errors.js';
import { Database, Reader } from '../../platform/database/index.js';
import { JobRuns, WorkerDiscovery } from '../../platform/jobs/index.js';
import type { JobView } from './jobs.dto.js';
import { JobsQueries } from './jobs.queries.js';

interface Taken {
  readonly kind: string;
  readonly refId: string;
}

/** What can be done with one job. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly queries: JobsQueries,
    private readonly runs: JobRuns,
    private readonly workers: WorkerDiscovery,
  ) {}

  /** What nobody works on is taken out at once; long work that runs is asked to stop. */
  cancel(actor: Actor, id: string): Promise<JobView> {
    return this.database.write(async () => {
      const before = await this.queries.get(actor, id);
      if (before.createdById !== actor.userId && !may(actor, 'jobs:manage')) {
        throw new Forbidden('permission-missing', 'Stopping the jobs of others needs jobs:manage.', {
          members: { requiredPermission: 'jobs:manage' },
        });
      }
      const taken = await this.reader.row<Taken>(
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
    const asked = await this.reader.row(
      sql`update job_runs set cancel_requested_at = coalesce(cancel_requested_at, now()) where id = ${id}::uuid and finished_at is null and exists (select from jobs where id = ${id}::uuid) returning 1 as asked`,
    );
    const job = await this.queries.get(actor, id);
    if (asked) return job;
    throw new Conflict(
      'job-not-cancellable',
      job.status === 'running'
        ? 'This job is at work and cannot be stopped.'
        : `This job is ${job.status}: there is nothing to stop.`,
    );
  }

  /** For good. Only what was given up. */
  discard(actor: Actor, id: string): Promise<void> {
    return this.database.write(async () => {
      const gone = await this.reader.row(sql`delete from dead_jobs where id = ${id}::uuid returning 1 as gone`);
      if (!gone) throw notDead(await this.queries.get(actor, id));
    });
  }
}

export const notDead = ({ status }: JobView): Conflict =>
  new Conflict('job-not-dead', `Only dead jobs; this one is ${status}.`);
