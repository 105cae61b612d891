import { ADMIN, signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { newPerson } from '../../../../test/harness/account-mails.js';
import { caller, type Caller } from '../../../../test/harness/caller.js';

describe('an old authentication', () => {
  let app: TestApp;
  let session: Caller;
  beforeAll(async () => (app = await startApp({ ROLE: 'web' })));
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.query('truncate login_failures');
    session = await signIn(app.url);
    await app.db.query(`update sessions set proven_at = now() - interval '11 minutes'`);
    // Waits until the server reads the access epoch again: cached access decisions are valid for one second without a
    // read.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
  });

  const dangerous: [string, (who: Caller) => ReturnType<Caller['post']>][] = [
    ['creating an API key', (who) => who.post('/api-keys').send({ name: 'k', scopes: ['leads:read'] })],
    [
      'changing scopes',
      (who) => who.patch('/api-keys/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a').send({ scopes: ['leads:read'] }),
    ],
    ['rotating a key', (who) => who.post('/api-keys/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a/rotate').send({})],
    ['setting a secret', (who) => who.put('/settings/openai_api_key').send({ value: 'sk-of-no-use-to-anybody' })],
    [
      'creating a webhook',
      (who) => who.post('/webhooks').send({ name: 'w', url: 'https://hooks.example.com/x', events: ['lead.created'] }),
    ],
    [
      "rotating a webhook's secret",
      (who) => who.post('/webhooks/0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a/rotate-secret').send({}),
    ],
    [
      'a channel with a secret',
      (who) =>
        who.post('/notification-channels').send({
          name: 'c',
          type: 'slack',
          config: { webhookUrl: 'https://hooks.slack.com/services/T0/B0/x0123456789' },
          events: ['lead.created'],
        }),
    ],
    ['another e-mail address', (who) => who.post('/auth/email').send({ newEmail: 'other@kontor.test' })],
    ['a second factor', (who) => who.post('/auth/totp/start')],
  ];

  it('is not sufficient for critical operations, a recent authentication is', async () => {
    for (const [what, ask] of dangerous) {
      const { status, body } = await ask(session);
      expect([what, status, body.code]).toEqual([what, 403, 'reauthentication-required']);
    }
    await session.get('/leads').expect(200);
    await session.put('/settings/default_currency').send({ value: 'CHF' }).expect(200);
    const { body } = await session.post('/auth/step-up').send({ password: ADMIN.password }).expect(200);
    expect(Math.abs(Date.parse(body.freshUntil) - Date.now() - 600_000)).toBeLessThan(5_000);
    for (const [what, ask] of dangerous) expect([what, (await ask(session)).status]).not.toEqual([what, 403]);
  });

  it('is renewed for one session only', async () => {
    const other = await signIn(app.url);
    await app.db.query(`update sessions set proven_at = now() - interval '11 minutes'`);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await session.post('/auth/step-up').send({ password: ADMIN.password }).expect(200);
    await session
      .post('/api-keys')
      .send({ name: 'k', scopes: ['leads:read'] })
      .expect(201);
    await other
      .post('/api-keys')
      .send({ name: 'k', scopes: ['leads:read'] })
      .expect(403);
  });

  it('is not renewed by a wrong password, which is throttled like a login', async () => {
    for (let at = 0; at < 10; at += 1)
      expect((await session.post('/auth/step-up').send({ password: 'x' }).expect(422)).body.errors[0]).toMatchObject({
        pointer: '#/password',
        code: 'wrong-password',
      });
    await session.post('/auth/step-up').send({ password: ADMIN.password }).expect(429);
    await session
      .post('/api-keys')
      .send({ name: 'k', scopes: ['leads:read'] })
      .expect(403);
  });

  it('does not concern API keys', async () => {
    await app.admin
      .post('/api-keys')
      .send({ name: 'k', scopes: ['leads:read'] })
      .expect(201);
    expect((await app.admin.post('/auth/step-up').send({ password: ADMIN.password }).expect(403)).body.code).toBe(
      'session-required',
    );
  });
});

describe('the security log', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ ROLE: 'web', TRUST_PROXY_HOPS: '1' })));
  afterAll(() => app.close());

  it('appears in the security log with user and address, without the password', async () => {
    const person = await newPerson(app);
    const wrong = 'a wrong password of no user';
    await caller(app.url, { 'X-Forwarded-For': '203.0.113.7', 'User-Agent': 'Browser/1' })
      .post('/auth/login')
      .send({ email: person.email, password: wrong })
      .expect(401);
    await app.anonymous.post('/auth/login').send({ email: 'stranger@kontor.test', password: wrong }).expect(401);
    const session = await signIn(app.url, person);
    await session
      .post('/auth/password')
      .send({ currentPassword: person.password, newPassword: 'nine quiet rivers turn north' })
      .expect(204);
    await session.post('/auth/logout').expect(204);
    const { rows } = await app.db.query(
      `select event_type, severity, user_id, user_email, host(ip_address) as ip, user_agent, request_id is not null
        as requested from security_logs where user_email in ($1, 'stranger@kontor.test') order by created_at, id`,
      [person.email],
    );
    expect(rows.map((row) => [row.event_type, row.severity, row.user_id, row.user_email, row.requested])).toEqual([
      ['login_failed', 'warning', person.id, person.email, true],
      ['login_failed', 'warning', null, 'stranger@kontor.test', true],
      ['login_success', 'info', person.id, person.email, true],
      ['password_changed', 'info', person.id, person.email, true],
      ['logout', 'info', person.id, person.email, true],
    ]);
    expect(rows[0]).toMatchObject({ ip: '203.0.113.7', user_agent: 'Browser/1' });
    expect(
      (
        await app.db.query(
          `select 1 from security_logs l where l::text like '%' || $1 || '%' or l::text like '%nine quiet%'
            or l::text like '%' || $2 || '%'`,
          [wrong, person.password],
        )
      ).rowCount,
    ).toBe(0);
  });

  it('adds one entry when an account is delayed', async () => {
    const person = await newPerson(app);
    for (let at = 0; at < 20; at += 1)
      await caller(app.url, { 'X-Forwarded-For': `10.7.${at}.1` })
        .post('/auth/login')
        .send({ email: person.email, password: 'x' })
        .expect(401);
    await caller(app.url, { 'X-Forwarded-For': '10.7.99.1' })
      .post('/auth/login')
      .send({ email: person.email, password: 'x' })
      .expect(429);
    const { rows } = await app.db.query(
      `select details, action_taken from security_logs where event_type = 'account_locked' and user_id = $1`,
      [person.id],
    );
    expect(rows).toEqual([
      { details: { bucket: 'account', failures: 20 }, action_taken: 'Further attempts are delayed' },
    ]);
  });
});
