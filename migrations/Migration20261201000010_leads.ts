import { Migration } from '@mikro-orm/migrations';
import { setLeadClosedAt } from './functions/set-lead-closed-at.js';
import { dropFunctions } from './triggers.js';

/** Leads, their external ids and their counts. */
export class Migration20261201000010_leads extends Migration {
  override up(): void {
    this.addSql(leads);
    this.addSql(leadExternalIds);
    this.addSql(recordCounts);
    this.addSql(statistics);
    this.addSql(functions.join(''));
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql(dropFunctions(...functions));
    this.addSql('drop view lead_refs;');
    this.addSql('drop table record_counts, lead_external_ids, leads;');
  }
}

const functions = [setLeadClosedAt];

const leads = `
create table leads (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  first_name varchar(100),
  last_name varchar(100),
  email varchar(255) check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  phone varchar(50),
  phone_e164 varchar(60),
  phone_digits varchar(60)
    generated always as (nullif(regexp_replace(coalesce(phone_e164, phone), '[^0-9]', '', 'g'), '')) stored,
  company varchar(255),
  job_title varchar(100),
  website varchar(255),
  budget varchar(100),
  project_type varchar(100),
  message text not null default '',
  source varchar(100),
  status varchar(50) not null default 'new'
    check (status in ('new', 'contacted', 'qualified', 'proposal', 'won', 'lost')),
  score smallint not null default 0 check (score between 0 and 100),
  score_reasons jsonb not null default '[]',
  estimated_value numeric(14,2) check (estimated_value >= 0),
  currency char(3),
  expected_close_date date,
  owner_id uuid references users on delete set null,
  team_id uuid references teams on delete set null,
  converted_company_id uuid references companies on delete set null,
  converted_contact_id uuid references contacts on delete set null,
  -- Its foreign key is added with deals.
  converted_deal_id uuid,
  notes text,
  tags text[] not null default '{}',
  raw_input text,
  ai_parsed boolean not null default false,
  metadata jsonb not null default '{}',
  external_ids jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  contacted_at timestamptz(3),
  closed_at timestamptz(3),
  converted_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_text text generated always as (fold_text(
    name || ' ' || coalesce(email, '') || ' ' || coalesce(company, '') || ' ' || coalesce(phone, ''))) stored,
  search_words tsvector generated always as (
    setweight(to_tsvector('simple'::regconfig, fold_text(name)), 'A') ||
    setweight(to_tsvector('simple'::regconfig, fold_text(
      coalesce(company, '') || ' ' || coalesce(job_title, '') || ' ' || coalesce(project_type, ''))), 'B') ||
    setweight(to_tsvector('simple'::regconfig, fold_text(left(message, 20000))), 'D')) stored,
  constraint leads_reachable_check check (email is not null or phone is not null)
) with (fillfactor = 90);
create index leads_created_at_idx on leads (created_at, id) where deleted_at is null;
create index leads_deleted_idx on leads (created_at, id) where deleted_at is not null;
create index leads_email_idx on leads (email);
create index leads_estimated_value_idx on leads (coalesce(estimated_value, -1), id) where deleted_at is null;
create index leads_expected_close_date_idx on leads (coalesce(expected_close_date, '9999-12-31'::date), id)
  where deleted_at is null;
-- Everything that is looked up by value: GIN intersects the conditions, beginning with the rarest.
create index leads_found_idx on leads using gin
  (search_text gin_trgm_ops, search_words, owner_id, team_id, tags, custom_fields jsonb_path_ops, source, project_type,
  (right(phone_digits, 9)), converted_company_id, converted_contact_id, converted_deal_id)
  with (gin_pending_list_limit = 65536);
create index leads_name_idx on leads (lower(name), id) where deleted_at is null;
-- The included columns count the records of one owner or team without reading them.
create index leads_owner_id_idx on leads (owner_id, created_at, id) include (deleted_at, status, source);
create index leads_score_idx on leads (score, id) where deleted_at is null;
create index leads_status_idx on leads (status, created_at, id) where deleted_at is null;
create index leads_team_id_idx on leads (team_id, created_at, id) include (deleted_at, status, source);
-- BRIN: a change of these columns leaves all other indexes alone (HOT).
create index leads_times_idx on leads using brin
  (updated_at, contacted_at, closed_at, converted_at, deleted_at) with (pages_per_range = 8, autosummarize = on);
comment on table leads is 'A person or organisation that may become a customer.';
comment on column leads.phone_e164 is 'The number in E.164 form; null if the number cannot be read.';
comment on column leads.phone_digits is
  'Digits of the E.164 form; an index over the last nine serves numbers with and without a country code.';
comment on column leads.budget is 'Budget in the words of the lead.';
comment on column leads.message is 'Text that the lead sent.';
comment on column leads.score is 'Quality of the lead, 0 to 100.';
comment on column leads.score_reasons is 'Rules that contributed to the score.';
comment on column leads.team_id is
  'Team that sees the record: the team of the owner; without an owner, the assigned team.';
comment on column leads.raw_input is 'Text from which the lead was read.';
comment on column leads.ai_parsed is 'Whether a language model read the text.';
comment on column leads.metadata is 'Further data of the source, such as campaign parameters.';
comment on column leads.external_ids is 'Identifiers in other systems: source to id.';
comment on column leads.custom_fields is 'Values of custom fields: key to value.';
comment on column leads.contacted_at is 'First contact.';
comment on column leads.closed_at is 'When the status became won or lost.';
comment on column leads.converted_at is 'When the lead was converted.';
comment on column leads.search_text is 'Text in lower case without accents, for the search for parts of words.';
comment on column leads.search_words is 'Words for the full-text search, weighted A, B and D.';
`;

const leadExternalIds = `
create table lead_external_ids (
  source varchar(100) not null,
  external_id varchar(255) not null,
  lead_id uuid not null references leads on delete cascade,
  primary key (source, external_id)
);
create index lead_external_ids_external_id_idx on lead_external_ids (external_id);
create index lead_external_ids_lead_id_idx on lead_external_ids (lead_id);
comment on table lead_external_ids is 'The id of a lead in another system, unique among active leads.';
`;

const recordCounts = `
create table record_counts (
  resource varchar(50) not null,
  fields jsonb not null,
  count bigint not null,
  is_compacted boolean not null default false
);
create index record_counts_resource_idx on record_counts (resource);
comment on table record_counts is
  'A change of the number of active records with the same values. Rows are only added, so that writers do not wait '
  'for each other; a job sums them up.';
comment on column record_counts.fields is 'Values that the records share: field to value.';
comment on column record_counts.is_compacted is 'Whether the compaction job wrote the row as the sum of other rows.';
`;

const statistics = `
create statistics leads_name_stats on (lower(name)) from leads;
create statistics leads_phone_digits_stats on (right(phone_digits, 9)) from leads;

-- What an activity or deal shows of its lead, also to users who do not see the lead itself.
create view lead_refs as select id, name, status, owner_id, team_id, deleted_at from leads;
comment on view lead_refs is 'Reference of a lead in linked records, without regard to visibility.';
`;

const triggers = `
create trigger leads_closed_at_insert before insert on leads for each row
  when (new.status in ('won', 'lost') and new.closed_at is null) execute function set_lead_closed_at();
create trigger leads_closed_at_update before update of status on leads for each row
  when (old.status is distinct from new.status) execute function set_lead_closed_at();
`;
