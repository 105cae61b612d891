import { Migration } from '@mikro-orm/migrations';
import { writeAudit } from './functions/write-audit.js';
import { auditChange } from './functions/audit-change.js';
import { auditSession } from './functions/audit-session.js';
import { rejectLogChange } from './functions/reject-log-change.js';
import { protectLogPartition } from './functions/protect-log-partition.js';
import { createLogPartition } from './functions/create-log-partition.js';
import { dropLogPartition } from './functions/drop-log-partition.js';
import { eraseFromAudit } from './functions/erase-from-audit.js';
import { auditRoleLinks, auditUserLinks } from './functions/audit-links.js';
import { appendOnly, dropFunctions } from './triggers.js';

/** The audit log and the security log. */
export class Migration20261201000004_logs extends Migration {
  override up(): void {
    this.addSql(auditLogs);
    this.addSql(securityLogs);
    this.addSql(functions.join(''));
    this.addSql(appendOnly('audit_logs'));
    this.addSql(appendOnly('security_logs'));
    this.addSql(triggers);
    this.addSql(months);
  }

  override down(): void {
    this.addSql(dropFunctions(...functions));
    this.addSql('drop table security_logs, audit_logs;');
  }
}

const functions = [
  writeAudit,
  auditChange,
  auditSession,
  rejectLogChange,
  protectLogPartition,
  createLogPartition,
  dropLogPartition,
  eraseFromAudit,
  auditRoleLinks,
  auditUserLinks,
];

const auditLogs = `
create table audit_logs (
  id uuid not null default gen_random_uuid(),
  action varchar(20) not null
    check (action in ('create', 'update', 'delete', 'restore', 'login', 'logout', 'export', 'merge', 'purge')),
  resource_type varchar(50) not null,
  resource_id varchar(255),
  description varchar(500),
  changes jsonb not null default '{}',
  actor_kind varchar(20) not null,
  user_id uuid,
  user_email varchar(255),
  user_name varchar(255),
  api_key_id uuid,
  ip_address inet,
  user_agent varchar(500),
  request_method varchar(10),
  request_path varchar(500),
  request_id varchar(100),
  created_at timestamptz(3) not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create table audit_logs_rest partition of audit_logs default;
create index audit_logs_action_idx on audit_logs (action, created_at, id);
create index audit_logs_api_key_id_idx on audit_logs (api_key_id, created_at, id) where api_key_id is not null;
create index audit_logs_created_at_idx on audit_logs (created_at, id);
create index audit_logs_request_id_idx on audit_logs (request_id) where request_id is not null;
create index audit_logs_resource_idx on audit_logs (resource_id, created_at, id);
create index audit_logs_resource_type_idx on audit_logs (resource_type, created_at, id);
create index audit_logs_user_id_idx on audit_logs (user_id, created_at, id) where user_id is not null;
comment on table audit_logs is 'append-only: one change of a record, with its author and request';
comment on column audit_logs.resource_id is 'Id or other key of the record.';
comment on column audit_logs.changes is 'Changed fields: name to old and new value; secrets are masked.';
comment on column audit_logs.actor_kind is 'user, api-key, system or another kind of author.';
comment on column audit_logs.user_id is 'No foreign key: the author stays readable after the user was removed.';
`;

const securityLogs = `
create table security_logs (
  id uuid not null default gen_random_uuid(),
  event_type varchar(50) not null,
  severity varchar(20) not null default 'info' check (severity in ('info', 'warning', 'critical')),
  user_id uuid,
  user_email varchar(255),
  description text not null,
  details jsonb not null default '{}',
  ip_address inet,
  user_agent varchar(500),
  action_taken varchar(255),
  request_id varchar(100),
  created_at timestamptz(3) not null default now(),
  primary key (id, created_at)
) partition by range (created_at);
create table security_logs_rest partition of security_logs default;
create index security_logs_created_at_idx on security_logs (created_at, id);
create index security_logs_event_type_idx on security_logs (event_type, created_at, id);
create index security_logs_ip_address_idx on security_logs (ip_address, created_at, id);
-- Addresses are searched as text.
create index security_logs_ip_host_idx on security_logs (host(ip_address), created_at, id);
create index security_logs_severity_idx on security_logs (severity, created_at, id);
create index security_logs_user_email_idx on security_logs (user_email, created_at, id);
create index security_logs_user_id_idx on security_logs (user_id, created_at, id);
comment on table security_logs is 'append-only: one event that concerns security';
comment on column security_logs.user_id is 'No foreign key: the user stays readable after their removal.';
comment on column security_logs.action_taken is 'What the server did in response.';
`;

const triggers = `
create trigger sessions_audit after insert on sessions for each row execute function audit_session();
create trigger sessions_audit_update after update of revoked_at on sessions for each row
  when (old.revoked_at is null and new.revoked_at is not null) execute function audit_session();
revoke execute on function create_log_partition, drop_log_partition, erase_from_audit, protect_log_partition
  from public;
`;

const months = `
do $$ begin
  for ahead in 0..2 loop
    perform create_log_partition('audit_logs',
      (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date);
  end loop;
end $$;
`;
