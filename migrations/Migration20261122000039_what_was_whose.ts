import { Migration } from '@mikro-orm/migrations';

/**
 * The states that deals were in say whose the deal is now, so that the past of somebody's own deals lies together: each of two thousand
 * deals was looked up for it, 4 µs each. The indexes have all that is added up, those of the states of a whole pipeline as well. A state
 * is written in the unit of work that holds the lock of its deal, and so is a new owner: the two cannot miss one another. No foreign
 * keys: what becomes of an owner becomes of the deal, and with it of its states.
 *
 * The sums by day are not asked any more when a state changes in what they do not add up. Of a million and a half states the new columns
 * and indexes take half a minute, during which nobody writes to a deal.
 */
export class Migration20261122000039_what_was_whose extends Migration {
  override up(): void {
    this.addSql(`
lock table deals in share row exclusive mode;
alter table deal_states add column owner_id uuid, add column team_id uuid;
${addedUp(`after insert or delete or update of ${ADDED_UP} on deal_states`)}
drop index deal_states_pipeline_id_idx, deal_states_ended_idx;
update deal_states s set owner_id = d.owner_id, team_id = d.team_id from deals d where d.id = s.deal_id;
${HOLDERS.map((holder) => `create index deal_states_${holder}_id_idx on deal_states (${holder}_id, pipeline_id, valid_to, valid_from) include (deal_id, ${SUMMED}) where ${holder}_id is not null;`).join('\n')}
create index deal_states_pipeline_id_idx on deal_states (pipeline_id, valid_from, valid_to) include (${SUMMED});
create index deal_states_ended_idx on deal_states (pipeline_id, valid_to) include (${SUMMED}) where valid_to < 'infinity';
${keeping(', owner_id, team_id', ', new.owner_id, new.team_id')}
create function keep_deal_states_holder() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update deal_states set owner_id = new.owner_id, team_id = new.team_id where deal_id = new.id;
  return null;
end $$;
create trigger deals_states_holder after update on deals for each row when ((old.owner_id, old.team_id) is distinct from (new.owner_id, new.team_id)) execute function keep_deal_states_holder();
drop policy if exists sight on deal_states;
${policies(GUARDED, '\n    -- Those of later migrations get theirs when they are made.\n    continue when to_regclass(name) is null;')}${RAISED}`);
  }

  override down(): void {
    this.addSql(`
drop policy if exists sight on deal_states;
${policies(GUARDED_BEFORE)}${RAISED}
drop trigger deals_states_holder on deals;
drop function keep_deal_states_holder();
${keeping('', '')}
drop index deal_states_pipeline_id_idx, deal_states_ended_idx;
alter table deal_states drop column owner_id, drop column team_id;
create index deal_states_pipeline_id_idx on deal_states (pipeline_id, valid_from, valid_to);
create index deal_states_ended_idx on deal_states (pipeline_id, valid_to) where valid_to < 'infinity';
${addedUp('after insert or update or delete on deal_states')}`);
  }
}

const HOLDERS = ['owner', 'team'] as const;
/** What boards and forecasts add up. */
const SUMMED = 'stage_id, status, is_deleted, currency, value, weighted_value, expected_close_date, closed_at';
const ADDED_UP =
  'valid_from, valid_to, pipeline_id, stage_id, status, value, currency, weighted_value, expected_close_date, closed_at, is_deleted';
const addedUp = (when: string): string => `
drop trigger deal_states_day_totals on deal_states;
create trigger deal_states_day_totals ${when} for each row execute function keep_deal_day_totals();`;

/** As migration 21 has it, with whose the deal is. */
const keeping = (columns: string, values: string): string => `
create or replace function keep_deal_states() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz(3) := case when tg_op = 'INSERT' then new.created_at else date_trunc('milliseconds', clock_timestamp()) end;
begin
  if tg_op = 'UPDATE' then
    -- Two changes in one millisecond are one state.
    select greatest(at, s.valid_from) into at from deal_states s where s.deal_id = new.id and s.valid_to = 'infinity';
    delete from deal_states where deal_id = new.id and valid_from = at;
    update deal_states set valid_to = at where deal_id = new.id and valid_to = 'infinity';
  end if;
  insert into deal_states (deal_id, valid_from, pipeline_id, stage_id, status, value, currency, probability, weighted_value, expected_close_date, closed_at, is_deleted${columns})
    values (new.id, coalesce(at, new.created_at), new.pipeline_id, new.stage_id, new.status, new.value, new.currency, new.probability, new.weighted_value, new.expected_close_date, new.closed_at, new.deleted_at is not null${values});
  return null;
end $$;`;

/** Refused without a context, like the others; with one, nothing is there to be seen. */
const nobody = '(select sight_user()) is null';
const owned = 'owner_id = (select sight_user()) or team_id = (select sight_team())';
const held = (holder: string): string =>
  `${holder} = (select sight_user()) or ${holder} = (select sight_team()) or ${holder} in (select u.id from users u where u.team_id = (select sight_team()))`;
const seen = (table: string, column: string): string => `exists (select from ${table} r where r.id = ${column})`;

const GUARDED_BEFORE: Readonly<Record<string, string>> = {
  leads: owned,
  companies: owned,
  contacts: owned,
  deals: owned,
  activities: `${owned} or assignee_id = (select sight_user()) or ${seen('leads', 'lead_id')} or ${seen('companies', 'company_id')} or ${seen('contacts', 'contact_id')} or ${seen('deals', 'deal_id')}`,
  lead_counts: held('owner_id'),
  lead_day_counts: held('owner_id'),
  lead_external_ids: seen('leads', 'lead_id'),
  company_external_ids: seen('companies', 'company_id'),
  contact_external_ids: seen('contacts', 'contact_id'),
  deal_external_ids: seen('deals', 'deal_id'),
  deal_stage_changes: seen('deals', 'deal_id'),
  deal_states: seen('deals', 'deal_id'),
  deal_stage_totals: held('holder_id'),
  deal_forecast_totals: held('holder_id'),
  deal_day_totals: nobody,
  record_counts: nobody,
};

/** With the tables that migrations 40 and 42 make, so that the list need not be written again. */
const GUARDED: Readonly<Record<string, string>> = {
  ...GUARDED_BEFORE,
  deal_states: owned,
  deal_month_totals: nobody,
  activity_owners: 'user_id = (select sight_user())',
};

const policies = (guarded: Readonly<Record<string, string>>, first = ''): string => `
create or replace function raise_policies() returns void language plpgsql as $$
declare
  guarded constant jsonb := '${JSON.stringify(guarded)}';
  name text;
  sight text;
begin
  for name, sight in select * from jsonb_each_text(guarded) loop${first}
    continue when (select count(*) from pg_policies where schemaname = 'public' and tablename = name and policyname in ('application', 'sight')) = 2;
    execute format('drop policy if exists application on %I', name);
    execute format('drop policy if exists sight on %I', name);
    execute format('create policy application on %I to kontor_app using (true) with check (true)', name);
    execute format('create policy sight on %I as restrictive to kontor_guarded using (%s) with check (true)', name, sight);
    execute format('alter table %I enable row level security', name);
  end loop;
end $$;
`;

const RAISED = `
do $$ begin
  if to_regrole('kontor_app') is not null and to_regrole('kontor_guarded') is not null then perform raise_policies(); end if;
end $$;`;
