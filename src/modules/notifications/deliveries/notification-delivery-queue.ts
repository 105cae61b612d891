import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { QueryRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { channelGroupOf, SEND } from '../channels/configs/channel-secret.js';

/** Queues and skips pending notifications in the current unit of work. */
@Injectable()
export class NotificationDeliveryQueue {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly jobs: Jobs,
  ) {}

  async enqueue(id: string, channelId: string | null): Promise<void> {
    await this.jobs.enqueue([{ kind: SEND, refId: id, group: channelGroupOf(channelId) }]);
  }

  /** Skips the pending notifications of a channel. Does not stop running attempts. */
  async giveUp(channelId: string, code: string): Promise<void> {
    await this.queryRunner.rows(sql`
      update notification_deliveries set status = 'skipped', error_code = ${code}, next_attempt_at = null, completed_at
        = now()
      where channel_id = ${channelId} and status = 'pending'`);
    await this.jobs.cancelGroup(channelGroupOf(channelId));
  }
}
