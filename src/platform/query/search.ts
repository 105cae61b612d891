import { sql } from 'kysely';
import { BadRequest } from '../../kernel/errors.js';
import { asksInText, hasTrigram, likeEscaped } from './compile.js';
import type { Condition } from './condition.js';
import { bound, type Field, type Fields, type Sql } from './fields.js';
import { type Filter, isCondition, isQuantified } from './filter.js';
import { isOrder, isText, isWords } from './kinds.js';
import type { ListRequest, RecordSource } from './source.js';

const SHORTEST = 2;
const LONGEST = 100;

function refuse(code: string, detail: string): never {
  throw new BadRequest('invalid-query', 'The search is not acceptable.', {
    errors: [{ parameter: 'q', code, detail }],
  });
}

export function searchWords(q: string | undefined): readonly string[] {
  if (q === undefined) return [];
  if (!isText(q, LONGEST) || q.trim().length < SHORTEST)
    return refuse('wrong-length', `A search is text of ${SHORTEST} to ${LONGEST} characters.`);
  return [...new Set(q.trim().split(/\s+/))];
}

/** Each word must be found. The database folds case on both sides, so that they agree. */
export function searchConditions(q: string | undefined, column: Sql | undefined): readonly Sql[] {
  const words = searchWords(q);
  if (words.length > 0 && !column) return refuse('unknown-parameter', 'This list has no text search.');
  return words.map((word) => sql`${column} like lower(${bound('text', `%${likeEscaped(word)}%`)})`);
}

const IN_SETS = new Set<string>(['has', 'hasAny', 'hasAll']);
const fieldOf = ({ field }: Condition, fields: Fields): Field | undefined =>
  Object.hasOwn(fields, field) ? fields[field] : undefined;

/** Whether every record that a filter leaves meets some condition of this kind. */
const asksFor = (filter: Filter | undefined, isMeant: (condition: Condition) => boolean): boolean =>
  filter !== undefined &&
  (isCondition(filter) ? isMeant(filter) : 'and' in filter && filter.and.some((part) => asksFor(part, isMeant)));

/** One long word is enough for the index: the others are checked on what it finds. */
export const asksForText = (
  { fields }: Pick<RecordSource, 'fields'>,
  { q, filter }: Pick<ListRequest, 'q' | 'filter'>,
): boolean =>
  searchWords(q).some(hasTrigram) || asksFor(filter, (condition) => asksInText(condition, fieldOf(condition, fields)));

/**
 * Whether an inverted index should be asked first. Of words and tags the planner knows the commonest, and takes any other for
 * common enough to be met on the way.
 */
export const isSearch = (source: Pick<RecordSource, 'fields'>, request: Pick<ListRequest, 'q' | 'filter'>): boolean =>
  asksForText(source, request) ||
  asksFor(
    request.filter,
    (condition) => IN_SETS.has(condition.op) && fieldOf(condition, source.fields)?.kind === 'tags',
  );

/** Whether the values alone tell how much a filter leaves: of a range, of what has a text in it. Of the order of the list itself that makes no difference. */
export function hangsOnValues(filter: Filter | undefined, order: string | undefined): boolean {
  if (filter === undefined) return false;
  if (isCondition(filter)) return isWords(filter.op) || (isOrder(filter.op) && filter.field !== order);
  if ('not' in filter) return hangsOnValues(filter.not, order);
  if (isQuantified(filter)) return hangsOnValues('some' in filter ? filter.some.filter : filter.none.filter, undefined);
  return ('and' in filter ? filter.and : filter.or).some((part) => hangsOnValues(part, order));
}

/** The conditions on a record itself. */
const parts = (filter: Filter): readonly Condition[] =>
  isCondition(filter)
    ? [filter]
    : isQuantified(filter)
      ? []
      : 'not' in filter
        ? parts(filter.not)
        : ('and' in filter ? filter.and : filter.or).flatMap(parts);

/**
 * Whether somebody's records are narrowed by something else. One person has twenty of a status and another ten thousand: a plan for anybody would take
 * them for few, and sort what a walk along their own index fills a page from. What is asked of linked records takes longer to plan than that is worth.
 */
export function hangsOnWhose(
  { fields }: Pick<RecordSource, 'fields'>,
  { where, filter }: Pick<ListRequest, 'where' | 'filter'>,
): boolean {
  const asked = filter ? parts(filter).flatMap((condition) => fieldOf(condition, fields) ?? []) : [];
  const isOfSomebody = ({ user, team }: Field): boolean => user === true || team === true;
  return asked.some((field) => !isOfSomebody(field)) && (where.length > 0 || asked.some(isOfSomebody));
}
