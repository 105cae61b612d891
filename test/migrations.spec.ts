import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { MikroORM } from '@mikro-orm/postgresql';
import { checkSums } from '../src/demo/totals.js';
import { entities } from '../src/modules/index.js';
import { migrate, openOrm, pendingMigrations } from '../src/platform/database/index.js';
import { copyTemplate } from './harness/database.js';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../src/migrate.js', import.meta.url));
let orm: MikroORM;
let db: pg.Pool;
let database: Awaited<ReturnType<typeof copyTemplate>>;
beforeAll(async () => {
  database = await copyTemplate();
  orm = await openOrm({ url: database.url, entities });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
});
afterAll(async () => {
  await orm.close();
  await db.end();
  await database.leave();
});

const up = (environment: Record<string, string> = {}) =>
  run(process.execPath, [script, 'up'], {
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: database.url, ...environment },
  });

const functions = `
  select oid, proname as name from pg_proc
  where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')`;

const shape = async (): Promise<unknown[]> =>
  (
    await db.query(`
    select 'column' as kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
      || coalesce(column_default, '') as what from information_schema.columns where table_schema = 'public'
    union all select 'index', indexdef from pg_indexes where schemaname = 'public'
    union all select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'function', pg_get_functiondef(oid) from (${functions}) f
    union all select 'view', viewname || definition from pg_views where schemaname = 'public'
    union all select 'policy', tablename || policyname || qual from pg_policies where schemaname = 'public'
    union all select 'meaning', description from pg_description where objoid >= 16384
    order by 1, 2`)
  ).rows;

describe('the migrations', () => {
  it('are not limited by the statement timeout of the application', async () => {
    await orm.migrator.down();
    await db.query(`
      create function dawdle() returns event_trigger language plpgsql as 'begin perform pg_sleep(0.15); end';
      create event trigger slow on ddl_command_end when tag in ('CREATE FUNCTION') execute function dawdle()`);
    try {
      const { stdout } = await up({ DATABASE_STATEMENT_TIMEOUT: '100' });
      expect(stdout).toMatch(/^Applied:\n {2}Migration\d+_\w+\n$/);
    } finally {
      await db.query('drop event trigger slow; drop function dawdle()');
    }
    expect(await pendingMigrations(orm)).toEqual([]);
  }, 60_000);

  it('keep records, totals and audit log when the triggers are reverted and run again', async () => {
    const deal = (title: string) =>
      db.query(
        `insert into deals (title, value, currency, pipeline_id, stage_id)
         select $1, 7, 'EUR', pipeline_id, id from pipeline_stages order by rank limit 1`,
        [title],
      );
    await deal('before');
    await orm.migrator.down({ to: 'Migration20261201000020_default_rows' });
    await migrate(orm, database.url);
    await deal('after');
    await checkSums(db);
    const { rows } = await db.query(`
      select sum(count)::int as count, sum(value)::int as value from deal_day_totals where day = 'infinity'`);
    expect(rows).toEqual([{ count: 2, value: 14 }]);
    const { rows: audited } = await db.query(`
      select changes -> 'title' ->> 'to' as title from audit_logs where resource_type = 'deals' order by id`);
    expect(audited).toEqual([{ title: 'before' }, { title: 'after' }]);
    await db.query('delete from deals');
  });

  it('can be reverted and run again with the same schema', async () => {
    const before = await shape();
    await orm.migrator.down({ to: 0 });
    const { rows } = await db.query(
      `select table_name from information_schema.tables where table_schema = 'public'
        and table_name <> 'mikro_orm_migrations'`,
    );
    expect(rows).toEqual([]);
    expect((await db.query(functions)).rows).toEqual([]);
    await migrate(orm, database.url);
    expect(await pendingMigrations(orm)).toEqual([]);
    expect(await shape()).toEqual(before);
  });

  it('create every column of the entities', async () => {
    const { rows } = await db.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const columns = new Set(rows.map(({ name }) => name));
    const mapped = [...orm.getMetadata().getAll().values()]
      .filter((meta) => !meta.abstract && !meta.pivotTable)
      .flatMap((meta) =>
        meta.props
          .filter((property) => property.persist !== false && property.kind !== 'm:n' && property.fieldNames)
          .flatMap((property) => property.fieldNames.map((field) => `${meta.tableName}.${field}`)),
      );
    expect(mapped.filter((name) => !columns.has(name))).toEqual([]);
  });

  it('stop at a database of a pre-release build with an instruction', async () => {
    const old = 'Migration20261121000001_access';
    await db.query('insert into mikro_orm_migrations (name) values ($1)', [old]);
    try {
      const message = 'A pre-release version of Kontor created this database and it cannot be migrated: ';
      await expect(up()).rejects.toMatchObject({
        code: 1,
        stderr: `${message}set DATABASE_URL to an empty database.\n`,
      });
      await expect(migrate(orm, database.url, '/srv/kontor/.data')).rejects.toThrow(
        `${message}remove the folder /srv/kontor/.data and start again.`,
      );
    } finally {
      await db.query('delete from mikro_orm_migrations where name = $1', [old]);
    }
    expect(await migrate(orm, database.url)).toEqual([]);
  }, 60_000);
});
