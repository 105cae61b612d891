import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields, type Summary } from '../../platform/query/index.js';
import { counted, recordSummary } from '../../platform/records/index.js';
import { visibleHolders } from '../../platform/sight/index.js';
import { LEAD_STATUSES } from './lead.entity.js';
import type { LeadView } from './leads.dto.js';

/** Columns that are stored and shown under the same meaning: public name to column. */
export const LEAD_COLUMNS = {
  id: 'id',
  name: 'name',
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
  phone: 'phone',
  company: 'company',
  jobTitle: 'job_title',
  website: 'website',
  budget: 'budget',
  projectType: 'project_type',
  message: 'message',
  source: 'source',
  status: 'status',
  score: 'score',
  scoreReasons: 'score_reasons',
  estimatedValue: 'estimated_value',
  currency: 'currency',
  expectedCloseDate: 'expected_close_date',
  ownerId: 'owner_id',
  teamId: 'team_id',
  notes: 'notes',
  tags: 'tags',
  rawInput: 'raw_input',
  aiParsed: 'ai_parsed',
  metadata: 'metadata',
  externalIds: 'external_ids',
  customFields: 'custom_fields',
  contactedAt: 'contacted_at',
  convertedAt: 'converted_at',
  convertedCompanyId: 'converted_company_id',
  convertedContactId: 'converted_contact_id',
  convertedDealId: 'converted_deal_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  deletedAt: 'deleted_at',
  version: 'version',
} as const satisfies Record<keyof Omit<LeadView, 'stage' | 'owner' | 'team'>, string>;

/** A converted lead stands where its deal stands, also for those who may not see the deal; else its status says it. */
const stage = sql`coalesce(
  case when l.converted_deal_id is not null then (select case d.status when 'open' then 'negotiation' when 'won' then 'closed_won' else 'closed_lost' end from deal_cards d where d.id = l.converted_deal_id) end,
  case when l.status in ('new', 'contacted') then 'prospect' when l.status = 'won' then 'closed_won' when l.status = 'lost' then 'closed_lost' else l.status end)`;

const stored = Object.fromEntries(
  Object.entries(LEAD_COLUMNS).map(([name, column]) => [name, sql.ref(`l.${column}`)]),
) as Record<keyof typeof LEAD_COLUMNS, RawBuilder<unknown>>;

/** What a lead's view is selected from: every property has its expression, or this does not compile. */
export const leadColumns: Record<keyof Omit<LeadView, 'owner' | 'team'>, RawBuilder<unknown>> = { ...stored, stage };

/** The text in which a search looks. */
const searched = sql.ref('l.search_text');

/** What may be filtered, sorted, counted by and searched, by public name. */
export const leadFields = {
  id: field.uuid('l.id'),
  name: field.text('l.name', { sort: { expression: sql`lower(l.name)` }, searched }),
  firstName: field.text('l.first_name', { nullable: true }),
  lastName: field.text('l.last_name', { nullable: true }),
  email: field.text('l.email', { nullable: true, lowercase: true, searched }),
  phone: field.text('l.phone', { nullable: true, searched }),
  company: field.text('l.company', { nullable: true, searched }),
  jobTitle: field.text('l.job_title', { nullable: true }),
  budget: field.text('l.budget', { nullable: true }),
  projectType: field.text('l.project_type', { nullable: true, facet: true }),
  source: field.text('l.source', { nullable: true, facet: true }),
  status: field.choice('l.status', LEAD_STATUSES, { facet: true }),
  score: field.integer('l.score', { sort: true }),
  estimatedValue: field.decimal('l.estimated_value', {
    nullable: true,
    sort: { expression: sql`coalesce(l.estimated_value, -1)` },
  }),
  currency: field.text('l.currency', { nullable: true, facet: true }),
  expectedCloseDate: field.day('l.expected_close_date', {
    nullable: true,
    sort: { expression: sql`coalesce(l.expected_close_date, '9999-12-31'::date)` },
  }),
  ownerId: field.uuid('l.owner_id', { nullable: true, facet: true, user: true }),
  teamId: field.uuid('l.team_id', { nullable: true, facet: true, team: true }),
  tags: field.tags('l.tags', { facet: true }),
  aiParsed: field.boolean('l.ai_parsed', { facet: true }),
  custom: field.json('l.custom_fields', { property: 'customFields' }),
  contactedAt: field.timestamp('l.contacted_at', { nullable: true }),
  convertedAt: field.timestamp('l.converted_at', { nullable: true }),
  converted: field.boolean(sql`(l.converted_at is not null)`),
  createdAt: field.timestamp('l.created_at', { sort: true }),
  updatedAt: field.timestamp('l.updated_at', { sort: true }),
} satisfies Fields;
defineRecordFields('leads', leadFields);

/** Of everybody's leads. */
export const allLeadsSummary: Summary = recordSummary('leads', {
  status: field.choice(counted('status'), LEAD_STATUSES),
  source: field.text(counted('source'), { nullable: true }),
});

/** By holder: the owner, without one the team, who is no user and so no owner. */
export const leadSummary: Summary = {
  from: sql`lead_counts c left join users h on h.id = c.owner_id`,
  fields: {
    status: field.choice('c.status', LEAD_STATUSES),
    source: field.text(sql`nullif(c.source, '')`, { nullable: true }),
    ownerId: field.uuid('h.id', { nullable: true, user: true }),
  },
  count: sql`sum(c.count)`,
  visible: (actor) => (actor ? visibleHolders(actor, sql.ref('c.owner_id')) : []),
};
