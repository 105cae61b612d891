import { sql } from 'kysely';
import type { Sql } from '../fields/fields.js';
import { compileFilter } from '../filters/compile.js';
import { asksForText, boundsOf, isProbing, isSearch, isUnordered } from '../search.js';
import { keysetCondition, orderBy, type SortTerm } from './sort.js';
import {
  beginning,
  columnsOf,
  conditions,
  conditionsOfAll,
  type ListRequest,
  type RecordSource,
  type KeysetPage,
  keysetPageOf,
} from './source.js';

/** Column for the sort keys of a row. No field can have this name. */
export const CURSOR_KEY = '~cursor';
/** With fewer hits than this, all hits are fetched and sorted. Otherwise the sort index is scanned. */
const MANY_HITS = sql.lit(1000);
/**
 * Number of rows that are tested in list order before an index is used. Frequent values fill a page from these rows.
 * Texts have a lower bound because testing a text is slower.
 */
const NEAREST = { other: sql.lit(2_000), text: sql.lit(500) };
/** Maximum number of rows that are scanned in list order before all hits are fetched. */
const FAR = sql.lit(20_000);

/**
 * Selects the sort keys as JSON text, because only the first and last rows of a page are parsed. Decimals become text,
 * because JSON numbers are floats.
 */
function pageColumnsOf(source: RecordSource, request: ListRequest, { terms }: KeysetPage): Sql {
  const cursorKey = terms.map(({ kind, expression }) => (kind === 'decimal' ? sql`(${expression})::text` : expression));
  const included = Object.entries(request.include ?? {}).map(([name, column]) => sql`${column} as ${sql.id(name)}`);
  return sql.join([
    columnsOf(source),
    ...included,
    sql`json_build_array(${sql.join(cursorKey)})::text as ${sql.id(CURSOR_KEY)}`,
  ]);
}

/** Uses a literal instead of a parameter. With an unknown limit, PostgreSQL plans for 10 % of the rows. */
function limitOf({ limit }: ListRequest): Sql {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new Error(`limit ${limit}`);
  return sql`limit ${sql.lit(limit + 1)}`;
}

const afterCursor = ({ cursor }: KeysetPage, terms: readonly SortTerm[]): Sql =>
  cursor ? sql` and ${keysetCondition(terms, cursor.values)}` : sql``;

export function keysetQuery(source: RecordSource, request: ListRequest, keysetPage: KeysetPage, where: Sql): Sql {
  return sql`select ${pageColumnsOf(source, request, keysetPage)} from ${source.from} ${source.joins ?? sql``}
where ${where}${afterCursor(keysetPage, keysetPage.terms)}
  ${orderBy([...leadingTerm(source, keysetPage), ...keysetPage.terms])} ${limitOf(request)}`;
}

/** The leading index expression, sorted in the direction of the scan. */
const leadingTerm = ({ leadingExpression }: RecordSource, { terms: [first] }: KeysetPage): readonly SortTerm[] =>
  leadingExpression && first ? [{ ...first, expression: leadingExpression }] : [];

/** Selects the sort keys with aliases, for use in an outer query. */
const keysOf = (terms: readonly SortTerm[]): Sql =>
  sql.join(terms.map(({ expression }, at) => sql`${expression} as ${sql.id(`k${at}`)}`));
const keyed = (terms: readonly SortTerm[], table: string): readonly SortTerm[] =>
  terms.map((term, at) => ({ ...term, expression: sql.id(table, `k${at}`) }));

/** The rows in list order from the cursor on, each with a mark whether the row matches. */
function testedInOrder(source: RecordSource, keysetPage: KeysetPage, where: Sql, matches: Sql, limit: Sql): Sql {
  return sql`select ${keysOf(keysetPage.terms)}, (${matches}) as fits from ${source.from}
    where ${where}${afterCursor(keysetPage, keysetPage.terms)} ${orderBy(keysetPage.terms)} limit ${limit}`;
}

/** The rows of one day from the cursor on, or from the bound of the filter, if no index has the order of the list. */
function testedInWindow(source: RecordSource, request: ListRequest, keysetPage: KeysetPage): Sql {
  const { terms, cursor } = keysetPage;
  const [{ expression, direction }] = terms as readonly [SortTerm];
  const begin =
    cursor?.values[0] ?? (direction === 'desc' ? request.context.now.toISOString() : lowerBound(source, request));
  const at = sql`${begin ?? null}::timestamptz`;
  const bound = direction === 'desc' ? sql`<= ${at}` : sql`>= ${at}`;
  const window = sql`${expression} ${
    direction === 'desc' ? sql`> ${at} - interval '1 day'` : sql`< ${at} + interval '1 day'`
  }${cursor || direction === 'asc' ? sql` and ${expression} ${bound}` : sql``}`;
  return sql`select ${keysOf(terms)}, (${conditions(source, request)}) as fits from ${source.from}
    where ${beginningOf(source, request)} and ${window}${afterCursor(keysetPage, terms)}`;
}

/** The absolute lower bound of the first sort field. A day begins at another time in each time zone. */
function lowerBound(source: RecordSource, request: ListRequest): string | undefined {
  const bound = boundsOf(source, request).find(({ op }) => op === 'gt' || op === 'gte')?.value;
  return typeof bound === 'string' && bound.includes('T') ? bound : undefined;
}

/** The keys of all matching rows. `offset 0` hides the order, for which the planner would scan the sort index. */
const matchingKeys = (source: RecordSource, { terms }: KeysetPage, when: Sql, matches: Sql): Sql =>
  sql`select ${keysOf(terms)} from ${source.from} where ${when} and ${matches} offset 0`;

const beginningOf = (source: RecordSource, request: ListRequest): Sql =>
  sql.join(
    [
      ...beginning(source, request),
      ...boundsOf(source, request).map((bound) => compileFilter(bound, source.fields, request.context)),
    ],
    sql` and `,
  );
const columnsIn = (terms: readonly SortTerm[]): Sql => sql.join(terms.map(({ expression }) => expression));
const isFullOf = (table: string, { limit }: ListRequest): Sql =>
  sql`(select count(*) from ${sql.id(table)}) > ${sql.lit(limit)}`;

/**
 * Reads a page in two steps, because the planner does not know how rare a value is, or how it depends on the order.
 * `near` tests the first rows in list order. If they do not fill the page, `rest` reads all matching rows by the index
 * of a condition and sorts them.
 */
function probingQuery(source: RecordSource, request: ListRequest, keysetPage: KeysetPage): Sql {
  const [near, rest] = [keyed(keysetPage.terms, 'near'), keyed(keysetPage.terms, 'rest')];
  const isFull = isFullOf('near', request);
  const all = conditionsOfAll(source, request);
  return sql`with near as materialized (select * from (${
    isUnordered(source, request.sort)
      ? testedInWindow(source, request, keysetPage)
      : testedInOrder(source, keysetPage, beginningOf(source, request), conditions(source, request), NEAREST.other)
  }) nearest where fits ${orderBy(keyed(keysetPage.terms, 'nearest'))} ${limitOf(request)}),
page as (
(select ${columnsIn(near)} from near where ${isFull} ${orderBy(near)} ${limitOf(request)})
union all
(select * from (${matchingKeys(source, keysetPage, sql`not (${isFull})`, all)}) rest
  where true${afterCursor(keysetPage, rest)} ${orderBy(rest)} ${limitOf(request)}))
${pageOf(source, request, keysetPage)}`;
}

/** Selects the rows of `page`. */
function pageOf(source: RecordSource, request: ListRequest, keysetPage: KeysetPage): Sql {
  const page = keyed(keysetPage.terms, 'page');
  return sql`select ${pageColumnsOf(source, request, keysetPage)} from ${source.from} ${source.joins ?? sql``}
join page on ${page.at(-1)?.expression} = ${source.id} ${orderBy(page)}`;
}

/** Conditions that choose the step of a search that returns the page. */
function searchSteps(request: ListRequest): { isFull: Sql; isRare: Sql; isFrequent: Sql; isScanned: Sql } {
  const isFull = isFullOf('near', request);
  const isRare = sql`(select count(*) from hit) < ${MANY_HITS}`;
  return {
    isFull,
    isRare,
    isFrequent: sql`not (${isFull}) and not (${isRare})`,
    isScanned: isFullOf('scanned', request),
  };
}

/**
 * Searches text and tags in steps, because the planner alone would scan the whole table for rare words. `near` tests
 * the first rows in list order. `hit` reads a bounded number of hits from the inverted index, without the cursor, for
 * which the planner would use the sort index. Few hits are sorted. For many hits, `scanned` scans the sort index up to a
 * bound; then all hits are read.
 */
function searchQuery(source: RecordSource, request: ListRequest, keysetPage: KeysetPage): Sql {
  const all = conditions(source, request);
  const { filter: _filter, q: _q, ...besides } = request;
  const { isFull, isFrequent } = searchSteps(request);
  const tested = (when: Sql, limit: Sql): Sql => testedInOrder(source, keysetPage, when, all, limit);
  const nearest = NEAREST[asksForText(source, request) ? 'text' : 'other'];
  return sql`with near as materialized (select * from (${tested(
    beginningOf(source, request),
    nearest,
  )}) nearest where fits ${limitOf(request)}),
hit as materialized (
select found.* from (${matchingKeys(source, keysetPage, sql`not (${isFull})`, all)}) found
  cross join (select 1 offset 0) planned_for_all limit ${MANY_HITS}),
scanned as materialized (select * from (${tested(
    sql`${isFrequent} and ${conditions(source, besides)}`,
    FAR,
  )}) candidate where fits ${limitOf(request)}),
page as (${foundKeys(source, request, keysetPage, all)})
${pageOf(source, request, keysetPage)}`;
}

/** The keys of the page, from the first step of a search that is complete. */
function foundKeys(source: RecordSource, request: ListRequest, keysetPage: KeysetPage, all: Sql): Sql {
  const keys = (table: string): readonly SortTerm[] => keyed(keysetPage.terms, table);
  const [near, hits, scanned, rest] = [keys('near'), keys('hit'), keys('scanned'), keys('rest')];
  const { isFull, isRare, isFrequent, isScanned } = searchSteps(request);
  return sql`
(select ${columnsIn(near)} from near where ${isFull} ${orderBy(near)} ${limitOf(request)})
union all
(select * from hit where not (${isFull}) and ${isRare}${afterCursor(keysetPage, hits)}
  ${orderBy(hits)} ${limitOf(request)})
union all
(select ${columnsIn(scanned)} from scanned
  where ${isScanned} ${orderBy(scanned)} ${limitOf(request)})
union all
(select * from (${matchingKeys(source, keysetPage, sql`${isFrequent} and not (${isScanned})`, all)}) rest
  where true${afterCursor(keysetPage, rest)} ${orderBy(rest)} ${limitOf(request)})`;
}

/**
 * Selects one row more than the limit, to detect a next page. Text searches must not be prepared, because a generic
 * plan ignores the word.
 */
export function listQuery(source: RecordSource, request: ListRequest): Sql {
  const keysetPage = keysetPageOf(source, request);
  if (isSearch(source, request)) return searchQuery(source, request, keysetPage);
  return isProbing(source, request)
    ? probingQuery(source, request, keysetPage)
    : keysetQuery(source, request, keysetPage, conditions(source, request));
}
