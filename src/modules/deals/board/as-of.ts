import { sql, type RawBuilder } from 'kysely';
import { BadRequest } from '../../../kernel/errors.js';
import { field, type Fields, type RecordSource } from '../../../platform/query/index.js';
import { dealColumns } from '../deals.fields.js';
import { dealSource } from '../deals.queries.js';

/** What was is known up to now. */
export function requirePast(asOf: string | undefined): void {
  if (asOf !== undefined && Date.parse(asOf) > Date.now()) throw new BadRequest('invalid-query', 'The time asked for has not come yet.', { errors: [{ parameter: 'asOf', code: 'in-future', detail: 'must not lie in the future' }] });
}

/** Which states `t` held at a moment. */
export const heldAt = (asOf: string): RawBuilder<unknown> => sql`t.valid_from <= ${asOf}::timestamptz and t.valid_to > ${asOf}::timestamptz and not t.is_deleted`;

/**
 * Deals that were there at a moment, and perhaps others. Those that live and those that are deleted have indexes of their own, of which none
 * would serve for both: the few of an owner are looked up in the one and the other. What was made an hour later was not there,
 * however wrong a clock was.
 */
export function dealsBy(asOf: string, areFew: boolean): RawBuilder<unknown> {
  if (!areFew) return sql`deals d`;
  const made = sql`created_at <= ${asOf}::timestamptz + interval '1 hour'`;
  return sql`(select * from deals where deleted_at is null and ${made} union all select * from deals where deleted_at is not null and ${made}) d`;
}

// Who changed last stands first: when each came to its stage would have to be looked up for every one of them.
const fieldsAsOf = (fields: Fields): Fields => ({ ...fields, stageEnteredAt: field.timestamp('t.valid_from', { sort: true }) });

/** Deals as they were at a moment: where they stood and what they were worth is of then, all else of now. */
export function dealsAsOf(asOf: string, fields: Fields, areFew: boolean): RecordSource {
  const entered = sql`(select max(c.changed_at) from deal_stage_changes c where c.deal_id = d.id and c.changed_at <= ${asOf}::timestamptz)`;
  const rotsAt = sql`case when t.status = 'open' then (${entered} + make_interval(hours => 24 * s.rot_days))::timestamptz(3) end`;
  return {
    ...dealSource,
    from: sql`deal_states t join ${dealsBy(asOf, areFew)} on d.id = t.deal_id`,
    joins: sql`left join pipeline_stages s on s.id = t.stage_id`,
    fields: fieldsAsOf(fields),
    live: heldAt(asOf),
    columns: {
      ...dealColumns,
      pipelineId: sql.ref('t.pipeline_id'), stageId: sql.ref('t.stage_id'), status: sql.ref('t.status'), value: sql.ref('t.value'), currency: sql.ref('t.currency'),
      probability: sql.ref('t.probability'), weightedValue: sql.ref('t.weighted_value'), expectedCloseDate: sql.ref('t.expected_close_date'), closedAt: sql.ref('t.closed_at'),
      stageEnteredAt: entered, rotsAt, isRotting: sql`coalesce(${rotsAt} < ${asOf}::timestamptz, false)`,
    },
  };
}
