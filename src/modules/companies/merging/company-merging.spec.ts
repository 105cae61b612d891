import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { Caller } from '../../../../test/harness/caller.js';

interface Company {
  readonly id: string;
  readonly version: number;
  readonly domain: string;
  readonly [field: string]: unknown;
}

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
});
afterAll(() => app.close());

let serial = 0;
const created = async (more: object = {}): Promise<Company> =>
  (
    await admin
      .post('/companies')
      .send({ name: 'Engines', domain: `e${(serial += 1)}.example`, ...more })
      .expect(201)
  ).body as Company;
const contactAt = async (companyId: string, more: object = {}): Promise<string> =>
  (
    await admin
      .post('/contacts')
      .send({ name: `Ada ${(serial += 1)}`, companyId, ...more })
      .expect(201)
  ).body.id as string;
const merge = (primary: string, duplicateIds: string[], more: object = {}) =>
  admin.post(`/companies/${primary}/merge`).send({ duplicateIds, ...more });
const unmerge = (primary: string, body: object = {}) => admin.post(`/companies/${primary}/unmerge`).send(body);
const primariesOf = async (companyId: string): Promise<string[]> =>
  (
    await app.db.query<{ id: string }>(
      'select id from contacts where company_id = $1 and is_primary and deleted_at is null',
      [companyId],
    )
  ).rows.map(({ id }) => id);
const addTo = (companyId: string, count: number) =>
  app.db.query(
    `insert into activities (type, subject, company_id) select 'note', 'Met ' || n, $1
      from generate_series(1, $2::int) n`,
    [companyId, count],
  );

async function everything(): Promise<string> {
  const tables = ['companies', 'contacts', 'activities', 'deals', 'leads', 'company_external_ids'];
  const rows = await Promise.all(
    tables.map((table) =>
      app.db.query<{ row: object }>(`select to_jsonb(t) - 'version' - 'updated_at' as row from ${table} t order by 1`),
    ),
  );
  return JSON.stringify(rows.map(({ rows: all }) => all.map(({ row }) => row)));
}

describe('merging companies', () => {
  it('moves contacts, deals, activities and converted leads, and moves them back', async () => {
    const primary = await created({
      industry: 'computing',
      annualRevenue: '100.00',
      currency: 'GBP',
      externalIds: { erp: `a${serial}` },
    });
    const duplicate = await created({
      website: 'https://www.other.example',
      phone: '+44 1',
      annualRevenue: '7.00',
      currency: 'EUR',
      creditLimit: '5.00',
      tags: ['vip'],
      externalIds: { crm: `b${serial}` },
    });
    await Promise.all([
      contactAt(duplicate.id),
      contactAt(duplicate.id, { isPrimary: true }),
      admin.post('/deals').send({ title: 'Machine', companyId: duplicate.id }).expect(201),
      addTo(duplicate.id, 3),
    ]);
    await app.db.query(
      `insert into leads (name, email, converted_company_id) values ('Ada', 'ada@converted.example', $1)`,
      [duplicate.id],
    );
    const before = await everything();
    const preview = (
      await admin
        .post(`/companies/${primary.id}/merge/preview`)
        .send({ duplicateIds: [duplicate.id] })
        .expect(200)
    ).body;
    expect(await everything()).toBe(before);
    const { body } = await merge(primary.id, [duplicate.id]).expect(200);
    expect(body.company).toMatchObject({
      domain: primary.domain,
      website: primary['website'],
      phone: '+44 1',
      industry: 'computing',
      annualRevenue: '100.00',
      currency: 'GBP',
      creditLimit: null,
      tags: ['vip'],
      externalIds: {
        erp: (primary['externalIds'] as { erp: string }).erp,
        crm: (duplicate['externalIds'] as { crm: string }).crm,
      },
    });
    expect(body.merge.moves).toEqual([
      { resource: 'contacts', field: 'companyId', count: 2 },
      { resource: 'activities', field: 'companyId', count: 3 },
      { resource: 'deals', field: 'companyId', count: 1 },
      { resource: 'leads', field: 'convertedCompanyId', count: 1 },
    ]);
    expect(preview.moves).toEqual(body.merge.moves);
    expect((await admin.get(`/companies/${duplicate.id}`).expect(410)).body).toMatchObject({
      code: 'company-merged',
      mergedInto: primary.id,
    });
    await unmerge(primary.id).expect(200);
    expect(await everything()).toBe(before);
  });

  it('keeps one primary contact: of the primary record, else of the first duplicate with one', async () => {
    const [primary, first, second] = [await created(), await created(), await created()];
    const own = await contactAt(primary.id, { isPrimary: true });
    await contactAt(first.id, { isPrimary: true });
    await contactAt(second.id, { isPrimary: true });
    const before = await everything();
    await merge(primary.id, [first.id, second.id]).expect(200);
    expect(await primariesOf(primary.id)).toEqual([own]);
    await unmerge(primary.id).expect(200);
    expect(await everything()).toBe(before);
    await admin.patch(`/contacts/${own}`).send({ isPrimary: false }).expect(200);
    const theirs = await primariesOf(second.id);
    await merge(primary.id, [second.id, first.id]).expect(200);
    expect(await primariesOf(primary.id)).toEqual(theirs);
  });

  it('takes the domain of a duplicate, and returns it only if it is free', async () => {
    const [primary, duplicate] = [await created(), await created()];
    await merge(primary.id, [duplicate.id], { fields: { domain: duplicate.id } }).expect(200);
    const heir = await created({ domain: primary.domain });
    expect((await unmerge(primary.id).expect(409)).body).toMatchObject({
      code: 'company-domain-taken',
      existingId: heir.id,
    });
    await admin.delete(`/companies/${heir.id}`).expect(204);
    expect((await unmerge(primary.id).expect(200)).body.company.domain).toBe(primary.domain);
    expect((await admin.get(`/companies/${duplicate.id}`).expect(200)).body.domain).toBe(duplicate.domain);
  });

  it('with five thousand activities takes seconds in both directions', async () => {
    const [primary, duplicate] = [await created(), await created()];
    await addTo(duplicate.id, 5_000);
    const { body } = await merge(primary.id, [duplicate.id]).expect(200);
    expect(body.merge.moves[1]).toEqual({ resource: 'activities', field: 'companyId', count: 5_000 });
    await unmerge(primary.id).expect(200);
    expect(
      (await app.db.query(`select 1 from activities where company_id = $1 and version = 3`, [duplicate.id])).rowCount,
    ).toBe(5_000);
  }, 60_000);

  it('at the same time as merges and changes of its contacts leaves consistent data', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [primary, duplicate] = [await created(), await created()];
      const people = await Promise.all([
        contactAt(primary.id, { isPrimary: true }),
        contactAt(duplicate.id, { isPrimary: true }),
        contactAt(duplicate.id),
      ]);
      const answers = await Promise.all([
        merge(primary.id, [duplicate.id]),
        admin.post(`/contacts/${people[2]}/set-primary`).send(),
        admin.post(`/contacts/${people[1]}/merge`).send({ duplicateIds: [people[2]] }),
        admin.post(`/contacts/${people[0]}/set-primary`).send(),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      expect((await primariesOf(primary.id)).length).toBeLessThanOrEqual(1);
      expect(await primariesOf(duplicate.id)).toEqual([]);
    }
  });
});
