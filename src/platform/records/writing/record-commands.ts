import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import type { Insertion } from '../../../kernel/events.js';
import { Database } from '../../database/index.js';
import { Outbox } from '../../outbox/index.js';
import type { RecordView } from '../type/record-kind.js';
import type { RecordAssignment } from '../records.dto.js';
import { RecordPurges } from './record-purges.js';
import { RecordWrites, type UpsertKey } from './record-writes.js';
import type { RecordType } from '../type/record-type.js';
import { rowFrom } from './record-values.js';
import { RecordUpdater } from './record-updater.js';

/** Functions that create and update one record, for an upsert. */
export interface UpsertCommands<V, I> {
  readonly create: (input: I) => Promise<V>;
  readonly update: (id: string, input: I) => Promise<V>;
}

/** A new record, and a statement that returns a row only while the record is valid. */
export interface NewRecord<V> {
  readonly record: V;
  readonly guard?: RawBuilder<unknown>;
}

/** Changes that are the same for all record types. Each change is one transaction with its event. */
@Injectable()
export class RecordCommands {
  constructor(
    private readonly writes: RecordWrites,
    private readonly purges: RecordPurges,
    private readonly updater: RecordUpdater,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Inserts the record and its event in one statement. `create` may run several times. */
  create<V extends RecordView, E extends object, I extends object>(
    type: RecordType<V, E>,
    actor: Actor | null,
    input: I,
    create: (input: I) => Promise<NewRecord<V>>,
  ): Promise<V> {
    const row = (record: V): Record<string, unknown> => rowFrom(type.properties, record);
    return this.writes.create(type, actor, input, { event: type.definition.events.created, create, row });
  }

  /**
   * Inserts a record with its event and further rows in one statement, without a check of its links. Returns false if
   * the guard returns no row.
   */
  async insert<V extends RecordView, E extends object>(
    type: RecordType<V, E>,
    record: V,
    rows: readonly Insertion[],
    guard?: RawBuilder<unknown>,
  ): Promise<boolean> {
    const reported = { object: record, previous: {}, changedFields: [] };
    const event = this.outbox.create(type.definition.events.created, record.id, reported);
    const row = await this.writes.rowOf(type, rowFrom(type.properties, record));
    return this.database.insert([{ table: type.table, row }, ...rows], [event], guard);
  }

  assign<V extends RecordView, E extends object>(
    type: RecordType<V, E>,
    actor: Actor,
    id: string,
    to: RecordAssignment,
    version?: number,
  ): Promise<V> {
    return this.writes.change(type, actor, id, {
      version,
      event: type.definition.events.assigned,
      apply: (record, _before, em) => this.updater.assign(type, record, to, em),
    });
  }

  async remove<V extends RecordView, E extends object>(
    type: RecordType<V, E>,
    actor: Actor,
    id: string,
    version?: number,
  ): Promise<void> {
    await this.writes.change(type, actor, id, {
      version,
      event: type.definition.events.deleted,
      apply: (record) => this.updater.remove(type, record),
    });
  }

  restore<V extends RecordView, E extends object>(
    type: RecordType<V, E>,
    actor: Actor,
    id: string,
    version?: number,
    andThen?: (record: E) => Promise<void>,
  ): Promise<V> {
    return this.writes.change(type, actor, id, {
      deleted: true,
      version,
      event: type.definition.events.restored,
      apply: async (record, _before, em) => {
        await this.updater.restore(type, actor, record, em);
        await andThen?.(record);
      },
    });
  }

  /** Deletes the record and its dependent data permanently. */
  purge<V extends RecordView, E extends object>(
    type: RecordType<V, E>,
    actor: Actor,
    id: string,
    version?: number,
  ): Promise<void> {
    const { purged } = type.definition.events;
    if (!purged) throw new Error(`${type.resource} are not purged`);
    return this.purges.purge(type, actor, id, purged, version);
  }

  /** Creates or updates a record by its external id. An update keeps the owner and team. */
  upsert<V extends RecordView, E extends object, I extends { externalIds?: Record<string, string> }>(
    type: RecordType<V, E>,
    key: UpsertKey,
    input: I,
    { create, update }: UpsertCommands<V, I>,
  ): Promise<{ record: V; created: boolean }> {
    const named = { ...input, externalIds: { ...input.externalIds, [key.source]: key.externalId } };
    return this.writes.upsert(
      type,
      key,
      () => create(named),
      (id) => update(id, input),
    );
  }
}
