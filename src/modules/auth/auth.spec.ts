import { ADMIN, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { caller } from '../../../test/harness/caller.js';
import { Config } from '../../platform/config/index.js';
import { FirstAdmin, Passwords } from '../users/index.js';

const cookiesOf = (answer: { headers: Record<string, unknown> }): string[] =>
  [answer.headers['set-cookie']].flat().filter((line) => typeof line === 'string');
const pair = (cookies: string[], name: string): string =>
  cookies.find((line) => line.startsWith(`${name}=`))?.split(';', 1)[0] ?? '';
const NEW_PASSWORD = 'nine quiet rivers turn north';

describe('auth', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ TRUST_PROXY_HOPS: '1' })));
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

  describe('signing in', () => {
    it('returns the user and sets two cookies', async () => {
      const answer = await login().expect(200);
      expect(answer.body.user).toMatchObject({
        email: ADMIN.email,
        recordAccess: 'all',
        credential: 'session',
        sessionId: answer.body.sessionId,
      });
      expect(cookiesOf(answer)).toEqual([
        expect.stringMatching(
          /^kontor_session=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
        ),
        expect.stringMatching(
          /^kontor_device=[\w.-]+; Max-Age=31536000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
        ),
      ]);
      expect(answer.headers['cache-control']).toContain('no-store');
    });

    it('binds the cookies to the host with https', async () => {
      const answer = await login(ADMIN, { 'X-Forwarded-Proto': 'https', Host: 'crm.example.com' }).expect(200);
      for (const name of ['__Host-kontor_session', '__Host-kontor_device'])
        expect(cookiesOf(answer)).toContainEqual(
          expect.stringMatching(new RegExp(`^${name}=.*; HttpOnly; Secure; SameSite=Lax$`)),
        );
    });

    it('stores no token in the database, and passwords with argon2id', async () => {
      const token = pair(cookiesOf(await login().expect(200)), 'kontor_session').split('=')[1] ?? '';
      const { rows } = await app.db.query(
        `select (select json_agg(s)::text from sessions s) || (select json_agg(e)::text from events e)
          as dump, (select password_hash from users where email = $1)`,
        [ADMIN.email],
      );
      expect(rows[0].dump).not.toContain(token);
      expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      for (const stored of JSON.stringify(rows).match(/[0-9a-f]{64}/g) ?? [])
        await caller(app.url, { Cookie: `kontor_session=${stored}` })
          .get('/auth/me')
          .expect(401);
    });

    it('returns the same error for unknown users, wrong passwords and inactive users', async () => {
      const inactive = await newPerson('inactive@kontor.test');
      await app.db.query('update users set is_active = false where email = $1', [inactive.email]);
      const answers = await Promise.all([
        login({ email: 'nobody@kontor.test', password: 'x' }),
        login({ ...ADMIN, password: 'x' }),
        login(inactive),
      ]);
      const bodies = answers.map(({ body }) => ({ ...body, requestId: 'any' }));
      expect(bodies[0]).toMatchObject({ status: 401, code: 'wrong-login' });
      expect(bodies[1]).toEqual(bodies[0]);
      expect(bodies[2]).toEqual(bodies[0]);
    });

    it('does the same work for unknown users and wrong passwords', async () => {
      const inactive = await newPerson('slow@kontor.test');
      await app.db.query('update users set is_active = false where email = $1', [inactive.email]);
      const passwords = app.app.get(Passwords);
      const verify = jest.spyOn(passwords, 'verify');
      const workOf = async (email: string): Promise<object> => {
        await app.db.query('truncate login_failures');
        verify.mockClear();
        const logged = async (): Promise<number> =>
          (await app.db.query(`select 1 from security_logs where user_email = $1`, [email])).rowCount ?? 0;
        const before = await logged();
        await login({ email, password: 'x' }).expect(401);
        const counted = (await app.db.query('select 1 from login_failures')).rowCount;
        return { comparisons: verify.mock.calls.length, counted, logged: (await logged()) - before };
      };
      try {
        // The comparison of a password takes most of the time, and must run also for unknown and inactive users.
        for (const email of [ADMIN.email, 'nobody@kontor.test', inactive.email])
          expect([email, await workOf(email)]).toEqual([email, { comparisons: 1, counted: 3, logged: 1 }]);
      } finally {
        verify.mockRestore();
      }
    });

    it('returns a new token and ends the previous session of the browser', async () => {
      const planted = pair(cookiesOf(await login().expect(200)), 'kontor_session');
      const next = pair(cookiesOf(await login(ADMIN, { Cookie: planted }).expect(200)), 'kontor_session');
      expect(next).not.toBe(planted);
      await caller(app.url, { Cookie: planted }).get('/auth/me').expect(401);
      await caller(app.url, { Cookie: next }).get('/auth/me').expect(200);
    });

    it('replaces a weak hash', async () => {
      const person = await newPerson('weak@kontor.test');
      const { hash } = await import('@node-rs/argon2');
      await app.db.query('update users set password_hash = $2 where email = $1', [
        person.email,
        await hash(person.password, { memoryCost: 4_096, timeCost: 1, parallelism: 1 }),
      ]);
      await login(person).expect(200);
      const { rows } = await app.db.query('select password_hash from users where email = $1', [person.email]);
      expect(rows[0].password_hash).toContain('m=19456,t=2,p=1');
      await login(person).expect(200);
    });

    it('accepts no Idempotency-Key, which would store the session', async () => {
      const { body } = await login(ADMIN, { 'Idempotency-Key': 'same-key-1' }).expect(400);
      expect(body.code).toBe('idempotency-key-not-supported');
      expect((await app.db.query('select 1 from idempotency_keys')).rowCount).toBe(0);
    });

    it('records an event with the user', async () => {
      await app.db.query('delete from events');
      const { body } = await login().expect(200);
      const { rows } = await app.db.query('select type, resource_id, actor from events order by sequence');
      expect(rows.map(({ type }) => type)).toEqual(['session.created', 'user.signed_in']);
      expect(rows[0].resource_id).toBe(body.sessionId);
      expect(rows[1].actor).toMatchObject({ userId: body.user.id });
    });
  });

  describe('guessing', () => {
    it('is stopped after ten attempts per account and address, also for unknown accounts', async () => {
      for (const email of [ADMIN.email, 'nobody@kontor.test']) {
        const statuses = (await Promise.all(Array.from({ length: 12 }, () => login({ email, password: 'x' }))))
          .map(({ status }) => status)
          .sort();
        expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
        const { headers, body } = await login({ email, password: 'x' }).expect(429);
        expect(Number(headers['retry-after'])).toBeGreaterThan(800);
        expect(body.code).toBe('too-many-logins');
      }
    });

    it('is stopped after a hundred attempts from one address or IPv6 network', async () => {
      await app.db.query(`insert into login_failures (bucket, failures) values ('address:2001:db8:0:1', 99)`);
      await login({ email: 'a@kontor.test', password: 'x' }, { 'X-Forwarded-For': '2001:db8:0:1::1' }).expect(401);
      await login({ email: 'b@kontor.test', password: 'x' }, { 'X-Forwarded-For': '2001:db8:0:1:ffff::2' }).expect(429);
      await login({ email: 'b@kontor.test', password: 'x' }, { 'X-Forwarded-For': '2001:db8:0:2::2' }).expect(401);
    });

    it('from many addresses delays an account, but not on known devices', async () => {
      const device = pair(cookiesOf(await login().expect(200)), 'kontor_device');
      for (let at = 0; at < 20; at += 1)
        await login({ ...ADMIN, password: 'x' }, { 'X-Forwarded-For': `10.1.${at}.1` }).expect(401);
      const { headers } = await login(ADMIN, { 'X-Forwarded-For': '10.2.0.1' }).expect(429);
      expect(Number(headers['retry-after'])).toBe(1);
      await login(ADMIN, { 'X-Forwarded-For': '10.2.0.1', Cookie: device }).expect(200);
      await login(ADMIN, { 'X-Forwarded-For': '10.1.3.1', Cookie: device }).expect(200);
    });

    it('rejects a device cookie of another user and a forged cookie', async () => {
      const other = await newPerson('other-device@kontor.test');
      const device = pair(cookiesOf(await login(other).expect(200)), 'kontor_device');
      await app.db.query(`truncate login_failures`);
      for (let at = 0; at < 10; at += 1) await login({ ...ADMIN, password: 'x' }).expect(401);
      await login(ADMIN, { Cookie: device }).expect(429);
      await login(ADMIN, { Cookie: 'kontor_device=AAAAAAAAAAAAAAAA.' + '0'.repeat(64) }).expect(429);
    });

    it('is reset by a successful login', async () => {
      for (let at = 0; at < 9; at += 1) await login({ ...ADMIN, password: 'x' }).expect(401);
      await login().expect(200);
      for (let at = 0; at < 9; at += 1) await login({ ...ADMIN, password: 'x' }).expect(401);
    });
  });

  describe('changing the password', () => {
    it('ends the other sessions and the old password', async () => {
      const person = await newPerson('changer@kontor.test');
      const [one, other] = [await signIn(app.url, person), await signIn(app.url, person)];
      await other.get('/auth/me').expect(200);
      await one.post('/auth/password').send({ currentPassword: 'wrong', newPassword: NEW_PASSWORD }).expect(422);
      await one
        .post('/auth/password')
        .send({ currentPassword: person.password, newPassword: NEW_PASSWORD })
        .expect(204);
      await one.get('/auth/me').expect(200);
      await other.get('/auth/me').expect(401);
      await login(person).expect(401);
      await login({ ...person, password: NEW_PASSWORD }).expect(200);
      const { rows } = await app.db.query(`select payload from events where type = 'user.password_changed'`);
      expect(rows.map(({ payload }) => payload)).toEqual([{ revokedSessions: 1 }]);
    });

    it.each([
      ['short', 'fourteen chars'],
      ['common', 'correct horse battery staple'],
      ['common', 'Password-Password-1'],
      ['pattern', 'aaaaaaaaaaaaaaaaaaaa'],
      ['pattern', 'abcabcabcabcabcabc'],
      ['sequence', 'abcdefghijklmnopq'],
      ['own', 'my mail is policed@kontor.test'],
      ['company', 'i work at Globex today'],
      ['NUL', 'nine quiet\u0000 rivers turn'],
      ['long', '🦊'.repeat(64) + 'a'.repeat(65)],
    ])('rejects a %s password: %s', async (_, newPassword) => {
      const person = { email: 'policed@kontor.test', password: ADMIN.password };
      await app.db.query(
        `insert into users (email, password_hash) select $1, password_hash from users where email = $2
          on conflict do nothing`,
        [person.email, ADMIN.email],
      );
      await app.admin.put('/settings/company_name').send({ value: 'Globex' }).expect(200);
      const { body } = await (
        await signIn(app.url, person)
      )
        .post('/auth/password')
        .send({ currentPassword: person.password, newPassword })
        .expect(422);
      expect(body.errors[0].pointer).toBe('#/newPassword');
    });

    it.each([
      [' leading and trailing spaces '],
      ['👩‍👩‍👧 die Füchse schlafen spät 🦊'],
      ['a word, a'.repeat(14) + 'bcdef'],
    ])('keeps %s exactly', async (newPassword) => {
      const person = await newPerson(`exact-${Math.random()}@kontor.test`);
      await (
        await signIn(app.url, person)
      )
        .post('/auth/password')
        .send({ currentPassword: person.password, newPassword })
        .expect(newPassword.length > 128 ? 422 : 204);
      if (newPassword.length <= 128) await login({ ...person, password: newPassword }).expect(200);
      if (newPassword.trim() !== newPassword) await login({ ...person, password: newPassword.trim() }).expect(401);
    });
  });

  it('rejects the password of the first admin by the same rules', async () => {
    const empty = await startApp({ ROLE: 'web' });
    const [first, config] = [empty.app.get(FirstAdmin, { strict: false }), empty.app.get(Config, { strict: false })];
    try {
      await removeUsers(empty);
      for (const [password, why] of [
        ['a'.repeat(15), 'repeats'],
        ['correct horse battery staple', 'is a common password'],
        ['the admin of the whole house', 'must not contain your name'],
      ]) {
        Object.assign(config, { ADMIN_PASSWORD: password });
        await expect(first.ensure()).rejects.toThrow(`Configuration: ADMIN_PASSWORD ${why}`);
      }
      expect((await empty.db.query('select 1 from users')).rowCount).toBe(0);
    } finally {
      await empty.close();
    }
  });

  it('creates one first admin with concurrent instances', async () => {
    const first = app.app.get(FirstAdmin, { strict: false });
    expect(await first.ensure()).toBeUndefined();
    const empty = await startApp();
    try {
      await removeUsers(empty);
      const created = await Promise.all(
        Array.from({ length: 5 }, () => empty.app.get(FirstAdmin, { strict: false }).ensure()),
      );
      expect(created.filter(Boolean)).toEqual([{ email: ADMIN.email }]);
      expect((await empty.db.query('select 1 from users')).rowCount).toBe(1);
    } finally {
      await empty.close();
    }
  });
});

/** Removes all users. The truncation locks many tables, and a job of the application can lock them in another order. */
async function removeUsers(app: TestApp): Promise<void> {
  const isDone = (): Promise<boolean> =>
    app.db.query('truncate users cascade').then(
      () => true,
      (error: { code?: string }) => error.code !== '40P01' && Promise.reject(error),
    );
  while (!(await isDone()));
}
