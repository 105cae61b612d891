import { AsyncResource } from 'node:async_hooks';
import { sql } from 'kysely';
import { startApp, type TestApp } from '../../../../test/harness/app.js';
import { Database } from '../database.js';
import { QueryRunner } from '../statements/query-runner.js';

let app: TestApp;
let database: Database;
let queryRunner: QueryRunner;
beforeAll(async () => {
  app = await startApp({ ROLE: 'web', DATABASE_POOL_SIZE: '1' });
  [database, queryRunner] = [app.app.get(Database), app.app.get(QueryRunner)];
});
afterAll(() => app.close());

const DIVISION_BY_ZERO = { code: '22012' };
const fail = () => queryRunner.rows(sql`select 1 / 0`);
const ignored = (): void => undefined;
/** Ends the connection that runs a statement with this text. */
async function terminate(text: string): Promise<void> {
  const find = () =>
    app.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query like '%' || $1 || '%'`,
      [text],
    );
  while ((await find()).rowCount === 0);
}

describe('a failed transaction', () => {
  it('reports the first failure of concurrent statements', async () => {
    // The caller of the failed statement hears of the failure later than the caller of the other statement.
    const failed = async (): Promise<unknown> => (async () => (async () => fail())())();
    await expect(database.write(() => Promise.all([failed(), queryRunner.rows(sql`select 1`)]))).rejects.toMatchObject(
      DIVISION_BY_ZERO,
    );
  });

  it('is not committed if its failure was caught', async () => {
    await expect(database.write(() => fail().catch(ignored))).rejects.toMatchObject(DIVISION_BY_ZERO);
  });

  it('continues after a failed rehearsal', async () => {
    const name = await database.write(async () => {
      await expect(database.rehearse(fail)).rejects.toMatchObject(DIVISION_BY_ZERO);
      return queryRunner.row(sql`update roles set description = 'Rehearsed' where name = 'sales' returning name`);
    });
    expect(name).toEqual({ name: 'sales' });
    const { rows } = await app.db.query(`select description from roles where name = 'sales'`);
    expect(rows).toEqual([{ description: 'Rehearsed' }]);
  });

  it('rejects statements that are queued after its end', async () => {
    let later = ignored;
    await database.write(async () => {
      later = AsyncResource.bind(() => database.later(sql`select 1`));
      return queryRunner.rows(sql`select 1`);
    });
    expect(later).toThrow('The transaction has ended.');
  });
});

describe('a lost connection', () => {
  const statement = sql`select pg_sleep(30), 'lost read'`;
  it.each([
    ['a statement', () => queryRunner.rows(statement)],
    ['a statement with a time limit', () => queryRunner.rows(statement, { prepared: false, within: 4_000 })],
    ['a statement with a generic plan', () => queryRunner.rows(statement, { prepared: 'generic' })],
    ['a transaction', () => database.write(() => queryRunner.rows(statement))],
  ] as const)('of %s is replaced', async (_, read) => {
    const lost = read().catch((error: unknown) => error);
    await terminate('lost read');
    expect(await lost).toMatchObject({ code: '57P01' });
    await app.admin.get('/leads').expect(200);
  });
});

it('a change survives a migration that adds a column', async () => {
  const { id } = (await app.admin.post('/teams').send({ name: 'North' }).expect(201)).body as { id: string };
  await app.admin.patch(`/teams/${id}`).send({ name: 'South' }).expect(200);
  await app.db.query('alter table teams add column motto text');
  await app.admin.patch(`/teams/${id}`).send({ name: 'West' }).expect(200);
});
