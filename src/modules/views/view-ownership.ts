import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { OwnsRecords, type OwnedRecords } from '../../kernel/ownership.js';
import { Database, Reader } from '../../platform/database/index.js';

/** Views that others use need somebody who looks after them. Private ones were for nobody else: they go with their owner. */
@OwnsRecords()
@Injectable()
export class ViewOwnership implements OwnedRecords {
  readonly resource = 'views';

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
  ) {}

  async count(ownerId: string): Promise<number> {
    return (
      (
        await this.reader.row<{ count: number }>(
          sql`select count(*)::int as count from saved_views where owner_id = ${ownerId}::uuid and scope <> 'private'`,
        )
      )?.count ?? 0
    );
  }

  countOfTeam(): Promise<number> {
    return Promise.resolve(0);
  }

  async handOver(fromId: string, toId: string, limit: number): Promise<number> {
    // A unit of work says whose deed it is; a bare statement would be on record as the database's own.
    const moved = await this.database.write(() =>
      this.reader.rows(sql`
      with held as (select id from saved_views where owner_id = ${fromId}::uuid and scope <> 'private' order by id limit ${sql.lit(limit)} for update)
      update saved_views v set owner_id = ${toId}::uuid, version = version + 1, updated_at = now() from held where v.id = held.id returning v.id`),
    );
    return moved.length;
  }
}
