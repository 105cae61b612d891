import { Migration } from '@mikro-orm/migrations';

const words = (parts: readonly (readonly [weight: string, text: string])[]): string =>
  parts.map(([weight, text]) => `setweight(to_tsvector('simple'::regconfig, ${text}), '${weight}')`).join(' || ');

const WORDS: Readonly<Record<string, string>> = {
  leads: words([
    ['A', 'name'],
    ['B', `coalesce(company, '') || ' ' || coalesce(job_title, '') || ' ' || coalesce(project_type, '')`],
    ['D', `left(message, 20000) || ' ' || left(coalesce(notes, ''), 20000)`],
  ]),
  activities: words([
    ['A', 'subject'],
    ['B', `coalesce(outcome, '') || ' ' || coalesce(location, '')`],
    ['D', 'left(description, 20000)'],
  ]),
};

/** The triggers of the audit log, which tell of no column that follows from others. */
const audit = (table: string, ignored: string): string => {
  const call = `execute function audit_change('${table}', 'id', '{}', '{id,updated_at,version${ignored}}')`;
  return `
drop trigger ${table}_audit on ${table};
drop trigger ${table}_audit_update on ${table};
create trigger ${table}_audit after insert or delete on ${table} for each row ${call};
create trigger ${table}_audit_update after update on ${table} for each row when (old.* is distinct from new.*) ${call};`;
};
/** Whoever types an id of another system does not say of which. */
const EXTERNAL_IDS = ['lead', 'company', 'contact', 'deal'];
const OF_LEADS = ',search_text,phone_digits,score_reasons,closed_at';

/**
 * Words of leads and activities for the one search over everything, as companies, contacts and deals have them already.
 *
 * Generated and stored: no road of a write can forget them, and a ranked hit needs no second parse of its text. The price
 * is one rewrite of both tables, during which nobody reads or writes them: on two cores about a minute for a million
 * leads and as long for two million activities, with their indexes, and for that time the room of both tables once more. A column
 * kept by a trigger would be added at once, but would have to be filled in batches, and a search would find half of the
 * records until that is done. Run it in a quiet hour where the tables are large.
 */
export class Migration20261121000025_search extends Migration {
  override up(): void {
    for (const [table, expression] of Object.entries(WORDS)) {
      this.addSql(`
alter table ${table} add column search_words tsvector generated always as (${expression}) stored;
create index ${table}_words_idx on ${table} using gin (search_words) with (gin_pending_list_limit = 65536) where deleted_at is null;`);
    }
    this.addSql(
      EXTERNAL_IDS.map(
        (noun) => `create index ${noun}_external_ids_external_id_idx on ${noun}_external_ids (external_id);`,
      ).join('\n'),
    );
    this.addSql(audit('leads', `${OF_LEADS},search_words`));
    this.addSql(audit('activities', ',search_words'));
  }

  override down(): void {
    this.addSql(audit('leads', OF_LEADS));
    this.addSql(audit('activities', ''));
    this.addSql(EXTERNAL_IDS.map((noun) => `drop index ${noun}_external_ids_external_id_idx;`).join('\n'));
    this.addSql(
      Object.keys(WORDS)
        .map((table) => `alter table ${table} drop column search_words;`)
        .join('\n'),
    );
  }
}
