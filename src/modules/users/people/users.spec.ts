import { sql } from 'kysely';
import { ADMIN, createApiKey, signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { caller, type Caller } from '../../../../test/harness/caller.js';
import { SecretCipher } from '../../../platform/crypto/index.js';
import { listQuery, parseSort } from '../../../platform/query/index.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { AccessCache } from '../access/access-cache.js';
import { UserTokens } from '../accounts/user-tokens.js';
import type { UserView } from './people.dto.js';
import { userFields, userSource } from './people.fields.js';

const NOBODY = '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';
let t: TestApp;
let roles: Record<string, string>;
beforeAll(async () => {
  // Without workers, mails stay in the queue and can be checked.
  t = await startApp({ ROLE: 'web' });
  roles = Object.fromEntries(
    (await t.db.query<{ name: string; id: string }>('select name, id from roles')).rows.map(({ name, id }) => [
      name,
      id,
    ]),
  );
}, 60_000);
afterAll(() => t.close());

let created = 0;
const address = () => `person-${(created += 1)}@kontor.test`;
const role = (name: string): string => roles[name] ?? '';
const invite = async (fields: object = {}, by: Caller = t.admin): Promise<UserView> =>
  (
    await by
      .post('/users')
      .send({ email: address(), firstName: 'Ada', lastName: 'Lovelace', ...fields })
      .expect(201)
  ).body as UserView;
const read = async (id: string): Promise<UserView> => (await t.admin.get(`/users/${id}`).expect(200)).body as UserView;
/** Creates a user with the password of the admin, as if the user had accepted the invitation. */
const accepted = async (fields: object = {}): Promise<UserView> => {
  const user = await invite(fields);
  await t.db.query(
    'update users set password_hash = (select password_hash from users where email = $2) where id = $1',
    [user.id, ADMIN.email],
  );
  return user;
};
const session = (email: string) => signIn(t.url, { email, password: ADMIN.password });
const eventsOf = async (id: string): Promise<string[]> =>
  (
    await t.db.query<{ type: string }>('select type from events where resource_id = $1 order by sequence', [id])
  ).rows.map(({ type }) => type);
const securityOf = async (id: string): Promise<string[]> =>
  (
    await t.db.query<{ event: string }>(
      'select event_type as event from security_logs where user_id = $1 order by created_at, id',
      [id],
    )
  ).rows.map(({ event }) => event);

interface Waiting {
  readonly to: string[];
  readonly text: string;
  readonly html: string;
  readonly subject: string;
}
async function mailsTo(email: string): Promise<Waiting[]> {
  const { rows } = await t.db.query<{ ref_id: string; payload: { encrypted: string } }>(
    `select ref_id, payload from jobs where kind = 'mail.send' order by created_at, id`,
  );
  const cipher = t.app.get(SecretCipher, { strict: false });
  return rows
    .map(
      ({ ref_id: id, payload }) =>
        JSON.parse(cipher.decrypt(payload.encrypted, { table: 'jobs', column: 'payload', id })) as Waiting,
    )
    .filter(({ to }) => to.includes(email));
}
const tokenIn = ({ text }: Waiting): string => /#token=(\S+)/.exec(text)?.[1] ?? '';
const owner = (token: string) => t.app.get(UserTokens).peek('invitation', token);

describe('An invited user', () => {
  it('exists at once with roles, team and manager, and gets a mail with a link for 72 hours', async () => {
    const { body: team } = await t.admin.post('/teams').send({ name: 'South' }).expect(201);
    const boss = await invite({ firstName: 'Grace', lastName: 'Hopper' });
    const email = address();
    const answer = await t.admin
      .post('/users')
      .send({
        email: email.toUpperCase(),
        firstName: 'Ada',
        roleIds: [role('sales'), role('viewer')],
        teamId: team.id,
        managerId: boss.id,
        timezone: 'Europe/London',
        locale: 'de-CH',
        avatarUrl: 'https://example.com/a.png',
      })
      .expect(201);
    const user = answer.body as UserView;
    expect(answer.headers['location']).toBe(`/api/v1/users/${user.id}`);
    expect(user).toMatchObject({
      email,
      name: 'Ada',
      status: 'invited',
      teamId: team.id,
      team: { name: 'South' },
      manager: { name: 'Grace Hopper' },
      timezone: 'Europe/London',
      locale: 'de-CH',
      version: 1,
      lastLoginAt: null,
      emailVerifiedAt: null,
    });
    expect(user.roles.map(({ name }) => name)).toEqual(['sales', 'viewer']);
    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    expect(await owner(tokenIn(mail as Waiting))).toEqual({ userId: user.id, email, inviter: 'Admin' });
    const { rows } = await t.db.query<{ hours: number }>(
      'select extract(epoch from expires_at - created_at)::int / 3600 as hours from user_tokens where user_id = $1',
      [user.id],
    );
    expect(rows).toEqual([{ hours: 72 }]);
    expect(await eventsOf(user.id)).toEqual(['user.invited']);
    expect(await securityOf(user.id)).toEqual(['user_invited']);
  });

  it('has a link that is stored nowhere in plain text', async () => {
    const { email } = await invite();
    const token = tokenIn((await mailsTo(email))[0] as Waiting);
    const { rows } = await t.db.query<{ dump: string }>(
      `select (select json_agg(j)::text from jobs j) || (select json_agg(e)::text
        from events e) || (select json_agg(u)::text from user_tokens u) || (select json_agg(s)::text
        from security_logs s) as dump`,
    );
    expect(token.length).toBeGreaterThan(40);
    expect(rows[0]?.dump).not.toContain(token);
  });

  it('is unique per address, also with four concurrent requests, and a failure leaves nothing', async () => {
    const email = address();
    const answers = await Promise.all(Array.from({ length: 4 }, () => t.admin.post('/users').send({ email })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('email-taken');
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('is created once per Idempotency-Key, with one mail', async () => {
    const email = address();
    const send = () => t.admin.post('/users').set('Idempotency-Key', `invite-${created}`).send({ email });
    const [one, other] = [await send().expect(201), await send().expect(201)];
    expect(other.body).toEqual(one.body);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('gets a new link instead of the first one, until acceptance', async () => {
    const { id, email } = await invite();
    await t.admin.post(`/users/${id}/resend-invitation`).expect(200);
    const [first, second] = (await mailsTo(email)).map(tokenIn);
    expect([await owner(first ?? ''), (await owner(second ?? ''))?.userId]).toEqual([undefined, id]);
    const active = await accepted();
    expect((await t.admin.post(`/users/${active.id}/resend-invitation`).expect(409)).body).toMatchObject({
      code: 'user-not-invited',
      current: 'active',
    });
  });

  it('sees the name of the inviting user as text', async () => {
    const creator = await t.as('admin');
    await t.db.query(`update users set first_name = '<img src=x>', last_name = E'Eve\\r\\nBcc: x@y.z' where id = $1`, [
      creator.userId,
    ]);
    t.app.get(AccessCache).drop();
    const { email } = await invite({}, creator);
    const [mail] = await mailsTo(email);
    expect(mail?.html).not.toContain('<img');
    expect(mail?.subject).not.toMatch(/[\r\n]/);
  });

  it.each([
    [{ email: 'nobody' }, '#/email'],
    [{ timezone: 'Mars/Olympus' }, '#/timezone'],
    [{ timezone: '+01:00' }, '#/timezone'],
    [{ locale: 'english' }, '#/locale'],
    [{ avatarUrl: 'http://example.com/a.png' }, '#/avatarUrl'],
    [{ avatarUrl: 'javascript:alert(1)' }, '#/avatarUrl'],
    [{ avatarUrl: 'https://a:b@example.com/' }, '#/avatarUrl'],
    [{ roleIds: [NOBODY] }, '#/roleIds/0'],
    [{ teamId: NOBODY }, '#/teamId'],
    [{ managerId: NOBODY }, '#/managerId'],
    [{ firstName: 'x'.repeat(101) }, '#/firstName'],
  ])('is rejected with %j', async (fields, pointer) => {
    const email = address();
    expect(
      (
        await t.admin
          .post('/users')
          .send({ email, ...fields })
          .expect(422)
      ).body.errors[0].pointer,
    ).toBe(pointer);
    expect((await t.db.query('select 1 from users where email = $1', [email])).rowCount).toBe(0);
  });

  it.each(['passwordHash', 'password', 'isActive', 'status', 'id', 'version', 'emailVerifiedAt', 'createdAt', 'roles'])(
    'cannot get a %s',
    (field) =>
      t.admin
        .post('/users')
        .send({ email: address(), [field]: 'x' })
        .expect(400),
  );
});

describe('Users', () => {
  it('are updated with the current version, with an event', async () => {
    const { id } = await invite();
    const changed = (
      await t.admin
        .patch(`/users/${id}`)
        .set('If-Match', '"1"')
        .send({ title: 'Clerk', phone: '+44 20 7946 0958', lastName: 'King' })
        .expect(200)
    ).body as UserView;
    expect(changed).toMatchObject({ title: 'Clerk', name: 'Ada King', version: 2 });
    expect(
      (await t.admin.patch(`/users/${id}`).set('If-Match', '"1"').send({ title: 'Baker' }).expect(412)).body,
    ).toMatchObject({ currentVersion: 2, differingFields: ['title'] });
    expect((await t.admin.patch(`/users/${id}`).send({ title: null }).expect(200)).body.title).toBeNull();
    const { rows } = await t.db.query<{ payload: object }>(
      `select payload from events where resource_id = $1 and type = 'user.updated' order by sequence limit 1`,
      [id],
    );
    expect(rows[0]?.payload).toMatchObject({ previous: { title: null, lastName: 'Lovelace' } });
    await t.admin.patch(`/users/${id}`).send({ email: 'x@y.z' }).expect(400);
  });

  it('are listed, filtered, sorted, searched and paged', async () => {
    const { body: team } = await t.admin.post('/teams').send({ name: 'Listed' }).expect(201);
    for (const [firstName, department] of [
      ['Zoe', 'Sales'],
      ['Ben', 'Sales'],
      ['Mia', 'Desk'],
    ])
      await invite({ firstName, lastName: 'Listed', department, teamId: team.id, roleIds: [role('viewer')] });
    const names = async (query: string): Promise<string[]> =>
      ((await t.admin.get(`/users?teamId=${team.id}&${query}`).expect(200)).body.data as UserView[]).map(
        ({ firstName }) => firstName,
      );
    expect(await names('sort=name')).toEqual(['Ben', 'Mia', 'Zoe']);
    expect(await names('sort=-email')).toEqual(['Mia', 'Ben', 'Zoe']);
    expect(await names('sort=lastLoginAt')).toHaveLength(3);
    expect(await names('')).toEqual(['Mia', 'Ben', 'Zoe']);
    expect(await names('department=Sales&sort=name')).toEqual(['Ben', 'Zoe']);
    expect(await names('q=zoe%20listed')).toEqual(['Zoe']);
    expect(await names(`roleId=${role('viewer')}&status=invited&sort=name`)).toEqual(['Ben', 'Mia', 'Zoe']);
    expect(await names(`roleId=${role('admin')}`)).toEqual([]);
    const first = (await t.admin.get(`/users?teamId=${team.id}&sort=name&limit=2&count=exact`).expect(200)).body;
    expect(first.total).toEqual({ count: 3, kind: 'exact' });
    const second = (
      await t.admin.get(`/users?teamId=${team.id}&sort=name&limit=2&cursor=${first.pageInfo.nextCursor}`).expect(200)
    ).body;
    expect(second.data.map(({ firstName }: UserView) => firstName)).toEqual(['Zoe']);
    const found = await t.admin
      .post('/users/search')
      .send({
        filter: {
          and: [
            { field: 'department', op: 'eq', value: 'Desk' },
            { field: 'teamId', op: 'eq', value: team.id },
          ],
        },
      })
      .expect(200);
    expect(found.body.data).toHaveLength(1);
    for (const field of ['passwordHash', 'password_hash', 'isActive', 'searchText']) {
      await t.admin
        .post('/users/search')
        .send({ filter: { field, op: 'isNull', value: false } })
        .expect(422);
      await t.admin.get(`/users?sort=${field}`).expect(400);
    }
  });

  it('are returned without password hashes', async () => {
    const user = await accepted();
    const answers = JSON.stringify([
      await read(user.id),
      (await t.admin.get('/users?limit=100')).body,
      (await t.db.query('select payload from events')).rows,
    ]);
    expect(answers).not.toMatch(/argon2|passwordHash|password_hash/);
  });

  it('get another address only from users with the same permissions, and links to the old address end', async () => {
    const user = await invite({ roleIds: [role('sales')] });
    const token = tokenIn((await mailsTo(user.email))[0] as Waiting);
    const email = address();
    const changed = (await t.admin.put(`/users/${user.id}/email`).send({ email }).expect(200)).body as UserView;
    expect(changed).toMatchObject({ email, emailVerifiedAt: null });
    expect(await owner(token)).toBeUndefined();
    expect(await securityOf(user.id)).toEqual(['user_invited', 'email_changed']);
    const other = await invite();
    expect((await t.admin.put(`/users/${user.id}/email`).send({ email: other.email }).expect(409)).body.code).toBe(
      'email-taken',
    );
    const desk = await t.as('admin', { scopes: ['users:*'] });
    expect((await desk.put(`/users/${user.id}/email`).send({ email: address() }).expect(403)).body.code).toBe(
      'stronger-user',
    );
    await desk.put(`/users/${other.id}/email`).send({ email: address() }).expect(200);
  });
});

describe('Managers', () => {
  it('cannot report to themselves, directly or indirectly', async () => {
    const [a, b, c] = [await invite(), await invite(), await invite()];
    await t.admin.patch(`/users/${b.id}`).send({ managerId: a.id }).expect(200);
    await t.admin.patch(`/users/${c.id}`).send({ managerId: b.id }).expect(200);
    for (const id of [a.id, b.id, c.id])
      expect((await t.admin.patch(`/users/${a.id}`).send({ managerId: id }).expect(409)).body.code).toBe(
        'manager-cycle',
      );
    expect((await read(a.id)).managerId).toBeNull();
  });

  it('cannot form a cycle by concurrent updates or in a ring of four', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ring = await Promise.all(Array.from({ length: 4 }, () => invite()));
      const answers = await Promise.all(
        ring.map(({ id }, at) => t.admin.patch(`/users/${id}`).send({ managerId: ring[(at + 1) % 4]?.id })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 409]);
      const [one, other] = [await invite(), await invite()];
      const pair = await Promise.all(
        [
          [one, other],
          [other, one],
        ].map(([from, to]) => t.admin.patch(`/users/${from?.id}`).send({ managerId: to?.id })),
      );
      expect(pair.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    }
  }, 30_000);
});

describe('Deactivation', () => {
  it('ends sessions, keys and links at once and permanently', async () => {
    const user = await accepted({ roleIds: [role('sales')] });
    const own = await session(user.email);
    const key = caller(t.url, { 'X-API-Key': await createApiKey(own, ['leads:read']) });
    await t.app.get(Database).write(() => t.app.get(UserTokens).issue(user.id, 'password_reset', user.email));
    await key.get('/leads').expect(200);
    const answer = (await t.admin.post(`/users/${user.id}/deactivate`).expect(200)).body as UserView;
    expect(answer.status).toBe('inactive');
    await own.get('/auth/me').expect(401);
    await key.get('/leads').expect(401);
    expect((await t.anonymous.post('/auth/login').send({ email: user.email, password: ADMIN.password })).status).toBe(
      401,
    );
    expect(
      (await t.db.query('select 1 from user_tokens where user_id = $1 and used_at is null', [user.id])).rowCount,
    ).toBe(0);
    expect((await t.admin.post(`/users/${user.id}/deactivate`).expect(409)).body.code).toBe('user-inactive');
    expect((await t.admin.post(`/users/${user.id}/reactivate`).expect(200)).body.status).toBe('active');
    await own.get('/auth/me').expect(401);
    await key.get('/leads').expect(401);
    await (await session(user.email)).get('/auth/me').expect(200);
    const { rows } = await t.db.query(
      'select distinct revoked_reason from sessions where user_id = $1 and revoked_at is not null',
      [user.id],
    );
    expect(rows).toEqual([{ revoked_reason: 'user-deactivated' }]);
    expect(await securityOf(user.id)).toEqual(expect.arrayContaining(['user_deactivated', 'user_reactivated']));
    expect((await eventsOf(user.id)).filter((type) => type.endsWith('activated'))).toEqual([
      'user.deactivated',
      'user.reactivated',
    ]);
  });

  it('ends them for every way of deactivation', async () => {
    const user = await accepted({ roleIds: [role('sales')] });
    const own = await session(user.email);
    await t.db.query('update users set deleted_at = now() where id = $1', [user.id]);
    await t.db.query('update users set deleted_at = null where id = $1', [user.id]);
    t.app.get(AccessCache).drop();
    await own.get('/auth/me').expect(401);
  });

  it('keeps the records of the user and prevents new ones', async () => {
    const user = await accepted({ roleIds: [role('sales')] });
    const { body: lead } = await t.admin
      .post('/leads')
      .send({ name: 'L', email: 'l@example.com', ownerId: user.id })
      .expect(201);
    await t.admin.post(`/users/${user.id}/deactivate`).expect(200);
    expect((await t.admin.get(`/leads/${lead.id}?include=owner`).expect(200)).body.owner).toMatchObject({
      id: user.id,
      name: 'Ada Lovelace',
    });
    await t.admin.post('/leads').send({ name: 'L', email: 'l@example.com', ownerId: user.id }).expect(422);
    await t.admin.post('/users').send({ email: address(), managerId: user.id }).expect(422);
  });
});

describe('A deleted user', () => {
  it('owns nothing, and the name stays on earlier actions', async () => {
    const user = await accepted({ roleIds: [role('sales')] });
    const { body: lead } = await t.admin
      .post('/leads')
      .send({ name: 'L', email: 'l@example.com', ownerId: user.id })
      .expect(201);
    const { body: call } = await t.admin
      .post('/activities')
      .send({ type: 'task', subject: 'Call', leadId: lead.id, assigneeId: user.id })
      .expect(201);
    expect((await t.admin.delete(`/users/${user.id}`).expect(409)).body).toMatchObject({
      code: 'user-owns-records',
      records: { leads: 1, activities: 1 },
    });
    await t.admin.post(`/activities/${call.id}/complete`).send({}).expect(200);
    await t.admin.post(`/leads/${lead.id}/assign`).send({ ownerId: null }).expect(200);
    await t.admin.delete(`/users/${user.id}`).expect(204);
    await t.admin.get(`/users/${user.id}`).expect(404);
    expect((await t.admin.get(`/activities/${call.id}?include=assignee`).expect(200)).body.assignee).toMatchObject({
      id: user.id,
      name: 'Ada Lovelace',
    });
    expect(
      (await t.admin.get('/users?deleted=true&limit=100').expect(200)).body.data.map(({ id }: UserView) => id),
    ).toContain(user.id);
  });

  it('cannot become an owner during the deletion', async () => {
    for (let round = 0; round < 10; round += 1) {
      const user = await invite();
      const { body: lead } = await t.admin.post('/leads').send({ name: 'L', email: 'l@example.com' }).expect(201);
      await Promise.all([
        t.admin.post(`/leads/${lead.id}/assign`).send({ ownerId: user.id }),
        t.admin.delete(`/users/${user.id}`),
      ]);
      const { rows } = await t.db.query(
        `select 1 from leads l join users u on u.id = l.owner_id where l.id = $1 and u.deleted_at is not null`,
        [lead.id],
      );
      expect(rows).toEqual([]);
    }
  }, 20_000);

  it('frees the address, and is restored only while the address is free', async () => {
    const user = await invite();
    await t.admin.delete(`/users/${user.id}`).expect(204);
    const other = await invite({ email: user.email });
    expect((await t.admin.post(`/users/${user.id}/restore`).expect(409)).body.code).toBe('email-taken');
    await t.admin.delete(`/users/${other.id}`).expect(204);
    expect((await t.admin.post(`/users/${user.id}/restore`).expect(200)).body).toMatchObject({
      id: user.id,
      deletedAt: null,
    });
    expect((await t.admin.post(`/users/${user.id}/restore`).expect(409)).body.code).toBe('user-not-deleted');
    expect(await eventsOf(user.id)).toEqual(['user.invited', 'user.deleted', 'user.restored']);
  });
});

describe('The own profile', () => {
  it('is changed by the user, without the fields of administrators', async () => {
    const user = await accepted({ roleIds: [role('sales')] });
    const own = await session(user.email);
    expect((await own.get('/users/me').expect(200)).body).toMatchObject({ id: user.id, status: 'active' });
    expect(
      (
        await own
          .patch('/users/me')
          .send({
            firstName: 'Augusta',
            phone: '123',
            timezone: 'Europe/Berlin',
            locale: 'de',
            title: null,
            avatarUrl: 'https://example.com/x.png',
          })
          .expect(200)
      ).body,
    ).toMatchObject({ name: 'Augusta Lovelace', timezone: 'Europe/Berlin' });
    for (const field of [
      'email',
      'teamId',
      'managerId',
      'department',
      'roleIds',
      'roles',
      'status',
      'isActive',
      'emailVerifiedAt',
      'passwordHash',
    ])
      await own
        .patch('/users/me')
        .send({ [field]: null })
        .expect(400);
    await own.patch(`/users/${user.id}`).send({ title: 'Queen' }).expect(403);
  });

  it('is not changed with an API key', async () => {
    expect((await t.admin.patch('/users/me').send({ firstName: 'Eve' }).expect(403)).body.code).toBe(
      'session-required',
    );
  });
});

describe('A hundred thousand users', () => {
  it('are listed by an index in any order', async () => {
    await t.db.query(
      `set session_replication_role = replica; insert into users (email, first_name, last_name, last_login_at,
        created_at) select 'many-' || n || '@kontor.test', 'N' || n, 'Many', now() - n * interval '1 minute', now()
        - n * interval '1 minute' from generate_series(1, 100000) n; set session_replication_role = origin`,
    );
    await t.db.query('analyze users');
    const indexes = {
      createdAt: 'users_created_at_idx',
      '-name': 'users_name_idx',
      email: 'users_email_idx',
      '-lastLoginAt': 'users_last_login_at_idx',
    };
    for (const [sort, index] of Object.entries(indexes)) {
      const request = {
        where: [],
        limit: 25,
        count: 'none' as const,
        sort: parseSort([sort], userFields, []),
        context: { userId: NOBODY, now: new Date() },
      };
      const plan = JSON.stringify(
        await t.app.get(QueryRunner).rows(sql`explain (format json) ${listQuery(userSource, request)}`),
      );
      expect([sort, plan.includes(`"Index Name":"${index}"`)]).toEqual([sort, true]);
    }
    expect((await t.admin.get('/users?q=n99999').expect(200)).body.data).toHaveLength(1);
  }, 60_000);
});
