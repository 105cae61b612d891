import { Invalid } from '../../kernel/errors.js';
import {
  countedQuery,
  estimateQuery,
  isAffordable,
  sampledQuery,
  summarizedQuery,
  type CountedRow,
} from './facet-counts.js';
import type { Count } from './count.js';
import { facetable, type Field, type Fields, type Sql } from './fields.js';
import { type Filter, isCondition, isQuantified } from './filter.js';
import type { Scalar } from './kinds.js';
import type { ListRequest, RecordSource } from './source.js';
import { summedConditions } from './summary.js';

export interface Facet {
  /** Whether all of its counts are exact, estimated from a sample, or lower bounds. */
  readonly kind: Count['kind'];
  readonly values: readonly { readonly value: Scalar | null; readonly count: number }[];
}

export interface FacetRequest extends Pick<ListRequest, 'where' | 'filter' | 'q' | 'context' | 'deletedOnly'> {
  /** What holds for every facet: no field's own condition is taken from it. */
  readonly base?: Filter;
}

const MAX_FACETS = 8;

const isOnly = (filter: Filter, name: string): boolean => {
  if (isCondition(filter)) return filter.field === name;
  if (isQuantified(filter)) return false;
  if ('not' in filter) return isOnly(filter.not, name);
  return ('and' in filter ? filter.and : filter.or).every((part) => isOnly(part, name));
};

/** What must hold together: also the parts of what is nested, and of a negated `or`. */
function partsOf(filter: Filter): readonly Filter[] {
  if ('and' in filter) return filter.and.flatMap(partsOf);
  if (!('not' in filter)) return [filter];
  const { not } = filter;
  if ('not' in not) return partsOf(not.not);
  return 'or' in not ? not.or.flatMap((part) => partsOf({ not: part })) : [filter];
}

/** Without what is asked of this one field: a ticked value must not make the others vanish. */
export function without(filter: Filter | undefined, name: string): Filter | undefined {
  const and = filter ? partsOf(filter).filter((part) => !isOnly(part, name)) : [];
  return and.length > 1 ? { and } : and[0];
}

export function parseFacets(names: readonly unknown[], fields: Fields, pointer = '#/facets'): readonly string[] {
  const known = facetable(fields);
  const refuse = (at: string, code: string, detail: string): never => {
    throw new Invalid('invalid-facets', 'The facets are not acceptable.', { errors: [{ pointer: at, code, detail }] });
  };
  const distinct = [...new Set(names)];
  if (distinct.length === 0 || distinct.length > MAX_FACETS)
    refuse(pointer, 'wrong-length', `Ask for 1 to ${MAX_FACETS} facets.`);
  const strange = names.findIndex((name) => !known.includes(name as string));
  if (strange >= 0) refuse(`${pointer}/${strange}`, 'unknown-field', `There are facets for ${known.join(', ')}.`);
  return distinct as string[];
}

type Run = (query: Sql) => Promise<object[]>;

/** Facets that are counted among the same records. */
interface Group {
  readonly names: string[];
  readonly request: FacetRequest;
}

function groupsOf(names: readonly string[], request: FacetRequest): Group[] {
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
 * The summary tables where they know all that is asked; else the records themselves where they are few and an index finds
 * them; else a sample. What is read is bounded in each case, however large the table is.
 */
async function count(run: Run, source: RecordSource, { names, request }: Group): Promise<object[]> {
  const rows: object[] = [];
  let others = names;
  for (const summary of source.summaries ?? []) {
    const all = summedConditions(summary, request);
    const known = all ? others.filter((name) => Object.hasOwn(summary.fields, name)) : [];
    if (all && known.length > 0) rows.push(...(await run(summarizedQuery(summary, all, known))));
    others = others.filter((name) => !known.includes(name));
  }
  if (others.length === 0) return rows;
  const sampled = sampledQuery(source, request, others);
  const isFew = !sampled || isAffordable(await run(estimateQuery(source, request)));
  return [...rows, ...(await run(isFew ? countedQuery(source, request, others) : sampled))];
}

/** The commonest 50 values of each field, among the records that meet all the *other* fields' conditions. */
export async function countFacets(
  run: Run,
  source: RecordSource,
  request: FacetRequest,
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
  const counted = (rows as readonly CountedRow[]).toSorted((a, b) => Number(a.place) - Number(b.place));
  return Object.fromEntries(
    names.map((name) => {
      const own = counted.filter(({ facet }) => facet === name);
      const values = own
        .filter(({ place }) => place !== null)
        .map(({ value, count }) => ({ value: fromText(value, fields[name] as Field), count }));
      return [name, { kind: own[0]?.kind ?? 'exact', values }];
    }),
  );
}
