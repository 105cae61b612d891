import { auditVariables, insertAudit } from './write-audit.js';

export const auditChange = String.raw`
-- Arguments: resource as in its path, column with the id, masked columns, columns that are no change.
-- Columns that are named like a secret are masked as well, so that a forgotten column does not leak.
-- Of a column named as ~url the log keeps the origin: many services put a secret into the path or query.
-- Runs once for each written row, so it inserts the row of the log itself and reads each value once.
create function audit_change() returns trigger language plpgsql as $$
declare${auditVariables}
  -- The old row of an INSERT and the new row of a DELETE are null.
  old_row constant jsonb := coalesce(to_jsonb(old), '{}');
  new_row constant jsonb := coalesce(to_jsonb(new), '{}');
  was constant jsonb := old_row - tg_argv[3]::text[];
  is_now constant jsonb := new_row - tg_argv[3]::text[];
  masked constant text[] := case when 'true' in (old_row -> 'is_secret', new_row -> 'is_secret')
    then array['value'] else tg_argv[2]::text[] end;
  changes jsonb;
begin
  select jsonb_object_agg(
    case when position('_' in key) = 0 then key
      else left(key, 1) || substr(replace(initcap(replace(key, '_', ' ') collate "C"), ' ', ''), 2) end,
    case when key = any(masked) or ((key like '%\_hash' or key like '%secret' or key like '%password%'
        or key like '%\_token' or key like '%recovery\_code%') and jsonb_typeof(value) <> 'boolean')
      then jsonb_build_object('from', case when was ->> key is not null then '***' end,
        'to', case when is_now ->> key is not null then '***' end)
      when '~' || key = any(masked)
      then jsonb_build_object(
        'from', regexp_replace(was ->> key, '^(https?://[^/?#]+)/?[/?#].*$', '\1/***'),
        'to', regexp_replace(is_now ->> key, '^(https?://[^/?#]+)/?[/?#].*$', '\1/***'))
      else jsonb_build_object('from', was -> key, 'to', is_now -> key) end)
  into changes
  from jsonb_each(case when tg_op = 'DELETE' then was else is_now end)
  where value <> coalesce(case when tg_op = 'DELETE' then is_now else was end -> key, 'null');
  if tg_op = 'UPDATE' then
    -- A record with an owner is in the team of the owner: a new team alone is no change by the author.
    if changes is null
      or changes ? 'teamId' and is_now ->> 'owner_id' is not null and changes - 'teamId' = '{}'
    then return null; end if;
  end if;
${insertAudit(
  `case tg_op when 'INSERT' then 'create' when 'DELETE' then 'purge'
      else case when not changes ? 'deletedAt' then 'update' when is_now ->> 'deleted_at' is null then 'restore'
        when was ->> 'deleted_at' is null then 'delete' else 'update' end end`,
  'tg_argv[0]',
  "case when tg_op = 'DELETE' then old_row else new_row end ->> tg_argv[1]",
  'changes',
)}
  return null;
end $$;
comment on function audit_change() is 'Writes the changed columns of the row to audit_logs.';
`;
