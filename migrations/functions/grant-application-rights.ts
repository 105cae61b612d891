export const grantApplicationRights = `
-- Logs can be read and added to; their table comment begins with "append-only". Partitions have no rights of their
-- own: they are reached through their log.
create function grant_application_rights() returns void language plpgsql as $$
declare
  found record;
begin
  if not has_schema_privilege('kontor_app', 'public', 'usage') then
    grant usage on schema public to kontor_app;
  end if;
  for found in
    select c.oid::regclass as name, c.relname, c.relkind,
      coalesce(obj_description(c.oid, 'pg_class'), '') like 'append-only%' as is_appended
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
      and not c.relispartition and c.relowner = current_user::regrole
      and not exists (select from aclexplode(c.relacl) held where held.grantee = 'kontor_app'::regrole)
  loop
    execute format('grant %s on %s to kontor_app', case
      when found.relkind = 'S' then 'usage, select'
      when found.relkind = 'v' or found.relname = 'mikro_orm_migrations' then 'select'
      when found.is_appended then 'select, insert'
      else 'select, insert, update, delete' end, found.name);
  end loop;
  -- Only these functions, which run as the owner, change partitions of logs or rows of the audit log.
  for found in select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and p.proname in ('create_log_partition', 'drop_log_partition', 'erase_from_audit')
  loop
    execute format('grant execute on function %s to kontor_app', found.name);
  end loop;
end $$;
comment on function grant_application_rights() is
  'Grants kontor_app its rights on tables, views and sequences that it has none on yet.';
`;
