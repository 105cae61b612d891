import { randomUUID } from 'node:crypto';
import { signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { AccountMails, newPerson, newToken, tokenIn } from '../../../../test/harness/account-mails.js';
import { caller } from '../../../../test/harness/caller.js';

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

  it('is set anew by the link in a mail, which signs nobody in and everybody else out', async () => {
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
      `select (select payload from events where type = 'user.password_reset' and resource_id = $1) as payload, (select severity from security_logs where event_type = 'password_reset' and user_id = $1) as severity, (select array_agg(revoked_reason) from sessions where user_id = $1 and revoked_at is not null) as reasons`,
      [person.id],
    );
    expect(rows).toEqual([{ payload: { revokedSessions: 1 }, severity: 'warning', reasons: ['password-reset'] }]);
    await reset(token).expect(410);
  });

  it('gets the same answer whether or not there is an account, and no mail where there is none', async () => {
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

  it('takes as long whether or not there is an account', async () => {
    const known = await newPerson(app);
    const time = async (email: string, round: number): Promise<number> => {
      const begun = performance.now();
      await forgot(email, { 'X-Forwarded-For': `10.3.${round}.1` }).expect(202);
      return performance.now() - begun;
    };
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    const [times, differences]: [number[], number[]] = [[], []];
    for (let round = 0; round < 60; round += 1) {
      const emails = ['nobody@kontor.test', known.email];
      const pair: Record<string, number> = {};
      for (const email of round % 2 ? emails.toReversed() : emails) pair[email] = await time(email, round);
      times.push(pair[known.email] ?? 0);
      differences.push((pair['nobody@kontor.test'] ?? 0) - (pair[known.email] ?? 0));
    }
    expect(Math.abs(median(differences))).toBeLessThan(Math.max(5, 0.1 * median(times)));
  });

  it('is helped with only so often: an address hears so, an account does not', async () => {
    const person = await newPerson(app);
    for (let at = 0; at < 6; at += 1) await forgot(person.email, { 'X-Forwarded-For': `10.4.${at}.1` }).expect(202);
    await mails.next(person.email);
    await settled();
    expect(mails.count(person.email)).toBe(3);
    const statuses = [];
    for (let at = 0; at < 21; at += 1)
      statuses.push((await forgot(`${randomUUID()}@kontor.test`, { 'X-Forwarded-For': '10.5.0.1' })).status);
    expect(statuses.slice(-2)).toEqual([202, 429]);
    await forgot(person.email, { 'X-Forwarded-For': '10.6.0.1' }).expect(202);
    // The newest of the mails still lets them in.
    const links = mails.server.received
      .filter(({ to }) => to.includes(person.email))
      .map(({ source }) => tokenIn(source.replace(/=\r?\n/g, '').replaceAll('=3D', '=')));
    const statusesOfLinks = [];
    for (const link of links) statusesOfLinks.push((await reset(link)).status);
    expect(statusesOfLinks.filter((status) => status === 204)).toHaveLength(1);
  });

  it('leads to our own address, whatever the request says of its host', async () => {
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

  it('keeps the token out of the database, the events and the logs', async () => {
    const person = await newPerson(app);
    await forgot(person.email).expect(202);
    const token = tokenIn(await mails.next(person.email));
    await reset(token).expect(204);
    const tables = (
      await app.db.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
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

  it('is set by exactly one of fifty at once with one link', async () => {
    const person = await newPerson(app);
    const token = await newToken(app, person, 'password_reset');
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => reset(token, `${PASSWORD} ${at}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 49 }, () => 410)]);
    expect(
      (await app.db.query(`select 1 from events where type = 'user.password_reset' and resource_id = $1`, [person.id]))
        .rowCount,
    ).toBe(1);
  });

  it('can be asked for in place of an invitation that holds, whose link ends with it', async () => {
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

  it('ends a change of address that somebody else may have asked for', async () => {
    const person = await newPerson(app);
    const change = await newToken(app, { id: person.id, email: 'thief@kontor.test' }, 'email_verification');
    await reset(await newToken(app, person, 'password_reset')).expect(204);
    await app.anonymous.post('/auth/email/verify').send({ token: change }).expect(410);
  });

  it('spends no link on a bad password', async () => {
    const token = await newToken(app, await newPerson(app), 'password_reset');
    await reset(token, 'password1234567').expect(422);
    await reset(token).expect(204);
  });

  it('does not open an account for whoever was deactivated meanwhile, also not once they are back', async () => {
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
