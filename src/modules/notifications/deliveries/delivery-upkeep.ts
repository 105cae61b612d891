import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { deleteInBatches, Reader } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

@Injectable()
export class DeliveryUpkeep {
  constructor(private readonly reader: Reader) {}

  @Scheduled({
    name: 'notification-deliveries.prune',
    cron: '7 4 * * *',
    description: 'Deletes deliveries of notifications after 90 days.',
  })
  async prune({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(
        this.reader,
        'notification_deliveries',
        sql`created_at < now() - interval '90 days'`,
        signal,
      ),
    };
  }
}
