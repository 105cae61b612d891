import { Injectable } from '@nestjs/common';
import { OptimisticLockError } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, invalidAt, NotFoundError } from '../../../kernel/errors.js';
import { withoutVisibility, explained, QueryRunner, violatedUnique } from '../../database/index.js';
import { visibleTo } from '../../visibility/index.js';
import { PhoneColumns } from '../phone-columns.js';
import type { RecordView } from '../type/record-kind.js';
import { Records } from '../records.js';
import type { MergeKind } from './merge-kind.js';
import { NamingLinks } from '../links/naming-links.js';
import { mergePlanOf, type MergePlan } from './merge-rules.js';
import type { MergeField } from './merging.dto.js';

type Values = Readonly<Record<string, unknown>>;

/** Finds, locks and writes the records of a merge. */
@Injectable()
export class MergeRows {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly records: Records,
    private readonly links: NamingLinks,
    private readonly phones: PhoneColumns,
  ) {}

  /**
   * Plans the new values of the primary record. `chosen` maps fields to the winning record. An inactive owner is
   * replaced by the first active owner of a duplicate, or by the actor.
   */
  async plan<V extends RecordView>(
    merges: MergeKind<V>,
    actor: Actor,
    records: readonly V[],
    chosen: Values,
  ): Promise<MergePlan> {
    const { fields, changes } = mergePlanOf(merges, records, {
      chosen,
      ...(await this.links.factsOf(merges.kind.table)),
    });
    const next = await this.nextOwner(actor, records);
    if (!next) return { fields, changes };
    return {
      fields: [...fields, next.field],
      changes: { ...changes, ownerId: next.field.value, teamId: next.teamId },
    };
  }

  /** Returns the new owner if the owner of the first record is inactive. */
  private async nextOwner(
    actor: Actor,
    records: readonly RecordView[],
  ): Promise<{ field: MergeField; teamId: string | null } | undefined> {
    const owners = records.map((record) => ({
      id: record.id,
      value: (record as unknown as Values)['ownerId'] as string | null,
    }));
    const current = owners[0]?.value;
    if (!current) return undefined;
    const users = await this.queryRunner.rows<{ id: string; teamId: string | null }>(sql`
      select id, team_id as "teamId" from users
        where id = any(${[...owners.flatMap(({ value }) => value ?? []), actor.userId]}::uuid[]) and is_active
        and deleted_at is null`);
    const teams = new Map(users.map(({ id, teamId }) => [id, teamId]));
    if (teams.has(current)) return undefined;
    const next = owners.find(({ value }) => value !== null && teams.has(value)) ?? { id: null, value: actor.userId };
    const candidates = owners.filter(({ value }) => value !== null);
    return {
      field: { field: 'ownerId', value: next.value, fromId: next.id, candidates },
      teamId: teams.get(next.value ?? '') ?? null,
    };
  }

  /** Returns the primary record and the duplicates. All records must be active and visible to the actor. */
  async find<V extends RecordView>(
    { kind }: MergeKind<V>,
    actor: Actor,
    id: string,
    duplicateIds: readonly string[],
  ): Promise<[V, ...V[]]> {
    const primary = await this.records.get(kind, actor, id);
    const duplicates: V[] = [];
    for (const [index, duplicateId] of duplicateIds.entries()) {
      const pointer = `#/duplicateIds/${index}`;
      if (duplicateId === id) throw invalidAt(pointer, 'same-record', 'a record cannot be merged into itself');
      duplicates.push(
        await this.records.get(kind, actor, duplicateId).catch((error: unknown) => {
          throw error instanceof NotFoundError
            ? invalidAt(pointer, `unknown-${kind.noun}`, `the ${kind.noun} does not exist, or is not visible to you`)
            : error;
        }),
      );
    }
    return [primary, ...duplicates];
  }

  /**
   * Locks the parent records, then the records in the order of their ids. A fixed order prevents deadlocks between
   * merges.
   */
  async lock<V extends RecordView>({ kind, above }: MergeKind<V>, ids: readonly string[]): Promise<void> {
    const parents = async (): Promise<string[]> =>
      above ? parentsOf(await this.records.viewsOf(kind, ids), above.field) : [];
    const expected = await parents();
    if (above && expected.length > 0)
      await this.queryRunner.rows(
        sql`select 1 from ${sql.table(above.table)} where id = any(${expected}::uuid[]) order by id for no key update`,
      );
    await this.queryRunner.rows(
      sql`select 1 from ${sql.table(kind.table)} where id = any(${[...ids]}::uuid[]) order by id for update`,
    );
    // A parent changed while this transaction waited for the lock, so the merge starts again.
    if ((await parents()).join() !== expected.join())
      throw new OptimisticLockError(`A ${kind.noun} was moved while it was waited for`);
  }

  /** Writes values by public name and increments the version. */
  async write<V extends RecordView>(
    { kind, columns }: MergeKind<V>,
    ids: readonly string[],
    values: Values,
  ): Promise<void> {
    const row = await this.phones.rowOf(
      kind,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [columns[name], value])),
    );
    const taken = Object.keys(row).map((column) => sql`${sql.id(column)} = v.${sql.ref(column)}`);
    const table = sql.table(kind.table);
    await this.queryRunner.rows(sql`
      update ${table} t set ${sql.join([...taken, sql`version = t.version + 1`, sql`updated_at = now()`])}
      from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::jsonb) v where t.id = any(${[...ids]}::uuid[])`);
  }

  /**
   * Converts a unique violation into a domain error. Another record may have taken a value since the merge was planned.
   */
  async rejectionOf<V extends RecordView>(
    { kind }: MergeKind<V>,
    actor: Actor,
    error: unknown,
    primaryId: string,
    records: readonly V[],
  ): Promise<unknown> {
    const constraint = violatedUnique(error);
    if (constraint === undefined) return error;
    const unique = kind.unique?.[constraint];
    if (!unique) return new ConflictError('merged-value-taken', 'Another record now has a value that must be unique.');
    return explained(() => this.takenBy(kind, unique, actor, primaryId, records));
  }

  /** Builds the conflict error. The id of the other record is included only if the actor can see that record. */
  private async takenBy<V extends RecordView>(
    kind: MergeKind<V>['kind'],
    unique: NonNullable<MergeKind<V>['kind']['unique']>[string],
    actor: Actor,
    primaryId: string,
    records: readonly V[],
  ): Promise<unknown> {
    const values = records
      .map((record) => (record as unknown as Values)[unique.property])
      .filter((value) => typeof value === 'string');
    const { source, ownershipColumns } = kind;
    const conditions = [
      sql`${unique.column} = any(${values}::text[])`,
      source.live,
      sql`${source.id} <> ${primaryId}::uuid`,
      ...visibleTo(actor, ownershipColumns),
    ];
    const existing = await this.queryRunner.row<{ id: string }>(
      sql`select ${source.id} as id from ${source.from} where ${sql.join(conditions, sql` and `)} limit 1`,
    );
    return unique.taken(existing ? { existingId: existing.id } : {});
  }

  /** Reads records without visibility. */
  read<V extends RecordView>({ kind }: MergeKind<V>, ids: readonly string[]): Promise<V[]> {
    return withoutVisibility(() => this.records.viewsOf(kind, ids));
  }
}

const parentsOf = (views: readonly object[], field: string): string[] =>
  [...new Set(views.map((view) => (view as Values)[field]).filter((id) => typeof id === 'string'))].toSorted();
