import { startApp, type TestApp } from './harness/app.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp()), 60_000);
afterAll(() => app.close());

const AT_ONCE = 12;
let serial = 0;

interface Kind {
  readonly path: string;
  readonly body: () => object;
  /** The prefix of the event type, without the verb. */
  readonly event: string;
  readonly isRestored?: boolean;
  readonly isPurged?: boolean;
}

const pipeline = (): object => ({
  name: `Pipeline ${(serial += 1)}`,
  stages: [
    { name: 'Open', probability: 10 },
    { name: 'Won', kind: 'won' },
    { name: 'Lost', kind: 'lost' },
  ],
});
const KINDS: readonly Kind[] = [
  {
    path: 'leads',
    body: () => ({ name: 'Ada', email: 'ada@example.com' }),
    event: 'lead',
    isRestored: true,
    isPurged: true,
  },
  {
    path: 'companies',
    body: () => ({ name: `Company ${(serial += 1)}` }),
    event: 'company',
    isRestored: true,
    isPurged: true,
  },
  {
    path: 'contacts',
    body: () => ({ firstName: 'Ada', lastName: 'Lovelace' }),
    event: 'contact',
    isRestored: true,
    isPurged: true,
  },
  { path: 'deals', body: () => ({ title: 'Machine' }), event: 'deal', isRestored: true, isPurged: true },
  { path: 'activities', body: () => ({ type: 'task', subject: 'Call' }), event: 'activity', isRestored: true },
  { path: 'lead-forms', body: () => ({ name: 'Contact page' }), event: 'lead_form', isRestored: true },
  { path: 'teams', body: () => ({ name: `Team ${(serial += 1)}` }), event: 'team' },
  {
    path: 'custom-fields',
    body: () => ({ resource: 'leads', key: `field_${(serial += 1)}`, label: 'Field', type: 'text' }),
    event: 'custom_field',
  },
  { path: 'pipelines', body: pipeline, event: 'pipeline' },
];

const create = async ({ path, body }: Kind): Promise<string> =>
  (await app.admin.post(`/${path}`).send(body()).expect(201)).body.id as string;

/** Sends the same call several times concurrently. Returns the statuses, with 404 and 409 as `refused`. */
async function atOnce(call: () => PromiseLike<{ readonly status: number }>, success: number): Promise<string[]> {
  const statuses = (await Promise.all(Array.from({ length: AT_ONCE }, call))).map(({ status }) => status);
  return statuses
    .map((status) => (status === success ? 'done' : [404, 409].includes(status) ? 'rejected' : String(status)))
    .toSorted();
}
const ONE = ['done', ...Array.from({ length: AT_ONCE - 1 }, () => 'rejected')];

const eventsOf = async (id: string, type: string): Promise<number> =>
  (await app.db.query('select 1 from events where resource_id = $1 and type = $2', [id, type])).rows.length;
const auditedOf = async (id: string, action: string): Promise<number> =>
  (await app.db.query('select 1 from audit_logs where resource_id = $1 and action = $2', [id, action])).rows.length;

describe('many concurrent calls for one change', () => {
  it.each(KINDS.map((kind) => [kind.path, kind] as const))(
    'delete one of %s once, with one event and one audit log entry',
    async (path, kind) => {
      const id = await create(kind);
      expect(await atOnce(() => app.admin.delete(`/${path}/${id}`), 204)).toEqual(ONE);
      expect(await eventsOf(id, `${kind.event}.deleted`)).toBe(1);
      // A delete without a restore is logged as a purge.
      expect(await auditedOf(id, kind.isRestored ? 'delete' : 'purge')).toBe(1);
    },
  );

  it.each(KINDS.filter(({ isRestored }) => isRestored).map((kind) => [kind.path, kind] as const))(
    'restore one of %s once',
    async (path, kind) => {
      const id = await create(kind);
      await app.admin.delete(`/${path}/${id}`).expect(204);
      expect(await atOnce(() => app.admin.post(`/${path}/${id}/restore`), 200)).toEqual(ONE);
      expect(await eventsOf(id, `${kind.event}.restored`)).toBe(1);
    },
  );

  it.each(KINDS.filter(({ isPurged }) => isPurged).map((kind) => [kind.path, kind] as const))(
    'purge one of %s once, deleted before or not',
    async (path, kind) => {
      for (const isDeleted of [false, true]) {
        const id = await create(kind);
        if (isDeleted) await app.admin.delete(`/${path}/${id}`).expect(204);
        expect(await atOnce(() => app.admin.post(`/${path}/${id}/purge`), 204)).toEqual(ONE);
        expect(await eventsOf(id, `${kind.event}.purged`)).toBe(1);
        expect(await auditedOf(id, 'purge')).toBe(1);
      }
    },
  );

  it('end a session once', async () => {
    const { body: me } = await app.admin.get('/auth/me').expect(200);
    const { rows } = await app.db.query<{ id: string }>(
      `insert into sessions (user_id, token_hash, expires_at)
        values ($1, md5('a') || md5('b'), now() + interval '1 day') returning id`,
      [me.id ?? me.user?.id],
    );
    const { signIn } = await import('./harness/app.js');
    const browser = await signIn(app.url);
    expect(await atOnce(() => browser.delete(`/auth/sessions/${rows[0]?.id}`), 204)).toEqual(ONE);
    expect(await eventsOf(rows[0]?.id ?? '', 'session.revoked')).toBe(1);
  });

  it('set a setting to the same value once', async () => {
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () => app.admin.put('/settings/default_currency').send({ value: 'CHF' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await app.db.query(`select 1 from events where type = 'setting.updated'`)).rows).toHaveLength(1);
  });
});
