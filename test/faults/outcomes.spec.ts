import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../harness/app.js';
import { copyTemplate } from '../harness/database.js';
import { DatabaseProxy } from '../harness/proxy.js';

describe('a lost database connection', () => {
  let database: { url: string; leave: () => Promise<void> };
  let proxy: DatabaseProxy;
  let app: TestApp;
  beforeAll(async () => {
    database = await copyTemplate();
    proxy = await DatabaseProxy.before(database.url);
    app = await startApp({ ROLE: 'web', DATABASE_URL: proxy.url });
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await proxy.close();
    await database.leave();
  });

  const lead = () => ({ name: `Lost ${randomUUID()}`, email: 'lost@example.com' });
  const count = async (name: string): Promise<number> =>
    (await app.db.query('select 1 from leads where name = $1', [name])).rows.length;
  const problemOf = ({
    status,
    body,
    headers,
  }: {
    status: number;
    body: Record<string, unknown>;
    headers: Record<string, string>;
  }) => ({ status, code: body['code'], retryAfter: headers['retry-after'] });
  const UNKNOWN = { status: 503, code: 'outcome-unknown', retryAfter: undefined };
  const unavailable = { status: 503, code: 'database-unavailable', retryAfter: '1' };

  it('after a write reports an unknown outcome', async () => {
    const created = lead();
    proxy.loseAnswerTo(new RegExp(created.name));
    const answer = await app.admin
      .post('/leads')
      .send(created)
      .ok(() => true);
    expect(problemOf(answer)).toEqual(UNKNOWN);
    expect(answer.body.detail).not.toContain('Nothing was changed');
    expect(await count(created.name)).toBe(1);
  });

  it.each([
    ['a change', (id: string) => app.admin.patch(`/leads/${id}`).send({ notes: 'Changed' })],
    ['a deletion', (id: string) => app.admin.delete(`/leads/${id}`)],
    ['a status', (id: string) => app.admin.post(`/leads/${id}/status`).send({ status: 'contacted' })],
  ] as const)('at the commit of %s reports an unknown outcome', async (_, change) => {
    const { id, version } = (await app.admin.post('/leads').send(lead()).expect(201)).body as {
      id: string;
      version: number;
    };
    proxy.loseAnswerTo(/commit/i, /COMMIT/);
    expect(problemOf(await change(id).ok(() => true))).toEqual(UNKNOWN);
    const { rows } = await app.db.query('select version from leads where id = $1', [id]);
    expect(rows).toEqual([{ version: version + 1 }]);
  });

  it('at the commit is resolved by the same Idempotency-Key', async () => {
    const created = lead();
    const send = () =>
      app.admin
        .post('/leads')
        .set('Idempotency-Key', created.name.replaceAll(' ', '-'))
        .send(created)
        .ok(() => true);
    proxy.loseAnswerTo(/commit/i, /COMMIT/);
    expect(problemOf(await send())).toEqual(UNKNOWN);
    const again = await send();
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(await count(created.name)).toBe(1);
  });

  it('before the commit has changed nothing', async () => {
    const { id } = (await app.admin.post('/leads').send(lead()).expect(201)).body as { id: string };
    const notes = `Never ${randomUUID()}`;
    proxy.loseAnswerTo(new RegExp(notes));
    const answer = await app.admin
      .patch(`/leads/${id}`)
      .send({ notes })
      .ok(() => true);
    expect(problemOf(answer)).toEqual(unavailable);
    expect(answer.body.detail).toContain('Nothing was changed');
    expect((await app.db.query('select notes from leads where id = $1', [id])).rows).toEqual([{ notes: null }]);
  });

  it('during a read has changed nothing', async () => {
    const before = proxy.losses;
    proxy.loseAnswerTo(/lost-reading/);
    expect(problemOf(await app.admin.get('/leads?q=lost-reading').ok(() => true))).toEqual(unavailable);
    expect(proxy.losses).toBe(before + 1);
  });
});

describe('an instance without free connections', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ ROLE: 'web', DATABASE_POOL_SIZE: '1', DATABASE_CONNECTION_TIMEOUT: '1500' });
  });
  afterAll(() => app.close());

  it('reports that it is busy, not that the database is unavailable', async () => {
    const { id } = (await app.admin.post('/leads').send({ name: 'Held', email: 'held@example.com' }).expect(201))
      .body as { id: string };
    const owner = await app.db.connect();
    await owner.query('begin');
    await owner.query('select 1 from leads where id = $1 for update', [id]);
    const waiting = app.admin
      .patch(`/leads/${id}`)
      .send({ notes: 'Later' })
      .then(({ status }) => status);
    while (
      (
        await app.db.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).rows.length === 0
    );
    const rejected = await app.admin.get('/leads').ok(() => true);
    await owner.query('rollback');
    owner.release();
    expect([rejected.status, rejected.body.code, rejected.headers['retry-after']]).toEqual([503, 'busy', '1']);
    expect(await waiting).toBe(200);
  });
});
