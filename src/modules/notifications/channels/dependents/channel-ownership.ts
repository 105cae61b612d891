import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { OwnsRecords, type OwnedRecords } from '../../../../kernel/records/ownership.js';
import { Database, QueryRunner } from '../../../../platform/database/index.js';
import { User } from '../../../users/index.js';
import { ChannelUpdater } from '../channel-updater.js';
import { notificationChannelUpdated } from '../channels.events.js';

/**
 * Transfers channels to a new creator. A channel receives only events that its creator can see, and no events after the
 * creator has left.
 */
@OwnsRecords()
@Injectable()
export class ChannelOwnership implements OwnedRecords {
  readonly resource = 'notification-channels';

  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly changes: ChannelUpdater,
  ) {}

  async count(creatorId: string): Promise<number> {
    return (
      (
        await this.queryRunner.row<{ count: number }>(
          sql`select count(*)::int as count from notification_channels where created_by_id = ${creatorId}::uuid
            and deleted_at is null`,
        )
      )?.count ?? 0
    );
  }

  countOfTeam(): Promise<number> {
    return Promise.resolve(0);
  }

  handOver(fromId: string, toId: string, limit: number): Promise<number> {
    return this.database.write(async (em) => {
      const held = await this.queryRunner.rows<{ id: string }>(
        sql`select id from notification_channels where created_by_id = ${fromId}::uuid and deleted_at is null
          order by id limit ${sql.lit(limit)} for update`,
      );
      for (const { id } of held)
        await this.changes.change(
          id,
          notificationChannelUpdated,
          (channel) => void (channel.createdBy = em.getReference(User, toId)),
        );
      return held.length;
    });
  }
}
