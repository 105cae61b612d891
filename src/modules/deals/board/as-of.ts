import { sql, type RawBuilder } from 'kysely';
import { BadRequestError } from '../../../kernel/errors.js';
import { field, type Fields, type RecordSource } from '../../../platform/query/index.js';
import type { OwnershipColumns } from '../../../platform/visibility/index.js';
import { dealType } from '../deal.type.js';

/** Rejects a time in the future. */
export function requirePast(asOf: string | undefined): void {
  if (asOf !== undefined && Date.parse(asOf) > Date.now())
    throw new BadRequestError('invalid-query', 'The requested time is in the future.', {
      errors: [{ parameter: 'asOf', code: 'in-future', detail: 'must not be in the future' }],
    });
}

/** Condition for the deal states `t` that are valid at a time. */
export const heldAt = (asOf: unknown): RawBuilder<unknown> =>
  sql`t.valid_from <= ${asOf}::timestamptz and t.valid_to > ${asOf}::timestamptz and not t.is_deleted`;

/** Condition for the current deal states `t`. */
export const isCurrent = (): RawBuilder<unknown> => sql`t.valid_to = 'infinity' and not t.is_deleted`;

export const ownershipColumnsOf = (state: string): OwnershipColumns => ({
  owner: sql.ref(`${state}.owner_id`),
  team: sql.ref(`${state}.team_id`),
});
export const stateOwnershipColumns = ownershipColumnsOf('t');

// Sorts by the last change, because the time of entry into the stage needs one lookup per deal.
const fieldsAsOf = (fields: Fields): Fields => ({
  ...fields,
  stageEnteredAt: field.timestamp('t.valid_from', { sort: true }),
  ...(fields['ownerId'] && { ownerId: { ...fields['ownerId'], column: stateOwnershipColumns.owner } }),
  ...(fields['teamId'] && { teamId: { ...fields['teamId'], column: stateOwnershipColumns.team } }),
});

/** Deals at an earlier time. Fields of the deal state have the values of that time; all other fields are current. */
export function dealsAsOf(asOf: string, source: RecordSource): RecordSource {
  const fields = fieldsAsOf(source.fields);
  const created = (moment: unknown): RecordSource => ({ ...dealType.source, ...columnsAsOf(moment), fields });
  return { ...created(asOf), derived: { of: source, form: 'as of', values: [asOf], with: created } };
}

function columnsAsOf(asOf: unknown): Pick<RecordSource, 'from' | 'joins' | 'live' | 'columns'> {
  const entered = sql.ref('e.entered_at');
  const rotsAt = sql`case when t.status = 'open'
    then (${entered} + make_interval(hours => 24 * s.rot_days))::timestamptz(3) end`;
  return {
    from: sql`deal_states t join deals d on d.id = t.deal_id`,
    joins: sql`left join pipeline_stages s on s.id = t.stage_id cross join lateral (select max(c.changed_at)
      as entered_at from deal_stage_changes c where c.deal_id = d.id
      and c.changed_at <= ${asOf}::timestamptz) e`,
    live: heldAt(asOf),
    columns: {
      ...dealType.source.columns,
      pipelineId: sql.ref('t.pipeline_id'),
      stageId: sql.ref('t.stage_id'),
      status: sql.ref('t.status'),
      value: sql.ref('t.value'),
      currency: sql.ref('t.currency'),
      probability: sql.ref('t.probability'),
      weightedValue: sql.ref('t.weighted_value'),
      expectedCloseDate: sql.ref('t.expected_close_date'),
      closedAt: sql.ref('t.closed_at'),
      stageEnteredAt: entered,
      rotsAt,
      isRotting: sql`coalesce(${rotsAt} < ${asOf}::timestamptz, false)`,
    },
  };
}
