import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { deleteInBatches, QueryRunner } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

@Injectable()
export class DeliveryMaintenance {
  constructor(private readonly queryRunner: QueryRunner) {}

  @Scheduled({
    name: 'notification-deliveries.prune',
    cron: '7 4 * * *',
    description: 'Deletes notification deliveries after 90 days.',
  })
  async prune({ signal }: ScheduledCall): Promise<object> {
    return {
      deleted: await deleteInBatches(
        this.queryRunner,
        'notification_deliveries',
        sql`created_at < now() - interval '90 days'`,
        signal,
      ),
    };
  }
}
