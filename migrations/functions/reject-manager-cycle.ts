export const rejectManagerCycle = `
-- Under a lock: two changes that are valid on their own can form a cycle together.
create function reject_manager_cycle() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4702111506);
  if exists (
    with recursive above as (
      select new.manager_id as id
      union select u.manager_id from above join users u on u.id = above.id where u.manager_id is not null)
    select 1 from above where id = new.id
  ) then
    raise exception 'a manager would report to themselves'
      using errcode = '23514', constraint = 'users_manager_cycle';
  end if;
  return null;
end $$;
comment on function reject_manager_cycle() is 'Rejects a manager who reports to the user, directly or through others.';
`;
