import { randomUUID } from 'node:crypto';
import { createApiKey, signIn, startApp, ADMIN, type TestApp } from '../../../test/harness/app.js';
import { caller, type Caller } from '../../../test/harness/caller.js';

type Person = Caller & { userId: string };

let app: TestApp;
let teamId: string;
let manager: Person;
let seller: Person;
let viewer: Person;
beforeAll(async () => {
  app = await startApp();
  teamId =
    (await app.db.query<{ id: string }>(`insert into teams (name) values ('North') returning id`)).rows[0]?.id ?? '';
  [manager, seller, viewer] = await Promise.all([
    app.as('manager', { teamId }),
    app.as('sales', { teamId }),
    app.as('viewer'),
  ]);
}, 60_000);
afterAll(() => app.close());

const create = async (extra: object = {}): Promise<string> =>
  (
    await app.admin
      .post('/leads')
      .send({ name: 'Ada', email: `${randomUUID()}@example.com`, ...extra })
      .expect(201)
  ).body.id as string;
const explain = async (who: Caller, query: object) => (await who.get('/access/explain').query(query).expect(200)).body;

describe('own access', () => {
  it('lists permissions with the roles that grant them and the access scope', async () => {
    const { body } = await manager.get('/access/me').expect(200);
    expect(body).toMatchObject({
      credential: 'api-key',
      user: { id: manager.userId },
      team: { id: teamId, name: 'North' },
      roles: [{ name: 'manager', recordAccess: 'team' }],
      recordAccess: 'team',
      scopes: ['*:*'],
    });
    expect(body.permissions).toContainEqual({ permission: 'leads:update', roles: ['manager'], effective: true });
    expect(body.resources).toContainEqual({
      resource: 'leads',
      actions: ['assign', 'create', 'delete', 'read', 'update'].filter((action) => action !== 'assign'),
      recordAccess: 'team',
    });
    expect(body.resources.find(({ resource }: { resource: string }) => resource === 'lead-forms').recordAccess).toBe(
      'all',
    );
  });

  it('is limited by the scopes of the API key', async () => {
    const key = caller(app.url, { 'X-API-Key': await createApiKey(await signIn(app.url), ['leads:read']) });
    const { body } = await key.get('/access/me').expect(200);
    expect([body.scopes, body.resources]).toEqual([
      ['leads:read'],
      [{ resource: 'leads', actions: ['read'], recordAccess: 'all' }],
    ]);
    expect(body.permissions).toContainEqual({ permission: 'leads:update', roles: ['admin'], effective: false });
    expect(await explain(key, { permission: 'leads:update' })).toMatchObject({ allowed: false, rule: 'scope-missing' });
    expect((await (await signIn(app.url, ADMIN)).get('/access/me').expect(200)).body).toMatchObject({
      credential: 'session',
      scopes: null,
    });
  });
});

describe('an explanation', () => {
  it('names the rule of the decision', async () => {
    const [owned, nobodys, ofTeam] = [
      await create({ ownerId: seller.userId }),
      await create(),
      await create({ teamId }),
    ];
    const why = async (userId: string, id: string, permission = 'leads:read') =>
      (await explain(app.admin, { permission, resource: 'leads', id, userId })).rule as string;
    expect([
      await why(seller.userId, owned),
      await why(seller.userId, nobodys),
      await why(seller.userId, ofTeam),
    ]).toEqual(['record-owned', 'not-visible', 'not-visible']);
    expect([
      await why(manager.userId, owned),
      await why(manager.userId, nobodys),
      await why(manager.userId, ofTeam),
    ]).toEqual(['record-in-team', 'not-visible', 'record-in-team']);
    expect([await why(viewer.userId, nobodys), await why(viewer.userId, nobodys, 'leads:update')]).toEqual([
      'record-access-all',
      'permission-missing',
    ]);
    const task = (
      await app.admin
        .post(`/leads/${nobodys}/activities`)
        .send({ type: 'task', subject: 'x', ownerId: null, assigneeId: seller.userId })
        .expect(201)
    ).body.id as string;
    const note = (await app.admin.post(`/leads/${ofTeam}/activities`).send({ type: 'note', subject: 'x' }).expect(201))
      .body.id as string;
    const about = async (userId: string, id: string) =>
      (await explain(app.admin, { permission: 'activities:update', resource: 'activities', id, userId }))
        .rule as string;
    expect([
      await about(seller.userId, task),
      await about(manager.userId, note),
      await about(seller.userId, note),
    ]).toEqual(['assigned', 'record-of-visible-lead', 'not-visible']);
    await app.admin.delete(`/leads/${owned}`).expect(204);
    expect(await why(seller.userId, owned)).toBe('record-deleted');
    expect(await explain(app.admin, { permission: 'leads:read', userId: seller.userId })).toMatchObject({
      allowed: true,
      rule: 'permission-given',
      grantedBy: ['sales'],
      record: null,
    });
    expect(await explain(app.admin, { permission: 'leads:purge', userId: seller.userId })).toMatchObject({
      allowed: false,
      rule: 'permission-missing',
      grantedBy: [],
      wouldBeGrantedBy: ['admin'],
    });
  });

  it('of another user needs roles:read', async () => {
    expect(
      (await manager.get('/access/explain').query({ permission: 'leads:read', userId: seller.userId }).expect(403)).body
        .requiredPermission,
    ).toBe('roles:read');
    await manager
      .get('/access/explain')
      .query({ permission: 'leads:read', userId: manager.userId.toUpperCase() })
      .expect(200);
  });

  it('does not reveal a record that is not visible to the caller', async () => {
    const foreign = await create();
    const [hidden, unknown] = await Promise.all(
      [foreign, randomUUID()].map((id) => explain(seller, { permission: 'leads:read', resource: 'leads', id })),
    );
    expect(hidden).toMatchObject({ allowed: false, rule: 'record-not-found', record: null });
    expect(hidden).toEqual(unknown);
    await app.db.query(
      `insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r join permissions p
        on p.resource = 'roles' and p.action = 'read' where r.name = 'sales'`,
    );
    const [curious] = [await app.as('sales')];
    const [one, other] = await Promise.all(
      [foreign, randomUUID()].map((id) =>
        explain(curious, { permission: 'leads:read', resource: 'leads', id, userId: viewer.userId }),
      ),
    );
    expect([one, one.rule]).toEqual([other, 'record-not-found']);
  });

  it('rejects invalid combinations of parameters', async () => {
    const rejected = async (query: object, status = 400) =>
      (await app.admin.get('/access/explain').query(query).expect(status)).body;
    expect((await rejected({ permission: 'leads:fly' })).errors[0].code).toBe('unknown-permission');
    expect((await rejected({ permission: 'leads:read', resource: 'settings', id: randomUUID() })).errors[0].code).toBe(
      'unknown-resource',
    );
    expect((await rejected({ permission: 'leads:read', id: randomUUID() })).errors[0].parameter).toBe('resource');
    expect((await rejected({ permission: 'leads:read', userId: randomUUID() }, 404)).code).toBe('user-not-found');
    expect((await rejected({ permission: 'leads:read', apiKeyId: randomUUID() }, 404)).code).toBe('api-key-not-found');
    await rejected({});
  });

  it('covers inactive users and expired keys', async () => {
    const { rows } = await app.db.query<{ id: string }>(
      `insert into users (email, is_active) values ('left@kontor.test', false) returning id`,
    );
    expect(await explain(app.admin, { permission: 'leads:read', userId: rows[0]?.id })).toMatchObject({
      allowed: false,
      rule: 'user-inactive',
    });
    const session = await signIn(app.url);
    const { body: key } = await session
      .post('/api-keys')
      .send({ name: 'old', scopes: ['leads:read'] })
      .expect(201);
    expect(await explain(session, { permission: 'leads:read', apiKeyId: key.id })).toMatchObject({ allowed: true });
    await session.delete(`/api-keys/${key.id}`).expect(204);
    expect(await explain(session, { permission: 'leads:read', apiKeyId: key.id })).toMatchObject({
      allowed: false,
      rule: 'api-key-ended',
    });
  });
});

describe('explained and actual access', () => {
  it('are equal for generated users, teams, roles and records', async () => {
    const other =
      (await app.db.query<{ id: string }>(`insert into teams (name) values ('South') returning id`)).rows[0]?.id ?? '';
    await app.db
      .query(`with made as (insert into roles (name, record_access) values ('blind', 'all'), ('team-reader', 'team')
        returning id, name)
      insert into role_permissions (role_id, permission_id) select made.id, p.id from made join permissions p
        on p.resource = 'activities' or (made.name = 'team-reader' and p.resource = 'leads' and p.action = 'read')`);
    const roles = ['manager', 'sales', 'finance', 'viewer', 'blind', 'team-reader'];
    const people = await Promise.all(
      roles.flatMap((role) =>
        [teamId, other, undefined].map((of) => app.as(role, of === undefined ? {} : { teamId: of })),
      ),
    );
    // One user has several roles: the widest access scope counts.
    await app.db.query(
      `insert into user_roles (user_id, role_id) select $1, id from roles where name = 'team-reader'`,
      [people[3]?.userId],
    );
    const random = (seed: number, of: number): number => (Math.imul(seed + 7, 2_654_435_761) >>> 8) % of;
    const owners = people.filter((_, index) => Math.floor(index / 3) !== 4).map(({ userId }) => userId);
    const records: [string, string][] = [];
    for (let index = 0; index < 24; index += 1) {
      const owner = index % 3 ? owners[random(index, owners.length)] : null;
      const lead = await create({
        ownerId: owner,
        ...(owner === null && index % 2 && { teamId: index % 4 === 1 ? teamId : other }),
      });
      const workers = people.filter((_, at) => Math.floor(at / 3) !== 2).map(({ userId }) => userId);
      const { body } = await app.admin
        .post(`/leads/${lead}/activities`)
        .send({
          type: 'task',
          subject: 'x',
          ownerId: index % 2 ? workers[random(index + 50, workers.length)] : null,
          assigneeId: workers[random(index + 99, workers.length)],
        })
        .expect(201);
      records.push(['leads', lead], ['activities', body.id as string]);
    }
    await app.admin.delete(`/leads/${records[10]?.[1]}`).expect(204);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const differing: unknown[] = [];
    const rules = new Set<string>();
    await Promise.all(
      people.map(async (who) => {
        for (const [resource, id] of records) {
          const reported = await explain(app.admin, {
            permission: `${resource}:read`,
            resource,
            id,
            userId: who.userId,
          });
          const { status } = await who.get(`/${resource}/${id}`);
          rules.add(reported.rule as string);
          if (reported.allowed !== (status === 200)) differing.push([resource, id, reported, status]);
        }
      }),
    );
    expect(differing).toEqual([]);
    expect([...rules].toSorted()).toEqual([
      'assigned',
      'not-visible',
      'permission-missing',
      'record-access-all',
      'record-deleted',
      'record-in-team',
      'record-of-visible-lead',
      'record-owned',
    ]);
  }, 60_000);
});
