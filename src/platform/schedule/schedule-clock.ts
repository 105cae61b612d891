import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Config } from '../config/index.js';
import { ClockFace } from './clock-face.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { Tempo } from './tempo.js';

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
    this.timers.addInterval(
      INTERVAL,
      setInterval(() => void this.tick(), this.tempo.tickMs),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timers.doesExist('interval', INTERVAL)) this.timers.deleteInterval(INTERVAL);
    await this.ticking;
  }

  /** One look at a time; what a failed one left undone is due at the next. */
  tick(): Promise<void> {
    this.ticking ??= this.face
      .advance(this.jobs.all())
      .catch((error: unknown) => this.logger.warn({ err: error }, 'The clock of the scheduled jobs could not be read'))
      .finally(() => (this.ticking = undefined));
    return this.ticking;
  }
}
