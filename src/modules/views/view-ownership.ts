import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { OwnsRecords, type OwnedRecords } from '../../kernel/records/ownership.js';
import { Database, QueryRunner } from '../../platform/database/index.js';

/** Hands over team and shared views, because other users need them. Private views are removed with their owner. */
@OwnsRecords()
@Injectable()
export class ViewOwnership implements OwnedRecords {
  readonly resource = 'views';

  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
  ) {}

  async count(ownerId: string): Promise<number> {
    return (
      (
        await this.queryRunner.row<{ count: number }>(
          sql`select count(*)::int as count from saved_views where owner_id = ${ownerId}::uuid and scope <> 'private'`,
        )
      )?.count ?? 0
    );
  }

  countOfTeam(): Promise<number> {
    return Promise.resolve(0);
  }

  async handOver(fromId: string, toId: string, limit: number): Promise<number> {
    // The unit of work sets the actor. The audit log would attribute a bare statement to the database.
    const moved = await this.database.write(() =>
      this.queryRunner.rows(sql`
      with held as (select id from saved_views where owner_id = ${fromId}::uuid and scope <> 'private' order by id
        limit ${sql.lit(limit)} for update)
      update saved_views v set owner_id = ${toId}::uuid, version = version + 1, updated_at = now() from held
        where v.id = held.id returning v.id`),
    );
    return moved.length;
  }
}
