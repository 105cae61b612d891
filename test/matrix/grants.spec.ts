import fc from 'fast-check';
import { operations } from '../harness/document.js';
import { isFull } from '../harness/share.js';
import { harmless } from './cells.js';
import type { AccessScope } from './decide.js';
import { OWNED } from './fixtures.js';
import { Scene, type Caller } from './scene.js';

let scene: Scene;
let teams: string[];
let permissions: string[];

beforeAll(
  async () => {
    scene = await Scene.open();
    teams = [await scene.team(), await scene.team()];
    permissions = [
      ...new Set(operations.map(({ permission }) => permission).filter((permission) => permission !== undefined)),
    ].sort();
    for (const teamId of teams) {
      const { userId } = await scene.person([], teamId);
      for (const create of Object.values(OWNED))
        for (const ownerId of [userId, null]) await create(scene.db, { ownerId, teamId: ownerId ? teamId : null });
    }
  },
  isFull ? 480_000 : 120_000,
);
afterAll(() => scene.close());

interface Grant {
  readonly permissions: readonly string[];
  readonly accessScope: AccessScope;
}

const reaches = fc.constantFrom<AccessScope>('own', 'team', 'all');
const grants = (): fc.Arbitrary<Grant> =>
  fc.record({ permissions: fc.oneof(fc.subarray(permissions), fc.constant(permissions)), accessScope: reaches });
const guarded = operations.filter(({ permission }) => permission !== undefined);

/** Creates a user with these roles in this order, or replaces the roles of an existing user. */
async function owner(userId: string | undefined, input: readonly Grant[]): Promise<Caller> {
  const roles = [];
  for (const { permissions: some, accessScope } of input) roles.push(await scene.role(accessScope, some));
  if (!userId) return scene.withKey(await scene.person(roles, teams[0] ?? null));
  await scene.db.query(`delete from user_roles where user_id = $1`, [userId]);
  for (const { id } of roles) await scene.db.query(`insert into user_roles values ($1, $2)`, [userId, id]);
  return scene.withKey({ userId, email: '', teamId: teams[0] ?? null, roles });
}

/** Returns the allowed operations and all visible rows of every list. */
async function rightsOf(caller: Caller): Promise<Set<string>> {
  const rights = new Set<string>();
  await scene.client.askAll(guarded, async (operation) => {
    const { status } = await scene.client.ask(harmless(operation, caller));
    if (status !== 401 && status !== 403) rights.add(operation.operationId);
  });
  for (const resource of Object.keys(OWNED)) {
    const { body } = await scene.client.ask({
      method: 'get',
      path: `/api/v1/${resource}?limit=100`,
      headers: caller.headers,
    });
    for (const { id } of (body['data'] ?? []) as { id: string }[]) rights.add(`${resource} ${id}`);
  }
  return rights;
}

const missingFrom = (whole: Set<string>, part: Iterable<string>): string[] =>
  [...part].filter((right) => !whole.has(right));
const check = (runs: number) => ({ numRuns: isFull ? 4 * runs : runs, endOnFailure: true });

describe('access', () => {
  it(
    'only grows with additional permissions',
    async () => {
      await fc.assert(
        fc.asyncProperty(grants(), fc.subarray(permissions, { minLength: 1, maxLength: 3 }), async (grant, more) => {
          const before = await owner(undefined, [grant]);
          const had = await rightsOf(before);
          const now = await rightsOf(
            await owner(before.userId, [{ ...grant, permissions: [...new Set([...grant.permissions, ...more])] }]),
          );
          expect(missingFrom(now, had)).toEqual([]);
        }),
        check(2),
      );
    },
    isFull ? 480_000 : 120_000,
  );

  it(
    'only grows with a larger access scope',
    async () => {
      await fc.assert(
        fc.asyncProperty(grants(), async ({ permissions: held }) => {
          let had = new Set<string>();
          let userId: string | undefined;
          for (const accessScope of ['own', 'team', 'all'] as const) {
            const caller = await owner(userId, [{ permissions: held, accessScope }]);
            userId = caller.userId;
            const now = await rightsOf(caller);
            expect(missingFrom(now, had)).toEqual([]);
            had = now;
          }
        }),
        check(2),
      );
    },
    isFull ? 480_000 : 120_000,
  );

  it(
    'of two roles is the union of both, in any order',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.subarray(permissions),
          fc.subarray(permissions),
          reaches,
          async (one, other, accessScope) => {
            const [a, b] = [
              { permissions: one, accessScope },
              { permissions: other, accessScope },
            ];
            const first = await owner(undefined, [a]);
            const ofA = await rightsOf(first);
            const ofB = await rightsOf(await owner(first.userId, [b]));
            const both = await rightsOf(await owner(first.userId, [a, b]));
            const turned = await rightsOf(await owner(first.userId, [b, a]));
            expect([...both].sort()).toEqual([...new Set([...ofA, ...ofB])].sort());
            expect([...turned].sort()).toEqual([...both].sort());
          },
        ),
        check(1),
      );
    },
    isFull ? 480_000 : 120_000,
  );
});
