import { Migration } from '@mikro-orm/migrations';

/**
 * One index for all that a search asks of a kind: its words, its trigrams, and whose records it looks at. GIN meets the two
 * by their rarer side, so that somebody who sees five thousand of a million records waits neither for all hits of a word nor for all
 * that is theirs; before, one of both was read.
 *
 * `btree_gin` comes with PostgreSQL and is trusted: the owner of the database may create it. The indexes of a million records
 * are built in about twenty seconds, during which nobody writes to their table.
 */
export class Migration20261121000033_search_by_holder extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gin;');
    for (const table of TABLES) {
      this.addSql(`
create index ${table}_found_idx on ${table} using gin (search_text gin_trgm_ops, search_words, owner_id, team_id) with (gin_pending_list_limit = 65536) where deleted_at is null;
drop index ${table}_search_idx;
drop index ${table}_words_idx;`);
    }
  }

  override down(): void {
    for (const table of TABLES) {
      this.addSql(`
create index ${table}_search_idx on ${table} using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 65536) where deleted_at is null;
create index ${table}_words_idx on ${table} using gin (search_words) with (gin_pending_list_limit = 65536) where deleted_at is null;
drop index ${table}_found_idx;`);
    }
    this.addSql('drop extension if exists btree_gin;');
  }
}

const TABLES = ['leads', 'companies', 'contacts', 'deals'];
