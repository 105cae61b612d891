import { startApp, type TestApp } from '../../../test/harness/app.js';
import { startReceiver, until, type Receiver } from '../../../test/harness/receiver.js';
import type { ErasureLineView, ErasureRequestView } from './erasures/erasures.dto.js';

let t: TestApp;
let to: Receiver;
beforeAll(async () => {
  t = await startApp({ OUTBOUND_ALLOW: '127.0.0.1', ROLE: 'all' });
  to = await startReceiver();
});
afterAll(async () => {
  to.close();
  await t.close();
});

const rows = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await t.db.query(sql, values)).rows as T[];
const createLead = async (fields: object): Promise<string> =>
  (
    await t.admin
      .post('/leads')
      .send({ name: 'Ada Lovelace', ...fields })
      .expect(201)
  ).body.id as string;
const relayed = () => until(async () => (await rows('select 1 from events where dispatched_at is null')).length === 0);
const linesOf = ({ report }: ErasureRequestView): Record<string, ErasureLineView> =>
  Object.fromEntries(report.map((line) => [line.resource, line]));

async function erase(subject: object): Promise<ErasureRequestView> {
  const answer = await t.admin.post('/erasure-requests').send(subject).expect(202);
  const { id } = answer.body as ErasureRequestView;
  expect(answer.headers['location']).toBe(`/api/v1/erasure-requests/${id}`);
  await until(async () => (await t.admin.get(`/erasure-requests/${id}`).expect(200)).body.completedAt !== null);
  return (await t.admin.get(`/erasure-requests/${id}`).expect(200)).body as ErasureRequestView;
}

/** Returns the tables that contain a word. */
async function placesOf(word: string): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition order by 1`,
  );
  const found = await Promise.all(
    tables.map(async ({ name }) =>
      (await rows(`select 1 from "${name}" x where strpos(lower(x::text), $1) > 0 limit 1`, [word.toLowerCase()]))
        .length > 0
        ? [name]
        : [],
    ),
  );
  return found.flat();
}

describe('erasing a person', () => {
  it('removes all data of the person and reports it', async () => {
    await t.admin
      .post('/webhooks')
      .send({ name: 'All', url: to.url, events: ['lead.*', 'contact.*', 'activity.*'] })
      .expect(201);
    const email = 'canary.person@example.com';
    const [lead, deleted, other] = [
      await createLead({ email, notes: 'canarynote' }),
      await createLead({ email, name: 'Deleted' }),
      await createLead({ email: 'other@example.com' }),
    ];
    await t.admin.delete(`/leads/${deleted}`).expect(204);
    await t.admin.post('/activities').send({ type: 'note', subject: 'canarynote', leadId: lead }).expect(201);
    const contact = (
      await t.admin.post('/contacts').send({ name: 'Ada Lovelace', email, notes: 'canarynote' }).expect(201)
    ).body.id as string;
    const { body: company } = await t.admin.post('/companies').send({ name: 'Engines' }).expect(201);
    await t.db.query(
      `insert into activities (type, subject, contact_id, company_id)
        values ('note', 'canarynote', $1, null), ('note', 'Price agreed', $1, $2)`,
      [contact, company.id],
    );
    const { body: form } = await t.admin
      .post('/lead-forms')
      .send({ name: 'Contact', minimumFillSeconds: 0 })
      .expect(201);
    await t.db.query(
      `insert into lead_form_submissions (form_id, fingerprint, outcome, payload)
        values ($1, repeat('0', 64), 'held', $2), ($1, repeat('1', 64), 'held', '{"email": "other@example.com"}')`,
      [form.id, { message: 'Write to Canary.Person@example.com.' }],
    );
    await t.db.query(
      `insert into notification_deliveries (id, event, resource_type, resource_id, status, detail)
        values (gen_random_uuid(), 'lead.created', 'leads', $1, 'failed', 'refused: canary.person@example.com')`,
      [lead],
    );
    // Purged before the request: only the e-mail address still refers to the remaining copies.
    await t.admin.post(`/leads/${await createLead({ email, name: 'Purged' })}/purge`).expect(204);
    await relayed();
    await until(() => to.requests.some(({ body }) => body.includes('canarynote')));
    expect(
      (await t.admin.post('/erasure-requests/preview').send({ email: 'Canary.Person@example.com' }).expect(200)).body,
    ).toMatchObject({
      isHeld: false,
      records: [
        { resource: 'contacts', found: 1, held: 0 },
        { resource: 'leads', found: 2, held: 0 },
        { resource: 'activities', found: 4, held: 0 },
        { resource: 'lead-form-submissions', found: 1, held: 0 },
      ],
    });

    const request = await erase({ email });
    expect(request).toMatchObject({ status: 'completed', subjectHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const lines = linesOf(request);
    expect(lines).toMatchObject({
      contacts: { removed: 1, retained: 0 },
      leads: { removed: 2, retained: 0 },
      activities: { removed: 4 },
      'lead-form-submissions': { removed: 1 },
      'notification-deliveries': { anonymised: 1 },
    });
    expect(lines['events']?.anonymised).toBeGreaterThanOrEqual(5);
    await relayed();
    await t.db.query('delete from idempotency_keys');
    await until(async () => (await rows('select 1 from jobs')).length === 0);
    expect([await placesOf(email), await placesOf('canarynote')]).toEqual([[], []]);
    expect(await rows('select 1 from leads where id = $1', [other])).toHaveLength(1);
    expect(await rows('select 1 from lead_form_submissions')).toHaveLength(1);
    expect(await rows(`select contact_id from activities where subject = 'Price agreed'`)).toEqual([
      { contact_id: null },
    ]);
    const feed = (await t.admin.get(`/events?resourceId=${lead}`).expect(200)).body.data as {
      type: string;
      data: object;
    }[];
    expect(feed.map(({ type, data }) => [type, data])).toEqual([
      ['lead.created', { resourceType: 'leads', resourceId: lead, erased: true }],
      ['lead.purged', { id: lead }],
    ]);
    expect((await t.admin.get(`/jobs/${request.id}`).expect(200)).body).toMatchObject({
      status: 'succeeded',
      result: { status: 'completed' },
    });
  });

  it('finds the person by the whole phone number in any notation', async () => {
    const [theirs, else1] = [
      await createLead({ phone: '+49 (151) 1234-5678' }),
      await createLead({ phone: '+43 151 12345678' }),
    ];
    expect(linesOf(await erase({ phone: '0049 151 12345678' }))).toMatchObject({ leads: { removed: 1 } });
    expect([
      (await rows('select 1 from leads where id = $1', [theirs])).length,
      (await rows('select 1 from leads where id = $1', [else1])).length,
    ]).toEqual([0, 1]);
  });

  it('finds a contact by the mobile number and keeps a contact under a legal hold', async () => {
    const [free, held] = await Promise.all(
      ['+49 171 55566677', '0171 99988877'].map(
        async (mobile) => (await t.admin.post('/contacts').send({ name: 'Ada', mobile }).expect(201)).body.id as string,
      ),
    );
    await t.admin.post('/legal-holds').send({ resourceType: 'contacts', recordId: held, reason: 'Court' }).expect(201);
    expect(linesOf(await erase({ phone: '0049 171 55566677' }))).toMatchObject({
      contacts: { removed: 1, retained: 0 },
    });
    expect(
      (await t.admin.post('/erasure-requests/preview').send({ phone: '0171 99988877' }).expect(200)).body,
    ).toMatchObject({
      isHeld: true,
      records: expect.arrayContaining([{ resource: 'contacts', found: 0, held: 1 }]) as unknown,
    });
    expect((await t.admin.post(`/contacts/${held}/purge`).expect(409)).body.code).toBe('legal-hold');
    expect((await rows('select id from contacts where id = any($1)', [[free, held]])).map(({ id }) => id)).toEqual([
      held,
    ]);
  });

  it('needs an e-mail address or a phone number', async () => {
    expect((await t.admin.post('/erasure-requests').send({}).expect(422)).body.errors[0].code).toBe('nobody');
    expect(
      (await t.admin.post('/erasure-requests/preview').send({ phone: '00000 1234' }).expect(422)).body.errors[0].code,
    ).toBe('too-short');
  });

  it('reports users, who are not erased', async () => {
    expect(linesOf(await erase({ email: 'admin@kontor.test' }))).toMatchObject({
      users: { retained: 1, reason: 'user-account' },
    });
    expect(await rows(`select 1 from users where email = 'admin@kontor.test'`)).toHaveLength(1);
  });

  it('keeps records under a later legal hold, and can be requested again', async () => {
    const lead = await createLead({ email: 'late@example.com' });
    // The job group is paused, so the hold is placed before the erasure runs.
    await t.db.query(
      `update job_groups set paused_until = now() + interval '1 hour' where group_key = 'retention.erase'`,
    );
    const id = (await t.admin.post('/erasure-requests').send({ email: 'late@example.com' }).expect(202)).body
      .id as string;
    const { body: hold } = await t.admin
      .post('/legal-holds')
      .send({ resourceType: 'leads', recordId: lead, reason: 'Late' })
      .expect(201);
    expect(await rows('select 1 from jobs where id = $1', [id])).toHaveLength(1);
    await t.db.query(`update job_groups set paused_until = null where group_key = 'retention.erase'`);
    await until(
      async () =>
        (await rows('select 1 from erasure_requests where id = $1 and completed_at is not null', [id])).length === 1,
    );
    const { body: held } = await t.admin.get(`/erasure-requests/${id}`).expect(200);
    expect([held.status, linesOf(held)['leads']]).toEqual([
      'held',
      { resource: 'leads', removed: 0, anonymised: 0, retained: 1, reason: 'legal-hold' },
    ]);
    expect(await rows('select 1 from leads where id = $1', [lead])).toHaveLength(1);
    await t.admin.post(`/legal-holds/${hold.id}/release`).expect(200);
    expect(linesOf(await erase({ email: 'late@example.com' }))).toMatchObject({ leads: { removed: 1, retained: 0 } });
  });

  it('includes all records of the person over merges and conversions', async () => {
    const contactOf = async (fields: object): Promise<string> =>
      (
        await t.admin
          .post('/contacts')
          .send({ name: 'Merged Person', ...fields })
          .expect(201)
      ).body.id as string;
    const [a, b, c] = [
      await contactOf({ email: 'a@erase.example' }),
      await contactOf({ email: 'b@erase.example' }),
      await contactOf({ email: 'c@erase.example' }),
    ];
    await t.admin.post('/activities').send({ type: 'note', subject: 'familynote', contactId: b }).expect(201);
    await t.admin
      .post(`/contacts/${b}/merge`)
      .send({ duplicateIds: [c] })
      .expect(200);
    await t.admin
      .post(`/contacts/${a}/merge`)
      .send({ duplicateIds: [b] })
      .expect(200);
    const lead = await createLead({ email: 'lead@erase.example' });
    await t.admin
      .post(`/leads/${lead}/convert`)
      .send({ contact: { id: a }, onDuplicate: 'create' })
      .expect(200);
    const second = await createLead({ email: 'second@erase.example' });
    await t.admin
      .post(`/leads/${second}/convert`)
      .send({ contact: { id: a }, onDuplicate: 'create' })
      .expect(200);
    const bystander = await createLead({ email: 'a.other@erase.example', name: 'Merged Person' });
    expect(
      (await t.admin.post('/erasure-requests/preview').send({ email: 'c@erase.example' }).expect(200)).body.records,
    ).toEqual(
      expect.arrayContaining([
        { resource: 'contacts', found: 3, held: 0 },
        { resource: 'leads', found: 2, held: 0 },
      ]),
    );
    expect(linesOf(await erase({ email: 'lead@erase.example' }))).toMatchObject({
      contacts: { removed: 3 },
      leads: { removed: 2 },
    });
    expect(
      await rows(
        `select id from contacts where id = any($1) union all select id from leads where id = any($1) union all
          select id from activities where subject = $2`,
        [[a, b, c, lead, second], 'familynote'],
      ),
    ).toEqual([]);
    expect(await rows('select 1 from leads where id = $1', [bystander])).toHaveLength(1);
  });

  it('clears values that a conversion copied into a company and a deal, and keeps other values', async () => {
    await t.admin
      .post('/webhooks')
      .send({ name: 'Sales', url: to.url, events: ['company.*', 'deal.*'] })
      .expect(201);
    const [phone, message] = ['+49 30 4567890', 'Call my\n"mobile" canarycopy'];
    const converted = async (lead: string, target: object) => {
      const requested = { deal: { create: {} }, onDuplicate: 'create', ...target };
      const { body } = await t.admin.post(`/leads/${lead}/convert`).send(requested).expect(200);
      return body as Record<'company' | 'deal', { id: string } | null>;
    };
    const email = 'copies@erase.example';
    const first = await converted(await createLead({ email, phone, message, company: 'Copied Ltd' }), {});
    const nobody = await createLead({ email, name: 'Canaryname Solo', message });
    const alone = await converted(nobody, { company: null, contact: null });
    const plain = await converted(await createLead({ email, company: 'Plain Ltd' }), { contact: null });
    const [company, deal, personal] = [first.company?.id, first.deal?.id, alone.deal?.id];
    await t.admin.patch(`/companies/${company}`).send({ industry: 'Tools' }).expect(200);
    await t.admin.patch(`/deals/${personal}`).send({ description: 'Agreed in the office' }).expect(200);
    const { body: other } = await t.admin.post('/companies').send({ name: 'Other Ltd', phone }).expect(201);
    await relayed();
    await until(() => to.requests.some(({ body }) => body.includes('canarycopy')));

    const { leads, companies, deals } = linesOf(await erase({ email }));
    expect({ leads, companies, deals }).toMatchObject({
      leads: { removed: 3 },
      companies: { removed: 0, anonymised: 1 },
      deals: { removed: 0, anonymised: 2 },
    });
    const read = async (path: string) => (await t.admin.get(path).expect(200)).body as object;
    const retained = { name: 'Copied Ltd', industry: 'Tools' };
    expect(await read(`/companies/${company}`)).toMatchObject({ ...retained, phone: null, version: 3 });
    expect(await read(`/deals/${deal}`)).toMatchObject({ title: 'Copied Ltd', description: '' });
    expect(await read(`/deals/${personal}`)).toMatchObject({ title: 'Erased', description: 'Agreed in the office' });
    expect(await read(`/companies/${other.id}`)).toMatchObject({ phone });
    expect(await read(`/deals/${plain.deal?.id}`)).toMatchObject({ title: 'Plain Ltd', version: 1 });
    expect(await read(`/events?resourceId=${plain.deal?.id}`)).toMatchObject({
      data: [{ data: { object: { title: 'Plain Ltd' } } }],
    });
    await relayed();
    await t.db.query('delete from idempotency_keys');
    await until(async () => (await rows('select 1 from jobs')).length === 0);
    expect([await placesOf('canarycopy'), await placesOf('canaryname')]).toEqual([[], []]);
    const { data } = (await read(`/events?resourceId=${company}`)) as { data: { type: string; data: object }[] };
    const erased = { resourceType: 'companies', resourceId: company, erased: true };
    expect(data).toMatchObject([
      { type: 'company.created', data: erased },
      { type: 'company.updated', data: erased },
      { type: 'company.updated', data: { changedFields: ['phone'], previous: {} } },
    ]);
  });

  it('clears copies in a company that the first company was merged into', async () => {
    const phone = '+49 30 1112223';
    const lead = await createLead({ email: 'm@erase.example', company: 'Merged Ltd', phone });
    const requested = { contact: null, onDuplicate: 'create' };
    const { body } = await t.admin.post(`/leads/${lead}/convert`).send(requested).expect(200);
    const merged = body.company.id as string;
    const { body: primary } = await t.admin.post('/companies').send({ name: 'Survivor Ltd' }).expect(201);
    await t.admin
      .post(`/companies/${primary.id}/merge`)
      .send({ duplicateIds: [merged] })
      .expect(200);
    expect((await t.admin.get(`/companies/${primary.id}`).expect(200)).body.phone).toBe(phone);
    await erase({ email: 'm@erase.example' });
    const phones = await rows('select phone from companies where id = any($1)', [[merged, primary.id]]);
    expect(phones).toEqual([{ phone: null }, { phone: null }]);
  });

  it('keeps all data of a person while one merged record is under a legal hold', async () => {
    const [a, b] = await Promise.all(
      ['held.a@erase.example', 'held.b@erase.example'].map(
        async (email) => (await t.admin.post('/contacts').send({ name: 'Held', email }).expect(201)).body.id as string,
      ),
    );
    await t.admin.post('/legal-holds').send({ resourceType: 'contacts', recordId: a, reason: 'Court' }).expect(201);
    await t.admin
      .post(`/contacts/${a}/merge`)
      .send({ duplicateIds: [b] })
      .expect(200);
    expect(
      (await t.admin.post('/erasure-requests').send({ email: 'held.b@erase.example' }).expect(409)).body.code,
    ).toBe('legal-hold');
  });
});
