import { sql } from 'kysely';
import { defineRelation, field } from '../../platform/query/index.js';
import { defineRecordType } from '../../platform/records/index.js';
import { companyType } from '../companies/index.js';
import { contactType } from '../contacts/index.js';
import { stageFields } from '../pipelines/index.js';
import { Deal, DealSchema } from './deal.entity.js';
import type { DealView } from './deals.dto.js';
import { dealEvents } from './deals.events.js';

// Days of 24 hours, so that daylight saving time and time zones do not change the limit.
const allowed = sql`make_interval(hours => 24 * s.rot_days)`;
/** Never null: a deal in a stage without a limit is not rotting. */
const isRotting = sql`(d.status = 'open' and s.rot_days is not null and d.stage_entered_at < now() - ${allowed})`;
const rotsAt = sql`case when d.status = 'open' then (d.stage_entered_at + ${allowed})::timestamptz(3) end`;

/**
 * `isRotting` without the join of the stage, for filters. Never null, so that `not` includes stages without a limit.
 */
const rots = sql`coalesce(d.status = 'open'
  and d.stage_entered_at < now() - make_interval(hours => 24 * (select s.rot_days from pipeline_stages s
  where s.id = d.stage_id)), false)`;

export const dealType = defineRecordType<DealView, Deal>('deals', {
  entity: Deal,
  schema: DealSchema,
  alias: 'd',
  joins: sql`left join pipeline_stages s on s.id = d.stage_id`,
  title: 'title',
  subtitle: sql`d.value || ' ' || d.currency`,
  events: dealEvents,
  computed: { weightedValue: sql.ref('d.weighted_value'), rotsAt, isRotting },
  fields: {
    title: { sort: true, searched: true },
    value: { sort: true },
    weightedValue: field.decimal('d.weighted_value', { nullable: true }),
    currency: { facet: true },
    pipelineId: { facet: true },
    stageId: { facet: true },
    status: { facet: true },
    hasOwnProbability: false,
    companyId: { indexed: true },
    contactId: { indexed: true },
    teamId: { indexed: true },
    priority: { facet: true },
    source: { facet: true },
    expectedCloseDate: { sort: true },
    stageEnteredAt: { sort: true },
    isRotting: field.boolean(rots, { facet: true }),
    wonReason: { facet: true },
    lostReason: { facet: true },
  },
  links: { companyId: { to: companyType }, contactId: { to: contactType }, leadId: { to: 'leads' } },
  includes: {
    stage: {
      column: () =>
        sql`(select json_build_object('id', t.id, 'name', t.name, 'kind', t.kind) from pipeline_stages t
          where t.id = d.stage_id)`,
      permission: 'pipelines:read',
    },
    pipeline: {
      column: () =>
        sql`(select json_build_object('id', t.id, 'name', t.name) from pipelines t where t.id = d.pipeline_id)`,
      permission: 'pipelines:read',
    },
  },
  counts: ['status', 'priority', 'pipelineId', 'stageId'],
  retention: {
    description: 'Deals with their history, from the day of closing or deletion.',
    ends: [sql.ref('r.closed_at'), sql.ref('r.deleted_at')],
    // Seven years.
    defaultDays: 2_557,
  },
});

/** Stages have no owner: every user with the permission sees all stages. */
defineRelation('deals', 'stage', {
  resource: 'pipeline-stages',
  many: false,
  permission: 'pipelines:read',
  fields: stageFields,
  from: sql`pipeline_stages s`,
  on: sql`s.id = d.stage_id`,
  live: sql`true`,
  visible: () => [],
});
