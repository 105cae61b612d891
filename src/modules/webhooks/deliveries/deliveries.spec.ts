import { gzipSync } from 'node:zlib';
import { Webhook } from 'standardwebhooks';
import { startApp, type TestApp } from '../../../../test/harness/app.js';
import { pause, startReceiver, until, verified, type Receiver } from '../../../../test/harness/receiver.js';
import { RetrySchedule } from '../sending/retry-schedule.js';
import { signatureOf } from '../sending/signature.js';
import { keyOf } from '../secrets/secret-format.js';
import type { NewWebhookView, WebhookView } from '../webhooks.dto.js';
import type { WebhookDeliveryDetailView, WebhookDeliveryView, WebhookStatsView } from './deliveries.dto.js';

const SOON = [0, 0.05, 0.05];

describe('Webhook deliveries', () => {
  let t: TestApp;
  const receivers: Receiver[] = [];
  beforeAll(async () => {
    t = await startApp({ OUTBOUND_ALLOW: '127.0.0.1', ROLE: 'all' });
  });
  beforeEach(() => void (t.app.get(RetrySchedule).delays = SOON));
  afterEach(async () => {
    await t.db.query('update webhooks set deleted_at = now() where deleted_at is null');
    for (const receiver of receivers.splice(0)) receiver.close();
  });
  afterAll(() => t.close());

  const receiver = async (respond?: Receiver['respond']): Promise<Receiver> => {
    const started = await startReceiver();
    if (respond) started.respond = respond;
    receivers.push(started);
    return started;
  };
  const listen = async (to: Receiver, fields: object = {}): Promise<NewWebhookView> =>
    (
      await t.admin
        .post('/webhooks')
        .send({ name: 'Test', url: to.url, events: ['lead.*'], ...fields })
        .expect(201)
    ).body as NewWebhookView;
  const lead = async (fields: object = {}): Promise<string> =>
    (
      (
        await t.admin
          .post('/leads')
          .send({ name: 'Ada Lovelace', email: 'ada@example.com', ...fields })
          .expect(201)
      ).body as { id: string }
    ).id;
  const deliveries = async (id: string, query = ''): Promise<WebhookDeliveryView[]> =>
    ((await t.admin.get(`/webhooks/${id}/deliveries${query}`).expect(200)).body as { data: WebhookDeliveryView[] })
      .data;
  const detail = async (id: string): Promise<WebhookDeliveryDetailView> =>
    (await t.admin.get(`/webhook-deliveries/${id}`).expect(200)).body as WebhookDeliveryDetailView;
  const webhook = async (id: string): Promise<WebhookView> =>
    (await t.admin.get(`/webhooks/${id}`).expect(200)).body as WebhookView;
  const ended = async (id: string, count = 1, status = 'succeeded'): Promise<WebhookDeliveryView[]> => {
    let found: WebhookDeliveryView[] = [];
    await until(
      async () => (found = (await deliveries(id)).filter((delivery) => delivery.status === status)).length >= count,
      20_000,
      () => `no ${count} deliveries ${status}`,
    );
    return found;
  };
  const reported = async (id: string) =>
    (
      await t.db.query<{ type: string; payload: { reason?: string } }>(
        'select type, payload from events where resource_id = $1 order by sequence',
        [id],
      )
    ).rows;

  it('have the signature of the Standard Webhooks vector', () => {
    const [secret, id, at, body] = [
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
    ] as const;
    expect(signatureOf(id, at, body, [keyOf(secret)])).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
    expect(signatureOf(id, at, body, [keyOf(secret)])).toBe(new Webhook(secret).sign(id, new Date(at * 1_000), body));
  });

  it('contain the event, can be verified, and are stored with the response', async () => {
    const to = await receiver(
      (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('thank you 😀'),
    );
    const created = await listen(to, { headers: { Authorization: 'Bearer very-secret-token' } });
    const id = await lead({ company: 'Ærøskøbing \u2028 😀' });
    const [request] = await to.got(1);
    if (!request) throw new Error('nothing came');
    const event = verified(created.secret, request);
    expect(event).toMatchObject({
      type: 'lead.created',
      apiVersion: '2026-11',
      data: { object: { id, company: 'Ærøskøbing \u2028 😀' } },
    });
    expect(request.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Kontor-Webhooks/1.0',
      'x-webhook-event': 'lead.created',
      'x-webhook-attempt': '1',
      authorization: 'Bearer very-secret-token',
      'webhook-id': event.id,
    });
    expect(() => verified(`whsec_${Buffer.alloc(32, 7).toString('base64')}`, request)).toThrow();
    const [delivery] = await ended(created.id);
    expect(delivery).toMatchObject({
      webhookId: created.id,
      eventId: event.id,
      eventType: 'lead.created',
      isTest: false,
      reason: null,
      attemptCount: 1,
      statusCode: 200,
      errorCode: null,
      nextAttemptAt: null,
      completedAt: expect.any(String) as string,
    });
    const { requestBody, attempts } = await detail(delivery?.id ?? '');
    expect(requestBody).toBe(request.body);
    expect(attempts).toMatchObject([
      {
        number: 1,
        trigger: 'scheduled',
        statusCode: 200,
        responseBody: 'thank you 😀',
        isTruncated: false,
        requestHeaders: { 'webhook-signature': request.headers['webhook-signature'], authorization: '[hidden]' },
      },
    ]);
    expect(request.headers['x-webhook-delivery']).toBe(delivery?.id);
    expect(await webhook(created.id)).toMatchObject({
      failureCount: 0,
      failingSince: null,
      lastStatusCode: 200,
      lastTriggeredAt: expect.any(String) as string,
    });
  });

  it('go only to webhooks that match by type, resource, wildcard and filter', async () => {
    const to = await receiver();
    const created = await Promise.all(
      [['lead.created'], ['lead.*'], ['*'], ['lead.updated'], ['activity.*', 'lead_form.*']].map((events) =>
        listen(to, { events }),
      ),
    );
    const filtered = await listen(to, {
      filter: {
        and: [
          { field: 'source', op: 'eq', value: 'landing' },
          { field: 'tags', op: 'has', value: 'vip' },
        ],
      },
    });
    const all = [...created, filtered];
    await lead({ source: 'landing', tags: ['vip'] });
    await lead({ source: 'landing', tags: [] });
    await until(async () => (await t.db.query('select 1 from events where dispatched_at is null')).rowCount === 0);
    await pause(200);
    expect(
      await Promise.all(
        all.map(
          async ({ id }) => (await deliveries(id)).filter(({ eventType }) => eventType === 'lead.created').length,
        ),
      ),
    ).toEqual([2, 2, 2, 0, 0, 1]);
  });

  it('exist once per event, even if the event is dispatched twice', async () => {
    const to = await receiver();
    const created = await listen(to);
    const id = await lead();
    await ended(created.id);
    for (let round = 0; round < 3; round += 1) {
      await t.db.query('update events set dispatched_at = null where resource_id = $1', [id]);
      await until(async () => (await t.db.query('select 1 from events where dispatched_at is null')).rowCount === 0);
    }
    await until(async () => (await t.db.query(`select 1 from jobs where kind = 'webhook.deliver'`)).rowCount === 0);
    expect(to.requests).toHaveLength(1);
    expect(await deliveries(created.id)).toHaveLength(1);
  });

  it('of a webhook event go to other webhooks, not to the same webhook', async () => {
    const [one, other] = [await receiver(), await receiver()];
    const created = await listen(one, { events: ['webhook.*'] });
    await listen(other, { events: ['webhook.*'], name: 'Other' });
    await t.admin.patch(`/webhooks/${created.id}`).send({ description: 'changed' }).expect(200);
    await until(() => other.requests.some(({ headers }) => headers['x-webhook-event'] === 'webhook.updated'));
    expect(one.requests.every(({ body }) => !body.includes(created.id))).toBe(true);
  });

  it('are retried until success or the last attempt', async () => {
    let answers = 0;
    const to = await receiver((response) => void response.writeHead((answers += 1) < 3 ? 500 : 204).end());
    const created = await listen(to);
    await lead();
    const [delivery] = await ended(created.id);
    expect(delivery).toMatchObject({ attemptCount: 3, statusCode: 204 });
    const requests = await to.got(3);
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    expect(requests.map(({ headers }) => headers['x-webhook-attempt'])).toEqual(['1', '2', '3']);
    to.respond = (response) => void response.writeHead(503).end('no');
    t.app.get(RetrySchedule).delays = [0, 0.05];
    await lead();
    await t.db.query('update job_groups set paused_until = null');
    const timer = setInterval(() => void t.db.query('update job_groups set paused_until = null'), 50);
    const [failed] = await ended(created.id, 1, 'failed');
    clearInterval(timer);
    expect(failed).toMatchObject({ reason: 'exhausted', attemptCount: 2, statusCode: 503, errorCode: 'rejected' });
    expect((await t.db.query(`select 1 from jobs where kind = 'webhook.deliver'`)).rowCount).toBe(0);
  });

  it('respect Retry-After without attempts of waiting deliveries', async () => {
    let calls = 0;
    const to = await receiver(
      (response) =>
        void ((calls += 1) === 1
          ? response.writeHead(429, { 'retry-after': '1' }).end()
          : response.writeHead(204).end()),
    );
    const created = await listen(to, { maxConcurrency: 1 });
    for (let count = 0; count < 4; count += 1) await lead();
    await ended(created.id, 4);
    const [first, second] = to.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(950);
    expect((await deliveries(created.id)).map(({ attemptCount }) => attemptCount).sort()).toEqual([1, 1, 1, 2]);
  });

  it('follow no redirect', async () => {
    const target = await receiver();
    for (const status of [301, 302, 307, 308]) {
      const to = await receiver((response) => void response.writeHead(status, { location: target.url }).end());
      const created = await listen(to);
      t.app.get(RetrySchedule).delays = [0];
      await lead();
      expect((await ended(created.id, 1, 'failed'))[0]).toMatchObject({
        reason: 'exhausted',
        statusCode: status,
        errorCode: 'redirect',
      });
      await t.admin.delete(`/webhooks/${created.id}`).expect(204);
    }
    expect(target.connections()).toBe(0);
  });

  it('store 4 KiB of a response as text', async () => {
    t.app.get(RetrySchedule).delays = [0];
    const answers: [string, Receiver['respond']][] = [
      [
        'endless',
        (response) => {
          response.writeHead(200);
          const pump = (): void => {
            while (!response.destroyed && response.write('é'.repeat(10_000)));
          };
          response.on('drain', pump);
          pump();
        },
      ],
      ['no text', (response) => void response.writeHead(200).end(Buffer.alloc(9_000, 0xff))],
      ['nothing but NUL', (response) => void response.writeHead(200).end(Buffer.alloc(5_000, 0))],
      [
        'a packed bomb',
        (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.alloc(100)),
      ],
    ];
    for (const [, respond] of answers) {
      const to = await receiver(respond);
      const created = await listen(to);
      await lead();
      const [delivery] = await ended(created.id);
      const [attempt] = (await detail(delivery?.id ?? '')).attempts;
      expect(Buffer.byteLength(attempt?.responseBody ?? '')).toBeLessThanOrEqual(4_096);
      const text = attempt?.responseBody ?? null;
      expect(text).toBe(text && Buffer.from(text).toString());
      await t.admin.delete(`/webhooks/${created.id}`).expect(204);
    }
  });

  it('store no compressed response and no control characters', async () => {
    const answers: [Record<string, string>, Buffer, string | null][] = [
      [{ 'content-encoding': 'gzip' }, gzipSync('thank you'), null],
      [{ 'content-encoding': 'br' }, Buffer.from('thank you'), null],
      [{ 'content-encoding': 'identity' }, Buffer.from('thank you'), 'thank you'],
      [{}, Buffer.from('one\ttwo\r\n\u0001\u007f\u009b'), 'one\ttwo\r\n\uFFFD\uFFFD\uFFFD'],
    ];
    for (const [headers, body, expected] of answers) {
      const to = await receiver((response) => void response.writeHead(200, headers).end(body));
      const created = await listen(to);
      await lead();
      const [delivery] = await ended(created.id);
      expect((await detail(delivery?.id ?? '')).attempts[0]?.responseBody).toBe(expected);
      await t.admin.delete(`/webhooks/${created.id}`).expect(204);
    }
  });

  it('stop at once after 410: the webhook is disabled once, and pending deliveries are skipped', async () => {
    const to = await receiver((response) => void setTimeout(() => response.writeHead(410).end(), 300));
    const created = await listen(to, { maxConcurrency: 3 });
    for (let count = 0; count < 8; count += 1) await lead();
    await until(async () => !(await webhook(created.id)).enabled);
    expect(await webhook(created.id)).toMatchObject({ enabled: false, disabledReason: 'gone' });
    await until(
      async () =>
        (await deliveries(created.id)).length === 8 && (await deliveries(created.id, '?status=pending')).length === 0,
    );
    const states = (await deliveries(created.id)).map(({ status, reason }) => `${status} ${reason}`);
    expect(states.filter((state) => state === 'failed gone').length).toBeGreaterThanOrEqual(1);
    expect(states.filter((state) => state === 'skipped null').length).toBeGreaterThanOrEqual(5);
    expect(
      (await reported(created.id))
        .filter(({ type }) => type === 'webhook.disabled')
        .map(({ payload }) => payload.reason),
    ).toEqual(['gone']);
    const count = to.requests.length;
    await lead();
    await until(async () => (await deliveries(created.id)).length === 9);
    expect(to.requests).toHaveLength(count);
  });

  it('are stored as skipped while disabled, and resent with the same body and a new signature', async () => {
    const to = await receiver();
    const created = await listen(to);
    await lead();
    const [delivery] = await ended(created.id);
    await t.admin.post(`/webhooks/${created.id}/disable`).expect(200);
    await lead();
    const [skipped] = await ended(created.id, 1, 'skipped');
    await t.admin.post(`/webhook-deliveries/${skipped?.id}/resend`).expect(409);
    await t.admin.post(`/webhooks/${created.id}/enable`).expect(200);
    await pause(1_000);
    await t.admin.post(`/webhook-deliveries/${skipped?.id}/resend`).expect(202);
    await t.admin.post(`/webhook-deliveries/${delivery?.id}/resend`).expect(202);
    const requests = await to.got(3);
    const [first, again] = requests.filter(({ headers }) => headers['x-webhook-delivery'] === delivery?.id);
    expect(again?.body).toBe(first?.body);
    expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(again?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
    for (const request of requests) verified(created.secret, request);
    await ended(created.id, 2);
    await until(async () => (await detail(delivery?.id ?? '')).attempts.length === 2);
    expect((await detail(delivery?.id ?? '')).attempts.map(({ trigger }) => trigger)).toEqual(['scheduled', 'manual']);
  });

  it('resent by hand keep their status after a failure; without a body they cannot be resent', async () => {
    const to = await receiver();
    const created = await listen(to);
    await lead();
    const [delivery] = await ended(created.id);
    to.respond = (response) => void setTimeout(() => response.writeHead(500).end(), 400);
    await t.admin.post(`/webhook-deliveries/${delivery?.id}/resend`).expect(202);
    await to.got(2);
    expect((await t.admin.post(`/webhook-deliveries/${delivery?.id}/resend`).expect(409)).body).toMatchObject({
      code: 'delivery-in-progress',
    });
    await until(async () => (await detail(delivery?.id ?? '')).attempts.length === 2);
    expect(await detail(delivery?.id ?? '')).toMatchObject({ status: 'succeeded', statusCode: 500, attemptCount: 2 });
    await t.db.query('update webhook_messages set body = null');
    expect((await t.admin.post(`/webhook-deliveries/${delivery?.id}/resend`).expect(409)).body).toMatchObject({
      code: 'payload-expunged',
    });
  });

  it('as a test are sent at once and report the response, also while disabled', async () => {
    const to = await receiver((response) => void response.writeHead(418).end('teapot'));
    const created = await listen(to, { enabled: false });
    const failed = (await t.admin.post(`/webhooks/${created.id}/test`).expect(200)).body as WebhookDeliveryDetailView;
    expect(failed).toMatchObject({
      isTest: true,
      eventType: 'webhook.test',
      status: 'failed',
      statusCode: 418,
      attempts: [{ trigger: 'test', responseBody: 'teapot' }],
    });
    to.respond = (response) => void response.writeHead(204).end();
    expect((await t.admin.post(`/webhooks/${created.id}/test`).expect(200)).body).toMatchObject({
      status: 'succeeded',
    });
    expect(to.requests.map((request) => verified(created.secret, request))).toMatchObject([
      { type: 'webhook.test', data: { test: true } },
      { type: 'webhook.test', data: { test: true } },
    ]);
    expect(await webhook(created.id)).toMatchObject({ failureCount: 0, lastStatusCode: null });
  });

  it('have the signatures of both secrets during the overlap', async () => {
    const to = await receiver();
    const created = await listen(to);
    const rotated = (await t.admin.post(`/webhooks/${created.id}/rotate-secret`).send({}).expect(200))
      .body as NewWebhookView;
    await lead();
    const [request] = await to.got(1);
    if (!request) throw new Error('nothing came');
    verified(created.secret, request);
    verified(rotated.secret, request);
    await t.db.query(
      `update webhook_secrets set expires_at = now() - interval '1 second' where expires_at is not null`,
    );
    await lead();
    const [, later] = await to.got(2);
    if (!later) throw new Error('nothing came');
    verified(rotated.secret, later);
    expect(() => verified(created.secret, later)).toThrow();
  });

  it('are skipped or cancelled when the webhook is disabled or deleted', async () => {
    const to = await receiver((response) => void response.writeHead(500).end());
    t.app.get(RetrySchedule).delays = [0, 600, 600];
    const [one, other] = [await listen(to), await listen(to)];
    await lead();
    await until(
      async () =>
        (await deliveries(one.id, '?status=pending'))[0]?.nextAttemptAt !== null &&
        (await deliveries(other.id))[0]?.nextAttemptAt !== null &&
        (await deliveries(one.id))[0]?.attemptCount === 1 &&
        (await deliveries(other.id))[0]?.attemptCount === 1,
    );
    await t.admin.post(`/webhooks/${one.id}/disable`).expect(200);
    await t.admin.delete(`/webhooks/${other.id}`).expect(204);
    expect((await deliveries(one.id))[0]).toMatchObject({ status: 'skipped', nextAttemptAt: null });
    expect((await deliveries(other.id))[0]).toMatchObject({ status: 'cancelled', nextAttemptAt: null });
    expect((await t.db.query('select 1 from jobs')).rowCount).toBe(0);
  });

  it('are cancelled with their job', async () => {
    const to = await receiver((response) => void response.writeHead(500).end());
    const created = await listen(to, { events: ['lead.created'] });
    t.app.get(RetrySchedule).delays = [0, 600];
    await lead();
    await until(async () => (await deliveries(created.id))[0]?.attemptCount === 1, 20_000);
    const jobs = (await t.admin.get(`/jobs?kind=webhook.deliver&group=webhook:${created.id}`).expect(200)).body as {
      data: { id: string; status: string }[];
    };
    expect(jobs.data).toMatchObject([{ status: 'scheduled' }]);
    await t.admin.post(`/jobs/${jobs.data[0]?.id}/cancel`).send({}).expect(200);
    expect((await deliveries(created.id))[0]).toMatchObject({ status: 'cancelled', nextAttemptAt: null });
  });

  it('record one event for a failing webhook, and count failures', async () => {
    const to = await receiver((response) => void response.writeHead(500).end());
    t.app.get(RetrySchedule).delays = [0];
    const created = await listen(to);
    for (let count = 0; count < 7; count += 1) await lead();
    await ended(created.id, 7, 'failed');
    expect(
      (await reported(created.id))
        .filter(({ type }) => type === 'webhook.failing')
        .map(({ payload }) => payload.reason),
    ).toEqual(['HTTP 500']);
    expect(await webhook(created.id)).toMatchObject({ failureCount: 7, failingSince: expect.any(String) as string });
    to.respond = (response) => void response.writeHead(204).end();
    await lead();
    await ended(created.id);
    expect(await webhook(created.id)).toMatchObject({ failureCount: 0, failingSince: null });
    const stats = (await t.admin.get(`/webhooks/${created.id}/stats?hours=1`).expect(200)).body as WebhookStatsView;
    expect(stats).toMatchObject({
      attempts: 8,
      succeeded: 1,
      successRate: 0.125,
      p95Ms: expect.any(Number) as number,
      lastFailure: { statusCode: 500, errorCode: 'rejected' },
    });
    expect(stats.deliveries.filter(({ count }) => count > 0)).toEqual([
      { status: 'succeeded', count: 1 },
      { status: 'failed', count: 7 },
    ]);
  });

  it('are sent strictly in order for an ordered webhook, also after failures', async () => {
    let calls = 0;
    const to = await receiver((response) => void response.writeHead((calls += 1) % 3 === 0 ? 500 : 204).end());
    const created = await listen(to, { isOrdered: true, maxConcurrency: 10 });
    for (let count = 0; count < 6; count += 1) await lead();
    await ended(created.id, 6);
    const sequences = to.requests.map(({ body }) => (JSON.parse(body) as { sequence: number }).sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(6);
  });

  it('are sent once with any number of processes', async () => {
    const to = await receiver();
    const created = await listen(to, { maxConcurrency: 20 });
    const others = await Promise.all(
      [0, 1].map(() =>
        startApp({
          OUTBOUND_ALLOW: '127.0.0.1',
          ROLE: 'worker',
          DATABASE_URL: (t.db.options as { connectionString: string }).connectionString,
        }),
      ),
    );
    try {
      await Promise.all(Array.from({ length: 60 }, () => lead()));
      await t.db.query(
        `update events set dispatched_at = null where type = 'lead.created' and occurred_at >= (select created_at
          from webhooks where id = $1)`,
        [created.id],
      );
      await until(async () => (await deliveries(created.id, '?status=succeeded&limit=100')).length === 60, 30_000);
      await until(
        async () =>
          (await t.db.query(`select 1 from events where dispatched_at is null`)).rowCount === 0 &&
          (await t.db.query(`select 1 from jobs`)).rowCount === 0,
        20_000,
      );
    } finally {
      for (const other of others) await other.close();
    }
    expect(to.requests).toHaveLength(60);
    expect(new Set(to.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(60);
  }, 60_000);

  it('that are too large contain only the id of the record', async () => {
    const to = await receiver();
    const created = await listen(to, { events: ['lead.updated'] });
    const id = await lead();
    await t.db.query(
      `insert into events (id, type, resource_type, resource_id, payload)
        values (gen_random_uuid(), 'lead.updated', 'leads', $1, jsonb_build_object('object', jsonb_build_object('notes',
        repeat('x', 300000))))`,
      [id],
    );
    const [request] = await to.got(1);
    if (!request) throw new Error('nothing came');
    expect(verified(created.secret, request)).toMatchObject({
      type: 'lead.updated',
      data: { resourceType: 'leads', resourceId: id, truncated: true },
    });
    expect(request.body.length).toBeLessThan(1_000);
  });
});
