import { Migration } from '@mikro-orm/migrations';

/**
 * Records have a team besides an owner, so that what a team sees is one walk along one index. A record that has an
 * owner is in the owner's team, always: the database keeps it so, whatever path the change took. Without an owner it may
 * be given to a team, whose members then see it.
 */
export class Migration20261121000012_record_teams extends Migration {
  override up(): void {
    this.addSql(`
alter table leads add column team_id uuid references teams on delete set null;
alter table activities add column team_id uuid references teams on delete set null;
update leads l set team_id = u.team_id from users u where u.id = l.owner_id and u.team_id is not null;
update activities a set team_id = u.team_id from users u where u.id = a.owner_id and u.team_id is not null;
create index leads_team_id_idx on leads (team_id, created_at, id) where deleted_at is null;
create index leads_team_fk_idx on leads (team_id) where deleted_at is not null;
create index activities_team_id_idx on activities (team_id, created_at, id) where team_id is not null;

-- The lock makes an assignment and a change of the owner's team wait for each other: whoever comes second sees the first.
create function join_team_of_owner() returns trigger language plpgsql as $$
declare
  theirs uuid;
begin
  select u.team_id into theirs from users u where u.id = new.owner_id for share;
  new.team_id := coalesce(theirs, new.team_id);
  return new;
end $$;
create trigger leads_team before insert or update of owner_id, team_id on leads for each row when (new.owner_id is not null) execute function join_team_of_owner();
create trigger activities_team before insert or update of owner_id, team_id on activities for each row when (new.owner_id is not null) execute function join_team_of_owner();

create function take_records_to_team() returns trigger language plpgsql as $$
begin
  -- Apart, because each has its own index.
  update leads set team_id = new.team_id where owner_id = new.id and deleted_at is null;
  update leads set team_id = new.team_id where owner_id = new.id and deleted_at is not null;
  update activities set team_id = new.team_id where owner_id = new.id;
  return null;
end $$;
create trigger users_team after update of team_id on users for each row when (old.team_id is distinct from new.team_id) execute function take_records_to_team();

-- What has no owner counts for its team: members' counts and these together are what a team sees.
create or replace function add_to_lead_counts(lead leads, amount integer) returns void language plpgsql as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  holder constant uuid := coalesce(lead.owner_id, lead.team_id, nobody);
  backend constant smallint := pg_backend_pid() % 16;
begin
  insert into lead_counts as c (owner_id, status, source, slot, count)
    values (holder, lead.status, coalesce(lead.source, ''), backend, amount)
    on conflict (owner_id, status, source, slot) do update set count = c.count + excluded.count;
  insert into lead_day_counts as c (day, owner_id, slot, count)
    values ((lead.created_at at time zone 'UTC')::date, holder, backend, amount)
    on conflict (day, owner_id, slot) do update set count = c.count + excluded.count;
end $$;
drop trigger leads_counts_update on leads;
create trigger leads_counts_update after update of status, source, owner_id, team_id, deleted_at on leads for each row
  when (old.status is distinct from new.status or old.source is distinct from new.source or coalesce(old.owner_id, old.team_id) is distinct from coalesce(new.owner_id, new.team_id) or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function keep_lead_counts();
`);
  }

  override down(): void {
    this.addSql(`
drop trigger users_team on users;
drop trigger leads_team on leads;
drop trigger activities_team on activities;
drop function take_records_to_team(), join_team_of_owner();
-- Counted as nobody's again before the function is what it was.
update leads set team_id = null where team_id is not null;
create or replace function add_to_lead_counts(lead leads, amount integer) returns void language plpgsql as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  backend constant smallint := pg_backend_pid() % 16;
begin
  insert into lead_counts as c (owner_id, status, source, slot, count)
    values (coalesce(lead.owner_id, nobody), lead.status, coalesce(lead.source, ''), backend, amount)
    on conflict (owner_id, status, source, slot) do update set count = c.count + excluded.count;
  insert into lead_day_counts as c (day, owner_id, slot, count)
    values ((lead.created_at at time zone 'UTC')::date, coalesce(lead.owner_id, nobody), backend, amount)
    on conflict (day, owner_id, slot) do update set count = c.count + excluded.count;
end $$;
drop trigger leads_counts_update on leads;
create trigger leads_counts_update after update of status, source, owner_id, deleted_at on leads for each row
  when (old.status is distinct from new.status or old.source is distinct from new.source or old.owner_id is distinct from new.owner_id or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function keep_lead_counts();
alter table leads drop column team_id;
alter table activities drop column team_id;
`);
  }
}
