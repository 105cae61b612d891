import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { withoutVisibility, currentUnit, QueryRunner } from '../../database/index.js';
import { mergeKinds } from '../merging/merge-kind.js';
import { CustomFields } from '../ports.js';
import { linksFrom } from './record-links.js';
import { RECORD_RESOURCES } from '../type/record-names.js';

type Sql = RawBuilder<unknown>;
type Values = Readonly<Record<string, unknown>>;

/** A reference to a record in input. */
interface Named {
  readonly table: string;
  readonly id: string;
}

const LOCK_ORDER: readonly string[] = RECORD_RESOURCES;

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);

/** Resolves and locks the records that input refers to, by column or by custom field. */
@Injectable()
export class LinkTargets {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly customFields: CustomFields,
  ) {}

  /**
   * Replaces ids of merged records with the ids of their primary records. In a unit of work, the referenced records are
   * locked against merge and deletion.
   */
  async follow<T extends object>(table: string, values: T): Promise<T> {
    const named = await this.namedBy(table, values);
    if (named.length === 0) return values;
    const primaries = await this.primariesOf(named);
    const current = (value: unknown): unknown => (isId(value) ? (primaries.get(value.toLowerCase()) ?? value) : value);
    const input = values as Values;
    const columns = linksFrom(table)
      .filter(({ property }) => input[property] !== undefined)
      .map(({ property }) => [property, current(input[property])] as const);
    const custom = input['customFields'] as Values | undefined;
    const keys = custom
      ? (await this.customFields.linksFrom(table))
          .filter(({ key }) => custom[key] !== undefined)
          .map(({ key }) => [key, current(custom[key])] as const)
      : [];
    return {
      ...values,
      ...Object.fromEntries(columns),
      ...(keys.length > 0 && { customFields: { ...custom, ...Object.fromEntries(keys) } }),
    };
  }

  /** Returns the primary record after any number of merges; locked in a unit of work. */
  async primaryOf(table: string, id: string): Promise<string> {
    return (await this.primariesOf([{ table, id: id.toLowerCase() }])).get(id.toLowerCase()) ?? id;
  }

  /** Locks the primary record for update, against changes and new links. */
  async lockPrimary(table: string, id: string): Promise<string> {
    const primary = await this.primaryOf(table, id);
    await this.queryRunner.rows(sql`select id from ${sql.table(table)} where id = ${primary}::uuid for update`);
    return primary;
  }

  /**
   * Builds a query that returns a row while all referenced records are active. Locks these records against deletion and
   * merge.
   */
  async guardOf(table: string, record: object): Promise<Sql | undefined> {
    const named = await this.namedBy(table, record);
    if (named.length === 0) return undefined;
    const active = named.map(
      (one, at) =>
        sql`(select from ${sql.table(one.table)} where id = ${one.id}::uuid and deleted_at is null
          for key share) ${sql.id(`n${at}`)}`,
    );
    return sql`select 1 from ${sql.join(active)}`;
  }

  private async namedBy(table: string, values: object): Promise<Named[]> {
    const input = values as Values;
    const custom = input['customFields'] as Values | undefined;
    const all = [
      ...linksFrom(table).map(({ to, property }) => ({ table: to, id: input[property] })),
      ...(custom && Object.keys(custom).length > 0
        ? (await this.customFields.linksFrom(table)).map(({ to, key }) => ({ table: to, id: custom[key] }))
        : []),
    ];
    const named = all.flatMap(({ id, ...one }) => (isId(id) ? [{ ...one, id: id.toLowerCase() }] : []));
    return [...new Map(named.map((one) => [`${one.table} ${one.id}`, one])).values()];
  }

  private async primariesOf(named: readonly Named[]): Promise<Map<string, string>> {
    const primaries = new Map<string, string>();
    const tables = [...new Set(named.map(({ table }) => table))].toSorted(
      (a, b) => LOCK_ORDER.indexOf(a) - LOCK_ORDER.indexOf(b),
    );
    for (const table of tables) {
      const ids = named.filter((one) => one.table === table).map(({ id }) => id);
      for (const [id, primary] of await withoutVisibility(() => this.ofTable(table, ids))) primaries.set(id, primary);
    }
    return primaries;
  }

  private async ofTable(table: string, ids: readonly string[]): Promise<Map<string, string>> {
    const merged = mergeKinds().get(table)?.kind.merged;
    if (!merged && !currentUnit()) return new Map();
    const rows = await this.queryRunner.rows<{ id: string; mergedInto: string | null }>(sql`
      select id, ${merged ? sql.ref(merged.column) : sql`null`} as "mergedInto" from ${sql.table(table)}
        where id = any(${[...ids]}::uuid[]) order by id ${currentUnit() ? sql`for key share` : sql``}`);
    const into = new Map(rows.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto] as const] : [])));
    if (into.size === 0) return into;
    const further = await this.ofTable(table, [...new Set(into.values())]);
    return new Map([...into].map(([id, next]) => [id, further.get(next) ?? next]));
  }
}
