import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { WebhookDeliveryView } from '../deliveries/deliveries.dto.js';
import { startReceiver, until, verified, type Receiver } from '../../../../test/harness/receiver.js';
import { RetrySchedule } from '../sending/retry-schedule.js';
import { WebhookMaintenance } from '../maintenance/webhook-maintenance.js';
import type { NewWebhookView, WebhookView } from '../webhooks.dto.js';
import type { StartedJobView } from '../../../platform/jobs/index.js';

const LONG_AGO = '2026-01-01T00:00:00Z';

describe('Webhook recovery', () => {
  let t: TestApp;
  let to: Receiver;
  beforeAll(async () => {
    t = await startApp({ OUTBOUND_ALLOW: '127.0.0.1', ROLE: 'all' });
    t.app.get(RetrySchedule).delays = [0];
  });
  beforeEach(async () => void (to = await startReceiver()));
  afterEach(async () => {
    await t.db.query('update webhooks set deleted_at = now() where deleted_at is null');
    to.close();
  });
  afterAll(() => t.close());

  const listen = async (fields: object = {}): Promise<NewWebhookView> =>
    (
      await t.admin
        .post('/webhooks')
        .send({ name: 'Test', url: to.url, events: ['lead.*'], ...fields })
        .expect(201)
    ).body as NewWebhookView;
  const lead = async (): Promise<string> =>
    (
      (await t.admin.post('/leads').send({ name: 'Ada Lovelace', email: 'ada@example.com' }).expect(201)).body as {
        id: string;
      }
    ).id;
  const deliveries = async (id: string, query = ''): Promise<WebhookDeliveryView[]> =>
    (
      (await t.admin.get(`/webhooks/${id}/deliveries?limit=100${query}`).expect(200)).body as {
        data: WebhookDeliveryView[];
      }
    ).data;
  const settled = async (id: string, status: string, count: number) =>
    until(
      async () => (await deliveries(id, `&status=${status}`)).length === count,
      10_000,
      () => `not ${count} ${status}`,
    );
  const recover = async (id: string, body: object): Promise<StartedJobView> => {
    const answer = await t.admin.post(`/webhooks/${id}/recover`).send(body).expect(202);
    const view = answer.body as StartedJobView;
    expect(answer.headers['location']).toBe(`/api/v1/jobs/${view.id}`);
    return view;
  };
  const run = async ({ id }: StartedJobView) => {
    await until(
      async () =>
        (await t.db.query('select 1 from job_runs where id = $1 and finished_at is not null', [id])).rowCount === 1,
    );
    return (
      await t.db.query('select status, progress_done, progress_total, result, error from job_runs where id = $1', [id])
    ).rows[0] as object;
  };
  /** Inserts skipped deliveries, as after a long outage. */
  const missed = async (webhookId: string, count: number) => {
    await t.db.query(
      `
      with made as (select gen_random_uuid() as event_id, n from generate_series(1, $2) n),
      m as (insert into webhook_messages (event_id, resource_type, resource_id, body)
        select event_id, 'leads', gen_random_uuid(), '{"n":' || n || '}' from made)
      insert into webhook_deliveries (id, webhook_id, event_id, event_type, status, created_at, completed_at)
        select gen_random_uuid(), $1, event_id, 'lead.created', 'skipped', now() - n * interval '1 second', now()
        from made`,
      [webhookId, count],
    );
  };

  it('sends skipped and failed deliveries again, each once and signed', async () => {
    const created = await listen({ enabled: false });
    await lead();
    await lead();
    await settled(created.id, 'skipped', 2);
    expect(
      (await t.admin.post(`/webhooks/${created.id}/recover`).send({ since: LONG_AGO }).expect(409)).body,
    ).toMatchObject({ code: 'webhook-disabled' });
    await t.admin.post(`/webhooks/${created.id}/enable`).expect(200);
    to.respond = (response) => void response.writeHead(500).end();
    await lead();
    await settled(created.id, 'failed', 1);
    to.respond = (response) => void response.writeHead(204).end();
    expect(await run(await recover(created.id, { since: LONG_AGO, statuses: ['skipped'] }))).toMatchObject({
      status: 'succeeded',
      progress_done: 2,
      result: { recovered: 2, hasMore: false },
      error: null,
    });
    await settled(created.id, 'succeeded', 2);
    expect(await run(await recover(created.id, { since: LONG_AGO }))).toMatchObject({ result: { recovered: 1 } });
    await settled(created.id, 'succeeded', 3);
    const requests = to.requests.filter(({ body }) => body.includes('lead.created'));
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    for (const request of requests) verified(created.secret, request);
    expect(await run(await recover(created.id, { since: LONG_AGO }))).toMatchObject({ result: { recovered: 0 } });
  });

  it('is limited in time and number, and omits deleted bodies', async () => {
    const created = await listen({ maxConcurrency: 20 });
    await missed(created.id, 350);
    await t.db.query(`update webhook_messages set body = null where body in ('{"n":1}', '{"n":2}')`);
    const since = new Date(Date.now() - 301_000).toISOString();
    expect(await run(await recover(created.id, { since }))).toMatchObject({
      status: 'succeeded',
      result: { hasMore: false },
    });
    await until(
      async () => (await t.db.query(`select 1 from jobs where kind = 'webhook.deliver'`)).rowCount === 0,
      20_000,
    );
    const { rows } = await t.db.query<{ status: string; count: number }>(
      'select status, count(*)::int as count from webhook_deliveries where webhook_id = $1 group by 1 order by 1',
      [created.id],
    );
    expect(rows.map(({ status }) => status)).toEqual(['skipped', 'succeeded']);
    expect(rows[1]?.count).toBe(to.requests.length);
    expect(rows[1]?.count).toBeGreaterThanOrEqual(296);
    expect(rows[1]?.count).toBeLessThanOrEqual(300);
  }, 30_000);

  it('stops when it is cancelled or the webhook is disabled', async () => {
    const created = await listen();
    await t.db.query(`insert into job_groups (group_key, paused_until) values ($1, now() + interval '1 hour')`, [
      `webhook:${created.id}:recovery`,
    ]);
    await missed(created.id, 5);
    const [one, other] = [
      await recover(created.id, { since: LONG_AGO }),
      await recover(created.id, { since: LONG_AGO }),
    ];
    await t.db.query('update job_runs set cancel_requested_at = now() where id = $1', [one.id]);
    await t.admin.post(`/webhooks/${created.id}/disable`).expect(200);
    await t.db.query('update job_groups set paused_until = null');
    expect(await run(one)).toMatchObject({ status: 'cancelled', result: { recovered: 0, hasMore: true } });
    expect(await run(other)).toMatchObject({ status: 'failed', error: 'The webhook is disabled or deleted by now.' });
    expect(await deliveries(created.id, '&status=skipped')).toHaveLength(5);
    expect(to.requests).toHaveLength(0);
  });

  it.each([
    [{ since: 'yesterday' }, '#/since'],
    [{ since: LONG_AGO, statuses: [] }, '#/statuses'],
    [{ since: LONG_AGO, statuses: ['succeeded'] }, '#/statuses'],
    [{ since: LONG_AGO, until: LONG_AGO }, '#/until'],
  ])('rejects %j', async (body, pointer) => {
    const created = await listen();
    expect(
      (
        (await t.admin.post(`/webhooks/${created.id}/recover`).send(body).expect(422)).body as {
          errors: { pointer: string }[];
        }
      ).errors[0]?.pointer,
    ).toBe(pointer);
  });

  describe('Webhook maintenance', () => {
    const maintenance = () => t.app.get(WebhookMaintenance);
    const read = async (id: string): Promise<WebhookView> =>
      (await t.admin.get(`/webhooks/${id}`).expect(200)).body as WebhookView;
    const failing = async (attempts: number, events: number, days: number) => {
      const created = await listen();
      await t.db.query(
        `update webhooks set failure_count = $2, failing_since = now() - $3 * interval '1 day' where id = $1`,
        [created.id, attempts, days],
      );
      await missed(created.id, events);
      await t.db.query(
        `
        insert into webhook_attempts (id, delivery_id, webhook_id, number, trigger, started_at, duration_ms,
          status_code, error_code, request_headers)
        select gen_random_uuid(), (select id from webhook_deliveries where webhook_id = $1
          order by created_at offset n % $3 limit 1), $1, n, 'scheduled', now() - interval '1 day', 5, 500, 'rejected',
          '{}' from generate_series(1, $2) n`,
        [created.id, attempts, events],
      );
      return created;
    };

    it('disables a webhook after five days without success, once', async () => {
      const [dead, oneEvent, fewAttempts, young] = [
        await failing(10, 2, 6),
        await failing(10, 1, 6),
        await failing(9, 2, 6),
        await failing(20, 4, 4),
      ];
      const counts = await Promise.all(Array.from({ length: 4 }, () => maintenance().disableFailing()));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await read(dead.id)).toMatchObject({ enabled: false, disabledReason: 'failing' });
      for (const { id } of [oneEvent, fewAttempts, young]) expect((await read(id)).enabled).toBe(true);
      const { rows } = await t.db.query(
        `select payload->>'reason' as reason, payload->'object'->>'name' as name from events where resource_id = $1
          and type = 'webhook.disabled'`,
        [dead.id],
      );
      expect(rows).toEqual([{ reason: 'failing', name: 'Test' }]);
      expect((await t.admin.post(`/webhooks/${dead.id}/enable`).expect(200)).body).toMatchObject({
        enabled: true,
        failureCount: 0,
        failingSince: null,
      });
      expect(await maintenance().disableFailing()).toBe(0);
    });

    it('deletes bodies after a month and deliveries after three months', async () => {
      const created = await failing(4, 2, 0);
      await t.db.query(`update webhook_messages set created_at = now() - interval '31 days'`);
      await t.db.query(`update webhook_attempts set started_at = now() - interval '31 days', response_body = 'old'`);
      expect(await maintenance().pruneBodies(30)).toBeGreaterThanOrEqual(6);
      expect((await t.db.query('select 1 from webhook_messages where body is not null')).rowCount).toBe(0);
      expect((await t.db.query('select 1 from webhook_attempts where response_body is not null')).rowCount).toBe(0);
      expect(await deliveries(created.id)).toHaveLength(2);
      await t.db.query(`update webhook_deliveries set created_at = now() - interval '91 days' where webhook_id = $1`, [
        created.id,
      ]);
      await t.db.query(`update webhook_messages set created_at = now() - interval '91 days'`);
      expect(await maintenance().pruneDeliveries(90)).toBe(2);
      expect(await deliveries(created.id)).toHaveLength(0);
      expect(
        (
          await t.db.query(
            `select 1 from webhook_messages m where not exists (select 1 from webhook_deliveries d
              where d.event_id = m.event_id)`,
          )
        ).rowCount,
      ).toBe(0);
    });

    it('removes the data of an erased person', async () => {
      const created = await listen();
      const id = await lead();
      await settled(created.id, 'succeeded', 1);
      await t.admin.delete(`/leads/${id}`).expect(204);
      await t.admin.post(`/leads/${id}/purge`).expect(204);
      const retained = async () =>
        (
          await t.db.query<{ body: string }>(
            'select body from webhook_messages where resource_id = $1 and body is not null',
            [id],
          )
        ).rows.map(({ body }) => (JSON.parse(body) as { type: string }).type);
      await until(async () => (await retained()).join() === 'lead.purged');
      expect(JSON.stringify((await t.db.query('select * from webhook_messages')).rows)).not.toContain(
        'ada@example.com',
      );
    });
  });
});
