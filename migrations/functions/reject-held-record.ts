import { HELD } from '../tables.js';

const cases = HELD.map((table) => `    when '${table}' then exists (select from held_${table} where id = old.id)`);

// One expression with all views: its plan is cached, while dynamic SQL would be planned for every removed row.
export const rejectHeldRecord = `
-- Placing a hold takes this lock exclusively, removals share it: after a hold was confirmed, nothing is removed. The
-- check is a statement of its own, so that it sees what was committed while it waited for the lock.
create function reject_held_record() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  is_held boolean;
begin
  perform pg_advisory_xact_lock_shared(4702111508);
  is_held := case tg_table_name
${cases.join('\n')} end;
  if is_held then
    raise exception '% % is under a legal hold', replace(tg_table_name, '_', '-'), old.id
      using errcode = 'KH001';
  end if;
  return old;
end $$;
comment on function reject_held_record() is 'Rejects the removal of a record under a legal hold.';
`;
