import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import { indexesOf, nodesOf, readWhole } from '../../../test/harness/plans.js';
import type { CustomFieldView } from './definitions/custom-fields.dto.js';
import { indexName } from './indexes/field-index.builder.js';

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp({ ROW_LEVEL_SECURITY: 'off' });
  admin = app.admin;
});
afterAll(() => app.close());

const define = async (patch: object): Promise<CustomFieldView> =>
  (
    await admin
      .post('/custom-fields')
      .send({ resource: 'leads', key: 'size', label: 'Size', type: 'text', ...patch })
      .expect(201)
  ).body as CustomFieldView;
const choices = (...values: string[]): object[] => values.map((value) => ({ value, label: value.toUpperCase() }));

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (await holds()) return;
  throw new Error(`not in time: ${what}`);
}
const indexed = (id: string): Promise<void> =>
  until(
    async () => (await admin.get(`/custom-fields/${id}`).expect(200)).body.indexStatus === 'ready',
    'the index is ready',
  );

describe('with 100,000 leads', () => {
  it('filters and sort orders use the index', async () => {
    // These indexes slow down the inserts, and the tested queries do not use them.
    const { rows } = await app.db.query<{ name: string }>(
      `select indexname as name from pg_indexes where tablename = 'leads' and indexname not
        in ('leads_pkey', 'leads_created_at_idx')`,
    );
    for (const { name } of rows) await app.db.query(`drop index "${name}"`);
    await app.db.query('alter table leads disable trigger user');
    await app.db.query(
      `insert into leads (name, email, custom_fields)
        select 'L' || n, 'l' || n || '@example.com', jsonb_build_object('n', n, 'code', 'Code ' || n, 'tags',
        jsonb_build_array('t' || n % 1000), 'tier', 't' || n % 3) from generate_series(1, 100000) n`,
    );
    await app.db.query('alter table leads enable trigger user');
    const fields = [
      await define({ key: 'n', type: 'number', isFilterable: true }),
      await define({ key: 'code', isFilterable: true }),
      await define({ key: 'tags', type: 'multi-choice', options: choices('t1', 't2'), isFilterable: true }),
      await define({ key: 'tier', isFilterable: true }),
    ];
    for (const { id } of fields) await indexed(id);
    const asked: [object, string][] = [
      [{ filter: { field: 'custom.n', op: 'eq', value: 777 } }, indexName(fields[0]?.id ?? '')],
      [
        {
          filter: {
            and: [
              { field: 'custom.n', op: 'gte', value: 500 },
              { field: 'custom.n', op: 'lt', value: 510 },
            ],
          },
        },
        indexName(fields[0]?.id ?? ''),
      ],
      [{ sort: ['-custom.n'] }, indexName(fields[0]?.id ?? '')],
      [{ filter: { field: 'custom.code', op: 'eq', value: 'Code 5' } }, indexName(fields[1]?.id ?? '')],
      [{ sort: ['custom.code'] }, indexName(fields[1]?.id ?? '')],
      [{ filter: { field: 'custom.tags', op: 'has', value: 't1' }, sort: ['custom.n'] }, ''],
      [{ filter: { field: 'custom.tags', op: 'hasAll', value: ['t1', 't2'] } }, indexName(fields[2]?.id ?? '')],
    ];
    for (const [question, index] of asked) {
      const nodes = await nodesOf(app, 'custom_fields', () => admin.post('/leads/search').send(question).expect(200));
      expect([question, readWhole(nodes, ['leads'])]).toEqual([question, []]);
      if (index !== '') expect([question, indexesOf(nodes)]).toEqual([question, expect.arrayContaining([index])]);
    }
    expect(
      (
        await admin
          .post('/leads/search')
          .send({ filter: { field: 'custom.n', op: 'eq', value: 777 } })
          .expect(200)
      ).body.data,
    ).toHaveLength(1);
    // One lead in three has this value, so a scan of the newest leads finds a page without the field index.
    const frequent = await nodesOf(app, 'custom_fields', async () =>
      expect(
        (
          await admin
            .post('/leads/search')
            .send({ filter: { field: 'custom.tier', op: 'eq', value: 't1' } })
            .expect(200)
        ).body.data,
      ).toHaveLength(25),
    );
    expect(indexesOf(frequent)).toContain('leads_created_at_idx');
  }, 120_000);
});
