import { Migration } from '@mikro-orm/migrations';
import { contactsIn } from './functions/contacts-in.js';
import { customDay } from './functions/custom-day.js';
import { customTexts } from './functions/custom-texts.js';
import { customUuid } from './functions/custom-uuid.js';
import { emptyPendingList } from './functions/empty-pending-list.js';
import { equalText } from './functions/equal-text.js';
import { foldText } from './functions/fold-text.js';
import { setColumns } from './functions/set-columns.js';
import { dropFunctions } from './triggers.js';

/** Extensions, and functions that several modules use. */
export class Migration20261201000001_extensions extends Migration {
  override up(): void {
    this.addSql(extensions);
    this.addSql(functions.join(''));
  }

  override down(): void {
    this.addSql(dropFunctions(...functions));
    this.addSql('drop extension if exists btree_gin;');
  }
}

const functions = [foldText, equalText, customTexts, customDay, customUuid, contactsIn, emptyPendingList, setColumns];

// Both come with PostgreSQL and are trusted: the owner of the database may create them.
const extensions = `
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Comparing the trigrams of a text costs a hundred times as much as comparing two numbers, which the extension does
-- not declare: the planner would compare every row instead of reading the index.
do $$ begin
  alter function word_similarity_commutator_op(text, text) cost 100;
exception when insufficient_privilege or undefined_function then null;
end $$;
`;
