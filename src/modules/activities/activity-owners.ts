import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Filter, ListRequest, RecordSource } from '../../platform/query/index.js';
import { sees } from './activities.sight.js';
import { cardsOf } from './links/activity-links.js';

const sources = new WeakMap<RecordSource, RecordSource>();
function sourceAlong(source: RecordSource): RecordSource {
  const { createdAt } = source.fields;
  const along = sources.get(source) ?? {
    ...source,
    from: sql`activity_owners o join activities a on a.id = o.activity_id and a.created_at = o.created_at${cardsOf}`,
    id: sql.ref('o.activity_id'),
    // Days are a range of the index too.
    fields: { ...source.fields, ...(createdAt && { createdAt: { ...createdAt, column: sql.ref('o.created_at') } }) },
  };
  sources.set(source, along);
  return along;
}

/** Of one person or record fewer are found by the index of that than are all one's own. */
const NARROWING: ReadonlySet<string> = new Set([
  'id',
  'ownerId',
  'assigneeId',
  'followUpOfId',
  'leadId',
  'companyId',
  'contactId',
  'dealId',
]);
const isNarrow = (filter: Filter | undefined): boolean =>
  filter !== undefined &&
  ('and' in filter
    ? filter.and.some(isNarrow)
    : 'field' in filter && NARROWING.has(filter.field) && (filter.op === 'eq' || filter.op === 'in'));

/** Whether a list is of somebody's activities in the order in which they were made; what it is narrowed by is asked of each. */
export const isInOrder = ({ filter, q, deletedOnly, sort: [first, ...more] }: Omit<ListRequest, 'where'>): boolean =>
  !q && !deletedOnly && first?.field === 'createdAt' && more.length === 0 && !isNarrow(filter);

/** The same list along what the database keeps of whose an activity is. That says where to look, not what may be seen: each is asked that itself. */
export function alongOwners(
  actor: Actor,
  source: RecordSource,
  request: Omit<ListRequest, 'where'>,
): [RecordSource, ListRequest] {
  const along = sourceAlong(source);
  const sort = request.sort.map((term) => ({ ...term, expression: sql.ref('o.created_at') }));
  return [along, { ...request, sort, where: [sql`o.user_id = ${actor.userId}::uuid`, ...sees(actor)] }];
}
