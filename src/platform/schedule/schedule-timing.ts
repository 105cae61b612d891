import { Injectable } from '@nestjs/common';

/** Tick interval and retry delays. Tests use shorter times. */
@Injectable()
export class ScheduleTiming {
  tickMs = 15_000;
  leaseSeconds = 30;
  renewMs = 10_000;
  /** Seconds before the second and the third attempt. */
  retryDelays: readonly number[] = [30, 300];
}
