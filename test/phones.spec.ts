import { startApp, type TestApp } from './harness/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
  await t.admin.put('/settings/default_country').send({ value: 'DE' }).expect(200);
});
afterAll(() => t.close());

const KINDS = [
  ['leads', { name: 'Ada' }],
  ['contacts', { name: 'Ada' }],
  ['companies', { name: 'Engines' }],
] as const;
const stored = async (table: string, id: string): Promise<string | null> =>
  (await t.db.query<{ phone: string | null }>(`select phone_e164 as phone from ${table} where id = $1`, [id])).rows[0]
    ?.phone ?? null;
const created = async (resource: string, body: object): Promise<string> =>
  (await t.admin.post(`/${resource}`).send(body).expect(201)).body.id as string;
const found = async (resource: string, phone: string): Promise<string[]> => {
  const { body } = await t.admin.post(`/${resource}/duplicates`).send({ phone }).expect(200);
  return (body.data as Record<string, { id: string }>[]).map(
    (one) => (one['lead'] ?? one['contact'] ?? one['company'])?.id ?? '',
  );
};

describe.each(KINDS)('phone numbers of %s', (resource, more) => {
  it.each([
    ['+49 (0)176 1234567', '+491761234567'],
    ['0049 176/1234567', '+491761234567'],
    ['0176 1234567', '+491761234567'],
    ['＋49 176 1234567', '+491761234567'],
    ['+1 555 0100', '+15550100'],
    ['call me', null],
  ])('are stored as %s with the E.164 form', async (phone, normal) => {
    const id = await created(resource, { ...more, phone });
    expect(await stored(resource, id)).toBe(normal);
  });

  it('keep the E.164 form on update, upsert, bulk and removal', async () => {
    const id = await created(resource, {
      ...more,
      phone: '+49 176 1111111',
      ...(resource === 'companies' ? {} : { email: `${resource}@phones.example` }),
    });
    await t.admin.patch(`/${resource}/${id}`).send({ phone: '0176 2222222' }).expect(200);
    expect(await stored(resource, id)).toBe('+491762222222');
    await t.admin
      .post(`/${resource}/bulk`)
      .send({ operations: [{ update: { id, changes: { phone: '+43 699 1234567' } } }] })
      .expect(200);
    expect(await stored(resource, id)).toBe('+436991234567');
    await t.admin.patch(`/${resource}/${id}`).send({ phone: null }).expect(200);
    expect(await stored(resource, id)).toBeNull();
    const { body } = await t.admin
      .put(`/${resource}/by-external-id/crm/${resource}`)
      .send({ ...more, phone: '0176 3333333' })
      .expect(201);
    expect(await stored(resource, body.id as string)).toBe('+491763333333');
  });

  it('are equal only in the same country, and by their last digits without a country', async () => {
    const austrian = await created(resource, { ...more, phone: '+43 664 7654321' });
    const unknown = await created(resource, { ...more, phone: 'ext. 1 664 765432' });
    expect(await found(resource, '+49 664 7654321')).not.toContain(austrian);
    expect(await found(resource, '0043 (0)664 7654321')).toContain(austrian);
    expect(await found(resource, '+43 (0)1 664 765432')).toContain(unknown);
  });

  it('are found by the search in any notation', async () => {
    const id = await created(resource, { ...more, phone: '+49 (0)171 7654321' });
    const hits = async (q: string) =>
      (await t.admin.get(`/search?q=${encodeURIComponent(q)}`).expect(200)).body.best as {
        id: string;
        matchedBy: string;
      }[];
    expect(await hits('+491717654321')).toContainEqual(expect.objectContaining({ id, matchedBy: 'exact-phone' }));
    expect(await hits('0171/7654321')).toContainEqual(expect.objectContaining({ id, matchedBy: 'exact-phone' }));
    expect((await hits('+43 171 7654321')).map((hit) => hit.id)).not.toContain(id);
  });

  it('are found by a filter in any notation of the same country', async () => {
    const id = await created(resource, { ...more, phone: '+49 (0)171 2223334' });
    const matched = async (op: string, value: unknown): Promise<string[]> => {
      const filter = { field: 'phone', op, value };
      const { body } = await t.admin.post(`/${resource}/search`).send({ filter }).expect(200);
      return (body.data as { id: string }[]).map((one) => one.id);
    };
    for (const phone of ['+491712223334', '0049 171 2223334', '0171/2223334', '+49 (0)171 2223334']) {
      expect([phone, await matched('eq', phone), await matched('in', [phone, '+43 1 1'])]).toEqual([phone, [id], [id]]);
    }
    expect(await matched('eq', '+43 171 2223334')).toEqual([]);
    expect(await matched('ne', '0171 2223334')).not.toContain(id);
    if (resource !== 'contacts') return;
    const mobile = await created(resource, { ...more, mobile: '0172 2223334' });
    const filter = { field: 'mobile', op: 'eq', value: '+49 172 2223334' };
    const { body } = await t.admin.post('/contacts/search').send({ filter }).expect(200);
    expect((body.data as { id: string }[]).map((one) => one.id)).toEqual([mobile]);
  });

  it('have no E.164 form in the audit log', async () => {
    const id = await created(resource, { ...more, phone: '+49 176 4444444' });
    const { rows } = await t.db.query<{ changes: object }>('select changes from audit_logs where resource_id = $1', [
      id,
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/e164/i);
  });
});

it('keep the E.164 form after a merge', async () => {
  const [primary, other] = [
    await created('contacts', { name: 'Ada' }),
    await created('contacts', { name: 'Ada', phone: '0176 5555555', mobile: '+43 699 7777777' }),
  ];
  await t.admin
    .post(`/contacts/${primary}/merge`)
    .send({ duplicateIds: [other] })
    .expect(200);
  const { rows } = await t.db.query('select phone_e164, mobile_e164 from contacts where id = $1', [primary]);
  expect(rows).toEqual([{ phone_e164: '+491765555555', mobile_e164: '+436997777777' }]);
});

it('are found for an erasure in any notation, for this person only', async () => {
  await created('contacts', { name: 'Ada', phone: '+49 (0)176 8888888' });
  await created('leads', { name: 'Ada', phone: '0176 8888888' });
  await created('leads', { name: 'Other', phone: '+43 176 8888888' });
  const preview = async (phone: string) =>
    Object.fromEntries(
      (
        (await t.admin.post('/erasure-requests/preview').send({ phone }).expect(200)).body.records as {
          resource: string;
          found: number;
        }[]
      ).map(({ resource, found: count }) => [resource, count]),
    );
  for (const phone of ['+491768888888', '0176 8888888', '0049 (0)176 8888888'])
    expect(await preview(phone)).toMatchObject({ contacts: 1, leads: 1 });
});
