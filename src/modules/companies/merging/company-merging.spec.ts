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
const made = async (more: object = {}): Promise<Company> =>
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
const merge = (survivor: string, loserIds: string[], more: object = {}) =>
  admin.post(`/companies/${survivor}/merge`).send({ loserIds, ...more });
const unmerge = (survivor: string, body: object = {}) => admin.post(`/companies/${survivor}/unmerge`).send(body);
const primariesOf = async (companyId: string): Promise<string[]> =>
  (
    await app.db.query<{ id: string }>(
      'select id from contacts where company_id = $1 and is_primary and deleted_at is null',
      [companyId],
    )
  ).rows.map(({ id }) => id);
const addTo = (companyId: string, count: number) =>
  app.db.query(
    `insert into activities (type, subject, company_id) select 'note', 'Met ' || n, $1 from generate_series(1, $2::int) n`,
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
  it('takes along contacts, deals, activities and converted leads, and gives all of it back', async () => {
    const survivor = await made({
      industry: 'computing',
      annualRevenue: '100.00',
      currency: 'GBP',
      externalIds: { erp: `a${serial}` },
    });
    const loser = await made({
      website: 'https://www.other.example',
      phone: '+44 1',
      annualRevenue: '7.00',
      currency: 'EUR',
      creditLimit: '5.00',
      tags: ['vip'],
      externalIds: { crm: `b${serial}` },
    });
    await Promise.all([
      contactAt(loser.id),
      contactAt(loser.id, { isPrimary: true }),
      admin.post('/deals').send({ title: 'Machine', companyId: loser.id }).expect(201),
      addTo(loser.id, 3),
    ]);
    await app.db.query(
      `insert into leads (name, email, converted_company_id) values ('Ada', 'ada@converted.example', $1)`,
      [loser.id],
    );
    const before = await everything();
    const preview = (
      await admin
        .post(`/companies/${survivor.id}/merge/preview`)
        .send({ loserIds: [loser.id] })
        .expect(200)
    ).body;
    expect(await everything()).toBe(before);
    const { body } = await merge(survivor.id, [loser.id]).expect(200);
    expect(body.company).toMatchObject({
      domain: survivor.domain,
      website: survivor['website'],
      phone: '+44 1',
      industry: 'computing',
      annualRevenue: '100.00',
      currency: 'GBP',
      creditLimit: null,
      tags: ['vip'],
      externalIds: {
        erp: (survivor['externalIds'] as { erp: string }).erp,
        crm: (loser['externalIds'] as { crm: string }).crm,
      },
    });
    expect(body.merge.moves).toEqual([
      { resource: 'contacts', field: 'companyId', count: 2 },
      { resource: 'activities', field: 'companyId', count: 3 },
      { resource: 'deals', field: 'companyId', count: 1 },
      { resource: 'leads', field: 'convertedCompanyId', count: 1 },
    ]);
    expect(preview.moves).toEqual(body.merge.moves);
    expect((await admin.get(`/companies/${loser.id}`).expect(410)).body).toMatchObject({
      code: 'company-merged',
      mergedInto: survivor.id,
    });
    await unmerge(survivor.id).expect(200);
    expect(await everything()).toBe(before);
  });

  it("keeps one primary contact: the survivor's own, or that of the first that has one", async () => {
    const [survivor, first, second] = [await made(), await made(), await made()];
    const own = await contactAt(survivor.id, { isPrimary: true });
    await contactAt(first.id, { isPrimary: true });
    await contactAt(second.id, { isPrimary: true });
    const before = await everything();
    await merge(survivor.id, [first.id, second.id]).expect(200);
    expect(await primariesOf(survivor.id)).toEqual([own]);
    await unmerge(survivor.id).expect(200);
    expect(await everything()).toBe(before);
    await admin.patch(`/contacts/${own}`).send({ isPrimary: false }).expect(200);
    const theirs = await primariesOf(second.id);
    await merge(survivor.id, [second.id, first.id]).expect(200);
    expect(await primariesOf(survivor.id)).toEqual(theirs);
  });

  it('takes the domain of another, and gives it back only while nobody else has it', async () => {
    const [survivor, loser] = [await made(), await made()];
    await merge(survivor.id, [loser.id], { fields: { domain: loser.id } }).expect(200);
    const heir = await made({ domain: survivor.domain });
    expect((await unmerge(survivor.id).expect(409)).body).toMatchObject({
      code: 'company-domain-taken',
      existingId: heir.id,
    });
    await admin.delete(`/companies/${heir.id}`).expect(204);
    expect((await unmerge(survivor.id).expect(200)).body.company.domain).toBe(survivor.domain);
    expect((await admin.get(`/companies/${loser.id}`).expect(200)).body.domain).toBe(loser.domain);
  });

  it('of a company with five thousand activities takes seconds at most, there and back', async () => {
    const [survivor, loser] = [await made(), await made()];
    await addTo(loser.id, 5_000);
    const { body } = await merge(survivor.id, [loser.id]).expect(200);
    expect(body.merge.moves[1]).toEqual({ resource: 'activities', field: 'companyId', count: 5_000 });
    await unmerge(survivor.id).expect(200);
    expect(
      (await app.db.query(`select 1 from activities where company_id = $1 and version = 3`, [loser.id])).rowCount,
    ).toBe(5_000);
  }, 60_000);

  it('at the same time as its contacts are made primary and merged, ends whole', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [survivor, loser] = [await made(), await made()];
      const people = await Promise.all([
        contactAt(survivor.id, { isPrimary: true }),
        contactAt(loser.id, { isPrimary: true }),
        contactAt(loser.id),
      ]);
      const answers = await Promise.all([
        merge(survivor.id, [loser.id]),
        admin.post(`/contacts/${people[2]}/make-primary`).send(),
        admin.post(`/contacts/${people[1]}/merge`).send({ loserIds: [people[2]] }),
        admin.post(`/contacts/${people[0]}/make-primary`).send(),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      expect((await primariesOf(survivor.id)).length).toBeLessThanOrEqual(1);
      expect(await primariesOf(loser.id)).toEqual([]);
    }
  });
});
