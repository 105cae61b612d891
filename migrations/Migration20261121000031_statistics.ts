import { Migration } from '@mikro-orm/migrations';

/**
 * What the planner is to know of the expressions that records are looked up by. It does not look at the statistics of a
 * partial index: a name would be one in two hundred, five thousand of a million, however rare it is.
 */
export class Migration20261121000031_statistics extends Migration {
  override up(): void {
    this.addSql(
      EXPRESSIONS.map(
        ([name, table, expression]) => `create statistics ${name} on (${expression}) from ${table};`,
      ).join('\n'),
    );
    this.addSql('analyze leads, companies, contacts, deals, activities;');
  }

  override down(): void {
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
