import { Migration } from '@mikro-orm/migrations';

/** Leads, and the counts over all of them that are kept with every write. */
export class Migration20261121000003_leads extends Migration {
  override up(): void {
    this.addSql(`
create table leads (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  first_name varchar(100),
  last_name varchar(100),
  email varchar(255),
  phone varchar(50),
  phone_digits varchar(50) generated always as (nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '')) stored,
  company varchar(255),
  job_title varchar(100),
  website varchar(255),
  budget varchar(100),
  project_type varchar(100),
  message text not null default '',
  source varchar(100),
  status varchar(50) not null default 'new',
  score smallint not null default 0,
  score_reasons jsonb not null default '[]',
  estimated_value numeric(14,2),
  currency char(3),
  expected_close_date date,
  owner_id uuid references users on delete set null,
  notes text,
  tags text[] not null default '{}',
  raw_input text,
  ai_parsed boolean not null default false,
  metadata jsonb not null default '{}',
  external_ids jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  contacted_at timestamptz(3),
  converted_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text generated always as (lower(name || ' ' || coalesce(email, '') || ' ' || coalesce(company, '') || ' ' || coalesce(phone, ''))) stored,
  constraint leads_status_check check (status in ('new', 'contacted', 'qualified', 'proposal', 'won', 'lost')),
  constraint leads_score_check check (score between 0 and 100),
  constraint leads_email_check check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  constraint leads_reachable_check check (email is not null or phone is not null),
  constraint leads_estimated_value_check check (estimated_value >= 0)
);
create index leads_created_at_idx on leads (created_at, id) where deleted_at is null;
create index leads_updated_at_idx on leads (updated_at, id) where deleted_at is null;
create index leads_status_idx on leads (status, created_at, id) where deleted_at is null;
create index leads_source_idx on leads (source, created_at, id) where deleted_at is null;
create index leads_owner_id_idx on leads (owner_id, created_at, id) where deleted_at is null;
create index leads_score_idx on leads (score, id) where deleted_at is null;
create index leads_name_idx on leads (lower(name), id) where deleted_at is null;
create index leads_expected_close_date_idx on leads (coalesce(expected_close_date, '9999-12-31'::date), id) where deleted_at is null;
create index leads_estimated_value_idx on leads (coalesce(estimated_value, -1), id) where deleted_at is null;
create index leads_email_idx on leads (email) where deleted_at is null;
create index leads_phone_digits_idx on leads (right(phone_digits, 9)) where deleted_at is null;
create index leads_deleted_at_idx on leads (deleted_at, id) where deleted_at is not null;
create index leads_owner_fk_idx on leads (owner_id) where deleted_at is not null;
create index leads_search_idx on leads using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 65536) where deleted_at is null;
create index leads_tags_idx on leads using gin (tags) where deleted_at is null;
create index leads_custom_fields_idx on leads using gin (custom_fields jsonb_path_ops) where deleted_at is null;

-- The one guard of "one living lead per external id"; kept by the trigger below from leads.external_ids.
create table lead_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  lead_id uuid not null references leads on delete cascade,
  primary key (source, external_id)
);
create index lead_external_ids_lead_id_idx on lead_external_ids (lead_id);
create function keep_lead_external_ids() returns trigger language plpgsql as $$
begin
  delete from lead_external_ids where lead_id = new.id;
  if new.deleted_at is null then
    insert into lead_external_ids (source, external_id, lead_id) select key, value, new.id from jsonb_each_text(new.external_ids);
  end if;
  return null;
end $$;
create trigger leads_external_ids_insert after insert on leads for each row when (new.external_ids <> '{}') execute function keep_lead_external_ids();
create trigger leads_external_ids_update after update of external_ids, deleted_at on leads for each row
  when (old.external_ids is distinct from new.external_ids or (old.deleted_at is null) <> (new.deleted_at is null)) execute function keep_lead_external_ids();

-- Counts of living leads. A row is split into slots by backend so that two writers seldom wait for one row.
create table lead_counts (
  owner_id uuid not null default '00000000-0000-0000-0000-000000000000',
  status varchar(50) not null,
  source varchar(100) not null default '',
  slot smallint not null,
  count bigint not null,
  primary key (owner_id, status, source, slot)
) with (fillfactor = 50);
create table lead_day_counts (
  day date not null,
  owner_id uuid not null default '00000000-0000-0000-0000-000000000000',
  slot smallint not null,
  count bigint not null,
  primary key (day, owner_id, slot)
) with (fillfactor = 50);
create function add_to_lead_counts(lead leads, amount integer) returns void language plpgsql as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  backend constant smallint := pg_backend_pid() % 16;
begin
  insert into lead_counts as c (owner_id, status, source, slot, count)
    values (coalesce(lead.owner_id, nobody), lead.status, coalesce(lead.source, ''), backend, amount)
    on conflict (owner_id, status, source, slot) do update set count = c.count + excluded.count;
  insert into lead_day_counts as c (day, owner_id, slot, count)
    values ((lead.created_at at time zone 'UTC')::date, coalesce(lead.owner_id, nobody), backend, amount)
    on conflict (day, owner_id, slot) do update set count = c.count + excluded.count;
end $$;
create function keep_lead_counts() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.deleted_at is null then perform add_to_lead_counts(old, -1); end if;
  if tg_op <> 'DELETE' and new.deleted_at is null then perform add_to_lead_counts(new, 1); end if;
  return null;
end $$;
create trigger leads_counts_insert after insert on leads for each row execute function keep_lead_counts();
create trigger leads_counts_delete after delete on leads for each row execute function keep_lead_counts();
create trigger leads_counts_update after update of status, source, owner_id, deleted_at on leads for each row
  when (old.status is distinct from new.status or old.source is distinct from new.source or old.owner_id is distinct from new.owner_id or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function keep_lead_counts();

create view lead_conversion_funnel as
select stage, count(*) as count, avg(estimated_value) as avg_value, sum(estimated_value) as total_value
from (
  select estimated_value, case
    when status in ('new', 'contacted') then 'prospect'
    when status = 'won' then 'closed_won'
    when status = 'lost' then 'closed_lost'
    else status end as stage
  from leads where deleted_at is null
) staged
group by stage
order by array_position(array['prospect', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost'], stage);
`);
  }

  override down(): void {
    this.addSql(`
drop view lead_conversion_funnel;
drop table lead_day_counts, lead_counts, lead_external_ids, leads cascade;
drop function if exists add_to_lead_counts, keep_lead_counts, keep_lead_external_ids;
`);
  }
}
