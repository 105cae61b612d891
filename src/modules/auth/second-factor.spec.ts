import { Secret, TOTP } from 'otpauth';
import { createApiKey, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { newPerson, type Person } from '../../../test/harness/account-mails.js';
import { caller, type Caller } from '../../../test/harness/caller.js';
import { AccessCache } from '../users/index.js';

const LONG = 'nine quiet rivers turn north';
const SHORT = 'q7!vRz0p';

describe('a second factor', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ ROLE: 'web', TRUST_PROXY_HOPS: '1' })));
  afterAll(() => app.close());
  beforeEach(() => app.db.query('truncate login_failures'));

  const codeOf = (secret: string, steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
  const login = (body: object, headers: Record<string, string> = {}) =>
    caller(app.url, headers).post('/auth/login').send(body);
  /** Allows a second use of a code in the same 30 seconds. */
  const forgetUse = ({ id }: Person) => app.db.query('update user_totp set last_step = null where user_id = $1', [id]);

  interface Owner extends Person {
    readonly session: Caller;
    readonly secret: string;
    readonly recoveryCodes: string[];
  }

  async function setUp(role?: string): Promise<Owner> {
    const person = await newPerson(app, role ? { role } : {});
    const session = await signIn(app.url, person);
    const { secret } = (await session.post('/auth/totp/start').expect(200)).body as { secret: string };
    const { recoveryCodes } = (
      await session
        .post('/auth/totp/confirm')
        .send({ code: codeOf(secret) })
        .expect(200)
    ).body as { recoveryCodes: string[] };
    await forgetUse(person);
    return { ...person, session, secret, recoveryCodes };
  }

  it('is set up with an authenticator and enabled by a code', async () => {
    const person = await newPerson(app);
    const session = await signIn(app.url, person);
    expect((await session.get('/auth/totp').expect(200)).body).toEqual({
      isEnabled: false,
      enabledAt: null,
      mustSetUp: false,
      recoveryCodesLeft: 0,
    });
    const { body } = await session.post('/auth/totp/start').expect(200);
    expect(body.uri).toBe(
      `otpauth://totp/Kontor:${encodeURIComponent(person.email)}?issuer=Kontor&secret=${body.secret}&algorithm=SHA1&digits=6&period=30`,
    );
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
    await login({ email: person.email, password: person.password }).expect(200);
    const wrong = (Number(codeOf(body.secret)) + 1).toString().padStart(6, '0').slice(-6);
    expect((await session.post('/auth/totp/confirm').send({ code: wrong }).expect(422)).body.errors[0].code).toBe(
      'wrong-code',
    );
    const confirmed = await session
      .post('/auth/totp/confirm')
      .send({ code: codeOf(body.secret) })
      .expect(200);
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
    expect((await session.get('/auth/totp').expect(200)).body).toMatchObject({
      isEnabled: true,
      recoveryCodesLeft: 10,
    });
    expect((await session.post('/auth/totp/start').expect(409)).body.code).toBe('totp-enabled');
    const { rows } = await app.db.query(
      `select (select json_agg(t)::text from user_totp t) || (select json_agg(c)::text
        from user_recovery_codes c) || (select json_agg(e)::text from events e) || (select json_agg(l)::text
        from security_logs l) as dump`,
    );
    for (const secret of [
      body.secret,
      ...confirmed.body.recoveryCodes,
      ...confirmed.body.recoveryCodes.map((code: string) => code.replaceAll('-', '')),
    ])
      expect(rows[0].dump).not.toContain(secret);
    const reported = await app.db.query(
      `select (select payload from events where type = 'user.totp_enabled' and resource_id = $1)
        as payload, (select count(*)::int from security_logs where event_type = 'totp_enabled' and user_id = $1)
        as logged`,
      [person.id],
    );
    expect(reported.rows).toEqual([{ payload: { byAdmin: false }, logged: 1 }]);
  });

  it('is requested only after the right password', async () => {
    const { email, password, secret } = await setUp();
    const [required, wrong, unknown] = [
      await login({ email, password }),
      await login({ email, password: 'x', code: codeOf(secret) }),
      await login({ email: 'nobody@kontor.test', password: 'x', code: '000000' }),
    ];
    expect([required.status, required.body.code, required.headers['set-cookie']]).toEqual([
      401,
      'totp-required',
      undefined,
    ]);
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong-login']);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    await login({ email, password, code: codeOf(secret) }).expect(200);
  });

  it('accepts codes of the previous, current and next half minute', async () => {
    const owner = await setUp();
    const { email, password, secret } = owner;
    // A 30-second step may end between creating and sending a code. Three steps are outside the window in this case
    // too.
    for (const [steps, status] of [
      [-3, 401],
      [3, 401],
      [-1, 200],
      [0, 200],
    ] as const) {
      const started = Math.floor(Date.now() / 30_000);
      const answer = await login({ email, password, code: codeOf(secret, steps) });
      if (Math.floor(Date.now() / 30_000) === started) expect([steps, answer.status]).toEqual([steps, status]);
    }
  });

  it('accepts a code once and no earlier code, also with concurrent requests', async () => {
    const { email, password, secret } = await setUp();
    const code = codeOf(secret);
    const before = codeOf(secret, -1);
    const answers = await Promise.all(Array.from({ length: 8 }, () => login({ email, password, code })));
    expect(answers.map(({ status, body }) => (body.code as string | undefined) ?? String(status)).sort()).toEqual([
      '200',
      ...Array.from({ length: 7 }, () => 'wrong-code'),
    ]);
    expect(answers.find(({ status }) => status === 401)?.body.code).toBe('wrong-code');
    await app.db.query('truncate login_failures');
    await login({ email, password, code: before }).expect(401);
  });

  it('limits attempts like a password', async () => {
    const { email, password, secret } = await setUp();
    const wrong = codeOf(secret, 50);
    for (let at = 0; at < 10; at += 1) expect((await login({ email, password, code: wrong })).status).toBe(401);
    expect((await login({ email, password, code: codeOf(secret) }).expect(429)).body.code).toBe('too-many-logins');
    await app.db.query('truncate login_failures');
    // A login without a code is not counted as an attempt.
    for (let at = 0; at < 15; at += 1) expect((await login({ email, password })).body.code).toBe('totp-required');
    await login({ email, password, code: codeOf(secret) }).expect(200);
  });

  it('allows ten wrong codes in total, also between right passwords', async () => {
    const { id, email, password, secret, session } = await setUp();
    const wrong = codeOf(secret, 50);
    const statuses: number[] = [];
    for (let at = 0; at < 14; at += 1) {
      statuses.push((await session.delete('/auth/totp').send({ code: wrong })).status);
      // The current password is correct, the new password is not: this request must not reset the count of codes.
      expect(
        (await session.post('/auth/password').send({ currentPassword: password, newPassword: 'password1234567' }))
          .status,
      ).toBe(422);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), ...Array.from({ length: 4 }, () => 429)]);
    // The limit also applies to logins, other addresses, devices and sessions.
    expect(
      (await login({ email, password, code: codeOf(secret) }, { 'X-Forwarded-For': '10.9.9.9' }).expect(429)).body.code,
    ).toBe('too-many-logins');
    expect(
      Number(
        (
          await session
            .post('/auth/step-up')
            .send({ password, code: codeOf(secret) })
            .expect(429)
        ).headers['retry-after'],
      ),
    ).toBeGreaterThan(60);
    const { rows } = await app.db.query(`select failures from login_failures where bucket = $1`, [`factor:${id}`]);
    expect(rows).toEqual([{ failures: 10 }]);
  });

  it('is needed to reset the count of wrong passwords', async () => {
    const { password, session } = await setUp();
    await app.db.query('truncate login_failures');
    const counts = async () => (await app.db.query('select bucket, failures from login_failures order by bucket')).rows;
    const change = (currentPassword: string) =>
      session.post('/auth/password').send({ currentPassword, newPassword: 'password1234567' });
    for (let at = 0; at < 3; at += 1) await change('x').expect(422);
    const before = await counts();
    expect(before).toContainEqual(expect.objectContaining({ failures: 3 }));
    expect((await change(password).expect(422)).body.errors[0].pointer).toBe('#/newPassword');
    expect(await counts()).toEqual(before);
  });

  it('allows one attempt per 15 minutes after that, and a right code resets the count', async () => {
    const { id, email, password, secret, session } = await setUp();
    const bucket = `factor:${id}`;
    const failures = async (): Promise<number | undefined> =>
      (await app.db.query<{ failures: number }>('select failures from login_failures where bucket = $1', [bucket]))
        .rows[0]?.failures;
    for (let at = 0; at < 10; at += 1)
      await session
        .delete('/auth/totp')
        .send({ code: codeOf(secret, 50) })
        .expect(422);
    await app.db.query(
      `update login_failures set last_failed_at = last_failed_at - interval '15 minutes' where bucket = $1`,
      [bucket],
    );
    await session
      .delete('/auth/totp')
      .send({ code: codeOf(secret, 50) })
      .expect(422);
    await session
      .delete('/auth/totp')
      .send({ code: codeOf(secret) })
      .expect(429);
    expect(await failures()).toBe(11);
    await app.db.query(
      `update login_failures set last_failed_at = last_failed_at - interval '15 minutes' where bucket = $1`,
      [bucket],
    );
    await login({ email, password, code: codeOf(secret) }).expect(200);
    expect(await failures()).toBeUndefined();
  });

  it('sends one mail to the user after ten wrong codes', async () => {
    const { id, secret, session } = await setUp();
    const mails = async (): Promise<number> =>
      (await app.db.query(`select 1 from jobs where kind = 'mail.send'`)).rowCount ?? 0;
    const before = await mails();
    for (let at = 0; at < 9; at += 1)
      await session
        .delete('/auth/totp')
        .send({ code: codeOf(secret, 50) })
        .expect(422);
    expect(await mails()).toBe(before);
    for (let at = 0; at < 3; at += 1) await session.delete('/auth/totp').send({ code: codeOf(secret, 50) });
    expect(await mails()).toBe(before + 1);
    const { rows } = await app.db.query(
      `select details from security_logs where event_type = 'account_locked' and user_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ details: { bucket: 'factor', failures: 10 } }]);
  });

  it('is required for a new password, unless the session used it within ten minutes', async () => {
    const { id, password, secret, session } = await setUp();
    await app.db.query(`update sessions set proven_at = now() - interval '11 minutes' where user_id = $1`, [id]);
    app.app.get(AccessCache).drop();
    const change = (more: object, currentPassword = password) =>
      session.post('/auth/password').send({ currentPassword, newPassword: LONG, ...more });
    expect((await change({}).expect(422)).body.errors[0]).toMatchObject({ pointer: '#/code', code: 'totp-required' });
    expect((await change({ code: codeOf(secret, 50) }).expect(422)).body.errors[0]).toMatchObject({
      pointer: '#/code',
      code: 'wrong-code',
    });
    expect((await change({ code: codeOf(secret) }, 'x').expect(422)).body.errors[0]).toMatchObject({
      pointer: '#/currentPassword',
      code: 'wrong-password',
    });
    await change({ code: codeOf(secret) }).expect(204);
  });

  it('without confirmation is removed after five wrong codes, also concurrent ones', async () => {
    const person = await newPerson(app);
    const session = await signIn(app.url, person);
    const start = async (): Promise<string> =>
      (await session.post('/auth/totp/start').expect(200)).body.secret as string;
    const confirm = (code: string) => session.post('/auth/totp/confirm').send({ code });
    const secret = await start();
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(codeOf(secret, 50))));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === 'totp-not-started')).toHaveLength(45);
    expect((await app.db.query('select from user_totp where user_id = $1', [person.id])).rowCount).toBe(0);
    expect((await confirm(codeOf(secret)).expect(409)).body.code).toBe('totp-not-started');
    const next = await start();
    for (let at = 0; at < 4; at += 1) await confirm(codeOf(next, 50)).expect(422);
    await confirm(codeOf(next)).expect(200);
    expect((await session.get('/auth/totp').expect(200)).body.isEnabled).toBe(true);
  });

  it('is replaced by a recovery code once, also with concurrent requests', async () => {
    const { id, email, password, recoveryCodes, session } = await setUp();
    const [code = ''] = recoveryCodes;
    const answers = await Promise.all(Array.from({ length: 8 }, () => login({ email, password, recoveryCode: code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 401)]);
    expect((await session.get('/auth/totp').expect(200)).body.recoveryCodesLeft).toBe(9);
    expect(
      (
        await app.db.query(
          `select severity from security_logs where event_type = 'recovery_code_used' and user_id = $1`,
          [id],
        )
      ).rows,
    ).toEqual([{ severity: 'warning' }]);
    const other = await setUp();
    await login({ email, password, recoveryCode: other.recoveryCodes[0] }).expect(401);
    await app.db.query('truncate login_failures');
    const { body } = await session.post('/auth/totp/recovery-codes').expect(200);
    await login({ email, password, recoveryCode: recoveryCodes[1] }).expect(401);
    await login({ email, password, recoveryCode: ` ${(body.recoveryCodes[0] as string).replaceAll('-', ' ')}` }).expect(
      200,
    );
  });

  it('is removed with a code, with all its data', async () => {
    const owner = await setUp();
    const { session, id, email, password, secret, recoveryCodes } = owner;
    expect((await session.delete('/auth/totp').send({}).expect(422)).body.errors[0].code).toBe('totp-required');
    expect(
      (
        await session
          .delete('/auth/totp')
          .send({ code: codeOf(secret, 50) })
          .expect(422)
      ).body.errors[0].code,
    ).toBe('wrong-code');
    await session.delete('/auth/totp').send({ recoveryCode: recoveryCodes[3] }).expect(204);
    await login({ email, password }).expect(200);
    expect(
      (
        await session
          .delete('/auth/totp')
          .send({ code: codeOf(secret) })
          .expect(409)
      ).body.code,
    ).toBe('totp-disabled');
    expect((await session.post('/auth/totp/recovery-codes').expect(409)).body.code).toBe('totp-disabled');
    const { rows } = await app.db.query(
      `select (select count(*)::int from user_totp where user_id = $1) + (select count(*)::int from user_recovery_codes
        where user_id = $1) as left, (select count(*)::int from events where type = 'user.totp_disabled'
        and resource_id = $1) as reported, (select count(*)::int from security_logs where event_type = 'totp_disabled'
        and user_id = $1) as logged`,
      [id],
    );
    expect(rows).toEqual([{ left: 0, reported: 1, logged: 1 }]);
  });

  it('allows a short password and cannot be removed with one', async () => {
    const { session, email, password, recoveryCodes } = await setUp();
    await session.post('/auth/password').send({ currentPassword: password, newPassword: SHORT }).expect(204);
    await login({ email, password: SHORT, recoveryCode: recoveryCodes[0] }).expect(200);
    expect(
      (await session.delete('/auth/totp').send({ recoveryCode: recoveryCodes[1] }).expect(422)).body.errors[0],
    ).toMatchObject({ pointer: '#/newPassword', code: 'too-short' });
    expect(
      (await session.delete('/auth/totp').send({ recoveryCode: recoveryCodes[1], newPassword: SHORT }).expect(422)).body
        .errors[0].pointer,
    ).toBe('#/newPassword');
    await session.delete('/auth/totp').send({ recoveryCode: recoveryCodes[1], newPassword: LONG }).expect(204);
    await login({ email, password: LONG }).expect(200);
    const bare = await newPerson(app);
    await (
      await signIn(app.url, bare)
    )
      .post('/auth/password')
      .send({ currentPassword: bare.password, newPassword: SHORT })
      .expect(422);
  });

  it('is not for API keys', async () => {
    for (const [verb, path] of [
      ['get', '/auth/totp'],
      ['post', '/auth/totp/start'],
      ['post', '/auth/totp/recovery-codes'],
    ] as const)
      expect((await app.admin[verb](path).expect(403)).body.code).toBe('session-required');
  });

  describe('required by a role', () => {
    const demand = (role: string, on: boolean) =>
      app.db.query('update roles set requires_totp = $2 where name = $1', [role, on]);
    const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1_100));
    afterEach(() => demand('sales', false));

    it('allows only its setup for sessions and API keys until it is enabled', async () => {
      const person = await newPerson(app, { role: 'sales' });
      const session = await signIn(app.url, person);
      const key = caller(app.url, { 'X-API-Key': await createApiKey(session, ['leads:read']) });
      await demand('sales', true);
      await aSecond();
      const mustSetUpMfa = await signIn(app.url, person);
      for (const who of [session, mustSetUpMfa, key]) {
        for (const [verb, path] of [
          ['get', '/leads'],
          ['post', '/leads'],
          ['get', '/auth/sessions'],
          ['post', '/auth/email'],
          ['get', '/api-keys'],
        ] as const)
          expect((await who[verb](path).expect(403)).body.code).toBe('totp-setup-required');
      }
      expect((await mustSetUpMfa.get('/auth/me').expect(200)).body.mustSetUpTotp).toBe(true);
      expect((await mustSetUpMfa.get('/auth/totp').expect(200)).body.mustSetUp).toBe(true);
      await mustSetUpMfa.post('/auth/step-up').send({ password: person.password }).expect(200);
      const { body } = await mustSetUpMfa.post('/auth/totp/start').expect(200);
      await mustSetUpMfa
        .post('/auth/totp/confirm')
        .send({ code: codeOf(body.secret) })
        .expect(200);
      for (const who of [session, mustSetUpMfa, key]) await who.get('/leads').expect(200);
      expect((await mustSetUpMfa.get('/auth/me').expect(200)).body.mustSetUpTotp).toBe(false);
    });
  });

  describe('of another user', () => {
    it('is reset by users who can change users and have the same permissions', async () => {
      const { id, email, password, session } = await setUp();
      await app.admin.delete(`/users/${id}/totp`).expect(204);
      await login({ email, password }).expect(200);
      expect(
        (await app.db.query(`select payload from events where type = 'user.totp_disabled' and resource_id = $1`, [id]))
          .rows,
      ).toEqual([{ payload: { byAdmin: true } }]);
      expect((await app.admin.delete(`/users/${id}/totp`).expect(409)).body.code).toBe('totp-disabled');
      await session.get('/auth/me').expect(200);
      await app.admin.delete('/users/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a/totp').expect(404);
    });

    it('requires users with a short password to set up a new factor or a longer password', async () => {
      const { id, email, password, session, recoveryCodes } = await setUp();
      await session.post('/auth/password').send({ currentPassword: password, newPassword: SHORT }).expect(204);
      await login({ email, password: SHORT, recoveryCode: recoveryCodes[0] }).expect(200);
      await app.admin.delete(`/users/${id}/totp`).expect(204);
      const mustSetUpMfa = await signIn(app.url, { email, password: SHORT });
      expect((await mustSetUpMfa.get('/auth/sessions').expect(403)).body.code).toBe('totp-setup-required');
      await mustSetUpMfa.post('/auth/password').send({ currentPassword: SHORT, newPassword: LONG }).expect(204);
      await mustSetUpMfa.get('/auth/sessions').expect(200);
    });

    it('cannot be reset by users with fewer permissions, and the own factor needs a code', async () => {
      await app.db.query(
        `insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r join permissions p
          on p.resource = 'users' and p.action = 'update' where r.name = 'support'`,
      );
      const [support, admin] = [await newPerson(app, { role: 'support' }), await setUp('admin')];
      const session = await signIn(app.url, support);
      expect((await session.delete(`/users/${admin.id}/totp`).expect(403)).body.code).toBe('stronger-user');
      expect((await admin.session.delete(`/users/${admin.id}/totp`).expect(403)).body.code).toBe('own-totp');
      expect((await admin.session.get('/auth/totp').expect(200)).body.isEnabled).toBe(true);
      await app.db.query(
        `delete from role_permissions rp using roles r, permissions p where rp.role_id = r.id and r.name = 'support'
          and rp.permission_id = p.id and p.resource = 'users'`,
      );
    });
  });
});
