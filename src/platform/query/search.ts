import { sql } from 'kysely';
import { BadRequestError } from '../../kernel/errors.js';
import { normalizeText, lengthOf } from '../../kernel/values/text.js';
import { asksInText, hasTrigram, likeEscaped } from './filters/compile.js';
import type { Condition } from './filters/condition.js';
import { bound, type Field, type Fields, locate, type Sql } from './fields/fields.js';
import { type Filter, isCondition, isQuantified } from './filters/filter.js';
import { isOrder, isText, isWords } from './fields/kinds.js';
import type { ListRequest, RecordSource } from './lists/source.js';

const SHORTEST = 2;
const LONGEST = 100;
/** In these scripts one character is a word or a syllable. */
const WORD_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export const isLongEnough = (text: string): boolean => lengthOf(text) >= SHORTEST || WORD_LETTER.test(text);

function reject(code: string, detail: string): never {
  throw new BadRequestError('invalid-query', 'The search is invalid.', { errors: [{ parameter: 'q', code, detail }] });
}

export function searchWords(q: string | undefined): readonly string[] {
  if (q === undefined) return [];
  if (!isText(q, LONGEST) || !isLongEnough(q.trim()))
    return reject(
      'wrong-length',
      `A search is text of ${SHORTEST} to ${LONGEST} characters; one is enough in Chinese, Japanese or Korean.`,
    );
  return [...new Set(q.normalize('NFC').trim().split(/\s+/))];
}

/** Requires each word, ignoring case and accents. `column` contains normalized text. */
export function searchConditions(q: string | undefined, column: Sql | undefined): readonly Sql[] {
  const words = searchWords(q);
  if (words.length > 0 && !column) return reject('unknown-parameter', 'This list has no text search.');
  return words.map((word) => sql`${column} like ${bound('text', `%${likeEscaped(normalizeText(word))}%`)}`);
}

const IN_SETS = new Set<string>(['has', 'hasAny', 'hasAll']);
const fieldOf = ({ field }: Condition, fields: Fields): Field | undefined =>
  Object.hasOwn(fields, field) ? fields[field] : undefined;

/** Returns whether every matching record must meet at least one condition of the given type. */
const asksFor = (filter: Filter | undefined, isMeant: (condition: Condition) => boolean): boolean =>
  filter !== undefined &&
  (isCondition(filter) ? isMeant(filter) : 'and' in filter && filter.and.some((part) => asksFor(part, isMeant)));

/** One word with a trigram is enough for the index. The other words are checked on the hits. */
export const asksForText = (
  { fields }: Pick<RecordSource, 'fields'>,
  { q, filter }: Pick<ListRequest, 'q' | 'filter'>,
): boolean =>
  searchWords(q).some(hasTrigram) || asksFor(filter, (condition) => asksInText(condition, fieldOf(condition, fields)));

/**
 * Returns whether an inverted index should be used first. The planner has statistics only for the most frequent words
 * and tags, and overestimates all others.
 */
export const isSearch = (source: Pick<RecordSource, 'fields'>, request: Pick<ListRequest, 'q' | 'filter'>): boolean =>
  asksForText(source, request) ||
  asksFor(
    request.filter,
    (condition) => IN_SETS.has(condition.op) && fieldOf(condition, source.fields)?.kind === 'tags',
  );

/**
 * Returns whether the selectivity of a filter depends on its values, as for ranges and text. A range on the first sort
 * field does not count.
 */
export function dependsOnValues(filter: Filter | undefined, order: string | undefined): boolean {
  if (filter === undefined) return false;
  if (isCondition(filter)) return isWords(filter.op) || (isOrder(filter.op) && filter.field !== order);
  if ('not' in filter) return dependsOnValues(filter.not, order);
  if (isQuantified(filter))
    return dependsOnValues('some' in filter ? filter.some.filter : filter.none.filter, undefined);
  return ('and' in filter ? filter.and : filter.or).some((part) => dependsOnValues(part, order));
}

/** Returns the conditions on the record itself, without conditions on related records. */
const parts = (filter: Filter): readonly Condition[] =>
  isCondition(filter)
    ? [filter]
    : isQuantified(filter)
      ? []
      : 'not' in filter
        ? parts(filter.not)
        : ('and' in filter ? filter.and : filter.or).flatMap(parts);

/**
 * Returns whether a filter narrows the records of one owner or team. Owners have very different record counts, so a
 * generic plan would be wrong. Conditions on relations are ignored, because planning them again takes too long.
 */
export function dependsOnOwner(
  { fields }: Pick<RecordSource, 'fields'>,
  { where, filter }: Pick<ListRequest, 'where' | 'filter'>,
): boolean {
  const asked = filter ? parts(filter).flatMap((condition) => fieldOf(condition, fields) ?? []) : [];
  const isOfSomebody = ({ user, team }: Field): boolean => user === true || team === true;
  return asked.some((field) => !isOfSomebody(field)) && (where.length > 0 || asked.some(isOfSomebody));
}

/** Whether one index answers the condition in the order of creation, or in the order of the field itself. */
function hasOrder(condition: Condition, { fields }: Pick<RecordSource, 'fields'>, order: string | undefined): boolean {
  if (isOrder(condition.op)) return condition.field === order;
  const isOneValue = condition.op === 'eq' || (condition.op === 'in' && (condition.value as unknown[]).length === 1);
  return order === 'createdAt' && isOneValue && fieldOf(condition, fields)?.indexed === true;
}

/** Returns whether all conditions are on the record itself. A condition on related records is planned as a join. */
const isOwn = (filter: Filter, fields: Fields): boolean =>
  isCondition(filter)
    ? locate(filter.field, fields) !== undefined
    : !isQuantified(filter) &&
      ('not' in filter
        ? isOwn(filter.not, fields)
        : ('and' in filter ? filter.and : filter.or).every((part) => isOwn(part, fields)));

/** Returns the conditions that all records must meet; undefined for a part that is not a condition. */
const required = (filter: Filter): readonly (Condition | undefined)[] =>
  'and' in filter ? filter.and.flatMap(required) : [isCondition(filter) ? filter : undefined];

/** Returns the conditions that the index of the order answers: bounds of the first sort field, and partial indexes. */
export const boundsOf = (
  source: Pick<RecordSource, 'fields'>,
  { filter, sort: [first] }: Pick<ListRequest, 'filter' | 'sort'>,
): readonly Condition[] =>
  (filter ? required(filter) : [])
    .filter((one) => one !== undefined)
    .filter(
      (one) =>
        (isOrder(one.op) && one.field === first?.field) ||
        (one.op === 'eq' && one.value === true && fieldOf(one, source.fields)?.whenTrue !== undefined),
    );

export const isUnordered = (
  { fields }: Pick<RecordSource, 'fields'>,
  [first]: Pick<ListRequest, 'sort'>['sort'],
): boolean => first !== undefined && Object.hasOwn(fields, first.field) && fields[first.field]?.isUnordered === true;

/**
 * Returns whether a list is read in two steps: the first rows in list order, then the rows of a condition. The planner
 * takes conditions and order for independent, and would read most of the table where they are not.
 */
export function isProbing(
  source: Pick<RecordSource, 'fields' | 'isProbed'>,
  { where, gathered, filter, q, sort, isNarrow }: Omit<ListRequest, 'limit' | 'count' | 'context'>,
): boolean {
  if (gathered) return true;
  if (isNarrow || !source.isProbed || (filter && !isOwn(filter, source.fields))) return false;
  const order = sort[0]?.field;
  if (q || isUnordered(source, sort)) return true;
  const conditions = filter ? required(filter) : [];
  return (
    (where.length > 0 && order !== 'createdAt') ||
    conditions.some((condition) => !condition || !hasOrder(condition, source, order))
  );
}

const namesIds = (filter: Filter): boolean =>
  required(filter).some((one) => one?.field === 'id' && (one.op === 'eq' || one.op === 'in'));

/** Returns whether the request may read a whole table: no index is known to narrow all conditions. */
export const isUnbounded = (source: RecordSource, request: ListRequest): boolean =>
  source.isProbed === true &&
  !(request.filter && namesIds(request.filter)) &&
  (request.q !== undefined || request.filter !== undefined) &&
  (needsValues(source, request) || (request.filter !== undefined && !isOwn(request.filter, source.fields)));

/** Returns whether the statement must be planned with the values of the request. */
export const needsValues = (source: RecordSource, request: ListRequest): boolean =>
  isSearch(source, request) || isProbing(source, request);
