import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { FacetsView } from '../../query/index.js';
import { RecordCountsMaintenance } from './record-counts.js';

let app: TestApp;
const MANY = 10_400;
beforeAll(async () => {
  app = await startApp();
  await app.db.query(`insert into contacts (first_name, last_name, status, source, country, deleted_at)
    select 'Ada', n::text, (array['new', 'customer'])[1 + n % 2], (array['website', 'other', null])[1 + n % 3],
      (array['DE', 'GB', null, 'FR'])[1 + n % 4], case when n % 100 = 0 then now() end
      from generate_series(1, ${MANY}) n`);
});
afterAll(() => app.close());

type Kind = 'companies' | 'contacts' | 'deals';
const FIELDS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  companies: { status: 'status', size: 'size', country: 'country' },
  contacts: { status: 'status', source: 'source', country: 'country' },
  deals: { status: 'status', priority: 'priority', pipelineId: 'pipeline_id', stageId: 'stage_id' },
};

async function facetsOf(kind: Kind, filter?: object): Promise<FacetsView['facets']> {
  return (
    (
      await app.admin
        .post(`/${kind}/facets`)
        .send({ facets: Object.keys(FIELDS[kind]), ...(filter && { filter }) })
        .expect(200)
    ).body as FacetsView
  ).facets;
}

/** Counts directly in the table, for comparison. */
const plainly = (kind: Kind, where = 'true'): Promise<object[]> =>
  Promise.all(
    Object.entries(FIELDS[kind]).map(async ([field, column]) => ({
      field,
      kind: 'exact',
      values: (
        await app.db.query(
          `select ${column}::text as value, count(*)::int as count from ${kind} where deleted_at is null and ${where}
            group by 1 order by 2 desc, 1`,
        )
      ).rows as unknown[],
    })),
  );

const total = async (query: object): Promise<unknown> =>
  (
    (
      await app.admin
        .get('/contacts')
        .query({ limit: 1, count: 'exact', ...query })
        .expect(200)
    ).body as { total: unknown }
  ).total;
const contact = { field: 'status', op: 'eq', value: 'customer' };

describe('of many records', () => {
  it('the counts by value are exact for any number of records', async () => {
    expect(await facetsOf('contacts')).toEqual(await plainly('contacts'));
    const narrowed = await facetsOf('contacts', {
      and: [contact, { field: 'country', op: 'in', value: ['DE', 'FR'] }],
    });
    expect(narrowed.find(({ field }) => field === 'source')).toEqual(
      (await plainly('contacts', `status = 'customer' and country in ('DE', 'FR')`))[1],
    );
  });

  it('the total is exact above the counting limit', async () => {
    expect(await total({})).toEqual({ count: MANY - MANY / 100, kind: 'exact' });
    const { rows } = await app.db.query<{ count: number }>(
      `select count(*)::int as count from contacts where deleted_at is null and status = 'customer' and country = 'GB'`,
    );
    expect(await total({ status: 'customer', country: 'GB' })).toEqual({ count: rows[0]?.count, kind: 'exact' });
    expect(await total({ status: 'inactive' })).toEqual({ count: 0, kind: 'exact' });
  });

  it('the total is a lower bound if records must be counted one by one', async () => {
    expect(await total({ 'createdAt[gte]': '2020-01-01T00:00:00Z' })).toEqual({ count: 10_000, kind: 'atLeast' });
  });

  it('the totals of deleted, found and own records are exact', async () => {
    expect(await total({ deleted: true })).toEqual({ count: MANY / 100, kind: 'exact' });
    expect(await total({ q: 'Ada 1039' })).toEqual({ count: 11, kind: 'exact' });
    const sales = await app.as('sales');
    await sales.post('/contacts').send({ firstName: 'Mine', status: 'customer' }).expect(201);
    for (const query of [{}, { status: 'customer' }])
      expect(
        (
          await sales
            .get('/contacts')
            .query({ count: 'exact', ...query })
            .expect(200)
        ).body.total,
      ).toEqual({ count: 1, kind: 'exact' });
    const { facets } = (
      await sales
        .post('/contacts/facets')
        .send({ facets: ['status'] })
        .expect(200)
    ).body as FacetsView;
    expect(facets).toEqual([{ field: 'status', kind: 'exact', values: [{ value: 'customer', count: 1 }] }]);
  });
});

describe('after every change of records', () => {
  const changes: readonly (readonly [Kind, object, readonly object[]])[] = [
    [
      'companies',
      { name: 'Analytical Engines' },
      [{ status: 'active' }, { size: 'small', country: 'GB' }, { size: null, industry: 'machinery' }],
    ],
    [
      'contacts',
      { firstName: 'Charles' },
      [{ status: 'qualified' }, { source: 'referral', country: 'GB' }, { source: null, city: 'London' }],
    ],
    [
      'deals',
      { title: 'Difference engine', value: '10.00' },
      [{ priority: 'high' }, { title: 'Analytical engine' }, { priority: 'low' }],
    ],
  ];
  it.each(changes)('the counts of %s equal the records', async (kind, draft, requested) => {
    const ids = await Promise.all(
      Array.from(
        { length: 8 },
        async () => ((await app.admin.post(`/${kind}`).send(draft).expect(201)).body as { id: string }).id,
      ),
    );
    const same = async (): Promise<void> => expect(await facetsOf(kind)).toEqual(await plainly(kind));
    await same();
    await Promise.all(
      ids.map(async (id, at) => {
        for (const change of requested) await app.admin.patch(`/${kind}/${id}`).send(change).expect(200);
        if (at % 2) await app.admin.delete(`/${kind}/${id}`).expect(204);
        if (at % 4 === 3) await app.admin.post(`/${kind}/${id}/restore`).expect(200);
        if (at % 4 === 1) await app.admin.post(`/${kind}/${id}/purge`).expect(204);
      }),
    );
    await same();
    await app.admin
      .post(`/${kind}/bulk`)
      .send({
        operations: [{ remove: { id: ids[0] } }, { update: { id: ids[2], changes: requested[0] } }, { create: draft }],
      })
      .expect(200);
    await same();
  });

  it('a failed unit of work changes no counts', async () => {
    const before = await facetsOf('contacts');
    await app.db.query(
      `begin; insert into contacts (first_name) values ('Nobody'); update contacts set status = 'inactive'; rollback`,
    );
    expect(await facetsOf('contacts')).toEqual(before);
  });

  const everything = (): Promise<unknown> =>
    Promise.all((['companies', 'contacts', 'deals'] as const).map((kind) => facetsOf(kind)));

  it('compaction leaves one row per combination and the same counts', async () => {
    const [before, maintenance] = [await everything(), app.app.get(RecordCountsMaintenance, { strict: false })];
    const [{ compacted }, ...meanwhile] = await Promise.all([
      maintenance.compact() as Promise<{ compacted: number }>,
      ...Array.from({ length: 5 }, everything),
    ]);
    expect(compacted).toBeGreaterThan(20);
    for (const answer of [...meanwhile, await everything()]) expect(answer).toEqual(before);
    expect(
      (await app.db.query('select resource, fields from record_counts group by 1, 2 having count(*) > 1')).rows,
    ).toEqual([]);
    expect((await app.db.query('select from record_counts where count = 0')).rows).toEqual([]);
    expect(await maintenance.compact()).toEqual({ compacted: 0 });
  });

  it('two concurrent compactions lose nothing', async () => {
    const [before, maintenance] = [await everything(), app.app.get(RecordCountsMaintenance, { strict: false })];
    await app.db.query(
      'insert into record_counts select resource, fields, n from record_counts cross join (values (3), (-3)) x (n)',
    );
    await Promise.all([maintenance.compact(), maintenance.compact()]);
    expect((await app.db.query('select from record_counts where not is_compacted')).rows).toEqual([]);
    expect(await everything()).toEqual(before);
  });
});
