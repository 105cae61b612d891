import { type RawBuilder, sql } from 'kysely';
import { type FieldKind, KINDS, type Scalar } from './kinds.js';

export type Sql = RawBuilder<unknown>;
type Column = string | Sql;

export interface FieldOptions {
  readonly nullable?: boolean;
  /**
   * `true` if the column is indexed and never null. Otherwise the never-null expression of its index. `kind` is set if
   * the expression has another kind (a priority sorted by rank).
   */
  readonly sort?: true | { readonly expression: Sql; readonly kind?: FieldKind };
  readonly facet?: true;
  /** An index begins with the column and continues in the order of creation, or finds few rows. */
  readonly indexed?: true;
  /** No index has the order of the column. Ranges are answered by a BRIN index, so a list reads one day at a time. */
  readonly isUnordered?: true;
  readonly filter?: false;
  /** A uuid of a user; allows `$me` and `$myTeam`. */
  readonly user?: true;
  /** A uuid of a team; allows `$myTeam`. */
  readonly team?: true;
  /** Stored in lower case. The column is compared without `lower()`, so that its index can be used. */
  readonly lowercase?: true;
  /** Comparison of values with several spellings: another column, and the normal form of a value. */
  readonly equality?: { readonly column?: Sql; readonly normalize: (text: string, country: string) => string };
  /** Property of the view, if the name differs from the field. */
  readonly property?: string;
  /** An indexed expression that is checked before the column, and the value for this expression. */
  readonly probe?: {
    readonly expression: Sql;
    readonly of: (value: Sql) => Sql;
    readonly suits?: (values: readonly Scalar[]) => boolean;
  };
  /** A lower-case text column with a trigram index that contains this field. Searches check this column first. */
  readonly searched?: Sql;
  /** For a flag: the condition of a partial index that holds exactly if the flag is true. */
  readonly whenTrue?: Sql;
  /** For a choice: the allowed next values of each value. */
  readonly transitions?: Readonly<Record<string, readonly string[]>>;
  /** Existing keys of a jsonb object; undefined allows any key. */
  readonly keys?: ReadonlySet<string>;
  /** For equality by an index over a whole jsonb column: the column and the key. */
  readonly inside?: { readonly column: Sql; readonly key: string };
}

export interface Field extends FieldOptions {
  readonly kind: FieldKind;
  readonly column: Sql;
  readonly values?: readonly string[];
}

/** The columns of a record type by public name, for filters, sorting and facets. */
export type Fields = Readonly<Record<string, Field>>;

function define(kind: FieldKind, column: Column, options: FieldOptions, values?: readonly string[]): Field {
  // Keyset conditions do not work with NULL: (NULL, id) < (x, y) is never true.
  if (options.nullable && options.sort === true)
    throw new Error('a nullable field is sorted by an expression that is never null');
  return { kind, column: typeof column === 'string' ? sql.ref(column) : column, ...options, ...(values && { values }) };
}

const of =
  (kind: FieldKind) =>
  (column: Column, options: FieldOptions = {}): Field =>
    define(kind, column, options);

export const field = {
  text: of('text'),
  integer: of('integer'),
  decimal: of('decimal'),
  boolean: of('boolean'),
  timestamp: of('timestamp'),
  day: of('day'),
  uuid: of('uuid'),
  tags: of('tags'),
  /** A jsonb object of custom fields, addressed as `<name>.<key>`. */
  json: of('json'),
  choice: (column: Column, values: readonly string[], options: FieldOptions = {}): Field =>
    define('choice', column, options, values),
} as const;

/** Options of a nullable field whose index is on an expression that is never null; ranges use the index too. */
export const orderedBy = (expression: Sql): Pick<FieldOptions, 'sort' | 'probe'> => ({
  sort: { expression },
  probe: { expression, of: (value) => value },
});

/** Returns the allowed values of the `sort` parameter. */
export const sortable = (fields: Fields): string[] =>
  Object.keys(fields)
    .filter((name) => fields[name]?.sort)
    .flatMap((name) => [name, `-${name}`]);
export const facetable = (fields: Fields): string[] => Object.keys(fields).filter((name) => fields[name]?.facet);
export const filterable = (fields: Fields): string[] =>
  Object.keys(fields)
    .filter((name) => fields[name]?.filter !== false)
    .map((name) => (fields[name]?.kind === 'json' ? `${name}.<key>` : name));

export interface Located {
  readonly field: Field;
  /** Key inside a json field. */
  readonly key?: string;
}

const KEY = /^[A-Za-z][\w-]{0,62}$/;

/** Finds a field by name. Only own properties count, so `constructor` is not a field. */
export function locate(name: string, fields: Fields): Located | undefined {
  if (Object.hasOwn(fields, name)) {
    const found = fields[name];
    return found && found.kind !== 'json' ? { field: found } : undefined;
  }
  const dot = name.indexOf('.');
  const head = name.slice(0, Math.max(dot, 0));
  const key = name.slice(dot + 1);
  const found = Object.hasOwn(fields, head) ? fields[head] : undefined;
  return found?.kind === 'json' && KEY.test(key) && (found.keys?.has(key) ?? true) ? { field: found, key } : undefined;
}

/** Binds one value with the database type of its kind. */
export const bound = (kind: FieldKind, value: unknown): Sql => sql`${value}::${sql.raw(KINDS[kind].cast)}`;
export const boundList = (kind: FieldKind, values: readonly unknown[]): Sql =>
  sql`${values}::${sql.raw(KINDS[kind].cast)}[]`;
