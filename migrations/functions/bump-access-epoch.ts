export const bumpAccessEpoch = `
-- A row for each change, so that two changes do not wait for each other as they would for one counter.
create function bump_access_epoch() returns trigger language plpgsql as $$
begin
  insert into access_epoch default values;
  return null;
end $$;
comment on function bump_access_epoch() is 'Adds a row to access_epoch: processes drop their cached permissions.';
`;
