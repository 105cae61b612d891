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

const shape = async (): Promise<unknown[]> =>
  (
    await db.query(`
    select 'column' as kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as what from information_schema.columns where table_schema = 'public'
    union all select 'index', indexdef from pg_indexes where schemaname = 'public'
    union all select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'trigger', tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
    order by 1, 2`)
  ).rows;

describe('the migrations', () => {
  it('are not broken off by the time that a statement of the application may take', async () => {
    await orm.migrator.down();
    await db.query(`
      create function dawdle() returns event_trigger language plpgsql as 'begin perform pg_sleep(0.15); end';
      create event trigger slow on ddl_command_end when tag in ('CREATE INDEX') execute function dawdle()`);
    try {
      const { stdout } = await run(process.execPath, [script, 'up'], {
        env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: database.url, DATABASE_STATEMENT_TIMEOUT: '100' },
      });
      expect(stdout).toMatch(/^Run:\n {2}Migration/);
    } finally {
      await db.query('drop event trigger slow; drop function dawdle()');
    }
    expect(await pendingMigrations(orm)).toEqual([]);
  }, 60_000);

  it('tell the planner of custom fields that were marked before', async () => {
    const name = `cf_${'ab'.repeat(16)}`;
    await orm.migrator.down({ to: 'Migration20261121000033_search_by_holder' });
    await db.query(
      `create index ${name}_idx on leads (lower(left(custom_fields ->> 'x', 200)), id) where deleted_at is null`,
    );
    await migrate(orm, database.url);
    expect(
      (
        await db.query(
          'select pg_get_statisticsobjdef_expressions(oid) as on from pg_statistic_ext where stxname = $1',
          [`${name}_stats`],
        )
      ).rows,
    ).toHaveLength(1);
    await db.query(`drop statistics ${name}_stats; drop index ${name}_idx`);
  });

  it('carry the sums of deals over, whichever way they were kept when a deal was written', async () => {
    const deal = (title: string) =>
      db.query(
        `insert into deals (title, value, currency, pipeline_id, stage_id) select $1, 7, 'EUR', pipeline_id, id from pipeline_stages order by rank limit 1`,
        [title],
      );
    await deal('added');
    await orm.migrator.down({ to: 'Migration20261121000033_search_by_holder' });
    await checkSums(db);
    await deal('in a slot');
    await migrate(orm, database.url);
    await deal('added again');
    await checkSums(db);
    expect(
      (
        await db.query(
          `select sum(count)::int as count, sum(value)::int as value from deal_day_totals where day = 'infinity'`,
        )
      ).rows,
    ).toEqual([{ count: 3, value: 21 }]);
    await db.query('delete from deals');
  });

  it('can all be taken back and run again, to the same schema', async () => {
    const before = await shape();
    await orm.migrator.down({ to: 0 });
    const { rows } = await db.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'mikro_orm_migrations'`,
    );
    expect(rows).toEqual([]);
    await migrate(orm, database.url);
    expect(await pendingMigrations(orm)).toEqual([]);
    expect(await shape()).toEqual(before);
  });

  it('make every column that an entity has', async () => {
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
});
