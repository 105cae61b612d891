import type { FilterNode } from '../data/filters';

const text = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

export const is = (field: string, value: unknown): FilterNode => ({ field, op: 'eq', value });
export const isOneOf = (field: string, value: readonly string[]): FilterNode => ({ field, op: 'in', value });

/** Returns the address of the list of deals that meet all conditions. */
export function dealListPath(conditions: readonly FilterNode[], q?: string): string {
  const where = conditions.length === 1 ? conditions[0] : { and: conditions };
  return `/deals?filter=${text({ ...(conditions.length > 0 && { where }), ...(q && { q }) })}`;
}
