import { sql, type RawBuilder } from 'kysely';
import { BadRequest } from '../../../kernel/errors.js';
import { field, type Fields, type RecordSource } from '../../../platform/query/index.js';
import type { Belonging } from '../../../platform/sight/index.js';
import { dealColumns } from '../deals.fields.js';
import { dealSource } from '../deals.queries.js';

/** What was is known up to now. */
export function requirePast(asOf: string | undefined): void {
  if (asOf !== undefined && Date.parse(asOf) > Date.now())
    throw new BadRequest('invalid-query', 'The time asked for has not come yet.', {
      errors: [{ parameter: 'asOf', code: 'in-future', detail: 'must not lie in the future' }],
    });
}

/** Which states `t` held at a moment. */
export const heldAt = (asOf: unknown): RawBuilder<unknown> =>
  sql`t.valid_from <= ${asOf}::timestamptz and t.valid_to > ${asOf}::timestamptz and not t.is_deleted`;

/** Whose a deal is, as its states have it. */
export const belongingOf = (state: string): Belonging => ({
  owner: sql.ref(`${state}.owner_id`),
  team: sql.ref(`${state}.team_id`),
});
export const stateBelonging = belongingOf('t');

// Who changed last stands first: when each came to its stage would have to be looked up for every one of them.
const fieldsAsOf = (fields: Fields): Fields => ({
  ...fields,
  stageEnteredAt: field.timestamp('t.valid_from', { sort: true }),
  ...(fields['ownerId'] && { ownerId: { ...fields['ownerId'], column: stateBelonging.owner } }),
  ...(fields['teamId'] && { teamId: { ...fields['teamId'], column: stateBelonging.team } }),
});

/** Deals as they were at a moment: where they stood and what they were worth is of then, all else of now. */
export function dealsAsOf(asOf: string, source: RecordSource): RecordSource {
  const fields = fieldsAsOf(source.fields);
  const made = (moment: unknown): RecordSource => ({ ...dealSource, ...columnsAsOf(moment), fields });
  return { ...made(asOf), made: { of: source, form: 'as of', values: [asOf], with: made } };
}

function columnsAsOf(asOf: unknown): Pick<RecordSource, 'from' | 'joins' | 'live' | 'columns'> {
  const entered = sql.ref('e.entered_at');
  const rotsAt = sql`case when t.status = 'open' then (${entered} + make_interval(hours => 24 * s.rot_days))::timestamptz(3) end`;
  return {
    from: sql`deal_states t join deals d on d.id = t.deal_id`,
    joins: sql`left join pipeline_stages s on s.id = t.stage_id cross join lateral (select max(c.changed_at) as entered_at from deal_stage_changes c where c.deal_id = d.id and c.changed_at <= ${asOf}::timestamptz) e`,
    live: heldAt(asOf),
    columns: {
      ...dealColumns,
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
