import { Migration } from '@mikro-orm/migrations';

/**
 * The words that living records have, once each, for what is written almost like one of them: two million records have a hundred thousand words,
 * and to look through these takes a thirtieth of the time. A job gathers them, so that no write waits for it: how far it has come in
 * each kind is its place in the order of their last changes. What it has not reached yet is looked through itself.
 */
export class Migration20261121000038_search_words extends Migration {
  override up(): void {
    this.addSql(`
create table search_words (
  word text collate "C" primary key,
  checked_at timestamptz(3) not null default now()
);
create index search_words_trigrams_idx on search_words using gin (word gin_trgm_ops);
create index search_words_checked_at_idx on search_words (checked_at);
create table search_word_places (
  kind text primary key,
  changed_at timestamptz(3) not null,
  id uuid not null
);`);
  }

  override down(): void {
    this.addSql('drop table search_words, search_word_places;');
  }
}
