import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { deleteInBatches, QueryRunner } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import { Settings } from '../../settings/index.js';

@Injectable()
export class EventMaintenance {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly settings: Settings,
  ) {}

  @Scheduled({
    name: 'events.prune',
    cron: '32 3 * * *',
    description: 'Deletes delivered events after the number of days in the setting event_retention_days.',
  })
  async prune({ signal }: ScheduledCall): Promise<object> {
    const days = await this.settings.get('event_retention_days');
    const isOld = sql`occurred_at < now() - make_interval(days => ${days}) and dispatched_at is not null and dead_lettered_at
      is null`;
    return { deleted: await deleteInBatches(this.queryRunner, 'events', isOld, signal) };
  }
}
