import { Migration } from '@mikro-orm/migrations';

/** Filters, orders and columns that users save under a name. */
export class Migration20261201000018_saved_views extends Migration {
  override up(): void {
    this.addSql(savedViews);
    this.addSql(savedViewMarks);
  }

  override down(): void {
    this.addSql('drop table saved_view_marks, saved_views;');
  }
}

const savedViews = `
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
  team_id uuid references teams on delete set null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  constraint saved_views_team_check check (team_id is null or scope = 'team')
);
create index saved_views_created_at_idx on saved_views (created_at, id);
create index saved_views_name_idx on saved_views (lower(name), id);
create index saved_views_owner_id_idx on saved_views (owner_id);
create index saved_views_team_id_idx on saved_views (team_id);
comment on table saved_views is 'A filter, order and columns that a user saved.';
comment on column saved_views.scope is 'private, team or shared with everybody.';
comment on column saved_views.team_id is 'Team that shares the view; null without scope team.';
`;

const savedViewMarks = `
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
comment on table saved_view_marks is 'How a user arranges a view: pinned or default.';
`;
