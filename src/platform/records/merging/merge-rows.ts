import { Injectable } from '@nestjs/common';
import { OptimisticLockError } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict, invalidAt, NotFound } from '../../../kernel/errors.js';
import { beyondSight, outsideUnit, Reader, violatedUnique } from '../../database/index.js';
import { visibleTo } from '../../sight/index.js';
import type { RecordView } from '../record-kind.js';
import { Records } from '../records.js';
import type { MergeKind } from './merge-kind.js';

type Values = Readonly<Record<string, unknown>>;

/** The records of a merge themselves: found, locked and written. */
@Injectable()
export class MergeRows {
  constructor(
    private readonly reader: Reader,
    private readonly records: Records,
  ) {}

  /** The survivor, and those that are to become part of it, as the actor sees them: all living. */
  async find<V extends RecordView>(
    { kind }: MergeKind<V>,
    actor: Actor,
    id: string,
    loserIds: readonly string[],
  ): Promise<[V, ...V[]]> {
    const survivor = await this.records.get(kind, actor, id);
    const losers: V[] = [];
    for (const [index, loserId] of loserIds.entries()) {
      const pointer = `#/loserIds/${index}`;
      if (loserId === id) throw invalidAt(pointer, 'same-record', 'nothing can be merged into itself');
      losers.push(
        await this.records.get(kind, actor, loserId).catch((error: unknown) => {
          throw error instanceof NotFound
            ? invalidAt(pointer, `unknown-${kind.noun}`, `there is no ${kind.noun} with this id, or you may not see it`)
            : error;
        }),
      );
    }
    return [survivor, ...losers];
  }

  /** Row locks of all in the order of their ids, after what everybody locks before them: two merges wait for each other. */
  async lock<V extends RecordView>({ kind, above }: MergeKind<V>, ids: readonly string[]): Promise<void> {
    const parents = async (): Promise<string[]> =>
      above ? parentsOf(await this.records.viewsOf(kind, ids), above.field) : [];
    const expected = await parents();
    if (above && expected.length > 0)
      await this.reader.rows(
        sql`select 1 from ${sql.table(above.table)} where id = any(${expected}::uuid[]) order by id for no key update`,
      );
    await this.reader.rows(
      sql`select 1 from ${sql.table(kind.table)} where id = any(${[...ids]}::uuid[]) order by id for update`,
    );
    // Somebody moved one of them while its parent was waited for: from the start.
    if ((await parents()).join() !== expected.join())
      throw new OptimisticLockError(`A ${kind.noun} was moved while it was waited for`);
  }

  /** Writes values by public name: one change more, whatever they are. */
  async write<V extends RecordView>(
    { kind, columns }: MergeKind<V>,
    ids: readonly string[],
    values: Values,
  ): Promise<void> {
    const row = Object.fromEntries(Object.entries(values).map(([name, value]) => [columns[name], value]));
    const taken = Object.keys(row).map((column) => sql`${sql.id(column)} = v.${sql.ref(column)}`);
    const table = sql.table(kind.table);
    await this.reader.rows(sql`
      update ${table} t set ${sql.join([...taken, sql`version = t.version + 1`, sql`updated_at = now()`])}
      from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::jsonb) v where t.id = any(${[...ids]}::uuid[])`);
  }

  /** What an error of the database says in words, where somebody has a value meanwhile that one of these records would get. */
  async refusalOf<V extends RecordView>(
    { kind }: MergeKind<V>,
    actor: Actor,
    error: unknown,
    survivorId: string,
    records: readonly V[],
  ): Promise<unknown> {
    const constraint = violatedUnique(error);
    if (constraint === undefined) return error;
    const unique = kind.unique?.[constraint];
    if (!unique)
      return new Conflict('merged-value-taken', 'Another record has a value by now that only one may have.', {
        members: { constraint },
      });
    const values = records
      .map((record) => (record as unknown as Values)[unique.property])
      .filter((value) => typeof value === 'string');
    const { source, belonging } = kind;
    const conditions = [
      sql`${unique.column} = any(${values}::text[])`,
      source.live,
      sql`${source.id} <> ${survivorId}::uuid`,
      ...visibleTo(actor, belonging),
    ];
    const holder = await outsideUnit(() =>
      this.reader.row<{ id: string }>(
        sql`select ${source.id} as id from ${source.from} where ${sql.join(conditions, sql` and `)} limit 1`,
      ),
    );
    return unique.taken(holder ? { existingId: holder.id } : {});
  }

  /** Whoever may see it. */
  read<V extends RecordView>({ kind }: MergeKind<V>, ids: readonly string[]): Promise<V[]> {
    return beyondSight(() => this.records.viewsOf(kind, ids));
  }
}

const parentsOf = (views: readonly object[], field: string): string[] =>
  [...new Set(views.map((view) => (view as Values)[field]).filter((id) => typeof id === 'string'))].toSorted();
