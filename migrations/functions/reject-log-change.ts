export const rejectLogChange = `
-- Only erase_from_audit may change a row, and only its values.
create function reject_log_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_argv[0] = 'audit_logs' and current_setting('kontor.erasing', true) = 'on'
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
    and to_jsonb(new) - 'changes' = to_jsonb(old) - 'changes' then
    return new;
  end if;
  raise exception '% is append-only', tg_argv[0]
    using errcode = 'insufficient_privilege';
end $$;
comment on function reject_log_change() is 'Rejects changes and removals of log rows, also by the owner of the table.';
`;
