import { Injectable } from '@nestjs/common';

/** How often the clock is looked at and how soon a run is taken up again: a test that has seconds shortens them. */
@Injectable()
export class Tempo {
  tickMs = 15_000;
  leaseSeconds = 30;
  renewMs = 10_000;
  /** Seconds before the second and the third try. */
  retryDelays: readonly number[] = [30, 300];
}
