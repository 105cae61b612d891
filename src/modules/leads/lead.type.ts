import { sql } from 'kysely';
import { field } from '../../platform/query/index.js';
import { defineRecordType } from '../../platform/records/index.js';
import { allowedMoves, Lead, LEAD_STATUSES, LeadSchema } from './lead.entity.js';
import type { LeadView } from './leads.dto.js';
import { leadEvents } from './leads.events.js';

/**
 * The stage of a converted lead follows its deal, even if the actor cannot see the deal. Else it follows the status.
 */
const stage = sql`coalesce(
  case when l.converted_deal_id is not null then (select case d.status when 'open' then 'negotiation' when 'won'
    then 'closed_won' else 'closed_lost' end from deal_refs d where d.id = l.converted_deal_id) end,
  case when l.status in ('new', 'contacted') then 'prospect' when l.status = 'won' then 'closed_won'
    when l.status = 'lost' then 'closed_lost' else l.status end)`;

const transitions = Object.fromEntries(LEAD_STATUSES.map((status) => [status, allowedMoves(status)]));

export const leadType = defineRecordType<LeadView, Lead>('leads', {
  entity: Lead,
  schema: LeadSchema,
  alias: 'l',
  title: 'name',
  subtitle: sql`concat_ws(', ', l.job_title, l.company)`,
  events: leadEvents,
  computed: { stage },
  fields: {
    name: { sort: true, searched: true },
    email: { isEmail: true, searched: true },
    phone: { searched: true },
    company: { searched: true },
    website: false,
    projectType: { facet: true },
    source: { facet: true },
    status: { indexed: true, facet: true, transitions },
    teamId: { indexed: true },
    score: { sort: true },
    estimatedValue: { sort: true },
    currency: { facet: true },
    expectedCloseDate: { sort: true },
    aiParsed: { facet: true },
    converted: field.boolean(sql`(l.converted_at is not null)`),
    convertedCompanyId: false,
    convertedContactId: false,
    convertedDealId: false,
  },
  links: {
    convertedCompanyId: { to: 'companies' },
    convertedContactId: { to: 'contacts', isSamePerson: true },
    convertedDealId: { to: 'deals' },
  },
  counts: ['status', 'source'],
  retention: {
    description: 'Leads with their activities, from the day of winning, loss, conversion or deletion.',
    ends: [sql.ref('r.closed_at'), sql.ref('r.converted_at'), sql.ref('r.deleted_at')],
  },
  person: { email: 'email', phones: ['phone'] },
});
