import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { groupOf, SEND } from '../channels/channel-secret.js';

/** What waits to be sent. Everything joins the unit of work at hand. */
@Injectable()
export class DeliveryQueue {
  constructor(
    private readonly reader: Reader,
    private readonly jobs: Jobs,
  ) {}

  async enqueue(id: string, channelId: string | null): Promise<void> {
    await this.jobs.enqueue([{ kind: SEND, refId: id, group: groupOf(channelId) }]);
  }

  /** What waits for a channel is not sent any more. Somebody who is sending it just now finds out when he is done. */
  async giveUp(channelId: string, code: string): Promise<void> {
    await this.reader.rows(sql`
      update notification_deliveries set status = 'skipped', error_code = ${code}, next_attempt_at = null, completed_at = now()
      where channel_id = ${channelId} and status = 'pending'`);
    await this.jobs.cancelGroup(groupOf(channelId));
  }
}
