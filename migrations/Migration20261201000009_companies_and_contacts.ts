import { Migration } from '@mikro-orm/migrations';

/** Companies and the people who work there. */
export class Migration20261201000009_companies_and_contacts extends Migration {
  override up(): void {
    this.addSql(companies);
    this.addSql(companyExternalIds);
    this.addSql(contacts);
    this.addSql(contactExternalIds);
    this.addSql(statistics);
    this.addSql(views);
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql('drop view contact_refs, company_refs;');
    this.addSql('drop table contact_external_ids, contacts, company_external_ids, companies;');
  }
}

const companies = `
create table companies (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  domain varchar(255) check (domain = lower(domain) and domain ~ '^[^[:space:]/@]+[.][^[:space:]/@]+$'),
  website varchar(255),
  industry varchar(100),
  size varchar(20) check (size in ('solo', 'small', 'medium', 'large', 'enterprise')),
  employee_count integer check (employee_count >= 0),
  annual_revenue numeric(14,2) check (annual_revenue >= 0),
  currency char(3),
  status varchar(20) not null default 'prospect' check (status in ('prospect', 'active', 'inactive', 'churned')),
  phone varchar(50),
  phone_e164 varchar(60),
  phone_digits varchar(60)
    generated always as (nullif(regexp_replace(coalesce(phone_e164, phone), '[^0-9]', '', 'g'), '')) stored,
  email varchar(255) check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  address_line1 varchar(255),
  address_line2 varchar(255),
  city varchar(100),
  state varchar(100),
  postal_code varchar(20),
  country char(2) check (country ~ '^[A-Z]{2}$'),
  tax_id varchar(100),
  payment_terms varchar(50),
  credit_limit numeric(14,2) check (credit_limit >= 0),
  owner_id uuid references users on delete set null,
  team_id uuid references teams on delete set null,
  merged_into_id uuid references companies on delete set null,
  notes text,
  tags text[] not null default '{}',
  external_ids jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text generated always as (fold_text(
    name || ' ' || coalesce(domain, '') || ' ' || coalesce(email, '') || ' ' ||
    coalesce(phone, '') || ' ' || coalesce(city, ''))) stored,
  search_words tsvector generated always as (
    setweight(to_tsvector('simple'::regconfig, fold_text(name)), 'A') ||
    setweight(to_tsvector('simple'::regconfig, fold_text(
      coalesce(domain, '') || ' ' || coalesce(industry, '') || ' ' || coalesce(city, ''))), 'B')) stored,
  constraint companies_merged_check check (merged_into_id is null or deleted_at is not null)
) with (fillfactor = 90);
create index companies_annual_revenue_idx on companies (coalesce(annual_revenue, -1), id) where deleted_at is null;
create index companies_created_at_idx on companies (created_at, id) where deleted_at is null;
create index companies_deleted_idx on companies (created_at, id) where deleted_at is not null;
create unique index companies_domain_key on companies (domain) where deleted_at is null;
create index companies_email_idx on companies (email);
-- Everything that is looked up by value: GIN intersects the conditions, beginning with the rarest.
create index companies_found_idx on companies using gin
  (search_text gin_trgm_ops, search_words, owner_id, team_id, tags, custom_fields jsonb_path_ops, industry, size,
  country, (right(phone_digits, 9)), merged_into_id) with (gin_pending_list_limit = 65536);
create index companies_name_idx on companies (lower(name), id) where deleted_at is null;
-- The included columns count the records of one owner or team without reading them.
create index companies_owner_id_idx on companies (owner_id, created_at, id) include (deleted_at, status, size, country);
create index companies_status_idx on companies (status, created_at, id) where deleted_at is null;
create index companies_team_id_idx on companies (team_id, created_at, id) include (deleted_at, status, size, country);
-- BRIN: a change of these columns leaves all other indexes alone (HOT).
create index companies_times_idx on companies using brin (updated_at, deleted_at)
  with (pages_per_range = 8, autosummarize = on);
comment on table companies is 'A company: a customer or prospect.';
comment on column companies.domain is 'Lower-case domain; unique among active companies.';
comment on column companies.phone_e164 is 'The number in E.164 form; null if the number cannot be read.';
comment on column companies.phone_digits is
  'Digits of the E.164 form; an index over the last nine serves numbers with and without a country code.';
comment on column companies.team_id is
  'Team that sees the record: the team of the owner; without an owner, the assigned team.';
comment on column companies.merged_into_id is 'Company into which this duplicate was merged.';
comment on column companies.external_ids is 'Identifiers in other systems: source to id.';
comment on column companies.custom_fields is 'Values of custom fields: key to value.';
comment on column companies.search_text is 'Text in lower case without accents, for the search for parts of words.';
comment on column companies.search_words is 'Words for the full-text search, weighted A and B.';
`;

const companyExternalIds = `
create table company_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  company_id uuid not null references companies on delete cascade,
  primary key (source, external_id)
);
create index company_external_ids_company_id_idx on company_external_ids (company_id);
create index company_external_ids_external_id_idx on company_external_ids (external_id);
comment on table company_external_ids is 'The id of a company in another system, unique among active companies.';
`;

const contacts = `
create table contacts (
  id uuid primary key default gen_random_uuid(),
  first_name varchar(100),
  last_name varchar(100),
  name varchar(201) generated always as (
    coalesce(first_name || case when last_name is null then '' else ' ' || last_name end, last_name)) stored,
  email varchar(255) check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  phone varchar(50),
  phone_e164 varchar(60),
  phone_digits varchar(60)
    generated always as (nullif(regexp_replace(coalesce(phone_e164, phone), '[^0-9]', '', 'g'), '')) stored,
  mobile varchar(50),
  mobile_e164 varchar(60),
  mobile_digits varchar(60)
    generated always as (nullif(regexp_replace(coalesce(mobile_e164, mobile), '[^0-9]', '', 'g'), '')) stored,
  preferred_contact varchar(20) not null default 'email'
    check (preferred_contact in ('email', 'phone', 'mobile', 'linkedin', 'none')),
  email_opt_out_at timestamptz(3),
  title varchar(100),
  department varchar(100),
  address_line1 varchar(255),
  address_line2 varchar(255),
  city varchar(100),
  state varchar(100),
  postal_code varchar(20),
  country char(2) check (country ~ '^[A-Z]{2}$'),
  linkedin_url varchar(255),
  twitter_handle varchar(100),
  status varchar(20) not null default 'new'
    check (status in ('new', 'contacted', 'qualified', 'unqualified', 'customer', 'inactive')),
  source varchar(20)
    check (source in ('website', 'referral', 'linkedin', 'cold_email', 'trade_show', 'social_media', 'other')),
  lead_score smallint not null default 0 check (lead_score between 0 and 100),
  company_id uuid references companies on delete set null,
  is_primary boolean not null default false,
  owner_id uuid references users on delete set null,
  team_id uuid references teams on delete set null,
  merged_into_id uuid references contacts on delete set null,
  notes text,
  tags text[] not null default '{}',
  external_ids jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text generated always as (fold_text(
    coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email, '') || ' ' ||
    coalesce(phone, '') || ' ' || coalesce(mobile, ''))) stored,
  search_words tsvector generated always as (
    setweight(to_tsvector('simple'::regconfig, fold_text(
      coalesce(first_name, '') || ' ' || coalesce(last_name, ''))), 'A') ||
    setweight(to_tsvector('simple'::regconfig, fold_text(
      coalesce(title, '') || ' ' || coalesce(department, '') || ' ' || coalesce(city, ''))), 'B')) stored,
  constraint contacts_merged_check check (merged_into_id is null or deleted_at is not null),
  constraint contacts_name_check check (first_name is not null or last_name is not null),
  constraint contacts_primary_check check (not is_primary or company_id is not null)
) with (fillfactor = 90);
create index contacts_company_id_idx on contacts (company_id, created_at, id) where company_id is not null;
create index contacts_created_at_idx on contacts (created_at, id) where deleted_at is null;
create index contacts_deleted_idx on contacts (created_at, id) where deleted_at is not null;
create unique index contacts_email_key on contacts (email) where deleted_at is null;
-- Everything that is looked up by value: GIN intersects the conditions, beginning with the rarest.
create index contacts_found_idx on contacts using gin
  (search_text gin_trgm_ops, search_words, owner_id, team_id, tags, custom_fields jsonb_path_ops, source, country, city,
  (right(phone_digits, 9)), (right(mobile_digits, 9)), merged_into_id) with (gin_pending_list_limit = 65536);
create index contacts_last_name_idx on contacts (lower((coalesce(last_name, first_name))), id) where deleted_at is null;
create index contacts_lead_score_idx on contacts (lead_score, id) where deleted_at is null;
create index contacts_name_idx on contacts (lower(name), id) where deleted_at is null;
-- The included columns count the records of one owner or team without reading them.
create index contacts_owner_id_idx on contacts (owner_id, created_at, id) include (deleted_at, status, source, country);
create unique index contacts_primary_key on contacts (company_id) where is_primary and deleted_at is null;
create index contacts_status_idx on contacts (status, created_at, id) where deleted_at is null;
create index contacts_team_id_idx on contacts (team_id, created_at, id) include (deleted_at, status, source, country);
-- BRIN: a change of these columns leaves all other indexes alone (HOT).
create index contacts_times_idx on contacts using brin (updated_at, deleted_at)
  with (pages_per_range = 8, autosummarize = on);
comment on table contacts is 'A person at a company, or without a company.';
comment on column contacts.name is 'Derived: first and last name.';
comment on column contacts.phone_e164 is 'The number in E.164 form; null if the number cannot be read.';
comment on column contacts.phone_digits is
  'Digits of the E.164 form; an index over the last nine serves numbers with and without a country code.';
comment on column contacts.mobile_e164 is 'The number in E.164 form; null if the number cannot be read.';
comment on column contacts.mobile_digits is
  'Digits of the E.164 form; an index over the last nine serves numbers with and without a country code.';
comment on column contacts.email_opt_out_at is 'When the person declined e-mails.';
comment on column contacts.is_primary is
  'Whether the person is the first contact of the company; at most one per company.';
comment on column contacts.team_id is
  'Team that sees the record: the team of the owner; without an owner, the assigned team.';
comment on column contacts.merged_into_id is 'Contact into which this duplicate was merged.';
comment on column contacts.external_ids is 'Identifiers in other systems: source to id.';
comment on column contacts.custom_fields is 'Values of custom fields: key to value.';
comment on column contacts.search_text is 'Text in lower case without accents, for the search for parts of words.';
comment on column contacts.search_words is 'Words for the full-text search, weighted A and B.';
`;

const contactExternalIds = `
create table contact_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  contact_id uuid not null references contacts on delete cascade,
  primary key (source, external_id)
);
create index contact_external_ids_contact_id_idx on contact_external_ids (contact_id);
create index contact_external_ids_external_id_idx on contact_external_ids (external_id);
comment on table contact_external_ids is 'The id of a contact in another system, unique among active contacts.';
`;

const statistics = `
-- The planner does not read the statistics of a partial index: without these it expects thousands of rows per name.
create statistics companies_name_stats on (lower(name)) from companies;
create statistics companies_phone_digits_stats on (right(phone_digits, 9)) from companies;
create statistics contacts_name_stats on (lower(name)) from contacts;
create statistics contacts_phone_digits_stats on (right(phone_digits, 9)) from contacts;
create statistics contacts_mobile_digits_stats on (right(mobile_digits, 9)) from contacts;
`;

const views = `
-- What a linked record shows of a company or contact, also to users who do not see that record itself.
create view company_refs as select id, name, owner_id, team_id, deleted_at from companies;
create view contact_refs as select id, name, company_id, owner_id, team_id, deleted_at from contacts;
comment on view company_refs is 'Reference of a company in linked records, without regard to visibility.';
comment on view contact_refs is 'Reference of a contact in linked records, without regard to visibility.';
`;

const triggers = `
-- Also when the foreign key clears the company because it was removed.
create trigger contacts_primary before update of company_id on contacts for each row
  when (new.company_id is null and new.is_primary) execute function set_columns('{"is_primary": false}');
`;
