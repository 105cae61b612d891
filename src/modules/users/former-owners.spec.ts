import { startApp, type TestApp } from '../../../test/harness/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.close());

let serial = 0;
type Created = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };
const created = async (path: string, body: object): Promise<Created> =>
  (await t.admin.post(path).send(body).expect(201)).body as Created;
const adminId = async (): Promise<string> =>
  (await t.db.query<{ id: string }>(`select id from users where email = 'admin@kontor.test'`)).rows[0]?.id ?? '';

/** Creates a user. `leave` deactivates the user. */
async function person(): Promise<{ id: string; leave: () => Promise<unknown> }> {
  const { userId } = await t.as('sales');
  return { id: userId, leave: () => t.db.query('update users set is_active = false where id = $1', [userId]) };
}

const leadOf = (ownerId: string | null, more: object = {}) =>
  created('/leads', {
    name: 'Kim Lee',
    company: `Company ${(serial += 1)}`,
    email: `kim@company${serial}.example`,
    ownerId,
    ...more,
  });

describe('after an owner has left', () => {
  it('a conversion makes the caller the owner, and says so', async () => {
    const owner = await person();
    const lead = await leadOf(owner.id);
    await owner.leave();
    const all = { deal: { create: {} }, onDuplicate: 'create' };
    const rehearsed = await t.admin
      .post(`/leads/${lead.id}/convert`)
      .send({ ...all, dryRun: true })
      .expect(200);
    const { body } = await t.admin.post(`/leads/${lead.id}/convert`).send(all).expect(200);
    const said = (target: string) => ({
      target,
      field: 'ownerId',
      code: 'owner-unavailable',
      detail: expect.any(String) as unknown,
    });
    expect(body.notCarried).toEqual([said('company'), said('contact'), said('deal')]);
    expect(rehearsed.body.notCarried).toEqual(body.notCarried);
    for (const [resource, id] of [
      ['companies', body.company.id],
      ['contacts', body.contact.id],
      ['deals', body.deal.id],
    ]) {
      expect((await t.admin.get(`/${resource}/${id}`).expect(200)).body.ownerId).toBe(await adminId());
    }
  });

  it('a conversion keeps an active owner and rejects an inactive one', async () => {
    const [there, gone] = [await person(), await person()];
    const { body } = await t.admin
      .post(`/leads/${(await leadOf(there.id)).id}/convert`)
      .send({ onDuplicate: 'create' })
      .expect(200);
    expect([(await t.admin.get(`/contacts/${body.contact.id}`).expect(200)).body.ownerId, body.notCarried]).toEqual([
      there.id,
      [],
    ]);
    await gone.leave();
    expect(
      (
        await t.admin
          .post(`/leads/${(await leadOf(null)).id}/convert`)
          .send({ ownerId: gone.id, onDuplicate: 'create' })
          .expect(422)
      ).body.errors[0].pointer,
    ).toBe('#/ownerId');
  });

  it.each([
    ['leads', 'lead'],
    ['companies', 'company'],
    ['contacts', 'contact'],
    ['deals', 'deal'],
    ['activities', 'activity'],
  ])('restoring %s makes the caller the owner, with an event', async (resource, noun) => {
    const owner = await person();
    const body = {
      name: 'Kim',
      title: 'Deal',
      type: 'note',
      subject: 'Note',
      email: `restored${(serial += 1)}@left.example`,
    };
    const fields = {
      leads: ['name', 'email'],
      companies: ['name'],
      contacts: ['name', 'email'],
      deals: ['title'],
      activities: ['type', 'subject'],
    }[resource] as (keyof typeof body)[];
    const contactId = resource === 'activities' ? { contactId: (await created('/contacts', { name: 'Kim' })).id } : {};
    const { id } = await created(`/${resource}`, {
      ...Object.fromEntries(fields.map((field) => [field, body[field]])),
      ...contactId,
      ownerId: owner.id,
    });
    await t.admin.delete(`/${resource}/${id}`).expect(204);
    await owner.leave();
    expect((await t.admin.post(`/${resource}/${id}/restore`).expect(200)).body.ownerId).toBe(await adminId());
    const { rows } = await t.db.query<{ payload: { changedFields: string[]; previous: object } }>(
      'select payload from events where resource_id = $1 and type = $2',
      [id, `${noun}.restored`],
    );
    expect(rows[0]?.payload).toMatchObject({
      changedFields: expect.arrayContaining(['ownerId']) as unknown,
      previous: { ownerId: owner.id },
    });
  });

  it.each(['companies', 'contacts'])('merging %s uses the owner of another record, or the caller', async (resource) => {
    const [gone, there] = [await person(), await person()];
    const [primary, second, third] = [
      await created(`/${resource}`, { name: 'A', ownerId: gone.id }),
      await created(`/${resource}`, { name: 'B', ownerId: there.id }),
      await created(`/${resource}`, { name: 'C', ownerId: gone.id }),
    ];
    await gone.leave();
    const ownerOf = async (id: string): Promise<unknown> =>
      (await t.admin.get(`/${resource}/${id}`).expect(200)).body.ownerId;
    const preview = await t.admin
      .post(`/${resource}/${primary.id}/merge/preview`)
      .send({ duplicateIds: [second.id] })
      .expect(200);
    expect(preview.body.fields).toContainEqual({
      field: 'ownerId',
      value: there.id,
      fromId: second.id,
      candidates: [
        { id: primary.id, value: gone.id },
        { id: second.id, value: there.id },
      ],
    });
    await t.admin
      .post(`/${resource}/${primary.id}/merge`)
      .send({ duplicateIds: [second.id] })
      .expect(200);
    expect(await ownerOf(primary.id)).toBe(there.id);
    await t.admin.post(`/${resource}/${primary.id}/unmerge`).send({}).expect(200);
    expect(await ownerOf(primary.id)).toBe(gone.id);
    await t.admin
      .post(`/${resource}/${primary.id}/merge`)
      .send({ duplicateIds: [third.id] })
      .expect(200);
    expect(await ownerOf(primary.id)).toBe(await adminId());
  });

  it('a form creates leads for the team, and says so', async () => {
    const { body: team } = await t.admin
      .post('/teams')
      .send({ name: `Team ${(serial += 1)}` })
      .expect(201);
    const owner = await person();
    await t.db.query('update users set team_id = $1 where id = $2', [team.id, owner.id]);
    const form = await created('/lead-forms', { name: 'Contact', minimumFillSeconds: 0, ownerId: owner.id });
    await owner.leave();
    await t.anonymous
      .post(`/forms/${form['publicKey'] as string}/submissions`)
      .send({ name: 'Ada', email: 'ada@left.example', message: 'Hello' });
    const { body } = await t.admin.get(`/lead-forms/${form.id}/submissions`).expect(200);
    expect(body.data).toMatchObject([{ outcome: 'accepted', reason: expect.stringContaining('has left') as unknown }]);
    expect((await t.admin.get(`/leads/${body.data[0].leadId}`).expect(200)).body).toMatchObject({
      ownerId: null,
      teamId: team.id,
    });
  });

  it('the follow-up belongs to the user who completes the task', async () => {
    const owner = await person();
    const contact = await created('/contacts', { name: 'Kim' });
    const call = await created('/activities', {
      type: 'call',
      subject: 'Call',
      contactId: contact.id,
      ownerId: owner.id,
      assigneeId: owner.id,
    });
    await owner.leave();
    await t.admin.post(`/activities/${call.id}/complete`).send({ followUpOn: '2027-03-01' }).expect(200);
    const { rows } = await t.db.query(
      'select owner_id, assignee_id, description from activities where follow_up_of_id = $1',
      [call.id],
    );
    expect(rows).toEqual([
      { owner_id: await adminId(), assignee_id: null, description: expect.stringContaining('has left') as unknown },
    ]);
  });
});

describe('a lost lead', () => {
  it('is converted only after it is reopened', async () => {
    const lead = await leadOf(null);
    await t.admin.post(`/leads/${lead.id}/status`).send({ status: 'lost' }).expect(200);
    for (const dryRun of [true, false]) {
      expect((await t.admin.post(`/leads/${lead.id}/convert`).send({ dryRun }).expect(409)).body).toMatchObject({
        code: 'lead-lost',
        current: 'lost',
        allowed: ['contacted'],
      });
    }
    await t.admin.post(`/leads/${lead.id}/status`).send({ status: 'contacted' }).expect(200);
    await t.admin.post(`/leads/${lead.id}/convert`).send({ onDuplicate: 'create' }).expect(200);
  });
});

describe('a possible contact of a lead', () => {
  it('is not found by the same digits in another country', async () => {
    const stranger = await created('/contacts', { name: 'Somebody Else', phone: '+43 699 1234567' });
    await created('/companies', { name: 'Other Firm', phone: '+43 699 7654321' });
    const byPhone = await leadOf(null, { phone: '+49 699 1234567', email: null });
    const byFirm = await leadOf(null, { phone: '+49 699 7654321', email: null });
    for (const lead of [byPhone, byFirm]) {
      const { body } = await t.admin.post(`/leads/${lead.id}/convert`).send({ onDuplicate: 'use' }).expect(200);
      expect([body.contact.created, body.company.created]).toEqual([true, true]);
    }
    const known = await leadOf(null, { phone: '0043 (0)699 1234567', email: null });
    const { body } = await t.admin.post(`/leads/${known.id}/convert`).send({ onDuplicate: 'use' }).expect(200);
    expect(body.contact).toMatchObject({ id: stranger.id, created: false, matchedBy: ['same-phone'] });
  });
});

describe('a possible company of a lead', () => {
  const convert = async (lead: Created): Promise<string | null> =>
    (await t.admin.post(`/leads/${lead.id}/convert`).send({ onDuplicate: 'use' }).expect(200)).body.company
      .id as string;

  it.each(['seznam.cz', 'posteo.de', 'laposte.net', 'ukr.net', 'yahoo.co.uk', 'gmx.at'])(
    'is not found by an address at the mail provider %s',
    async (domain) => {
      const [first, second] = [
        await leadOf(null, { company: `Alpha ${domain}`, email: `a@${domain}` }),
        await leadOf(null, { company: `Betakontor ${domain}`, email: `b@${domain}`, name: 'Somebody Else' }),
      ];
      const companies = [await convert(first), await convert(second)];
      expect(companies[0]).not.toBe(companies[1]);
      const { rows } = await t.db.query('select domain from companies where id = any($1)', [companies]);
      expect(rows).toEqual([{ domain: null }, { domain: null }]);
    },
  );

  it('is not found by a website of a mail provider', async () => {
    expect(
      (await created('/companies', { name: 'Pages', website: 'https://www.seznam.cz/our-page' }))['domain'],
    ).toBeNull();
  });

  it('is another company if the name is equal and the domain differs', async () => {
    const there = await created('/companies', { name: 'Delta', domain: 'delta-us.example' });
    const other = await leadOf(null, {
      company: 'Delta',
      website: 'https://delta-de.example',
      email: 'a@delta-de.example',
    });
    expect(await convert(other)).not.toBe(there.id);
    const part = await leadOf(null, {
      company: 'Delta',
      website: 'https://shop.delta-us.example',
      email: 'b@shop.delta-us.example',
      name: 'Bea',
    });
    expect(await convert(part)).toBe(there.id);
    const nothing = await leadOf(null, { company: 'Delta', website: null, email: 'c@gmx.de', name: 'Cem' });
    expect([there.id, expect.any(String)]).toContainEqual(await convert(nothing));
    const found = await t.admin
      .post('/companies/duplicates')
      .send({ name: 'Delta', domain: 'delta-fr.example' })
      .expect(200);
    for (const { likelihood } of found.body.data as { likelihood: number }[]) expect(likelihood).toBeLessThan(75);
  });
});
