import { Migration } from '@mikro-orm/migrations';

/**
 * What may be won, and the way there. The database itself keeps every visit of a stage, every state that a deal was in,
 * and the sums of the board and the forecast: whatever path a change takes, they agree with the deals.
 */
export class Migration20261121000021_pipelines_and_deals extends Migration {
  override up(): void {
    this.addSql(PIPELINES);
    this.addSql(DEALS);
    this.addSql(HISTORY);
    this.addSql(TOTALS);
    this.addSql(SEED);
  }

  override down(): void {
    this.addSql(`
drop table deal_forecast_totals, deal_stage_totals, deal_states, deal_stage_changes, deal_external_ids, deals, pipeline_stages, pipelines cascade;
drop function keep_deal_totals(), keep_deal_states(), keep_deal_stage(), keep_deal_stage_changes();
`);
  }
}

const PIPELINES = `
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
create unique index pipelines_name_key on pipelines (lower(name));
create unique index pipelines_default_key on pipelines ((true)) where is_default;
create unique index pipelines_rank_key on pipelines (rank);

-- The order is by rank: between two ranks there is always another, so that a drag changes one row.
create table pipeline_stages (
  id uuid primary key default gen_random_uuid(),
  pipeline_id uuid not null references pipelines on delete cascade,
  name varchar(100) not null,
  description varchar(500),
  rank numeric not null,
  probability smallint not null default 0,
  color char(7),
  kind varchar(10) not null default 'open',
  is_active boolean not null default true,
  rot_days smallint,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  constraint pipeline_stages_kind_check check (kind in ('open', 'won', 'lost')),
  constraint pipeline_stages_probability_check check (case kind when 'won' then probability = 100 when 'lost' then probability = 0 else probability between 0 and 100 end),
  constraint pipeline_stages_color_check check (color ~ '^#[0-9a-f]{6}$'),
  constraint pipeline_stages_rot_days_check check (rot_days between 1 and 3650),
  constraint pipeline_stages_pipeline_key unique (pipeline_id, id)
);
create unique index pipeline_stages_rank_key on pipeline_stages (pipeline_id, rank);
create unique index pipeline_stages_name_key on pipeline_stages (pipeline_id, lower(name));
`;

const DEALS = `
create table deals (
  id uuid primary key default gen_random_uuid(),
  title varchar(255) not null,
  description text not null default '',
  value numeric(14,2),
  currency char(3) not null,
  pipeline_id uuid not null references pipelines on delete restrict,
  stage_id uuid not null references pipeline_stages on delete restrict,
  status varchar(10) not null default 'open',
  probability smallint not null default 0,
  has_own_probability boolean not null default false,
  weighted_value numeric(14,2) generated always as (round(value * probability / 100, 2)) stored,
  company_id uuid references companies on delete set null,
  contact_id uuid references contacts on delete set null,
  lead_id uuid references leads on delete set null,
  owner_id uuid references users on delete set null,
  team_id uuid references teams on delete set null,
  priority varchar(10) not null default 'medium',
  source varchar(100),
  expected_close_date date,
  closed_at timestamptz(3),
  stage_entered_at timestamptz(3) not null default now(),
  won_reason varchar(255),
  lost_reason varchar(255),
  tags text[] not null default '{}',
  external_ids jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text generated always as (lower(title)) stored,
  search_words tsvector generated always as (
    setweight(to_tsvector('simple'::regconfig, title), 'A') || setweight(to_tsvector('simple'::regconfig, left(description, 20000)), 'D')) stored,
  constraint deals_value_check check (value >= 0),
  constraint deals_status_check check (status in ('open', 'won', 'lost', 'abandoned')),
  -- Won counts whole, lost not at all.
  constraint deals_probability_check check (case status when 'open' then probability between 0 and 100 when 'won' then probability = 100 else probability = 0 end),
  constraint deals_priority_check check (priority in ('low', 'medium', 'high', 'critical')),
  constraint deals_closed_check check ((status = 'open') = (closed_at is null)),
  constraint deals_lost_reason_check check (status <> 'lost' or lost_reason is not null),
  constraint deals_stage_of_pipeline foreign key (pipeline_id, stage_id) references pipeline_stages (pipeline_id, id) on delete restrict
);
create index deals_created_at_idx on deals (created_at, id) where deleted_at is null;
create index deals_updated_at_idx on deals (updated_at, id) where deleted_at is null;
create index deals_title_idx on deals (lower(title), id) where deleted_at is null;
create index deals_value_idx on deals (coalesce(value, -1), id) where deleted_at is null;
create index deals_expected_close_date_idx on deals (coalesce(expected_close_date, '9999-12-31'::date), id) where deleted_at is null;
create index deals_stage_entered_at_idx on deals (stage_entered_at, id) where deleted_at is null;
create index deals_closed_at_idx on deals (closed_at, id) where deleted_at is null and closed_at is not null;
create index deals_status_idx on deals (status, created_at, id) where deleted_at is null;
create index deals_stage_idx on deals (stage_id, stage_entered_at, id) where deleted_at is null;
create index deals_owner_stage_idx on deals (owner_id, stage_id, stage_entered_at, id) where deleted_at is null;
create index deals_team_stage_idx on deals (team_id, stage_id, stage_entered_at, id) where deleted_at is null;
create index deals_owner_id_idx on deals (owner_id, created_at, id) where deleted_at is null;
create index deals_team_id_idx on deals (team_id, created_at, id) where deleted_at is null;
create index deals_pipeline_created_idx on deals (pipeline_id, created_at, id) where deleted_at is null;
create index deals_company_id_idx on deals (company_id, created_at, id) where deleted_at is null;
create index deals_contact_id_idx on deals (contact_id, created_at, id) where deleted_at is null;
create index deals_deleted_at_idx on deals (deleted_at, id) where deleted_at is not null;
create index deals_owner_fk_idx on deals (owner_id) where deleted_at is not null;
create index deals_team_fk_idx on deals (team_id) where deleted_at is not null;
create index deals_company_fk_idx on deals (company_id) where deleted_at is not null;
create index deals_contact_fk_idx on deals (contact_id) where deleted_at is not null;
-- Not partial: they serve the foreign keys, which look for deleted deals as well.
create index deals_pipeline_stage_idx on deals (pipeline_id, stage_id);
create index deals_stage_fk_idx on deals (stage_id);
create index deals_lead_id_idx on deals (lead_id) where lead_id is not null;
create index deals_search_idx on deals using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 65536) where deleted_at is null;
create index deals_words_idx on deals using gin (search_words) with (gin_pending_list_limit = 65536) where deleted_at is null;
create index deals_tags_idx on deals using gin (tags) where deleted_at is null;
create index deals_custom_fields_idx on deals using gin (custom_fields jsonb_path_ops) where deleted_at is null;

create table deal_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  deal_id uuid not null references deals on delete cascade,
  primary key (source, external_id)
);
create index deal_external_ids_deal_id_idx on deal_external_ids (deal_id);
create trigger deals_external_ids_insert after insert on deals for each row when (new.external_ids <> '{}') execute function keep_external_ids('deal_external_ids', 'deal_id');
create trigger deals_external_ids_update after update of external_ids, deleted_at on deals for each row
  when (old.external_ids is distinct from new.external_ids or (old.deleted_at is null) <> (new.deleted_at is null)) execute function keep_external_ids('deal_external_ids', 'deal_id');
`;

const HISTORY = `
-- The clock is read once the row is locked: a change that had to wait for another comes after it. Whoever says when it
-- was is believed, so that history can be brought over from elsewhere.
create function keep_deal_stage() returns trigger language plpgsql as $$
begin
  if new.stage_entered_at = old.stage_entered_at then
    new.stage_entered_at := greatest(date_trunc('milliseconds', clock_timestamp()), old.stage_entered_at);
  end if;
  return new;
end $$;
create trigger deals_stage before update of stage_id on deals for each row when (old.stage_id is distinct from new.stage_id) execute function keep_deal_stage();

-- One row a move, so that a stage visited twice has two. The seconds are those in the stage that was left.
create table deal_stage_changes (
  id uuid primary key default gen_random_uuid(),
  deal_id uuid not null references deals on delete cascade,
  from_stage_id uuid references pipeline_stages on delete restrict,
  to_stage_id uuid not null references pipeline_stages on delete restrict,
  changed_at timestamptz(3) not null,
  changed_by_id uuid references users on delete set null,
  seconds bigint,
  constraint deal_stage_changes_seconds_check check (seconds >= 0)
);
create index deal_stage_changes_deal_id_idx on deal_stage_changes (deal_id, changed_at, id);
create index deal_stage_changes_from_stage_id_idx on deal_stage_changes (from_stage_id, changed_at) where from_stage_id is not null;
create index deal_stage_changes_to_stage_id_idx on deal_stage_changes (to_stage_id, changed_at);
create index deal_stage_changes_changed_by_id_idx on deal_stage_changes (changed_by_id);
create function keep_deal_stage_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  author constant uuid := (nullif(current_setting('kontor.author', true), '')::jsonb ->> 'userId')::uuid;
begin
  insert into deal_stage_changes (deal_id, from_stage_id, to_stage_id, changed_at, changed_by_id, seconds)
    values (new.id, case when tg_op = 'UPDATE' then old.stage_id end, new.stage_id, new.stage_entered_at, author,
      case when tg_op = 'UPDATE' then greatest(0, floor(extract(epoch from new.stage_entered_at - old.stage_entered_at))) end);
  return null;
end $$;
create trigger deals_stage_changes_insert after insert on deals for each row execute function keep_deal_stage_changes();
create trigger deals_stage_changes_update after update of stage_id on deals for each row when (old.stage_id is distinct from new.stage_id) execute function keep_deal_stage_changes();

-- What a deal was worth, where it stood and when it was expected, from when to when: the board and the forecast as of a day.
create table deal_states (
  deal_id uuid not null references deals on delete cascade,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3) not null default 'infinity',
  pipeline_id uuid not null references pipelines on delete cascade,
  stage_id uuid not null references pipeline_stages on delete cascade,
  status varchar(10) not null,
  value numeric(14,2),
  currency char(3) not null,
  probability smallint not null,
  weighted_value numeric(14,2),
  expected_close_date date,
  closed_at timestamptz(3),
  is_deleted boolean not null,
  primary key (deal_id, valid_from),
  constraint deal_states_valid_check check (valid_from <= valid_to)
);
create index deal_states_pipeline_id_idx on deal_states (pipeline_id, valid_from, valid_to);
create index deal_states_stage_id_idx on deal_states (stage_id);
create function keep_deal_states() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz(3) := case when tg_op = 'INSERT' then new.created_at else date_trunc('milliseconds', clock_timestamp()) end;
begin
  if tg_op = 'UPDATE' then
    -- Two changes in one millisecond are one state.
    select greatest(at, s.valid_from) into at from deal_states s where s.deal_id = new.id and s.valid_to = 'infinity';
    delete from deal_states where deal_id = new.id and valid_from = at;
    update deal_states set valid_to = at where deal_id = new.id and valid_to = 'infinity';
  end if;
  insert into deal_states (deal_id, valid_from, pipeline_id, stage_id, status, value, currency, probability, weighted_value, expected_close_date, closed_at, is_deleted)
    values (new.id, coalesce(at, new.created_at), new.pipeline_id, new.stage_id, new.status, new.value, new.currency, new.probability, new.weighted_value, new.expected_close_date, new.closed_at, new.deleted_at is not null);
  return null;
end $$;
create trigger deals_states_insert after insert on deals for each row execute function keep_deal_states();
create trigger deals_states_update after update on deals for each row
  when ((old.pipeline_id, old.stage_id, old.status, old.value, old.currency, old.probability, old.expected_close_date, old.closed_at, old.deleted_at is null)
    is distinct from (new.pipeline_id, new.stage_id, new.status, new.value, new.currency, new.probability, new.expected_close_date, new.closed_at, new.deleted_at is null))
  execute function keep_deal_states();
`;

const TOTALS = `
-- Sums over living deals, by holder: the owner, without one the team, without either nobody. Split into slots by backend,
-- so that two writers seldom wait for one row. Sums are never taken over two currencies.
create table deal_stage_totals (
  stage_id uuid not null references pipeline_stages on delete cascade,
  holder_id uuid not null default '00000000-0000-0000-0000-000000000000',
  currency char(3) not null,
  slot smallint not null,
  count bigint not null,
  value numeric(20,2) not null,
  weighted_value numeric(20,2) not null,
  primary key (stage_id, holder_id, currency, slot)
) with (fillfactor = 50);
create index deal_stage_totals_holder_id_idx on deal_stage_totals (holder_id, stage_id);
-- The month in UTC of the expected decision, or of the decision; '9999-12-01' where none is expected.
create table deal_forecast_totals (
  pipeline_id uuid not null references pipelines on delete cascade,
  month date not null,
  holder_id uuid not null default '00000000-0000-0000-0000-000000000000',
  status varchar(10) not null,
  currency char(3) not null,
  slot smallint not null,
  count bigint not null,
  value numeric(20,2) not null,
  weighted_value numeric(20,2) not null,
  primary key (pipeline_id, month, holder_id, status, currency, slot)
) with (fillfactor = 50);
create index deal_forecast_totals_holder_id_idx on deal_forecast_totals (holder_id, pipeline_id, month);
create function add_to_deal_totals(deal deals, sign integer) returns void language plpgsql as $$
declare
  holder constant uuid := coalesce(deal.owner_id, deal.team_id, '00000000-0000-0000-0000-000000000000');
  backend constant smallint := pg_backend_pid() % 16;
  due_month constant date := case when deal.status = 'open' then coalesce(date_trunc('month', deal.expected_close_date), '9999-12-01'::date) else date_trunc('month', deal.closed_at at time zone 'UTC') end;
begin
  insert into deal_stage_totals as t (stage_id, holder_id, currency, slot, count, value, weighted_value)
    values (deal.stage_id, holder, deal.currency, backend, sign, sign * coalesce(deal.value, 0), sign * coalesce(deal.weighted_value, 0))
    on conflict (stage_id, holder_id, currency, slot) do update set count = t.count + excluded.count, value = t.value + excluded.value, weighted_value = t.weighted_value + excluded.weighted_value;
  insert into deal_forecast_totals as t (pipeline_id, month, holder_id, status, currency, slot, count, value, weighted_value)
    values (deal.pipeline_id, due_month, holder, deal.status, deal.currency, backend, sign, sign * coalesce(deal.value, 0), sign * coalesce(deal.weighted_value, 0))
    on conflict (pipeline_id, month, holder_id, status, currency, slot) do update set count = t.count + excluded.count, value = t.value + excluded.value, weighted_value = t.weighted_value + excluded.weighted_value;
end $$;
create function keep_deal_totals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' and old.deleted_at is null then perform add_to_deal_totals(old, -1); end if;
  if tg_op <> 'DELETE' and new.deleted_at is null then perform add_to_deal_totals(new, 1); end if;
  return null;
end $$;
create trigger deals_totals_insert after insert on deals for each row execute function keep_deal_totals();
create trigger deals_totals_delete after delete on deals for each row execute function keep_deal_totals();
create trigger deals_totals_update after update on deals for each row
  when ((old.pipeline_id, old.stage_id, old.status, old.value, old.currency, old.weighted_value, old.expected_close_date, old.closed_at, coalesce(old.owner_id, old.team_id), old.deleted_at is null)
    is distinct from (new.pipeline_id, new.stage_id, new.status, new.value, new.currency, new.weighted_value, new.expected_close_date, new.closed_at, coalesce(new.owner_id, new.team_id), new.deleted_at is null))
  execute function keep_deal_totals();
`;

const SEED = `
with pipeline as (insert into pipelines (name, description, is_default, rank) values ('Sales', 'How a deal is won, step by step', true, 1) returning id)
insert into pipeline_stages (pipeline_id, name, description, rank, probability, color, kind, rot_days)
select pipeline.id, stage.* from pipeline, (values
  ('New', 'Recently added', 1, 10, '#9aa5b1', 'open', 14),
  ('Contacted', 'A first word was exchanged', 2, 20, '#4f9cf9', 'open', 14),
  ('Qualified', 'Fits, and is interested', 3, 40, '#3fb8af', 'open', 21),
  ('Proposal', 'An offer was made', 4, 60, '#f5b83d', 'open', 21),
  ('Negotiation', 'Terms are being discussed', 5, 80, '#f08a4b', 'open', 30),
  ('Closed Won', 'Became a customer', 6, 100, '#4caf50', 'won', null),
  ('Closed Lost', 'Decided against us', 7, 0, '#d9534f', 'lost', null)) stage (name, description, rank, probability, color, kind, rot_days);
`;
