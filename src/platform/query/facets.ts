import { sql } from 'kysely';
import { Invalid } from '../../kernel/errors.js';
import { type Fields, type Field, facetable, type Sql } from './fields.js';
import { type Filter, isCondition } from './filter.js';
import type { Scalar } from './kinds.js';
import { conditions, type ListRequest, type RecordSource } from './source.js';

export type Facets = Readonly<Record<string, { readonly value: Scalar | null; readonly count: number }[]>>;
export type FacetRequest = Pick<ListRequest, 'where' | 'filter' | 'q' | 'context' | 'deletedOnly'>;

const MAX_FACETS = 8;
const MAX_VALUES = sql.lit(50);

const isOnly = (filter: Filter, name: string): boolean => {
  if (isCondition(filter)) return filter.field === name;
  if ('not' in filter) return isOnly(filter.not, name);
  return ('and' in filter ? filter.and : filter.or).every((part) => isOnly(part, name));
};

/** Without what the top level asks of this one field: a ticked value must not make the others vanish. */
function without(filter: Filter | undefined, name: string): Filter | undefined {
  if (!filter || isOnly(filter, name)) return undefined;
  if (!('and' in filter)) return filter;
  const and = filter.and.filter((part) => !isOnly(part, name));
  return and.length > 1 ? { and } : and[0];
}

function oneFacet(name: string, source: RecordSource, request: FacetRequest): Sql {
  const { kind, column } = source.fields[name] as Field;
  const all = conditions(source, { ...request, filter: without(request.filter, name) });
  const from = kind === 'tags' ? sql`${source.from} cross join lateral unnest(${column}) as tag(value)` : source.from;
  const value = kind === 'tags' ? sql`tag.value` : column;
  const groups = sql`select ${value} as value, count(*) as count from ${from} where ${all} group by 1`;
  return sql`select * from (select ${sql.lit(name)} as facet, row_number() over (order by count desc, value) as place, value::text as value, count::int as count
from (${groups}) grouped) placed where place <= ${MAX_VALUES}`;
}

export function parseFacets(names: readonly unknown[], fields: Fields, pointer = '#/facets'): readonly string[] {
  const known = facetable(fields);
  const refuse = (at: string, code: string, detail: string): never => {
    throw new Invalid('invalid-facets', 'The facets are not acceptable.', { errors: [{ pointer: at, code, detail }] });
  };
  const distinct = [...new Set(names)];
  if (distinct.length === 0 || distinct.length > MAX_FACETS) refuse(pointer, 'wrong-length', `Ask for 1 to ${MAX_FACETS} facets.`);
  const strange = names.findIndex((name) => !known.includes(name as string));
  if (strange >= 0) refuse(`${pointer}/${strange}`, 'unknown-field', `There are facets for ${known.join(', ')}.`);
  return distinct as string[];
}

/** The commonest 50 values of each field, among the records that meet all the *other* fields' conditions. */
export const facetQuery = (source: RecordSource, request: FacetRequest, names: readonly string[]): Sql =>
  sql.join(names.map((name) => oneFacet(name, source, request)), sql` union all `);

function fromText(value: string | null, { kind }: Field): Scalar | null {
  if (value === null) return null;
  return kind === 'integer' ? Number(value) : kind === 'boolean' ? value === 'true' : value;
}

interface Counted {
  readonly facet: string;
  readonly place: string | number;
  readonly value: string | null;
  readonly count: number;
}

/** The rows of `facetQuery`, by field, commonest first. */
export function toFacets(rows: readonly object[], fields: Fields, names: readonly string[]): Facets {
  const facets = Object.fromEntries(names.map((name) => [name, [] as { value: Scalar | null; count: number }[]]));
  const counted = (rows as readonly Counted[]).toSorted((a, b) => Number(a.place) - Number(b.place));
  for (const { facet, value, count } of counted) facets[facet]?.push({ value: fromText(value, fields[facet] as Field), count });
  return facets;
}
