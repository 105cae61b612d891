import type { ListFilter } from './filters';

/** Returns the address of the list of a record type with a filter. */
export function listPath(
  resource: string,
  filter: ListFilter,
  sort?: { field: string; order: 'ASC' | 'DESC' },
): string {
  const order = sort ? `&sort=${sort.field}&order=${sort.order}` : '';
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}${order}`;
}
