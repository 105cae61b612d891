import { Injectable } from '@nestjs/common';

/** Durations in seconds. Tests can change these values. */
@Injectable()
export class NotificationTiming {
  /** Delay before each attempt. The length is the number of attempts. */
  schedule: readonly number[] = [0, 5, 30, 120, 600, 3_600];
  /** More messages than this number within `burstWindow` become a digest. */
  burst = 5;
  burstWindow = 60;
  /** Age after which a pending notification is not sent any more. */
  expiresAfter = 86_400;
  /** Period of failures without a success, after which a channel is disabled. */
  failingFor = 86_400;
  /** Minimum period between two mails to the admin about the same subject. */
  systemNoticeEvery = 3_600;
}
