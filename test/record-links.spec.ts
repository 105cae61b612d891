import { startApp, type TestApp } from './harness/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  for (const resource of ['leads', 'companies', 'contacts', 'deals', 'activities']) {
    await t.admin
      .post('/custom-fields')
      .send({ resource, key: 'partner', label: 'Partner', type: 'record-link', targetResource: 'companies' })
      .expect(201);
  }
});
afterAll(() => t.close());

interface Answer {
  readonly status: number;
  readonly body: { readonly id: string; readonly [field: string]: unknown };
}
type Naming = (id: string) => Promise<Answer>;

let serial = 0;
const next = (): number => (serial += 1);
const created = async (path: string, body: object): Promise<string> =>
  (await t.admin.post(path).send(body).expect(201)).body.id as string;
const company = (more: object = {}): Promise<string> => created('/companies', { name: `Company ${next()}`, ...more });
const contact = (more: object = {}): Promise<string> => created('/contacts', { name: `Contact ${next()}`, ...more });
const lead = (more: object = {}): Promise<string> =>
  created('/leads', { name: `Lead ${next()}`, email: `lead${serial}@links.example`, ...more });
const deal = (more: object = {}): Promise<string> => created('/deals', { title: `Deal ${next()}`, ...more });
const note = (more: object): Promise<string> => created('/activities', { type: 'note', subject: 'Note', ...more });
const merge = (kind: 'companies' | 'contacts', primary: string, duplicate: string) =>
  t.admin.post(`/${kind}/${primary}/merge`).send({ duplicateIds: [duplicate] });
const row = async (table: string, id: string): Promise<Record<string, unknown>> =>
  (await t.db.query(`select * from ${table} where id = $1`, [id])).rows[0] as Record<string, unknown>;

/** Every way to write a link to a company: table, column and request. */
const WAYS: Readonly<Record<string, readonly [table: string, column: string, send: Naming]>> = {
  'a new contact': [
    'contacts',
    'company_id',
    (companyId) => t.admin.post('/contacts').send({ name: 'Kim', companyId }),
  ],
  'a new primary contact': [
    'contacts',
    'company_id',
    (companyId) => t.admin.post('/contacts').send({ name: 'Kim', companyId, isPrimary: true }),
  ],
  'a changed contact': [
    'contacts',
    'company_id',
    async (companyId) => t.admin.patch(`/contacts/${await contact()}`).send({ companyId }),
  ],
  'a changed primary contact': [
    'contacts',
    'company_id',
    async (companyId) => t.admin.patch(`/contacts/${await contact()}`).send({ companyId, isPrimary: true }),
  ],
  'an upserted new contact': [
    'contacts',
    'company_id',
    (companyId) => t.admin.put(`/contacts/by-external-id/race/${next()}`).send({ name: 'Kim', companyId }),
  ],
  'an upserted known contact': [
    'contacts',
    'company_id',
    async (companyId) => {
      await contact({ externalIds: { race: String(next()) } });
      return t.admin.put(`/contacts/by-external-id/race/${serial - 1}`).send({ name: 'Kim', companyId });
    },
  ],
  'contacts in bulk': [
    'contacts',
    'company_id',
    async (companyId) =>
      ofBulk(
        await t.admin.post('/contacts/bulk').send({ operations: [{ create: { name: 'Kim', companyId } }] }),
        'contact',
      ),
  ],
  'contacts in bulk, each for itself': [
    'contacts',
    'company_id',
    async (companyId) =>
      ofBulk(
        await t.admin
          .post('/contacts/bulk')
          .send({ atomic: false, operations: [{ create: { name: 'Kim', companyId } }] }),
        'contact',
      ),
  ],
  'a new deal': ['deals', 'company_id', (companyId) => t.admin.post('/deals').send({ title: 'Deal', companyId })],
  'a change of the deal': [
    'deals',
    'company_id',
    async (companyId) => t.admin.patch(`/deals/${await deal()}`).send({ companyId }),
  ],
  'a new activity': [
    'activities',
    'company_id',
    (companyId) => t.admin.post('/activities').send({ type: 'note', subject: 'Note', companyId }),
  ],
  'a changed activity': [
    'activities',
    'company_id',
    async (companyId) => t.admin.patch(`/activities/${await note({ contactId: await contact() })}`).send({ companyId }),
  ],
  'a custom field of a new company': [
    'companies',
    'partner',
    (partner) => t.admin.post('/companies').send({ name: 'Child', customFields: { partner } }),
  ],
  'a custom field of a changed contact': [
    'contacts',
    'partner',
    async (partner) => t.admin.patch(`/contacts/${await contact()}`).send({ customFields: { partner } }),
  ],
  'a custom field of a new lead': [
    'leads',
    'partner',
    (partner) =>
      t.admin.post('/leads').send({ name: 'Kim', email: `kim${next()}@links.example`, customFields: { partner } }),
  ],
  'a custom field of a changed deal': [
    'deals',
    'partner',
    async (partner) => t.admin.patch(`/deals/${await deal()}`).send({ customFields: { partner } }),
  ],
  'a custom field of a new activity': [
    'activities',
    'partner',
    async (partner) =>
      t.admin
        .post('/activities')
        .send({ type: 'note', subject: 'Note', contactId: await contact(), customFields: { partner } }),
  ],
  'a conversion': [
    'leads',
    'converted_company_id',
    async (id) => {
      const answer = await t.admin
        .post(`/leads/${await lead()}/convert`)
        .send({ company: { id }, onDuplicate: 'create' });
      return { status: answer.status, body: (answer.body as { lead: Answer['body'] }).lead ?? answer.body };
    },
  ],
};

function ofBulk(
  { status, body }: { status: number; body: { results?: Record<string, unknown>[] } },
  noun: string,
): Answer {
  const [result] = body.results ?? [];
  return {
    status: (result?.['status'] as number | undefined) ?? status,
    body: (result?.[noun] ?? body) as Answer['body'],
  };
}

const linkOf = async (table: string, column: string, id: string): Promise<unknown> => {
  const found = await row(table, id);
  return column === 'partner' ? (found['custom_fields'] as Record<string, unknown>)['partner'] : found[column];
};

describe('a link to a merged record', () => {
  it.each(Object.entries(WAYS))('leads to the primary record: %s', async (_, [table, column, send]) => {
    const [primary, between, duplicate] = [await company(), await company(), await company()];
    await merge('companies', between, duplicate).expect(200);
    await merge('companies', primary, between).expect(200);
    const { status, body } = await send(duplicate.toUpperCase());
    expect([status >= 200 && status < 300, await linkOf(table, column, body.id)]).toEqual([true, primary]);
  });

  it.each(Object.entries(WAYS))(
    'never stays on the duplicate during a concurrent merge: %s',
    async (_, [table, column, send]) => {
      for (let round = 0; round < 4; round += 1) {
        const [primary, duplicate] = [await company(), await company()];
        const [merged, { status, body }] = await Promise.all([merge('companies', primary, duplicate), send(duplicate)]);
        expect(merged.status).toBe(200);
        if (status < 300) expect(await linkOf(table, column, body.id)).toBe(primary);
        else expect([409, 410, 422]).toContain(status);
      }
    },
  );

  it('leads to the primary record of contacts too', async () => {
    const [primary, duplicate] = [await contact(), await contact()];
    await merge('contacts', primary, duplicate).expect(200);
    expect(
      (await t.admin.post('/deals').send({ title: 'Deal', contactId: duplicate }).expect(201)).body.contactId,
    ).toBe(primary);
    expect(
      (await t.admin.post('/activities').send({ type: 'note', subject: 'Note', contactId: duplicate }).expect(201)).body
        .contactId,
    ).toBe(primary);
    const converted = await t.admin
      .post(`/leads/${await lead()}/convert`)
      .send({ contact: { id: duplicate }, onDuplicate: 'create' })
      .expect(200);
    expect(converted.body.contact.id).toBe(primary);
  });

  it('is rejected if the primary record is not visible', async () => {
    const seller = await t.as('sales');
    const [primary, duplicate] = [await company(), await company()];
    await merge('companies', primary, duplicate).expect(200);
    const own = (await seller.post('/contacts').send({ name: 'Own' }).expect(201)).body.id as string;
    expect(
      (await seller.patch(`/contacts/${own}`).send({ companyId: duplicate }).expect(422)).body.errors[0],
    ).toMatchObject({ pointer: '#/companyId', code: 'unknown-company' });
  });
});

describe('custom fields that link to records', () => {
  it('follow a merge and its undo', async () => {
    const [primary, duplicate] = [await company(), await company()];
    const naming = {
      companies: await company({ customFields: { partner: duplicate } }),
      contacts: await contact({ customFields: { partner: duplicate } }),
      leads: await lead({ customFields: { partner: duplicate } }),
      deals: await deal({ customFields: { partner: duplicate } }),
    };
    const deleted = await contact({ customFields: { partner: duplicate } });
    await t.admin.delete(`/contacts/${deleted}`).expect(204);
    const preview = (
      await t.admin
        .post(`/companies/${primary}/merge/preview`)
        .send({ duplicateIds: [duplicate] })
        .expect(200)
    ).body as { moves: object[] };
    expect(preview.moves).toContainEqual({ resource: 'contacts', field: 'custom.partner', count: 2 });
    const { body } = await merge('companies', primary, duplicate).expect(200);
    expect(body.merge.moves).toEqual(preview.moves);
    const all = [...Object.entries(naming), ['contacts', deleted] as const];
    for (const [table, id] of all) expect([table, await linkOf(table, 'partner', id)]).toEqual([table, primary]);
    await t.admin.post(`/companies/${primary}/unmerge`).send({}).expect(200);
    for (const [table, id] of all) expect([table, await linkOf(table, 'partner', id)]).toEqual([table, duplicate]);
  });

  it('never link to the record itself after a merge', async () => {
    const [primary, duplicate, third] = [await company(), await company(), await company()];
    await t.admin
      .patch(`/companies/${primary}`)
      .send({ customFields: { partner: duplicate } })
      .expect(200);
    await t.admin
      .patch(`/companies/${duplicate}`)
      .send({ customFields: { partner: primary } })
      .expect(200);
    expect((await merge('companies', primary, duplicate).expect(200)).body.company.customFields).toEqual({});
    expect(
      (await t.admin.post(`/companies/${primary}/unmerge`).send({}).expect(200)).body.company.customFields,
    ).toEqual({ partner: duplicate });
    await t.admin
      .patch(`/companies/${duplicate}`)
      .send({ customFields: { partner: third } })
      .expect(200);
    expect((await merge('companies', primary, duplicate).expect(200)).body.company.customFields).toEqual({
      partner: third,
    });
  });

  it('lose the value after a purge of the record', async () => {
    const gone = await company();
    const naming = await contact({ customFields: { partner: gone } });
    await t.admin.post(`/companies/${gone}/purge`).expect(204);
    expect((await t.admin.get(`/contacts/${naming}`).expect(200)).body).toMatchObject({ customFields: {}, version: 2 });
  });
});

describe.each(['companies', 'contacts'] as const)('external ids of merged %s', (kind) => {
  const created = kind === 'companies' ? company : contact;
  const byId = (source: string, id: string) =>
    t.admin.put(`/${kind}/by-external-id/${source}/${id}`).send({ name: 'Known' });

  it('lead to the primary record over several merges, and back after the undo', async () => {
    const [a, b, c] = [`a${next()}`, `b${serial}`, `c${serial}`];
    const [first, second, third] = [
      await created({ externalIds: { crm: a } }),
      await created({ externalIds: { crm: b } }),
      await created({ externalIds: { crm: c } }),
    ];
    await merge(kind, second, third).expect(200);
    await merge(kind, first, second).expect(200);
    for (const id of [a, b, c]) expect([id, (await byId('crm', id).expect(200)).body.id]).toEqual([id, first]);
    expect((await t.admin.post(`/${kind}`).send({ name: 'Another', externalIds: { crm: c } })).status).toBe(409);
    await merge(kind, first, await created()).expect(200);
    expect((await byId('crm', c).expect(200)).body.id).toBe(first);
  });

  it('lead to their own records after the undo', async () => {
    const [a, b] = [`a${next()}`, `b${serial}`];
    const [first, second] = [await created({ externalIds: { crm: a } }), await created({ externalIds: { crm: b } })];
    await merge(kind, first, second).expect(200);
    await t.admin.post(`/${kind}/${first}/unmerge`).send({}).expect(200);
    expect([(await byId('crm', a).expect(200)).body.id, (await byId('crm', b).expect(200)).body.id]).toEqual([
      first,
      second,
    ]);
  });

  it('keep a replaced id', async () => {
    const [a, b] = [`a${next()}`, `b${serial}`];
    const [first, second] = [await created({ externalIds: { crm: a } }), await created({ externalIds: { crm: b } })];
    await t.admin
      .post(`/${kind}/${first}/merge`)
      .send({ duplicateIds: [second], fields: { 'externalIds.crm': second } })
      .expect(200);
    for (const id of [a, b]) expect([id, (await byId('crm', id).expect(200)).body.id]).toEqual([id, first]);
  });

  it('are free after a purge of the merged record', async () => {
    const [a, b] = [`a${next()}`, `b${serial}`];
    const [first, second] = [await created({ externalIds: { crm: a } }), await created({ externalIds: { crm: b } })];
    await merge(kind, first, second).expect(200);
    await t.admin.post(`/${kind}/${second}/purge`).expect(204);
    expect((await byId('crm', b).expect(201)).body.id).not.toBe(first);
  });
});

describe('merge rules', () => {
  it('prefer chosen values to defaults of the primary record', async () => {
    const [first, second] = [
      await contact(),
      await contact({ status: 'customer', preferredContact: 'phone', leadScore: 40 }),
    ];
    expect((await merge('contacts', first, second).expect(200)).body.contact).toMatchObject({
      status: 'customer',
      preferredContact: 'phone',
      leadScore: 40,
    });
    const [one, other] = [await company(), await company({ status: 'active' })];
    expect((await merge('companies', one, other).expect(200)).body.company.status).toBe('active');
    expect(
      (await merge('companies', await company({ status: 'churned' }), await company({ status: 'active' })).expect(200))
        .body.company.status,
    ).toBe('churned');
    const [retained, lost] = [await contact(), await contact({ status: 'customer' })];
    const chosen = await t.admin
      .post(`/contacts/${retained}/merge`)
      .send({ duplicateIds: [lost], fields: { status: retained } })
      .expect(200);
    expect(chosen.body.contact.status).toBe('new');
  });

  it('never remove an opt-out', async () => {
    const at = '2026-11-20T09:00:00.000Z';
    const [first, second] = [await contact(), await contact({ emailOptOutAt: at })];
    const choose = (id: string, duplicateId: string, from: string) =>
      t.admin
        .post(`/contacts/${id}/merge`)
        .send({ duplicateIds: [duplicateId], fields: { emailOptOutAt: from } })
        .expect(200);
    expect((await choose(first, second, first)).body.contact.emailOptOutAt).toBe(at);
    const [third, fourth] = [await contact({ emailOptOutAt: at }), await contact()];
    expect((await choose(third, fourth, fourth)).body.contact.emailOptOutAt).toBe(at);
  });
});
