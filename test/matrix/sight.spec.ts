import { randomUUID } from 'node:crypto';
import { operations, type Operation } from '../harness/document.js';
import { shareOf } from '../harness/share.js';
import { aboutOf, AT_LEAST, inEarnest, settle, type Cell } from './cells.js';
import { decide, isInSight, resourceOf, type Kind, type Reach } from './decide.js';
import { hasTeam, kindOf, OWNED, PERSONAL, type Wanted } from './fixtures.js';
import { Scene, type Caller, type Person } from './scene.js';

let scene: Scene;
let teams: { mine: string; theirs: string };
let people: Record<'own' | 'team' | 'all' | 'lone' | 'teammate' | 'stranger', Person>;

beforeAll(async () => {
  scene = await Scene.open();
  teams = { mine: await scene.team(), theirs: await scene.team() };
  const withReach = async (reach: Reach, teamId: string | null): Promise<Person> =>
    scene.person([await scene.role(reach, scene.permissions)], teamId);
  people = {
    own: await withReach('own', teams.mine),
    team: await withReach('team', teams.mine),
    all: await withReach('all', teams.mine),
    // Sees their team, and is in none.
    lone: await withReach('team', null),
    teammate: await withReach('own', teams.mine),
    stranger: await withReach('own', teams.theirs),
  };
}, 60_000);
afterAll(() => scene.close());

const ASKERS = ['own', 'team', 'all', 'lone'] as const;
/** Whose record it is, seen from the one who asks. */
const recordsOf = (caller: Caller, resource: string): Record<string, Wanted> => {
  const living: Record<string, Wanted> = {
    'their own': { ownerId: caller.userId, teamId: caller.teamId },
    "a teammate's": { ownerId: people.teammate.userId, teamId: teams.mine },
    "another team's": { ownerId: people.stranger.userId, teamId: teams.theirs },
    "nobody's": { ownerId: null, teamId: null },
    ...(hasTeam(resource) && {
      "the team's, nobody's": { ownerId: null, teamId: teams.mine },
      "another team's, nobody's": { ownerId: null, teamId: teams.theirs },
    }),
  };
  return {
    ...living,
    ...Object.fromEntries(
      Object.entries(living).map(([name, wanted]) => [`${name}, deleted`, { ...wanted, isDeleted: true }]),
    ),
  };
};

/** The same person by a session, by a key with everything, and by a key that fits exactly. */
async function waysOf(person: Person, operation: Operation, keys: { session: Caller; key: Caller }): Promise<Caller[]> {
  const permission = operation.permission ?? '';
  fitting.set(
    person.userId + permission,
    fitting.get(person.userId + permission) ?? (await scene.withKey(person, [permission])),
  );
  return [keys.session, keys.key, fitting.get(person.userId + permission) as Caller];
}
const fitting = new Map<string, Caller>();

const target = (wanted: Wanted) => ({
  ownerId: wanted.ownerId,
  teamId: wanted.teamId ?? null,
  isDeleted: wanted.isDeleted ?? false,
});
const onRecords = (kind: Kind): Operation[] =>
  operations.filter((operation) => kindOf(resourceOf(operation)) === kind && operation.permission !== undefined);

let turn = 0;

/** Every record by a session, and each way besides a part of them. A refused cell points at a record that others share; one that is let in gets a record of its own. */
async function cellsOf(
  kind: Kind,
  recordsFor: (caller: Caller, resource: string) => Record<string, Wanted>,
  ways: typeof waysOf,
): Promise<Cell[]> {
  const cells: Cell[] = [];
  const shared = new Map<string, string>();
  for (const name of ASKERS) {
    const person = people[name];
    const keys = { session: await scene.signedIn(person), key: await scene.withKey(person) };
    const lead = await OWNED['leads']?.(scene.db, { ownerId: person.userId });
    for (const operation of onRecords(kind)) {
      const resource = resourceOf(operation) ?? '';
      const make = OWNED[resource] ?? PERSONAL[resource];
      if (!make) throw new Error(`test/matrix/fixtures.ts: ${resource} has no maker`);
      for (const [way, caller] of (await ways(person, operation, keys)).entries())
        for (const [about, wanted] of shareOf(
          Object.entries(recordsFor(caller, resource)),
          (turn += 1),
          way === 0 ? 3 : 10,
        )) {
          const verdict = decide(caller, operation, kind, target(wanted));
          const key = `${resource} ${JSON.stringify(wanted)}`;
          const id =
            verdict.kind === 'allowed' && operation.method !== 'get'
              ? await make(scene.db, wanted)
              : (shared.get(key) ?? (await make(scene.db, wanted)));
          if (verdict.kind !== 'allowed') shared.set(key, id);
          const ids = {
            ownerId: person.userId,
            assigneeId: person.userId,
            leadId: lead ?? null,
            teamId: person.teamId,
          };
          cells.push({
            about: aboutOf({ ...caller, name: `${name} by ${caller.name}` }, operation, about),
            verdict,
            ...inEarnest(operation, caller, id, ids),
          });
        }
    }
  }
  return cells;
}

interface Counted {
  readonly how: string;
  readonly count: number;
  readonly ids?: string[];
}

/** What each way of reading many makes of it. */
async function countedBy({ headers }: Caller, resource: string): Promise<Counted[]> {
  const path = `/api/v1/${resource}`;
  const pages = {
    list: { method: 'get', path: `${path}?limit=100&count=exact` },
    search: { method: 'post', path: `${path}/search`, body: { limit: 100, count: 'exact' } },
  };
  const read = await Promise.all(
    Object.entries(pages).map(async ([how, question]) => {
      const { data, total } = (await scene.client.ask({ ...question, headers })).body as unknown as {
        data: { id: string }[];
        total: { count: number };
      };
      return { how, ids: data.map(({ id }) => id).sort(), count: total.count };
    }),
  );
  const { facets } = (
    await scene.client.ask({ method: 'post', path: `${path}/facets`, headers, body: { facets: ['status'] } })
  ).body as { facets: { values: { count: number }[] }[] };
  const counts = [
    ...read,
    { how: 'facets', count: facets.flatMap(({ values }) => values).reduce((sum, { count }) => sum + count, 0) },
  ];
  if (!operations.some((operation) => operation.path === `${path}/stats`)) return counts;
  const stats = (await scene.client.ask({ method: 'get', path: `${path}/stats`, headers })).body as { total: number };
  return [...counts, { how: 'stats', count: stats.total }];
}

describe('records that somebody owns', () => {
  it('are listed, searched and counted as far as one sees', async () => {
    const wrong: string[] = [];
    for (const [resource, make] of Object.entries(OWNED)) {
      for (const wanted of Object.values(recordsOf(await scene.withKey(people.own), resource)))
        await make(scene.db, wanted);
      const { rows } = await scene.db.query<{ id: string; ownerId: string | null; teamId: string | null }>(
        `select id, owner_id as "ownerId", team_id as "teamId" from ${resource.replaceAll('-', '_')} where deleted_at is null`,
      );
      for (const name of ASKERS) {
        const caller = await scene.withKey(people[name]);
        const expected = rows
          .filter((row) => isInSight(caller, row))
          .map(({ id }) => id)
          .sort();
        for (const { how, ids, count } of await countedBy(caller, resource)) {
          if ((ids && ids.join() !== expected.join()) || count !== expected.length)
            wrong.push(`${how} of ${resource} for ${name}: ${count} instead of ${expected.length}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('are reached as far as one sees, by whatever credential', async () => {
    const cells = await cellsOf('owned', recordsOf, waysOf);
    expect(cells.length).toBeGreaterThanOrEqual(AT_LEAST.sight);
    expect(await settle(scene, cells)).toEqual([]);
  }, 120_000);
});

describe('keys', () => {
  it("are their maker's", async () => {
    const mine = ({ userId }: Caller): Record<string, Wanted> => ({
      'their own': { ownerId: userId },
      "a teammate's": { ownerId: people.teammate.userId },
      "a stranger's": { ownerId: people.stranger.userId },
    });
    const manages = await cellsOf('api-keys', mine, async (_, __, { session, key }) => [session, key]);
    const modest = await scene.role(
      'all',
      [...scene.permissions].filter((permission) => permission !== 'api-keys:manage'),
    );
    people = { ...people, all: await scene.person([modest], teams.mine) };
    const others = await cellsOf('api-keys', mine, async (_, __, { session, key }) => [session, key]);
    expect(await settle(scene, [...manages, ...others])).toEqual([]);
  }, 60_000);

  it("end only sessions of one's own", async () => {
    const foreign = await scene.withSession(people.stranger);
    const { rows } = await scene.db.query<{ id: string }>(`select id from sessions where user_id = $1`, [
      people.stranger.userId,
    ]);
    const me = await scene.signedIn(people.all);
    for (const id of [...rows.map((row) => row.id), randomUUID()])
      expect(
        (await scene.client.ask({ method: 'delete', path: `/api/v1/auth/sessions/${id}`, headers: me.headers })).status,
      ).toBe(404);
    expect((await scene.client.ask({ method: 'get', path: '/api/v1/auth/me', headers: foreign.headers })).status).toBe(
      200,
    );
  });
});
