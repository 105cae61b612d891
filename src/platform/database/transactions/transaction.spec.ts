import { sql } from 'kysely';
import type pg from 'pg';
import { startApp, type TestApp } from '../../../../test/harness/app.js';
import { Database } from '../database.js';
import { QueryRunner } from '../statements/query-runner.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp({ ROLE: 'web', ROW_LEVEL_SECURITY: 'off' })));
afterAll(() => app.close());

type Write = (...values: unknown[]) => unknown;
interface Checkout {
  packets: number;
  readonly texts: string[];
}

/** Counts the packets of each checkout of a connection during `work`. */
async function checkoutsOf(work: () => Promise<unknown>): Promise<Checkout[]> {
  const pool = await app.app.get(QueryRunner).connections();
  const checkouts: Checkout[] = [];
  const watch = (client: pg.PoolClient): void => {
    const checkout: Checkout = { packets: 0, texts: [] };
    let isOut = true;
    pool.once('release', () => (isOut = false));
    checkouts.push(checkout);
    const stream = client.connection.stream as unknown as { _write: Write; _writev: Write };
    for (const name of ['_write', '_writev'] as const) {
      const write = Object.getPrototypeOf(stream)[name] as Write;
      stream[name] = (...values) => {
        if (isOut) checkout.packets += 1;
        return write.apply(stream, values);
      };
    }
    const query = Object.getPrototypeOf(client).query as Write;
    Object.assign(client, {
      query: (...values: unknown[]) => {
        const [first] = values as [string | { text: string }];
        if (isOut) checkout.texts.push(typeof first === 'string' ? first : first.text);
        return query.apply(client, values);
      },
    });
  };
  pool.on('acquire', watch);
  await work();
  pool.off('acquire', watch);
  return checkouts;
}

const lead = async (): Promise<string> =>
  (await app.admin.post('/leads').send({ name: 'Ada', email: 'ada@mail.example' }).expect(201)).body.id as string;

describe('a transaction', () => {
  it('changes a record in three packets', async () => {
    const id = await lead();
    await app.admin.patch(`/leads/${id}`).send({ notes: 'warm' }).expect(200);
    const checkouts = await checkoutsOf(() => app.admin.patch(`/leads/${id}`).send({ notes: 'new' }).expect(200));
    const change = checkouts.find(({ texts }) => texts.some((text) => text.startsWith('update "leads"')));
    expect(change?.texts.at(0)).toBe('begin');
    expect(change?.texts.at(-1)).toBe('commit');
    expect(change?.packets).toBe(3);
  });

  it('sends nothing if there is nothing to do', async () => {
    const checkouts = await checkoutsOf(() => app.app.get(Database).write(async () => undefined));
    expect(checkouts).toEqual([{ packets: 0, texts: [] }]);
  });

  it('is rolled back if a queued statement fails with the commit', async () => {
    const id = await lead();
    const database = app.app.get(Database);
    const queryRunner = app.app.get(QueryRunner);
    await expect(
      database.write(async () => {
        await queryRunner.rows(sql`update leads set notes = 'lost' where id = ${id}::uuid`);
        database.later(sql`select 1 / 0`);
      }),
    ).rejects.toMatchObject({ code: '22012' });
    expect((await app.admin.get(`/leads/${id}`).expect(200)).body.notes).toBeNull();
  });

  it('runs queued statements before the next statement', async () => {
    const id = await lead();
    const database = app.app.get(Database);
    const queryRunner = app.app.get(QueryRunner);
    const read = () => queryRunner.row(sql`select notes from leads where id = ${id}::uuid`);
    const notes = await database.write(async () => {
      database.later(sql`update leads set notes = 'queued' where id = ${id}::uuid`);
      return read();
    });
    expect(notes).toEqual({ notes: 'queued' });
    expect(await read()).toEqual({ notes: 'queued' });
  });
});
