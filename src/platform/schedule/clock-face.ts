import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, Reader } from '../database/index.js';
import { MOST_MADE_UP, planned } from './misfire.js';
import { ScheduleRuns } from './schedule-runs.js';
import type { DeclaredJob } from './scheduled-jobs.js';
import { Slots } from './slots.js';

/** How far a job's slots are dealt with, and the time, both as the database has them. */
interface Hand {
  readonly name: string;
  readonly lastSlotAt: string;
  readonly now: string;
}

/** The hands of all jobs, in the database. */
@Injectable()
export class ClockFace {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly runs: ScheduleRuns,
    private readonly slots: Slots,
  ) {}

  /** New jobs begin now, not with the slots before they were. Jobs that are no more keep their row and their history. */
  async know(jobs: readonly DeclaredJob[]): Promise<void> {
    await this.reader.rows(
      sql`insert into scheduled_jobs (name) select unnest(${jobs.map(({ name }) => name)}::varchar[]) on conflict do nothing`,
    );
  }

  async advance(jobs: readonly DeclaredJob[]): Promise<void> {
    const hands = await this.reader.rows<Hand>(sql`
      select name, last_slot_at as "lastSlotAt", date_trunc('milliseconds', now()) as now from scheduled_jobs where enabled and name = any(${jobs.map(({ name }) => name)}::varchar[])`);
    for (const hand of hands) {
      const job = jobs.find(({ name }) => name === hand.name);
      if (job) await this.move(job, hand);
    }
  }

  private async move(job: DeclaredJob, hand: Hand): Promise<void> {
    const now = new Date(hand.now);
    // One more than can be made up: it stands for all that are not.
    const due = this.slots.due(job, new Date(hand.lastSlotAt), now, MOST_MADE_UP + 1);
    const last = due.at(-1);
    if (!last) return;
    await this.database.write(async () => {
      const moved = await this.reader.row(sql`
        update scheduled_jobs set last_slot_at = ${last.toISOString()} where name = ${job.name} and enabled and last_slot_at = ${hand.lastSlotAt} returning 1 as moved`);
      if (moved)
        await this.runs.add(
          job.name,
          'schedule',
          planned(job.misfire, due, now).map(({ slotAt, runs }) => ({ slotAt: slotAt.toISOString(), runs })),
        );
    });
  }
}
