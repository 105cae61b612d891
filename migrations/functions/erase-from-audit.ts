export const eraseFromAudit = `
create function erase_from_audit(type text, resource text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  counted bigint;
begin
  perform set_config('kontor.erasing', 'on', true);
  update audit_logs set changes = (
      select coalesce(jsonb_object_agg(key, '{"from": "[erased]", "to": "[erased]"}'::jsonb), '{}')
      from jsonb_object_keys(changes) key)
    where resource_type = type and resource_id = resource and changes <> '{}';
  get diagnostics counted = row_count;
  perform set_config('kontor.erasing', '', true);
  if counted > 0 then
    perform write_audit('purge', 'audit-logs', resource, null,
      format('The values of %s entries about %s were erased.', counted, type));
  end if;
  return counted;
end $$;
comment on function erase_from_audit(text, text) is
  'Erases the values of a record from audit_logs; the names of the fields stay.';
`;
