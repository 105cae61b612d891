export const addDealStageChange = `
create function add_deal_stage_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  author constant uuid := (nullif(current_setting('kontor.author', true), '')::jsonb ->> 'userId')::uuid;
begin
  insert into deal_stage_changes (deal_id, from_stage_id, to_stage_id, changed_at, changed_by_id, seconds)
    values (new.id, case when tg_op = 'UPDATE' then old.stage_id end, new.stage_id, new.stage_entered_at, author,
      case when tg_op = 'UPDATE'
        then greatest(0, floor(extract(epoch from new.stage_entered_at - old.stage_entered_at))) end);
  return null;
end $$;
comment on function add_deal_stage_change() is 'Adds a row to deal_stage_changes.';
`;
