import { Migration } from '@mikro-orm/migrations';

/** Web forms that create leads. */
export class Migration20261201000015_lead_forms extends Migration {
  override up(): void {
    this.addSql(leadForms);
    this.addSql(leadFormSubmissions);
    this.addSql(leadFormFingerprints);
  }

  override down(): void {
    this.addSql('drop table lead_form_fingerprints, lead_form_submissions, lead_forms;');
  }
}

const leadForms = `
create table lead_forms (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  public_key varchar(40) not null unique,
  title varchar(255) not null default 'Contact us',
  description varchar(1000) not null default '',
  fields jsonb not null,
  allowed_origins text[] not null default '{}',
  redirect_url varchar(500),
  source varchar(100) not null default 'website',
  tags text[] not null default '{}',
  owner_id uuid references users on delete set null,
  minimum_fill_seconds smallint not null default 2 check (minimum_fill_seconds between 0 and 60),
  dedupe_minutes smallint not null default 10 check (dedupe_minutes between 0 and 1440),
  hourly_limit integer not null default 300 check (hourly_limit between 1 and 100000),
  token_required boolean not null default false,
  enabled boolean not null default true,
  created_by_id uuid references users on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1
);
create index lead_forms_created_at_idx on lead_forms (created_at, id) where deleted_at is null;
create index lead_forms_created_by_id_idx on lead_forms (created_by_id);
create index lead_forms_deleted_at_idx on lead_forms (created_at, id) where deleted_at is not null;
create index lead_forms_owner_id_idx on lead_forms (owner_id);
comment on table lead_forms is 'A web form that creates leads.';
comment on column lead_forms.public_key is 'Key in the address of the form.';
comment on column lead_forms.fields is 'Fields of the form and their mapping to the lead.';
comment on column lead_forms.minimum_fill_seconds is 'Faster submissions are held as spam.';
comment on column lead_forms.dedupe_minutes is 'Time within which an equal submission is a duplicate.';
comment on column lead_forms.hourly_limit is 'Maximum submissions per hour. Further submissions wait for approval.';
comment on column lead_forms.token_required is 'Whether a submission needs the token of the rendered form.';
`;

const leadFormSubmissions = `
create table lead_form_submissions (
  id uuid primary key default gen_random_uuid(),
  form_id uuid not null references lead_forms on delete cascade,
  fingerprint char(64) not null,
  outcome varchar(20) not null
    check (outcome in ('accepted', 'duplicate', 'held', 'rejected', 'invalid', 'disabled')),
  reason varchar(255),
  payload jsonb not null,
  lead_id uuid references leads on delete set null,
  ip_address inet,
  user_agent varchar(500),
  received_at timestamptz(3) not null default now()
);
create index lead_form_submissions_contacts_idx on lead_form_submissions using gin (contacts_in(payload));
create index lead_form_submissions_form_id_idx on lead_form_submissions (form_id, received_at, id);
create index lead_form_submissions_lead_id_idx on lead_form_submissions (lead_id);
create index lead_form_submissions_received_at_idx on lead_form_submissions (received_at);
comment on table lead_form_submissions is
  'A submission as received, so that a wrong mapping can be repeated and a rejection has a reason.';
comment on column lead_form_submissions.fingerprint is 'SHA-256 of the values.';
comment on column lead_form_submissions.reason is 'Why the submission was not accepted.';
`;

const leadFormFingerprints = `
create table lead_form_fingerprints (
  form_id uuid not null references lead_forms on delete cascade,
  fingerprint char(64) not null,
  expires_at timestamptz(3) not null,
  primary key (form_id, fingerprint)
);
create index lead_form_fingerprints_expires_at_idx on lead_form_fingerprints (expires_at);
comment on table lead_form_fingerprints is
  'A recently accepted submission. The primary key rejects the same submission twice, also by two processes at once.';
`;
