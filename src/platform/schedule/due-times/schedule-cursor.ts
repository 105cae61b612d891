import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, QueryRunner } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { MOST_CATCH_UP_RUNS, planned } from './misfire.js';
import { ScheduleRuns } from '../schedule-runs.js';
import type { DeclaredJob } from '../scheduled-jobs.js';
import { Slots } from './slots.js';

/** The schedule cursor of a job and the current time, both from the database. */
interface JobCursor {
  readonly name: string;
  readonly lastSlotAt: string;
  readonly now: string;
}

/** The schedule cursors of all jobs, stored in the database. */
@Injectable()
export class ScheduleCursor {
  private readonly logger = new Logger('ScheduledJobs');
  /** The latest time of the database that this process has seen. Undefined before the first check. */
  private latest: number | undefined;

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly database: Database,
    private readonly runs: ScheduleRuns,
    private readonly slots: Slots,
    private readonly jobs: Jobs,
  ) {}

  /** A new job starts now, without earlier due times. Removed jobs keep their row and history. */
  async register(jobs: readonly DeclaredJob[]): Promise<void> {
    await this.queryRunner.rows(
      sql`insert into scheduled_jobs (name) select unnest(${jobs.map(({ name }) => name)}::varchar[])
        on conflict do nothing`,
    );
  }

  async advance(jobs: readonly DeclaredJob[]): Promise<void> {
    const hands = await this.queryRunner.rows<JobCursor>(sql`
      select name, last_slot_at as "lastSlotAt", date_trunc('milliseconds', now()) as now from scheduled_jobs
        where enabled and name = any(${jobs.map(({ name }) => name)}::varchar[])`);
    await this.followClock(hands[0]?.now);
    for (const cursor of hands) {
      const job = jobs.find(({ name }) => name === cursor.name);
      if (job) await this.move(job, cursor);
    }
  }

  private async followClock(now: string | undefined): Promise<void> {
    if (now === undefined) return;
    const time = Date.parse(now);
    if (this.latest === undefined || time < this.latest) await this.jobs.followClock();
    this.latest = time;
  }

  /**
   * Detects a clock that was set back by more than a period. Without this the job would wait until the clock has caught
   * up.
   */
  private isFarAhead(job: DeclaredJob, last: Date, now: Date): boolean {
    if (last <= now) return false;
    const next = this.slots.next(job, now);
    const afterNext = next && this.slots.next(job, next);
    return afterNext ? last.getTime() - now.getTime() > afterNext.getTime() - next.getTime() : false;
  }

  private async move(job: DeclaredJob, cursor: JobCursor): Promise<void> {
    const now = new Date(cursor.now);
    if (this.isFarAhead(job, new Date(cursor.lastSlotAt), now)) {
      const reset = await this.queryRunner.row(
        sql`update scheduled_jobs set last_slot_at = ${cursor.now} where name = ${job.name}
          and last_slot_at = ${cursor.lastSlotAt} returning 1 as reset`,
      );
      if (reset)
        this.logger.warn(
          `The last slot of ${job.name} was ${cursor.lastSlotAt}, ahead of the clock of the database ` +
            `(${cursor.now}): the job continues from now`,
        );
      return;
    }
    // One more than the limit. The extra due time represents all due times that are not run.
    const due = this.slots.due(job, new Date(cursor.lastSlotAt), now, MOST_CATCH_UP_RUNS + 1);
    const last = due.at(-1);
    if (!last) return;
    await this.database.write(async () => {
      const moved = await this.queryRunner.row(sql`
        update scheduled_jobs set last_slot_at = ${last.toISOString()} where name = ${job.name} and enabled
          and last_slot_at = ${cursor.lastSlotAt} returning 1 as moved`);
      if (moved)
        await this.runs.add(
          job.name,
          'schedule',
          planned(job.misfire, due, now).map(({ slotAt, runs }) => ({ slotAt: slotAt.toISOString(), runs })),
        );
    });
  }
}
