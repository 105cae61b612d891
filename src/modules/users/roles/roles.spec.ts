import { ADMIN, signIn, startApp, type TestApp } from '../../../../test/harness/app.js';
import { caller, type Caller } from '../../../../test/harness/caller.js';
import { AccessCache } from '../access/access-cache.js';
import type { UserView } from '../people/people.dto.js';
import type { RoleView } from './roles.dto.js';

let t: TestApp;
beforeAll(async () => void (t = await startApp({ ROLE: 'web' })), 60_000);
afterAll(() => t.close());

let created = 0;
const word = () => `role-${(created += 1)}`;
const create = async (fields: object = {}, by: Caller = t.admin): Promise<RoleView> =>
  (
    await by
      .post('/roles')
      .send({ name: word(), ...fields })
      .expect(201)
  ).body as RoleView;
const system = async (name: string): Promise<RoleView> =>
  ((await t.admin.get('/roles?limit=100').expect(200)).body.data as RoleView[]).find(
    (role) => role.name === name,
  ) as RoleView;
const rolesOf = async (id: string): Promise<string[]> =>
  ((await t.admin.get(`/users/${id}`).expect(200)).body as UserView).roles.map(({ name }) => name);
const codeOf = (answer: { body: { code: string } }): string => answer.body.code;
/** Creates a user who has only these roles and sends requests with an API key. */
const person = async (...ids: string[]) => {
  const who = await t.as('viewer');
  await t.db.query('delete from user_roles where user_id = $1', [who.userId]);
  await t.db.query('insert into user_roles (user_id, role_id) select $1, unnest($2::uuid[])', [who.userId, ids]);
  t.app.get(AccessCache).drop();
  return who;
};
const steward = async () =>
  person(
    (
      await create({
        permissions: [
          'users:read',
          'users:create',
          'users:update',
          'users:manage-roles',
          'roles:read',
          'roles:manage',
          'leads:read',
        ],
        recordAccess: 'team',
      })
    ).id,
  );

describe('Roles', () => {
  it('are created from existing permissions, changed and deleted', async () => {
    const role = await create({
      description: 'On the road',
      permissions: ['leads:update', 'leads:read'],
      recordAccess: 'team',
      requiresTotp: true,
    });
    expect(role).toMatchObject({
      permissions: ['leads:read', 'leads:update'],
      recordAccess: 'team',
      requiresTotp: true,
      isSystem: false,
      version: 1,
    });
    const changed = (
      await t.admin
        .patch(`/roles/${role.id}`)
        .set('If-Match', '"1"')
        .send({ permissions: ['leads:read', 'activities:read'], description: null })
        .expect(200)
    ).body as RoleView;
    expect(changed).toMatchObject({ permissions: ['activities:read', 'leads:read'], description: null, version: 2 });
    await t.admin.patch(`/roles/${role.id}`).set('If-Match', '"1"').send({ name: 'x' }).expect(412);
    expect(
      ((await t.admin.patch(`/roles/${role.id}`).send({ permissions: [] }).expect(200)).body as RoleView).version,
    ).toBe(3);
    await t.admin.delete(`/roles/${role.id}`).expect(204);
    await t.admin.get(`/roles/${role.id}`).expect(404);
    const { rows } = await t.db.query<{ type: string }>(
      'select type from events where resource_id = $1 order by sequence',
      [role.id],
    );
    expect(rows.map(({ type }) => type)).toEqual(['role.created', 'role.updated', 'role.updated', 'role.deleted']);
    expect(
      (
        await t.db.query(`select 1 from security_logs where event_type = 'role_changed' and details->>'roleId' = $1`, [
          role.id,
        ])
      ).rowCount,
    ).toBe(4);
  });

  it('have unique names, without regard to case, blanks and Unicode form', async () => {
    const name = `Büro ${word()}`;
    await create({ name });
    const like = [
      name.toUpperCase(),
      `  ${name}\u00a0`,
      name.normalize('NFD'),
      ` ${name.normalize('NFD').toLowerCase()}\t`,
    ];
    for (const other of like)
      expect(codeOf(await t.admin.post('/roles').send({ name: other }).expect(409))).toBe('role-name-taken');
    const other = await create();
    for (const taken of like)
      expect(codeOf(await t.admin.patch(`/roles/${other.id}`).send({ name: taken }).expect(409))).toBe(
        'role-name-taken',
      );
  });

  it('have unique names', async () => {
    const name = word();
    const answers = await Promise.all(Array.from({ length: 5 }, () => t.admin.post('/roles').send({ name })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    expect(
      (
        await t.admin
          .patch(`/roles/${(await create()).id}`)
          .send({ name })
          .expect(409)
      ).body.code,
    ).toBe('role-name-taken');
  });

  it.each([
    [{ permissions: ['leads:fly'] }, '#/permissions/0'],
    [{ permissions: ['*:*'] }, '#/permissions/0'],
    [{ recordAccess: 'everything' }, '#/recordAccess'],
    [{ name: '' }, '#/name'],
    [{ permissions: ['leads:read', 'leads:read'] }, '#/permissions'],
  ])('reject %j', async (fields, pointer) => {
    expect(
      (
        await t.admin
          .post('/roles')
          .send({ name: word(), ...fields })
          .expect(422)
      ).body.errors[0].pointer,
    ).toBe(pointer);
  });

  it.each(['isSystem', 'id', 'version'])('reject %s', (field) =>
    t.admin
      .post('/roles')
      .send({ name: word(), [field]: true })
      .expect(400),
  );

  it('are listed by name, with a catalogue of permissions', async () => {
    const names = ((await t.admin.get('/roles?limit=100').expect(200)).body.data as RoleView[]).map(({ name }) => name);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other)));
    const { body } = await t.admin.get('/permissions').expect(200);
    const { rows } = await t.db.query<{ n: number }>('select count(*)::int as n from permissions');
    expect(body.data).toHaveLength(rows[0]?.n ?? 0);
    expect(body.data.every(({ description }: { description: string }) => description.length > 3)).toBe(true);
  });

  it('that are built in allow only a change of the second factor', async () => {
    const admin = await system('admin');
    for (const patch of [
      { name: 'boss' },
      { permissions: ['leads:read'] },
      { recordAccess: 'own' },
      { description: 'x' },
    ])
      expect(codeOf(await t.admin.patch(`/roles/${admin.id}`).send(patch).expect(409))).toBe('role-is-system');
    expect(codeOf(await t.admin.delete(`/roles/${admin.id}`).expect(409))).toBe('role-is-system');
    const viewer = await system('viewer');
    expect((await t.admin.patch(`/roles/${viewer.id}`).send({ requiresTotp: true }).expect(200)).body).toMatchObject({
      requiresTotp: true,
      name: 'viewer',
    });
    await t.admin.patch(`/roles/${viewer.id}`).send({ requiresTotp: false }).expect(200);
  });

  it('with users are not deleted, also not concurrently', async () => {
    for (let round = 0; round < 5; round += 1) {
      const role = await create();
      const [retained, input] = await Promise.all([
        t.admin.delete(`/roles/${role.id}`),
        t.admin.post('/users').send({ email: `${word()}@kontor.test`, roleIds: [role.id] }),
      ]);
      expect([
        [204, 422],
        [409, 201],
      ]).toContainEqual([retained.status, input.status]);
    }
    const role = await create();
    await person(role.id);
    expect((await t.admin.delete(`/roles/${role.id}`).expect(409)).body).toMatchObject({
      code: 'role-in-use',
      users: 1,
    });
  });

  it('apply at once to their users', async () => {
    const role = await create();
    const who = await person(role.id);
    await who.get('/leads').expect(403);
    await t.admin
      .patch(`/roles/${role.id}`)
      .send({ permissions: ['leads:read'] })
      .expect(200);
    await who.get('/leads').expect(200);
    await t.admin.put(`/users/${who.userId}/roles`).send({ roleIds: [] }).expect(200);
    await who.get('/leads').expect(403);
  });
});

describe('Permissions that the caller does not have', () => {
  it('cannot be granted by creating or changing a role', async () => {
    const who = await steward();
    await create({ permissions: ['leads:read'], recordAccess: 'team' }, who);
    for (const patch of [
      { permissions: ['leads:read', 'leads:delete'] },
      { permissions: ['settings:manage'] },
      { recordAccess: 'all' },
    ])
      expect(
        codeOf(
          await who
            .post('/roles')
            .send({ name: word(), ...patch })
            .expect(403),
        ),
      ).toBe('permission-not-held');
    const strong = await create({ permissions: ['leads:read', 'leads:delete'], recordAccess: 'all' });
    await who.patch(`/roles/${strong.id}`).send({ description: 'Strong' }).expect(200);
    expect(
      codeOf(
        await who
          .patch(`/roles/${strong.id}`)
          .send({ permissions: ['leads:read', 'leads:delete', 'leads:purge'] })
          .expect(403),
      ),
    ).toBe('permission-not-held');
    await who
      .patch(`/roles/${strong.id}`)
      .send({ permissions: ['leads:delete'] })
      .expect(200);
    const { body: own } = await who.get('/users/me').expect(200);
    expect(codeOf(await who.patch(`/roles/${own.roles[0].id}`).send({ recordAccess: 'all' }).expect(403))).toBe(
      'permission-not-held',
    );
    expect(
      codeOf(
        await who
          .patch(`/roles/${own.roles[0].id}`)
          .send({ permissions: ['users:read', 'leads:purge'] })
          .expect(403),
      ),
    ).toBe('permission-not-held');
  });

  it('cannot be granted or removed by assigning roles', async () => {
    const who = await steward();
    const [admin, viewer] = [await system('admin'), await create({ permissions: ['leads:read'] })];
    const target = await person();
    for (const id of [who.userId, target.userId])
      expect(
        codeOf(
          await who
            .put(`/users/${id}/roles`)
            .send({ roleIds: [admin.id] })
            .expect(403),
        ),
      ).toBe('permission-not-held');
    expect(
      codeOf(
        await who
          .post('/users')
          .send({ email: `${word()}@kontor.test`, roleIds: [admin.id] })
          .expect(403),
      ),
    ).toBe('permission-not-held');
    await who
      .put(`/users/${target.userId}/roles`)
      .send({ roleIds: [viewer.id] })
      .expect(200);
    const boss = await person(admin.id);
    expect(codeOf(await who.put(`/users/${boss.userId}/roles`).send({ roleIds: [] }).expect(403))).toBe(
      'stronger-user',
    );
    expect([await rolesOf(who.userId), await rolesOf(boss.userId)]).toEqual([
      [expect.stringMatching(/^role-/)],
      ['admin'],
    ]);
    expect(
      (
        await t.db.query(
          `select 1 from users where email like 'role-%' and id in (select user_id from user_roles where role_id = $1)`,
          [admin.id],
        )
      ).rowCount,
    ).toBe(0);
  });

  it('cannot be granted by an API key with fewer scopes', async () => {
    const key = await t.as('admin', { scopes: ['users:*', 'roles:*', 'leads:read'] });
    const admin = await system('admin');
    expect(
      codeOf(
        await key
          .post('/roles')
          .send({ name: word(), permissions: ['leads:delete'] })
          .expect(403),
      ),
    ).toBe('permission-not-held');
    expect(
      codeOf(
        await key
          .put(`/users/${(await person()).userId}/roles`)
          .send({ roleIds: [admin.id] })
          .expect(403),
      ),
    ).toBe('permission-not-held');
    await create({ permissions: ['leads:read'] }, key);
  });

  it('cannot be granted without the permission to assign roles, by any operation', async () => {
    const inviter = await t.as('admin', { scopes: ['users:create', 'users:update', 'users:read', 'leads:*'] });
    const role = await create({ permissions: ['leads:read'] });
    expect(
      (
        await inviter
          .post('/users')
          .send({ email: `${word()}@kontor.test`, roleIds: [role.id] })
          .expect(403)
      ).body.requiredPermission,
    ).toBe('users:manage-roles');
    await inviter
      .patch(`/users/${inviter.userId}`)
      .send({ roleIds: [role.id] })
      .expect(400);
    await inviter
      .put(`/users/${inviter.userId}/roles`)
      .send({ roleIds: [role.id] })
      .expect(403);
  });

  it('cannot be gained by moving users between teams', async () => {
    const { body: mine } = await t.admin.post('/teams').send({ name: word() }).expect(201);
    const { body: other } = await t.admin.post('/teams').send({ name: word() }).expect(201);
    const who = await steward();
    await t.db.query('update users set team_id = $2 where id = $1', [who.userId, mine.id]);
    t.app.get(AccessCache).drop();
    const target = await person();
    for (const [id, teamId] of [
      [who.userId, other.id],
      [target.userId, mine.id],
      [who.userId, null],
    ])
      expect(codeOf(await who.patch(`/users/${id}`).send({ teamId }).expect(403))).toBe('permission-not-held');
    expect(
      codeOf(
        await who
          .post('/users')
          .send({ email: `${word()}@kontor.test`, teamId: other.id })
          .expect(403),
      ),
    ).toBe('permission-not-held');
    await who
      .post('/users')
      .send({ email: `${word()}@kontor.test`, teamId: mine.id })
      .expect(201);
  });
});

describe('The last admin', () => {
  const others = async (): Promise<string[]> =>
    (
      await t.db.query<{ id: string }>(
        `select u.id from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
          and r.name = 'admin' where u.email <> $1 and u.is_active and u.deleted_at is null`,
        [ADMIN.email],
      )
    ).rows.map(({ id }) => id);
  let last: string;
  beforeAll(async () => {
    for (const id of await others()) await t.admin.post(`/users/${id}/deactivate`).expect(200);
    last = ((await t.admin.get('/users/me').expect(200)).body as UserView).id;
  });

  it('cannot be deactivated, deleted or demoted, and an invited admin does not count', async () => {
    const admin = await system('admin');
    const { body: invited } = await t.admin
      .post('/users')
      .send({ email: `${word()}@kontor.test`, roleIds: [admin.id] })
      .expect(201);
    for (const answer of [
      t.admin.post(`/users/${last}/deactivate`),
      t.admin.delete(`/users/${last}`),
      t.admin.put(`/users/${last}/roles`).send({ roleIds: [] }),
    ])
      expect(codeOf(await answer.expect(409))).toBe('last-admin');
    await t.admin.delete(`/users/${invited.id}`).expect(204);
    await t.admin.get('/leads').expect(200);
    await expect(t.db.query('delete from user_roles where user_id = $1', [last])).rejects.toThrow(
      'the last admin must stay',
    );
    await expect(t.db.query('update users set password_hash = null where id = $1', [last])).rejects.toThrow(
      'the last admin must stay',
    );
  });

  it('stays after concurrent removals of the last two admins, by any operation', async () => {
    const admin = await system('admin');
    for (const [one, other] of [
      ['deactivate', 'deactivate'],
      ['roles', 'roles'],
      ['delete', 'roles'],
      ['deactivate', 'delete'],
    ] as const) {
      const second = await t.as('admin');
      const leave = (id: string, method: string) =>
        method === 'deactivate'
          ? t.admin.post(`/users/${id}/deactivate`)
          : method === 'delete'
            ? t.admin.delete(`/users/${id}`)
            : t.admin.put(`/users/${id}/roles`).send({ roleIds: [] });
      const [first, next] = await Promise.all([leave(second.userId, one), leave(last, other)]);
      const statuses = [first?.status, next?.status].map((status) => (status ?? 0) < 300);
      expect(statuses.filter(Boolean).length).toBeLessThanOrEqual(1);
      expect(await others()).toHaveLength(statuses[0] ? 0 : 1);
      // Prepares the next pair: `last` is an active administrator again, and `second` is inactive.
      await t.db.query('update users set is_active = true, deleted_at = null where id = $1', [last]);
      await t.db.query('insert into user_roles (user_id, role_id) values ($1, $2) on conflict do nothing', [
        last,
        admin.id,
      ]);
      await t.db.query('update api_keys set revoked_at = null where created_by_id = $1', [last]);
      t.app.get(AccessCache).drop();
      await t.db.query('update users set is_active = false where id = $1', [second.userId]);
    }
    const own = await signIn(t.url);
    await own.get('/users/me').expect(200);
    await caller(t.url, own.headers).get('/roles').expect(200);
  }, 30_000);
});
