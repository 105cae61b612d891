import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { OwnsRecords, type OwnedRecords } from '../../../kernel/ownership.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { User } from '../../users/index.js';
import { ChannelChanges } from './channel-changes.js';
import { notificationChannelUpdated } from './channels.events.js';

/** A channel tells what its maker may see, and nothing once they have left: somebody else takes it over. */
@OwnsRecords()
@Injectable()
export class ChannelOwnership implements OwnedRecords {
  readonly resource = 'notification-channels';

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly changes: ChannelChanges,
  ) {}

  async count(makerId: string): Promise<number> {
    return (
      (
        await this.reader.row<{ count: number }>(
          sql`select count(*)::int as count from notification_channels where created_by_id = ${makerId}::uuid and deleted_at is null`,
        )
      )?.count ?? 0
    );
  }

  countOfTeam(): Promise<number> {
    return Promise.resolve(0);
  }

  handOver(fromId: string, toId: string, limit: number): Promise<number> {
    return this.database.write(async (em) => {
      const held = await this.reader.rows<{ id: string }>(
        sql`select id from notification_channels where created_by_id = ${fromId}::uuid and deleted_at is null order by id limit ${sql.lit(limit)} for update`,
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
