import { createApiKey as makeApiKey, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { caller, type Caller } from '../../../test/harness/caller.js';
import { QueryRunner } from '../../platform/database/index.js';
import { AccessCache } from '../users/index.js';
import { createKey, prefixOf } from './credentials/api-key-format.js';
import { LastUse } from './credentials/last-use.js';
import { covers } from './scopes.js';

const KEY = /^kontor_live_[0-9A-Za-z]{10}_[0-9A-Za-z]{49}$/;
const HOUR = 3_600_000;

describe('the format of API keys', () => {
  it('has a prefix, and two keys differ', () => {
    const keys = Array.from({ length: 10_000 }, () => createKey());
    expect(new Set(keys.map(({ prefix }) => prefix)).size).toBe(10_000);
    for (const { key, prefix } of keys) expect([KEY.test(key), prefixOf(key)]).toEqual([true, prefix]);
  });

  it('detects every single typing error', () => {
    const { key } = createKey();
    for (const index of Array.from(key).keys()) {
      const other = key[index] === 'x' ? 'y' : 'x';
      expect(prefixOf(key.slice(0, index) + other + key.slice(index + 1))).toBeUndefined();
    }
  });

  it('covers the permissions of each scope', () => {
    const rights = [
      'leads:read',
      'leads:create',
      'leads:update',
      'leads:delete',
      'leads:purge',
      'settings:read',
      'settings:manage',
    ] as const;
    const by = (scope: string) => rights.filter((right) => covers(scope, right));
    expect(by('leads:write')).toEqual(['leads:create', 'leads:update', 'leads:delete']);
    expect(by('leads:*')).toEqual(rights.slice(0, 5));
    expect(by('*:read')).toEqual(['leads:read', 'settings:read']);
    expect(by('*:*')).toEqual([...rights]);
    for (const nonsense of ['', 'leads', ':', 'leads:', '*', 'lead*:read', 'leads:re*', 'LEADS:read'])
      expect(by(nonsense)).toEqual([]);
  });
});

describe('API keys', () => {
  let app: TestApp;
  let session: Caller;
  beforeAll(async () => {
    app = await startApp();
    session = await signIn(app.url);
  });
  afterAll(() => app.close());

  const create = (body: object, by: Caller = session) => by.post('/api-keys').send(body);
  const using = (key: string) => caller(app.url, { 'X-API-Key': key });
  const withScopes = async (...scopes: string[]) => using(await makeApiKey(session, scopes));

  it('are shown once and stored as a hash', async () => {
    const { body, headers } = await create({ name: 'Website', scopes: ['leads:read'] }).expect(201);
    expect(body.key).toMatch(KEY);
    expect(headers['location']).toBe(`/api/v1/api-keys/${body.id}`);
    expect(body).toMatchObject({
      name: 'Website',
      scopes: ['leads:read'],
      expiresAt: null,
      revokedAt: null,
      version: 1,
      keyPrefix: body.key.slice(0, 22),
    });
    const again = await session.get(`/api-keys/${body.id}`).expect(200);
    expect(again.body).not.toHaveProperty('key');
    const { rows } = await app.db.query(
      `select (select json_agg(k)::text from api_keys k) || (select json_agg(e)::text from events e) as dump`,
    );
    expect(rows[0].dump).not.toContain(body.key.slice(23, 60));
  });

  it('have the permissions that both the scopes and the creator have', async () => {
    const key = await withScopes('settings:read', 'api-keys:read');
    const { body } = await key.get('/auth/me').expect(200);
    expect(body).toMatchObject({ credential: 'api-key', permissions: ['api-keys:read', 'settings:read'] });
    await key.get('/settings').expect(200);
    await key.put('/settings/timezone').send({ value: 'UTC' }).expect(403);
  });

  it.each([
    [['leads:fly']],
    [['nothing:read']],
    [['leads']],
    [['*']],
    [['leads:read', 'leads:read']],
    [['']],
    ['leads:read'],
  ])('reject the scopes %j', (scopes) => create({ name: 'x', scopes }).expect(422));

  it('cannot create a key with more permissions', async () => {
    const creator = await withScopes('api-keys:*', 'leads:read');
    await create({ name: 'x', scopes: ['leads:read'] }, creator).expect(201);
    for (const scopes of [['leads:write'], ['leads:*'], ['*:read'], ['*:*'], ['settings:manage']]) {
      expect((await create({ name: 'x', scopes }, creator).expect(403)).body.code).toBe('scope-not-held');
    }
  });

  it('cannot rotate a key of the same user with more permissions', async () => {
    const { body: strong } = await create({ name: 'strong', scopes: ['*:*'] }).expect(201);
    const weak = await withScopes('api-keys:*', 'leads:read');
    expect((await weak.post(`/api-keys/${strong.id}/rotate`).send({}).expect(403)).body.code).toBe('api-key-stronger');
    await weak.patch(`/api-keys/${strong.id}`).send({ name: 'mine' }).expect(403);
  });

  it('cannot create a key with a later expiry', async () => {
    const soon = new Date(Date.now() + HOUR).toISOString();
    const { body } = await create({ name: 'brief', scopes: ['api-keys:*', 'leads:read'], expiresAt: soon }).expect(201);
    const brief = using(body.key);
    await create({ name: 'x', scopes: ['leads:read'] }, brief).expect(403);
    await create({ name: 'x', scopes: ['leads:read'], expiresAt: soon }, brief).expect(201);
    await brief.patch(`/api-keys/${body.id}`).send({ expiresAt: null }).expect(403);
  });

  it('expire within bounds', async () => {
    const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
    await create({ name: 'x', scopes: ['leads:read'], expiresAt: at(-HOUR) }).expect(422);
    await create({ name: 'x', scopes: ['leads:read'], expiresAt: at(6 * 366 * 24 * HOUR) }).expect(422);
    const { body } = await create({ name: 'x', scopes: ['leads:read'], expiresAt: at(1_500) }).expect(201);
    await using(body.key).get('/auth/me').expect(200);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    await using(body.key).get('/auth/me').expect(401);
  });

  it('are updated at once, with the current version', async () => {
    const { body } = await create({ name: 'x', scopes: ['settings:read'] }).expect(201);
    const key = using(body.key);
    await key.get('/settings').expect(200);
    await session
      .patch(`/api-keys/${body.id}`)
      .set('If-Match', '"1"')
      .send({ scopes: ['leads:read'] })
      .expect(200);
    await key.get('/settings').expect(403);
    expect(
      (await session.patch(`/api-keys/${body.id}`).set('If-Match', '"1"').send({ name: 'y' }).expect(412)).body
        .currentVersion,
    ).toBe(2);
    await session.patch(`/api-keys/${body.id}`).send({ rateLimit: 0 }).expect(422);
    expect((await session.patch(`/api-keys/${body.id}`).send({ rateLimit: 5 }).expect(200)).body.rateLimit).toBe(5);
    expect((await key.get('/auth/me').expect(200)).headers['ratelimit-policy']).toContain('q=5;');
  });

  it('are rotated with an overlap or at once', async () => {
    const { body: first } = await create({ name: 'x', scopes: ['leads:read'] }).expect(201);
    const { body: second } = await session.post(`/api-keys/${first.id}/rotate`).send({ overlapHours: 1 }).expect(200);
    expect(second.key).toMatch(KEY);
    expect(second.previousExpiresAt).not.toBeNull();
    await using(first.key).get('/auth/me').expect(200);
    await using(second.key).get('/auth/me').expect(200);
    await app.db.query(
      `update api_keys set previous_expires_at = now() - interval '1 second', updated_at = now(), previous_key_hash
        = previous_key_hash where id = $1`,
      [first.id],
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await using(first.key).get('/auth/me').expect(401);
    const { body: third } = await session.post(`/api-keys/${first.id}/rotate`).send({ overlapHours: 0 }).expect(200);
    await using(second.key).get('/auth/me').expect(401);
    await using(third.key).get('/auth/me').expect(200);
    await session.post(`/api-keys/${first.id}/rotate`).expect(200);
    await session.post(`/api-keys/${first.id}/rotate`).send({ overlapHours: 169 }).expect(422);
  });

  it('are revoked at once and permanently', async () => {
    const { body } = await create({ name: 'x', scopes: ['leads:read'] }).expect(201);
    await using(body.key).get('/auth/me').expect(200);
    await session.delete(`/api-keys/${body.id}`).expect(204);
    await using(body.key).get('/auth/me').expect(401);
    await session.delete(`/api-keys/${body.id}`).expect(409);
    await session.patch(`/api-keys/${body.id}`).send({ name: 'y' }).expect(409);
    await session.post(`/api-keys/${body.id}/rotate`).expect(409);
    const [active, revoked] = [
      await session.get('/api-keys?limit=100').expect(200),
      await session.get('/api-keys?limit=100&revoked=true').expect(200),
    ];
    const ids = ({ body: page }: { body: { data: { id: string }[] } }) => page.data.map(({ id }) => id);
    expect([ids(active).includes(body.id), ids(revoked).includes(body.id)]).toEqual([false, true]);
    const { rows } = await app.db.query('select type from events where resource_id = $1 order by sequence', [body.id]);
    expect(rows.map(({ type }) => type)).toEqual(['api_key.created', 'api_key.revoked']);
  });

  it('end within a second with their creator', async () => {
    const sales = await app.as('sales');
    await sales.get('/auth/me').expect(200);
    await app.db.query('update users set is_active = false where id = $1', [sales.userId]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await sales.get('/auth/me').expect(401);
  });

  it('of other users are hidden, except for users who manage keys', async () => {
    const [one, other] = await Promise.all([app.as('sales'), app.as('sales')]);
    const { body } = await create({ name: 'mine', scopes: ['leads:read'] }, one).expect(201);
    for (const answer of [
      other.get(`/api-keys/${body.id}`),
      other.delete(`/api-keys/${body.id}`),
      other.patch(`/api-keys/${body.id}`).send({ name: 'x' }),
      other.post(`/api-keys/${body.id}/rotate`),
    ])
      await answer.expect(404);
    expect(
      (await other.get('/api-keys').expect(200)).body.data.every(
        ({ createdById }: { createdById: string }) => createdById === other.userId,
      ),
    ).toBe(true);
    const keysOf = async (userId: string, by: Caller) =>
      (await by.get(`/api-keys?createdById=${userId}`).expect(200)).body.data as { id: string; createdById: string }[];
    const found = await keysOf(one.userId, session);
    expect(found.map(({ id }) => id)).toContain(body.id);
    expect(new Set(found.map(({ createdById }) => createdById))).toEqual(new Set([one.userId]));
    expect(await keysOf(one.userId, other)).toEqual([]);
    await session.get(`/api-keys/${body.id}`).expect(200);
    await session.post(`/api-keys/${body.id}/rotate`).expect(403);
    await session.patch(`/api-keys/${body.id}`).send({ name: 'x' }).expect(403);
    await session.delete(`/api-keys/${body.id}`).expect(204);
    await create({ name: 'x', scopes: ['settings:manage'] }, one).expect(403);
  });

  it('with a typing error cost no query', async () => {
    const queries = jest.spyOn(await app.app.get(QueryRunner).connections(), 'query');
    const { key } = createKey();
    for (const wrong of [
      `${key}x`,
      key.slice(0, -1),
      `${key.slice(0, -1)}${key.endsWith('x') ? 'y' : 'x'}`,
      'kontor_live_',
      'x',
    ]) {
      expect((await using(wrong).get('/auth/me').expect(401)).body.code).toBe('invalid-credentials');
    }
    // Timers also run queries, so only queries of `api_keys` count.
    const asked = queries.mock.calls.map(([query]) => JSON.stringify(query));
    expect(asked.filter((query) => query.includes('api_keys'))).toEqual([]);
    queries.mockRestore();
    await using(key).get('/auth/me').expect(401);
  });

  it('take precedence over a cookie', async () => {
    const { headers } = session;
    await caller(app.url, { ...headers, 'X-API-Key': createKey().key })
      .get('/auth/me')
      .expect(401);
    await caller(app.url, { ...headers, 'X-API-Key': '' })
      .get('/auth/me')
      .expect(401);
    const key = await makeApiKey(session, ['leads:read']);
    expect(
      (
        await caller(app.url, { ...headers, 'X-API-Key': key })
          .get('/auth/me')
          .expect(200)
      ).body.credential,
    ).toBe('api-key');
  });

  it('store the time of the last use, which only increases', async () => {
    const { body } = await create({ name: 'x', scopes: ['leads:read'] }).expect(201);
    await Promise.all(Array.from({ length: 20 }, () => using(body.key).get('/auth/me').expect(200)));
    expect((await session.get(`/api-keys/${body.id}`)).body.lastUsedAt).toBeNull();
    await app.app.get(LastUse, { strict: false }).flush();
    const used = (await session.get(`/api-keys/${body.id}`)).body;
    expect(used).toMatchObject({ lastUsedIp: '127.0.0.1', version: 1 });
    await app.db.query(`update api_keys set last_used_at = now() + interval '1 hour' where id = $1`, [body.id]);
    await using(body.key).get('/auth/me').expect(200);
    await app.app.get(LastUse, { strict: false }).flush();
    expect(Date.parse((await session.get(`/api-keys/${body.id}`)).body.lastUsedAt)).toBeGreaterThan(
      Date.now() + HOUR / 2,
    );
  });

  it('cannot be changed or rotated after their expiry', async () => {
    const { body } = await app.admin
      .post('/api-keys')
      .send({ name: 'short', scopes: ['leads:read'], expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
      .expect(201);
    await app.db.query(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [body.id]);
    app.app.get(AccessCache).drop();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    for (const patch of [{ expiresAt: later }, { expiresAt: null }, { name: 'again' }, { scopes: ['leads:read'] }]) {
      expect((await app.admin.patch(`/api-keys/${body.id}`).send(patch).expect(409)).body.code).toBe('api-key-expired');
    }
    expect((await app.admin.post(`/api-keys/${body.id}/rotate`).send({}).expect(409)).body.code).toBe(
      'api-key-expired',
    );
    await caller(app.url, { 'X-API-Key': body.key as string })
      .get('/leads')
      .expect(401);
    await app.admin.delete(`/api-keys/${body.id}`).expect(204);
  });
});
