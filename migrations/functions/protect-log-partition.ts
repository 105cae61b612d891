export const protectLogPartition = `
create function protect_log_partition(log text, partition text) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  execute format('create trigger %I before truncate on %I execute function reject_log_change(%L)',
    log || '_no_truncate', partition, log);
  if exists (select from pg_roles where rolname = 'kontor_app') then
    execute format('revoke all on %I from kontor_app', partition);
  end if;
end $$;
comment on function protect_log_partition(text, text) is
  'Protects a partition of an append-only log against truncation and the application.';
`;
