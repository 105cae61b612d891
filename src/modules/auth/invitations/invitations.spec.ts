import { startApp, signIn, type TestApp } from '../../../../test/harness/app.js';
import { newPerson, newToken } from '../../../../test/harness/account-mails.js';

const PASSWORD = 'nine quiet rivers turn north';

describe('accepting an invitation', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ ROLE: 'web' })));
  afterAll(() => app.close());

  const accept = (body: object) => app.anonymous.post('/auth/invitations/accept').send(body);
  async function invited() {
    const person = await newPerson(app, { hasPassword: false });
    return { ...person, token: await newToken(app, person, 'invitation', 72) };
  }

  it('sets the password and confirms the address, without a session', async () => {
    const { token, email, id } = await invited();
    expect((await app.anonymous.post('/auth/invitations/check').send({ token }).expect(200)).body).toEqual({
      email,
      name: '',
      invitedBy: null,
    });
    const answer = await accept({ token, password: PASSWORD, firstName: 'Ada', lastName: 'Lovelace' }).expect(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const { body } = await (await signIn(app.url, { email, password: PASSWORD })).get('/auth/me').expect(200);
    expect(body).toMatchObject({ id, name: 'Ada Lovelace' });
    const { rows } = await app.db.query(
      `select email_verified_at is not null as verified, is_active, (select count(*)::int from sessions
        where user_id = users.id) as sessions from users where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ verified: true, is_active: true, sessions: 1 }]);
    const events = await app.db.query(
      `select payload, actor from events where type = 'user.invitation_accepted' and resource_id = $1`,
      [id],
    );
    expect(events.rows).toEqual([{ payload: { email }, actor: expect.objectContaining({ userId: id }) }]);
  });

  it('succeeds for one of fifty concurrent requests', async () => {
    const { token } = await invited();
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept({ token, password: PASSWORD })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: 49 }, () => 410)]);
  });

  it('returns the same error for an unknown, used, expired or other link and for an inactive user', async () => {
    const [used, inactive, deleted, moved] = [await invited(), await invited(), await invited(), await invited()];
    await accept({ token: used.token, password: PASSWORD }).expect(204);
    await app.db.query(`update users set is_active = false where id = $1`, [inactive.id]);
    await app.db.query(`update users set deleted_at = now() where id = $1`, [deleted.id]);
    await app.db.query(`update users set email = 'moved@kontor.test' where id = $1`, [moved.id]);
    const person = await newPerson(app, { hasPassword: false });
    const tokens = [
      'x',
      'A'.repeat(43),
      used.token,
      inactive.token,
      deleted.token,
      moved.token,
      await newToken(app, person, 'invitation', -1),
      await newToken(app, person, 'password_reset'),
    ];
    const bodies = [];
    for (const token of tokens) {
      for (const path of ['accept', 'check']) {
        const { body } = await app.anonymous
          .post(`/auth/invitations/${path}`)
          .send({ token, ...(path === 'accept' && { password: PASSWORD }) })
          .expect(410);
        bodies.push(JSON.stringify({ ...body, requestId: '', instance: '' }));
      }
    }
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ code: 'link-not-valid' });
    const { rows } = await app.db.query(
      `select count(*)::int as n from users where id = any($1) and password_hash is not null`,
      [[inactive.id, deleted.id, moved.id, person.id]],
    );
    expect(rows[0].n).toBe(0);
  });

  it('shows the inviting user until it is accepted', async () => {
    const email = `${Math.random().toString(36).slice(2)}@kontor.test`;
    const { body: user } = await app.admin.post('/users').send({ email, firstName: 'Ada' }).expect(201);
    const token = await newToken(app, { id: user.id as string, email }, 'invitation', 72);
    await app.db.query(
      `update user_tokens set inviter = sent.inviter from user_tokens sent where sent.user_id = user_tokens.user_id
        and sent.inviter is not null and user_tokens.user_id = $1`,
      [user.id],
    );
    expect((await app.anonymous.post('/auth/invitations/check').send({ token }).expect(200)).body).toEqual({
      email,
      name: 'Ada',
      invitedBy: 'Admin',
    });
    await accept({ token, password: PASSWORD }).expect(204);
    await app.anonymous.post('/auth/invitations/check').send({ token }).expect(410);
  });

  it('checks the password before it uses the link', async () => {
    const { token, email } = await invited();
    for (const [password, code] of [
      ['too short', 'too-short'],
      ['correct horse battery staple', 'too-common'],
      ['grace hopper writes', 'contains-own-name'],
      [`my mail is ${email}`, 'contains-own-name'],
    ]) {
      const { body } = await accept({ token, password, firstName: 'Grace' }).expect(422);
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '#/password', code })]);
    }
    await accept({ token, password: PASSWORD }).expect(204);
  });

  it('accepts only text as a token', async () => {
    await invited();
    for (const token of [{ $ne: null }, ['a'], 1, true, null, '']) {
      const { status } = await accept({ token, password: PASSWORD });
      expect([token, [400, 422].includes(status)]).toEqual([token, true]);
    }
  });
});
