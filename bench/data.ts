import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { migrate, openOrm } from '../src/platform/database/index.js';
import { FIRST, FORMS, PROJECTS, SENTENCES, SOURCES, STATUSES, SYLLABLES, TAGS, TITLES } from './words.js';

export const CHUNK = 50_000;
/** A company with 40 teams of 25 users. */
export const OWNERS = 1000;
export const TEAMS = 40;
const MIGRATIONS = new URL('../migrations/', import.meta.url);

/** Fills an empty database. */
export interface Generator {
  readonly version: string;
  readonly fill: (client: pg.Client, rows: number) => Promise<void>;
}

/** Returns a hash of the schema and the generator. A new hash requires new data. */
function fingerprint({ version }: Generator): string {
  const files = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.js'))
    .sort();
  return createHash('sha256')
    .update(version)
    .update(files.map((name) => readFileSync(new URL(name, MIGRATIONS))).join('\n'))
    .digest('hex')
    .slice(0, 16);
}

export interface Dataset {
  readonly reused: boolean;
  readonly seconds: number;
  readonly bytes: number;
}

/** Prepares a database with `rows` leads, or reuses a matching database of the last run. */
export async function prepareData(
  url: string,
  rows: number,
  fresh: boolean,
  generator: Generator = LEADS,
): Promise<Dataset> {
  const started = performance.now();
  const reused = !fresh && (await fits(url, rows, generator));
  if (!reused) await generate(url, rows, generator);
  const bytes = await withClient(url, async (client) =>
    Number(
      (await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')).rows[0]?.bytes,
    ),
  );
  return { reused, seconds: (performance.now() - started) / 1000, bytes };
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'kontor-bench', options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function fits(url: string, rows: number, generator: Generator): Promise<boolean> {
  return withClient(url, async (client) => {
    try {
      const { rows: found } = await client.query<{ ok: boolean }>(
        'select rows = $1 and fingerprint = $2 as ok from bench_dataset',
        [rows, fingerprint(generator)],
      );
      return found[0]?.ok ?? false;
    } catch {
      return false;
    }
  });
}

async function generate(url: string, rows: number, generator: Generator): Promise<void> {
  const admin = url.replace(/\/[^/]+$/, '/postgres');
  await withClient(admin, async (client) => {
    await client.query('drop database if exists kontor with (force)');
    await client.query('create database kontor');
  });
  const orm = await openOrm({ url, entities: [] });
  await migrate(orm, url);
  await orm.close();
  await withClient(url, async (client) => {
    // No triggers and foreign keys during the load. Rows of triggers are written afterwards by one statement each.
    await client.query(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '64MB';
        set statement_timeout = 0`,
    );
    await client.query(HELPERS);
    await client.query(WORDS);
    await generator.fill(client, rows);
    progress('statistics');
    await client.query('vacuum (analyze)');
    await client.query(
      'create table bench_dataset (rows integer, fingerprint text, made_at timestamptz default now())',
    );
    await client.query('insert into bench_dataset (rows, fingerprint) values ($1, $2)', [rows, fingerprint(generator)]);
    await client.query('checkpoint');
    progress('');
  });
}

async function fill(client: pg.Client, rows: number): Promise<void> {
  await client.query(PEOPLE);
  const indexes = await dropIndexes(client, ['leads', 'activities']);
  for (let from = 1; from <= rows; from += CHUNK) {
    const to = Math.min(rows, from + CHUNK - 1);
    await client.query(leads(from, to, rows));
    await client.query(activities(from, to));
    progress(`${to.toLocaleString('en')} of ${rows.toLocaleString('en')} leads`);
  }
  progress('teams');
  await client.query(TEAM_IDS);
  await buildIndexes(client, indexes);
  progress('counts');
  await client.query(EXTERNAL_IDS);
  await client.query(COUNTS);
}

const LEADS: Generator = { version: '2', fill };

export function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line && `  ${line}`}`);
  else if (line && !line.startsWith('index')) console.log(`  ${line}`);
}

/** Drops indexes: building an index afterwards takes a third of the time of maintaining it during the load. */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid = any ($1::regclass[])
      and not i.indisprimary and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

export async function buildIndexes(client: pg.Client, definitions: readonly string[]): Promise<void> {
  for (const [at, definition] of definitions.entries()) {
    progress(`index ${at + 1} of ${definitions.length}`);
    await client.query(definition);
  }
}

export const list = (words: readonly string[]): string =>
  `array[${words.map((word) => pg.escapeLiteral(word)).join(',')}]`;

// Deterministic values from the row number, without a generator with state.
const HELPERS = `
create or replace function pg_temp.chance(i bigint, seed integer) returns float8 language sql immutable parallel safe
  return (hashint8extended(i, seed) & 1099511627775) / 1099511627776.0;
create or replace function pg_temp.pick(words text[], x float8) returns text language sql immutable parallel safe
  return words[1 + floor(x * cardinality(words))::int];
create or replace function pg_temp.id(at timestamptz, i bigint,
  salt text) returns uuid language sql immutable parallel safe
  return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(salt || i), 1, 3) || '8'
    || substr(md5(salt || i), 4, 15))::uuid;`;

const WORDS = `
create temp table words as select ${list(FIRST)} as firsts, ${list(SYLLABLES)} as syllables, ${list(FORMS)}
  as forms, ${list(STATUSES)} as statuses, ${list(SOURCES)} as sources,
  ${list(TITLES)} as titles, ${list(PROJECTS)} as projects, ${list(TAGS)} as tags, ${list(SENTENCES)} as sentences`;

export const PEOPLE = `
insert into teams (id, name) select ('00000000-0000-7000-8001-' || lpad(i::text, 12, '0'))::uuid, 'Team ' || i
  from generate_series(1, ${TEAMS}) i;
insert into users (id, email, first_name, last_name, team_id)
  select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'person' || i || '@kontor.example',
    (${list(FIRST)})[1 + i % ${FIRST.length}], 'Person', ('00000000-0000-7000-8001-' || lpad((1 + i % ${TEAMS})::text,
    12, '0'))::uuid
  from generate_series(1, ${OWNERS}) i;
insert into user_roles (user_id, role_id) select u.id, r.id from users u cross join roles r where r.name = 'sales';`;

export const word = (seed: number): string => `pg_temp.pick(w.syllables, pg_temp.chance(i, ${seed}))`;
/** The number of leads per day increases. */
export const moment = (rows: number, i = 'i'): string =>
  `date_trunc('milliseconds', now() - interval '548 days' * power(1 - (${i})::float8 / ${rows}, 1.2))`;

export const leads = (from: number, to: number, rows: number): string => `
insert into leads (id, name, first_name, last_name, email, phone, company, job_title, website, budget, project_type,
  message, source, status, score, score_reasons,
  estimated_value, currency, expected_close_date, owner_id, notes, tags, metadata, external_ids, custom_fields,
    contacted_at, converted_at, created_at, updated_at, deleted_at, version)
select pg_temp.id(at, i, 'lead'), first || ' ' || last, first, last,
  case when c1 < 0.93 then lower(first) || '.' || lower(last) || '@' || lower(house) || '.example' end,
  case when c1 >= 0.93 or c2 < 0.6 then '+49 30 ' || (1000000 + floor(c3 * 8999999))::int end,
  house || ' ' || pg_temp.pick(w.forms, c4 * c4),
  case when c5 < 0.6 then pg_temp.pick(w.titles, c6 * c6) end,
  case when c5 < 0.4 then 'https://' || lower(house) || '.example' end,
  case when c6 < 0.3 then '10000 - 25000' end,
  case when c7 < 0.7 then pg_temp.pick(w.projects, c3 * c3) end,
  pg_temp.pick(w.sentences, c2) || ' ' || pg_temp.pick(w.sentences, c8),
  pg_temp.pick(w.sources, c9), status, (c4 * 100)::int,
    '[{"rule": "has-company", "points": 10}, {"rule": "business-email", "points": 15}]',
  case when c3 < 0.6 then round((500 + 40000 * c8 * c8 * c8)::numeric, 2) end, case when c3 < 0.6 then 'EUR' end,
  case when c2 < 0.4 then (at + interval '90 days' * c6)::date end,
  case when c7 < 0.92 then ('00000000-0000-7000-8000-' || lpad((1 + floor(c8 * c8 * ${OWNERS}))::int::text, 12,
    '0'))::uuid end,
  case when c4 < 0.2 then pg_temp.pick(w.sentences, c5) end,
  case when c5 < 0.45 then array[pg_temp.pick(w.tags, c6 * c6)] else '{}' end,
  case when c9 < 0.4 then '{"page": "/contact", "campaign": "spring"}'::jsonb else '{}' end,
  case when c1 < 0.03 then jsonb_build_object('hubspot', i::text) else '{}' end,
  case when c6 < 0.5 then jsonb_build_object('industry', pg_temp.pick(w.projects, c5), 'employees',
    floor(c4 * 500)::int) else '{}' end,
  case when status <> 'new' then at + interval '3 hours' end, case when status = 'won' then at + interval '20 days' * c5
    end,
  at, least(now(), at + interval '30 days' * c4 * c4), case when c8 < 0.02
    then least(now(), at + interval '40 days' * c4) end, 1 + (c6 * 3)::int
from (
  select i, ${moment(rows)} as at, pg_temp.pick(w.firsts, pg_temp.chance(i, 1) * pg_temp.chance(i, 2))
    as first, initcap(${word(3)} || ${word(4)}) as last,
    initcap(${word(5)} || ${word(6)} || ${word(7)}) as house, pg_temp.pick(w.statuses, pg_temp.chance(i, 8)) as status,
    ${Array.from({ length: 9 }, (_, at) => `pg_temp.chance(i, ${at + 11}) as c${at + 1}`).join(', ')}
  from generate_series(${from}::bigint, ${to}) i cross join words w
) made cross join words w`;

const activities = (from: number, to: number): string => `
insert into activities (id, type, subject, description, status, completed_at, due_at, lead_id, owner_id, assignee_id,
  old_status, new_status, created_at, updated_at)
select pg_temp.id(l.created_at, k * 10000000 + n, 'activity'), kind, case kind when 'status_change' then '' when 'note'
  then 'Note' when 'call' then 'Call back' else 'Send the offer' end,
  case when kind = 'note' then 'Spoke on the phone, wants an offer by the end of the month.' else '' end,
  case when kind = 'task' then 'pending' else 'completed' end, case when kind <> 'task' then l.created_at end, case
    when kind = 'task' then l.created_at + interval '9 days' end,
  l.id, l.owner_id, case when kind = 'task' then l.owner_id end, null, case when kind = 'status_change' then 'new'
    end, l.created_at, l.created_at
from (select row_number() over (order by id) + ${from - 1} as n, id, owner_id, created_at from leads
  where id > coalesce((select id from leads order by id desc offset ${to - from + 1}
  limit 1), '00000000-0000-0000-0000-000000000000')) l
cross join lateral (values (0::bigint, 'status_change'), (1, pg_temp.pick(array['note', 'note', 'note', 'call', 'task'],
  pg_temp.chance(l.n, 31)))) as more(k, kind)`;

/** Writes the values that triggers maintain. */
const TEAM_IDS = `
update leads l set team_id = u.team_id from users u where u.id = l.owner_id;
update activities a set team_id = u.team_id from users u where u.id = a.owner_id`;

export const EXTERNAL_IDS = `insert into lead_external_ids (source, external_id, lead_id) select key, value, id
  from leads cross join lateral jsonb_each_text(external_ids) where deleted_at is null`;

/** Writes the summary counts that triggers maintain. */
export const COUNTS = `
delete from record_counts where resource in ('leads', 'lead-days');
insert into record_counts (resource, fields, count, is_compacted)
  select 'leads', jsonb_build_object('status', status, 'source', source), count(*), true from leads where deleted_at
    is null group by 2
  union all select 'lead-days', jsonb_build_object('day', (created_at at time zone 'UTC')::date), count(*), true
    from leads where deleted_at is null group by 2;`;
