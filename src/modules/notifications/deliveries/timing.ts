import { Injectable } from '@nestjs/common';

/** How long what takes, in seconds. One place, so that a test need not wait an hour. */
@Injectable()
export class NotificationTiming {
  /** Before each attempt; as many as there are. */
  schedule: readonly number[] = [0, 5, 30, 120, 600, 3_600];
  /** More messages than this within the window become one. */
  burst = 5;
  burstWindow = 60;
  /** What could not be sent for so long is news no more. */
  staleAfter = 86_400;
  /** A channel that fails for so long, without a message that arrives, is disabled. */
  failingFor = 86_400;
  /** The admin hears of the same thing once in so long. */
  systemNoticeEvery = 3_600;
}
