import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../src/modules/index.js';
import { startEmbedded, type EmbeddedDatabase } from '../src/platform/database/embedded/embedded.js';
import { migrate, openOrm } from '../src/platform/database/index.js';
import { startApp, type TestApp } from './harness/app.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a killed database connection', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ DATABASE_POOL_SIZE: '3', DATABASE_CONNECTION_TIMEOUT: '1000' });
  });
  afterAll(() => app.close());

  const kill = () =>
    app.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
        and application_name = 'kontor-all'`,
    );

  it('costs no connection of the pool, also inside a transaction', async () => {
    for (let round = 0; round < 12; round += 1) {
      const writes = Array.from({ length: 6 }, () =>
        app.admin
          .post('/leads')
          .set('Idempotency-Key', `kill-${round}-${Math.random()}`)
          .send({ name: 'Killed', email: 'k@example.com' })
          .ok(() => true),
      );
      await pause(2);
      await kill();
      for (const { status } of await Promise.all(writes)) expect([201, 409, 503]).toContain(status);
    }
    const statuses = (await Promise.all(Array.from({ length: 12 }, () => app.admin.get('/leads')))).map(
      ({ status }) => status,
    );
    expect(statuses).toEqual(Array.from({ length: 12 }, () => 200));
    const idle = async () => /kontor_pool_waiting 0/.test((await app.anonymous.get('//metrics')).text);
    for (let tries = 0; tries < 50 && !(await idle()); tries += 1) await pause(100);
    expect(await idle()).toBe(true);
  });

  it('leaves no partial write', async () => {
    const { rows } = await app.db.query(
      `select l.id from leads l left join events e on e.resource_id = l.id left join activities a on a.lead_id = l.id
        where e.id is null or a.id is null`,
    );
    expect(rows).toEqual([]);
  });
});

describe('an unavailable database', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-fault-'));
  let database: EmbeddedDatabase;
  let app: TestApp;

  const open = (port?: number) => startEmbedded({ directory: join(directory, 'postgres'), ...(port ? { port } : {}) });

  beforeAll(async () => {
    database = await open();
    const orm = await openOrm({ url: database.url, entities });
    await migrate(orm, database.url);
    await orm.close();
    app = await startApp({ DATABASE_URL: database.url, DATABASE_CONNECTION_TIMEOUT: '1000' });
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('causes 503 at once, and the service recovers within five seconds', async () => {
    await app.admin.post('/leads').send({ name: 'Before', email: 'before@example.com' }).expect(201);
    process.kill(database.pid, 'SIGKILL');
    await pause(300);
    const started = performance.now();
    const answer = await app.admin.get('/leads').expect(503);
    expect(performance.now() - started).toBeLessThan(2_500);
    expect(answer.headers['retry-after']).toBeDefined();
    expect((await app.anonymous.get('//health/live')).status).toBe(200);
    await app.anonymous.get('//health/ready').expect(503);

    database = await open(Number(new URL(database.url).port));
    const back = performance.now();
    while ((await app.admin.get('/leads')).status !== 200) {
      expect(performance.now() - back).toBeLessThan(5_000);
      await pause(50);
    }
    expect((await app.admin.get('/leads?q=before')).body.data).toHaveLength(1);
    await app.anonymous.get('//health/ready').expect(200);
  }, 60_000);
});

describe('work without a connection', () => {
  it('waits for the configured time', async () => {
    const app = await startApp({ ROLE: 'web', DATABASE_POOL_SIZE: '2', DATABASE_CONNECTION_TIMEOUT: '20000' });
    const owner = await app.db.connect();
    try {
      const { id } = (await app.admin.post('/leads').send({ name: 'Held', email: 'held@example.com' }).expect(201))
        .body as { id: string };
      await owner.query('begin');
      await owner.query('select 1 from leads where id = $1 for update', [id]);
      // One write waits for the row lock until its timeout of two seconds. The other waits in the queue. Reads still
      // get a connection.
      const stuck = ['one', 'two'].map((notes) =>
        app.admin
          .patch(`/leads/${id}`)
          .send({ notes })
          .then(({ status }) => status),
      );
      const waiting = async (): Promise<number> =>
        (
          await app.db.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).rows.length;
      while ((await waiting()) < 1) await pause(20);
      await app.admin.get('/leads').expect(200);
      for (const status of await Promise.all(stuck)) expect([200, 409, 503]).toContain(status);
    } finally {
      await owner.query('rollback');
      owner.release();
      await app.close();
    }
  }, 60_000);
});

describe('two writers that lock in opposite order', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('both succeed', async () => {
    const create = async () =>
      (await app.admin.post('/leads').send({ name: 'Lock', email: 'l@example.com' }).expect(201)).body.id as string;
    const [a, b] = [await create(), await create()];
    const change = (ids: string[]) =>
      app.admin
        .post('/leads/bulk')
        .send({ operations: ids.map((id) => ({ update: { id, changes: { notes: String(Math.random()) } } })) });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => change(index % 2 ? [a, b] : [b, a])));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  }, 60_000);
});
