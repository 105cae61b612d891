import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import type { Actor } from '../../kernel/actor.js';
import { changeBetween, requireVersion, type Change } from '../../kernel/change.js';
import { Conflict, notFound } from '../../kernel/errors.js';
import type { EventType } from '../../kernel/events.js';
import { beyondSight, Database, outsideUnit, Reader, violatedUnique } from '../database/index.js';
import { Outbox } from '../outbox/index.js';
import type { RecordKind, RecordView, WrittenKind } from './record-kind.js';
import { Records } from './records.js';
import { holderQuery } from './uniqueness.js';

export interface Wanted {
  /** The version that the caller last saw; undefined takes the record as it is. */
  readonly version?: number | undefined;
  /** What the caller wants to write, to name what differs when the version is stale. */
  readonly wanted?: object;
  /** Whether a deleted record may be changed. */
  readonly deleted?: boolean;
}

/** One change of one record. */
export interface RecordChange<V extends RecordView, E extends object> extends Wanted {
  readonly event: EventType<Change<V>>;
  readonly apply: (record: E, before: V, em: EntityManager) => void | Promise<void>;
  /** What the event tells besides. */
  readonly tells?: (before: V, after: V) => object;
}

/** Writes of records that people own: each one transaction with its event. What is out of sight is not found before anything is changed. */
@Injectable()
export class RecordWrites {
  constructor(
    private readonly database: Database,
    private readonly records: Records,
    private readonly outbox: Outbox,
    private readonly reader: Reader,
  ) {}

  /** One statement: the record and its event. */
  async create<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor | null,
    row: Readonly<Record<string, unknown>>,
    event: EventType<Change<V>>,
    record: V,
  ): Promise<V> {
    try {
      await this.database.insert(
        [{ table: kind.table, row }],
        [this.outbox.make(event, record.id, { object: record, previous: {}, changedFields: [] })],
      );
    } catch (error) {
      throw await this.refusalOf(kind, actor, error, record);
    }
    return record;
  }

  async change<V extends RecordView, E extends object>(
    kind: WrittenKind<V, E>,
    actor: Actor,
    id: string,
    change: RecordChange<V, E>,
  ): Promise<V> {
    let wanted: object = {};
    try {
      return await this.database.write(async (em) => {
        const record = await em.findOne(kind.entity, { id } as unknown as FilterQuery<NoInfer<E>>, {
          lockMode: LockMode.PESSIMISTIC_WRITE,
        });
        wanted = record ?? {};
        return this.changeLocked(kind, actor, id, record as E | null, change, em);
      });
    } catch (error) {
      throw await this.refusalOf(kind, actor, error, wanted);
    }
  }

  /** Removes a record, and what hangs on it by foreign keys, for good. */
  purge<V extends RecordView, E extends object>(
    kind: WrittenKind<V, E>,
    actor: Actor,
    id: string,
    event: EventType<{ id: string }>,
  ): Promise<void> {
    return this.database.write(async (em) => {
      await this.records.get(kind, actor, id, { deleted: 'any' });
      await this.reader.takeTime();
      await em.nativeDelete(kind.entity, { id } as unknown as FilterQuery<NoInfer<E>>);
      this.outbox.record(event, id, { id });
    });
  }

  /** Makes the record that another system knows by this id, or changes the one that is there, however many ask at once. */
  async upsert<V extends RecordView>(
    kind: RecordKind<V>,
    source: string,
    externalId: string,
    make: () => Promise<V>,
    change: (id: string) => Promise<V>,
  ): Promise<{ record: V; made: boolean }> {
    const id = await beyondSight(() => this.records.idByExternalId(kind, source, externalId));
    if (id) return { record: await change(id), made: false };
    try {
      return { record: await make(), made: true };
    } catch (error) {
      // Made by somebody else meanwhile, whichever of its unique values this one ran into.
      const theirs =
        error instanceof Conflict || violatedUnique(error)
          ? await outsideUnit(() => beyondSight(() => this.records.idByExternalId(kind, source, externalId)))
          : undefined;
      if (!theirs) throw error;
      return { record: await change(theirs), made: false };
    }
  }

  private async changeLocked<V extends RecordView, E extends object>(
    kind: WrittenKind<V, E>,
    actor: Actor,
    id: string,
    record: E | null,
    { event, apply, tells, ...options }: RecordChange<V, E>,
    em: EntityManager,
  ): Promise<V> {
    const before = await this.records.get(kind, actor, id, { deleted: options.deleted ? 'any' : 'no' });
    if (!record) throw notFound(kind.noun);
    requireVersion(before, options.version, options.wanted);
    await apply(record, before, em);
    await em.flush();
    const after = await beyondSight(() => this.records.get(kind, null, id, { deleted: 'any' }));
    const change = changeBetween(before, after);
    if (change.changedFields.length > 0) this.outbox.record(event, id, { ...change, ...tells?.(before, after) });
    return after;
  }

  /** What an error of the database says in words, where it is a value that another living record has. The transaction has failed: who has it is asked beside it. */
  private async refusalOf<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor | null,
    error: unknown,
    record: object,
  ): Promise<unknown> {
    const unique = kind.unique?.[violatedUnique(error) ?? ''];
    if (!unique) return error;
    const value = (record as Record<string, unknown>)[unique.property];
    const holder = await outsideUnit(() => this.reader.row<{ id: string }>(holderQuery(kind, unique, actor, value)));
    return unique.taken(holder ? { existingId: holder.id } : {});
  }
}
