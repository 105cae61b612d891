import { Migration } from '@mikro-orm/migrations';

/** Journals of merges and of moves between records. */
export class Migration20261201000014_merging extends Migration {
  override up(): void {
    this.addSql(recordMerges);
    this.addSql(recordMergeDuplicates);
    this.addSql(recordMergeMoves);
    this.addSql(recordMoves);
  }

  override down(): void {
    this.addSql('drop table record_moves, record_merge_moves, record_merge_duplicates, record_merges;');
  }
}

const recordMerges = `
create table record_merges (
  id uuid primary key default gen_random_uuid(),
  resource varchar(50) not null,
  primary_id uuid not null,
  primary_before jsonb not null default '{}',
  primary_after jsonb not null default '{}',
  moves jsonb not null default '[]',
  merged_by_id uuid references users on delete set null,
  merged_at timestamptz(3) not null default now(),
  unmerged_by_id uuid references users on delete set null,
  unmerged_at timestamptz(3),
  forgotten_at timestamptz(3)
);
create index record_merges_merged_by_id_idx on record_merges (merged_by_id);
create index record_merges_primary_id_idx on record_merges (primary_id, merged_at, id);
create index record_merges_unmerged_by_id_idx on record_merges (unmerged_by_id);
comment on table record_merges is 'A merge of duplicates into a primary record, which can be undone.';
comment on column record_merges.primary_id is 'Primary record. No foreign key: records of several types.';
comment on column record_merges.primary_before is 'Fields of the primary record that the merge changed, before.';
comment on column record_merges.primary_after is 'The same fields, after.';
comment on column record_merges.moves is 'Number of moved rows by table and column.';
comment on column record_merges.forgotten_at is
  'When one of the records was purged; the merge cannot be undone.';
`;

const recordMergeDuplicates = `
create table record_merge_duplicates (
  merge_id uuid not null references record_merges on delete cascade,
  duplicate_id uuid not null,
  position smallint not null,
  cleared jsonb not null default '{}',
  primary key (merge_id, duplicate_id)
);
create index record_merge_duplicates_duplicate_id_idx on record_merge_duplicates (duplicate_id);
comment on table record_merge_duplicates is 'A duplicate of a merge.';
comment on column record_merge_duplicates.position is 'Order of the duplicates.';
comment on column record_merge_duplicates.cleared is 'Properties of the duplicate that the merge cleared.';
`;

const recordMergeMoves = `
create table record_merge_moves (
  merge_id uuid not null references record_merges on delete cascade,
  table_name varchar(63) not null,
  column_name varchar(63) not null,
  record_id uuid not null,
  duplicate_id uuid not null,
  was_first boolean not null default false,
  primary key (merge_id, table_name, column_name, record_id)
);
create index record_merge_moves_duplicate_id_idx on record_merge_moves (duplicate_id);
comment on table record_merge_moves is 'A row that a merge moved from a duplicate to the primary record.';
comment on column record_merge_moves.was_first is
  'Whether the row was the only one of its kind, such as the primary contact.';
`;

const recordMoves = `
create table record_moves (
  id uuid primary key default gen_random_uuid(),
  resource varchar(50) not null,
  record_id uuid not null,
  column_name varchar(63) not null,
  from_id uuid,
  to_id uuid,
  moved_by_id uuid references users on delete set null,
  moved_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
);
create index record_moves_from_id_idx on record_moves (from_id, moved_at, id) where from_id is not null;
create index record_moves_moved_by_id_idx on record_moves (moved_by_id) where moved_by_id is not null;
create index record_moves_record_id_idx on record_moves (record_id, column_name, moved_at);
create index record_moves_to_id_idx on record_moves (to_id, moved_at, id) where to_id is not null;
comment on table record_moves is 'A move of a row from one record to another. Never expires, unlike events.';
comment on column record_moves.resource is 'Table of the moved row.';
comment on column record_moves.column_name is 'Foreign key that changed.';
`;
