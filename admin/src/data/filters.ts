/** A node of the filter language of the API. */
export type FilterNode =
  | { readonly and: readonly FilterNode[] }
  | { readonly or: readonly FilterNode[] }
  | { readonly not: FilterNode }
  | { readonly field: string; readonly op: string; readonly value: unknown };

/** The filter of a list, as it stands in the address bar. */
export interface ListFilter {
  /** Search text. */
  readonly q?: string;
  /** Chosen values per facet; `null` stands for no value. */
  readonly facets?: Readonly<Record<string, readonly (string | null)[]>>;
  readonly where?: FilterNode;
  /** The saved view that this filter was opened from. */
  readonly view?: string;
  readonly deleted?: boolean;
  /** Fixed conditions of a list inside another page. */
  readonly fixed?: FilterNode;
}

const facetCondition = (field: string, values: readonly (string | null)[]): FilterNode => {
  const named = values.filter((value) => value !== null);
  const conditions: FilterNode[] = [
    ...(named.length > 0 ? [{ field, op: field === 'tags' ? 'hasAny' : 'in', value: named }] : []),
    ...(values.includes(null) ? [{ field, op: 'isNull', value: true }] : []),
  ];
  return conditions.length === 1 && conditions[0] ? conditions[0] : { or: conditions };
};

/** Returns the condition of a list filter; undefined for all records. */
export function conditionOf({ facets = {}, where, fixed }: ListFilter): FilterNode | undefined {
  const chosen = Object.entries(facets).filter(([, values]) => values.length > 0);
  const nodes = [
    ...(fixed ? [fixed] : []),
    ...(where ? [where] : []),
    ...chosen.map(([field, values]) => facetCondition(field, values)),
  ];
  if (nodes.length === 0) return undefined;
  return nodes.length === 1 ? nodes[0] : { and: nodes };
}

/** Returns the body of a search or facet request. */
export function searchBodyOf(filter: ListFilter): Record<string, unknown> {
  const condition = conditionOf(filter);
  const q = filter.q?.trim();
  return { ...(condition && { filter: condition }), ...(q && { q }) };
}
