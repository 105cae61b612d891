export const auditSession = `
create function audit_session() returns trigger language plpgsql as $$
begin
  perform write_audit(case tg_op when 'INSERT' then 'login' else 'logout' end, 'sessions', new.id::text,
    jsonb_build_object('userId', jsonb_build_object('from', null, 'to', new.user_id)), new.revoked_reason);
  return null;
end $$;
comment on function audit_session() is 'Writes a login or logout to audit_logs.';
`;
