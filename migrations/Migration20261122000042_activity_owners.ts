import { Migration } from '@mikro-orm/migrations';

/**
 * Whose an activity is, in the order of the newest: its owner, its assignee and the owners of the records that it is on. Somebody who sees
 * their own had thirteen thousand records of theirs gathered for a page of what was done last, 5 ms.
 *
 * It is where to look, never whether one may see: what is found is asked that itself. A record that changes hands takes its activities along in
 * the same unit of work. Whoever gives it away holds it `for update`, and whoever adds an activity holds it by the foreign key; whoever
 * gives somebody an activity that is there holds the row of whose it is: one of the two waits and then sees what the other did.
 *
 * Of three million activities it is made in a minute, during which nobody writes to them or to their records.
 */
export class Migration20261122000042_activity_owners extends Migration {
  override up(): void {
    this.addSql(`
lock table activities, leads, companies, contacts, deals in share row exclusive mode;
create table activity_owners (
  user_id uuid not null,
  created_at timestamptz(3) not null,
  activity_id uuid not null
);
insert into activity_owners (user_id, created_at, activity_id)
  select a.owner_id, a.created_at, a.id from activities a where a.owner_id is not null
  union select a.assignee_id, a.created_at, a.id from activities a where a.assignee_id is not null
${RECORDS.map(([table, column]) => `  union select r.owner_id, a.created_at, a.id from activities a join ${table} r on r.id = a.${column} where r.owner_id is not null`).join('\n')};
alter table activity_owners add primary key (user_id, created_at, activity_id);
analyze activity_owners;

-- What activity_owners should be, now.
create view activity_owners_now with (security_invoker = true) as select h.user_id, a.created_at, a.id as activity_id from activities a ${ownersOf('a')};

create function keep_activity_owners() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into activity_owners (user_id, created_at, activity_id) select h.user_id, n.created_at, n.id from come n ${ownersOf('n')} on conflict do nothing;
  else
    delete from activity_owners o where o.created_at = old.created_at and o.activity_id = old.id and o.user_id in (select h.user_id from (select old.*) n ${ownersOf('n')})
      and (tg_op = 'DELETE' or not exists (select from activity_owners_now v where v.activity_id = old.id and v.user_id = o.user_id and v.created_at = o.created_at));
    if tg_op = 'UPDATE' then
      -- Also what is there already is held, against whoever gives the record away in this moment.
      insert into activity_owners (user_id, created_at, activity_id) select h.user_id, n.created_at, n.id from (select new.*) n ${ownersOf('n')}
        on conflict (user_id, created_at, activity_id) do update set activity_id = excluded.activity_id;
    end if;
  end if;
  return null;
end $$;
create trigger activities_owners_insert after insert on activities referencing new table as come for each statement execute function keep_activity_owners();
create trigger activities_owners_update after update on activities for each row when ((${by('old')}) is distinct from (${by('new')})) execute function keep_activity_owners();
create trigger activities_owners_delete after delete on activities for each row execute function keep_activity_owners();
${RECORDS.map(([table, column]) => changingHands(table, column)).join('')}
${RAISED}`);
  }

  override down(): void {
    this.addSql(`
${RECORDS.map(([table]) => `drop trigger ${table}_activity_owners on ${table}; drop function keep_activity_owners_of_${table}();`).join('\n')}
drop trigger activities_owners_insert on activities;
drop trigger activities_owners_update on activities;
drop trigger activities_owners_delete on activities;
drop function keep_activity_owners();
drop view activity_owners_now;
drop table activity_owners;`);
  }
}

const RECORDS = [
  ['leads', 'lead_id'],
  ['companies', 'company_id'],
  ['contacts', 'contact_id'],
  ['deals', 'deal_id'],
] as const;
const by = (row: string): string =>
  ['created_at', 'owner_id', 'assignee_id', ...RECORDS.map(([, column]) => column)]
    .map((column) => `${row}.${column}`)
    .join(', ');

/** Looked up one by one: a plan that was made for many at once would be kept for one. */
const ownersOf = (activity: string): string => `cross join lateral (select distinct p.id from (values
  (${activity}.owner_id), (${activity}.assignee_id), ${RECORDS.map(([table, column]) => `((select r.owner_id from ${table} r where r.id = ${activity}.${column}))`).join(', ')}) p (id) where p.id is not null) h (user_id)`;

/** With a new owner the activities go along, but stay with the old one where they are theirs by something else. */
const changingHands = (table: string, column: string): string => `
create function keep_activity_owners_of_${table}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Who is given one of them in this moment is waited for, and seen by the next statement.
  perform from activity_owners o join activities a on o.created_at = a.created_at and o.activity_id = a.id where a.${column} = new.id and o.user_id = old.owner_id order by o.created_at, o.activity_id for update of o;
  delete from activity_owners o using activities a where a.${column} = new.id and o.user_id = old.owner_id and o.created_at = a.created_at and o.activity_id = a.id
    and not exists (select from activity_owners_now v where v.activity_id = a.id and v.user_id = old.owner_id);
  if new.owner_id is not null then
    insert into activity_owners (user_id, created_at, activity_id) select new.owner_id, a.created_at, a.id from activities a where a.${column} = new.id on conflict do nothing;
  end if;
  return null;
end $$;
create trigger ${table}_activity_owners after update on ${table} for each row when (old.owner_id is distinct from new.owner_id) execute function keep_activity_owners_of_${table}();
`;

/** As migration 39 has them, with this table among them. */
const RAISED = `
do $$ begin
  if to_regrole('kontor_app') is not null and to_regrole('kontor_guarded') is not null then perform raise_policies(); end if;
end $$;`;
