import { ADMIN, signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { caller } from '../../../../test/harness/caller.js';

const cookiesOf = (answer: { headers: Record<string, unknown> }): string[] =>
  [answer.headers['set-cookie']].flat().filter((line) => typeof line === 'string');
const LISTED = 'https://app.kontor.test';
const NEW_PASSWORD = 'nine quiet rivers turn north';

describe('sessions', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ CORS_ORIGINS: LISTED })));
  afterAll(() => app.close());
  beforeEach(() => app.db.query('truncate login_failures'));

  const login = (credentials: object = ADMIN, headers: Record<string, string> = {}) =>
    caller(app.url, headers).post('/auth/login').send(credentials);
  async function newPerson(email: string): Promise<{ email: string; password: string }> {
    await app.db.query(
      `insert into users (email, password_hash) select $1, password_hash from users where email = $2`,
      [email, ADMIN.email],
    );
    return { email, password: ADMIN.password };
  }

  it('accept changes only from pages of this server and listed origins', async () => {
    const { headers } = await signIn(app.url);
    const cookie = headers['Cookie'] ?? '';
    const own = app.url;
    const tries: [Record<string, string>, number][] = [
      [{}, 403],
      [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
      [{ 'Sec-Fetch-Site': 'same-site' }, 403],
      [{ 'Sec-Fetch-Site': 'none' }, 403],
      [{ Origin: 'https://evil.example' }, 403],
      [{ Origin: 'null' }, 403],
      [{ 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.kontor.test' }, 403],
      [{ 'Sec-Fetch-Site': 'same-site', Origin: own }, 403],
      [{ 'Sec-Fetch-Site': 'cross-site', Origin: LISTED }, 403],
      [{ 'Sec-Fetch-Site': 'same-site', Origin: LISTED }, 404],
      [{ Origin: LISTED }, 404],
      [{ 'Sec-Fetch-Site': 'cross-site', Origin: own }, 403],
      [{ Origin: own }, 404],
      [{ 'Sec-Fetch-Site': 'same-origin' }, 404],
    ];
    for (const [site, status] of tries) {
      const { body } = await caller(app.url, { Cookie: cookie, ...site })
        .delete('/auth/sessions/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a')
        .expect(status);
      if (status === 403) expect(body.code).toBe('cross-site-request');
    }
    await caller(app.url, { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' }).get('/auth/me').expect(200);
  });

  it('cannot be started by a page of another site', async () => {
    await login(ADMIN, { 'Sec-Fetch-Site': 'cross-site' }).expect(403);
    await login(ADMIN, { Origin: 'https://evil.example' }).expect(403);
    await login(ADMIN, { Origin: 'https://other.kontor.test', 'Sec-Fetch-Site': 'same-site' }).expect(403);
    await login(ADMIN, { Origin: LISTED, 'Sec-Fetch-Site': 'same-site' }).expect(200);
    await login(ADMIN, { Origin: app.url }).expect(200);
  });

  it('end at the logout', async () => {
    const session = await signIn(app.url);
    await session.get('/auth/me').expect(200);
    const answer = await session.post('/auth/logout').expect(204);
    expect(cookiesOf(answer)[0]).toMatch(/^kontor_session=; .*Expires=Thu, 01 Jan 1970/);
    await session.get('/auth/me').expect(401);
  });

  it('are listed and ended one by one, only by their user', async () => {
    const person = await newPerson('lister@kontor.test');
    const [one, other] = [await signIn(app.url, person), await signIn(app.url, person)];
    const { body } = await one.get('/auth/sessions?limit=1').expect(200);
    expect(body).toMatchObject({ data: [{ isCurrent: false, deviceType: 'unknown' }], pageInfo: { hasMore: true } });
    const next = await one
      .get(`/auth/sessions?limit=1&cursor=${encodeURIComponent(body.pageInfo.nextCursor)}`)
      .expect(200);
    expect(next.body.data[0].isCurrent).toBe(true);
    await (await signIn(app.url)).delete(`/auth/sessions/${body.data[0].id}`).expect(404);
    await other.get('/auth/me').expect(200);
    await one.delete(`/auth/sessions/${body.data[0].id}`).expect(204);
    await other.get('/auth/me').expect(401);
    await one.get('/auth/me').expect(200);
  });

  it.each([
    [`last_activity_at = now() - interval '12 hours 1 minute'`, 'idle for twelve hours'],
    [`expires_at = now() - interval '1 second'`, 'seven days old'],
  ])('expire with %s', async (change) => {
    const person = await newPerson(`over-${Math.random()}@kontor.test`);
    const session = await signIn(app.url, person);
    await app.db.query(`update sessions set ${change} where user_id = (select id from users where email = $1)`, [
      person.email,
    ]);
    await session.get('/auth/me').expect(401);
  });

  it('store the last activity at most once in five minutes', async () => {
    const person = await newPerson('busy@kontor.test');
    const session = await signIn(app.url, person);
    await app.db.query(
      `update sessions set last_activity_at = now() - interval '6 minutes' where user_id = (select id from users
        where email = $1)`,
      [person.email],
    );
    const read = async () =>
      (
        await app.db.query(
          `select xmin::text, last_activity_at > now() - interval '1 minute' as recent from sessions
            where user_id = (select id from users where email = $1)`,
          [person.email],
        )
      ).rows[0];
    await session.get('/auth/me').expect(200);
    const first = await read();
    expect(first.recent).toBe(true);
    await Promise.all(Array.from({ length: 20 }, () => session.get('/auth/me').expect(200)));
    expect(await read()).toEqual(first);
  });

  it('end within a second after a deactivation or a change of roles on another instance', async () => {
    const person = await newPerson('leaver@kontor.test');
    await app.db.query(
      `insert into user_roles select u.id, r.id from users u, roles r where u.email = $1 and r.name = 'admin'`,
      [person.email],
    );
    const session = await signIn(app.url, person);
    await session.get('/settings').expect(200);
    await app.db.query(`delete from user_roles where user_id = (select id from users where email = $1)`, [
      person.email,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await session.get('/settings').expect(403);
    await app.db.query('update users set is_active = false where email = $1', [person.email]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await session.get('/auth/me').expect(401);
  });

  it('are rejected with an invalid cookie, never ignored', async () => {
    for (const value of ['', 'x', 'A'.repeat(43), "' or 1=1 --"]) {
      const { body } = await caller(app.url, { Cookie: `kontor_session=${value}` })
        .get('/auth/me')
        .expect(401);
      expect(body.code).toBe('invalid-credentials');
    }
    expect((await app.anonymous.get('/auth/me').expect(401)).body.code).toBe('not-signed-in');
  });

  it('are not for API keys', async () => {
    expect((await app.admin.get('/auth/me').expect(200)).body.credential).toBe('api-key');
    await app.admin.get('/auth/sessions').expect(403);
    await app.admin.post('/auth/logout').expect(403);
    await app.admin
      .post('/auth/password')
      .send({ currentPassword: ADMIN.password, newPassword: NEW_PASSWORD })
      .expect(403);
  });
});
