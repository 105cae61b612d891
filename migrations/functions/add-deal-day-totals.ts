export const addDealDayTotals = `
-- A state counts from the day on which it began until the day on which it ended.
-- A state that is removed together with its pipeline or stage leaves nothing to add up.
create function add_deal_day_totals() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  removed deal_states[];
  added deal_states[];
  direction smallint;
  in_month date;
begin
  -- A new current state, or the end of the current state: two rows that need no sums.
  if tg_op = 'INSERT' and new.valid_to = 'infinity' then
    direction := 1;
  elsif tg_op = 'UPDATE' and old.valid_to = 'infinity' and new.valid_to < 'infinity'
    and (old.valid_from, old.pipeline_id, old.stage_id, old.status, old.value, old.currency, old.weighted_value,
        old.expected_close_date, old.closed_at, old.is_deleted)
      is not distinct from (new.valid_from, new.pipeline_id, new.stage_id, new.status, new.value, new.currency,
        new.weighted_value, new.expected_close_date, new.closed_at, new.is_deleted) then
    direction := -1;
  end if;
  if direction is not null then
    if new.is_deleted then return null; end if;
    in_month := case when new.status = 'open'
      then coalesce(date_trunc('month', new.expected_close_date)::date, '9999-12-01')
      else date_trunc('month', new.closed_at at time zone 'UTC')::date end;
    insert into deal_day_totals
        (pipeline_id, day, stage_id, status, month, currency, count, value, weighted_value)
      select new.pipeline_id, d.day, new.stage_id, new.status, in_month, new.currency, direction,
        direction * coalesce(new.value, 0), direction * coalesce(new.weighted_value, 0)
      from (values ('infinity'::date),
        ((case direction when 1 then new.valid_from else new.valid_to end at time zone 'UTC')::date)) d (day);
    return null;
  end if;
  removed := case when tg_op <> 'INSERT' and not old.is_deleted then array[old] else '{}' end;
  added := case when tg_op <> 'DELETE' and not new.is_deleted then array[new] else '{}' end;
  insert into deal_day_totals as t
      (pipeline_id, day, stage_id, status, month, currency, count, value, weighted_value)
    select c.pipeline_id, c.day, c.stage_id, c.status, c.month, c.currency, c.count, c.value, c.weighted_value
    from (
      select s.pipeline_id, d.day, s.stage_id, s.status,
        case when s.status = 'open' then coalesce(date_trunc('month', s.expected_close_date)::date, '9999-12-01')
          else date_trunc('month', s.closed_at at time zone 'UTC')::date end as month,
        s.currency, sum(d.sign) as count, sum(d.sign * coalesce(s.value, 0)) as value,
        sum(d.sign * coalesce(s.weighted_value, 0)) as weighted_value
      from (select -1 as sign, * from unnest(removed) union all select 1, * from unnest(added)) s
      cross join lateral (values
        (s.sign, (s.valid_from at time zone 'UTC')::date),
        (case when s.valid_to = 'infinity' then s.sign else -s.sign end, (s.valid_to at time zone 'UTC')::date)
      ) d (sign, day)
      group by 1, 2, 3, 4, 5, 6) c
    join pipelines p on p.id = c.pipeline_id join pipeline_stages g on g.id = c.stage_id
    where (c.count, c.value, c.weighted_value) <> (0, 0, 0);
  return null;
end $$;
comment on function add_deal_day_totals() is 'Adds the change of a state to deal_day_totals.';
`;
