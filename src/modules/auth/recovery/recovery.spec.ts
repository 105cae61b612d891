import { randomUUID } from 'node:crypto';
import { signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { AccountMails, newPerson, newToken, tokenIn } from '../../../../test/harness/account-mails.js';
import { caller } from '../../../../test/harness/caller.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Accounts } from '../../users/index.js';

const PASSWORD = 'nine quiet rivers turn north';
const PUBLIC_URL = 'https://crm.kontor.test';

describe('a forgotten password', () => {
  const mails = new AccountMails();
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ SMTP_URL: await mails.start(), TRUST_PROXY_HOPS: '1', PUBLIC_URL })));
  afterAll(async () => {
    await app.close();
    await mails.stop();
  });
  beforeEach(() => app.db.query('truncate login_failures'));

  const forgot = (email: string, headers: Record<string, string> = {}) =>
    caller(app.url, headers).post('/auth/password/forgot').send({ email });
  const reset = (token: string, newPassword = PASSWORD) =>
    app.anonymous.post('/auth/password/reset').send({ token, newPassword });
  const settled = async (): Promise<void> => {
    for (
      let tries = 0;
      (await app.db.query(`select 1 from jobs where kind in ('auth.password-forgotten', 'mail.send')`)).rowCount;
      tries += 1
    ) {
      if (tries > 500) throw new Error('Jobs are still waiting');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('is reset by a link, which ends all sessions and starts none', async () => {
    const person = await newPerson(app);
    const session = await signIn(app.url, person);
    await forgot(person.email).expect(202);
    const token = tokenIn(await mails.next(person.email, 'Set a new password'));
    const answer = await reset(token).expect(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
    await session.get('/auth/me').expect(401);
    await app.anonymous.post('/auth/login').send({ email: person.email, password: person.password }).expect(401);
    await signIn(app.url, { ...person, password: PASSWORD });
    await mails.next(person.email, 'Your password was changed');
    const { rows } = await app.db.query(
      `select (select payload from events where type = 'user.password_reset' and resource_id = $1)
        as payload, (select severity from security_logs where event_type = 'password_reset' and user_id = $1)
        as severity, (select array_agg(revoked_reason) from sessions where user_id = $1 and revoked_at is not null)
        as reasons`,
      [person.id],
    );
    expect(rows).toEqual([{ payload: { revokedSessions: 1 }, severity: 'warning', reasons: ['password-reset'] }]);
    await reset(token).expect(410);
  });

  it('returns the same response without an account, and sends no mail', async () => {
    const [known, inactive, uninvited] = [
      await newPerson(app),
      await newPerson(app),
      await newPerson(app, { hasPassword: false }),
    ];
    await app.db.query('update users set is_active = false where id = $1', [inactive.id]);
    const answers = await Promise.all(
      [known.email, inactive.email, uninvited.email, `${randomUUID()}@kontor.test`].map((email) =>
        forgot(email).expect(202),
      ),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const headers = answers.map(({ headers: all }) => Object.keys(all).sort().join());
    expect(new Set(headers).size).toBe(1);
    await mails.next(known.email);
    await settled();
    expect([inactive.email, uninvited.email].map((email) => mails.count(email))).toEqual([0, 0]);
  });

  it('does the same work before the response without an account', async () => {
    const known = await newPerson(app);
    const [enqueue, byEmail] = [jest.spyOn(Jobs.prototype, 'enqueue'), jest.spyOn(Accounts.prototype, 'byEmail')];
    try {
      for (const email of ['nobody@kontor.test', known.email])
        await forgot(email, { 'X-Forwarded-For': '10.3.0.1' }).expect(202);
      const asked = enqueue.mock.calls
        .flatMap(([jobs]) => jobs)
        .filter(({ kind }) => kind === 'auth.password-forgotten');
      // The request only queues a job. The worker looks up the account after the response.
      expect(asked.map(({ payload }) => payload)).toEqual([{ email: 'nobody@kontor.test' }, { email: known.email }]);
      expect(byEmail).not.toHaveBeenCalled();
    } finally {
      [enqueue, byEmail].forEach((spy) => spy.mockRestore());
    }
  });

  it('is limited per address with an error, per account without an error', async () => {
    const person = await newPerson(app);
    for (let at = 0; at < 6; at += 1) await forgot(person.email, { 'X-Forwarded-For': `10.4.${at}.1` }).expect(202);
    await mails.next(person.email);
    await settled();
    expect(mails.count(person.email)).toBe(3);
    const statuses = [];
    for (let at = 0; at < 21; at += 1)
      statuses.push((await forgot(`${randomUUID()}@kontor.test`, { 'X-Forwarded-For': '10.5.0.1' })).status);
    expect(statuses.slice(-2)).toEqual([202, 429]);
    // All addresses of an IPv6 /64 network share one limit.
    await app.db.query(`insert into login_failures (bucket, failures) values ('mail-address:2001:db8:0:1', 19)`);
    const neighbours = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:db8:0:2::2'];
    const ofNeighbours = [];
    for (const from of neighbours) {
      ofNeighbours.push((await forgot(`${randomUUID()}@kontor.test`, { 'X-Forwarded-For': from })).status);
    }
    expect(ofNeighbours).toEqual([202, 429, 202]);
    await forgot(person.email, { 'X-Forwarded-For': '10.6.0.1' }).expect(202);
    // The link of the newest e-mail is still valid.
    const links = mails.server.received
      .filter(({ to }) => to.includes(person.email))
      .map(({ source }) => tokenIn(source.replace(/=\r?\n/g, '').replaceAll('=3D', '=')));
    const statusesOfLinks = [];
    for (const link of links) statusesOfLinks.push((await reset(link)).status);
    expect(statusesOfLinks.filter((status) => status === 204)).toHaveLength(1);
  });

  it('uses the configured address in links, not the Host header', async () => {
    const poisoned: Record<string, string>[] = [
      { Host: 'evil.example' },
      { 'X-Forwarded-Host': 'evil.example' },
      { Forwarded: 'host=evil.example' },
      { Origin: 'https://evil.example', Referer: 'https://evil.example/' },
    ];
    for (const headers of poisoned) {
      await app.db.query('truncate login_failures');
      const person = await newPerson(app);
      await forgot(person.email, headers).expect(202);
      const mail = await mails.next(person.email);
      expect(mail).toContain(`${PUBLIC_URL}/account/password#token=`);
      expect(mail).not.toContain('evil');
    }
  });

  it('stores no token in the database, events or logs', async () => {
    const person = await newPerson(app);
    await forgot(person.email).expect(202);
    const token = tokenIn(await mails.next(person.email));
    await reset(token).expect(204);
    const tables = (
      await app.db.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public'
          and table_type = 'BASE TABLE'`,
      )
    ).rows.map(({ name }) => name);
    for (const table of tables) {
      const { rows } = await app.db.query(
        `select 1 from "${table}" t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%'`,
        [token, PASSWORD],
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('is reset by one of fifty concurrent requests with one link', async () => {
    const person = await newPerson(app);
    const token = await newToken(app, person, 'password_reset');
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => reset(token, `${PASSWORD} ${at}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 49 }, () => 410)]);
    expect(
      (await app.db.query(`select 1 from events where type = 'user.password_reset' and resource_id = $1`, [person.id]))
        .rowCount,
    ).toBe(1);
  });

  it('can be requested instead of an open invitation, whose link ends', async () => {
    const person = await newPerson(app, { hasPassword: false });
    const invitation = await newToken(app, person, 'invitation', 72);
    await forgot(person.email).expect(202);
    await reset(tokenIn(await mails.next(person.email))).expect(204);
    await signIn(app.url, { ...person, password: PASSWORD });
    await app.anonymous
      .post('/auth/invitations/accept')
      .send({ token: invitation, password: 'seven green kettles hum low' })
      .expect(410);
  });

  it('ends a pending change of the e-mail address', async () => {
    const person = await newPerson(app);
    const change = await newToken(app, { id: person.id, email: 'thief@kontor.test' }, 'email_verification');
    await reset(await newToken(app, person, 'password_reset')).expect(204);
    await app.anonymous.post('/auth/email/verify').send({ token: change }).expect(410);
  });

  it('does not use up the link with an invalid password', async () => {
    const token = await newToken(app, await newPerson(app), 'password_reset');
    await reset(token, 'password1234567').expect(422);
    await reset(token).expect(204);
  });

  it('does not activate a deactivated account, also after its reactivation', async () => {
    const person = await newPerson(app);
    const token = await newToken(app, person, 'password_reset');
    await app.db.query('update users set is_active = false where id = $1', [person.id]);
    const { body } = await reset(token).expect(410);
    expect(body.code).toBe('link-not-valid');
    await app.db.query('update users set is_active = true where id = $1', [person.id]);
    await reset(token).expect(410);
    await reset(await newToken(app, person, 'password_reset')).expect(204);
  });
});
