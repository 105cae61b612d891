import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { ADVISORY_LOCKS, Database, deleteInBatches, QueryRunner } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

const TRIES = 20;
const PAUSE_MS = 250;

@Injectable()
export class QueueMaintenance {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
  ) {}

  @Scheduled({ name: 'dead-jobs.prune', cron: '37 3 * * *', description: 'Deletes dead jobs after 30 days.' })
  async pruneDead({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(this.queryRunner, 'dead_jobs', sql`died_at < now() - interval '30 days'`, signal),
    };
  }

  @Scheduled({
    name: 'job-runs.prune',
    cron: '42 3 * * *',
    description: 'Deletes long operations 30 days after they ended.',
  })
  async pruneRuns({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(
        this.queryRunner,
        'job_runs',
        sql`finished_at < now() - interval '30 days'`,
        signal,
      ),
    };
  }

  @Scheduled({
    name: 'scheduled-job-runs.prune',
    cron: '47 3 * * *',
    description: 'Deletes runs of scheduled jobs after 90 days.',
  })
  async pruneScheduledRuns({ signal }: ScheduledCall): Promise<object> {
    const isOver = sql`created_at < now() - interval '90 days' and finished_at is not null`;
    return { deleted: await deleteInBatches(this.queryRunner, 'scheduled_job_runs', isOver, signal) };
  }

  /** Needs a moment in which no job is added. Tries for about five seconds; then the next run does the work. */
  @Scheduled({
    name: 'job-groups.prune',
    cron: '52 3 * * *',
    description: 'Deletes job groups without jobs, own limits and failures.',
  })
  async pruneGroups({ signal }: ScheduledCall): Promise<object> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      signal.throwIfAborted();
      const deleted = await this.database.write(() => this.deleteGroups());
      if (deleted !== undefined) return { deleted };
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return { deleted: 0, busy: true };
  }

  private async deleteGroups(): Promise<number | undefined> {
    const lock = await this.queryRunner.row<{ isHeld: boolean }>(
      sql`select pg_try_advisory_xact_lock(${sql.lit(ADVISORY_LOCKS.jobGroups)}) as "isHeld"`,
    );
    if (!lock?.isHeld) return undefined;
    return deleteInBatches(
      this.queryRunner,
      'job_groups',
      sql`
      max_concurrency = 4 and not is_ordered and consecutive_failures = 0 and (paused_until is null
        or paused_until <= now())
      and not exists (select from jobs j where j.group_key = job_groups.group_key)`,
    );
  }
}
