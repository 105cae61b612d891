import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { sql } from 'kysely';
import { Config } from '../config/index.js';
import { Database, Reader } from '../database/index.js';
import { MOST_MADE_UP, planned } from './misfire.js';
import { ScheduleRuns } from './schedule-runs.js';
import { type DeclaredJob, ScheduledJobs } from './scheduled-jobs.js';
import { Slots } from './slots.js';
import { Tempo } from './tempo.js';

/** How far a job's slots are dealt with, and the time, both as the database has them. */
interface Hand {
  readonly name: string;
  readonly lastSlotAt: string;
  readonly now: string;
}

const INTERVAL = 'scheduled-jobs';

/**
 * Looks what is due, in every process that works. There is no leader: whoever moves a job's hand forward first has made
 * its runs, in the same transaction, and the others find it moved. Instances need not agree on the time.
 */
@Injectable()
export class ScheduleClock implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ScheduledJobs');
  private ticking: Promise<void> | undefined;

  constructor(
    private readonly jobs: ScheduledJobs,
    private readonly face: ClockFace,
    private readonly timers: SchedulerRegistry,
    private readonly tempo: Tempo,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.face.know(this.jobs.all());
    if (this.config.ROLE === 'web') return;
    this.timers.addInterval(INTERVAL, setInterval(() => void this.tick(), this.tempo.tickMs));
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timers.doesExist('interval', INTERVAL)) this.timers.deleteInterval(INTERVAL);
    await this.ticking;
  }

  /** One look at a time; what a failed one left undone is due at the next. */
  tick(): Promise<void> {
    this.ticking ??= this.face.advance(this.jobs.all())
      .catch((error: unknown) => this.logger.warn({ err: error }, 'The clock of the scheduled jobs could not be read'))
      .finally(() => (this.ticking = undefined));
    return this.ticking;
  }
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
    await this.reader.rows(sql`insert into scheduled_jobs (name) select unnest(${jobs.map(({ name }) => name)}::varchar[]) on conflict do nothing`);
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
      if (moved) await this.runs.add(job.name, 'schedule', planned(job.misfire, due, now).map(({ slotAt, runs }) => ({ slotAt: slotAt.toISOString(), runs })));
    });
  }
}
