import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import { checkSums } from '../../demo/totals.js';

interface Contact {
  readonly id: string;
  readonly version: number;
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
const ada = (more: object = {}) => ({ name: 'Ada Lovelace', email: `ada${(serial += 1)}@example.com`, ...more });
const created = async (more: object = {}, by: Caller = admin): Promise<Contact> =>
  (await by.post('/contacts').send(ada(more)).expect(201)).body as Contact;
const read = async (id: string): Promise<Contact> => (await admin.get(`/contacts/${id}`).expect(200)).body as Contact;
const eventsOf = async (id: string) =>
  (
    await app.db.query<{ type: string; payload: { changedFields: string[]; previous: object } }>(
      'select type, payload from events where resource_id = $1 order by sequence',
      [id],
    )
  ).rows;
const aCompany = async (more: { ownerId?: string; deleted?: boolean } = {}): Promise<string> =>
  (
    await app.db.query<{ id: string }>(
      'insert into companies (name, domain, owner_id, deleted_at) values ($1, $2, $3, $4) returning id',
      ['Engines', `e${(serial += 1)}.example`, more.ownerId ?? null, more.deleted ? new Date() : null],
    )
  ).rows[0]?.id ?? '';
const primariesOf = async (companyId: string): Promise<string[]> =>
  (
    await app.db.query<{ id: string }>(
      'select id from contacts where company_id = $1 and is_primary and deleted_at is null',
      [companyId],
    )
  ).rows.map(({ id }) => id);

describe('creating a contact', () => {
  it('returns the same record as a later read', async () => {
    const companyId = await aCompany();
    const answer = await admin
      .post('/contacts')
      .send(
        ada({
          companyId,
          phone: '+44 20 7946 0958',
          mobile: '+44 7700 900123',
          title: 'Head',
          department: 'Research',
          addressLine1: '12 St James Square',
          addressLine2: 'Second floor',
          city: 'London',
          state: 'Greater London',
          postalCode: 'SW1Y 4LE',
          country: 'GB',
          status: 'customer',
          source: 'referral',
          leadScore: 40,
          isPrimary: true,
          preferredContact: 'mobile',
          linkedinUrl: 'https://www.linkedin.com/in/ada',
          twitterHandle: '@ada',
          notes: 'Met.',
          emailOptOutAt: '2026-11-20T10:00:00+01:00',
          tags: ['vip'],
          externalIds: { hubspot: `h${serial}` },
          customFields: { newsletter: 'monthly' },
        }),
      )
      .expect(201);
    expect((await admin.get(`/contacts/${answer.body.id}`).expect(200)).body).toEqual(answer.body);
    expect(answer.headers['location']).toBe(`/api/v1/contacts/${answer.body.id}`);
    expect(answer.body).toMatchObject({
      name: 'Ada Lovelace',
      firstName: 'Ada',
      lastName: 'Lovelace',
      isPrimary: true,
      emailOptOutAt: '2026-11-20T09:00:00.000Z',
      version: 1,
    });
  });

  it.each([
    [{ name: 'Augusta Ada King' }, 'Augusta Ada King', 'Augusta Ada', 'King'],
    [{ name: undefined, firstName: 'Grace' }, 'Grace', 'Grace', null],
    [{ name: undefined, lastName: 'Hopper' }, 'Hopper', null, 'Hopper'],
    [{ name: 'Ada Lovelace', lastName: 'Byron' }, 'Ada Byron', 'Ada', 'Byron'],
    [{ name: '  Cher ' }, 'Cher', 'Cher', null],
  ])('builds the name of %j', async (fields, name, firstName, lastName) => {
    const contact = await created(fields);
    expect(contact).toMatchObject({ name, firstName, lastName });
    expect((await read(contact.id))['name']).toBe(name);
  });

  it.each([
    [{ name: undefined }, '#/name'],
    [{ name: `${'x'.repeat(101)} y` }, '#/name'],
    [{ email: 'not-an-address' }, '#/email'],
    [{ country: 'Germany' }, '#/country'],
    [{ status: 'gone' }, '#/status'],
    [{ source: 'sea' }, '#/source'],
    [{ leadScore: 101 }, '#/leadScore'],
    [{ isPrimary: true }, '#/isPrimary'],
    [{ companyId: randomUUID() }, '#/companyId'],
    [{ ownerId: randomUUID() }, '#/ownerId'],
  ])('rejects %j with its location', async (fields, pointer) => {
    const answer = await admin.post('/contacts').send(ada(fields)).expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('rejects a deleted company', async () => {
    const answer = await admin
      .post('/contacts')
      .send(ada({ companyId: await aCompany({ deleted: true }) }))
      .expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '#/companyId', code: 'unknown-company' })]);
  });

  it('records one event, and an update another event', async () => {
    const { id } = await created();
    await admin.patch(`/contacts/${id}`).send({ title: 'Head' }).expect(200);
    expect((await eventsOf(id)).map(({ type, payload }) => [type, payload.changedFields])).toEqual([
      ['contact.created', []],
      ['contact.updated', ['title']],
    ]);
  });
});

describe('an e-mail address', () => {
  it('requires a unique e-mail address; the error names a visible contact', async () => {
    const { id, email } = await created();
    const answer = await admin
      .post('/contacts')
      .send(ada({ email: String(email).toUpperCase() }))
      .expect(409);
    expect(answer.body).toMatchObject({
      code: 'contact-email-taken',
      existingId: id,
      errors: [{ pointer: '#/email' }],
    });
    const other = await created();
    expect((await admin.patch(`/contacts/${other.id}`).send({ email }).expect(409)).body).toMatchObject({
      code: 'contact-email-taken',
      existingId: id,
    });
  });

  it('does not name a contact that is not visible', async () => {
    const { email } = await created();
    const sales = await app.as('sales');
    const { body } = await sales.post('/contacts').send(ada({ email })).expect(409);
    expect(body.code).toBe('contact-email-taken');
    expect(body).not.toHaveProperty('existingId');
  });

  it('frees the e-mail address of a deleted contact, whose restore is then rejected', async () => {
    const first = await created();
    await admin.delete(`/contacts/${first.id}`).expect(204);
    const second = await created({ email: first['email'] });
    expect((await admin.post(`/contacts/${first.id}/restore`).expect(409)).body).toMatchObject({
      code: 'contact-email-taken',
      existingId: second.id,
    });
    await admin.delete(`/contacts/${second.id}`).expect(204);
    await admin.post(`/contacts/${first.id}/restore`).expect(200);
  });

  it('gives an e-mail address to one of many concurrent requests', async () => {
    const email = `race${(serial += 1)}@example.com`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => admin.post('/contacts').send(ada({ email }))));
    const winner = answers.filter(({ status }) => status === 201);
    expect(winner).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.existingId)).toEqual(
      Array.from({ length: 19 }, () => winner[0]?.body.id),
    );
  });

  it('with a used e-mail address is rejected in bulk: all operations or one', async () => {
    const { id, email } = await created();
    const operations = [{ create: ada() }, { create: ada({ email }) }];
    const { body } = await admin.post('/contacts/bulk').send({ operations }).expect(409);
    expect(body).toMatchObject({
      code: 'contact-email-taken',
      existingId: id,
      operation: 1,
      errors: [{ pointer: '#/operations/1/email' }],
    });
    expect((await admin.get(`/contacts?email[eq]=${operations[0]?.create.email}`).expect(200)).body.data).toEqual([]);
    const { body: apart } = await admin.post('/contacts/bulk').send({ operations, atomic: false }).expect(200);
    expect(
      apart.results.map(({ status, problem }: { status: number; problem: { existingId?: string } | null }) => [
        status,
        problem?.existingId,
      ]),
    ).toEqual([
      [201, undefined],
      [409, id],
    ]);
  });
});

describe('the primary contact', () => {
  it('is unique per company: the former primary contact changes too, with events', async () => {
    const companyId = await aCompany();
    const [first, second] = [await created({ companyId, isPrimary: true }), await created({ companyId })];
    expect((await admin.post(`/contacts/${second.id}/set-primary`).expect(200)).body).toMatchObject({
      isPrimary: true,
      version: 2,
    });
    expect(await read(first.id)).toMatchObject({ isPrimary: false, version: 2 });
    expect(
      [(await eventsOf(first.id)).at(-1), (await eventsOf(second.id)).at(-1)].map((event) => [
        event?.type,
        event?.payload.changedFields,
      ]),
    ).toEqual([
      ['contact.updated', ['isPrimary']],
      ['contact.updated', ['isPrimary']],
    ]);
    // A second request changes nothing.
    expect((await admin.post(`/contacts/${second.id}/set-primary`).expect(200)).body.version).toBe(2);
  });

  it.each([
    ['made', (companyId: string) => created({ companyId, isPrimary: true })],
    [
      'changed',
      async (companyId: string) =>
        (
          await admin
            .patch(`/contacts/${(await created()).id}`)
            .send({ companyId, isPrimary: true })
            .expect(200)
        ).body as Contact,
    ],
  ])('changes by %s', async (_, create) => {
    const companyId = await aCompany();
    const former = await created({ companyId, isPrimary: true });
    const { id } = await create(companyId);
    expect(await primariesOf(companyId)).toEqual([id]);
    expect((await eventsOf(former.id)).map(({ type }) => type)).toEqual(['contact.created', 'contact.updated']);
  });

  it('is unique after concurrent changes', async () => {
    const companyId = await aCompany();
    const contacts = await Promise.all(Array.from({ length: 6 }, () => created({ companyId })));
    const answers = await Promise.all(
      [...contacts, ...contacts].map(({ id }, at) =>
        at % 2 ? admin.post(`/contacts/${id}/set-primary`) : admin.patch(`/contacts/${id}`).send({ isPrimary: true }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await primariesOf(companyId)).toHaveLength(1);
  });

  it('is unique after concurrent creates', async () => {
    const companyId = await aCompany();
    await Promise.all(Array.from({ length: 8 }, () => created({ companyId, isPrimary: true })));
    expect(await primariesOf(companyId)).toHaveLength(1);
  });

  it('can change within one bulk request', async () => {
    const companyId = await aCompany();
    const [first, second] = [await created({ companyId }), await created({ companyId })];
    await admin
      .post('/contacts/bulk')
      .send({ operations: [first, second, first].map(({ id }) => ({ update: { id, changes: { isPrimary: true } } })) })
      .expect(200);
    expect(await primariesOf(companyId)).toEqual([first.id]);
    expect((await eventsOf(first.id)).filter(({ type }) => type === 'contact.updated')).toHaveLength(3);
  });

  it('is removed by a deletion, a move or the removal of the company', async () => {
    const companyId = await aCompany();
    const deleted = await created({ companyId, isPrimary: true });
    await admin.delete(`/contacts/${deleted.id}`).expect(204);
    const moved = await created({ companyId, isPrimary: true });
    expect((await admin.post(`/contacts/${deleted.id}/restore`).expect(200)).body.isPrimary).toBe(false);
    expect(
      (
        await admin
          .patch(`/contacts/${moved.id}`)
          .send({ companyId: await aCompany() })
          .expect(200)
      ).body.isPrimary,
    ).toBe(false);
    const left = await created({ companyId, isPrimary: true });
    await app.db.query('delete from companies where id = $1', [companyId]);
    expect(await read(left.id)).toMatchObject({ companyId: null, isPrimary: false });
  });

  it('needs a company that is visible to the caller', async () => {
    expect((await admin.post(`/contacts/${(await created()).id}/set-primary`).expect(409)).body.code).toBe(
      'contact-without-company',
    );
    const sales = await app.as('sales');
    const companyId = await aCompany();
    const [theirs, former] = [await created({}, sales), await created({ companyId, isPrimary: true })];
    await app.db.query('update contacts set company_id = $1 where id = $2', [companyId, theirs.id]);
    await sales.post(`/contacts/${theirs.id}/set-primary`).expect(409);
    await sales.patch(`/contacts/${theirs.id}`).send({ isPrimary: true }).expect(422);
    expect(await primariesOf(companyId)).toEqual([former.id]);
    // Allowed now, although the user cannot see the former primary contact.
    await app.db.query('update companies set owner_id = $1 where id = $2', [sales.userId, companyId]);
    await sales.post(`/contacts/${theirs.id}/set-primary`).expect(200);
    expect(await primariesOf(companyId)).toEqual([theirs.id]);
  });

  it('stays unchanged for an outdated version', async () => {
    const companyId = await aCompany();
    const [first, second] = [await created({ companyId, isPrimary: true }), await created({ companyId })];
    await admin.patch(`/contacts/${second.id}`).send({ title: 'Head' }).expect(200);
    await admin.post(`/contacts/${second.id}/set-primary`).set('If-Match', '"1"').expect(412);
    expect(await read(first.id)).toMatchObject({ isPrimary: true, version: 1 });
  });
});

describe('updating a contact', () => {
  it('keeps absent fields, clears null fields and keeps a name', async () => {
    const { id } = await created({ title: 'Head', city: 'London' });
    expect(
      (await admin.patch(`/contacts/${id}`).send({ title: null, firstName: null }).expect(200)).body,
    ).toMatchObject({ title: null, city: 'London', name: 'Lovelace', version: 2 });
    await admin.patch(`/contacts/${id}`).send({ lastName: null }).expect(422);
    expect((await admin.patch(`/contacts/${id}`).send({ name: 'Ada King' }).expect(200)).body).toMatchObject({
      firstName: 'Ada',
      lastName: 'King',
    });
  });

  it('merges custom fields and external ids', async () => {
    const key = `k${(serial += 1)}`;
    const { id } = await created({ customFields: { a: 1, b: 2 }, externalIds: { hubspot: key } });
    const { body } = await admin
      .patch(`/contacts/${id}`)
      .send({ customFields: { a: null, c: 3 }, externalIds: { hubspot: null, crm: key } })
      .expect(200);
    expect(body).toMatchObject({ customFields: { b: 2, c: 3 }, externalIds: { crm: key } });
    expect(body.customFields).not.toHaveProperty('a');
  });

  it('stores the time of an e-mail opt-out, and clears it', async () => {
    const { id } = await created();
    expect(
      (await admin.patch(`/contacts/${id}`).send({ emailOptOutAt: '2026-11-21T09:00:00Z' }).expect(200)).body
        .emailOptOutAt,
    ).toBe('2026-11-21T09:00:00.000Z');
    expect(
      (await admin.patch(`/contacts/${id}`).send({ emailOptOutAt: null }).expect(200)).body.emailOptOutAt,
    ).toBeNull();
  });

  it('rejects an outdated version and names the differing fields', async () => {
    const { id } = await created();
    await admin.patch(`/contacts/${id}`).set('If-Match', '"1"').send({ title: 'Head' }).expect(200);
    expect(
      (await admin.patch(`/contacts/${id}`).set('If-Match', '"1"').send({ title: 'Boss' }).expect(412)).body,
    ).toMatchObject({ currentVersion: 2, differingFields: ['title'] });
  });

  it('keeps a company that is not visible if the whole contact is sent', async () => {
    const [sales, companyId] = [await app.as('sales'), await aCompany()];
    const contact = await created({}, sales);
    await app.db.query('update contacts set company_id = $1 where id = $2', [companyId, contact.id]);
    expect(
      (await sales.patch(`/contacts/${contact.id}`).send({ companyId, title: 'Head' }).expect(200)).body.companyId,
    ).toBe(companyId);
    expect((await sales.get(`/contacts/${contact.id}?include=company`).expect(200)).body.company).toBeNull();
    expect(
      (
        await sales
          .patch(`/contacts/${contact.id}`)
          .send({ companyId: await aCompany() })
          .expect(422)
      ).body.errors[0].code,
    ).toBe('unknown-company');
  });

  it('is in the history', async () => {
    const { id } = await created();
    await admin.patch(`/contacts/${id}`).send({ title: 'Head' }).expect(200);
    await admin.delete(`/contacts/${id}`).expect(204);
    expect((await admin.get(`/contacts/${id}/history`).expect(200)).body.data).toHaveLength(3);
  });

  it('is not possible after a purge', async () => {
    const { id } = await created();
    await admin.post(`/contacts/${id}/purge`).expect(204);
    await admin.get(`/contacts/${id}`).expect(404);
    expect((await eventsOf(id)).at(-1)?.type).toBe('contact.purged');
  });

  it('returns the primary record for a merged contact', async () => {
    const [gone, stayed] = [await created(), await created()];
    await app.db.query('update contacts set deleted_at = now(), merged_into_id = $2 where id = $1', [
      gone.id,
      stayed.id,
    ]);
    expect((await admin.get(`/contacts/${gone.id}`).expect(410)).body).toMatchObject({
      code: 'contact-merged',
      mergedInto: stayed.id,
    });
    await admin.post(`/contacts/${gone.id}/restore`).expect(409);
  });
});

describe('visibility of a contact', () => {
  it('is limited to the owner: others cannot read, change or make it primary', async () => {
    const [one, other] = [await app.as('sales'), await app.as('sales')];
    const { id, ownerId } = await created({}, one);
    expect(ownerId).toBe(one.userId);
    await other.get(`/contacts/${id}`).expect(404);
    await other.patch(`/contacts/${id}`).send({ title: 'x' }).expect(404);
    await other.delete(`/contacts/${id}`).expect(404);
    await other.post(`/contacts/${id}/set-primary`).expect(404);
    await other.post(`/contacts/${id}/assign`).send({ ownerId: other.userId }).expect(404);
    expect((await other.get('/contacts').expect(200)).body.data).toEqual([]);
    await admin.post(`/contacts/${id}/assign`).send({ ownerId: other.userId }).expect(200);
    await other.get(`/contacts/${id}`).expect(200);
    await one.get(`/contacts/${id}`).expect(404);
    expect((await eventsOf(id)).at(-1)?.type).toBe('contact.assigned');
  });

  it('includes owner, team and company; the company needs companies:read', async () => {
    const companyId = await aCompany();
    const { id } = await created({ companyId });
    expect(
      (await admin.get(`/contacts/${id}?include=owner&include=team&include=company`).expect(200)).body,
    ).toMatchObject({ owner: null, team: null, company: { id: companyId, name: 'Engines' } });
    const narrow = await app.as('admin', { scopes: ['contacts:read'] });
    await narrow.get(`/contacts/${id}?include=company`).expect(403);
    await app.db.query('update companies set deleted_at = now() where id = $1', [companyId]);
    expect((await admin.get(`/contacts/${id}?include=company`).expect(200)).body.company).toBeNull();
  });
});

describe('finding contacts', () => {
  it.each([
    ['q', (c: Contact) => `q=${String(c['email']).slice(0, 12)}`],
    ['company', (c: Contact) => `companyId=${String(c['companyId'])}`],
    ['place', () => 'city=Turku&country=FI'],
    ['score', () => 'leadScore[gte]=77&leadScore[lte]=77'],
    ['primary', (c: Contact) => `isPrimary=true&companyId=${String(c['companyId'])}`],
    ['status and source', (c: Contact) => `status=inactive&source=trade_show&companyId=${String(c['companyId'])}`],
    ['tags', () => 'tags=findable'],
  ])('by %s', async (_, query) => {
    const companyId = await aCompany();
    const contact = await created({
      companyId,
      isPrimary: true,
      city: 'Turku',
      country: 'FI',
      leadScore: 77,
      status: 'inactive',
      source: 'trade_show',
      tags: ['findable'],
      email: `findable${(serial += 1)}@example.com`,
    });
    expect(
      (await admin.get(`/contacts?${query(contact)}`).expect(200)).body.data.map(({ id }: Contact) => id),
    ).toContain(contact.id);
    await admin.delete(`/contacts/${contact.id}`).expect(204);
    expect(
      (await admin.get(`/contacts?${query(contact)}`).expect(200)).body.data.map(({ id }: Contact) => id),
    ).not.toContain(contact.id);
  });

  it('by a nested filter, with an order and facets', async () => {
    const companyId = await aCompany();
    for (const [lastName, status] of [
      ['Zuse', 'new'],
      ['Babbage', 'customer'],
      ['Abel', 'new'],
    ])
      await created({ companyId, name: undefined, firstName: 'X', lastName, status });
    const filter = {
      and: [
        { field: 'companyId', op: 'eq', value: companyId },
        { field: 'status', op: 'eq', value: 'new' },
      ],
    };
    const { body } = await admin
      .post('/contacts/search')
      .send({ filter, sort: ['lastName'] })
      .expect(200);
    expect(body.data.map(({ lastName }: Contact) => lastName)).toEqual(['Abel', 'Zuse']);
    expect(
      (
        await admin
          .post('/contacts/facets')
          .send({ filter, facets: ['status', 'companyId'] })
          .expect(200)
      ).body.facets,
    ).toEqual([
      {
        field: 'status',
        kind: 'exact',
        values: [
          { value: 'new', count: 2 },
          { value: 'customer', count: 1 },
        ],
      },
      {
        field: 'companyId',
        kind: 'exact',
        values: expect.arrayContaining([{ value: companyId, count: 2 }]) as unknown,
      },
    ]);
  });

  it('by external id: created once, then updated, also with concurrent requests', async () => {
    const key = `x${(serial += 1)}`;
    const body = ada();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => admin.put(`/contacts/by-external-id/hubspot/${key}`).send(body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body: { id } }) => id as string)).size).toBe(1);
    expect(
      (
        await admin
          .put(`/contacts/by-external-id/hubspot/${key}`)
          .send({ ...body, title: 'Head' })
          .expect(200)
      ).body,
    ).toMatchObject({ title: 'Head', externalIds: { hubspot: key } });
    expect((await admin.put(`/contacts/by-external-id/hubspot/${key}-2`).send(body).expect(409)).body.code).toBe(
      'contact-email-taken',
    );
  });
});

describe('duplicates', () => {
  it('as duplicates by address, phone and mobile number, and name, with reasons', async () => {
    const contact = await created({
      name: 'Konrad Ernst Otto Zuse',
      phone: '030 1234567890',
      mobile: '+49 171 99887766',
    });
    const other = await created({ name: 'Konrad Zuse', mobile: '+49 30 1234567890' });
    const ask = async (question: object) =>
      (
        (await admin.post('/contacts/duplicates').send(question).expect(200)).body.data as {
          contact: Contact;
          likelihood: number;
          reasons: string[];
        }[]
      ).map((found) => [found.contact.id, found.likelihood, found.reasons]);
    expect(await ask({ email: contact['email'], phone: '0049171 99887766' })).toEqual([
      [contact.id, 99, ['same-email', 'same-phone']],
    ]);
    expect(await ask({ phone: '+49 30 1234567890', excludeId: contact.id })).toEqual([[other.id, 85, ['same-phone']]]);
    expect(await ask({ name: 'Konrad Zusee' })).toEqual([[other.id, expect.any(Number), ['similar-name']]]);
    await admin.post('/contacts/duplicates').send({}).expect(422);
    const sales = await app.as('sales');
    expect((await sales.post('/contacts/duplicates').send({ email: contact['email'] }).expect(200)).body.data).toEqual(
      [],
    );
  });
});

it('leaves counts and ownership equal to the records', async () => {
  await checkSums(app.db);
});
