import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { NewWebhookView, WebhookView } from './webhooks.dto.js';

const URL = 'https://hooks.example.com/kontor';

describe('Webhooks', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await startApp({ ROLE: 'web', PUBLIC_URL: 'https://crm.example.com' })));
  afterAll(() => t.close());

  const create = async (fields: object = {}): Promise<NewWebhookView> =>
    (
      await t.admin
        .post('/webhooks')
        .send({ name: 'Warehouse', url: URL, events: ['lead.*'], ...fields })
        .expect(201)
    ).body as NewWebhookView;
  const read = async (id: string): Promise<WebhookView> =>
    (await t.admin.get(`/webhooks/${id}`).expect(200)).body as WebhookView;
  const mistakesOf = (body: unknown) =>
    (body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => [pointer, code]);
  const events = async (id: string) =>
    (
      await t.db.query<{ type: string }>('select type from events where resource_id = $1 order by sequence', [id])
    ).rows.map(({ type }) => type);

  it('are created with a secret that is shown once', async () => {
    const answer = await t.admin
      .post('/webhooks')
      .send({ name: 'Warehouse', url: URL, events: ['lead.*'] })
      .expect(201);
    const created = answer.body as NewWebhookView;
    expect(answer.headers['location']).toBe(`/api/v1/webhooks/${created.id}`);
    expect(answer.headers['etag']).toBe('"1"');
    expect(created.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(created).toMatchObject({
      enabled: true,
      disabledReason: null,
      maxConcurrency: 4,
      isOrdered: false,
      description: '',
      filter: null,
      headers: [],
      failureCount: 0,
      version: 1,
    });
    const { secret: _, ...shown } = created;
    expect(await read(created.id)).toEqual({
      ...shown,
      secret: { isSet: true, last4: created.secret.slice(-4), updatedAt: expect.any(String) as string },
    });
    expect(await events(created.id)).toEqual(['webhook.created']);
  });

  it.each([
    ['no event', { events: [] }, '#/events', 'empty'],
    ['an unknown event', { events: ['lead.*', 'lead.vanished'] }, '#/events/1', 'unknown-event'],
    ['an unknown resource', { events: ['unicorn.*'] }, '#/events/0', 'unknown-event'],
    ['an invalid event type', { events: ['Lead Created'] }, '#/events/0', 'no-event'],
    ['half a wildcard', { events: ['lead.c*'] }, '#/events/0', 'no-event'],
    [
      'a filter over all events',
      { events: ['*'], filter: { field: 'source', op: 'eq', value: 'x' } },
      '#/filter',
      'mixed-events',
    ],
    [
      'a filter over two record types',
      { events: ['lead.*', 'activity.*'], filter: { field: 'id', op: 'isNull', value: false } },
      '#/filter',
      'mixed-events',
    ],
    [
      'a filter on events without fields',
      { events: ['api_key.*'], filter: { field: 'id', op: 'isNull', value: false } },
      '#/filter',
      'no-filter',
    ],
    [
      'a filter by an unknown field',
      { filter: { and: [{ field: 'shoeSize', op: 'eq', value: 43 }] } },
      '#/filter/and/0/field',
      'unknown-field',
    ],
    ['a reserved header', { headers: { 'Webhook-Id': 'x' } }, '#/headers/Webhook-Id', 'reserved-header'],
    ['the host as a header', { headers: { HOST: 'x' } }, '#/headers/HOST', 'reserved-header'],
    ['another line in a header', { headers: { 'x-a': 'b\r\nc: d' } }, '#/headers', 'header-map'],
    ['an invalid header name', { headers: { 'x a': 'b' } }, '#/headers', 'header-map'],
    ['a weak secret', { secret: 'x'.repeat(23) }, '#/secret', 'is-length'],
    ['a secret that is not ASCII', { secret: 'ä'.repeat(30) }, '#/secret', 'not-ascii'],
    ['a secret that is not base64', { secret: 'whsec_!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!' }, '#/secret', 'not-base64'],
    [
      'a secret of too few bytes',
      { secret: `whsec_${Buffer.alloc(20, 1).toString('base64')}` },
      '#/secret',
      'too-weak',
    ],
    [
      'a secret of too many bytes',
      { secret: `whsec_${Buffer.alloc(65, 1).toString('base64')}` },
      '#/secret',
      'too-weak',
    ],
    ['an own address', { url: 'https://CRM.example.com./api/v1/leads' }, '#/url', 'own-address'],
    ['a fragment', { url: 'https://hooks.example.com/#x' }, '#/url', 'fragment'],
    ['no parallel requests', { maxConcurrency: 0 }, '#/maxConcurrency', 'min'],
  ])('with %s are rejected', async (_, fields, pointer, code) => {
    const { body } = await t.admin
      .post('/webhooks')
      .send({ name: 'Bad', url: URL, events: ['lead.*'], ...fields })
      .expect(422);
    expect(mistakesOf(body)).toContainEqual([pointer, code]);
  });

  it('are updated with their version, only in the given fields', async () => {
    const { id } = await create({
      headers: { Authorization: 'Bearer 0123456789abcdef', 'X-Tenant': 'kontor' },
      filter: { field: 'source', op: 'eq', value: 'website' },
    });
    await t.admin.patch(`/webhooks/${id}`).set('If-Match', '"7"').send({ name: 'x' }).expect(412);
    const answer = await t.admin
      .patch(`/webhooks/${id}`)
      .set('If-Match', '"1"')
      .send({ description: 'New', headers: { 'x-tenant': null, 'x-other': 'a' } })
      .expect(200);
    expect(answer.headers['etag']).toBe('"2"');
    const changed = answer.body as WebhookView;
    expect(changed).toMatchObject({
      name: 'Warehouse',
      description: 'New',
      filter: { field: 'source', op: 'eq', value: 'website' },
    });
    expect(changed.headers.map(({ name, last4 }) => [name, last4])).toEqual([
      ['authorization', 'cdef'],
      ['x-other', ''],
    ]);
    await t.admin
      .patch(`/webhooks/${id}`)
      .send({ events: ['activity.*'] })
      .expect(422);
    expect(
      (
        await t.admin
          .patch(`/webhooks/${id}`)
          .send({ events: ['activity.*'], filter: null })
          .expect(200)
      ).body,
    ).toMatchObject({ filter: null });
    const unchanged = (await t.admin.patch(`/webhooks/${id}`).send({ name: 'Warehouse' }).expect(200))
      .body as WebhookView;
    expect(unchanged.version).toBe(3);
    expect(await events(id)).toEqual(['webhook.created', 'webhook.updated', 'webhook.updated']);
  });

  it('have at most 20 headers', async () => {
    const { id } = await create({
      headers: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`x-${index}`, 'v'])),
    });
    const { body } = await t.admin
      .patch(`/webhooks/${id}`)
      .send({ headers: { 'x-one-more': 'v' } })
      .expect(422);
    expect(mistakesOf(body)).toEqual([['#/headers', 'too-many-headers']]);
  });

  it('are enabled, disabled, deleted and restored, each with one event', async () => {
    const { id } = await create();
    expect((await t.admin.post(`/webhooks/${id}/disable`).expect(200)).body).toMatchObject({
      enabled: false,
      disabledReason: 'manual',
      disabledAt: expect.any(String) as string,
      version: 2,
    });
    await t.admin.post(`/webhooks/${id}/disable`).expect(200);
    expect((await t.admin.patch(`/webhooks/${id}`).send({ enabled: true }).expect(200)).body).toMatchObject({
      enabled: true,
      disabledReason: null,
      disabledAt: null,
    });
    await t.admin.delete(`/webhooks/${id}`).expect(204);
    await t.admin.get(`/webhooks/${id}`).expect(404);
    await t.admin.delete(`/webhooks/${id}`).expect(404);
    expect(
      ((await t.admin.get('/webhooks?deleted=true').expect(200)).body as { data: WebhookView[] }).data.map(
        (webhook) => webhook.id,
      ),
    ).toEqual([id]);
    await t.admin.post(`/webhooks/${id}/restore`).expect(200);
    await t.admin.post(`/webhooks/${id}/restore`).expect(409);
    expect(await events(id)).toEqual([
      'webhook.created',
      'webhook.disabled',
      'webhook.enabled',
      'webhook.deleted',
      'webhook.restored',
    ]);
  });

  it('are filtered by event and state', async () => {
    const { id } = await create({ events: ['setting.updated'], enabled: false });
    const ids = async (query: string) =>
      ((await t.admin.get(`/webhooks?${query}&count=exact`).expect(200)).body as { data: WebhookView[] }).data.map(
        (webhook) => webhook.id,
      );
    expect(await ids('events=setting.updated')).toEqual([id]);
    expect(await ids('enabled=false')).toEqual([id]);
    expect(await ids('disabledReason=manual&sort=createdAt')).toEqual([id]);
    expect(await ids('enabled=true')).not.toContain(id);
  });

  it('accept an own secret, and eight concurrent rotations leave nine valid secrets', async () => {
    const { id, secret } = await create({ secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' });
    expect(secret).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
    const rotated = await Promise.all(
      Array.from({ length: 8 }, () => t.admin.post(`/webhooks/${id}/rotate-secret`).send({}).expect(200)),
    );
    const secrets = rotated.map(({ body }) => (body as NewWebhookView).secret);
    expect(new Set([secret, ...secrets]).size).toBe(9);
    const { rows } = await t.db.query<{ active: number; current: number }>(
      `select count(*)::int as active, count(*) filter (where expires_at is null)::int as current from webhook_secrets
        where webhook_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ active: 9, current: 1 }]);
    expect(secrets.map((one) => one.slice(-4))).toContain((await read(id)).secret.last4);
    expect((await read(id)).previousSecretExpiresAt).not.toBeNull();
    await t.admin.post(`/webhooks/${id}/rotate-secret`).send({ overlapDays: 8 }).expect(422);
    const last = (
      await t.admin
        .post(`/webhooks/${id}/rotate-secret`)
        .send({ overlapDays: 0, secret: 'n'.repeat(24) })
        .expect(200)
    ).body as NewWebhookView;
    expect(last).toMatchObject({ secret: 'n'.repeat(24), previousSecretExpiresAt: null });
    expect((await t.db.query('select 1 from webhook_secrets where webhook_id = $1', [id])).rowCount).toBe(1);
  });

  it('show no secret in responses, events or the database', async () => {
    const [secret, token] = ['s3cret-that-nobody-may-see-again', 'Bearer t0ken-that-nobody-may-see'];
    const { id } = await create({ secret, headers: { authorization: token } });
    await t.admin
      .patch(`/webhooks/${id}`)
      .send({ name: 'Renamed', headers: { authorization: `${token}2` } })
      .expect(200);
    const answers = [
      (await t.admin.get(`/webhooks/${id}`)).text,
      (await t.admin.get('/webhooks')).text,
      (await t.admin.get(`/webhooks/${id}/deliveries`)).text,
    ];
    const rows = await Promise.all(
      ['webhooks', 'webhook_secrets', 'events', 'jobs', 'webhook_messages', 'webhook_attempts'].map((table) =>
        t.db.query(`select * from ${table}`).then((result) => JSON.stringify(result.rows)),
      ),
    );
    for (const text of [...answers, ...rows]) expect(text).not.toMatch(/s3cret-that-nobody|t0ken-that-nobody/);
    expect(
      JSON.stringify((await t.db.query('select payload from events where resource_id = $1', [id])).rows),
    ).not.toContain('hooks.example.com');
  });

  it('send only events visible to the creator, and only the creator changes the target', async () => {
    const { id } = await create();
    const key = await t.as('admin', { scopes: ['webhooks:*'] });
    const rejected = await key
      .post('/webhooks')
      .send({ name: 'Detour', url: URL, events: ['lead.*'] })
      .expect(403);
    expect(rejected.body).toMatchObject({ code: 'event-types-hidden', requiredPermissions: ['leads:read'] });
    for (const changes of [{ url: 'https://evil.example/' }, { events: ['webhook.*'] }, { name: 'Mine' }])
      await key.patch(`/webhooks/${id}`).send(changes).expect(403);
    for (const action of ['enable', 'rotate-secret']) await key.post(`/webhooks/${id}/${action}`).send({}).expect(403);
    await key.post(`/webhooks/${id}/recover`).send({ since: '2026-01-01T00:00:00.000Z' }).expect(403);
    expect(await read(id)).toMatchObject({ url: URL, name: 'Warehouse', version: 1 });
    await key.post(`/webhooks/${id}/disable`).send({}).expect(200);
    await key
      .post('/webhooks')
      .send({ name: 'Own', url: URL, events: ['webhook.*'] })
      .expect(201);
    const queryRunner = await t.as('admin', { scopes: ['webhooks:*', 'leads:read'] });
    await queryRunner
      .post('/webhooks')
      .send({ name: 'Leads', url: URL, events: ['lead.*'] })
      .expect(201);
    expect(
      (
        await queryRunner
          .post('/webhooks')
          .send({ name: 'All', url: URL, events: ['*'] })
          .expect(403)
      ).body.requiredPermissions,
    ).toContain('settings:read');
  });

  it('show deliveries of others only with access scope all', async () => {
    const { id } = await create();
    const event = (
      await t.db.query<{ id: string }>(
        `insert into webhook_messages (event_id, resource_type, resource_id, body)
          values (gen_random_uuid(), 'leads', gen_random_uuid(), '{"data":"of another team"}') returning event_id as id`,
      )
    ).rows[0]?.id;
    const delivery = (
      await t.db.query<{ id: string }>(
        `insert into webhook_deliveries (id, webhook_id, event_id, event_type, status)
          values (gen_random_uuid(), $1, $2, 'lead.created', 'succeeded') returning id`,
        [id, event],
      )
    ).rows[0]?.id;
    const manager = await t.as('manager');
    const answer = await manager.get(`/webhook-deliveries/${delivery}`).expect(403);
    expect(answer.body.code).toBe('events-need-all-records');
    expect(answer.text).not.toContain('another team');
    expect((await manager.get(`/webhooks/${id}/deliveries`).expect(200)).text).not.toContain('another team');
    const blind = await t.as('admin', { scopes: ['webhooks:*'] });
    await blind.get(`/webhook-deliveries/${delivery}`).expect(403);
    await blind.post(`/webhook-deliveries/${delivery}/resend`).send({}).expect(403);
    expect((await t.admin.get(`/webhook-deliveries/${delivery}`).expect(200)).body.requestBody).toContain(
      'another team',
    );
  });

  it('are changed by admins and read by managers', async () => {
    const { id } = await create();
    const manager = await t.as('manager');
    await manager.get(`/webhooks/${id}`).expect(200);
    await manager.post(`/webhooks/${id}/test`).expect(403);
    await (await t.as('sales')).get('/webhooks').expect(403);
  });
});
