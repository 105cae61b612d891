import { Migration } from '@mikro-orm/migrations';

/** What each conversion of a lead did, so that it can be taken back, and the funnel with the deals that leads became. */
export class Migration20261121000028_lead_conversions extends Migration {
  override up(): void {
    this.addSql(JOURNAL);
    this.addSql(funnel(BY_DEAL));
  }

  override down(): void {
    this.addSql(funnel(BY_STATUS));
    this.addSql(`
drop index leads_converted_idx;
drop table lead_conversion_activities, lead_conversions;
`);
  }
}

/**
 * \`targets\` says of each company, contact and deal whether it was made, and which fields were filled: a digest instead
 * of the value, so that nothing of a person is kept beside their record. One conversion stands at a time.
 */
const JOURNAL = `
create table lead_conversions (
  id uuid primary key default gen_random_uuid(),
  lead_id uuid not null references leads on delete cascade,
  converted_by_id uuid references users on delete set null,
  targets jsonb not null,
  created_at timestamptz(3) not null default now(),
  reverted_at timestamptz(3),
  reverted_by_id uuid references users on delete set null
);
create unique index lead_conversions_standing_key on lead_conversions (lead_id) where reverted_at is null;
create index lead_conversions_lead_id_idx on lead_conversions (lead_id, created_at);
create index lead_conversions_converted_by_id_idx on lead_conversions (converted_by_id);
create index lead_conversions_reverted_by_id_idx on lead_conversions (reverted_by_id) where reverted_by_id is not null;

-- The activities that a conversion carried along, and which of their links it set.
create table lead_conversion_activities (
  conversion_id uuid not null references lead_conversions on delete cascade,
  activity_id uuid not null references activities on delete cascade,
  has_company boolean not null,
  has_contact boolean not null,
  has_deal boolean not null,
  primary key (conversion_id, activity_id)
);
create index lead_conversion_activities_activity_id_idx on lead_conversion_activities (activity_id);

create index leads_converted_idx on leads (created_at, id) where deleted_at is null and converted_at is not null;
`;

const STATUS = `case
    when l.status in ('new', 'contacted') then 'prospect'
    when l.status = 'won' then 'closed_won'
    when l.status = 'lost' then 'closed_lost'
    else l.status end`;
const BY_STATUS = `select l.estimated_value, ${STATUS} as stage from leads l where l.deleted_at is null`;
/** A converted lead stands where its deal stands. */
const BY_DEAL = `select l.estimated_value, case d.status when 'open' then 'negotiation' when 'won' then 'closed_won' when 'lost' then 'closed_lost' when 'abandoned' then 'closed_lost' else ${STATUS} end as stage
  from leads l left join deal_cards d on d.id = l.converted_deal_id where l.deleted_at is null`;

const funnel = (staged: string): string => `
create or replace view lead_conversion_funnel with (security_invoker = true) as
select stage, count(*) as count, avg(estimated_value) as avg_value, sum(estimated_value) as total_value
from (${staged}) staged
group by stage
order by array_position(array['prospect', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost'], stage);
`;
