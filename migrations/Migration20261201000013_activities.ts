import { Migration } from '@mikro-orm/migrations';

/** Activities, and the journal of lead conversions. */
export class Migration20261201000013_activities extends Migration {
  override up(): void {
    this.addSql(activities);
    this.addSql(leadConversions);
    this.addSql(leadConversionActivities);
    this.addSql(triggers);
  }

  override down(): void {
    this.addSql('drop table lead_conversion_activities, lead_conversions, activities;');
  }
}

const activities = `
create table activities (
  id uuid primary key default gen_random_uuid(),
  type varchar(50) not null check (type in ('note', 'call', 'email', 'meeting', 'task', 'deadline', 'status_change')),
  subject varchar(255) not null default '',
  description text not null default '',
  status varchar(20) not null default 'pending' check (status in ('pending', 'in_progress', 'completed', 'cancelled')),
  priority varchar(20) not null default 'medium' check (priority in ('low', 'medium', 'high', 'critical')),
  lead_id uuid references leads on delete cascade,
  company_id uuid references companies on delete set null,
  contact_id uuid references contacts on delete set null,
  deal_id uuid references deals on delete set null,
  follow_up_of_id uuid references activities on delete set null,
  owner_id uuid references users on delete set null,
  team_id uuid references teams on delete set null,
  assignee_id uuid references users on delete set null,
  due_at timestamptz(3),
  duration_minutes integer check (duration_minutes between 0 and 525600),
  reminder_minutes integer default 60 check (reminder_minutes between 0 and 40320),
  due_soon_notified_at timestamptz(3),
  overdue_notified_at timestamptz(3),
  follow_up_on date,
  completed_at timestamptz(3),
  outcome varchar(500),
  location varchar(255),
  direction varchar(10) check (direction in ('inbound', 'outbound')),
  call_result varchar(20) check (call_result in ('answered', 'missed', 'voicemail')),
  recording_url varchar(500),
  old_status varchar(50),
  new_status varchar(50),
  custom_fields jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  search_words tsvector generated always as (
    setweight(to_tsvector('simple'::regconfig, fold_text(subject)), 'A') ||
    setweight(to_tsvector('simple'::regconfig, fold_text(
      coalesce(outcome, '') || ' ' || coalesce(location, ''))), 'B') ||
    setweight(to_tsvector('simple'::regconfig, fold_text(left(description, 20000))), 'D')) stored,
  constraint activities_completed_check check ((status = 'completed') = (completed_at is not null))
) with (fillfactor = 90);
-- Open activities of the user who does them, in the order of the agenda.
create index activities_agenda_idx on activities
  (coalesce(assignee_id, owner_id), coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id)
  where deleted_at is null and status in ('pending', 'in_progress');
-- In the order of timelines. Not partial by deletion: foreign keys look for deleted rows as well.
create index activities_company_id_idx on activities (company_id, least(created_at, completed_at), id)
  where company_id is not null;
create index activities_contact_id_idx on activities (contact_id, least(created_at, completed_at), id)
  where contact_id is not null;
create index activities_created_at_idx on activities (created_at, id) where deleted_at is null;
create index activities_deal_id_idx on activities (deal_id, least(created_at, completed_at), id)
  where deal_id is not null;
create index activities_deleted_idx on activities (created_at, id) where deleted_at is not null;
create index activities_due_at_idx on activities (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id)
  where deleted_at is null;
create unique index activities_follow_up_of_id_key on activities (follow_up_of_id);
-- Everything that is looked up by value: GIN intersects the conditions, beginning with the rarest.
create index activities_found_idx on activities using gin
  (search_words, team_id, assignee_id, type, status, priority, direction, call_result,
  custom_fields jsonb_path_ops) with (gin_pending_list_limit = 65536);
create index activities_lead_id_idx on activities (lead_id, least(created_at, completed_at), id);
-- Overdue activities, and reminders, which read the included columns only.
create index activities_open_idx on activities (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id)
  include (reminder_minutes, due_soon_notified_at, overdue_notified_at)
  where deleted_at is null and status in ('pending', 'in_progress');
create index activities_owner_id_idx on activities (owner_id, created_at, id);
-- BRIN: a change of these columns leaves all other indexes alone (HOT).
create index activities_times_idx on activities using brin
  (updated_at, due_at, completed_at, follow_up_on, deleted_at) with (pages_per_range = 8, autosummarize = on);
comment on table activities is
  'Something done or to do: a note, call, e-mail, meeting, task, deadline or status change.';
comment on column activities.follow_up_of_id is
  'Activity that this activity follows up. An activity has at most one follow-up, even a deleted one.';
comment on column activities.team_id is
  'Team that sees the record: the team of the owner; without an owner, the assigned team.';
comment on column activities.assignee_id is 'User who does the activity; null for the owner.';
comment on column activities.reminder_minutes is 'Minutes before due_at at which a reminder is sent; null for none.';
comment on column activities.due_soon_notified_at is 'When the reminder was sent.';
comment on column activities.overdue_notified_at is 'When the notification of the missed due time was sent.';
comment on column activities.follow_up_on is 'Day on which a follow-up is created.';
comment on column activities.location is 'Place of a meeting.';
comment on column activities.old_status is 'Status of the lead before; for status changes only.';
comment on column activities.new_status is 'Status of the lead after; for status changes only.';
comment on column activities.custom_fields is 'Values of custom fields: key to value.';
comment on column activities.search_words is 'Words for the full-text search, weighted A, B and D.';
`;

const leadConversions = `
create table lead_conversions (
  id uuid primary key default gen_random_uuid(),
  lead_id uuid not null references leads on delete cascade,
  converted_by_id uuid references users on delete set null,
  targets jsonb not null,
  created_at timestamptz(3) not null default now(),
  reverted_at timestamptz(3),
  reverted_by_id uuid references users on delete set null
);
create index lead_conversions_converted_by_id_idx on lead_conversions (converted_by_id);
create index lead_conversions_lead_id_idx on lead_conversions (lead_id, created_at);
create index lead_conversions_reverted_by_id_idx on lead_conversions (reverted_by_id) where reverted_by_id is not null;
create unique index lead_conversions_standing_key on lead_conversions (lead_id) where reverted_at is null;
comment on table lead_conversions is
  'A conversion of a lead, which can be reverted. A lead has at most one conversion that is not reverted.';
comment on column lead_conversions.targets is
  'Company, contact and deal: whether each was created, and digests of the fields that were filled.';
`;

const leadConversionActivities = `
create table lead_conversion_activities (
  conversion_id uuid not null references lead_conversions on delete cascade,
  activity_id uuid not null references activities on delete cascade,
  has_company boolean not null,
  has_contact boolean not null,
  has_deal boolean not null,
  primary key (conversion_id, activity_id)
);
create index lead_conversion_activities_activity_id_idx on lead_conversion_activities (activity_id);
comment on table lead_conversion_activities is 'An activity that a conversion linked to the new records.';
comment on column lead_conversion_activities.has_company is 'Whether the conversion set the company.';
comment on column lead_conversion_activities.has_contact is 'Whether the conversion set the contact.';
comment on column lead_conversion_activities.has_deal is 'Whether the conversion set the deal.';
`;

const triggers = `
create statistics activities_assignee_stats on (coalesce(assignee_id, owner_id)) from activities;

create trigger activities_reminders before update of due_at on activities for each row
  when (old.due_at is distinct from new.due_at)
  execute function set_columns('{"due_soon_notified_at": null, "overdue_notified_at": null}');
`;
