import { Migration } from '@mikro-orm/migrations';

/** Retention policies, legal holds and erasure. */
export class Migration20261201000019_retention extends Migration {
  override up(): void {
    this.addSql(retentionPolicies);
    this.addSql(retentionRuns);
    this.addSql(legalHolds);
    this.addSql(erasureRequests);
    this.addSql(held);
    this.addSql(heldWithOthers);
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql(`
drop view held_lead_form_submissions, held_activities, held_deals, held_contacts, held_companies, held_leads;
`);
    this.addSql('drop table erasure_requests, legal_holds, retention_runs, retention_policies;');
  }
}

const retentionPolicies = `
create table retention_policies (
  id uuid primary key default gen_random_uuid(),
  kind varchar(50) not null unique,
  days integer not null check (days between 1 and 36500),
  enabled boolean not null default true,
  updated_by_id uuid references users on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1
);
create index retention_policies_updated_by_id_idx on retention_policies (updated_by_id);
comment on table retention_policies is 'How long records of a kind are kept.';
`;

const retentionRuns = `
create table retention_runs (
  id uuid primary key,
  kind varchar(50) not null,
  mode varchar(10) not null check (mode in ('dry-run', 'real')),
  status varchar(10) not null default 'running' check (status in ('running', 'succeeded', 'failed')),
  slot_at timestamptz(3) not null,
  cutoff timestamptz(3) not null,
  days integer not null,
  due integer not null default 0,
  held integer not null default 0,
  removed integer not null default 0,
  oldest_at timestamptz(3),
  error varchar(2000),
  started_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  requested_by_id uuid references users on delete set null
);
create index retention_runs_kind_idx on retention_runs (kind, started_at, id);
create index retention_runs_requested_by_id_idx on retention_runs (requested_by_id);
create unique index retention_runs_slot_key on retention_runs (kind, slot_at) where mode = 'real';
create index retention_runs_started_at_idx on retention_runs (started_at, id);
comment on table retention_runs is 'A run of a retention policy, or its preview.';
comment on column retention_runs.slot_at is 'Due time; an interrupted run continues in its row.';
comment on column retention_runs.cutoff is 'Records that ended before are due.';
comment on column retention_runs.due is 'Records that were due.';
comment on column retention_runs.held is 'Due records under a legal hold.';
comment on column retention_runs.oldest_at is 'End of the oldest due record.';
`;

const legalHolds = `
create table legal_holds (
  id uuid primary key,
  resource_type varchar(50)
    check (resource_type in ('leads', 'companies', 'contacts', 'deals', 'activities', 'lead-form-submissions')),
  record_id uuid,
  email varchar(255) check (email = lower(email)),
  reason varchar(1000) not null,
  placed_by_id uuid references users on delete set null,
  placed_at timestamptz(3) not null default now(),
  released_by_id uuid references users on delete set null,
  released_at timestamptz(3),
  check ((resource_type is null) = (record_id is null)),
  check ((record_id is null) <> (email is null))
);
create index legal_holds_email_idx on legal_holds (email) where released_at is null;
create index legal_holds_placed_at_idx on legal_holds (placed_at, id);
create index legal_holds_placed_by_id_idx on legal_holds (placed_by_id);
create index legal_holds_record_id_idx on legal_holds (record_id) where released_at is null;
create index legal_holds_released_by_id_idx on legal_holds (released_by_id);
comment on table legal_holds is 'A hold that forbids the removal of a record or of the data of a person.';
comment on column legal_holds.record_id is 'Held record; null for a person.';
comment on column legal_holds.email is 'Held person; null for a record.';
`;

const erasureRequests = `
create table erasure_requests (
  id uuid primary key,
  status varchar(10) not null default 'waiting'
    check (status in ('waiting', 'running', 'completed', 'held', 'failed', 'cancelled')),
  email varchar(255),
  phone varchar(50),
  subject_hash char(64) not null,
  records jsonb,
  steps_done text[] not null default '{}',
  report jsonb not null default '[]',
  requested_by_id uuid references users on delete set null,
  created_at timestamptz(3) not null default now(),
  completed_at timestamptz(3)
);
create index erasure_requests_created_at_idx on erasure_requests (created_at, id);
create index erasure_requests_requested_by_id_idx on erasure_requests (requested_by_id);
create index erasure_requests_subject_hash_idx on erasure_requests (subject_hash);
comment on table erasure_requests is 'A request to erase the data of a person. The id is the id of its job.';
comment on column erasure_requests.email is 'Wiped when the request completes.';
comment on column erasure_requests.phone is 'Wiped when the request completes.';
comment on column erasure_requests.subject_hash is 'Hash of address and number, kept as proof.';
comment on column erasure_requests.records is 'Records that were found; wiped when the request completes.';
comment on column erasure_requests.steps_done is 'Finished steps, so that an interrupted request continues.';
comment on column erasure_requests.report is 'What each step erased.';
`;

const held = `
-- A record is held by itself, with a held person, or with a held record that it is on.
create view held_leads as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'leads'
  union select l.id from legal_holds h join leads l on l.email = h.email where h.released_at is null
  union select a.lead_id from legal_holds h join activities a on a.id = h.record_id
    where h.released_at is null and h.resource_type = 'activities' and a.lead_id is not null;
create view held_companies as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'companies';
create view held_contacts as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'contacts'
  union select c.id from legal_holds h join contacts c on c.email = h.email and c.deleted_at is null
    where h.released_at is null
  union select c.id from legal_holds h join contacts c on c.email = h.email and c.deleted_at is not null
    where h.released_at is null;
create view held_deals as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'deals';
comment on view held_leads is 'Ids of leads under a legal hold.';
comment on view held_companies is 'Ids of companies under a legal hold.';
comment on view held_contacts is 'Ids of contacts under a legal hold.';
comment on view held_deals is 'Ids of deals under a legal hold.';
`;

const heldWithOthers = `
-- Activities of a held record stay held where a merge moved them.
create view held_activities as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'activities'
  union select a.id from legal_holds h join activities a on a.lead_id = h.record_id
    where h.released_at is null and h.resource_type = 'leads'
  union select a.id from legal_holds h join activities a on a.company_id = h.record_id
    where h.released_at is null and h.resource_type = 'companies'
  union select a.id from legal_holds h join activities a on a.deal_id = h.record_id
    where h.released_at is null and h.resource_type = 'deals'
  union select a.id from held_contacts c join activities a on a.contact_id = c.id
  union select a.id from legal_holds h join leads l on l.email = h.email
    join activities a on a.lead_id = l.id where h.released_at is null
  union select v.record_id from legal_holds h
    join record_merge_moves v on v.duplicate_id = h.record_id and v.table_name = 'activities'
    where h.released_at is null and h.resource_type = 'companies'
  union select v.record_id from held_contacts c
    join record_merge_moves v on v.duplicate_id = c.id and v.table_name = 'activities';
create view held_lead_form_submissions as
  select h.record_id as id from legal_holds h
    where h.released_at is null and h.resource_type = 'lead-form-submissions'
  union select s.id from legal_holds h join lead_form_submissions s
    on contacts_in(s.payload) @> array[h.email::text] where h.released_at is null
  union select s.id from held_leads l join lead_form_submissions s on s.lead_id = l.id;
comment on view held_activities is 'Ids of activities under a legal hold.';
comment on view held_lead_form_submissions is 'Ids of form submissions under a legal hold.';
`;

const triggers = `
create trigger retention_policies_audit after insert or update or delete on retention_policies
  for each row execute function audit_change(
    'retention-policies', 'kind', '{}', '{id,kind,created_at,updated_at,updated_by_id,version}');
-- Whom a hold concerns, and why, is visible only to users who may see holds.
create trigger legal_holds_audit after insert or update or delete on legal_holds
  for each row execute function audit_change(
    'legal-holds', 'id', '{email,reason}', '{id,placed_by_id,released_by_id}');
`;
