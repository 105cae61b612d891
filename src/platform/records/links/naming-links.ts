import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { CustomFields } from '../ports.js';
import { linksTo } from './record-links.js';
import type { MergeMove } from '../merging/merging.dto.js';

type Sql = RawBuilder<unknown>;

/** A column or custom field that refers to records of one table. */
export interface NamingLink {
  readonly table: string;
  /** Name in the merge journal. */
  readonly column: string;
  readonly move: (count: number) => MergeMove;
  /** The id that row `t` refers to. */
  readonly named: Sql;
  /** Builds the assignment of another id. */
  readonly set: (id: Sql) => Sql;
  /** Selects the ids of the rows that refer to any of the given ids. */
  readonly rowsOf: (ids: readonly string[]) => Sql;
  /** A flag that only one active row per record has. */
  readonly first?: string;
}

/** All references to records: declared columns and custom fields. Merges, conversions and erasure use this list. */
@Injectable()
export class NamingLinks {
  constructor(private readonly customFields: CustomFields) {}

  async to(table: string): Promise<NamingLink[]> {
    const custom = await this.customFields.linksTo(table);
    // Contacts of a company come first, in line with the global lock order.
    const rank = ({ first, ...link }: ReturnType<typeof linksTo>[number]): string =>
      `${first ? 0 : 1} ${link.table} ${link.column}`;
    const columns = linksTo(table).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
    return [...columns.map(ofColumn), ...custom.map(ofCustomField)];
  }

  /** Returns defaults of custom fields, and custom fields that refer to the same table. */
  async factsOf(
    table: string,
  ): Promise<{ readonly customDefaults: Readonly<Record<string, unknown>>; readonly selfLinks: readonly string[] }> {
    const links = await this.customFields.linksTo(table);
    return {
      customDefaults: await this.customFields.defaultsOf(table),
      selfLinks: links.filter((link) => link.table === table).map(({ key }) => key),
    };
  }
}

const moveOf = (table: string, field: string, count: number): MergeMove => ({
  resource: table.replaceAll('_', '-'),
  field,
  count,
});

function ofColumn({ table, column, property, first }: ReturnType<typeof linksTo>[number]): NamingLink {
  return {
    table,
    column,
    ...(first && { first }),
    move: (count) => moveOf(table, property, count),
    named: sql.ref(`t.${column}`),
    set: (id) => sql`${sql.ref(column)} = ${id}`,
    rowsOf: (ids) => sql`select id from ${sql.table(table)} where ${sql.ref(column)} = any(${[...ids]}::uuid[])`,
  };
}

function ofCustomField({ table, key }: { readonly table: string; readonly key: string }): NamingLink {
  return {
    table,
    column: `custom_fields.${key}`,
    move: (count) => moveOf(table, `custom.${key}`, count),
    named: sql`custom_uuid(t.custom_fields -> ${key}::text)`,
    set: (id) => sql`custom_fields = jsonb_set(t.custom_fields, array[${key}::text], to_jsonb(${id}::text))`,
    rowsOf: (ids) => {
      const requested = sql`array(select jsonb_build_object(${key}::text, named::text)
        from unnest(${[...ids]}::uuid[]) named)`;
      return sql`select id from ${sql.table(table)} where custom_fields @> any(${requested})`;
    },
  };
}
