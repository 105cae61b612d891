import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Config } from '../config/index.js';
import { ScheduleCursor } from './due-times/schedule-cursor.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { ScheduleTiming } from './schedule-timing.js';

const INTERVAL = 'scheduled-jobs';

/**
 * Checks the schedule in every worker process, without a leader. The first process that moves the cursor of a job
 * creates its runs in the same transaction. Clocks of instances may differ.
 */
@Injectable()
export class ScheduleClock implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ScheduledJobs');
  private ticking: Promise<void> | undefined;

  constructor(
    private readonly jobs: ScheduledJobs,
    private readonly cursor: ScheduleCursor,
    private readonly timers: SchedulerRegistry,
    private readonly timing: ScheduleTiming,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.cursor.register(this.jobs.all());
    if (this.config.ROLE === 'web') return;
    this.timers.addInterval(
      INTERVAL,
      setInterval(() => void this.tick(), this.timing.tickMs),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timers.doesExist('interval', INTERVAL)) this.timers.deleteInterval(INTERVAL);
    await this.ticking;
  }

  /** Runs one check at a time. The next check repeats the work of a failed check. */
  tick(): Promise<void> {
    this.ticking ??= this.cursor
      .advance(this.jobs.all())
      .catch((error: unknown) => this.logger.warn({ err: error }, 'The clock of the scheduled jobs could not be read'))
      .finally(() => (this.ticking = undefined));
    return this.ticking;
  }
}
