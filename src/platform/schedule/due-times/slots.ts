import { Injectable } from '@nestjs/common';
import { Cron } from 'croner';
import type { CronTime } from '../scheduled.js';

const SECOND = 1_000;

/**
 * Calculates the due times of a cron expression. A fixed local time that the clock change skips is due directly after
 * the gap. A repeated local time is due once. Repeating expressions (`17 * * * *`) follow real time.
 */
@Injectable()
export class Slots {
  private readonly patterns = new Map<string, Cron>();

  /** Returns the due times in (after, until] in order. If there are more than `most`, returns the latest. */
  due(time: CronTime, after: Date, until: Date, most: number): Date[] {
    const next = this.next(time, after);
    if (!next || next > until) return [];
    // `previousRuns` starts from a whole second and excludes it.
    const latest = this.patternOf(time).previousRuns(most + 1, new Date(until.getTime() + SECOND));
    return latest
      .filter((slot) => slot > after && slot <= until)
      .slice(0, most)
      .reverse();
  }

  /** Returns the first due time after a moment. Null if there is none, as for 30 February. */
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
