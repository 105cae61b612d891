import { startApp, type TestApp } from './harness/app.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp({ DATABASE_POOL_SIZE: '4' })), 60_000);
afterAll(() => app.close());

const lead = async (): Promise<string> =>
  (await app.admin.post('/leads').send({ name: 'Ada', email: 'ada@example.com' }).expect(201)).body.id as string;
const locked = async (): Promise<number> =>
  (await app.db.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
    .rows.length;

/** Locks the row of a record until the work is done. */
async function whileHeld<T>(ids: readonly string[], work: () => Promise<T>): Promise<T> {
  const owner = await app.db.connect();
  try {
    await owner.query('begin');
    await owner.query('select 1 from leads where id = any($1) for update', [ids]);
    return await work();
  } finally {
    await owner.query('rollback');
    owner.release();
  }
}

describe('a record with many concurrent changes', () => {
  it('uses at most two connections; more than a hundred waiting changes are rejected as busy', async () => {
    const id = await lead();
    const { answers, most } = await whileHeld([id], async () => {
      const sent = Array.from({ length: 110 }, (_, at) =>
        app.admin
          .patch(`/leads/${id}`)
          .send({ notes: String(at) })
          .ok(() => true)
          .then((answer) => answer),
      );
      while ((await locked()) < 2) await new Promise((resolve) => setTimeout(resolve, 20));
      const rejected = await Promise.race(sent);
      expect(rejected.body.code).toBe('busy');
      const seen = [await locked()];
      for (let times = 0; times < 5; times += 1) {
        await app.admin.get('/leads').expect(200);
        seen.push(await locked());
      }
      return { answers: sent, most: Math.max(...seen) };
    });
    expect(most).toBe(2);
    const all = await Promise.all(answers);
    const busy = all.filter(({ status, body }) => status === 503 && body.code === 'busy');
    expect(busy.map(({ headers }) => headers['retry-after'])).toEqual(busy.map(() => '1'));
    expect(busy.length).toBeGreaterThanOrEqual(8);
    expect(all.length - busy.length).toBeGreaterThan(50);
  }, 60_000);

  it('leaves connections for reads, also with changes from different addresses', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, lead));
    const bulk = (at: number) =>
      app.admin
        .post('/leads/bulk')
        .send({ operations: [{ update: { id: ids[at], changes: { notes: 'x' } } }] })
        .ok(() => true)
        .then(({ status }) => status);
    await whileHeld(ids, async () => {
      const sent = ids.map((_, at) => bulk(at));
      while ((await locked()) < 3) await new Promise((resolve) => setTimeout(resolve, 20));
      const seen: number[] = [];
      for (let times = 0; times < 25; times += 1) {
        seen.push(await locked());
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await app.admin.get('/leads').expect(200);
      expect(Math.max(...seen)).toBe(3);
      return sent;
    }).then((sent) => Promise.all(sent));
  }, 60_000);
});

describe('changes of permissions', () => {
  it('do not wait for each other', async () => {
    const [one, other] = [await app.db.connect(), await app.db.connect()];
    try {
      const users = (
        await app.db.query<{ id: string }>(
          `insert into users (email, first_name) select 'u' || n || '@kontor.test', 'U' from generate_series(1, 2) n
            returning id`,
        )
      ).rows;
      await one.query('begin');
      await one.query(`update users set first_name = 'A' where id = $1`, [users[0]?.id]);
      await other.query('begin');
      await other.query(`set local lock_timeout = '2s'`);
      await other.query(`update users set first_name = 'B' where id = $1`, [users[1]?.id]);
      await other.query('commit');
      await one.query('commit');
    } finally {
      one.release();
      other.release();
    }
  });
});
