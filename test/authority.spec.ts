import type { Operation } from './harness/document.js';
import { operations } from './harness/document.js';
import { changedBetween, fingerprintOf } from './matrix/fingerprint.js';
import { Scene, type Caller, type Person } from './matrix/scene.js';

/** Every write with a user, a role or an API key in its path. */
const acting = operations.filter(
  ({ method, path }) =>
    method !== 'get' && (/^\/api\/v1\/(users|roles|api-keys)\/\{id\}/.test(path) || path.includes('{userId}')),
);

/** Further bodies besides the example of the API document. Each removes something from the users of a role. */
const BODIES: Readonly<Record<string, readonly object[]>> = {
  updateRole: [{ permissions: [] }, { recordAccess: 'own' }, { requiresTotp: false }],
  updateUser: [{ title: 'Clerk' }, { teamId: null }],
  setUserRoles: [{ roleIds: [] }],
  changeUserEmail: [{ email: 'thief@kontor.test' }],
  updateApiKey: [{ name: 'Mine' }],
};
const REJECTIONS = ['stronger-user', 'permission-not-held', 'api-key-stronger', 'not-your-api-key', 'own-totp'];

const holdsAll = ({ permissions }: Caller): boolean => permissions.has('leads:delete');

describe('a caller with fewer permissions', () => {
  let scene: Scene;
  let ids: Record<'users' | 'roles' | 'api-keys' | 'teams', string>;
  let admin: Person;
  let callers: Caller[];

  beforeAll(async () => {
    scene = await Scene.open();
    const all = [...scene.permissions];
    const role = await scene.role('all', all);
    await scene.db.query('update roles set requires_totp = true where id = $1', [role.id]);
    const adminRole = scene.roles.get('admin');
    admin = await scene.person(adminRole ? [adminRole] : [], await scene.team());
    await scene.withKey(admin);
    const { rows } = await scene.db.query<{ id: string }>(`select id from api_keys where created_by_id = $1`, [
      admin.userId,
    ]);
    ids = { users: admin.userId, roles: role.id, 'api-keys': rows[0]?.id ?? '', teams: admin.teamId ?? '' };
    const [fewer, nearer] = [
      await scene.role(
        'all',
        all.filter((name) => name !== 'leads:delete'),
      ),
      await scene.role('team', all),
    ];
    const scopes = all.filter((name) => name !== 'leads:delete');
    callers = [
      { ...(await scene.signedIn(await scene.person([fewer]))), name: 'a user without one permission' },
      { ...(await scene.signedIn(await scene.person([nearer]))), name: 'a user with access scope team' },
      { ...(await scene.withKey(await scene.person([fewer]))), name: 'an API key of a user without one permission' },
      { ...(await scene.withKey(admin, scopes)), name: 'a narrower API key of the same user' },
    ];
  }, 60_000);
  afterAll(() => scene.close());

  const addressOf = ({ path }: Operation): string =>
    path.replace('{userId}', ids.users).replace('{id}', ids[(path.split('/')[3] ?? '') as keyof typeof ids]);
  const bodiesOf = ({ operationId, body, bodyExample }: Operation): (object | undefined)[] => [
    ...(BODIES[operationId] ?? []),
    ...(operationId === 'updateRole' || operationId === 'setUserRoles'
      ? []
      : [body ? (bodyExample as object) : undefined]),
  ];

  async function letThrough(): Promise<string[]> {
    const found: string[] = [];
    for (const operation of acting) {
      for (const caller of callers) {
        for (const body of bodiesOf(operation)) {
          // A user with all permissions of a role can remove a permission.
          if (operation.operationId === 'updateRole' && body && 'permissions' in body && holdsAll(caller)) continue;
          const { status, body: answer } = await scene.client.ask({
            method: operation.method,
            path: addressOf(operation),
            headers: caller.headers,
            body,
          });
          const about =
            `${operation.operationId} ${JSON.stringify(body ?? {})} by ${caller.name}: ${status} ` +
            `${String(answer['code'])}`;
          if (status !== 403 || !REJECTIONS.includes(String(answer['code']))) found.push(about);
        }
      }
    }
    return found;
  }

  it('changes no user, role or key with more permissions, on any route', async () => {
    expect(acting.length).toBeGreaterThanOrEqual(14);
    const before = await fingerprintOf(scene.db);
    expect(await letThrough()).toEqual([]);
    expect(changedBetween(before, await fingerprintOf(scene.db))).toEqual([]);
  }, 120_000);

  it('restores no such user, and makes no such role stricter', async () => {
    await scene.db.query('update roles set requires_totp = false where id = $1', [ids.roles]);
    const role = scene.roles.get('admin');
    const [left, gone] = [
      await scene.person(role ? [role] : [], null, { isActive: false }),
      await scene.person(role ? [role] : [], null, { isDeleted: true }),
    ];
    for (const { headers } of callers) {
      const ask = async (method: string, path: string, body?: object): Promise<unknown> =>
        (await scene.client.ask({ method, path: `/api/v1${path}`, headers, body })).body['code'];
      expect(await ask('post', `/users/${left.userId}/reactivate`)).toBe('stronger-user');
      expect(await ask('post', `/users/${gone.userId}/restore`)).toBe('stronger-user');
      expect(await ask('patch', `/roles/${ids.roles}`, { requiresTotp: true })).toBe('permission-not-held');
    }
  });

  it('can change users with the same or fewer permissions, and remove own permissions from a role', async () => {
    const [equal, narrow] = [
      await scene.role('team', ['users:update', 'roles:manage', 'leads:read']),
      await scene.role('own', ['leads:read']),
    ];
    const { headers } = await scene.signedIn(await scene.person([equal]));
    const target = await scene.person([narrow]);
    const ask = async (method: string, path: string, body?: object): Promise<number> =>
      (await scene.client.ask({ method, path: `/api/v1${path}`, headers, body })).status;
    expect(await ask('post', `/users/${target.userId}/deactivate`)).toBe(200);
    expect(await ask('post', `/users/${target.userId}/reactivate`)).toBe(200);
    expect(await ask('patch', `/roles/${narrow.id}`, { permissions: [], requiresTotp: true })).toBe(200);
    expect(await ask('delete', `/roles/${(await scene.role('own', ['leads:read'])).id}`)).toBe(204);
  });
});
