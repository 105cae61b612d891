export const addDealState = `
create function add_deal_state() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at timestamptz(3) := case when tg_op = 'INSERT' then new.created_at
    else date_trunc('milliseconds', clock_timestamp()) end;
begin
  if tg_op = 'UPDATE' then
    update deal_states set valid_to = at where deal_id = new.id and valid_to = 'infinity' and valid_from < at;
  end if;
  if tg_op = 'UPDATE' and not found then
    -- Two changes in one millisecond are one state.
    select greatest(at, s.valid_from) into at from deal_states s
      where s.deal_id = new.id and s.valid_to = 'infinity';
    delete from deal_states where deal_id = new.id and valid_from = at;
    update deal_states set valid_to = at where deal_id = new.id and valid_to = 'infinity';
  end if;
  insert into deal_states (deal_id, valid_from, pipeline_id, stage_id, status, value, currency, probability,
      weighted_value, expected_close_date, closed_at, is_deleted, owner_id, team_id)
    values (new.id, coalesce(at, new.created_at), new.pipeline_id, new.stage_id, new.status, new.value, new.currency,
      new.probability, new.weighted_value, new.expected_close_date, new.closed_at, new.deleted_at is not null,
      new.owner_id, new.team_id);
  return null;
end $$;
comment on function add_deal_state() is 'Ends the current row of deal_states and adds the new state.';
`;
