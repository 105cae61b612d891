import { Migration } from '@mikro-orm/migrations';

/** Filters, orders and columns that people keep under a name. */
export class Migration20261121000024_views extends Migration {
  override up(): void {
    this.addSql(`
create table saved_views (
  id uuid primary key default gen_random_uuid(),
  resource varchar(50) not null,
  name varchar(100) not null,
  filter jsonb,
  columns text[] not null default '{}',
  sort text[] not null default '{}',
  group_by varchar(200),
  scope varchar(10) not null default 'private' check (scope in ('private', 'team', 'shared')),
  owner_id uuid not null references users on delete cascade,
  -- Whose it is besides, of scope "team". Without that team it is its owner's alone.
  team_id uuid references teams on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  constraint saved_views_team_check check (team_id is null or scope = 'team')
);
create index saved_views_name_idx on saved_views (lower(name), id);
create index saved_views_created_at_idx on saved_views (created_at, id);
create index saved_views_owner_id_idx on saved_views (owner_id);
create index saved_views_team_id_idx on saved_views (team_id);

-- How each person arranges the views that they see.
create table saved_view_marks (
  user_id uuid not null references users on delete cascade,
  view_id uuid not null references saved_views on delete cascade,
  resource varchar(50) not null,
  is_pinned boolean not null default false,
  is_default boolean not null default false,
  primary key (user_id, view_id)
);
create unique index saved_view_marks_default_key on saved_view_marks (user_id, resource) where is_default;
create index saved_view_marks_view_id_idx on saved_view_marks (view_id);

create trigger saved_views_audit after insert or delete on saved_views for each row execute function audit_change('views', 'id', '{}', '{id,updated_at,version}');
create trigger saved_views_audit_update after update on saved_views for each row when (old.* is distinct from new.*) execute function audit_change('views', 'id', '{}', '{id,updated_at,version}');

insert into permissions (resource, action, description) values
  ('views', 'read', 'Use saved views: one''s own, and those that were shared'),
  ('views', 'create', 'Save views of one''s own'),
  ('views', 'update', 'Change views of one''s own, and give them to others'),
  ('views', 'delete', 'Delete views of one''s own'),
  ('views', 'share', 'Share views with a team or with everybody, and look after what others shared');
insert into role_permissions (role_id, permission_id)
select r.id, p.id from roles r join permissions p on p.resource = 'views' and (
  r.name in ('admin', 'manager') or (r.name in ('sales', 'support', 'finance', 'viewer') and p.action <> 'share'));
`);
  }

  override down(): void {
    this.addSql(`
delete from permissions where resource = 'views';
drop table saved_view_marks, saved_views;
`);
  }
}
