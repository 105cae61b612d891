import { Migration } from '@mikro-orm/migrations';
import { grantApplicationRights } from './functions/grant-application-rights.js';
import { createApplicationRoles } from './functions/create-application-roles.js';
import { createPolicies } from './functions/create-policies.js';
import { enableRls } from './functions/enable-rls.js';
import { viewerId } from './functions/viewer-id.js';
import { dropFunctions } from './triggers.js';

/**
 * Roles that own nothing, and policies that know which records a user sees. Not every owner of a database may create
 * roles: `migrate()` calls `enable_rls` after every migration, which reports what it may not do.
 */
export class Migration20261201000022_row_level_security extends Migration {
  override up(): void {
    this.addSql(functions.join(''));
  }

  override down(): void {
    this.addSql(`
do $$
declare
  policy record;
begin
  for policy in
    select policyname, tablename from pg_policies
    where schemaname = 'public' and policyname in ('application', 'visibility')
  loop
    execute format('drop policy %I on %I', policy.policyname, policy.tablename);
    execute format('alter table %I disable row level security', policy.tablename);
  end loop;
  if to_regrole('kontor_app') is not null then
    revoke all on all tables in schema public from kontor_app;
    revoke all on all sequences in schema public from kontor_app;
    revoke all on all functions in schema public from kontor_app;
    revoke all on schema public from kontor_app;
  end if;
end $$;`);
    this.addSql(dropFunctions(...functions));
  }
}

const functions = [viewerId, createApplicationRoles, grantApplicationRights, createPolicies, enableRls];
