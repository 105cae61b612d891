export const moveRecordsToTeam = `
create function move_records_to_team() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update leads set team_id = new.team_id where owner_id = new.id;
  update companies set team_id = new.team_id where owner_id = new.id;
  update contacts set team_id = new.team_id where owner_id = new.id;
  update deals set team_id = new.team_id where owner_id = new.id;
  update activities set team_id = new.team_id where owner_id = new.id;
  return null;
end $$;
comment on function move_records_to_team() is 'Sets team_id of all records of a user who changed teams.';
`;
