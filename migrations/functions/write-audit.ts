/** Writes a row of audit_logs. The arguments are SQL expressions; `author` and `at` are variables of the function. */
export const insertAudit = (action: string, type: string, resource: string, changes: string, description = 'null') => `
  insert into audit_logs (id, action, resource_type, resource_id, description, changes,
    actor_kind, user_id, user_email, user_name,
    api_key_id, ip_address, user_agent, request_method, request_path, request_id, created_at)
  values (
    (lpad(to_hex((extract(epoch from at) * 1000000)::bigint / 1000), 12, '0') || '7'
      || lpad(to_hex((extract(epoch from at) * 1000000)::bigint % 1000), 3, '0')
      || right(replace(gen_random_uuid()::text, '-', ''), 16))::uuid,
    ${action}, ${type}, ${resource}, ${description}, coalesce(${changes}, '{}'),
    coalesce(author ->> 'kind', 'system'), (author ->> 'userId')::uuid, author ->> 'email',
    -- Without an author somebody works on the database directly.
    case when author is null
      then 'database role ' || session_user
        || case when session_user = current_user then '' else ' as ' || current_user end
      else left(author ->> 'name', 255) end,
    (author ->> 'apiKeyId')::uuid, (author ->> 'ipAddress')::inet, left(author ->> 'userAgent', 500),
    author ->> 'method', left(author ->> 'path', 500), left(author ->> 'requestId', 100),
    date_trunc('milliseconds', at));`;

export const auditVariables = `
  author constant jsonb := nullif(current_setting('kontor.author', true), '')::jsonb;
  at constant timestamptz := clock_timestamp();`;

export const writeAudit = `
-- Ids are UUIDv7 of the moment of the row, not of the transaction: they keep the order within one transaction.
create function write_audit(action text, type text, resource text, changes jsonb, description text default null)
returns void language plpgsql as $$
declare${auditVariables}
begin${insertAudit('action', 'type', 'resource', 'changes', 'description')}
end $$;
comment on function write_audit(text, text, text, jsonb, text) is
  'Writes a row of audit_logs with the author and request of the transaction.';
`;
