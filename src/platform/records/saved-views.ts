import { BadRequest, Conflict, Invalid } from '../../kernel/errors.js';
import { parseFilter, parseSort, relationsOf, type Filter, type RecordSource } from '../query/index.js';
import type { SavedView } from './ports.js';

type Source = Pick<RecordSource, 'resource' | 'fields'>;

/** What a view asks of the records now. */
export interface ReadView {
  readonly filter?: Filter;
  readonly sort?: readonly string[];
}

/** A filter from outside, of records and of what they are linked to. */
export const filterOf = ({ resource, fields }: Source, filter: unknown): Filter =>
  parseFilter(filter, fields, '#/filter', relationsOf(resource));

/** A field may be gone since the view was saved. Left out silently, its condition would let through what nobody asked for. */
export function readView(source: Source, { name, filter, sort }: SavedView): ReadView {
  try {
    if (sort.length > 0) parseSort(sort, source.fields, []);
    return {
      ...(filter !== null && filter !== undefined && { filter: filterOf(source, filter) }),
      ...(sort.length > 0 && { sort }),
    };
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof BadRequest)) throw error;
    const details = (error.extras.errors ?? []).map(({ detail }) => detail).join(' ');
    throw new Conflict(
      'stale-view',
      `The view ${JSON.stringify(name)} asks for what is no longer there: ${details}`.slice(0, 1000),
    );
  }
}
