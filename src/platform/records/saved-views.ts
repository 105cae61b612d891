import { BadRequestError, ConflictError, UnprocessableError, invalidAt } from '../../kernel/errors.js';
import { isField, parseFilter, parseSort, type Filter, type RecordSource, type Relations } from '../query/index.js';
import type { StoredView } from './ports.js';

/** The current fields and relations of a source. */
export interface KnownSource extends Pick<RecordSource, 'fields'> {
  readonly relations: Relations;
}

/** The filter and order of a saved view, parsed with the current fields. */
export interface ReadView {
  readonly filter?: Filter;
  readonly sort?: readonly string[];
}

/** Parses a filter from input, including relations. */
export const filterOf = ({ fields, relations }: KnownSource, filter: unknown): Filter =>
  parseFilter(filter, fields, '#/filter', relations);

/** Rejects a view with unknown fields. Ignoring an unknown field would drop a condition and return too many records. */
export function readView(source: KnownSource, { name, filter, sort, columns, groupBy }: StoredView): ReadView {
  try {
    requireFields(source, groupBy === null ? columns : [...columns, groupBy]);
    if (sort.length > 0) parseSort(sort, source.fields, []);
    return {
      ...(filter !== null && filter !== undefined && { filter: filterOf(source, filter) }),
      ...(sort.length > 0 && { sort }),
    };
  } catch (error) {
    if (!(error instanceof UnprocessableError || error instanceof BadRequestError)) throw error;
    const details = (error.extras.errors ?? []).map(({ detail }) => detail).join(' ');
    throw new ConflictError(
      'stale-view',
      `The view ${JSON.stringify(name)} refers to something that no longer exists: ${details}`.slice(0, 1000),
    );
  }
}

function requireFields({ fields, relations }: KnownSource, names: readonly string[]): void {
  const unknown = names.find((name) => !isField(name, fields, relations));
  if (unknown !== undefined) throw invalidAt('#/columns', 'unknown-field', `There is no field ${unknown}.`);
}
