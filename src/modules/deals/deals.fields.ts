import { sql } from 'kysely';
import { defineRecordFields, field, type Fields, type Sql } from '../../platform/query/index.js';
import { columnsFrom, counted, recordSummary } from '../../platform/records/index.js';
import type { DealInclude } from './deal-lists.dto.js';
import { DEAL_PRIORITIES, DEAL_STATUSES } from './deal.entity.js';
import type { DealView } from './deals.dto.js';

type Derived = 'isRotting' | 'rotsAt' | 'weightedValue';
export type DealColumn = Exclude<keyof DealView, DealInclude>;

/** Columns that are written and shown under the same meaning: public name to column. */
export const DEAL_COLUMNS = {
  id: 'id',
  title: 'title',
  description: 'description',
  value: 'value',
  currency: 'currency',
  pipelineId: 'pipeline_id',
  stageId: 'stage_id',
  status: 'status',
  probability: 'probability',
  hasOwnProbability: 'has_own_probability',
  companyId: 'company_id',
  contactId: 'contact_id',
  leadId: 'lead_id',
  ownerId: 'owner_id',
  teamId: 'team_id',
  priority: 'priority',
  source: 'source',
  expectedCloseDate: 'expected_close_date',
  closedAt: 'closed_at',
  stageEnteredAt: 'stage_entered_at',
  wonReason: 'won_reason',
  lostReason: 'lost_reason',
  tags: 'tags',
  externalIds: 'external_ids',
  customFields: 'custom_fields',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
  version: 'version',
} as const satisfies Record<Exclude<DealColumn, Derived>, string>;

// Days of 24 hours, whatever the clocks do: the same moment in every time zone.
const allowed = sql`make_interval(hours => 24 * s.rot_days)`;
/** Never null: a stage without a limit lets nothing rot. */
const isRotting = sql`(d.status = 'open' and s.rot_days is not null and d.stage_entered_at < now() - ${allowed})`;
const rotsAt = sql`case when d.status = 'open' then (d.stage_entered_at + ${allowed})::timestamptz(3) end`;

/** The same by itself, for what is asked without the stage; so that `not rotting` is true where there is no limit. */
const rots = sql`coalesce(d.status = 'open' and d.stage_entered_at < now() - make_interval(hours => 24 * (select s.rot_days from pipeline_stages s where s.id = d.stage_id)), false)`;

/** What a deal's view is selected from: every property has its expression, or this does not compile. */
export const dealColumns: Record<DealColumn, Sql> = {
  ...columnsFrom('d', DEAL_COLUMNS),
  weightedValue: sql.ref('d.weighted_value'),
  rotsAt,
  isRotting,
};

/** The text in which a search looks. */
const searched = sql.ref('d.search_text');

/** What may be filtered, sorted, counted by and searched, by public name. */
export const dealFields = {
  id: field.uuid('d.id'),
  title: field.text('d.title', { sort: { expression: sql`lower(d.title)` }, searched }),
  value: field.decimal('d.value', { nullable: true, sort: { expression: sql`coalesce(d.value, -1)` } }),
  weightedValue: field.decimal('d.weighted_value', { nullable: true }),
  currency: field.text('d.currency', { facet: true }),
  pipelineId: field.uuid('d.pipeline_id', { facet: true }),
  stageId: field.uuid('d.stage_id', { facet: true }),
  status: field.choice('d.status', DEAL_STATUSES, { facet: true }),
  probability: field.integer('d.probability'),
  companyId: field.uuid('d.company_id', { nullable: true }),
  contactId: field.uuid('d.contact_id', { nullable: true }),
  leadId: field.uuid('d.lead_id', { nullable: true }),
  ownerId: field.uuid('d.owner_id', { nullable: true, facet: true, user: true }),
  teamId: field.uuid('d.team_id', { nullable: true, facet: true, team: true }),
  priority: field.choice('d.priority', DEAL_PRIORITIES, { facet: true }),
  source: field.text('d.source', { nullable: true, facet: true }),
  expectedCloseDate: field.day('d.expected_close_date', {
    nullable: true,
    sort: { expression: sql`coalesce(d.expected_close_date, '9999-12-31'::date)` },
  }),
  closedAt: field.timestamp('d.closed_at', { nullable: true }),
  stageEnteredAt: field.timestamp('d.stage_entered_at', { sort: true }),
  isRotting: field.boolean(rots, { facet: true }),
  lostReason: field.text('d.lost_reason', { nullable: true, facet: true }),
  wonReason: field.text('d.won_reason', { nullable: true, facet: true }),
  tags: field.tags('d.tags', { facet: true }),
  custom: field.json('d.custom_fields', { property: 'customFields' }),
  createdAt: field.timestamp('d.created_at', { sort: true }),
  updatedAt: field.timestamp('d.updated_at', { sort: true }),
} satisfies Fields;
defineRecordFields('deals', dealFields);

/** What is counted with every write. */
export const dealSummary = recordSummary('deals', {
  status: field.choice(counted('status'), DEAL_STATUSES),
  priority: field.choice(counted('priority'), DEAL_PRIORITIES),
  pipelineId: field.uuid(sql`${counted('pipelineId')}::uuid`),
  stageId: field.uuid(sql`${counted('stageId')}::uuid`),
});
