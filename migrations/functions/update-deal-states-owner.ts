export const updateDealStatesOwner = `
-- A state is written in the transaction that holds the lock of its deal, and so is a new owner.
create function update_deal_states_owner() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update deal_states set owner_id = new.owner_id, team_id = new.team_id where deal_id = new.id;
  return null;
end $$;
comment on function update_deal_states_owner() is 'Sets owner and team of all states of a deal that changed hands.';
`;
