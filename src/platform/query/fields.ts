import { type RawBuilder, sql } from 'kysely';
import { type FieldKind, KINDS } from './kinds.js';

export type Sql = RawBuilder<unknown>;
type Column = string | Sql;

export interface FieldOptions {
  readonly nullable?: boolean;
  /**
   * `true` where the column itself is indexed and never null; else the never-null expression of its index,
   * and the kind of that expression where it is another one (a priority sorted by rank).
   */
  readonly sort?: true | { readonly expression: Sql; readonly kind?: FieldKind };
  readonly facet?: true;
  readonly filter?: false;
  /** A uuid that names a user: `$me` and `$myTeam` mean something. */
  readonly user?: true;
  /** A uuid that names a team: `$myTeam` means something. */
  readonly team?: true;
  /** Stored lower-cased: the column is compared bare, so that its index serves. */
  readonly lowercase?: true;
  /** Where the view shows it, if not under the field's own name. */
  readonly property?: string;
  /** An indexed expression that is asked first, and what a value is there; the column itself is compared besides. */
  readonly probe?: { readonly expression: Sql; readonly of: (value: Sql) => Sql };
  /** A lower-cased text with a trigram index that has this one in it: what is looked for here is looked for there first. */
  readonly searched?: Sql;
  /** Of a flag that is worked out: what it comes from, as an index has it. */
  readonly whenTrue?: Sql;
  /** Where equal values are found by an index over a whole jsonb column: the column and the key. */
  readonly inside?: { readonly column: Sql; readonly key: string };
}

export interface Field extends FieldOptions {
  readonly kind: FieldKind;
  readonly column: Sql;
  readonly values?: readonly string[];
}

/** A resource's columns by public name: what may be filtered, sorted and counted. */
export type Fields = Readonly<Record<string, Field>>;

function define(kind: FieldKind, column: Column, options: FieldOptions, values?: readonly string[]): Field {
  // A keyset cannot step over NULL: (NULL, id) < (x, y) is never true.
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
  /** text[] */
  tags: of('tags'),
  /** A jsonb object of custom fields, reached by `<name>.<key>`. */
  json: of('json'),
  choice: (column: Column, values: readonly string[], options: FieldOptions = {}): Field =>
    define('choice', column, options, values),
} as const;

/** The words a `sort` parameter may hold: the enum of the DTO. */
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
  /** Inside a json field. */
  readonly key?: string;
}

const KEY = /^[A-Za-z][\w-]{0,62}$/;

/** Own names only: `constructor` is not a field. */
export function locate(name: string, fields: Fields): Located | undefined {
  if (Object.hasOwn(fields, name)) {
    const found = fields[name];
    return found && found.kind !== 'json' ? { field: found } : undefined;
  }
  const dot = name.indexOf('.');
  const head = name.slice(0, Math.max(dot, 0));
  const key = name.slice(dot + 1);
  const found = Object.hasOwn(fields, head) ? fields[head] : undefined;
  return found?.kind === 'json' && KEY.test(key) ? { field: found, key } : undefined;
}

/** One bound value, cast to what its kind is in the database. */
export const bound = (kind: FieldKind, value: unknown): Sql => sql`${value}::${sql.raw(KINDS[kind].cast)}`;
export const boundList = (kind: FieldKind, values: readonly unknown[]): Sql =>
  sql`${values}::${sql.raw(KINDS[kind].cast)}[]`;
