import { compiled, cachedStatement, withPlaceholders, type Query } from '../../database/index.js';
import type { Sql } from '../fields/fields.js';
import type { Scalar } from '../fields/kinds.js';
import { writeCursor } from './cursor.js';
import { type Count, totalOf } from '../counts/count.js';
import { needsValues } from '../search.js';
import { CURSOR_KEY, keysetQuery, listQuery } from './page-queries.js';
import { conditions, type ListRequest, type RecordSource, type KeysetPage, keysetPageOf } from './source.js';

export interface ListPage<V> {
  readonly data: V[];
  readonly pageInfo: {
    readonly nextCursor: string | null;
    readonly prevCursor: string | null;
    readonly hasMore: boolean;
  };
  readonly total?: Count;
}

const numbers = new WeakMap<RecordSource, number>();
let sources = 0;
/** Returns a number for a source from its second use on. A source used once may contain values of a single request. */
function numberOf(source: RecordSource): number | undefined {
  const known = numbers.get(source);
  if (known === undefined) numbers.set(source, (sources += 1));
  return known;
}

const without = new WeakMap<Sql, boolean>();
/** Returns whether a part binds values. Values belong to one viewer, so a cached statement must not contain values. */
function hasValues(part: Sql): boolean {
  const isFree = without.get(part) ?? compiled(part).parameters.length === 0;
  without.set(part, isFree);
  return !isFree;
}

/** Everything besides source and conditions that changes the text of a list statement. */
const shapeOf = ({ terms, cursor }: KeysetPage, { limit, include }: ListRequest): readonly (string | number)[] => [
  ...terms.map(({ field, direction }) => `${field} ${direction}`),
  cursor?.values.length ?? 0,
  limit,
  ...Object.keys(include ?? {}),
];

/** Returns the list query as a cached statement if possible, so that a next page only binds new values. */
export function listStatement(source: RecordSource, request: ListRequest): Query {
  const { derived } = source;
  const number = numberOf(derived?.of ?? source);
  if (number === undefined || needsValues(source, request) || Object.values(request.include ?? {}).some(hasValues))
    return listQuery(source, request);
  const keysetPage = keysetPageOf(source, request);
  const where = compiled(conditions(source, request));
  const [own, cursorKey] = [derived?.values ?? [], keysetPage.cursor?.values ?? []];
  const key = [number, derived?.form ?? '', ...shapeOf(keysetPage, request), where.sql].join('\n');
  return cachedStatement(key, [...where.parameters, ...cursorKey, ...own], (...placeholders) => {
    const [begin, end] = [where.parameters.length, placeholders.length - own.length];
    const afterCursor = {
      ...keysetPage,
      ...(keysetPage.cursor && {
        cursor: { ...keysetPage.cursor, values: placeholders.slice(begin, end) as Scalar[] },
      }),
    };
    return keysetQuery(
      derived ? derived.with(...placeholders.slice(end)) : source,
      request,
      afterCursor,
      withPlaceholders(where.sql, placeholders.slice(0, begin)),
    );
  });
}

type WithCursorKey = { [CURSOR_KEY]?: string };

/**
 * Converts the rows of `listQuery` and `countQuery` into a page without copying. The cursor key becomes undefined,
 * because deleting a property slows down V8 objects.
 */
export function toPage<V extends object>(
  rows: readonly object[],
  source: RecordSource,
  request: ListRequest,
  counted?: readonly object[],
): ListPage<V> {
  const { list, cursor } = keysetPageOf(source, request);
  const backwards = cursor?.direction === 'prev';
  const data = rows.slice(0, request.limit) as (V & WithCursorKey)[];
  const beyond = rows.length > request.limit;
  if (backwards) data.reverse();
  const cursorAt = (row: WithCursorKey | undefined, direction: 'next' | 'prev'): string | null =>
    row?.[CURSOR_KEY] ? writeCursor({ direction, values: JSON.parse(row[CURSOR_KEY]) as Scalar[] }, list) : null;
  const nextCursor = backwards || beyond ? cursorAt(data.at(-1), 'next') : null;
  const prevCursor = (backwards ? beyond : cursor) ? cursorAt(data[0], 'prev') : null;
  for (const row of data) row[CURSOR_KEY] = undefined;
  return {
    data,
    pageInfo: { nextCursor, prevCursor, hasMore: nextCursor !== null },
    ...(counted && { total: totalOf(counted, request.count) }),
  };
}
