import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { changeBetween, requireVersion, type Change } from '../../../kernel/change.js';
import { ConflictError, notFound, VersionConflictError } from '../../../kernel/errors.js';
import type { EventType } from '../../../kernel/events.js';
import {
  AfterRollback,
  withoutVisibility,
  currentUnit,
  Database,
  explained,
  LostRace,
  takenValue,
  violatedUnique,
} from '../../database/index.js';
import { Outbox } from '../../outbox/index.js';
import type { RecordKind, RecordView, WrittenKind } from '../type/record-kind.js';
import { LinkTargets } from '../links/link-targets.js';
import { PhoneColumns } from '../phone-columns.js';
import { Records } from '../records.js';

export interface WriteRequest<W extends object = object> {
  /** The version that the caller last saw; undefined skips the version check. */
  readonly version?: number | undefined;
  /** The new values. Used for conflict details of a stale version, and to lock referenced records. */
  readonly patch?: W;
  /** Allows changes of deleted records. */
  readonly deleted?: boolean;
}

/** Identifies the record of an upsert by its external id. */
export interface UpsertKey {
  readonly source: string;
  readonly externalId: string;
  /** The version that the caller last saw; undefined skips the version check. */
  readonly version?: number | undefined;
}

export interface RecordChange<
  V extends RecordView,
  E extends object,
  W extends object = object,
> extends WriteRequest<W> {
  readonly event: EventType<Change<V>>;
  /** `input` is the patch, with primary records instead of merged records. */
  readonly apply: (record: E, before: V, em: EntityManager, input: W) => void | Promise<void>;
  /** Returns additional data for the event. */
  readonly reports?: (before: V, after: V) => object;
}

/** Creates a record from input. */
export interface RecordCreation<V extends RecordView, I extends object> {
  readonly event: EventType<Change<V>>;
  /**
   * Builds the record. May run several times, so it must have no side effects. `guard` returns a row only while the
   * record is valid.
   */
  readonly create: (input: I) => Promise<{ readonly record: V; readonly guard?: RawBuilder<unknown> }>;
  readonly row: (record: V) => Readonly<Record<string, unknown>>;
}

const TRIES = 3;

/** Writes records and their events in one transaction. Hidden records are reported as not found before any change. */
@Injectable()
export class RecordWrites {
  constructor(
    private readonly database: Database,
    private readonly records: Records,
    private readonly outbox: Outbox,
    private readonly phones: PhoneColumns,
    private readonly links: LinkTargets,
  ) {}

  /** Returns the row of a new record with its derived columns. */
  rowOf<V extends RecordView>(
    kind: RecordKind<V>,
    row: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.phones.rowOf(kind, row);
  }

  /** Inserts the record and its event in one statement, only if all referenced records are active. */
  async create<V extends RecordView, I extends object>(
    kind: RecordKind<V>,
    actor: Actor | null,
    input: I,
    { event, create, row }: RecordCreation<V, I>,
  ): Promise<V> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const { record, guard } = await create(await this.links.follow(kind.table, input));
      const guards = [guard, await this.links.guardOf(kind.table, record)].filter((one) => one !== undefined);
      const reported = this.outbox.create(event, record.id, { object: record, previous: {}, changedFields: [] });
      try {
        if (
          await this.database.insert(
            [{ table: kind.table, row: await this.rowOf(kind, row(record)) }],
            [reported],
            together(guards),
          )
        )
          return record;
      } catch (error) {
        throw await this.rejectionOf(kind, actor, error, record);
      }
    }
    throw new ConflictError('record-changing', 'A linked record is being changed right now; try again.');
  }

  async change<V extends RecordView, E extends object, W extends object>(
    kind: WrittenKind<V, E>,
    actor: Actor,
    id: string,
    change: RecordChange<V, E, W>,
  ): Promise<V> {
    let patch: object = {};
    try {
      return await this.database.write(async (em) => {
        // Locks referenced records before the record, in the same order as a merge.
        const input = await this.links.follow(kind.table, change.patch ?? {});
        // Sent in this order, so that the view is read under the lock.
        const [record, before] = await Promise.all([
          this.database.lock(em, kind.entity, id),
          this.records.get(kind, actor, id, { deleted: change.deleted ? 'any' : 'no' }),
        ]);
        if (!record) throw notFound(kind.noun);
        patch = record;
        requireVersion(before, change.version, change.patch);
        await change.apply(record, before, em, input as W);
        return this.changed(kind, record, before, change, em);
      });
    } catch (error) {
      throw await this.rejectionOf(kind, actor, error, patch);
    }
  }

  /** Creates the record with this external id, or changes the existing record. Safe for concurrent calls. */
  async upsert<V extends RecordView>(
    kind: RecordKind<V>,
    { source, externalId, version }: UpsertKey,
    create: () => Promise<V>,
    change: (id: string) => Promise<V>,
  ): Promise<{ record: V; created: boolean }> {
    const id = await withoutVisibility(() => this.records.idByExternalId(kind, source, externalId));
    if (id) return { record: await change(id), created: false };
    // RFC 9110, 13.1.1: a version never matches a record that does not exist.
    if (version !== undefined)
      throw new VersionConflictError(
        'stale-version',
        'There is no record with this external id, so it has no version.',
      );
    try {
      return { record: await create(), created: true };
    } catch (error) {
      // Another request may have created the record meanwhile. The violated unique value can be any of the record.
      const theirs = (): Promise<string | undefined> =>
        withoutVisibility(() => this.records.idByExternalId(kind, source, externalId));
      if (currentUnit()) throw afterRace(error, theirs);
      const theirId = error instanceof ConflictError || violatedUnique(error) ? await theirs() : undefined;
      if (!theirId) throw error;
      return { record: await change(theirId), created: false };
    }
  }

  /** Writes the changed entity and records the event. Returns the new view. */
  private async changed<V extends RecordView, E extends object, W extends object>(
    kind: WrittenKind<V, E>,
    record: E,
    before: V,
    { event, reports }: RecordChange<V, E, W>,
    em: EntityManager,
  ): Promise<V> {
    await this.phones.apply(kind, record, before);
    const after = await this.database.flushAndRead(em, () =>
      withoutVisibility(() => this.records.get(kind, null, before.id, { deleted: 'any' })),
    );
    const change = changeBetween(before, after);
    if (change.changedFields.length > 0)
      this.outbox.record(event, before.id, { ...change, ...reports?.(before, after) });
    return after;
  }

  /**
   * Converts a unique violation into a domain error. The transaction has failed, so the other record is read after the
   * rollback.
   */
  private async rejectionOf<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor | null,
    error: unknown,
    record: object,
  ): Promise<unknown> {
    const constraint = violatedUnique(error) ?? '';
    const unique = kind.unique && Object.hasOwn(kind.unique, constraint) ? kind.unique[constraint] : undefined;
    if (!unique) return takenValue(error) ?? error;
    const value = (record as Record<string, unknown>)[unique.property];
    return explained(async () => {
      const existingId = await this.records.idByUniqueValue(kind, unique, actor, value);
      return unique.taken(existingId === undefined ? {} : { existingId });
    });
  }
}

/** Retries the transaction if the record exists now; otherwise the error stays. */
const afterRace = (thrown: unknown, findOther: () => Promise<string | undefined>): unknown =>
  !(thrown instanceof AfterRollback || thrown instanceof ConflictError || violatedUnique(thrown))
    ? thrown
    : new AfterRollback(async () => {
        const error = thrown instanceof AfterRollback ? await thrown.explain() : thrown;
        return (await findOther()) ? new LostRace(error) : error;
      });

/** Combines guards into one guard that returns a row only if all guards return a row. */
function together(guards: readonly RawBuilder<unknown>[]): RawBuilder<unknown> | undefined {
  if (guards.length < 2) return guards[0];
  return sql`select 1 from ${sql.join(guards.map((guard, at) => sql`(${guard}) ${sql.id(`g${at}`)}`))}`;
}
