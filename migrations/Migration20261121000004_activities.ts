import { Migration } from '@mikro-orm/migrations';

/** What was done and what is to be done, on leads for now. */
export class Migration20261121000004_activities extends Migration {
  override up(): void {
    this.addSql(`
create table activities (
  id uuid primary key default gen_random_uuid(),
  type varchar(50) not null,
  subject varchar(255) not null default '',
  description text not null default '',
  status varchar(20) not null default 'pending',
  priority varchar(20) not null default 'medium',
  due_at timestamptz(3),
  completed_at timestamptz(3),
  duration_minutes integer,
  outcome varchar(500),
  location varchar(255),
  follow_up_on date,
  lead_id uuid references leads on delete cascade,
  owner_id uuid references users on delete set null,
  assignee_id uuid references users on delete set null,
  old_status varchar(50),
  new_status varchar(50),
  direction varchar(10),
  call_result varchar(20),
  recording_url varchar(500),
  custom_fields jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  constraint activities_type_check check (type in ('note', 'call', 'email', 'meeting', 'task', 'deadline', 'status_change')),
  constraint activities_status_check check (status in ('pending', 'in_progress', 'completed', 'cancelled')),
  constraint activities_priority_check check (priority in ('low', 'medium', 'high', 'critical')),
  constraint activities_duration_minutes_check check (duration_minutes between 0 and 525600),
  constraint activities_direction_check check (direction in ('inbound', 'outbound')),
  constraint activities_call_result_check check (call_result in ('answered', 'missed', 'voicemail')),
  constraint activities_completed_check check ((status = 'completed') = (completed_at is not null))
);
create index activities_created_at_idx on activities (created_at, id) where deleted_at is null;
create index activities_due_at_idx on activities (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id) where deleted_at is null;
create index activities_open_idx on activities (due_at, id) where deleted_at is null and status in ('pending', 'in_progress');
create index activities_type_idx on activities (type, created_at, id) where deleted_at is null;
create index activities_deleted_at_idx on activities (deleted_at, id) where deleted_at is not null;
create index activities_custom_fields_idx on activities using gin (custom_fields jsonb_path_ops) where deleted_at is null;
-- Not partial: they also serve the foreign keys, which look for deleted rows as well. The lead's is the order of its timeline.
create index activities_lead_id_idx on activities (lead_id, least(created_at, completed_at), id);
create index activities_owner_id_idx on activities (owner_id, created_at, id);
create index activities_assignee_id_idx on activities (assignee_id, created_at, id) where assignee_id is not null;
`);
  }

  override down(): void {
    this.addSql(`drop table activities;`);
  }
}
