export const setLeadClosedAt = `
create function set_lead_closed_at() returns trigger language plpgsql as $$
begin
  if new.status not in ('won', 'lost') then
    new.closed_at := null;
  elsif tg_op = 'INSERT' then
    new.closed_at := now();
  elsif new.closed_at is null or new.closed_at = old.closed_at then
    -- A closing time that the writer sets is kept: imported leads were closed long ago.
    new.closed_at := now();
  end if;
  return new;
end $$;
comment on function set_lead_closed_at() is
  'Sets closed_at of a lead that is won or lost, and clears it when the lead is reopened.';
`;
