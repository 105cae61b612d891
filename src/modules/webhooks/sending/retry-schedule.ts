import { Injectable } from '@nestjs/common';

const [MINUTE, HOUR] = [60, 3_600];
const JITTER = 0.2;

/** Delays between the attempts of a delivery, as in the example of Standard Webhooks. */
@Injectable()
export class RetrySchedule {
  /** Seconds before each attempt. The first attempt starts at once. */
  delays: readonly number[] = [
    0,
    5,
    5 * MINUTE,
    30 * MINUTE,
    2 * HOUR,
    5 * HOUR,
    10 * HOUR,
    14 * HOUR,
    20 * HOUR,
    24 * HOUR,
  ];

  /**
   * Returns the seconds from this attempt (from 1) to the next attempt, or undefined after the last attempt. Random
   * jitter spreads the retries of deliveries that failed together.
   */
  after(attempt: number): number | undefined {
    const delay = this.delays[attempt];
    return delay === undefined ? undefined : delay * (1 - JITTER + Math.random() * 2 * JITTER);
  }
}
