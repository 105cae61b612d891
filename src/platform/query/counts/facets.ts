import { UnprocessableError } from '../../../kernel/errors.js';
import {
  countedQuery,
  estimateQuery,
  isAffordable,
  sampledQuery,
  summarizedQuery,
  type CountedRow,
} from './facet-counts.js';
import type { Count } from './count.js';
import { facetable, type Field, type Fields, type Sql } from '../fields/fields.js';
import { type Filter, isCondition, isQuantified } from '../filters/filter.js';
import type { Scalar } from '../fields/kinds.js';
import type { ListRequest, RecordSource } from '../lists/source.js';
import { summedConditions } from './summary.js';

export interface Facet {
  /** Whether the counts are exact, estimated from a sample, or lower bounds. */
  readonly kind: Count['kind'];
  readonly values: readonly { readonly value: Scalar | null; readonly count: number }[];
}

export interface FacetQuestion extends Pick<
  ListRequest,
  'where' | 'gathered' | 'filter' | 'q' | 'context' | 'deletedOnly'
> {
  /** Filter for all facets. Facets never drop conditions of this filter. */
  readonly base?: Filter;
}

const MAX_FACETS = 8;

const isOnly = (filter: Filter, name: string): boolean => {
  if (isCondition(filter)) return filter.field === name;
  if (isQuantified(filter)) return false;
  if ('not' in filter) return isOnly(filter.not, name);
  return ('and' in filter ? filter.and : filter.or).every((part) => isOnly(part, name));
};

/** Splits a filter into conditions that must all hold, including nested `and` nodes and negated `or` nodes. */
function partsOf(filter: Filter): readonly Filter[] {
  if ('and' in filter) return filter.and.flatMap(partsOf);
  if (!('not' in filter)) return [filter];
  const { not } = filter;
  if ('not' in not) return partsOf(not.not);
  return 'or' in not ? not.or.flatMap((part) => partsOf({ not: part })) : [filter];
}

/** Removes the conditions on one field, so that a selected value does not hide the other values of its facet. */
export function without(filter: Filter | undefined, name: string): Filter | undefined {
  const and = filter ? partsOf(filter).filter((part) => !isOnly(part, name)) : [];
  return and.length > 1 ? { and } : and[0];
}

export function parseFacets(names: readonly unknown[], fields: Fields, pointer = '#/facets'): readonly string[] {
  const known = facetable(fields);
  const reject = (at: string, code: string, detail: string): never => {
    throw new UnprocessableError('invalid-facets', 'The facets are invalid.', {
      errors: [{ pointer: at, code, detail }],
    });
  };
  const distinct = [...new Set(names)];
  if (distinct.length === 0 || distinct.length > MAX_FACETS)
    reject(pointer, 'wrong-length', `Request 1 to ${MAX_FACETS} facets.`);
  const strange = names.findIndex((name) => !known.includes(name as string));
  if (strange >= 0) reject(`${pointer}/${strange}`, 'unknown-field', `Facets exist for ${known.join(', ')}.`);
  return distinct as string[];
}

type Run = (query: Sql) => Promise<object[]>;

/** Facets with the same filter. */
interface Group {
  readonly names: string[];
  readonly request: FacetQuestion;
}

function groupsOf(names: readonly string[], request: FacetQuestion): Group[] {
  const groups = new Map<string, Group>();
  for (const name of names) {
    const own = without(request.filter, name);
    const and = [request.base, own].filter((part) => part !== undefined);
    const key = JSON.stringify(own ?? null);
    const group = groups.get(key) ?? { names: [], request: { ...request, filter: and.length > 1 ? { and } : and[0] } };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Uses the summary counts if possible, else exact counts of few records, else a sample. The number of rows read is
 * bounded in each case.
 */
async function count(run: Run, source: RecordSource, { names, request }: Group): Promise<object[]> {
  const { summary } = source;
  const all = summary && summedConditions(summary, request);
  const known = all ? names.filter((name) => Object.hasOwn(summary.fields, name)) : [];
  const rows = summary && all && known.length > 0 ? await run(summarizedQuery(summary, all, known)) : [];
  const others = names.filter((name) => !known.includes(name));
  if (others.length === 0) return rows;
  const sampled = sampledQuery(source, request, others);
  const isFew = !sampled || isAffordable(await run(estimateQuery(source, request)));
  return [...rows, ...(await run(isFew ? countedQuery(source, request, others) : sampled))];
}

/** Returns the 50 most frequent values of each field. The own conditions of a field do not restrict its facet. */
export async function countFacets(
  run: Run,
  source: RecordSource,
  request: FacetQuestion,
  names: readonly string[],
): Promise<Readonly<Record<string, Facet>>> {
  const rows = await Promise.all(groupsOf(names, request).map((group) => count(run, source, group)));
  return toFacets(rows.flat(), source.fields, names);
}

function fromText(value: string | null, { kind }: Field): Scalar | null {
  if (value === null) return null;
  return kind === 'integer' ? Number(value) : kind === 'boolean' ? value === 'true' : value;
}

function toFacets(rows: readonly object[], fields: Fields, names: readonly string[]): Readonly<Record<string, Facet>> {
  const counted = (rows as readonly CountedRow[]).toSorted((a, b) => Number(a.rank) - Number(b.rank));
  return Object.fromEntries(
    names.map((name) => {
      const own = counted.filter(({ facet }) => facet === name);
      const values = own
        .filter(({ rank }) => rank !== null)
        .map(({ value, count }) => ({ value: fromText(value, fields[name] as Field), count }));
      return [name, { kind: own[0]?.kind ?? 'exact', values }];
    }),
  );
}
