import { Migration } from '@mikro-orm/migrations';

const OPEN = `deleted_at is null and status in ('pending', 'in_progress')`;
const RECORDS = [
  ['leads', 'lead_id'],
  ['companies', 'company_id'],
  ['contacts', 'contact_id'],
  ['deals', 'deal_id'],
] as const;

/** Follow-ups, reminders, the agenda, and what becomes of activities when a record that they are on is gone for good. */
export class Migration20261121000026_activities_everywhere extends Migration {
  override up(): void {
    this.addSql(`
alter table activities
  add column follow_up_of_id uuid references activities on delete set null,
  add column reminder_minutes integer default 60 constraint activities_reminder_minutes_check check (reminder_minutes between 0 and 40320),
  add column due_soon_told_at timestamptz(3),
  add column overdue_told_at timestamptz(3);
-- One follow-up each, deleted ones counted in: what was deleted on purpose does not come again.
create unique index activities_follow_up_of_id_key on activities (follow_up_of_id);
-- Whose it is to do, in the order of the agenda.
create index activities_agenda_idx on activities (coalesce(assignee_id, owner_id), coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id) where ${OPEN};
-- What nobody was told of yet. By way of UTC, because arithmetic on a time with zone hangs on the session.
create index activities_due_soon_idx on activities (((due_at at time zone 'UTC' - reminder_minutes * interval '1 minute') at time zone 'UTC'), id) where ${OPEN} and due_soon_told_at is null and due_at is not null and reminder_minutes is not null;
create index activities_overdue_idx on activities (due_at, id) where ${OPEN} and overdue_told_at is null and due_at is not null;

create function tell_again_of_activity() returns trigger language plpgsql as $$
begin
  new.due_soon_told_at := null;
  new.overdue_told_at := null;
  return new;
end $$;
create trigger activities_told before update of due_at on activities for each row when (old.due_at is distinct from new.due_at) execute function tell_again_of_activity();
${audit('search_words,due_soon_told_at,overdue_told_at')}
-- What was late before there were reminders is no news.
update activities set overdue_told_at = now(), due_soon_told_at = now() where ${OPEN} and due_at < now();
${RECORDS.map(([table, column]) => leaving(table, column)).join('')}
`);
  }

  override down(): void {
    this.addSql(`
${RECORDS.map(
  ([table]) => `drop trigger ${table}_take_activities on ${table};
drop function take_activities_of_${table}();`,
).join('\n')}
drop trigger activities_told on activities;
drop function tell_again_of_activity();
${audit('search_words')}
alter table activities drop column overdue_told_at, drop column due_soon_told_at, drop column reminder_minutes, drop column follow_up_of_id;
`);
  }
}

/** As Migration 18 has it, with columns that are no change of the activity. */
function audit(ignored: string): string {
  const call = `execute function audit_change('activities', 'id', '{}', '{id,updated_at,version${ignored && `,${ignored}`}}')`;
  return `
drop trigger activities_audit on activities;
drop trigger activities_audit_update on activities;
create trigger activities_audit after insert or delete on activities for each row ${call};
create trigger activities_audit_update after update on activities for each row when (old.* is distinct from new.*) ${call};`;
}

/**
 * A record that is removed for good takes along what is on it alone, and its own history. What is on other records as well
 * stays there: it is taken off the record, which is a change of the activity.
 */
function leaving(table: string, column: string): string {
  const others = RECORDS.map(([, other]) => other).filter((other) => other !== column);
  return `
create function take_activities_of_${table}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from activities where ${column} = old.id and (type = 'status_change' or num_nonnulls(${others.join(', ')}) = 0);
  update activities set ${column} = null, updated_at = now(), version = version + 1 where ${column} = old.id;
  return old;
end $$;
create trigger ${table}_take_activities before delete on ${table} for each row execute function take_activities_of_${table}();
`;
}
