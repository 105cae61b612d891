import { Migration } from '@mikro-orm/migrations';

/**
 * What the planner is to know of the expressions that records are looked up by. It does not look at the statistics of a
 * partial index: a name would be one in two hundred, five thousand of a million, however rare it is.
 */
export class Migration20261121000031_statistics extends Migration {
  override up(): void {
    this.addSql(EXPRESSIONS.map(([name, table, expression]) => `create statistics ${name} on (${expression}) from ${table};`).join('\n'));
    this.addSql(forEachCustomIndex(`execute format('create statistics if not exists %I on (%s) from %s', statistics, pg_get_indexdef(found.indexrelid, 1, true), found.indrelid::regclass)`));
    this.addSql(costOfLikeness(100));
    this.addSql('analyze leads, companies, contacts, deals, activities;');
  }

  override down(): void {
    this.addSql(costOfLikeness(1));
    this.addSql(forEachCustomIndex(`execute format('drop statistics if exists %I', statistics)`));
    this.addSql(EXPRESSIONS.map(([name]) => `drop statistics ${name};`).join('\n'));
  }
}

const EXPRESSIONS: readonly (readonly [name: string, table: string, expression: string])[] = [
  ['leads_name_stats', 'leads', 'lower(name)'],
  ['leads_phone_digits_stats', 'leads', 'right(phone_digits, 9)'],
  ['companies_name_stats', 'companies', 'lower(name)'],
  ['companies_phone_digits_stats', 'companies', 'right(phone_digits, 9)'],
  ['contacts_name_stats', 'contacts', 'lower(name)'],
  ['contacts_phone_digits_stats', 'contacts', 'right(phone_digits, 9)'],
  ['contacts_mobile_digits_stats', 'contacts', 'right(mobile_digits, 9)'],
  ['deals_title_stats', 'deals', 'lower(title)'],
  ['activities_doer_stats', 'activities', 'coalesce(assignee_id, owner_id)'],
];

/** Those of custom fields that were marked filterable before; of lists of values there are none. */
const forEachCustomIndex = (statement: string): string => `
do $$
declare
  found record;
  statistics name;
begin
  for found in select i.indexrelid, i.indrelid, c.relname from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    where c.relnamespace = 'public'::regnamespace and c.relname ~ '^cf_[0-9a-f]{32}_idx$' and i.indisvalid and m.amname = 'btree' loop
    statistics := regexp_replace(found.relname, '_idx$', '_stats');
    ${statement};
  end loop;
end $$;`;

/**
 * The likeness of a text costs a hundred times what comparing two numbers does, which the extension does not say: the planner would
 * rather compare every row than ask the index. Where the function is another one's, it stays as it is.
 */
const costOfLikeness = (cost: number): string => `
do $$ begin
  alter function word_similarity_commutator_op(text, text) cost ${cost};
exception when insufficient_privilege or undefined_function then null;
end $$;`;
