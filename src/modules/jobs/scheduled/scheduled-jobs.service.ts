import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError } from '../../../kernel/errors.js';
import { Events } from '../../../kernel/events.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { scheduledJobId, ScheduleRuns } from '../../../platform/schedule/index.js';
import type { ScheduledJobRunView, ScheduledJobView } from './scheduled-jobs.dto.js';
import { scheduledJobUpdated } from './scheduled-jobs.events.js';
import { ScheduledJobsQueries } from './scheduled-jobs.queries.js';

@Injectable()
export class ScheduledJobsService {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly queries: ScheduledJobsQueries,
    private readonly runs: ScheduleRuns,
    private readonly events: Events,
  ) {}

  /** Sets the schedule cursor to now, so that an enabled job does not run for earlier due times. */
  update(actor: Actor, name: string, enabled: boolean): Promise<ScheduledJobView> {
    return this.database.write(async () => {
      await this.queries.get(name);
      const switched = await this.queryRunner.row(sql`
        update scheduled_jobs set enabled = ${enabled}, last_slot_at = now(), updated_at = now(), updated_by_id
          = ${actor.userId} where name = ${name} and enabled <> ${enabled} returning 1 as switched`);
      if (switched) this.events.record(scheduledJobUpdated, scheduledJobId(name), { name, enabled });
      return this.queries.get(name);
    });
  }

  /** Adds a manual run, also for a disabled job. Runs of one job do not overlap. */
  run(name: string): Promise<ScheduledJobRunView> {
    return this.database.write(async () => {
      const { isObsolete } = await this.queries.get(name);
      if (isObsolete)
        throw new ConflictError('scheduled-job-obsolete', 'This version of the server no longer has this job.');
      const now = await this.queryRunner.row<{ at: string }>(sql`select clock_timestamp() as at`);
      const [id = ''] = await this.runs.add(name, 'manual', [{ slotAt: now?.at ?? '', runs: true }]);
      const run = id && (await this.queries.run(id));
      if (!run) throw new ConflictError('scheduled-job-run-already', 'A run has just been started.', { retryAfter: 1 });
      return run;
    });
  }
}
