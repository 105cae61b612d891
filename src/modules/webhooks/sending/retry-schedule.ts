import { Injectable } from '@nestjs/common';

const [MINUTE, HOUR] = [60, 3_600];
const JITTER = 0.2;

/** When a delivery that failed is tried again (the example of Standard Webhooks). */
@Injectable()
export class RetrySchedule {
  /** Seconds before each attempt; the first has none to wait for. */
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

  /** Seconds until the attempt after this one (from 1); undefined when there is none. Spread, so that what failed together does not come back together. */
  after(attempt: number): number | undefined {
    const delay = this.delays[attempt];
    return delay === undefined ? undefined : delay * (1 - JITTER + Math.random() * 2 * JITTER);
  }
}
