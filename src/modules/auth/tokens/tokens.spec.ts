import { ADMIN, signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { caller, type Caller } from '../../../../test/harness/caller.js';
import { AccessTokens } from './access-tokens.js';
import { RefreshTokens } from './refresh-tokens.js';
import { SessionTokens } from '../sessions/session-tokens.js';
import type { TokenView } from './tokens.dto.js';

let app: TestApp;
beforeAll(async () => (app = await startApp({ TRUST_PROXY_HOPS: '1' })));
afterAll(() => app.close());
beforeEach(() => app.db.query('truncate login_failures'));

let people = 0;
async function newPerson(role = 'admin'): Promise<{ email: string; password: string }> {
  const email = `person-${(people += 1)}@kontor.test`;
  await app.db.query(`insert into users (email, password_hash) select $1, password_hash from users where email = $2`, [
    email,
    ADMIN.email,
  ]);
  await app.db.query(
    `insert into user_roles select u.id, r.id from users u, roles r where u.email = $1 and r.name = $2`,
    [email, role],
  );
  return { email, password: ADMIN.password };
}
const pairFor = async (credentials: object = ADMIN, headers: Record<string, string> = {}): Promise<TokenView> =>
  (await caller(app.url, headers).post('/auth/token').send(credentials).expect(200)).body as TokenView;
const bearer = ({ accessToken }: TokenView, more: Record<string, string> = {}): Caller =>
  caller(app.url, { Authorization: `Bearer ${accessToken}`, ...more });
const refresh = ({ refreshToken }: TokenView) => app.anonymous.post('/auth/token/refresh').send({ refreshToken });
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('signing in for tokens', () => {
  it('returns a pair that must not be cached, and no cookie', async () => {
    const answer = await app.anonymous.post('/auth/token').send(ADMIN).expect(200);
    expect(answer.body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      tokenType: 'Bearer',
      expiresIn: 600,
      refreshToken: expect.stringMatching(/^kontor_refresh_[\w-]{43}[0-9A-Za-z]{6}$/),
      refreshExpiresAt: expect.any(String),
      sessionId: expect.any(String),
    });
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    const [header, claims] = (answer.body.accessToken as string)
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(header ?? '')).toEqual({
      alg: 'EdDSA',
      typ: 'at+jwt',
      kid: expect.stringMatching(/^[\w-]{43}$/),
    });
    const said = JSON.parse(claims ?? '') as Record<string, number>;
    expect(said).toEqual({
      iss: 'urn:kontor',
      aud: 'urn:kontor:api',
      sub: expect.any(String),
      sid: answer.body.sessionId,
      iat: expect.any(Number),
      exp: (said['iat'] ?? 0) + 600,
      jti: expect.any(String),
    });
    expect(Date.parse(answer.body.refreshExpiresAt) / 86_400_000 - Date.now() / 86_400_000).toBeCloseTo(7, 2);
  });

  it('counts wrong passwords like the login', async () => {
    const person = await newPerson();
    const { body } = await app.anonymous
      .post('/auth/token')
      .send({ ...person, password: 'x' })
      .expect(401);
    expect(body.code).toBe('wrong-login');
    for (let tries = 1; tries < 10; tries += 1)
      await app.anonymous
        .post(tries % 2 ? '/auth/login' : '/auth/token')
        .send({ ...person, password: 'x' })
        .expect(401);
    expect((await app.anonymous.post('/auth/token').send(person).expect(429)).body.code).toBe('too-many-logins');
  });

  it('is rejected for inactive users', async () => {
    const person = await newPerson();
    await app.db.query('update users set is_active = false where email = $1', [person.email]);
    await app.anonymous.post('/auth/token').send(person).expect(401);
  });

  it('starts a session with event, list entry and end', async () => {
    const person = await newPerson();
    const pair = await pairFor(person, { 'User-Agent': 'curl/8.5.0' });
    const cookie = await signIn(app.url, person);
    const { body } = await bearer(pair).get('/auth/sessions').expect(200);
    expect(body.data).toMatchObject([
      { isCurrent: false },
      { id: pair.sessionId, isCurrent: true, deviceType: 'program', browser: 'curl' },
    ]);
    const { rows } = await app.db.query(
      `select type from events where resource_id = $1 or payload->>'sessionId' = $1::text order by type`,
      [pair.sessionId],
    );
    expect(rows.map(({ type }) => type)).toEqual(['session.created', 'user.signed_in']);
    await cookie.delete(`/auth/sessions/${pair.sessionId}`).expect(204);
    await bearer(pair).get('/auth/me').expect(401);
    expect((await refresh(pair).expect(401)).body.code).toBe('invalid-refresh-token');
  });

  it('stores no token', async () => {
    const first = await pairFor();
    const { body: second } = await refresh(first).expect(200);
    const { rows } = await app.db.query(
      `select (select json_agg(s)::text from sessions s) || (select json_agg(r)::text
        from refresh_tokens r) || (select json_agg(e)::text from events e) || (select json_agg(v)::text from settings v)
        as dump`,
    );
    for (const secret of [first.accessToken, first.refreshToken, second.accessToken, second.refreshToken]) {
      expect(rows[0].dump).not.toContain(secret);
      expect(rows[0].dump).not.toContain(secret.replace('kontor_refresh_', ''));
    }
    for (const stored of (rows[0].dump as string).match(/\b[0-9a-f]{64}\b/g) ?? [])
      expect((await refresh({ ...first, refreshToken: stored })).status).toBe(401);
  });
});

describe('an access token', () => {
  it('identifies user and session, and can change data from any origin', async () => {
    const pair = await pairFor();
    const { body } = await bearer(pair).get('/auth/me').expect(200);
    expect(body).toMatchObject({ email: ADMIN.email, credential: 'token', sessionId: pair.sessionId, apiKeyId: null });
    await bearer(pair, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' })
      .post('/leads')
      .send({ name: 'Ada', email: 'ada@example.com' })
      .expect(201);
    const { rows } = await app.db.query(
      `select actor->>'kind' as kind from events where type = 'lead.created' order by sequence desc limit 1`,
    );
    expect(rows[0].kind).toBe('token');
  });

  it('has the permissions of its user', async () => {
    const viewer = bearer(await pairFor(await newPerson('viewer')));
    await viewer.get('/leads').expect(200);
    expect(
      (await viewer.post('/leads').send({ name: 'Ada', email: 'ada@example.com' }).expect(403)).body,
    ).toMatchObject({ code: 'permission-missing', requiredPermission: 'leads:create' });
  });

  it('ends with the logout, independent of a cookie', async () => {
    const pair = await pairFor();
    const browser = await signIn(app.url);
    const answer = await bearer(pair, { Cookie: browser.headers['Cookie'] ?? '' })
      .post('/auth/logout')
      .expect(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
    await bearer(pair).get('/auth/me').expect(401);
    await browser.get('/auth/me').expect(200);
    await refresh(pair).expect(401);
  });

  it('ends within a second after the end of its session or a deactivation on another instance', async () => {
    const [one, other] = [await newPerson(), await newPerson()];
    const pairs = [await pairFor(one), await pairFor(other)];
    for (const pair of pairs) await bearer(pair).get('/auth/me').expect(200);
    await app.db.query(`update sessions set revoked_at = now() where id = $1`, [pairs[0]?.sessionId]);
    await app.db.query('update users set is_active = false where email = $1', [other.email]);
    await aSecond();
    for (const pair of pairs) {
      await bearer(pair).get('/auth/me').expect(401);
      await refresh(pair).expect(401);
    }
  });

  it.each([
    [`last_activity_at = now() - interval '12 hours 1 minute'`, 'idle for twelve hours'],
    [`expires_at = now() - interval '1 second'`, 'seven days old'],
  ])('ends when its session is %s', async (change) => {
    const pair = await pairFor();
    await app.db.query(`update sessions set ${change} where id = $1`, [pair.sessionId]);
    await bearer(pair).get('/auth/me').expect(401);
    expect((await refresh(pair).expect(401)).body.code).toBe('invalid-refresh-token');
  });

  it('renews the activity of its session', async () => {
    const pair = await pairFor();
    await app.db.query(`update sessions set last_activity_at = now() - interval '6 minutes' where id = $1`, [
      pair.sessionId,
    ]);
    await bearer(pair).get('/auth/me').expect(200);
    const { rows } = await app.db.query(
      `select last_activity_at > now() - interval '1 minute' as recent from sessions where id = $1`,
      [pair.sessionId],
    );
    expect(rows[0].recent).toBe(true);
  });

  it('uses the rate limit and idempotency keys of its user', async () => {
    const person = await newPerson();
    const first = await pairFor(person);
    const { body: second } = await refresh(first).expect(200);
    const create = (pair: TokenView) =>
      bearer(pair)
        .post('/leads')
        .set('Idempotency-Key', 'once-and-for-all')
        .send({ name: 'Grace', email: 'grace@example.com' })
        .expect(201);
    const [created, again] = [await create(first), await create(second)];
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body.id).toBe(created.body.id);
    const left = (answer: { headers: Record<string, string> }) =>
      Number(/r=(\d+)/.exec(answer.headers['ratelimit'] ?? '')?.[1]);
    expect(left(again)).toBe(left(created) - 1);
  });

  it('takes at most 0.1 ms when it is cached', async () => {
    const { accessToken } = await pairFor();
    const [tokens, sessions] = [app.app.get(AccessTokens), app.app.get(SessionTokens)];
    const identify = async () => sessions.activeSession((await tokens.verify(accessToken))?.sessionId ?? '');
    for (let round = 0; round < 500; round += 1) expect((await identify())?.email).toBe(ADMIN.email);
    const started = process.cpuUsage();
    for (let round = 0; round < 5_000; round += 1) await identify();
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000 / 5_000).toBeLessThan(0.1);
  });
});

describe('several credentials', () => {
  it('in one program request are rejected', async () => {
    const pair = await pairFor();
    const key = app.admin.headers['X-API-Key'] ?? '';
    for (const headers of [{ 'X-API-Key': key }, { 'X-API-Key': 'kontor_live_nothing' }, { 'X-API-Key': '' }] as Record<
      string,
      string
    >[]) {
      expect((await bearer(pair, headers).get('/auth/me').expect(401)).body.code).toBe('several-credentials');
    }
    expect(
      (await caller(app.url, { 'X-API-Key': key, Authorization: 'Bearer nonsense' }).get('/auth/me').expect(401)).body
        .code,
    ).toBe('several-credentials');
  });

  it('have no fallback: an invalid token is rejected with a valid cookie, and vice versa', async () => {
    const { headers } = await signIn(app.url);
    const pair = await pairFor();
    for (const value of [
      'Bearer',
      'Bearer ',
      'bearer x',
      'Bearer a.b',
      'Bearer a.b.c.d',
      `Bearer ${pair.accessToken} x`,
      `Bearer ${pair.accessToken}.`,
      `BEARER ${pair.accessToken.slice(0, -4)}AAAA`,
      `Bearer ${'a'.repeat(3_000)}.b.c`,
    ]) {
      expect(
        (
          await caller(app.url, { ...headers, Authorization: value })
            .get('/auth/me')
            .expect(401)
        ).body.code,
      ).toBe('invalid-credentials');
    }
    await bearer(pair, { Cookie: 'kontor_session=nonsense' }).get('/auth/me').expect(200);
    await caller(app.url, { Authorization: `bearer  ${pair.accessToken}` })
      .get('/auth/me')
      .expect(200);
  });

  it('are distinguished: API keys, access tokens and credentials for a proxy', async () => {
    const pair = await pairFor();
    const key = app.admin.headers['X-API-Key'] ?? '';
    const answer = await caller(app.url, { Authorization: `Bearer ${key}` })
      .get('/auth/me')
      .expect(401);
    expect(answer.body).toMatchObject({ code: 'invalid-credentials', detail: expect.stringContaining('X-API-Key') });
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    await caller(app.url, { 'X-API-Key': pair.accessToken }).get('/auth/me').expect(401);
    await caller(app.url, { Authorization: `Bearer ${pair.refreshToken}` })
      .get('/auth/me')
      .expect(401);
    await caller(app.url, { Cookie: `kontor_session=${pair.refreshToken}` })
      .get('/auth/me')
      .expect(401);
    await caller(app.url, { 'X-API-Key': key, Authorization: 'Basic eDp5' }).get('/auth/me').expect(200);
    expect((await caller(app.url, { Authorization: 'Basic eDp5' }).get('/auth/me').expect(401)).body.code).toBe(
      'not-signed-in',
    );
  });
});

describe('revoking tokens', () => {
  const revoke = (refreshToken: unknown) => app.anonymous.post('/auth/token/revoke').send({ refreshToken });

  it('ends the session at once, by any token of its family', async () => {
    const first = await pairFor();
    const { body: second } = await refresh(first).expect(200);
    await revoke(first.refreshToken).expect(204);
    await bearer(second).get('/auth/me').expect(401);
    await refresh(second).expect(401);
    const { rows } = await app.db.query(`select revoked_reason from sessions where id = $1`, [first.sessionId]);
    expect(rows[0].revoked_reason).toBe('signed-out');
  });

  it('returns the same response for unknown and revoked tokens', async () => {
    const { refreshToken, sessionId } = await pairFor();
    for (const token of [refreshToken, refreshToken, 'nonsense', `kontor_refresh_${'A'.repeat(43)}`])
      await revoke(token).expect(204);
    const { rows } = await app.db.query(
      `select count(*)::int as n from events where type = 'session.revoked' and resource_id = $1`,
      [sessionId],
    );
    expect(rows[0].n).toBe(1);
    await revoke(undefined).expect(422);
    await revoke({ $ne: null }).expect(422);
  });
});

describe('the purge', () => {
  it('deletes tokens a day after their session, and keeps those that detect a second use', async () => {
    const [old, spent] = [await pairFor(), await pairFor()];
    await refresh(spent).expect(200);
    await app.db.query(`update refresh_tokens set expires_at = now() - interval '25 hours' where session_id = $1`, [
      old.sessionId,
    ]);
    const { signal } = new AbortController();
    expect(await app.app.get(RefreshTokens).purge({ signal } as never)).toEqual({ deleted: 1 });
    const { rows } = await app.db.query(`select count(*)::int as n from refresh_tokens where session_id = $1`, [
      spent.sessionId,
    ]);
    expect(rows[0].n).toBe(2);
  });
});
