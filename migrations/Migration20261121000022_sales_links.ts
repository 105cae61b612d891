import { Migration } from '@mikro-orm/migrations';

const OWNED = ['leads', 'companies', 'contacts', 'deals'] as const;
const NEW = ['companies', 'contacts', 'deals'] as const;

/** What companies, contacts and deals share with what was there: teams, activities, conversion, holds, the audit log, the second wall. */
export class Migration20261121000022_sales_links extends Migration {
  override up(): void {
    this.addSql(LINKS);
    this.addSql(
      NEW.map(
        (table) =>
          `create trigger ${table}_team before insert or update of owner_id, team_id on ${table} for each row when (new.owner_id is not null) execute function join_team_of_owner();`,
      ).join('\n'),
    );
    this.addSql(following(OWNED));
    this.addSql(AUDIT);
    this.addSql(dropHeld(BEFORE));
    this.addSql(HOLDS);
    this.addSql(policies({ ...GUARDED_BEFORE, ...GUARDED }));
    this.addSql(raised(['activities']));
    this.addSql(PERMISSIONS);
  }

  override down(): void {
    this.addSql(`delete from permissions where resource in ('companies', 'contacts', 'deals', 'pipelines');`);
    this.addSql(policies(GUARDED_BEFORE));
    this.addSql(raised(Object.keys(GUARDED)));
    this.addSql(`
${NEW.map((table) => `drop trigger ${table}_legal_hold on ${table};`).join('\n')}
drop function refuse_held_record();
delete from legal_holds where resource_type in ('companies', 'contacts', 'deals');
alter table legal_holds drop constraint legal_holds_resource_type_check;
alter table legal_holds add constraint legal_holds_resource_type_check check (resource_type in ('leads', 'activities', 'lead-form-submissions'));
`);
    this.addSql(dropHeld(AFTER));
    this.addSql(HELD_BEFORE);
    this.addSql(following(['leads']));
    this.addSql(`
drop view company_cards, contact_cards, deal_cards;
drop index leads_ended_at_idx;
alter table leads drop column converted_company_id, drop column converted_contact_id, drop column converted_deal_id;
create index leads_ended_at_idx on leads (least(closed_at, converted_at, deleted_at), id) where least(closed_at, converted_at, deleted_at) is not null;
alter table activities drop column company_id, drop column contact_id, drop column deal_id;
${[...NEW, 'pipelines', 'pipeline_stages'].map((table) => `drop trigger ${table}_audit on ${table}; drop trigger ${table}_audit_update on ${table};`).join('\n')}
${NEW.map((table) => `drop trigger ${table}_team on ${table};`).join('\n')}
`);
  }
}

const LINKS = `
alter table leads
  add column converted_company_id uuid references companies on delete set null,
  add column converted_contact_id uuid references contacts on delete set null,
  add column converted_deal_id uuid references deals on delete set null;
create index leads_converted_company_id_idx on leads (converted_company_id) where converted_company_id is not null;
create index leads_converted_contact_id_idx on leads (converted_contact_id) where converted_contact_id is not null;
create index leads_converted_deal_id_idx on leads (converted_deal_id) where converted_deal_id is not null;

alter table activities
  add column company_id uuid references companies on delete set null,
  add column contact_id uuid references contacts on delete set null,
  add column deal_id uuid references deals on delete set null;
-- In the order of the record's timeline, as that of the lead; not partial by life: they serve the foreign keys as well.
create index activities_company_id_idx on activities (company_id, least(created_at, completed_at), id) where company_id is not null;
create index activities_contact_id_idx on activities (contact_id, least(created_at, completed_at), id) where contact_id is not null;
create index activities_deal_id_idx on activities (deal_id, least(created_at, completed_at), id) where deal_id is not null;

-- What an activity or a deal says of the record that it is on: also to whom that record itself is out of sight.
create view company_cards as select id, name, owner_id, team_id, deleted_at from companies;
create view contact_cards as select id, name, company_id, owner_id, team_id, deleted_at from contacts;
create view deal_cards as select id, title, status, company_id, contact_id, owner_id, team_id, deleted_at from deals;
`;

/** Apart, because living and deleted ones have an index each. */
const following = (tables: readonly string[]): string => `
create or replace function take_records_to_team() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
${tables
  .map(
    (table) => `  update ${table} set team_id = new.team_id where owner_id = new.id and deleted_at is null;
  update ${table} set team_id = new.team_id where owner_id = new.id and deleted_at is not null;`,
  )
  .join('\n')}
  update activities set team_id = new.team_id where owner_id = new.id;
  return null;
end $$;
`;

const AUDITED: readonly (readonly [table: string, resource: string, ignored: string])[] = [
  ['companies', 'companies', 'search_text,search_words,phone_digits'],
  ['contacts', 'contacts', 'search_text,search_words,phone_digits,mobile_digits,name'],
  ['deals', 'deals', 'search_text,search_words,weighted_value,stage_entered_at'],
  ['pipelines', 'pipelines', 'rank'],
  ['pipeline_stages', 'pipeline-stages', ''],
];
const AUDIT = AUDITED.map(([table, resource, ignored]) => {
  const call = `execute function audit_change('${resource}', 'id', '{}', '{id,updated_at,version${ignored && `,${ignored}`}}')`;
  return `
create trigger ${table}_audit after insert or delete on ${table} for each row ${call};
create trigger ${table}_audit_update after update on ${table} for each row when (old.* is distinct from new.*) ${call};`;
}).join('');

const BEFORE = ['held_submissions', 'held_activities', 'held_leads'];
const AFTER = ['held_submissions', 'held_activities', 'held_deals', 'held_contacts', 'held_companies', 'held_leads'];
const dropHeld = (views: readonly string[]): string => `drop view ${views.join(', ')};`;

const HELD_LEADS = `
create view held_leads as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'leads'
  union select l.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is null where h.released_at is null
  union select l.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is not null where h.released_at is null
  union select a.lead_id from legal_holds h join activities a on a.id = h.record_id where h.released_at is null and h.resource_type = 'activities' and a.lead_id is not null;`;
const HELD_SUBMISSIONS = `
create view held_submissions as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'lead-form-submissions'
  union select s.id from legal_holds h join lead_form_submissions s on contacts_in(s.payload) @> array[h.email::text] where h.released_at is null
  union select s.id from held_leads l join lead_form_submissions s on s.lead_id = l.id;`;
const HELD_BEFORE = `
${HELD_LEADS}
create view held_activities as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'activities'
  union select a.id from legal_holds h join activities a on a.lead_id = h.record_id where h.released_at is null and h.resource_type = 'leads'
  union select a.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is null join activities a on a.lead_id = l.id where h.released_at is null
  union select a.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is not null join activities a on a.lead_id = l.id where h.released_at is null;
${HELD_SUBMISSIONS}
`;

/** A record is held by itself, a person's by their address, and what is on a held record with it. */
const HOLDS = `
alter table legal_holds drop constraint legal_holds_resource_type_check;
alter table legal_holds add constraint legal_holds_resource_type_check check (resource_type in ('leads', 'companies', 'contacts', 'deals', 'activities', 'lead-form-submissions'));
${HELD_LEADS}
create view held_companies as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'companies';
create view held_contacts as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'contacts'
  union select c.id from legal_holds h join contacts c on c.email = h.email and c.deleted_at is null where h.released_at is null
  union select c.id from legal_holds h join contacts c on c.email = h.email and c.deleted_at is not null where h.released_at is null;
create view held_deals as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'deals';
create view held_activities as
  select h.record_id as id from legal_holds h where h.released_at is null and h.resource_type = 'activities'
  union select a.id from legal_holds h join activities a on a.lead_id = h.record_id where h.released_at is null and h.resource_type = 'leads'
  union select a.id from legal_holds h join activities a on a.company_id = h.record_id where h.released_at is null and h.resource_type = 'companies'
  union select a.id from legal_holds h join activities a on a.deal_id = h.record_id where h.released_at is null and h.resource_type = 'deals'
  union select a.id from held_contacts c join activities a on a.contact_id = c.id
  union select a.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is null join activities a on a.lead_id = l.id where h.released_at is null
  union select a.id from legal_holds h join leads l on l.email = h.email and l.deleted_at is not null join activities a on a.lead_id = l.id where h.released_at is null;
${HELD_SUBMISSIONS}
create function refuse_held_record() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_held boolean;
begin
  perform pg_advisory_xact_lock_shared(4702111508);
  execute format('select exists (select 1 from %I where id = $1)', 'held_' || tg_table_name) into is_held using old.id;
  if is_held then raise exception '% % is under a legal hold', tg_table_name, old.id using errcode = 'KH001'; end if;
  return old;
end $$;
${NEW.map((table) => `create trigger ${table}_legal_hold before delete on ${table} for each row execute function refuse_held_record();`).join('\n')}
`;

const owned = 'owner_id = (select sight_user()) or team_id = (select sight_team())';
const held = (holder: string): string =>
  `${holder} = (select sight_user()) or ${holder} = (select sight_team()) or ${holder} in (select u.id from users u where u.team_id = (select sight_team()))`;
const seen = (table: string, column: string): string => `exists (select from ${table} r where r.id = ${column})`;

const GUARDED_BEFORE: Readonly<Record<string, string>> = {
  leads: owned,
  activities: `${owned} or assignee_id = (select sight_user()) or ${seen('leads', 'lead_id')}`,
  lead_counts: held('owner_id'),
  lead_day_counts: held('owner_id'),
  lead_external_ids: seen('leads', 'lead_id'),
};
const GUARDED: Readonly<Record<string, string>> = {
  companies: owned,
  contacts: owned,
  deals: owned,
  activities: `${owned} or assignee_id = (select sight_user()) or ${seen('leads', 'lead_id')} or ${seen('companies', 'company_id')} or ${seen('contacts', 'contact_id')} or ${seen('deals', 'deal_id')}`,
  company_external_ids: seen('companies', 'company_id'),
  contact_external_ids: seen('contacts', 'contact_id'),
  deal_external_ids: seen('deals', 'deal_id'),
  deal_stage_changes: seen('deals', 'deal_id'),
  deal_states: seen('deals', 'deal_id'),
  deal_stage_totals: held('holder_id'),
  deal_forecast_totals: held('holder_id'),
};

const policies = (guarded: Readonly<Record<string, string>>): string => `
create or replace function raise_policies() returns void language plpgsql as $$
declare
  guarded constant jsonb := '${JSON.stringify(guarded)}';
  name text;
  sight text;
begin
  for name, sight in select * from jsonb_each_text(guarded) loop
    continue when (select count(*) from pg_policies where schemaname = 'public' and tablename = name and policyname in ('application', 'sight')) = 2;
    execute format('drop policy if exists application on %I', name);
    execute format('drop policy if exists sight on %I', name);
    execute format('create policy application on %I to kontor_app using (true) with check (true)', name);
    execute format('create policy sight on %I as restrictive to kontor_guarded using (%s) with check (true)', name, sight);
    execute format('alter table %I enable row level security', name);
  end loop;
end $$;
`;

/** What these tables had is taken away, and what they are to have put up, at once: there is no moment without. Where there is no wall yet, it is raised after the migrations. */
const raised = (tables: readonly string[]): string => `
do $$
declare
  name text;
begin
  foreach name in array '{${tables.join(',')}}'::text[] loop
    execute format('drop policy if exists application on %I', name);
    execute format('drop policy if exists sight on %I', name);
  end loop;
  if to_regrole('kontor_app') is not null and to_regrole('kontor_guarded') is not null then perform raise_policies(); end if;
end $$;
`;

const PERMISSIONS = `
insert into permissions (resource, action, description)
select r.resource, a.action, replace(a.description, '%', r.resource)
from (values ('companies'), ('contacts'), ('deals')) r (resource)
cross join (values
  ('read', 'See %'), ('create', 'Add %'), ('update', 'Change, assign, merge and restore %'), ('delete', 'Delete %; they can be restored'),
  ('purge', 'Remove % for good'), ('export', 'Take % out as a file')) a (action, description);
insert into permissions (resource, action, description) values
  ('pipelines', 'read', 'See pipelines and their stages'),
  ('pipelines', 'manage', 'Make, change, order and retire pipelines and their stages');
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on p.resource in ('companies', 'contacts', 'deals', 'pipelines') and (
  r.name = 'admin'
  or (r.name = 'manager' and p.action <> 'purge')
  or (r.name = 'sales' and p.action in ('read', 'create', 'update', 'delete'))
  or (r.name = 'support' and p.action = 'read')
  or (r.name = 'finance' and p.action in ('read', 'export'))
  or (r.name = 'viewer' and p.action = 'read'));
`;
