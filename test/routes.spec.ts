import { startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';
import { operations, pathOf, type Operation } from './harness/document.js';

let app: TestApp;
let people: Record<string, Caller>;
let granted: Record<string, Set<string>>;

const ROLES = ['manager', 'sales', 'support', 'finance', 'viewer'];
const call = (who: Caller, operation: Operation) => who[operation.method](pathOf(operation)).send(['get', 'delete'].includes(operation.method) ? undefined : {});
const guarded = operations.filter(({ isPublic }) => !isPublic);

beforeAll(async () => {
  app = await startApp();
  const callers = await Promise.all(ROLES.map((role) => app.as(role)));
  people = Object.fromEntries(ROLES.map((role, index) => [role, callers[index] as Caller]));
  const { rows } = await app.db.query<{ role: string; permission: string }>(`select r.name as role, p.resource || ':' || p.action as permission from roles r join role_permissions rp on rp.role_id = r.id join permissions p on p.id = rp.permission_id`);
  granted = Object.fromEntries(ROLES.map((role) => [role, new Set(rows.filter((row) => row.role === role).map(({ permission }) => permission))]));
}, 60_000);
afterAll(() => app.close());

/** Everything that a refused call must leave as it was. */
const state = async (): Promise<unknown> =>
  (await app.db.query(`select (select count(*) from leads) l, (select count(*) from activities) a, (select count(*) from events) e, (select count(*) from lead_forms) f, (select count(*) from api_keys where revoked_at is null) k, (select count(*) from settings) s`)).rows[0];

describe.each(guarded.map((operation) => [operation.operationId, operation] as const))('%s', (_, operation) => {
  it('is closed to strangers, to bad keys and to bad cookies, and stays closed when both are sent', async () => {
    const before = await state();
    const strangers: Record<string, string>[] = [{}, { 'X-API-Key': '' }, { 'X-API-Key': 'kontor_live_nothing' }, { Cookie: 'kontor_session=nothing' }, { Authorization: 'Bearer x.y.z' }, { 'X-API-Key': 'x', Cookie: 'kontor_session=x' }, { 'X-API-Key': app.admin.headers['X-API-Key'] ?? '', Authorization: 'Bearer x.y.z' }];
    for (const headers of strangers) {
      const answer = await app.anonymous[operation.method](pathOf(operation)).set({ 'Sec-Fetch-Site': 'same-origin', ...headers }).send(['get', 'delete'].includes(operation.method) ? undefined : {});
      expect([operation.operationId, headers, answer.status]).toEqual([operation.operationId, headers, 401]);
    }
    expect(await state()).toEqual(before);
  });

  if (operation.permission) {
    it.each(ROLES)('asks the %s for its permission', async (role) => {
      const before = await state();
      const answer = await call(people[role] as Caller, operation);
      if (granted[role]?.has(operation.permission ?? '')) expect(answer.status).not.toBe(403);
      else {
        expect(answer.status).toBe(403);
        expect(answer.body).toMatchObject({ code: 'permission-missing', requiredPermission: operation.permission });
        expect(await state()).toEqual(before);
      }
    });
  }
});

describe('scopes', () => {
  it('narrow a key to what they say, whatever its maker may do', async () => {
    const permissions = [...new Set(guarded.map(({ permission }) => permission).filter((permission) => permission !== undefined))];
    const resources = [...new Set(permissions.map((permission) => permission.split(':')[0] ?? ''))];
    for (const resource of resources) {
      const scope = `${resource}:read`;
      if (!permissions.includes(scope)) continue;
      const { body } = await app.admin.post('/api-keys').send({ name: scope, scopes: [scope] }).expect(201);
      for (const operation of guarded.filter(({ permission }) => permission)) {
        const answer = await app.anonymous[operation.method](pathOf(operation)).set('X-API-Key', body.key).send(['get', 'delete'].includes(operation.method) ? undefined : {});
        expect([scope, operation.operationId, answer.status === 403]).toEqual([scope, operation.operationId, operation.permission !== scope]);
      }
    }
  }, 120_000);
});

describe('every route', () => {
  it('names a permission that exists, or says that it needs none', async () => {
    const { rows } = await app.db.query<{ permission: string }>(`select resource || ':' || action as permission from permissions`);
    const known = new Set(rows.map(({ permission }) => permission));
    expect(guarded.filter(({ permission }) => permission && !known.has(permission)).map(({ operationId }) => operationId)).toEqual([]);
  });

  it('answers an unknown record with 404 and never with 500', async () => {
    for (const operation of guarded.filter(({ path }) => /\{(id|leadId)\}/.test(path))) {
      const { status, body } = await call(app.admin, operation);
      expect([operation.operationId, [400, 404, 422].includes(status) || body.code === 'session-required']).toEqual([operation.operationId, true]);
    }
  });

  it('refuses parameters and fields that it does not know', async () => {
    for (const operation of operations.filter(({ path }) => path.startsWith('/api/v1') && !path.includes('/forms/'))) {
      const query = await app.admin[operation.method](`${pathOf(operation)}?nobody_knows_this=1`).set('Sec-Fetch-Site', 'same-origin').send(['get', 'delete'].includes(operation.method) ? undefined : ((operation.bodyExample as object | undefined) ?? {}));
      expect([operation.operationId, query.status]).toEqual([operation.operationId, 400]);
      if (operation.method === 'get' || operation.method === 'delete') continue;
      const body = await app.admin[operation.method](pathOf(operation)).set('Sec-Fetch-Site', 'same-origin').send({ ...(operation.bodyExample as object | undefined), nobodyKnowsThis: 1 });
      expect([operation.operationId, body.status]).toEqual([operation.operationId, 400]);
    }
  }, 60_000);
});
