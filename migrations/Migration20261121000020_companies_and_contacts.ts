import { Migration } from '@mikro-orm/migrations';

/** Whom one sells to: companies, and the people there. */
export class Migration20261121000020_companies_and_contacts extends Migration {
  override up(): void {
    this.addSql(`
-- For any table of records: their external ids in a table of their own, which guards "one living record per external id".
-- Arguments: that table, and its column with the record's id.
create function keep_external_ids() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('delete from %I where %I = $1', tg_argv[0], tg_argv[1]) using new.id;
  if new.deleted_at is null and new.external_ids <> '{}' then
    execute format('insert into %I (source, external_id, %I) select key, value, $1 from jsonb_each_text($2)', tg_argv[0], tg_argv[1]) using new.id, new.external_ids;
  end if;
  return null;
end $$;

create table companies (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  domain varchar(255),
  website varchar(255),
  industry varchar(100),
  size varchar(20),
  employee_count integer,
  annual_revenue numeric(14,2),
  currency char(3),
  status varchar(20) not null default 'prospect',
  phone varchar(50),
  phone_digits varchar(50) generated always as (nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '')) stored,
  email varchar(255),
  address_line1 varchar(255),
  address_line2 varchar(255),
  city varchar(100),
  state varchar(100),
  postal_code varchar(20),
  country char(2),
  tax_id varchar(100),
  payment_terms varchar(50),
  credit_limit numeric(14,2),
  owner_id uuid references users on delete set null,
  team_id uuid references teams on delete set null,
  notes text,
  tags text[] not null default '{}',
  external_ids jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  merged_into_id uuid references companies on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text generated always as (lower(name || ' ' || coalesce(domain, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(city, ''))) stored,
  search_words tsvector generated always as (
    setweight(to_tsvector('simple'::regconfig, name), 'A') ||
    setweight(to_tsvector('simple'::regconfig, coalesce(domain, '') || ' ' || coalesce(industry, '') || ' ' || coalesce(city, '')), 'B') ||
    setweight(to_tsvector('simple'::regconfig, left(coalesce(notes, ''), 20000)), 'D')) stored,
  constraint companies_domain_check check (domain = lower(domain) and domain ~ '^[^[:space:]/@]+[.][^[:space:]/@]+$'),
  constraint companies_size_check check (size in ('solo', 'small', 'medium', 'large', 'enterprise')),
  constraint companies_status_check check (status in ('prospect', 'active', 'inactive', 'churned')),
  constraint companies_employee_count_check check (employee_count >= 0),
  constraint companies_annual_revenue_check check (annual_revenue >= 0),
  constraint companies_credit_limit_check check (credit_limit >= 0),
  constraint companies_country_check check (country ~ '^[A-Z]{2}$'),
  constraint companies_email_check check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  constraint companies_merged_check check (merged_into_id is null or deleted_at is not null)
);
create unique index companies_domain_key on companies (domain) where deleted_at is null;
create index companies_created_at_idx on companies (created_at, id) where deleted_at is null;
create index companies_updated_at_idx on companies (updated_at, id) where deleted_at is null;
create index companies_name_idx on companies (lower(name), id) where deleted_at is null;
create index companies_status_idx on companies (status, created_at, id) where deleted_at is null;
create index companies_industry_idx on companies (industry, created_at, id) where deleted_at is null;
create index companies_size_idx on companies (size, created_at, id) where deleted_at is null;
create index companies_country_idx on companies (country, created_at, id) where deleted_at is null;
create index companies_annual_revenue_idx on companies (coalesce(annual_revenue, -1), id) where deleted_at is null;
create index companies_owner_id_idx on companies (owner_id, created_at, id) where deleted_at is null;
create index companies_owner_fk_idx on companies (owner_id) where deleted_at is not null;
create index companies_team_id_idx on companies (team_id, created_at, id) where deleted_at is null;
create index companies_team_fk_idx on companies (team_id) where deleted_at is not null;
create index companies_email_idx on companies (email) where deleted_at is null;
create index companies_phone_digits_idx on companies (right(phone_digits, 9)) where deleted_at is null;
create index companies_deleted_at_idx on companies (deleted_at, id) where deleted_at is not null;
create index companies_merged_into_id_idx on companies (merged_into_id) where merged_into_id is not null;
create index companies_search_idx on companies using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 65536) where deleted_at is null;
create index companies_words_idx on companies using gin (search_words) with (gin_pending_list_limit = 65536) where deleted_at is null;
create index companies_tags_idx on companies using gin (tags) where deleted_at is null;
create index companies_custom_fields_idx on companies using gin (custom_fields jsonb_path_ops) where deleted_at is null;

create table company_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  company_id uuid not null references companies on delete cascade,
  primary key (source, external_id)
);
create index company_external_ids_company_id_idx on company_external_ids (company_id);
create trigger companies_external_ids_insert after insert on companies for each row when (new.external_ids <> '{}') execute function keep_external_ids('company_external_ids', 'company_id');
create trigger companies_external_ids_update after update of external_ids, deleted_at on companies for each row
  when (old.external_ids is distinct from new.external_ids or (old.deleted_at is null) <> (new.deleted_at is null)) execute function keep_external_ids('company_external_ids', 'company_id');

create table contacts (
  id uuid primary key default gen_random_uuid(),
  company_id uuid references companies on delete set null,
  first_name varchar(100),
  last_name varchar(100),
  name varchar(201) generated always as (coalesce(first_name || case when last_name is null then '' else ' ' || last_name end, last_name)) stored,
  email varchar(255),
  phone varchar(50),
  phone_digits varchar(50) generated always as (nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '')) stored,
  mobile varchar(50),
  mobile_digits varchar(50) generated always as (nullif(regexp_replace(mobile, '[^0-9]', '', 'g'), '')) stored,
  title varchar(100),
  department varchar(100),
  address_line1 varchar(255),
  address_line2 varchar(255),
  city varchar(100),
  state varchar(100),
  postal_code varchar(20),
  country char(2),
  status varchar(20) not null default 'new',
  source varchar(20),
  lead_score smallint not null default 0,
  owner_id uuid references users on delete set null,
  team_id uuid references teams on delete set null,
  is_primary boolean not null default false,
  preferred_contact varchar(20) not null default 'email',
  linkedin_url varchar(255),
  twitter_handle varchar(100),
  notes text,
  email_opt_out_at timestamptz(3),
  tags text[] not null default '{}',
  external_ids jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  merged_into_id uuid references contacts on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text generated always as (lower(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(mobile, ''))) stored,
  search_words tsvector generated always as (
    setweight(to_tsvector('simple'::regconfig, coalesce(first_name, '') || ' ' || coalesce(last_name, '')), 'A') ||
    setweight(to_tsvector('simple'::regconfig, coalesce(title, '') || ' ' || coalesce(department, '') || ' ' || coalesce(city, '')), 'B') ||
    setweight(to_tsvector('simple'::regconfig, left(coalesce(notes, ''), 20000)), 'D')) stored,
  constraint contacts_name_check check (first_name is not null or last_name is not null),
  constraint contacts_email_check check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  constraint contacts_status_check check (status in ('new', 'contacted', 'qualified', 'unqualified', 'customer', 'inactive')),
  constraint contacts_source_check check (source in ('website', 'referral', 'linkedin', 'cold_email', 'trade_show', 'social_media', 'other')),
  constraint contacts_lead_score_check check (lead_score between 0 and 100),
  constraint contacts_country_check check (country ~ '^[A-Z]{2}$'),
  constraint contacts_preferred_contact_check check (preferred_contact in ('email', 'phone', 'mobile', 'linkedin', 'none')),
  constraint contacts_primary_check check (not is_primary or company_id is not null),
  constraint contacts_merged_check check (merged_into_id is null or deleted_at is not null)
);
create unique index contacts_email_key on contacts (email) where deleted_at is null;
create unique index contacts_primary_key on contacts (company_id) where is_primary and deleted_at is null;
create index contacts_created_at_idx on contacts (created_at, id) where deleted_at is null;
create index contacts_updated_at_idx on contacts (updated_at, id) where deleted_at is null;
create index contacts_name_idx on contacts (lower(name), id) where deleted_at is null;
create index contacts_last_name_idx on contacts (lower(coalesce(last_name, first_name)), id) where deleted_at is null;
create index contacts_company_id_idx on contacts (company_id, created_at, id) where deleted_at is null;
create index contacts_company_fk_idx on contacts (company_id) where deleted_at is not null;
create index contacts_status_idx on contacts (status, created_at, id) where deleted_at is null;
create index contacts_source_idx on contacts (source, created_at, id) where deleted_at is null;
create index contacts_country_idx on contacts (country, created_at, id) where deleted_at is null;
create index contacts_lead_score_idx on contacts (lead_score, id) where deleted_at is null;
create index contacts_owner_id_idx on contacts (owner_id, created_at, id) where deleted_at is null;
create index contacts_owner_fk_idx on contacts (owner_id) where deleted_at is not null;
create index contacts_team_id_idx on contacts (team_id, created_at, id) where deleted_at is null;
create index contacts_team_fk_idx on contacts (team_id) where deleted_at is not null;
create index contacts_deleted_email_idx on contacts (email) where deleted_at is not null;
create index contacts_phone_digits_idx on contacts (right(phone_digits, 9)) where phone_digits is not null;
create index contacts_mobile_digits_idx on contacts (right(mobile_digits, 9)) where mobile_digits is not null;
create index contacts_deleted_at_idx on contacts (deleted_at, id) where deleted_at is not null;
create index contacts_merged_into_id_idx on contacts (merged_into_id) where merged_into_id is not null;
create index contacts_search_idx on contacts using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 65536) where deleted_at is null;
create index contacts_words_idx on contacts using gin (search_words) with (gin_pending_list_limit = 65536) where deleted_at is null;
create index contacts_tags_idx on contacts using gin (tags) where deleted_at is null;
create index contacts_custom_fields_idx on contacts using gin (custom_fields jsonb_path_ops) where deleted_at is null;

create table contact_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  contact_id uuid not null references contacts on delete cascade,
  primary key (source, external_id)
);
create index contact_external_ids_contact_id_idx on contact_external_ids (contact_id);
create trigger contacts_external_ids_insert after insert on contacts for each row when (new.external_ids <> '{}') execute function keep_external_ids('contact_external_ids', 'contact_id');
create trigger contacts_external_ids_update after update of external_ids, deleted_at on contacts for each row
  when (old.external_ids is distinct from new.external_ids or (old.deleted_at is null) <> (new.deleted_at is null)) execute function keep_external_ids('contact_external_ids', 'contact_id');

-- Whoever has no company any more is nobody's primary contact: also where the company was removed by its foreign key.
create function keep_primary_contact() returns trigger language plpgsql as $$
begin
  new.is_primary := false;
  return new;
end $$;
create trigger contacts_primary before update of company_id on contacts for each row when (new.company_id is null and new.is_primary) execute function keep_primary_contact();
`);
  }

  override down(): void {
    this.addSql(`
drop table contact_external_ids, contacts, company_external_ids, companies cascade;
drop function keep_primary_contact(), keep_external_ids();
`);
  }
}
