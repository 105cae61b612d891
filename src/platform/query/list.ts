import { sql } from 'kysely';
import { compiled, fixed, shaped, slotted, type Query } from '../database/index.js';
import type { Sql } from './fields.js';
import type { Scalar } from './kinds.js';
import { writeCursor } from './cursor.js';
import { type Count, totalOf } from './count.js';
import { asksForText, isSearch } from './search.js';
import { keysetCondition, orderBy, type SortTerm } from './sort.js';
import { conditions, type ListRequest, type RecordSource, type Walk, walkOf } from './source.js';

/** The column that carries a row's place; no field can have this name. */
const PLACE = '~place';
/** More hits than this are not sorted but met on the way along the sort's own index. */
const MANY_HITS = sql.lit(1000);
/** So many records in the list's own order are looked at before any index: what is frequent fills a page from them. A tag is seen at a glance, a text is read. */
const NEAREST = { tags: sql.lit(2_000), text: sql.lit(500) };
/** So many on the way to many hits, before all of these are fetched. */
const FAR = sql.lit(20_000);

export interface Page<V> {
  readonly data: V[];
  readonly pageInfo: {
    readonly nextCursor: string | null;
    readonly prevCursor: string | null;
    readonly hasMore: boolean;
  };
  readonly total?: Count;
}

const shown = new WeakMap<RecordSource, Sql>();
function shownOf(source: RecordSource): Sql {
  const known =
    shown.get(source) ??
    fixed(sql.join(Object.entries(source.columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)));
  shown.set(source, known);
  return known;
}

const numbers = new WeakMap<RecordSource, number>();
let sources = 0;
/** The number of a source that lasts. One met for the first time may have been made for this request alone, with values in it. */
function numberOf(source: RecordSource): number | undefined {
  const known = numbers.get(source);
  if (known === undefined) numbers.set(source, (sources += 1));
  return known;
}

/** As JSON text, so that fifty rows cost one text each and only two are ever parsed. Numerics as text: JSON's are floats. */
function columnsOf(source: RecordSource, request: ListRequest, { terms }: Walk): Sql {
  const place = terms.map(({ kind, expression }) => (kind === 'decimal' ? sql`(${expression})::text` : expression));
  const included = Object.entries(request.include ?? {}).map(([name, column]) => sql`${column} as ${sql.id(name)}`);
  return sql.join([shownOf(source), ...included, sql`json_build_array(${sql.join(place)})::text as ${sql.id(PLACE)}`]);
}

/** A literal, not a parameter: a prepared statement that does not know its limit is planned for a tenth of the table. */
function limitOf({ limit }: ListRequest): Sql {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new Error(`limit ${limit}`);
  return sql`limit ${sql.lit(limit + 1)}`;
}

const behind = ({ cursor }: Walk, terms: readonly SortTerm[]): Sql =>
  cursor ? sql` and ${keysetCondition(terms, cursor.values)}` : sql``;

function walkQuery(source: RecordSource, request: ListRequest, walk: Walk, where: Sql): Sql {
  return sql`select ${columnsOf(source, request, walk)} from ${source.from} ${source.joins ?? sql``}
where ${where}${behind(walk, walk.terms)} ${orderBy([...alongOf(source, walk), ...walk.terms])} ${limitOf(request)}`;
}

/** In the direction of the walk, as an index has it. */
const alongOf = ({ along }: RecordSource, { terms: [first] }: Walk): readonly SortTerm[] =>
  along && first ? [{ ...first, expression: along }] : [];

/** The sort keys under names of their own, for use outside of the query that made them. */
const keysOf = (terms: readonly SortTerm[]): Sql =>
  sql.join(terms.map(({ expression }, at) => sql`${expression} as ${sql.id(`k${at}`)}`));
const keyed = (terms: readonly SortTerm[], table: string): readonly SortTerm[] =>
  terms.map((term, at) => ({ ...term, expression: sql.id(table, `k${at}`) }));

/**
 * Left alone, the planner answers a search by walking the newest rows until enough match: fine for frequent words,
 * the whole table for rare ones. So a few rows of the way are looked at first, which a frequent word fills a page from, and
 * then the inverted index is asked, for a bounded number of hits. Few: sort them. Many: those are any, not the newest, but then
 * walking finds enough soon. The counts are one-time filters: the branch not taken is not run. The place of the cursor stays
 * out of `hit`, or its index would be walked again. On the walk what is looked for is asked of each row (`fits`), for a bounded number of them:
 * behind policies the planner does not know how frequent a word is, and would fetch and sort all of its hits. It does so where they lie further away.
 * The empty-looking join in `hit` hides the limit from the planner: believing that it will soon have found enough, it
 * would read the table itself, and where a word is rarer than estimated, all of it.
 */
function searchQuery(source: RecordSource, request: ListRequest, walk: Walk): Sql {
  const [all, near, hits, page, walked] = [
    conditions(source, request),
    keyed(walk.terms, 'near'),
    keyed(walk.terms, 'hit'),
    keyed(walk.terms, 'page'),
    keyed(walk.terms, 'walked'),
  ];
  const { filter: _filter, q: _q, ...besides } = request;
  const seen = conditions(source, besides);
  const living = request.deletedOnly && source.deleted ? source.deleted : source.live;
  const isFull = sql`(select count(*) from near) > ${sql.lit(request.limit)}`;
  const isWalked = sql`(select count(*) from walked) > ${sql.lit(request.limit)}`;
  const isRare = sql`(select count(*) from hit) < ${MANY_HITS}`;
  return sql`with near as materialized (
select * from (select ${keysOf(walk.terms)}, (${all}) as fits from ${source.from} where ${living}${behind(walk, walk.terms)} ${orderBy(walk.terms)} limit ${NEAREST[asksForText(source, request) ? 'text' : 'tags']}) nearest where fits ${limitOf(request)}),
hit as materialized (
select found.* from (select ${keysOf(walk.terms)} from ${source.from} where not (${isFull}) and ${all} offset 0) found cross join (select 1 offset 0) planned_for_all limit ${MANY_HITS}),
walked as materialized (
select * from (select ${keysOf(walk.terms)}, (${all}) as fits from ${source.from} where not (${isFull}) and not (${isRare}) and ${seen}${behind(walk, walk.terms)} ${orderBy(walk.terms)} limit ${FAR}) way where fits ${limitOf(request)}),
page as (
(select ${sql.join(near.map(({ expression }) => expression))} from near where ${isFull} ${orderBy(near)} ${limitOf(request)})
union all
(select * from hit where not (${isFull}) and ${isRare}${behind(walk, hits)} ${orderBy(hits)} ${limitOf(request)})
union all
(select ${sql.join(walked.map(({ expression }) => expression))} from walked where ${isWalked} ${orderBy(walked)} ${limitOf(request)})
union all
(select ${keysOf(walk.terms)} from ${source.from} where not (${isFull}) and not (${isRare}) and not (${isWalked}) and ${all}${behind(walk, walk.terms)} ${orderBy(walk.terms)} ${limitOf(request)}))
select ${columnsOf(source, request, walk)} from ${source.from} ${source.joins ?? sql``}
join page on ${page.at(-1)?.expression} = ${source.id} ${orderBy(page)}`;
}

/** One row more than the limit: it tells whether there are more. Where text is looked for, run it unnamed: a generic plan would not know the word. */
export function listQuery(source: RecordSource, request: ListRequest): Sql {
  const walk = walkOf(source, request);
  return isSearch(source, request)
    ? searchQuery(source, request, walk)
    : walkQuery(source, request, walk, conditions(source, request));
}

const without = new WeakMap<Sql, boolean>();
/** Whether a part has values in it: what is shown to one may be hidden from another, and a text that is kept must not keep whose it was. */
function holdsValues(part: Sql): boolean {
  const isFree = without.get(part) ?? compiled(part).parameters.length === 0;
  without.set(part, isFree);
  return !isFree;
}

/** The same with a text kept by its shape: of a list's next page only the values are new. */
export function listStatement(source: RecordSource, request: ListRequest): Query {
  const { made } = source;
  const number = numberOf(made?.of ?? source);
  if (number === undefined || isSearch(source, request) || Object.values(request.include ?? {}).some(holdsValues))
    return listQuery(source, request);
  const walk = walkOf(source, request);
  const where = compiled(conditions(source, request));
  const [own, place] = [made?.values ?? [], walk.cursor?.values ?? []];
  const shape = [
    number,
    made?.form ?? '',
    ...walk.terms.map(({ field, direction }) => `${field} ${direction}`),
    place.length,
    request.limit,
    ...Object.keys(request.include ?? {}),
    where.sql,
  ];
  return shaped(shape.join('\n'), [...where.parameters, ...place, ...own], (...slots) => {
    const [begin, end] = [where.parameters.length, slots.length - own.length];
    const behind = {
      ...walk,
      ...(walk.cursor && { cursor: { ...walk.cursor, values: slots.slice(begin, end) as Scalar[] } }),
    };
    return walkQuery(
      made ? made.with(...slots.slice(end)) : source,
      request,
      behind,
      slotted(where.sql, slots.slice(0, begin)),
    );
  });
}

type Placed = { [PLACE]?: string };

/**
 * The rows of `listQuery` (and of `countQuery`, if asked) as a page. The rows become the data: nothing is copied.
 * The place is set to undefined, which JSON leaves out: deleting it would turn each row into a slow dictionary.
 */
export function toPage<V extends object>(
  rows: readonly object[],
  source: RecordSource,
  request: ListRequest,
  counted?: readonly object[],
): Page<V> {
  const { list, cursor } = walkOf(source, request);
  const backwards = cursor?.direction === 'prev';
  const data = rows.slice(0, request.limit) as (V & Placed)[];
  const beyond = rows.length > request.limit;
  if (backwards) data.reverse();
  const cursorAt = (row: Placed | undefined, direction: 'next' | 'prev'): string | null =>
    row?.[PLACE] ? writeCursor({ direction, values: JSON.parse(row[PLACE]) as Scalar[] }, list) : null;
  const nextCursor = backwards || beyond ? cursorAt(data.at(-1), 'next') : null;
  const prevCursor = (backwards ? beyond : cursor) ? cursorAt(data[0], 'prev') : null;
  for (const row of data) row[PLACE] = undefined;
  return {
    data,
    pageInfo: { nextCursor, prevCursor, hasMore: nextCursor !== null },
    ...(counted && { total: totalOf(counted, request.count) }),
  };
}
