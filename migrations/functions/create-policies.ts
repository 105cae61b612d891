import { VISIBLE } from '../tables.js';

const conditions = Object.entries(VISIBLE)
  .map(([table, condition]) => `    ${JSON.stringify(table)}: ${JSON.stringify(condition)}`)
  .join(',\n');

// A member of kontor_rls has the rights of kontor_app; the restrictive policy narrows them. A policy that is
// simply true leaves query plans as they are, so reads without a restriction run as kontor_app.
export const createPolicies = `
create function create_policies() returns void language plpgsql as $$
declare
  conditions constant jsonb := $conditions$
  {
${conditions}
  }
  $conditions$;
  name text;
  condition text;
begin
  for name, condition in select * from jsonb_each_text(conditions) loop
    -- A later migration creates its table first.
    continue when to_regclass(name) is null;
    continue when (
      select count(*) from pg_policies
      where schemaname = 'public' and tablename = name and policyname in ('application', 'visibility')) = 2;
    execute format('drop policy if exists application on %I', name);
    execute format('drop policy if exists visibility on %I', name);
    execute format('create policy application on %I to kontor_app using (true) with check (true)', name);
    execute format(
      'create policy visibility on %I as restrictive to kontor_rls using (%s) with check (true)', name, condition);
    execute format('alter table %I enable row level security', name);
  end loop;
end $$;
comment on function create_policies() is 'Creates the policies of all tables that have none yet.';
`;
