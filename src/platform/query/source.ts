import { sql } from 'kysely';
import { compileFilter } from './compile.js';
import type { FilterContext } from './context.js';
import { type Cursor, fingerprint, readCursor } from './cursor.js';
import type { Fields, Sql } from './fields.js';
import type { Filter } from './filter.js';
import { relationsOf } from './relations.js';
import { searchConditions } from './search.js';
import type { Summary } from './summary.js';
import { reversed, type SortTerm, withTieBreaker } from './sort.js';

/** Where the records of one resource come from, said once by its module. */
export interface RecordSource {
  /** Plural, as in the path: `leads`. */
  readonly resource: string;
  /** sql`leads l`, with the joins that filters need. */
  readonly from: Sql;
  /** Joins that only columns need: left out of searches, counts and facets. */
  readonly joins?: Sql;
  readonly id: Sql;
  readonly fields: Fields;
  /** What the view shows, by public name. */
  readonly columns: Readonly<Record<string, Sql>>;
  /** A lower-cased text column with a trigram index. */
  readonly search?: Sql;
  /** sql`l.deleted_at is null`, exactly as in the partial indexes. */
  readonly live: Sql;
  readonly deleted?: Sql;
  /** For facets and totals of questions whose `where` is nothing but sight: the first that knows what is asked. */
  readonly summaries?: readonly Summary[];
  /** What every question asks to be one value, and an index has before the order of the list. An expression that is not leakproof the planner does not take for one value where the table has policies, and would sort what is in order. */
  readonly along?: Sql;
  /** For a source that was made for one request. */
  readonly made?: MadeSource;
}

/** What a source with values in it was made of, so that the texts of its lists are kept like those of one that lasts. */
export interface MadeSource {
  /** The lasting source that it is a form of, with the same fields. */
  readonly of: RecordSource;
  /** Which form, for the texts. */
  readonly form: string;
  readonly values: readonly unknown[];
  /** The source with other values, or slots for them. */
  readonly with: (...values: readonly unknown[]) => RecordSource;
}

/** One question to a source. */
export interface ListRequest {
  /** Visibility and whatever else holds always. */
  readonly where: readonly Sql[];
  readonly filter?: Filter;
  readonly q?: string;
  readonly sort: readonly SortTerm[];
  readonly limit: number;
  readonly cursor?: string;
  readonly count: 'none' | 'exact' | 'estimated';
  readonly context: FilterContext;
  readonly deletedOnly?: boolean;
  /** Columns beside the source's own. */
  readonly include?: Readonly<Record<string, Sql>>;
}

/** The conditions a record of the answer meets, the place of the cursor apart. Each holds by itself. */
export function conditions(
  source: RecordSource,
  request: Pick<ListRequest, 'where' | 'filter' | 'q' | 'context' | 'deletedOnly'>,
): Sql {
  if (request.deletedOnly && !source.deleted) throw new Error(`${source.resource} keeps no deleted records`);
  const all = [
    request.deletedOnly ? (source.deleted as Sql) : source.live,
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

/** The way through the list that a request takes. */
export interface Walk {
  readonly list: string;
  readonly cursor?: Cursor;
  /** In the order of the walk: backwards, turned round. */
  readonly terms: readonly SortTerm[];
}

const walks = new WeakMap<ListRequest, Walk>();

/** Worked out once a request: for its query, and again for its page. */
export function walkOf(source: RecordSource, request: ListRequest): Walk {
  const known = walks.get(request) ?? findWalk(source, request);
  walks.set(request, known);
  return known;
}

function findWalk(source: RecordSource, request: ListRequest): Walk {
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
