import { sql } from 'kysely';
import { precompiled } from '../../database/index.js';
import { compileFilter } from '../filters/compile.js';
import type { FilterContext } from '../filters/context.js';
import { type Cursor, fingerprint, readCursor } from './cursor.js';
import type { Fields, Sql } from '../fields/fields.js';
import type { Filter } from '../filters/filter.js';
import { relationsOf } from '../fields/relations.js';
import { searchConditions } from '../search.js';
import type { Summary } from '../counts/summary.js';
import { reversed, type SortTerm, withTieBreaker } from './sort.js';

/** The table, columns and conditions of one record type, defined by its module. */
export interface RecordSource {
  /** Plural name, as in the path: `leads`. */
  readonly resource: string;
  /** sql`leads l`, with the joins that filters need. */
  readonly from: Sql;
  /** Joins that only columns need; not used in searches, counts and facets. */
  readonly joins?: Sql;
  readonly id: Sql;
  readonly fields: Fields;
  /** Columns of the view by public name. */
  readonly columns: Readonly<Record<string, Sql>>;
  /** A lower-case text column with a trigram index. */
  readonly search?: Sql;
  /** sql`l.deleted_at is null`, exactly as in the partial indexes. */
  readonly live: Sql;
  readonly deleted?: Sql;
  /** Summary counts for facets and totals. */
  readonly summary?: Summary;
  /**
   * Leading index expression that every query of this list fixes to one value. Must be leakproof for tables with
   * row-level security; otherwise the planner sorts the rows.
   */
  readonly leadingExpression?: Sql;
  /** Whether conditions without an index in list order are read in two steps. For tables with millions of rows. */
  readonly isProbed?: true;
  /** Set if the source is built for one request. */
  readonly derived?: DerivedSource;
}

/** The parts of a source with values, so that its list statements can be cached. */
export interface DerivedSource {
  /** The permanent source with the same fields. */
  readonly of: RecordSource;
  /** Name of the variant, as part of the statement cache key. */
  readonly form: string;
  readonly values: readonly unknown[];
  /** Returns the source with other values or placeholders. */
  readonly with: (...values: readonly unknown[]) => RecordSource;
}

const shown = new WeakMap<RecordSource, Sql>();
/** Returns the select list of a source, compiled once. */
export function columnsOf(source: RecordSource): Sql {
  const known =
    shown.get(source) ??
    precompiled(sql.join(Object.entries(source.columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)));
  shown.set(source, known);
  return known;
}

export interface ListRequest {
  /** Fixed conditions with which the index of the order begins, such as the stage of a board column. */
  readonly within?: readonly Sql[];
  /** Set if the fixed conditions find few records. The list is then read in one step. */
  readonly isNarrow?: true;
  /** Visibility and other fixed conditions. */
  readonly where: readonly Sql[];
  /** Selects the same rows as `where`, in the form that reads all of them fastest. The list then reads in two steps. */
  readonly gathered?: readonly Sql[];
  readonly filter?: Filter;
  readonly q?: string;
  readonly sort: readonly SortTerm[];
  readonly limit: number;
  readonly cursor?: string;
  readonly count: 'none' | 'exact' | 'estimated';
  readonly context: FilterContext;
  readonly deletedOnly?: boolean;
  /** Additional columns. */
  readonly include?: Readonly<Record<string, Sql>>;
}

/** Returns the conditions that the index of the order answers. */
export function beginning(
  source: RecordSource,
  { within = [], deletedOnly }: Pick<ListRequest, 'within' | 'deletedOnly'>,
): readonly Sql[] {
  if (deletedOnly && !source.deleted) throw new Error(`${source.resource} keeps no deleted records`);
  return [deletedOnly ? (source.deleted as Sql) : source.live, ...within];
}

/** Returns the conditions of a request without the keyset condition. The conditions are independent of each other. */
export function conditions(
  source: RecordSource,
  request: Pick<ListRequest, 'within' | 'where' | 'filter' | 'q' | 'context' | 'deletedOnly'>,
): Sql {
  const all = [
    ...beginning(source, request),
    ...request.where,
    ...(request.filter
      ? [compileFilter(request.filter, source.fields, request.context, relationsOf(source.resource))]
      : []),
    ...searchConditions(request.q, source.search),
  ];
  return sql.join(
    all.map((condition) => sql`(${condition})`),
    sql` and `,
  );
}

/** The same conditions, in the form that reads all matching rows fastest. */
export const conditionsOfAll = (
  source: RecordSource,
  request: Pick<ListRequest, 'within' | 'where' | 'gathered' | 'filter' | 'q' | 'context' | 'deletedOnly'>,
): Sql => conditions(source, request.gathered ? { ...request, where: request.gathered } : request);

/** Sort order and cursor of a request. */
export interface KeysetPage {
  readonly list: string;
  readonly cursor?: Cursor;
  /** In scan order: reversed for a previous page. */
  readonly terms: readonly SortTerm[];
}

const keysetPages = new WeakMap<ListRequest, KeysetPage>();

/** Computed once per request, for the query and for the page. */
export function keysetPageOf(source: RecordSource, request: ListRequest): KeysetPage {
  const known = keysetPages.get(request) ?? findKeysetPage(source, request);
  keysetPages.set(request, known);
  return known;
}

function findKeysetPage(source: RecordSource, request: ListRequest): KeysetPage {
  const terms = withTieBreaker(request.sort, source.id);
  const order = request.sort.map(({ field, direction }) => [field, direction]);
  const list = fingerprint(
    source.resource,
    order,
    request.filter ?? null,
    request.q ?? null,
    request.deletedOnly ?? false,
  );
  const cursor = request.cursor === undefined ? undefined : readCursor(request.cursor, list, terms);
  return { list, cursor, terms: cursor?.direction === 'prev' ? reversed(terms) : terms };
}
