import { Injectable } from '@nestjs/common';
import { Cron } from 'croner';
import type { CronTime } from './scheduled.js';

const SECOND = 1_000;

/**
 * Which times a cron expression means. A fixed local time that the clocks leave out is due at the first valid moment
 * behind the gap, one that comes twice is due once. What repeats all day (`17 * * * *`) goes by real time: no hour of
 * the world is left out, none counts double.
 */
@Injectable()
export class Slots {
  private readonly patterns = new Map<string, Cron>();

  /** In (after, until], in order; of more than `most` the latest. */
  due(time: CronTime, after: Date, until: Date, most: number): Date[] {
    const next = this.next(time, after);
    if (!next || next > until) return [];
    // It looks back from a whole second, exclusively.
    const latest = this.patternOf(time).previousRuns(most + 1, new Date(until.getTime() + SECOND));
    return latest
      .filter((slot) => slot > after && slot <= until)
      .slice(0, most)
      .reverse();
  }

  /** The first one behind a moment; null where there is none, as for 30 February. */
  next(time: CronTime, after: Date): Date | null {
    return this.patternOf(time).nextRun(after);
  }

  private patternOf({ cron, timeZone = 'UTC' }: CronTime): Cron {
    const key = `${timeZone} ${cron}`;
    const pattern =
      this.patterns.get(key) ??
      new Cron(cron, { paused: true, mode: '5-part', timezone: timeZone, fixedTimeRule: 'no-wildcard' });
    this.patterns.set(key, pattern);
    return pattern;
  }
}
