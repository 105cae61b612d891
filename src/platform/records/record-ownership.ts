import { sql } from 'kysely';
import { changeBetween, type Change } from '../../kernel/change.js';
import type { Events, EventType } from '../../kernel/events.js';
import type { OwnedRecords } from '../../kernel/ownership.js';
import type { Database, Reader } from '../database/index.js';
import type { RecordKind, RecordView } from './record-kind.js';
import type { Records } from './records.js';

export interface OwnershipTools {
  readonly database: Database;
  readonly reader: Reader;
  readonly events: Events;
  readonly records: Records;
}

/** Records as something that people own: each is handed over as an assignment, many in one transaction. */
export abstract class RecordOwnership<V extends RecordView> implements OwnedRecords {
  protected abstract readonly kind: RecordKind<V>;
  protected abstract readonly assigned: EventType<Change<V>>;

  constructor(private readonly tools: OwnershipTools) {}

  get resource(): string {
    return this.kind.source.resource;
  }

  count(ownerId: string): Promise<number> {
    return this.countBy('owner_id', ownerId);
  }

  countOfTeam(teamId: string): Promise<number> {
    return this.countBy('team_id', teamId);
  }

  handOver(fromId: string, toId: string, limit: number): Promise<number> {
    const { database, reader, records, events } = this.tools;
    return database.write(async () => {
      const locked = await reader.rows<{ id: string }>(
        sql`select id from ${sql.table(this.kind.table)} where owner_id = ${fromId}::uuid and deleted_at is null order by id limit ${sql.lit(limit)} for update`,
      );
      const before = await records.viewsOf(
        this.kind,
        locked.map(({ id }) => id),
      );
      await this.assign(before, toId);
      const after = new Map(
        (
          await records.viewsOf(
            this.kind,
            locked.map(({ id }) => id),
          )
        ).map((record) => [record.id, record]),
      );
      for (const record of before)
        events.record(this.assigned, record.id, changeBetween(record, after.get(record.id) ?? record));
      return locked.length;
    });
  }

  /** With what follows from it, where something does. */
  protected async assign(records: readonly V[], toId: string): Promise<void> {
    const ids = records.map(({ id }) => id);
    await this.tools.reader.rows(
      sql`update ${sql.table(this.kind.table)} set owner_id = ${toId}::uuid, updated_at = now(), version = version + 1 where id = any(${ids}::uuid[])`,
    );
  }

  protected get reader(): Reader {
    return this.tools.reader;
  }

  private async countBy(column: 'owner_id' | 'team_id', id: string): Promise<number> {
    const row = await this.tools.reader.row<{ count: number }>(
      sql`select count(*)::int as count from ${sql.table(this.kind.table)} where ${sql.ref(column)} = ${id}::uuid and deleted_at is null`,
    );
    return row?.count ?? 0;
  }
}
