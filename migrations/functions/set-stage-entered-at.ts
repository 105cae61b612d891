export const setStageEnteredAt = `
-- The clock is read after the row is locked: a change that waited for another one is later by a millisecond at
-- least, so that the order is never in doubt. A time that the writer sets is kept, so that history can be imported.
create function set_stage_entered_at() returns trigger language plpgsql as $$
begin
  if new.stage_entered_at = old.stage_entered_at then
    new.stage_entered_at := greatest(
      date_trunc('milliseconds', clock_timestamp()), old.stage_entered_at + interval '1 millisecond');
  end if;
  return new;
end $$;
comment on function set_stage_entered_at() is 'Sets stage_entered_at of a deal that enters a stage.';
`;
