import { Migration } from '@mikro-orm/migrations';

/**
 * How long records are kept, what must not be removed however old it is, and whose data was erased. Holds are kept by the
 * database itself: whatever removes a record, by whatever road, meets the trigger.
 */
export class Migration20261121000019_retention extends Migration {
  override up(): void {
    this.addSql(`
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

create table retention_runs (
  id uuid primary key,
  kind varchar(50) not null,
  mode varchar(10) not null check (mode in ('dry-run', 'real')),
  status varchar(10) not null default 'running' check (status in ('running', 'succeeded', 'failed')),
  -- The time that a run is for: a run that was interrupted goes on in its own row.
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
create unique index retention_runs_slot_key on retention_runs (kind, slot_at) where mode = 'real';
create index retention_runs_started_at_idx on retention_runs (started_at, id);
create index retention_runs_kind_idx on retention_runs (kind, started_at, id);
create index retention_runs_requested_by_id_idx on retention_runs (requested_by_id);

create table legal_holds (
  id uuid primary key,
  resource_type varchar(50) check (resource_type in ('leads', 'activities', 'lead-form-submissions')),
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
create index legal_holds_placed_at_idx on legal_holds (placed_at, id);
create index legal_holds_record_id_idx on legal_holds (record_id) where released_at is null;
create index legal_holds_email_idx on legal_holds (email) where released_at is null;
create index legal_holds_placed_by_id_idx on legal_holds (placed_by_id);
create index legal_holds_released_by_id_idx on legal_holds (released_by_id);

-- Its id is the id of its job. Address, number and what was found are wiped when it is through; the hash stays.
create table erasure_requests (
  id uuid primary key,
  status varchar(10) not null default 'waiting' check (status in ('waiting', 'running', 'completed', 'held', 'failed', 'cancelled')),
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
create index erasure_requests_subject_hash_idx on erasure_requests (subject_hash);
create index erasure_requests_requested_by_id_idx on erasure_requests (requested_by_id);

-- When a lead came to its end; also for leads that were closed before this was kept.
alter table leads add column closed_at timestamptz(3);
update leads l set closed_at = coalesce(
  (select max(a.completed_at) from activities a where a.lead_id = l.id and a.type = 'status_change' and a.new_status in ('won', 'lost')), l.updated_at)
where l.status in ('won', 'lost');
create function keep_lead_closed_at() returns trigger language plpgsql as $$
begin
  if new.status not in ('won', 'lost') then
    new.closed_at := null;
  elsif tg_op = 'INSERT' then
    new.closed_at := now();
  elsif new.closed_at is null or new.closed_at = old.closed_at then
    -- Whoever says when it was is believed: what is brought over from elsewhere was closed long ago.
    new.closed_at := now();
  end if;
  return new;
end $$;
create trigger leads_closed_at_insert before insert on leads for each row when (new.status in ('won', 'lost') and new.closed_at is null) execute function keep_lead_closed_at();
create trigger leads_closed_at_update before update of status on leads for each row when (old.status is distinct from new.status) execute function keep_lead_closed_at();
create index leads_ended_at_idx on leads (least(closed_at, converted_at, deleted_at), id) where least(closed_at, converted_at, deleted_at) is not null;
create index leads_deleted_email_idx on leads (email) where deleted_at is not null;
create index leads_deleted_phone_idx on leads (right(phone_digits, 9)) where deleted_at is not null;

create index activities_ended_at_idx on activities (least(coalesce(completed_at, case when status = 'cancelled' then updated_at end), deleted_at), id)
  where type <> 'status_change' and least(coalesce(completed_at, case when status = 'cancelled' then updated_at end), deleted_at) is not null;
create index notification_deliveries_told_idx on notification_deliveries (resource_id) where detail is not null;

-- Every e-mail address and phone number in what came through a form, wherever somebody wrote it.
create function contacts_in(payload jsonb) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct found.contact), '{}') from jsonb_each_text(payload) as given (key, value) cross join lateral (
    select rtrim(m[1], '.') as contact from regexp_matches(lower(given.value), '[^][[:space:]<>()@,;:"'']+@[^][[:space:]<>()@,;:"'']+', 'g') m
    union all
    select 'tel:' || ltrim(regexp_replace(given.value, '[^0-9]', '', 'g'), '0') where given.value ~ '^[0-9+()./ -]{7,40}$') found
$$;
create index lead_form_submissions_contacts_idx on lead_form_submissions using gin (contacts_in(payload));

-- What is held: by itself, by the lead that it is on, by the person that it is about.
create view held_leads as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'leads'
  union select l.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is null where h.released_at is null
  union select l.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is not null where h.released_at is null
  union select a.lead_id from legal_holds h join activities a on a.id = h.record_id where h.released_at is null and h.resource_type = 'activities' and a.lead_id is not null;
create view held_activities as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'activities'
  union select a.id from legal_holds h join activities a on a.lead_id = h.record_id where h.released_at is null and h.resource_type = 'leads'
  union select a.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is null join activities a on a.lead_id = l.id where h.released_at is null
  union select a.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is not null join activities a on a.lead_id = l.id where h.released_at is null;
create view held_submissions as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'lead-form-submissions'
  union select s.id from legal_holds h join lead_form_submissions s on contacts_in(s.payload) @> array[h.email::text] where h.released_at is null
  union select s.id from held_leads l join lead_form_submissions s on s.lead_id = l.id;

-- Placing a hold takes this lock alone, removing takes it with others: whoever has been told that a record is held can
-- count on it. The check is a statement of its own, so that it sees what was committed while it waited for the lock.
create function refuse_held_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(4702111508);
  if exists (select 1 from held_leads where id = old.id) then raise exception 'leads % is under a legal hold', old.id using errcode = 'KH001'; end if;
  return old;
end $$;
create function refuse_held_activity() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(4702111508);
  if exists (select 1 from held_activities where id = old.id) then raise exception 'activities % is under a legal hold', old.id using errcode = 'KH001'; end if;
  return old;
end $$;
create function refuse_held_submission() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(4702111508);
  if exists (select 1 from held_submissions where id = old.id) then raise exception 'lead-form-submissions % is under a legal hold', old.id using errcode = 'KH001'; end if;
  return old;
end $$;
create trigger leads_legal_hold before delete on leads for each row execute function refuse_held_lead();
create trigger activities_legal_hold before delete on activities for each row execute function refuse_held_activity();
create trigger lead_form_submissions_legal_hold before delete on lead_form_submissions for each row execute function refuse_held_submission();

create trigger retention_policies_audit after insert or update or delete on retention_policies for each row execute function audit_change('retention-policies', 'kind', '{}', '{id,kind,created_at,updated_at,updated_by_id,version}');
-- Whom a hold is about, and why, is for those who may see holds.
create trigger legal_holds_audit after insert or update or delete on legal_holds for each row execute function audit_change('legal-holds', 'id', '{email,reason}', '{id,placed_by_id,released_by_id}');

insert into permissions (resource, action, description) values
  ('retention', 'read', 'See how long records are kept, what was removed, and legal holds'),
  ('retention', 'manage', 'Change how long records are kept, place and release legal holds'),
  ('erasure', 'manage', 'Erase the data of a person, and see what was erased');
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on r.name = 'admin' and p.resource in ('retention', 'erasure');
`);
  }

  override down(): void {
    this.addSql(`
delete from permissions where resource in ('retention', 'erasure');
drop trigger lead_form_submissions_legal_hold on lead_form_submissions;
drop trigger activities_legal_hold on activities;
drop trigger leads_legal_hold on leads;
drop function refuse_held_submission(), refuse_held_activity(), refuse_held_lead();
drop view held_submissions, held_activities, held_leads;
drop index lead_form_submissions_contacts_idx, notification_deliveries_told_idx, activities_ended_at_idx, leads_deleted_phone_idx, leads_deleted_email_idx, leads_ended_at_idx;
drop function contacts_in(jsonb);
drop trigger leads_closed_at_update on leads;
drop trigger leads_closed_at_insert on leads;
drop function keep_lead_closed_at();
alter table leads drop column closed_at;
drop table erasure_requests, legal_holds, retention_runs, retention_policies;
`);
  }
}
