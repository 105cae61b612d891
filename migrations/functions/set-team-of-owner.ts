export const setTeamOfOwner = `
-- A record with an owner is in the team of the owner and in no other, also where the owner has none.
-- The lock makes an assignment and a change of the owner's team wait for each other: the second sees the first.
create function set_team_of_owner() returns trigger language plpgsql as $$
declare
  theirs uuid;
begin
  select u.team_id into theirs from users u where u.id = new.owner_id for share;
  new.team_id := theirs;
  return new;
end $$;
comment on function set_team_of_owner() is 'Sets team_id to the team of the owner.';
`;
