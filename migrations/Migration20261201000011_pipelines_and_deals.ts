import { Migration } from '@mikro-orm/migrations';
import { setStageEnteredAt } from './functions/set-stage-entered-at.js';
import { dropFunctions } from './triggers.js';

/** Pipelines, stages and deals. */
export class Migration20261201000011_pipelines_and_deals extends Migration {
  override up(): void {
    this.addSql(pipelines);
    this.addSql(pipelineStages);
    this.addSql(deals);
    this.addSql(dealExternalIds);
    this.addSql(conversions);
    this.addSql(views);
    this.addSql(setStageEnteredAt);
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql(dropFunctions(setStageEnteredAt));
    this.addSql(`
drop view lead_conversion_funnel, deal_refs;
alter table leads drop constraint leads_converted_deal_id_fkey;
`);
    this.addSql('drop table deal_external_ids, deals, pipeline_stages, pipelines;');
  }
}

const pipelines = `
create table pipelines (
  id uuid primary key default gen_random_uuid(),
  name varchar(100) not null,
  description varchar(500),
  is_default boolean not null default false,
  is_active boolean not null default true,
  rank numeric not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  constraint pipelines_default_check check (is_active or not is_default)
);
create unique index pipelines_default_key on pipelines ((true)) where is_default;
create unique index pipelines_name_key on pipelines (equal_text(name));
create unique index pipelines_rank_key on pipelines (rank);
comment on table pipelines is 'A process by which deals are won.';
comment on column pipelines.rank is
  'Position. Between two ranks there is always a third, so that a move changes one row.';
`;

const pipelineStages = `
create table pipeline_stages (
  id uuid primary key default gen_random_uuid(),
  pipeline_id uuid not null references pipelines on delete cascade,
  name varchar(100) not null,
  description varchar(500),
  rank numeric not null,
  kind varchar(10) not null default 'open' check (kind in ('open', 'won', 'lost')),
  probability smallint not null default 0,
  color char(7) check (color ~ '^#[0-9a-f]{6}$'),
  rot_days smallint check (rot_days between 1 and 3650),
  is_active boolean not null default true,
  successor_id uuid references pipeline_stages on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  constraint pipeline_stages_pipeline_key unique (pipeline_id, id),
  constraint pipeline_stages_probability_check check (
    case kind when 'won' then probability = 100 when 'lost' then probability = 0 else probability between 0 and 100 end)
);
create unique index pipeline_stages_name_key on pipeline_stages (pipeline_id, equal_text(name));
create unique index pipeline_stages_rank_key on pipeline_stages (pipeline_id, rank);
create index pipeline_stages_successor_id_idx on pipeline_stages (successor_id) where successor_id is not null;
comment on table pipeline_stages is 'A step of a pipeline.';
comment on column pipeline_stages.rank is 'Position within the pipeline.';
comment on column pipeline_stages.kind is 'open, or the stage of won or lost deals.';
comment on column pipeline_stages.rot_days is 'Days after which a deal in the stage counts as stale.';
comment on column pipeline_stages.successor_id is 'Stage to which the deals of a retired stage were moved.';
`;

const deals = `
create table deals (
  id uuid primary key default gen_random_uuid(),
  title varchar(255) not null,
  description text not null default '',
  pipeline_id uuid not null references pipelines on delete restrict,
  stage_id uuid not null references pipeline_stages on delete restrict,
  status varchar(10) not null default 'open' check (status in ('open', 'won', 'lost', 'abandoned')),
  priority varchar(10) not null default 'medium' check (priority in ('low', 'medium', 'high', 'critical')),
  source varchar(100),
  value numeric(14,2) check (value >= 0),
  currency char(3) not null,
  probability smallint not null default 0,
  has_own_probability boolean not null default false,
  own_probability smallint,
  weighted_value numeric(14,2) generated always as (round(value * probability / 100, 2)) stored,
  company_id uuid references companies on delete set null,
  contact_id uuid references contacts on delete set null,
  lead_id uuid references leads on delete set null,
  owner_id uuid references users on delete set null,
  team_id uuid references teams on delete set null,
  expected_close_date date,
  won_reason varchar(255),
  lost_reason varchar(255),
  tags text[] not null default '{}',
  external_ids jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  stage_entered_at timestamptz(3) not null default now(),
  closed_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text generated always as (fold_text(title)) stored,
  search_words tsvector generated always as (
    setweight(to_tsvector('simple'::regconfig, fold_text(title)), 'A') ||
    setweight(to_tsvector('simple'::regconfig, fold_text(left(description, 20000))), 'D')) stored,
  constraint deals_stage_of_pipeline foreign key (pipeline_id, stage_id)
    references pipeline_stages (pipeline_id, id) on delete restrict,
  constraint deals_closed_check check ((status = 'open') = (closed_at is null)),
  constraint deals_lost_reason_check check (status <> 'lost' or lost_reason is not null),
  constraint deals_own_probability_check
    check (own_probability is null or (status <> 'open' and own_probability between 0 and 100)),
  constraint deals_probability_check check (
    case status when 'open' then probability between 0 and 100 when 'won' then probability = 100
      else probability = 0 end)
) with (fillfactor = 90);
create index deals_company_id_idx on deals (company_id, created_at, id) where company_id is not null;
create index deals_contact_id_idx on deals (contact_id, created_at, id) where contact_id is not null;
create index deals_created_at_idx on deals (created_at, id) where deleted_at is null;
create index deals_deleted_idx on deals (created_at, id) where deleted_at is not null;
create index deals_expected_close_date_idx on deals (coalesce(expected_close_date, '9999-12-31'::date), id)
  where deleted_at is null;
-- Everything that is looked up by value: GIN intersects the conditions, beginning with the rarest.
create index deals_found_idx on deals using gin
  (search_text gin_trgm_ops, search_words, owner_id, team_id, tags, custom_fields jsonb_path_ops, pipeline_id, status,
  priority, source, lead_id) with (gin_pending_list_limit = 65536);
-- The included columns count the records of one owner or team without reading them.
create index deals_owner_id_idx on deals (owner_id, created_at, id) include (deleted_at, status, priority, stage_id);
create index deals_stage_entered_at_idx on deals (stage_entered_at, id) where deleted_at is null;
-- Columns of a board; serves the foreign keys of the stage as well.
create index deals_stage_idx on deals (stage_id, stage_entered_at, id);
create index deals_team_id_idx on deals (team_id, created_at, id) include (deleted_at, status, priority, stage_id);
-- BRIN: a change of these columns leaves all other indexes alone (HOT).
create index deals_times_idx on deals using brin (updated_at, closed_at, deleted_at)
  with (pages_per_range = 8, autosummarize = on);
create index deals_title_idx on deals (lower(title), id) where deleted_at is null;
create index deals_value_idx on deals (coalesce(value, -1), id) where deleted_at is null;
comment on table deals is 'A sale that may be won.';
comment on column deals.probability is 'Chance of winning in percent: of the stage, or of the deal itself.';
comment on column deals.has_own_probability is 'Whether the probability was set on the deal.';
comment on column deals.own_probability is 'Own probability of a closed deal, restored when the deal is reopened.';
comment on column deals.weighted_value is 'Derived: value times probability.';
comment on column deals.lead_id is 'Lead from which the deal was created.';
comment on column deals.team_id is
  'Team that sees the record: the team of the owner; without an owner, the assigned team.';
comment on column deals.external_ids is 'Identifiers in other systems: source to id.';
comment on column deals.custom_fields is 'Values of custom fields: key to value.';
comment on column deals.stage_entered_at is 'When the deal entered its stage.';
comment on column deals.search_text is 'Text in lower case without accents, for the search for parts of words.';
comment on column deals.search_words is 'Words for the full-text search, weighted A and D.';
`;

const dealExternalIds = `
create table deal_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  deal_id uuid not null references deals on delete cascade,
  primary key (source, external_id)
);
create index deal_external_ids_deal_id_idx on deal_external_ids (deal_id);
create index deal_external_ids_external_id_idx on deal_external_ids (external_id);
comment on table deal_external_ids is 'The id of a deal in another system, unique among active deals.';
`;

const conversions = `
alter table leads
  add constraint leads_converted_deal_id_fkey foreign key (converted_deal_id) references deals on delete set null;
`;

const views = `
create statistics deals_title_stats on (lower(title)) from deals;

-- Columns of a deal in the response of a linked activity or lead, also for users who cannot see the deal.
create view deal_refs as
  select id, title, status, company_id, contact_id, owner_id, team_id, deleted_at from deals;
comment on view deal_refs is 'Reference of a deal in linked records, without regard to visibility.';

-- A converted lead has the funnel stage of its deal.
create view lead_conversion_funnel with (security_invoker = true) as
select stage, count(*) as count, avg(estimated_value) as avg_value, sum(estimated_value) as total_value
from (
  select l.estimated_value, case d.status
    when 'open' then 'negotiation' when 'won' then 'closed_won'
    when 'lost' then 'closed_lost' when 'abandoned' then 'closed_lost'
    else case
      when l.status in ('new', 'contacted') then 'prospect'
      when l.status = 'won' then 'closed_won'
      when l.status = 'lost' then 'closed_lost'
      else l.status end end as stage
  from leads l left join deal_refs d on d.id = l.converted_deal_id where l.deleted_at is null
) staged
group by stage
order by array_position(
  array['prospect', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost'], stage);
comment on view lead_conversion_funnel is 'Number and value of active leads by stage of the funnel.';
`;

const triggers = `
create trigger deals_stage_entered_at before update of stage_id on deals for each row
  when (old.stage_id is distinct from new.stage_id) execute function set_stage_entered_at();
`;
