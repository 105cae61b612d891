import { sql } from 'kysely';
import { changeBetween } from '../../../kernel/change.js';
import type { Events } from '../../../kernel/events.js';
import type { OwnedRecords } from '../../../kernel/records/ownership.js';
import type { Database, QueryRunner } from '../../database/index.js';
import type { RecordKind, RecordView } from '../type/record-kind.js';
import type { Records } from '../records.js';
import type { RecordEvents } from '../type/record-events.js';

/** The parts of a record type that a change of owners uses. */
interface OwnedType<V extends RecordView> extends RecordKind<V> {
  readonly definition: { readonly events: RecordEvents<V> };
}

export interface OwnershipTools {
  readonly database: Database;
  readonly queryRunner: QueryRunner;
  readonly events: Events;
  readonly records: Records;
}

/**
 * Changes the owner of records. One call changes many records in one transaction and records an event for each record.
 */
export abstract class RecordOwnership<V extends RecordView> implements OwnedRecords {
  protected abstract readonly type: OwnedType<V>;

  constructor(private readonly tools: OwnershipTools) {}

  get resource(): string {
    return this.type.source.resource;
  }

  count(ownerId: string): Promise<number> {
    return this.countBy('owner_id', ownerId);
  }

  countOfTeam(teamId: string): Promise<number> {
    return this.countBy('team_id', teamId);
  }

  handOver(fromId: string, toId: string, limit: number): Promise<number> {
    const { database, queryRunner, records, events } = this.tools;
    const { assigned } = this.type.definition.events;
    return database.write(async () => {
      const locked = await queryRunner.rows<{ id: string }>(
        sql`select id from ${sql.table(this.type.table)} where owner_id = ${fromId}::uuid and deleted_at is null
          order by id limit ${sql.lit(limit)} for update`,
      );
      const ids = locked.map(({ id }) => id);
      const before = await records.viewsOf(this.type, ids);
      await this.assign(before, toId);
      const after = new Map((await records.viewsOf(this.type, ids)).map((record) => [record.id, record]));
      for (const record of before)
        events.record(assigned, record.id, changeBetween(record, after.get(record.id) ?? record));
      return locked.length;
    });
  }

  /** Sets the owner. Subclasses add dependent changes. */
  protected async assign(records: readonly V[], toId: string): Promise<void> {
    const ids = records.map(({ id }) => id);
    await this.tools.queryRunner.rows(
      sql`update ${sql.table(this.type.table)} set owner_id = ${toId}::uuid, updated_at = now(), version = version + 1
        where id = any(${ids}::uuid[])`,
    );
  }

  protected get queryRunner(): QueryRunner {
    return this.tools.queryRunner;
  }

  private async countBy(column: 'owner_id' | 'team_id', id: string): Promise<number> {
    const row = await this.tools.queryRunner.row<{ count: number }>(
      sql`select count(*)::int as count from ${sql.table(this.type.table)} where ${sql.ref(column)} = ${id}::uuid
        and deleted_at is null`,
    );
    return row?.count ?? 0;
  }
}
