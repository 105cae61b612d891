import { BASELINE_TABLES, VISIBLE } from '../../migrations/tables.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { entities } from '../../src/modules/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { migrate, openForWork, openOrm } from '../../src/platform/database/index.js';
import { startApp, type TestApp } from '../harness/app.js';
import { asAdmin, databaseUrl } from '../harness/database.js';

const as = async <T>(url: string, role: string | undefined, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, ...(role && { options: `-c role=${role}` }) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
const rejection = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was rejected',
    (error: { code?: string }) => error.code ?? String(error),
  );
const NOT_ALLOWED = '42501';
/** The tables that have rows in this suite. */
const FILLED_TABLES = BASELINE_TABLES.filter(({ visible }) => visible).map(({ name }) => name);

const CHANGED = [
  ['counts', 'count = 0'],
  ['totals', 'count = 0'],
  ['external_ids', `source = 'x'`],
  ['stage_changes', 'seconds = 0'],
  ['states', 'value = 0'],
  ['owners', 'created_at = now()'],
] as const;

describe('the database roles of the application', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
    await t.admin
      .post('/leads')
      .send({ name: 'Ada', email: 'ada@wall.test', externalIds: { wall: 'ada' } })
      .expect(201);
    await t.db.query(`
      with company as (insert into companies (name, external_ids) values ('Wallworks', '{"wall": "works"}')),
        contact as (insert into contacts (first_name, external_ids) values ('Ada', '{"wall": "ada"}'))
      insert into deals (title, currency, pipeline_id, stage_id, external_ids)
        select 'Wall', 'EUR', s.pipeline_id, s.id, '{"wall": "deal"}' from pipeline_stages s order by s.rank limit 1`);
    await t.db.query(
      `insert into deal_day_totals (pipeline_id, day, stage_id, status, month, currency, is_compacted, count, value,
        weighted_value) select pipeline_id, '2026-01-01', stage_id, status, month, currency, true, 1, 1, 1
        from deal_day_totals limit 1`,
    );
  });
  afterAll(() => t.close());

  it.each(FILLED_TABLES)(
    'without a context %s returns nothing for the protected role, before and after a transaction',
    async (table) => {
      await as(t.databaseUrl, 'kontor_rls', async (client) => {
        expect(await rejection(client.query(`select * from ${table}`))).toBe(NOT_ALLOWED);
        await client.query(`begin; set local kontor.user_id = '00000000-0000-4000-8000-000000000001'`);
        expect((await client.query(`select * from ${table}`)).rows).toEqual([]);
        await client.query('commit');
        expect(await rejection(client.query(`select * from ${table}`))).toBe(NOT_ALLOWED);
        expect(
          await rejection(
            client.query(
              `update ${table} set ${CHANGED.find(([end]) => table.endsWith(end))?.[1] ?? `custom_fields = '{}'`}`,
            ),
          ),
        ).toBe(NOT_ALLOWED);
        expect(await rejection(client.query(`delete from ${table}`))).toBe(NOT_ALLOWED);
      });
    },
  );

  it.each(['kontor_app', 'kontor_rls'])('%s owns nothing, cannot log in, and is bound by policies', async (role) => {
    const { rows } = await t.db.query(
      `
      select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc
          where proowner = r.oid) + (select count(*)::int from pg_namespace where nspowner = r.oid) as owned
      from pg_roles r where rolname = $1`,
      [role],
    );
    expect(rows).toEqual([
      {
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owned: 0,
      },
    ]);
  });

  it.each([
    'alter table leads disable row level security',
    'drop policy visibility on leads',
    'create policy mine on leads using (true)',
    'drop table leads',
    'truncate leads',
    'alter table leads add column mine int',
    'alter table leads disable trigger all',
    'create table mine (id int)',
    'create or replace function viewer_id() returns uuid language sql as $$ select null::uuid $$',
    'alter role kontor_app createrole',
    'alter policy visibility on leads using (true)',
    'drop function enable_rls()',
    `select create_log_partition('leads', '2026-01-01')`,
    `select drop_log_partition('audit_logs', current_date)`,
    'insert into mikro_orm_migrations (name) values (1)',
  ])('both roles are denied: %s', async (statement) => {
    for (const role of ['kontor_app', 'kontor_rls'])
      expect(await as(t.databaseUrl, role, (client) => rejection(client.query(statement)))).toBe(NOT_ALLOWED);
  });

  it('every protected table has both policies, and the application can use every other table', async () => {
    const { rows } = await t.db.query<{ name: string; policies: string[] }>(
      `select tablename as name, array_agg(policyname::text order by policyname) as policies from pg_policies
          group by 1
        order by 1`,
    );
    expect(rows).toEqual(
      Object.keys(VISIBLE)
        .sort()
        .map((name) => ({ name, policies: ['application', 'visibility'] })),
    );
    const { rows: closed } = await t.db.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not relispartition and not has_table_privilege('kontor_app', oid, 'select, insert')`,
    );
    expect(closed.map(({ relname }) => relname as string).filter((name) => name !== 'mikro_orm_migrations')).toEqual(
      [],
    );
  });

  it('an append-only table allows only inserts, also in its partitions', async () => {
    await t.db.query(
      `create table diary (at timestamptz not null) partition by range (at); create table diary_rest partition of diary
        default; comment on table diary is 'append-only: what was, was'; select enable_rls()`,
    );
    await as(t.databaseUrl, 'kontor_app', async (client) => {
      await client.query('insert into diary values (now())');
      expect((await client.query('select * from diary')).rowCount).toBe(1);
      for (const statement of [
        'update diary set at = now()',
        'delete from diary',
        'truncate diary',
        'delete from diary_rest',
        'select * from diary_rest',
        'insert into diary_rest values (now())',
      ])
        expect([statement, await rejection(client.query(statement))]).toEqual([statement, NOT_ALLOWED]);
      await client.query(`select create_log_partition('diary', now()::date)`);
      expect((await client.query('select * from diary')).rowCount).toBe(1);
    });
  });

  it('the policy of the unrestricted role does not change plans', async () => {
    const plan = (client: pg.Client, statement: string): Promise<unknown> =>
      client
        .query<Record<string, string>>(`explain (costs off) ${statement}`)
        .then(({ rows }) => rows.map((row) => row['QUERY PLAN']));
    for (const statement of [
      `select id from leads where deleted_at is null order by created_at desc, id desc limit 25`,
      `select id from leads where deleted_at is null and search_text like '%ada%'`,
      `select status, source, count(*) from leads where deleted_at is null group by 1, 2`,
      `select a.id from activities a join lead_refs l on l.id = a.lead_id where a.deleted_at is null and l.deleted_at
        is null order by a.created_at desc limit 25`,
    ]) {
      const [owner, free] = [
        await as(t.databaseUrl, undefined, (client) => plan(client, statement)),
        await as(t.databaseUrl, 'kontor_app', (client) => plan(client, statement)),
      ];
      expect(free).toEqual(owner);
    }
  });
});

describe('the user of DATABASE_URL', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-wall-'));
  const created: string[] = [];
  afterAll(async () => {
    for (const name of created) {
      await asAdmin(`drop database if exists ${name} with (force)`);
      await asAdmin(`drop role if exists ${name}`);
    }
    rmSync(directory, { recursive: true, force: true });
  });

  async function database(rights: string): Promise<string> {
    const name = `wall_${process.pid}_${created.length}`;
    await asAdmin(`create role ${name} login password 'wall' ${rights}`);
    await asAdmin(`create database ${name} owner ${name}`);
    created.push(name);
    const url = new URL(databaseUrl(name));
    [url.username, url.password] = [name, 'wall'];
    const orm = await openOrm({ url: url.href, entities: [] });
    try {
      await migrate(orm, url.href);
    } finally {
      await orm.close();
    }
    return url.href;
  }
  const config = (url: string, mode: string) =>
    readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: url,
      ROW_LEVEL_SECURITY: mode,
      DATA_DIR: directory,
      MASTER_KEY: '11'.repeat(32),
    });
  const roleOf = async (url: string, mode: string): Promise<unknown> => {
    const orm = await openForWork(config(url, mode), url, entities);
    try {
      return ((await orm.em.getConnection().execute('select current_user as role')) as { role: string }[])[0]?.role;
    } finally {
      await orm.close();
    }
  };

  it('without the right to create roles works as the owner, and gets row-level security after an administrator created them', async () => {
    const url = await database('');
    const user = created.at(-1) ?? '';
    expect(await roleOf(url, 'off')).toBe(user);
    await expect(roleOf(url, 'on')).rejects.toThrow(
      /ROW_LEVEL_SECURITY=on needs the roles kontor_app and kontor_rls.*grant kontor_app, kontor_rls to/,
    );
    const app = await startApp({ DATABASE_URL: url, ROW_LEVEL_SECURITY: 'off' });
    await app.admin.post('/leads').send({ name: 'Ada', email: 'ada@wall.test' }).expect(201);
    await app.close();
    await asAdmin(`grant kontor_app, kontor_rls to ${user}`);
    const orm = await openOrm({ url, entities: [] });
    await migrate(orm, url);
    await orm.close();
    expect(await roleOf(url, 'off')).toBe('kontor_app');
    expect(await roleOf(url, 'on')).toBe('kontor_rls');
    const protectedApp = await startApp({ DATABASE_URL: url, ROW_LEVEL_SECURITY: 'on' });
    expect(((await protectedApp.admin.get('/leads').expect(200)).body as { data: unknown[] }).data).toHaveLength(1);
    await protectedApp.close();
  });
});
