import { randomUUID } from 'node:crypto';
import { createKey } from '../../src/modules/api-keys/credentials/api-key-format.js';
import { operations } from '../harness/document.js';
import { aboutOf, AT_LEAST, harmless, inEarnest, waitUntilSettled, type Cell } from './cells.js';
import { decide } from './decide.js';
import { resourcesWithoutFixture } from './fixtures.js';
import { Scene, type Caller } from './scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
}, 60_000);
afterAll(() => scene.close());

const ROLES = ['admin', 'manager', 'sales', 'support', 'finance', 'viewer'];

/**
 * Returns a cell for every operation and caller. Rejected requests use real input, allowed requests use input without
 * effect.
 */
async function cellsOf(callers: readonly Caller[]): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const operation of operations) {
    const id = await scene.sampleOf(operation);
    for (const caller of callers) {
      const outcome = decide(caller, operation);
      cells.push({
        about: aboutOf(caller, operation),
        outcome,
        ...(outcome.kind === 'rejected' ? inEarnest(operation, caller, id) : harmless(operation, caller)),
      });
    }
  }
  return cells;
}

const named = (name: string, caller: Caller): Caller => ({ ...caller, name });

/** Returns callers with invalid credentials of users with all permissions. */
async function voidCallers(): Promise<Caller[]> {
  const admin = scene.roles.get('admin');
  const roles = admin ? [admin] : [];
  const [person, left, gone] = await Promise.all([
    scene.person(roles),
    scene.person(roles, null, { isActive: false }),
    scene.person(roles, null, { isDeleted: true }),
  ]);
  const past = new Date(Date.now() - 1_000);
  const key = {
    expired: await scene.withKey(person, ['*:*'], { expires_at: past }),
    revoked: await scene.withKey(person, ['*:*'], { revoked_at: past }),
    deactivated: await scene.withKey(left),
    deleted: await scene.withKey(gone),
  };
  const session = {
    expired: await scene.withSession(person, { expires_at: past }),
    revoked: await scene.withSession(person, { revoked_at: past }),
    deactivated: await scene.withSession(left),
    deleted: await scene.withSession(gone),
  };
  const good = await scene.withSession(person);
  const strangers = {
    nobody: {},
    'an empty key': { 'X-API-Key': '' },
    'a key of garbage': { 'X-API-Key': 'kontor_live_nothing' },
    'a key that nobody made': { 'X-API-Key': createKey().key },
    'a cookie of garbage': { Cookie: 'kontor_session=nothing' },
    'a bearer of garbage': { Authorization: 'Bearer x.y.z' },
    'a password in the header': { Authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}` },
    // An invalid key is rejected, even together with a valid cookie.
    'a bad key beside a good session': { ...good.headers, 'X-API-Key': createKey().key },
  };
  const ended = [
    ...Object.entries(key).map(([name, caller]) => named(`a key, ${name}`, caller)),
    ...Object.entries(session).map(([name, caller]) => named(`a session, ${name}`, caller)),
  ];
  return [
    ...Object.entries(strangers).map(([name, headers]) => scene.stranger(name, headers)),
    ...ended.map((caller) => ({ ...caller, credential: 'void' as const })),
  ];
}

describe('the access matrix', () => {
  it('can create every type of owned record', () => {
    const lacking = resourcesWithoutFixture().map(
      (resource) =>
        `test/matrix/fixtures.ts: add "${resource}" to OWNED (makes a record of a given owner), or to ` +
        `EVERYBODYS if its owner decides nothing`,
    );
    expect(lacking).toEqual([]);
  });

  it('has five thousand cells', () => {
    expect(Object.values(AT_LEAST).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5_000);
  });

  it('uses only existing permissions', () => {
    expect(
      operations
        .filter(({ permission }) => permission !== undefined && !scene.permissions.has(permission))
        .map(({ operationId }) => operationId),
    ).toEqual([]);
  });
});

describe('every operation', () => {
  it('denies callers without a valid credential', async () => {
    const cells = await cellsOf(await voidCallers());
    expect(cells.length).toBeGreaterThanOrEqual(AT_LEAST.credentials);
    expect(await waitUntilSettled(scene, cells)).toEqual([]);
  }, 120_000);

  it('requires the permission of each role', async () => {
    const callers = await Promise.all(
      [...ROLES].map(async (name) => {
        const role = scene.roles.get(name);
        return named(name, await scene.withKey(await scene.person(role ? [role] : [])));
      }),
    );
    const none = named(
      'a role without permissions',
      await scene.withKey(await scene.person([await scene.role('all', [])])),
    );
    const roleless = named("nobody's role", await scene.withSession(await scene.person([])));
    const cells = await cellsOf([...callers, none, roleless]);
    expect(cells.length).toBeGreaterThanOrEqual(AT_LEAST.roles);
    expect(await waitUntilSettled(scene, cells)).toEqual([]);
  }, 120_000);

  it('returns 404, 400 or 422 for an unknown id', async () => {
    const answers: string[] = [];
    await scene.client.askAll(
      operations.filter(({ path, isPublic }) => path.includes('{id}') && !isPublic),
      async (operation) => {
        const { status, body } = await scene.client.ask(inEarnest(operation, { ...(await admin()) }, randomUUID()));
        if (![400, 404, 422].includes(status) && body['code'] !== 'session-required')
          answers.push(`${operation.operationId} ${status}`);
      },
    );
    expect(answers).toEqual([]);
  }, 60_000);

  // Public forms accept the fields of their page. Health routes ignore input.
  it('rejects unknown parameters and fields', async () => {
    const strict = operations.filter(({ path }) => path.startsWith('/api/v1') && !path.includes('/forms/'));
    const wrong: string[] = [];
    await scene.client.askAll(strict, async (operation) => {
      const { path, method, headers, body } = inEarnest(operation, await admin());
      const query = await scene.client.ask({
        method,
        path: `${path}?nobody_knows_this=1`,
        ...(headers && { headers }),
        body,
      });
      const fields =
        body &&
        (await scene.client.ask({ method, path, ...(headers && { headers }), body: { ...body, nobodyKnowsThis: 1 } }));
      if (query.status !== 400 || (fields && fields.status !== 400))
        wrong.push(`${operation.operationId} ${query.status} ${fields?.status ?? ''}`);
    });
    expect(wrong).toEqual([]);
  }, 60_000);
});

let adminCaller: Promise<Caller> | undefined;
const admin = (): Promise<Caller> =>
  (adminCaller ??= Promise.resolve({
    ...scene.stranger('admin', {}),
    headers: { ...scene.app.admin.headers, 'Sec-Fetch-Site': 'same-origin' },
  }));
