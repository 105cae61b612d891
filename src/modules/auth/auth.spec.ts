import { ADMIN, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { caller } from '../../../test/harness/caller.js';
import { FirstAdmin } from '../users/index.js';

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
    it('answers who it is and sets the two cookies', async () => {
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

    it('binds the cookies to the host where it is reached over https', async () => {
      const answer = await login(ADMIN, { 'X-Forwarded-Proto': 'https', Host: 'crm.example.com' }).expect(200);
      for (const name of ['__Host-kontor_session', '__Host-kontor_device'])
        expect(cookiesOf(answer)).toContainEqual(
          expect.stringMatching(new RegExp(`^${name}=.*; HttpOnly; Secure; SameSite=Lax$`)),
        );
    });

    it('keeps no token in the database, and stores argon2id', async () => {
      const token = pair(cookiesOf(await login().expect(200)), 'kontor_session').split('=')[1] ?? '';
      const { rows } = await app.db.query(
        `select (select json_agg(s)::text from sessions s) || (select json_agg(e)::text from events e) as dump, (select password_hash from users where email = $1)`,
        [ADMIN.email],
      );
      expect(rows[0].dump).not.toContain(token);
      expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      for (const stored of JSON.stringify(rows).match(/[0-9a-f]{64}/g) ?? [])
        await caller(app.url, { Cookie: `kontor_session=${stored}` })
          .get('/auth/me')
          .expect(401);
    });

    it('answers the same for somebody unknown, a wrong password and somebody inactive', async () => {
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

    it('takes as long for somebody unknown as for a wrong password', async () => {
      const time = async (email: string, round: number): Promise<number> => {
        const begun = performance.now();
        await login({ email, password: 'x' }, { 'X-Forwarded-For': `10.0.${round}.1` });
        return performance.now() - begun;
      };
      const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
      // In pairs, each the other way round than the one before: what slows the machine for a while slows both of a pair.
      const [known, differences]: number[][] = [[], []];
      for (let round = 0; round < 50; round += 1) {
        const pair: Record<string, number> = {};
        const emails = ['nobody@kontor.test', ADMIN.email];
        for (const email of round % 2 ? emails.toReversed() : emails) pair[email] = await time(email, round);
        known?.push(pair[ADMIN.email] ?? 0);
        differences?.push((pair['nobody@kontor.test'] ?? 0) - (pair[ADMIN.email] ?? 0));
        await app.db.query('truncate login_failures');
      }
      expect(Math.abs(median(differences ?? []))).toBeLessThan(Math.max(5, 0.1 * median(known ?? [])));
    });

    it('gives a new token and ends the session that the browser brought along', async () => {
      const planted = pair(cookiesOf(await login().expect(200)), 'kontor_session');
      const next = pair(cookiesOf(await login(ADMIN, { Cookie: planted }).expect(200)), 'kontor_session');
      expect(next).not.toBe(planted);
      await caller(app.url, { Cookie: planted }).get('/auth/me').expect(401);
      await caller(app.url, { Cookie: next }).get('/auth/me').expect(200);
    });

    it('hashes anew where the stored hash is weak', async () => {
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

    it('keeps nothing under an Idempotency-Key', async () => {
      const [one, other] = [
        await login(ADMIN, { 'Idempotency-Key': 'same-key-1' }).expect(200),
        await login(ADMIN, { 'Idempotency-Key': 'same-key-1' }).expect(200),
      ];
      expect(one.body.sessionId).not.toBe(other.body.sessionId);
      expect((await app.db.query('select 1 from idempotency_keys')).rowCount).toBe(0);
    });

    it('tells what happened, and who did it', async () => {
      await app.db.query('delete from events');
      const { body } = await login().expect(200);
      const { rows } = await app.db.query('select type, resource_id, actor from events order by sequence');
      expect(rows.map(({ type }) => type)).toEqual(['session.created', 'user.signed_in']);
      expect(rows[0].resource_id).toBe(body.sessionId);
      expect(rows[1].actor).toMatchObject({ userId: body.user.id });
    });
  });

  describe('guessing', () => {
    it('is stopped after ten tries per account and address, whether or not the account exists', async () => {
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

    it('is stopped after a hundred tries from one address, and IPv6 neighbours are one address', async () => {
      await app.db.query(`insert into login_failures (bucket, failures) values ('address:2001:db8:0:1', 99)`);
      await login({ email: 'a@kontor.test', password: 'x' }, { 'X-Forwarded-For': '2001:db8:0:1::1' }).expect(401);
      await login({ email: 'b@kontor.test', password: 'x' }, { 'X-Forwarded-For': '2001:db8:0:1:ffff::2' }).expect(429);
      await login({ email: 'b@kontor.test', password: 'x' }, { 'X-Forwarded-For': '2001:db8:0:2::2' }).expect(401);
    });

    it('from everywhere slows an account down, but never the owner on their own device', async () => {
      const device = pair(cookiesOf(await login().expect(200)), 'kontor_device');
      for (let at = 0; at < 20; at += 1)
        await login({ ...ADMIN, password: 'x' }, { 'X-Forwarded-For': `10.1.${at}.1` }).expect(401);
      const { headers } = await login(ADMIN, { 'X-Forwarded-For': '10.2.0.1' }).expect(429);
      expect(Number(headers['retry-after'])).toBe(1);
      await login(ADMIN, { 'X-Forwarded-For': '10.2.0.1', Cookie: device }).expect(200);
      await login(ADMIN, { 'X-Forwarded-For': '10.1.3.1', Cookie: device }).expect(200);
    });

    it('does not take a device cookie of somebody else, or a made-up one', async () => {
      const other = await newPerson('other-device@kontor.test');
      const device = pair(cookiesOf(await login(other).expect(200)), 'kontor_device');
      await app.db.query(`truncate login_failures`);
      for (let at = 0; at < 10; at += 1) await login({ ...ADMIN, password: 'x' }).expect(401);
      await login(ADMIN, { Cookie: device }).expect(429);
      await login(ADMIN, { Cookie: 'kontor_device=AAAAAAAAAAAAAAAA.' + '0'.repeat(64) }).expect(429);
    });

    it('is forgiven by a success', async () => {
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
    ])('refuses a %s one: %s', async (_, newPassword) => {
      const person = { email: 'policed@kontor.test', password: ADMIN.password };
      await app.db.query(
        `insert into users (email, password_hash) select $1, password_hash from users where email = $2 on conflict do nothing`,
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
    ])('takes %s exactly as it is', async (newPassword) => {
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

  it('makes one first admin, however many instances start at once', async () => {
    const first = app.app.get(FirstAdmin, { strict: false });
    expect(await first.ensure()).toBeUndefined();
    const empty = await startApp();
    try {
      await empty.db.query('truncate users cascade');
      const made = await Promise.all(
        Array.from({ length: 5 }, () => empty.app.get(FirstAdmin, { strict: false }).ensure()),
      );
      expect(made.filter(Boolean)).toEqual([{ email: ADMIN.email }]);
      expect((await empty.db.query('select 1 from users')).rowCount).toBe(1);
    } finally {
      await empty.close();
    }
  });
});
