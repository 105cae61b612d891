import type pg from 'pg';
import { withClient } from './data.js';

// The tables of the comparison: the columns and rows of Kontor without triggers, checks, foreign keys, generated values
// and search indexes.

const INDEXES: Readonly<Record<string, readonly string[]>> = {
  leads: ['(created_at, id)', '(owner_id)', '(team_id)', '(status)', '(email)', '(updated_at)'],
  deals: ['(created_at, id)', '(owner_id)', '(stage_id)', '(company_id)', '(contact_id)', '(updated_at)'],
  activities: ['(created_at, id)', '(owner_id)', '(lead_id)', '(company_id)', '(contact_id)', '(deal_id)', '(due_at)'],
  deal_stage_changes: ['(deal_id)'],
  events: ['(sequence) where dispatched_at is null', '(resource_id)'],
  audit_logs: ['(resource_id, created_at)', '(created_at, id)', '(user_id)'],
};

const GENERATED = `select attname as name from pg_attribute where attrelid = $1::regclass and attgenerated = 's'`;

async function copy(client: pg.Client, table: string, indexes: readonly string[]): Promise<void> {
  await client.query(`create table plain.${table} (like public.${table} including defaults including identity)`);
  const { rows } = await client.query<{ name: string }>(GENERATED, [`public.${table}`]);
  for (const { name } of rows) await client.query(`alter table plain.${table} drop column ${name}`);
  const { rows: columns } = await client.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names
      from information_schema.columns where table_schema = 'plain' and table_name = $1`,
    [table],
  );
  const names = columns[0]?.names ?? '';
  await client.query(
    `insert into plain.${table} (${names}) overriding system value select ${names} from public.${table}`,
  );
  await client.query(`alter table plain.${table} add primary key (id)`);
  for (const index of indexes) await client.query(`create index on plain.${table} ${index}`);
  await client.query(`vacuum (analyze) plain.${table}`);
}

/** Creates the plain tables once and keeps them beside the data. */
export const preparePlainTables = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query("select 1 from pg_namespace where nspname = 'plain'");
    if (rows.length > 0) return;
    await client.query('create schema plain');
    for (const [table, indexes] of Object.entries(INDEXES)) await copy(client, table, indexes);
    await client.query('checkpoint');
  });
