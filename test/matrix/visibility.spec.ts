import { randomUUID } from 'node:crypto';
import { operations, type Operation } from '../harness/document.js';
import { shareOf } from '../harness/share.js';
import { aboutOf, AT_LEAST, inEarnest, waitUntilSettled, type Cell } from './cells.js';
import { decide, isVisible, resourceOf, type Kind, type AccessScope } from './decide.js';
import { hasTeam, kindOf, OWNED, PERSONAL, type Requested } from './fixtures.js';
import { Scene, type Caller, type Person } from './scene.js';

let scene: Scene;
let teams: { mine: string; theirs: string };
let people: Record<'own' | 'team' | 'all' | 'lone' | 'teammate' | 'stranger', Person>;

beforeAll(async () => {
  scene = await Scene.open();
  teams = { mine: await scene.team(), theirs: await scene.team() };
  const withAccessScope = async (accessScope: AccessScope, teamId: string | null): Promise<Person> =>
    scene.person([await scene.role(accessScope, scene.permissions)], teamId);
  people = {
    own: await withAccessScope('own', teams.mine),
    team: await withAccessScope('team', teams.mine),
    all: await withAccessScope('all', teams.mine),
    // Access scope `team`, without a team.
    lone: await withAccessScope('team', null),
    teammate: await withAccessScope('own', teams.mine),
    stranger: await withAccessScope('own', teams.theirs),
  };
}, 60_000);
afterAll(() => scene.close());

const ASKERS = ['own', 'team', 'all', 'lone'] as const;
/** Returns records by their owner, relative to the caller. */
const recordsOf = (caller: Caller, resource: string): Record<string, Requested> => {
  const active: Record<string, Requested> = {
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
    ...active,
    ...Object.fromEntries(
      Object.entries(active).map(([name, requested]) => [`${name}, deleted`, { ...requested, isDeleted: true }]),
    ),
  };
};

/** Returns callers of the same user: a session, a key with all scopes, and a key with the exact scope. */
async function waysOf(person: Person, operation: Operation, keys: { session: Caller; key: Caller }): Promise<Caller[]> {
  const permission = operation.permission ?? '';
  fitting.set(
    person.userId + permission,
    fitting.get(person.userId + permission) ?? (await scene.withKey(person, [permission])),
  );
  return [keys.session, keys.key, fitting.get(person.userId + permission) as Caller];
}
const fitting = new Map<string, Caller>();

const target = (requested: Requested) => ({
  ownerId: requested.ownerId,
  teamId: requested.teamId ?? null,
  isDeleted: requested.isDeleted ?? false,
});
const onRecords = (kind: Kind): Operation[] =>
  operations.filter((operation) => kindOf(resourceOf(operation)) === kind && operation.permission !== undefined);

let turn = 0;

/**
 * Combines every record with a session, and a part of the records with the other callers. Rejected cells share records.
 * Allowed cells get their own record.
 */
async function cellsOf(
  kind: Kind,
  recordsFor: (caller: Caller, resource: string) => Record<string, Requested>,
  methods: typeof waysOf,
): Promise<Cell[]> {
  const cells: Cell[] = [];
  const shared = new Map<string, string>();
  for (const name of ASKERS) {
    const person = people[name];
    const keys = { session: await scene.signedIn(person), key: await scene.withKey(person) };
    const lead = await OWNED['leads']?.(scene.db, { ownerId: person.userId });
    for (const operation of onRecords(kind)) {
      const resource = resourceOf(operation) ?? '';
      const create = OWNED[resource] ?? PERSONAL[resource];
      if (!create) throw new Error(`test/matrix/fixtures.ts: ${resource} has no maker`);
      for (const [method, caller] of (await methods(person, operation, keys)).entries())
        for (const [about, requested] of shareOf(
          Object.entries(recordsFor(caller, resource)),
          (turn += 1),
          method === 0 ? 3 : 10,
        )) {
          const outcome = decide(caller, operation, kind, target(requested));
          const key = `${resource} ${JSON.stringify(requested)}`;
          const id =
            outcome.kind === 'allowed' && operation.method !== 'get'
              ? await create(scene.db, requested)
              : (shared.get(key) ?? (await create(scene.db, requested)));
          if (outcome.kind !== 'allowed') shared.set(key, id);
          const ids = {
            ownerId: person.userId,
            assigneeId: person.userId,
            leadId: lead ?? null,
            teamId: person.teamId,
          };
          cells.push({
            about: aboutOf({ ...caller, name: `${name} by ${caller.name}` }, operation, about),
            outcome,
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

/** Returns the counts of each way to read many records. */
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

describe('owned records', () => {
  it('are listed, searched and counted within the access scope', async () => {
    const wrong: string[] = [];
    for (const [resource, create] of Object.entries(OWNED)) {
      for (const requested of Object.values(recordsOf(await scene.withKey(people.own), resource)))
        await create(scene.db, requested);
      const { rows } = await scene.db.query<{ id: string; ownerId: string | null; teamId: string | null }>(
        `select id, owner_id as "ownerId", team_id as "teamId" from ${resource.replaceAll('-', '_')} where deleted_at
          is null`,
      );
      for (const name of ASKERS) {
        const caller = await scene.withKey(people[name]);
        const expected = rows
          .filter((row) => isVisible(caller, row))
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

  it('are returned within the access scope, with any credential', async () => {
    const cells = await cellsOf('owned', recordsOf, waysOf);
    expect(cells.length).toBeGreaterThanOrEqual(AT_LEAST.visibility);
    expect(await waitUntilSettled(scene, cells)).toEqual([]);
  }, 120_000);
});

describe('keys', () => {
  it('are visible only to their creator', async () => {
    const mine = ({ userId }: Caller): Record<string, Requested> => ({
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
    expect(await waitUntilSettled(scene, [...manages, ...others])).toEqual([]);
  }, 60_000);

  it('cannot end sessions of other users', async () => {
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
