import { Secret, TOTP } from 'otpauth';
import { makeKey, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { newPerson, type Person } from '../../../test/harness/account-mails.js';
import { caller, type Caller } from '../../../test/harness/caller.js';

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
  /** A code is good for one use: whoever needs another one of the same half minute forgets that. */
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

  it('is set up with an authenticator, and holds once a code confirms it', async () => {
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
      `select (select json_agg(t)::text from user_totp t) || (select json_agg(c)::text from user_recovery_codes c) || (select json_agg(e)::text from events e) || (select json_agg(l)::text from security_logs l) as dump`,
    );
    for (const secret of [
      body.secret,
      ...confirmed.body.recoveryCodes,
      ...confirmed.body.recoveryCodes.map((code: string) => code.replaceAll('-', '')),
    ])
      expect(rows[0].dump).not.toContain(secret);
    const told = await app.db.query(
      `select (select payload from events where type = 'user.totp_enabled' and resource_id = $1) as payload, (select count(*)::int from security_logs where event_type = 'totp_enabled' and user_id = $1) as logged`,
      [person.id],
    );
    expect(told.rows).toEqual([{ payload: { byAdmin: false }, logged: 1 }]);
  });

  it('is asked for only after the password was right', async () => {
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

  it('takes a code of the half minute before and after, and no other', async () => {
    const owner = await setUp();
    const { email, password, secret } = owner;
    // Half a minute may end between making and showing a code: two steps away is far enough on both sides.
    for (const [steps, status] of [
      [-3, 401],
      [3, 401],
      [-1, 200],
      [0, 200],
    ] as const) {
      const begun = Math.floor(Date.now() / 30_000);
      const answer = await login({ email, password, code: codeOf(secret, steps) });
      if (Math.floor(Date.now() / 30_000) === begun) expect([steps, answer.status]).toEqual([steps, status]);
    }
  });

  it('takes a code once, and after it none that is older, under any number of tries at once', async () => {
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

  it('is guessed no faster than a password', async () => {
    const { email, password, secret } = await setUp();
    const wrong = codeOf(secret, 50);
    for (let at = 0; at < 10; at += 1) expect((await login({ email, password, code: wrong })).status).toBe(401);
    expect((await login({ email, password, code: codeOf(secret) }).expect(429)).body.code).toBe('too-many-logins');
    await app.db.query('truncate login_failures');
    // Not to show a code is no guess.
    for (let at = 0; at < 15; at += 1) expect((await login({ email, password })).body.code).toBe('totp-required');
    await login({ email, password, code: codeOf(secret) }).expect(200);
  });

  it('is stood in for by a recovery code, once, under any number of tries at once', async () => {
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

  it('is removed with a code, and then nothing of it is left', async () => {
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
      `select (select count(*)::int from user_totp where user_id = $1) + (select count(*)::int from user_recovery_codes where user_id = $1) as left, (select count(*)::int from events where type = 'user.totp_disabled' and resource_id = $1) as told, (select count(*)::int from security_logs where event_type = 'totp_disabled' and user_id = $1) as logged`,
      [id],
    );
    expect(rows).toEqual([{ left: 0, told: 1, logged: 1 }]);
  });

  it('lets a password be short, and is not removed while it is', async () => {
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

  describe('that a role asks for', () => {
    const demand = (role: string, on: boolean) =>
      app.db.query('update roles set requires_totp = $2 where name = $1', [role, on]);
    const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1_100));
    afterEach(() => demand('sales', false));

    it('opens nothing but the way to it, for sessions and API keys, until it is set up', async () => {
      const person = await newPerson(app, { role: 'sales' });
      const session = await signIn(app.url, person);
      const key = caller(app.url, { 'X-API-Key': await makeKey(session, ['leads:read']) });
      await demand('sales', true);
      await aSecond();
      const confined = await signIn(app.url, person);
      for (const who of [session, confined, key]) {
        for (const [verb, path] of [
          ['get', '/leads'],
          ['post', '/leads'],
          ['get', '/auth/sessions'],
          ['post', '/auth/email'],
          ['get', '/api-keys'],
        ] as const)
          expect((await who[verb](path).expect(403)).body.code).toBe('totp-setup-required');
      }
      expect((await confined.get('/auth/me').expect(200)).body.mustSetUpTotp).toBe(true);
      expect((await confined.get('/auth/totp').expect(200)).body.mustSetUp).toBe(true);
      await confined.post('/auth/step-up').send({ password: person.password }).expect(200);
      const { body } = await confined.post('/auth/totp/start').expect(200);
      await confined
        .post('/auth/totp/confirm')
        .send({ code: codeOf(body.secret) })
        .expect(200);
      for (const who of [session, confined, key]) await who.get('/leads').expect(200);
      expect((await confined.get('/auth/me').expect(200)).body.mustSetUpTotp).toBe(false);
    });
  });

  describe('of somebody else', () => {
    it('is reset by whoever may change users and may no less than they', async () => {
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

    it('leaves who has a short password nothing but to set up another, or to take a longer one', async () => {
      const { id, email, password, session, recoveryCodes } = await setUp();
      await session.post('/auth/password').send({ currentPassword: password, newPassword: SHORT }).expect(204);
      await login({ email, password: SHORT, recoveryCode: recoveryCodes[0] }).expect(200);
      await app.admin.delete(`/users/${id}/totp`).expect(204);
      const confined = await signIn(app.url, { email, password: SHORT });
      expect((await confined.get('/auth/sessions').expect(403)).body.code).toBe('totp-setup-required');
      await confined.post('/auth/password').send({ currentPassword: SHORT, newPassword: LONG }).expect(204);
      await confined.get('/auth/sessions').expect(200);
    });

    it("is out of reach of who may less, and one's own takes a code", async () => {
      await app.db.query(
        `insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r join permissions p on p.resource = 'users' and p.action = 'update' where r.name = 'support'`,
      );
      const [support, admin] = [await newPerson(app, { role: 'support' }), await setUp('admin')];
      const session = await signIn(app.url, support);
      expect((await session.delete(`/users/${admin.id}/totp`).expect(403)).body.code).toBe('stronger-user');
      expect((await admin.session.delete(`/users/${admin.id}/totp`).expect(403)).body.code).toBe('own-totp');
      expect((await admin.session.get('/auth/totp').expect(200)).body.isEnabled).toBe(true);
      await app.db.query(
        `delete from role_permissions rp using roles r, permissions p where rp.role_id = r.id and r.name = 'support' and rp.permission_id = p.id and p.resource = 'users'`,
      );
    });
  });
});
