import { signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { AccountMails, newPerson, newToken, tokenIn } from '../../../../test/harness/account-mails.js';

describe('an e-mail address', () => {
  const mails = new AccountMails();
  let app: TestApp;
  beforeAll(
    async () => (app = await startApp({ SMTP_URL: await mails.start(), PUBLIC_URL: 'https://crm.kontor.test' })),
  );
  afterAll(async () => {
    await app.close();
    await mails.stop();
  });

  const verify = (token: string) => app.anonymous.post('/auth/email/verify').send({ token });
  const fresh = (): string => `new-${Math.random().toString(36).slice(2)}@kontor.test`;

  it('changes after its confirmation, with a mail to the old address', async () => {
    const person = await newPerson(app);
    const session = await signIn(app.url, person);
    const email = fresh();
    await session.post('/auth/email').send({ newEmail: email.toUpperCase() }).expect(204);
    expect((await session.get('/auth/me').expect(200)).body.email).toBe(person.email);
    await mails.next(person.email, 'A change of your e-mail address');
    const reset = await newToken(app, person, 'password_reset');
    await verify(tokenIn(await mails.next(email, 'Confirm'))).expect(204);
    expect((await session.get('/auth/me').expect(200)).body.email).toBe(email);
    await mails.next(person.email, 'Your e-mail address was changed');
    const { rows } = await app.db.query(
      `select (select payload from events where type = 'user.email_changed' and resource_id = $1)
        as payload, (select details from security_logs where event_type = 'email_changed' and user_id = $1) as details`,
      [person.id],
    );
    expect(rows).toEqual([{ payload: { email, previousEmail: person.email }, details: { email } }]);
    // Links to the old address are not valid any more.
    await app.anonymous
      .post('/auth/password/reset')
      .send({ token: reset, newPassword: 'nine quiet rivers turn north' })
      .expect(410);
    await signIn(app.url, { ...person, email });
  });

  it('of another user is rejected only at the confirmation', async () => {
    const [one, other] = [await newPerson(app), await newPerson(app)];
    const session = await signIn(app.url, one);
    await session.post('/auth/email').send({ newEmail: other.email }).expect(204);
    const token = tokenIn(await mails.next(other.email, 'Confirm'));
    expect((await verify(token).expect(409)).body.code).toBe('email-taken');
    expect((await session.get('/auth/me').expect(200)).body.email).toBe(one.email);
  });

  it('is confirmed by one of two concurrent users', async () => {
    const people = [await newPerson(app), await newPerson(app)];
    const email = fresh();
    const tokens = await Promise.all(people.map(({ id }) => newToken(app, { id, email }, 'email_verification')));
    const answers = await Promise.all(tokens.map((token) => verify(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('is confirmed once by fifty concurrent requests', async () => {
    const person = await newPerson(app);
    const token = await newToken(app, { id: person.id, email: fresh() }, 'email_verification');
    const answers = await Promise.all(Array.from({ length: 50 }, () => verify(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 49 }, () => 410)]);
  });

  it('of the user can be confirmed once by a new mail', async () => {
    const person = await newPerson(app);
    const session = await signIn(app.url, person);
    await session.post('/auth/email/resend').expect(204);
    await verify(tokenIn(await mails.next(person.email, 'Confirm'))).expect(204);
    expect((await session.post('/auth/email/resend').expect(409)).body.code).toBe('email-verified');
    const { rows } = await app.db.query(
      `select version, email_verified_at is not null as verified from users where id = $1`,
      [person.id],
    );
    expect(rows).toEqual([{ version: 1, verified: true }]);
  });

  it('must be a new address, is not for API keys, and is limited', async () => {
    const person = await newPerson(app);
    const session = await signIn(app.url, person);
    expect((await session.post('/auth/email').send({ newEmail: person.email }).expect(422)).body.errors[0].code).toBe(
      'same-email',
    );
    expect((await app.admin.post('/auth/email').send({ newEmail: fresh() }).expect(403)).body.code).toBe(
      'session-required',
    );
    for (let at = 0; at < 5; at += 1) await session.post('/auth/email').send({ newEmail: fresh() }).expect(204);
    expect((await session.post('/auth/email').send({ newEmail: fresh() }).expect(429)).body.code).toBe(
      'too-many-mails',
    );
  });

  it('is not confirmed by the link of a deactivated user', async () => {
    const person = await newPerson(app);
    const token = await newToken(app, { id: person.id, email: fresh() }, 'email_verification');
    await app.db.query('update users set is_active = false where id = $1', [person.id]);
    expect((await verify(token).expect(410)).body.code).toBe('link-not-valid');
  });
});
