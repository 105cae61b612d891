import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../harness/receiver.js';
import { OWNED } from './fixtures.js';
import { Scene, type Caller, type Person } from './scene.js';

let scene: Scene;
let foreignTeam: string;
beforeAll(async () => {
  scene = await Scene.open();
  foreignTeam = await scene.team();
  for (let created = 0; created < 20; created += 1) await OWNED['leads']?.(scene.db, { ownerId: null });
}, 60_000);
afterAll(() => scene.close());

const AT_MOST_MS = 1_000;
const STREAMS = 4;
const ENOUGH = 6;
const AFTER_MS = 1_300;

interface Case {
  readonly what: string;
  readonly path: string;
  /** Returns whether a response still shows the removed right. */
  readonly isIn: (answer: { readonly status: number; readonly body: Record<string, unknown> }) => boolean;
  readonly by?: 'key' | 'session';
  readonly take: (person: Person, caller: Caller) => readonly [statement: string, ...values: unknown[]];
}

const answers = ({ status }: { status: number }): boolean => status === 200;
const canSeeLeads = ({ body }: { body: Record<string, unknown> }): boolean =>
  ((body['data'] ?? []) as unknown[]).length > 0;
const LIST = '/api/v1/leads?limit=1';

const CASES: readonly Case[] = [
  {
    what: 'a role that is taken away',
    path: LIST,
    isIn: answers,
    take: ({ userId }) => ['delete from user_roles where user_id = $1', userId],
  },
  {
    what: 'a permission that its role loses',
    path: LIST,
    isIn: answers,
    take: ({ roles }) => ['delete from role_permissions where role_id = $1', roles[0]?.id],
  },
  {
    what: 'a role that sees less',
    path: LIST,
    isIn: canSeeLeads,
    take: ({ roles }) => [`update roles set record_access = 'own' where id = $1`, roles[0]?.id],
  },
  {
    what: 'a person who is deactivated',
    path: LIST,
    isIn: answers,
    take: ({ userId }) => ['update users set is_active = false where id = $1', userId],
  },
  {
    what: 'a person who is deactivated, in a browser',
    path: LIST,
    by: 'session',
    isIn: answers,
    take: ({ userId }) => ['update users set is_active = false where id = $1', userId],
  },
  {
    what: 'a key that is revoked',
    path: LIST,
    isIn: answers,
    take: ({ userId }) => ['update api_keys set revoked_at = now() where created_by_id = $1', userId],
  },
  {
    what: 'a key whose scopes are narrowed',
    path: LIST,
    isIn: answers,
    take: ({ userId }) => [`update api_keys set scopes = '{lead-forms:read}' where created_by_id = $1`, userId],
  },
  {
    what: 'a session that is ended',
    path: LIST,
    by: 'session',
    isIn: answers,
    take: ({ userId }) => ['update sessions set revoked_at = now() where user_id = $1', userId],
  },
];

/** Sends requests until `stop`. Returns the start of the last allowed request, and the number of rejected requests. */
function stream(
  caller: Caller,
  { path, isIn }: Case,
): { readonly state: { rejected: number; let: number }; stop(): Promise<{ lastIn: number; rejected: number }> } {
  const state = { isOver: false, lastIn: 0, rejected: 0, let: 0 };
  const run = async (): Promise<void> => {
    while (!state.isOver) {
      const began = performance.now();
      const answer = await scene.client.ask({ method: 'get', path, headers: caller.headers });
      if (isIn(answer)) Object.assign(state, { lastIn: Math.max(state.lastIn, began), let: state.let + 1 });
      else state.rejected += 1;
    }
  };
  const runs = Array.from({ length: STREAMS }, run);
  return {
    state,
    stop: async () => {
      state.isOver = true;
      await Promise.all(runs);
      return state;
    },
  };
}

describe('under a steady load', () => {
  it.each(CASES.map((one) => [one.what, one] as const))('%s takes effect within a second', async (_, one) => {
    const person = await scene.person([await scene.role('all', scene.permissions)]);
    const caller = one.by === 'session' ? await scene.withSession(person) : await scene.withKey(person);
    const requests = stream(caller, one);
    await until(() => Promise.resolve(requests.state.let >= ENOUGH));
    const [statement, ...values] = one.take(person, caller);
    await scene.db.query(statement, values);
    const committed = performance.now();
    await sleep(AFTER_MS);
    await until(() => Promise.resolve(requests.state.rejected >= ENOUGH));
    const { lastIn } = await requests.stop();
    expect(lastIn - committed).toBeLessThanOrEqual(AT_MOST_MS);
  });

  // This process made the change, so the change has effect at once.
  it('a key that is revoked through the API is invalid at once', async () => {
    const person = await scene.person([await scene.role('all', scene.permissions)], foreignTeam);
    const [victim, session] = [await scene.withKey(person), await scene.signedIn(person)];
    expect((await scene.client.ask({ method: 'get', path: LIST, headers: victim.headers })).status).toBe(200);
    const { rows } = await scene.db.query<{ id: string }>('select id from api_keys where created_by_id = $1', [
      person.userId,
    ]);
    expect(
      (await scene.client.ask({ method: 'delete', path: `/api/v1/api-keys/${rows[0]?.id}`, headers: session.headers }))
        .status,
    ).toBe(204);
    expect((await scene.client.ask({ method: 'get', path: LIST, headers: victim.headers })).status).toBe(401);
  });
});
