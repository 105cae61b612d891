import { Migration } from '@mikro-orm/migrations';

/**
 * Somebody who sees their own narrows and counts it by the same few fields as everybody: of five thousand contacts each was fetched for its
 * status, or those of a status were looked up in the whole table to be laid over them (15 ms). The indexes of owners and teams
 * have these fields behind them now. What they are for foreign keys they stay: they have all rows, the deleted ones too.
 *
 * One's own deals by their value are read along an index, and the sums by day from theirs alone.
 *
 * The indexes of a million leads and contacts are built in about fifteen seconds, during which nobody writes to their tables.
 */
export class Migration20261121000037_what_is_whose extends Migration {
  override up(): void {
    for (const [table, fields] of Object.entries(FIELDS)) {
      for (const holder of HOLDERS)
        this.addSql(
          `drop index ${table}_${holder}_fk_idx; create index ${table}_${holder}_fk_idx on ${table} (${holder}_id, deleted_at, ${fields}) where ${holder}_id is not null;`,
        );
    }
    this.addSql(`
create index deals_owner_value_idx on deals (owner_id, coalesce(value, -1), id) where deleted_at is null;
drop index deal_day_totals_pipeline_id_idx;
create index deal_day_totals_pipeline_id_idx on deal_day_totals (pipeline_id, day) include (stage_id, status, month, currency, count, value, weighted_value);`);
  }

  override down(): void {
    this.addSql(`
drop index deal_day_totals_pipeline_id_idx;
create index deal_day_totals_pipeline_id_idx on deal_day_totals (pipeline_id, day);
drop index deals_owner_value_idx;`);
    for (const table of Object.keys(FIELDS)) {
      for (const holder of HOLDERS)
        this.addSql(
          `drop index ${table}_${holder}_fk_idx; create index ${table}_${holder}_fk_idx on ${table} (${holder}_id) where ${holder}_id is not null;`,
        );
    }
  }
}

const HOLDERS = ['owner', 'team'] as const;
const FIELDS: Readonly<Record<string, string>> = {
  leads: 'status, source',
  companies: 'status, size, country',
  contacts: 'status, source, country',
  deals: 'status, priority',
};
