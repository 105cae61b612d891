import { startApp, type TestApp } from './harness/app.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp()), 60_000);
afterAll(() => app.close());

const UPDATES = 5;
const NEW: Readonly<Record<string, object>> = {
  leads: { name: 'Ada', email: 'hot@example.com' },
  companies: { name: 'Engines' },
  contacts: { firstName: 'Ada' },
  deals: { title: 'Engine' },
  activities: { type: 'task', subject: 'Call' },
};

interface Updates {
  readonly all: number;
  readonly hot: number;
}
const value = (property: string, at: number): unknown =>
  property === 'durationMinutes' ? at : property === 'currency' ? ['GBP', 'USD'][at % 2] : `Text ${at}`;
const updatesOf = async (table: string): Promise<Updates> =>
  (
    await app.db.query<Updates>(
      'select n_tup_upd::int as all, n_tup_hot_upd::int as hot from pg_stat_user_tables where relname = $1',
      [table],
    )
  ).rows[0] as Updates;

/** PostgreSQL reports statistics up to ten seconds late. */
async function untilReported(table: string, least: number): Promise<Updates> {
  for (let tries = 0; ; tries += 1) {
    const updates = await updatesOf(table);
    if (updates.all >= least || tries > 150) return updates;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it.each([
  ['leads', 'notes'],
  ['companies', 'notes'],
  ['contacts', 'notes'],
  ['deals', 'currency'],
  ['activities', 'durationMinutes'],
] as const)(
  'an update of %s that changes only %s writes no index',
  async (table, property) => {
    const { id } = (await app.admin.post(`/${table}`).send(NEW[table]).expect(201)).body as { id: string };
    const before = await updatesOf(table);
    for (let at = 0; at < UPDATES; at += 1)
      await app.admin
        .patch(`/${table}/${id}`)
        .send({ [property]: value(property, at) })
        .expect(200);
    const after = await untilReported(table, before.all + UPDATES);
    expect([after.all - before.all, after.hot - before.hot]).toEqual([UPDATES, UPDATES]);
  },
  30_000,
);
