import { Migration } from '@mikro-orm/migrations';

/** What merges of records did, so that they can be undone. */
export class Migration20261121000027_record_merges extends Migration {
  override up(): void {
    this.addSql(`
-- Records of several kinds: no foreign keys to them, and what is removed for good is forgotten by a trigger.
create table record_merges (
  id uuid primary key default gen_random_uuid(),
  resource varchar(50) not null,
  survivor_id uuid not null,
  -- Only the fields that the merge changed.
  survivor_before jsonb not null default '{}',
  survivor_after jsonb not null default '{}',
  moves jsonb not null default '[]',
  merged_by_id uuid references users on delete set null,
  merged_at timestamptz(3) not null default now(),
  unmerged_by_id uuid references users on delete set null,
  unmerged_at timestamptz(3),
  forgotten_at timestamptz(3)
);
create index record_merges_survivor_id_idx on record_merges (survivor_id, merged_at, id);
create index record_merges_merged_by_id_idx on record_merges (merged_by_id);
create index record_merges_unmerged_by_id_idx on record_merges (unmerged_by_id);

create table record_merge_losers (
  merge_id uuid not null references record_merges on delete cascade,
  loser_id uuid not null,
  position smallint not null,
  -- What it was besides living.
  lost jsonb not null default '{}',
  primary key (merge_id, loser_id)
);
create index record_merge_losers_loser_id_idx on record_merge_losers (loser_id);

create table record_merge_moves (
  merge_id uuid not null references record_merges on delete cascade,
  table_name varchar(63) not null,
  column_name varchar(63) not null,
  record_id uuid not null,
  loser_id uuid not null,
  -- Whether it was the one of its loser of which there is only one, such as the primary contact.
  was_first boolean not null default false,
  primary key (merge_id, table_name, column_name, record_id)
);
create index record_merge_moves_loser_id_idx on record_merge_moves (loser_id);

-- What is removed for good is not to be read in the journal either. Such a merge cannot be undone any more.
create function forget_merges() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update record_merges set survivor_before = '{}', survivor_after = '{}', forgotten_at = coalesce(forgotten_at, now())
    where survivor_id = old.id or id in (select l.merge_id from record_merge_losers l where l.loser_id = old.id);
  return null;
end $$;
${['companies', 'contacts'].map((table) => `create trigger ${table}_merges after delete on ${table} for each row execute function forget_merges();`).join('\n')}
`);
    this.addSql(heldActivities(`${HELD}${MOVED_FROM_HELD}`));
  }

  override down(): void {
    this.addSql(heldActivities(HELD));
    this.addSql(`
drop trigger companies_merges on companies;
drop trigger contacts_merges on contacts;
drop function forget_merges();
drop table record_merge_moves, record_merge_losers, record_merges;
`);
  }
}

const heldActivities = (query: string): string => `create or replace view held_activities as ${query};`;

/** As it was. */
const HELD = `
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'activities'
  union select a.id from legal_holds h join activities a on a.lead_id = h.record_id where h.released_at is null and h.resource_type = 'leads'
  union select a.id from legal_holds h join activities a on a.company_id = h.record_id where h.released_at is null and h.resource_type = 'companies'
  union select a.id from legal_holds h join activities a on a.deal_id = h.record_id where h.released_at is null and h.resource_type = 'deals'
  union select a.id from held_contacts c join activities a on a.contact_id = c.id
  union select a.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is null join activities a on a.lead_id = l.id where h.released_at is null
  union select a.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is not null join activities a on a.lead_id = l.id where h.released_at is null`;

/** What was on a held record stays held where a merge took it. */
const MOVED_FROM_HELD = `
  union select v.record_id from legal_holds h join record_merge_moves v on v.loser_id = h.record_id and v.table_name = 'activities' where h.released_at is null and h.resource_type = 'companies'
  union select v.record_id from held_contacts c join record_merge_moves v on v.loser_id = c.id and v.table_name = 'activities'`;
