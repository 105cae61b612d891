import { startApp, type TestApp } from '../../../test/harness/app.js';

describe('with a clock ahead of the database', () => {
  let app: TestApp;
  // Without a worker no event is dispatched and no job is claimed.
  beforeAll(async () => (app = await startApp({ ROLE: 'web' })));
  afterAll(() => app.close());

  it('no lag is negative', async () => {
    await app.admin.post('/leads').send({ name: 'Ada Lovelace', email: 'ada@example.com' }).expect(201);
    const { rowCount } = await app.db.query(
      `update events set occurred_at = now() + interval '1 hour' where dispatched_at is null`,
    );
    expect(rowCount).toBeGreaterThan(0);
    await app.db.query(`update jobs set run_at = now() + interval '1 hour'`);
    expect((await app.anonymous.get('//health/ready').expect(200)).body).toMatchObject({ outboxLagSeconds: 0 });
    const { outbox, kinds } = (await app.admin.get('/jobs/stats').expect(200)).body;
    expect(outbox.lagSeconds).toBe(0);
    expect((kinds as { lagSeconds: number }[]).filter(({ lagSeconds }) => lagSeconds !== 0)).toEqual([]);
    const { text } = await app.anonymous.get('//metrics').expect(200);
    expect(text).toMatch(/^kontor_outbox_lag_seconds 0$/m);
    expect(text).not.toMatch(/^kontor_\w*lag_seconds\S* -/m);
  });
});
