import { Migration } from '@mikro-orm/migrations';

/** Roles, permissions and the first pipeline. Before the triggers: the audit log begins with the first user. */
export class Migration20261201000020_default_rows extends Migration {
  override up(): void {
    this.addSql(roles);
    this.addSql(permissions);
    this.addSql(rolePermissions);
    this.addSql(pipeline);
  }

  override down(): void {
    this.addSql(`
delete from pipelines where name = 'Sales' and not exists (select from deals);
delete from user_roles;
delete from roles;
delete from permissions;
`);
  }
}

const roles = `
insert into roles (name, description, record_access, is_system) values
  ('admin', 'Everything, on every record', 'all', true),
  ('manager', 'Runs a team: its leads, activities and forms', 'team', true),
  ('sales', 'Works their own leads and activities', 'own', true),
  ('support', 'Reads leads, writes activities', 'all', true),
  ('finance', 'Reads leads and sales records', 'all', true),
  ('viewer', 'Reads', 'all', true);
`;

const permissions = `
insert into permissions (resource, action, description) values
  ('leads', 'read', 'See leads'),
  ('leads', 'create', 'Add leads'),
  ('leads', 'update', 'Change, assign and restore leads and move them through their lifecycle'),
  ('leads', 'delete', 'Delete leads; they can be restored'),
  ('leads', 'purge', 'Delete leads permanently'),
  ('activities', 'read', 'See activities'),
  ('activities', 'create', 'Add activities'),
  ('activities', 'update', 'Change, complete, cancel and reopen activities'),
  ('activities', 'delete', 'Delete activities'),
  ('lead-forms', 'read', 'See lead forms'),
  ('lead-forms', 'create', 'Add lead forms'),
  ('lead-forms', 'update', 'Change lead forms'),
  ('lead-forms', 'delete', 'Delete lead forms'),
  ('settings', 'read', 'See settings; secrets stay hidden'),
  ('settings', 'manage', 'Change settings'),
  ('api-keys', 'read', 'See one''s own API keys'),
  ('api-keys', 'create', 'Make API keys'),
  ('api-keys', 'update', 'Rename, rescope and rotate one''s own API keys'),
  ('api-keys', 'delete', 'Revoke one''s own API keys'),
  ('api-keys', 'manage', 'See and revoke everybody''s API keys'),
  ('jobs', 'read', 'See jobs and scheduled jobs'),
  ('jobs', 'manage', 'Redrive and cancel jobs, run and switch scheduled jobs'),
  ('events', 'read', 'Read the event feed'),
  ('webhooks', 'read', 'See webhooks and what they were sent'),
  ('webhooks', 'create', 'Make webhooks'),
  ('webhooks', 'update', 'Change, test and switch webhooks, send again what they missed'),
  ('webhooks', 'delete', 'Delete webhooks'),
  ('notification-channels', 'read', 'See notification channels and what was sent through them'),
  ('notification-channels', 'create', 'Make notification channels'),
  ('notification-channels', 'update', 'Change, test, switch and restore notification channels, and send again'),
  ('notification-channels', 'delete', 'Delete notification channels'),
  ('users', 'read', 'See users, and who signs in from where'),
  ('users', 'create', 'Invite people'),
  ('users', 'update', 'Change, deactivate, reactivate and restore users'),
  ('users', 'delete', 'Delete users; they can be restored'),
  ('users', 'manage-roles', 'Give people roles, and take them away'),
  ('users', 'transfer', 'Hand all records of a user over to another'),
  ('teams', 'read', 'See teams'),
  ('teams', 'create', 'Add teams'),
  ('teams', 'update', 'Change teams, and who is in them'),
  ('teams', 'delete', 'Delete teams'),
  ('roles', 'read', 'See roles and what they allow'),
  ('roles', 'manage', 'Make, change and delete roles'),
  ('audit', 'read', 'See who changed what, on every record'),
  ('audit', 'export', 'Take the audit log out as a file'),
  ('security-logs', 'read', 'See everybody''s security events'),
  ('retention', 'read', 'See how long records are kept, what was removed, and legal holds'),
  ('retention', 'manage', 'Change how long records are kept, place and release legal holds'),
  ('erasure', 'manage', 'Erase the data of a person, and see what was erased'),
  ('pipelines', 'read', 'See pipelines and their stages'),
  ('pipelines', 'manage', 'Make, change, order and retire pipelines and their stages'),
  ('custom-fields', 'read', 'See which fields records have been given'),
  ('custom-fields', 'manage', 'Give records fields of one''s own, change, order and archive them'),
  ('views', 'read', 'Use saved views: one''s own, and those that were shared'),
  ('views', 'create', 'Save views of one''s own'),
  ('views', 'update', 'Change views of one''s own, and give them to others'),
  ('views', 'delete', 'Delete views of one''s own'),
  ('views', 'share', 'Share views with a team or with everybody, and look after what others shared');
insert into permissions (resource, action, description)
select r.resource, a.action, replace(a.description, '%', r.resource)
from (values ('companies'), ('contacts'), ('deals')) r (resource)
cross join (values
  ('read', 'See %'),
  ('create', 'Add %'),
  ('update', 'Change, assign, merge and restore %'),
  ('delete', 'Delete %; they can be restored'),
  ('purge', 'Delete % permanently')) a (action, description);
`;

const RECORDS = `('leads', 'companies', 'contacts', 'deals')`;
const rolePermissions = `
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on r.name = 'admin'
  -- Every role sees users and teams, sales records, pipelines and custom fields, and saves views.
  or (p.action = 'read'
    and p.resource in ('users', 'teams', 'companies', 'contacts', 'deals', 'pipelines', 'custom-fields'))
  or (p.resource = 'views' and p.action <> 'share')
  or (r.name = 'manager' and (
    (p.resource in ${RECORDS} and p.action <> 'purge')
    or p.resource in ('activities', 'lead-forms', 'pipelines', 'views')
    or (p.resource = 'api-keys' and p.action <> 'manage')
    or (p.resource in ('settings', 'webhooks', 'notification-channels') and p.action = 'read')))
  or (r.name = 'sales' and (
    (p.resource in ${RECORDS} and p.action <> 'purge')
    or p.resource = 'activities'
    or (p.resource = 'api-keys' and p.action <> 'manage')))
  or (r.name = 'support' and (p.resource = 'activities' or (p.resource = 'leads' and p.action = 'read')))
  or (r.name = 'finance' and p.resource = 'leads' and p.action = 'read')
  or (r.name = 'viewer' and p.resource in ('leads', 'activities', 'lead-forms') and p.action = 'read');
`;

const pipeline = `
with pipeline as (
  insert into pipelines (name, description, is_default, rank)
  values ('Sales', 'How a deal is won, step by step', true, 1) returning id)
insert into pipeline_stages (pipeline_id, name, description, rank, probability, color, kind, rot_days)
select pipeline.id, stage.* from pipeline, (values
  ('New', 'Recently added', 1, 10, '#9aa5b1', 'open', 14),
  ('Contacted', 'A first word was exchanged', 2, 20, '#4f9cf9', 'open', 14),
  ('Qualified', 'Fits, and is interested', 3, 40, '#3fb8af', 'open', 21),
  ('Proposal', 'An offer was made', 4, 60, '#f5b83d', 'open', 21),
  ('Negotiation', 'Terms are being discussed', 5, 80, '#f08a4b', 'open', 30),
  ('Closed Won', 'Became a customer', 6, 100, '#4caf50', 'won', null),
  ('Closed Lost', 'Decided against us', 7, 0, '#d9534f', 'lost', null)
) stage (name, description, rank, probability, color, kind, rot_days);
`;
