import { operations } from '../harness/document.js';
import { shareOf } from '../harness/share.js';
import { aboutOf, AT_LEAST, harmless, inEarnest, waitUntilSettled, type Cell } from './cells.js';
import { decide } from './decide.js';
import { Scene, type Caller } from './scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
}, 60_000);
afterAll(() => scene.close());

const needed = operations.map(({ permission }) => permission).filter((permission) => permission !== undefined);
const resources = [...new Set(needed.map((permission) => permission.split(':')[0] ?? ''))];

let turn = 0;
/** Returns the exact scope, similar scopes, and wildcards of other resources. */
const scopesOf = (permission: string): string[] => {
  const [resource = '', action = ''] = permission.split(':');
  const others = shareOf(
    resources.filter((other) => other !== resource),
    (turn += 1),
    12,
  ).map((other) => `${other}:*`);
  return [
    ...new Set([
      permission,
      `${resource}:read`,
      `${resource}:write`,
      `${resource}:*`,
      `*:${action}`,
      '*:read',
      '*:write',
      '*:*',
      ...others,
    ]),
  ];
};

describe('scopes', () => {
  it('limit a key to their permissions, whatever the permissions of the creator', async () => {
    const admin = scene.roles.get('admin');
    const person = await scene.person(admin ? [admin] : []);
    const callers = new Map<string, Caller>();
    const callerWith = async (scope: string): Promise<Caller> => {
      const caller = callers.get(scope) ?? (await scene.withKey(person, [scope]));
      callers.set(scope, caller);
      return caller;
    };
    const cells: Cell[] = [];
    for (const operation of operations.filter(({ permission }) => permission !== undefined)) {
      const id = await scene.sampleOf(operation);
      for (const scope of scopesOf(operation.permission ?? '')) {
        const caller = await callerWith(scope);
        const outcome = decide(caller, operation);
        cells.push({
          about: aboutOf(caller, operation),
          outcome,
          ...(outcome.kind === 'rejected' ? inEarnest(operation, caller, id) : harmless(operation, caller)),
        });
      }
    }
    expect(cells.length).toBeGreaterThanOrEqual(AT_LEAST.scopes);
    expect(await waitUntilSettled(scene, cells)).toEqual([]);
  }, 120_000);

  it('grant no permission that the creator lacks', async () => {
    const sales = scene.roles.get('sales');
    const person = await scene.person(sales ? [sales] : []);
    const cells: Cell[] = [];
    for (const scope of ['*:*', ...resources.map((resource) => `${resource}:*`)]) {
      const caller = await scene.withKey(person, [scope]);
      for (const operation of shareOf(
        operations.filter(({ permission }) => permission !== undefined && !caller.permissions.has(permission)),
        (turn += 1),
        scope === '*:*' ? 1 : 10,
      ))
        cells.push({
          about: aboutOf(caller, operation),
          outcome: decide(caller, operation),
          ...inEarnest(operation, caller, await scene.sampleOf(operation)),
        });
    }
    expect(await waitUntilSettled(scene, cells)).toEqual([]);
  }, 120_000);
});
