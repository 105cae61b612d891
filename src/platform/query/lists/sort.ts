import { sql } from 'kysely';
import { BadRequestError } from '../../../kernel/errors.js';
import { bound, type Field, type Fields, sortable, type Sql } from '../fields/fields.js';
import type { FieldKind, Scalar } from '../fields/kinds.js';

export interface SortTerm {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
  readonly kind: FieldKind;
  readonly expression: Sql;
}

const MAX_TERMS = 3;

function reject(code: string, detail: string): never {
  throw new BadRequestError('invalid-query', 'The sort order is invalid.', {
    errors: [{ parameter: 'sort', code, detail }],
  });
}

function termOf(word: unknown, fields: Fields): SortTerm {
  const name = String(word).replace(/^-/, '');
  const found: Field | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof word !== 'string' || !found?.sort)
    return reject('unknown-field', `A list is sorted by ${sortable(fields).join(', ')}.`);
  const own = found.sort === true ? undefined : found.sort;
  return {
    field: name,
    direction: word.startsWith('-') ? 'desc' : 'asc',
    kind: own?.kind ?? found.kind,
    expression: own?.expression ?? found.column,
  };
}

/** Parses terms such as `['-createdAt', 'name']`. The id is added later as the tie breaker. */
export function parseSort(
  words: readonly unknown[] | undefined,
  fields: Fields,
  fallback: readonly string[],
): readonly SortTerm[] {
  const asked = words?.length ? words : fallback;
  if (asked.length > MAX_TERMS) return reject('too-many-terms', `A list is sorted by at most ${MAX_TERMS} fields.`);
  const terms = asked.map((word) => termOf(word, fields));
  if (new Set(terms.map((term) => term.field)).size < terms.length)
    return reject('repeated-field', 'A field can be sorted by only once.');
  return terms;
}

export const withTieBreaker = (terms: readonly SortTerm[], id: Sql): readonly SortTerm[] => [
  ...terms,
  { field: 'id', direction: terms.at(-1)?.direction ?? 'desc', kind: 'uuid', expression: id },
];

export const reversed = (terms: readonly SortTerm[]): readonly SortTerm[] =>
  terms.map((term) => ({ ...term, direction: term.direction === 'asc' ? 'desc' : 'asc' }));

export const orderBy = (terms: readonly SortTerm[]): Sql =>
  sql`order by ${sql.join(terms.map(({ expression, direction }) => sql`${expression} ${sql.raw(direction)}`))}`;

/**
 * Selects the rows after a sort key, starting at the key in the index. `a < x or (a = x and b < y)` reads all previous
 * rows: 128 ms instead of 0.6 ms at row 500 000.
 */
export function keysetCondition(terms: readonly SortTerm[], values: readonly Scalar[]): Sql {
  const after = (term: SortTerm): Sql => (term.direction === 'asc' ? sql`>` : sql`<`);
  const value = (at: number): Sql => bound((terms[at] as SortTerm).kind, values[at]);
  const [first] = terms;
  if (first && terms.every((term) => term.direction === first.direction)) {
    return sql`(${sql.join(terms.map((term) => term.expression))})
      ${after(first)} (${sql.join(terms.map((_, at) => value(at)))})`;
  }
  return terms.reduceRight<Sql | undefined>((rest, term, at) => {
    const beyond = sql`${term.expression} ${after(term)} ${value(at)}`;
    return rest ? sql`(${term.expression} ${after(term)}= ${value(at)} and (${beyond} or ${rest}))` : beyond;
  }, undefined) as Sql;
}
