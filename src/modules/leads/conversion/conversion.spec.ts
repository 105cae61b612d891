import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { Caller } from '../../../../test/harness/caller.js';

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
});
afterAll(() => app.close());

interface Created {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

let serial = 0;
function person(): { name: string; email: string; company: string } {
  const word = randomUUID()
    .replaceAll('-', '')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? 'q')
    .slice(0, 12);
  return {
    name: `${word} ${word.split('').reverse().join('')}`,
    email: `${word}${(serial += 1)}@${word}.example`,
    company: `${word.toUpperCase()} Works`,
  };
}
const FULL = {
  phone: '',
  jobTitle: 'Head of Research',
  source: 'Web form',
  estimatedValue: '15000',
  currency: 'EUR',
  expectedCloseDate: '2027-03-31',
  message: 'We need a machine.',
  notes: 'Met in London',
  tags: ['vip', 'spring'],
};
const phone = () => `+44 20 ${String(10_000_000 + (serial += 7919))}`;

async function aLead(more: object = {}, who: Caller = admin): Promise<Created> {
  return (
    await who
      .post('/leads')
      .send({ ...person(), ...FULL, phone: phone(), ...more })
      .expect(201)
  ).body as Created;
}
async function create(resource: string, body: object, who: Caller = admin): Promise<Created> {
  return (await who.post(`/${resource}`).send(body).expect(201)).body as Created;
}
const read = async (resource: string, id: unknown, who: Caller = admin): Promise<Created> =>
  (await who.get(`/${resource}/${String(id)}`).expect(200)).body as Created;
const convert = (id: string, body: object = {}, who: Caller = admin) => who.post(`/leads/${id}/convert`).send(body);
const unconvert = (id: string, who: Caller = admin) => who.post(`/leads/${id}/unconvert`).send();
const DEAL = { deal: { create: {} } };
const linksOf = async (leadId: string) =>
  (
    await app.db.query<{ subject: string; company_id: string; contact_id: string; deal_id: string }>(
      'select subject, company_id, contact_id, deal_id from activities where lead_id = $1 order by created_at, id',
      [leadId],
    )
  ).rows;
const eventsSince = async (leadId: string, ids: readonly unknown[]) =>
  (
    await app.db.query<{ type: string }>(
      'select type from events where resource_id = any($1::uuid[]) order by sequence',
      [[leadId, ...ids]],
    )
  ).rows.map(({ type }) => type);

/** Returns all rows that a conversion might change, as text. */
async function fingerprint(): Promise<string> {
  const tables = [
    'leads',
    'companies',
    'contacts',
    'deals',
    'activities',
    'events',
    'audit_logs',
    'lead_conversions',
    'lead_conversion_activities',
    'deal_states',
    'deal_stage_changes',
    'deal_day_totals',
  ];
  const { rows } = await app.db.query(
    tables
      .map(
        (table) =>
          `select '${table}' as name, count(*) as n, md5(coalesce(string_agg(md5(t::text), ''
            order by md5(t::text)), '')) as sum from
            ${table === 'events' ? '(select id, type, payload from events)' : table} t`,
      )
      .join(' union all '),
  );
  return JSON.stringify(rows);
}

describe('converting a lead', () => {
  it('creates a linked company, contact and deal and returns them', async () => {
    const lead = await aLead();
    const { body } = await convert(lead.id, DEAL).expect(200);
    const [company, contact, deal] = await Promise.all([
      read('companies', body.company.id),
      read('contacts', body.contact.id),
      read('deals', body.deal.id),
    ]);
    const host = String(lead['email']).split('@')[1];
    expect(company).toMatchObject({
      name: lead['company'],
      domain: host,
      phone: lead['phone'],
      tags: ['vip', 'spring'],
    });
    expect(contact).toMatchObject({
      name: lead['name'],
      email: lead['email'],
      phone: lead['phone'],
      title: 'Head of Research',
      source: 'website',
      leadScore: lead['score'],
      notes: 'Met in London',
      companyId: company.id,
      isPrimary: true,
    });
    expect(deal).toMatchObject({
      title: lead['company'],
      value: '15000.00',
      currency: 'EUR',
      expectedCloseDate: '2027-03-31',
      description: 'We need a machine.',
      source: 'Web form',
      companyId: company.id,
      contactId: contact.id,
      leadId: lead.id,
    });
    expect(body.lead).toMatchObject({
      convertedCompanyId: company.id,
      convertedContactId: contact.id,
      convertedDealId: deal.id,
      status: 'new',
      stage: 'negotiation',
      version: 2,
    });
    expect(body).toMatchObject({ dryRun: false, notCarried: [], company: { created: true, filled: [] } });
    expect(await read('leads', lead.id)).toEqual(body.lead);
    expect(await eventsSince(lead.id, [company.id, contact.id, deal.id])).toEqual([
      'lead.created',
      'company.created',
      'contact.created',
      'deal.created',
      'lead.converted',
    ]);
  });

  it('creates a deal only on request, no company without a company name, and no contact if null', async () => {
    const alone = await convert((await aLead({ company: null })).id).expect(200);
    expect(alone.body).toMatchObject({
      company: null,
      deal: null,
      contact: { created: true },
      lead: { convertedCompanyId: null, stage: 'prospect' },
    });
    expect((await convert((await aLead()).id, { contact: null }).expect(200)).body).toMatchObject({
      company: { created: true },
      contact: null,
    });
    expect((await convert((await aLead()).id, { contact: null, company: null }).expect(422)).body.code).toBe(
      'nothing-to-convert',
    );
  });

  it('prefers the values of the caller', async () => {
    const lead = await aLead();
    const owner = await app.as('sales');
    const { body } = await convert(lead.id, {
      company: { create: { name: `${String(lead['company'])} Holding`, phone: null } },
      contact: { create: { name: 'Augusta King', tags: ['new'] } },
      deal: { create: { title: 'Machine', value: '9.5' } },
      ownerId: owner.userId,
    }).expect(200);
    expect(await read('companies', body.company.id)).toMatchObject({
      name: `${String(lead['company'])} Holding`,
      phone: null,
      ownerId: owner.userId,
    });
    expect(await read('contacts', body.contact.id)).toMatchObject({
      firstName: 'Augusta',
      lastName: 'King',
      tags: ['new'],
      ownerId: owner.userId,
    });
    expect(await read('deals', body.deal.id)).toMatchObject({
      title: 'Machine',
      value: '9.50',
      currency: 'EUR',
      ownerId: owner.userId,
    });
  });

  it('takes no domain from a free mail provider', async () => {
    const { body } = await convert((await aLead({ email: `someone${randomUUID()}@gmail.com` })).id).expect(200);
    expect((await read('companies', body.company.id))['domain']).toBeNull();
  });

  it('fills only empty fields and reports filled and unchanged fields', async () => {
    const lead = await aLead();
    const company = await create('companies', {
      name: 'Known Ltd',
      website: 'https://known-before.example',
      domain: null,
      tags: ['old', 'vip'],
    });
    const contact = await create('contacts', {
      name: 'Known Person',
      email: `known${randomUUID()}@known.example`,
      title: 'Boss',
    });
    const deal = await create('deals', { title: 'Known deal', currency: 'EUR', description: 'As agreed' });
    const { body } = await convert(lead.id, {
      company: { id: company.id },
      contact: { id: contact.id },
      deal: { id: deal.id },
    }).expect(200);
    expect(body.company).toMatchObject({
      created: false,
      filled: ['domain', 'phone'],
      unchanged: ['name'],
      tagsAdded: ['spring'],
    });
    expect(body.contact).toMatchObject({
      filled: ['phone', 'source', 'notes', 'companyId'],
      unchanged: ['name', 'email', 'title'],
    });
    expect(body.deal).toMatchObject({
      filled: ['value', 'expectedCloseDate', 'source', 'companyId', 'contactId', 'leadId'],
      unchanged: ['description'],
    });
    expect(await read('companies', company.id)).toMatchObject({
      name: 'Known Ltd',
      website: 'https://known-before.example',
      phone: lead['phone'],
      tags: ['old', 'vip', 'spring'],
    });
    expect(await read('contacts', contact.id)).toMatchObject({
      name: 'Known Person',
      title: 'Boss',
      source: 'website',
      companyId: company.id,
    });
    expect(await read('deals', deal.id)).toMatchObject({
      title: 'Known deal',
      description: 'As agreed',
      value: '15000.00',
      leadId: lead.id,
    });
    expect(await eventsSince(lead.id, [company.id, contact.id, deal.id])).toEqual(
      [
        'company.created',
        'contact.created',
        'deal.created',
        'company.updated',
        'contact.updated',
        'deal.updated',
        'lead.converted',
      ].toSpliced(0, 0, 'lead.created'),
    );
  });

  it('does not copy unique values of other records or amounts of another currency', async () => {
    const lead = await aLead();
    const host = String(lead['email']).split('@')[1];
    await create('companies', { name: 'Quite another', domain: host });
    const [company, contact, deal] = [
      await create('companies', { name: 'Without domain' }),
      await create('contacts', { name: 'Without address' }),
      await create('deals', { title: 'In dollars', currency: 'USD' }),
    ];
    await create('contacts', { name: 'Has the address', email: lead['email'] });
    const { body } = await convert(lead.id, {
      company: { id: company.id },
      contact: { id: contact.id },
      deal: { id: deal.id },
    }).expect(200);
    expect(body.notCarried.map(({ target, field, code }: Record<string, string>) => [target, field, code])).toEqual([
      ['company', 'domain', 'taken'],
      ['contact', 'email', 'taken'],
      ['deal', 'value', 'other-currency'],
    ]);
    expect((await read('deals', deal.id))['value']).toBeNull();
  });

  it('uses the company of an existing contact by default', async () => {
    const company = await create('companies', { name: 'Their company' });
    const contact = await create('contacts', { name: 'At their company', companyId: company.id });
    expect((await convert((await aLead()).id, { contact: { id: contact.id } }).expect(200)).body.company).toMatchObject(
      { id: company.id, created: false },
    );
    expect(
      (await convert((await aLead()).id, { contact: { id: contact.id }, company: null }).expect(200)).body.company,
    ).toBeNull();
  });

  it('copies custom fields', async () => {
    const { body } = await convert((await aLead({ customFields: { colour: 'green' } })).id, DEAL).expect(200);
    for (const [resource, target] of [
      ['companies', 'company'],
      ['contacts', 'contact'],
      ['deals', 'deal'],
    ] as const)
      expect((await read(resource, body[target].id))['customFields']).toEqual({ colour: 'green' });
  });

  it('moves the activities, which appear on every timeline', async () => {
    const lead = await aLead();
    await admin.post(`/leads/${lead.id}/activities`).send({ type: 'note', subject: 'First talk' }).expect(201);
    const { body } = await convert(lead.id, DEAL).expect(200);
    const links = await linksOf(lead.id);
    expect(body.activities).toBe(2);
    expect(links.map(({ company_id, contact_id, deal_id }) => [company_id, contact_id, deal_id])).toEqual(
      Array.from({ length: 2 }, () => [body.company.id, body.contact.id, body.deal.id]),
    );
  });

  it.each([
    [{ company: {} }, '#/company', 'exactly-one'],
    [{ deal: { id: randomUUID(), create: {} } }, '#/deal', 'exactly-one'],
    [{ contact: { id: randomUUID() } }, '#/contact/id', 'unknown-contact'],
    [{ deal: { create: { stageId: randomUUID() } } }, '#/deal/create/stageId', 'unknown-stage'],
    [{ ownerId: randomUUID() }, '#/ownerId', undefined],
  ])('rejects %j with its location', async (patch, pointer, code) => {
    const { body } = await convert((await aLead()).id, patch).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, ...(code && { code }) })]);
  });

  it('needs a company name if the lead has none', async () => {
    const { body } = await convert((await aLead({ company: null })).id, { company: { create: {} } }).expect(422);
    expect(body.errors[0].pointer).toBe('#/company/create/name');
  });
});

describe('duplicates', () => {
  it('are reported with reason and likelihood before anything is written', async () => {
    const lead = await aLead();
    const company = await create('companies', { name: 'Some other name', domain: String(lead['email']).split('@')[1] });
    const contact = await create('contacts', { name: 'Other name', email: lead['email'] });
    const before = await fingerprint();
    const { body } = await convert(lead.id, DEAL).expect(409);
    expect(body).toMatchObject({
      code: 'conversion-duplicates',
      notVisible: [],
      companies: [{ company: { id: company.id, name: 'Some other name' }, likelihood: 97, reasons: ['same-domain'] }],
      contacts: [{ contact: { id: contact.id, name: 'Other name' }, likelihood: 95, reasons: ['same-email'] }],
    });
    expect(await fingerprint()).toBe(before);
  });

  it.each([
    ['phone', 'same-phone'],
    ['name', 'similar-name'],
  ] as const)('include a contact with the same %s', async (field, reason) => {
    const lead = await aLead({ company: null });
    await create('contacts', { name: 'Nobody else', [field]: lead[field] });
    expect((await convert(lead.id).expect(409)).body.contacts).toEqual([
      expect.objectContaining({ reasons: [reason] }),
    ]);
  });

  it('are used or ignored on request', async () => {
    const lead = await aLead();
    const contact = await create('contacts', { name: 'Other name', email: lead['email'] });
    const { body } = await convert(lead.id, { onDuplicate: 'use' }).expect(200);
    expect(body).toMatchObject({
      contact: { id: contact.id, created: false, matchedBy: ['same-email'] },
      company: { created: true },
    });
    const namesake = await aLead({ name: lead['name'], company: lead['company'], email: `x${randomUUID()}@gmail.com` });
    const second = await convert(namesake.id, { onDuplicate: 'create' }).expect(200);
    expect(second.body).toMatchObject({ contact: { created: true }, company: { created: true } });
  });

  it('are not used for a similar name alone', async () => {
    const lead = await aLead({ company: null });
    await create('contacts', { name: lead['name'] });
    expect((await convert(lead.id, { onDuplicate: 'use' }).expect(200)).body.contact).toMatchObject({
      created: true,
      matchedBy: [],
    });
  });

  it('keep a domain that another company has', async () => {
    const lead = await aLead();
    await create('companies', { name: 'First with it', domain: String(lead['email']).split('@')[1] });
    const { body } = await convert(lead.id, { onDuplicate: 'create' }).expect(200);
    expect(body.notCarried).toEqual([expect.objectContaining({ target: 'company', field: 'domain', code: 'taken' })]);
    expect((await read('companies', body.company.id))['domain']).toBeNull();
  });

  it('with a unique value are named only if they are visible', async () => {
    const seller = await app.as('sales');
    const { domain, email } = { domain: `${randomUUID()}.example`, email: `${randomUUID()}@x.example` };
    const [company, contact] = [
      await create('companies', { name: 'Hidden', domain }),
      await create('contacts', { firstName: 'Hidden', email }),
    ];
    const patch = [
      [{ company: { create: { name: 'C', domain } } }, 'company-domain-taken', company.id, 'companies'],
      [{ contact: { create: { firstName: 'C', email } } }, 'contact-email-taken', contact.id, 'contacts'],
    ] as const;
    for (const [body, code, id, table] of patch) {
      const lead = await aLead({ ownerId: seller.userId }, admin);
      const answer = await convert(lead.id, { ...body, onDuplicate: 'create' }, seller).expect(409);
      expect(answer.body.code).toBe(code);
      expect(answer.text).not.toContain(id);
      await app.db.query(`update ${table} set owner_id = $2 where id = $1`, [id, seller.userId]);
      expect((await convert(lead.id, { ...body, onDuplicate: 'create' }, seller).expect(409)).body).toMatchObject({
        code,
        existingId: id,
      });
    }
  });

  it.each(['reject', 'use'])('that are not visible (%s) are reported without a name', async (onDuplicate) => {
    const seller = await app.as('sales');
    const lead = await aLead({}, seller);
    const hidden = await create('contacts', { name: 'Unseen', email: lead['email'] });
    await create('companies', { name: 'Unseen too', domain: String(lead['email']).split('@')[1] });
    const answer = await convert(lead.id, { onDuplicate }, seller).expect(409);
    expect(answer.body).toMatchObject({
      code: 'conversion-duplicates',
      companies: [],
      contacts: [],
      notVisible: ['contact', 'company'],
    });
    expect(answer.text).not.toContain(hidden.id);
  });
});

describe('a second conversion', () => {
  it('is rejected with the ids of the records', async () => {
    const lead = await aLead();
    const { body } = await convert(lead.id, DEAL).expect(200);
    expect((await convert(lead.id).expect(409)).body).toMatchObject({
      code: 'lead-converted',
      companyId: body.company.id,
      contactId: body.contact.id,
      dealId: body.deal.id,
    });
  });

  it('succeeds for one of fifty concurrent requests', async () => {
    const lead = await aLead();
    // Retries if the connection pool is exhausted (503).
    const insist = async (): Promise<Awaited<ReturnType<typeof convert>>> => {
      const answer = await convert(lead.id, DEAL);
      return answer.status === 503 ? insist() : answer;
    };
    const answers = await Promise.all(Array.from({ length: 50 }, insist));
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    const into = done[0]?.body as Record<'company' | 'contact' | 'deal', Created>;
    const rejected = answers.filter(({ status }) => status === 409);
    expect(rejected).toHaveLength(49);
    for (const { body } of rejected)
      expect(body).toMatchObject({
        code: 'lead-converted',
        companyId: into.company.id,
        contactId: into.contact.id,
        dealId: into.deal.id,
      });
    const { rows } = await app.db.query(
      `select (select count(*)::int from contacts where email = $1) as contacts, (select count(*)::int from deals
        where lead_id = $2) as deals, (select count(*)::int from lead_conversions where lead_id = $2) as journal`,
      [lead['email'], lead.id],
    );
    expect(rows).toEqual([{ contacts: 1, deals: 1, journal: 1 }]);
  });

  it('returns the same response under the same key', async () => {
    const lead = await aLead();
    const key = randomUUID();
    const first = await convert(lead.id).set('Idempotency-Key', key).expect(200);
    expect((await convert(lead.id).set('Idempotency-Key', key).expect(200)).body).toEqual(first.body);
  });
});

describe('a converted lead', () => {
  it('cannot be changed', async () => {
    const lead = await aLead();
    await convert(lead.id).expect(200);
    const at = `/leads/${lead.id}`;
    const tries = [
      admin.patch(at).send({ notes: 'x' }),
      admin.post(`${at}/status`).send({ status: 'contacted' }),
      admin.post(`${at}/assign`).send({ ownerId: null }),
      admin.delete(at),
      admin.post('/leads/bulk').send({ operations: [{ update: { id: lead.id, changes: { notes: 'x' } } }] }),
    ];
    for (const one of tries) expect((await one.expect(409)).body.code).toBe('lead-converted');
    await admin.post(`${at}/purge`).expect(204);
  });

  it('is found by the filter for converted leads', async () => {
    const [open, done] = [await aLead(), await aLead()];
    await convert(done.id).expect(200);
    const listed = async (converted: boolean) =>
      ((await admin.get('/leads').query({ converted, limit: 100 }).expect(200)).body.data as Created[]).map(
        ({ id }) => id,
      );
    expect(await listed(true)).toContain(done.id);
    expect(await listed(true)).not.toContain(open.id);
    expect(await listed(false)).toContain(open.id);
    expect(await listed(false)).not.toContain(done.id);
  });

  it('shows the stage of its deal, also in the funnel', async () => {
    const lead = await aLead();
    const { body } = await convert(lead.id, DEAL).expect(200);
    const funnel = async () =>
      Object.fromEntries(
        (
          await app.db.query<{ stage: string; count: number }>('select stage, count::int from lead_conversion_funnel')
        ).rows.map(({ stage, count }) => [stage, count]),
      );
    const before = await funnel();
    await admin.post(`/deals/${body.deal.id}/win`).send({}).expect(200);
    expect((await read('leads', lead.id))['stage']).toBe('closed_won');
    const won = await funnel();
    expect([won['negotiation'] ?? 0, won['closed_won']]).toEqual([
      (before['negotiation'] ?? 0) - 1,
      (before['closed_won'] ?? 0) + 1,
    ]);
    await admin.post(`/deals/${body.deal.id}/reopen`).send({}).expect(200);
    await admin.post(`/deals/${body.deal.id}/lose`).send({ lostReason: 'Too dear' }).expect(200);
    expect((await read('leads', lead.id))['stage']).toBe('closed_lost');
  });
});

describe('a dry run', () => {
  it.each([false, true])('returns the result and writes nothing (with a key: %s)', async (isKeyed) => {
    const lead = await aLead();
    await admin.post(`/leads/${lead.id}/activities`).send({ type: 'note', subject: 'First talk' }).expect(201);
    const company = await create('companies', { name: 'Known Ltd' });
    const before = await fingerprint();
    const request = convert(lead.id, { company: { id: company.id }, ...DEAL, dryRun: true });
    const { body } = await (isKeyed ? request.set('Idempotency-Key', randomUUID()) : request).expect(200);
    expect(await fingerprint()).toBe(before);
    expect(body).toMatchObject({
      dryRun: true,
      activities: 2,
      company: { id: company.id, created: false, filled: ['domain', 'phone'] },
      contact: { id: null, created: true, values: { email: lead['email'], companyId: company.id } },
      deal: { id: null, created: true, values: { value: '15000.00' } },
      lead: { convertedAt: null, version: 1 },
    });
    expect(body.deal.values.contactId).toBeUndefined();
    await convert(lead.id, { company: { id: company.id }, ...DEAL }).expect(200);
  });

  it('returns the same warnings as the conversion', async () => {
    const custom = { industry: 'Tools' };
    const lead = await aLead({ name: 'Prof. Ada King', firstName: 'Ada', lastName: 'Lovelace', customFields: custom });
    await create('companies', { name: 'Holder of the domain', domain: String(lead['email']).split('@')[1] });
    const rehearsed = (await convert(lead.id, { onDuplicate: 'create', dryRun: true }).expect(200)).body;
    const performed = (await convert(lead.id, { onDuplicate: 'create' }).expect(200)).body;
    expect(rehearsed.notCarried).toEqual(performed.notCarried);
    const codes = (performed.notCarried as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['other-name', 'taken']));
  });

  it('returns the same errors as the conversion', async () => {
    const lead = await aLead();
    await create('contacts', { name: 'Other', email: lead['email'] });
    expect((await convert(lead.id, { dryRun: true }).expect(409)).body.code).toBe('conversion-duplicates');
  });
});

describe('permissions', () => {
  it.each([
    ['companies:create', {}],
    ['contacts:create', {}],
    ['deals:create', DEAL],
  ])('include %s', async (permission, patch) => {
    const all = [
      'leads:create',
      'leads:read',
      'leads:update',
      ...['companies', 'contacts', 'deals'].flatMap((resource) => [
        `${resource}:read`,
        `${resource}:create`,
        `${resource}:update`,
      ]),
    ];
    const seller = await app.as('sales', { scopes: all.filter((scope) => scope !== permission) });
    const lead = await aLead({}, seller);
    const before = await fingerprint();
    expect((await convert(lead.id, patch, seller).expect(403)).body).toMatchObject({
      code: 'permission-missing',
      requiredPermission: permission,
    });
    expect(await fingerprint()).toBe(before);
  });

  it('include the update of existing records', async () => {
    const seller = await app.as('sales', {
      scopes: ['leads:create', 'leads:read', 'leads:update', 'contacts:read', 'contacts:create'],
    });
    const lead = await aLead({ company: null }, seller);
    const contact = await create('contacts', {
      name: 'Mine',
      ownerId: (seller as unknown as { userId: string }).userId,
    });
    expect((await convert(lead.id, { contact: { id: contact.id } }, seller).expect(403)).body.requiredPermission).toBe(
      'contacts:update',
    );
  });

  it('hide leads and targets that are not visible', async () => {
    const seller = await app.as('sales');
    const [foreign, own] = [await aLead(), await aLead({}, seller)];
    await convert(foreign.id, {}, seller).expect(404);
    await unconvert(foreign.id, seller).expect(404);
    const hidden = {
      company: await create('companies', { name: 'Hidden' }),
      contact: await create('contacts', { name: 'Hidden' }),
      deal: await create('deals', { title: 'Hidden' }),
    };
    for (const [name, { id }] of Object.entries(hidden))
      expect((await convert(own.id, { [name]: { id } }, seller).expect(422)).body.errors[0]).toMatchObject({
        pointer: `#/${name}/id`,
        code: `unknown-${name}`,
      });
  });

  it('make the owner of the lead the owner, or the caller if the lead has no owner', async () => {
    const seller = await app.as('sales');
    const lead = await aLead({}, seller);
    const { body } = await convert(lead.id, DEAL, seller).expect(200);
    for (const [resource, target] of [
      ['companies', 'company'],
      ['contacts', 'contact'],
      ['deals', 'deal'],
    ] as const)
      expect((await read(resource, body[target].id, seller))['ownerId']).toBe(seller.userId);
  });

  it('allow another owner, whose records the caller cannot see', async () => {
    const [seller, other] = [await app.as('sales'), await app.as('sales')];
    const { body } = await convert((await aLead({}, seller)).id, { ...DEAL, ownerId: other.userId }, seller).expect(
      200,
    );
    await seller.get(`/contacts/${body.contact.id}`).expect(404);
    expect(await read('deals', body.deal.id, other)).toMatchObject({
      contactId: body.contact.id,
      companyId: body.company.id,
    });
  });
});

describe('a conversion that fails in between', () => {
  it('writes nothing', async () => {
    const lead = await aLead();
    await app.db.query(
      `create function break_here() returns trigger language plpgsql as $$ begin raise exception 'broken'
        using errcode = '23514', constraint = 'broken_check'; end $$; create trigger broken before insert
        on lead_conversion_activities for each row execute function break_here()`,
    );
    const before = await fingerprint();
    try {
      expect((await convert(lead.id, DEAL)).status).toBeGreaterThanOrEqual(400);
    } finally {
      await app.db.query('drop trigger broken on lead_conversion_activities; drop function break_here()');
    }
    expect(await fingerprint()).toBe(before);
    await convert(lead.id, DEAL).expect(200);
  });
});

describe('undoing a conversion', () => {
  it('deletes created records, clears filled fields and opens the lead', async () => {
    const lead = await aLead({ customFields: { colour: 'green' } });
    await admin.post(`/leads/${lead.id}/activities`).send({ type: 'note', subject: 'First talk' }).expect(201);
    const company = await create('companies', { name: 'Known Ltd', tags: ['old'], customFields: { size: 'big' } });
    const { body } = await convert(lead.id, { company: { id: company.id }, ...DEAL }).expect(200);
    const back = await unconvert(lead.id).expect(200);
    expect(back.body).toMatchObject({
      convertedAt: null,
      convertedCompanyId: null,
      convertedContactId: null,
      convertedDealId: null,
      stage: 'prospect',
      version: 3,
    });
    await admin.get(`/contacts/${body.contact.id}`).expect(404);
    await admin.get(`/deals/${body.deal.id}`).expect(404);
    const { version: _version, updatedAt: _at, ...left } = await read('companies', company.id);
    const { version: _v, updatedAt: _a, ...was } = company;
    expect(left).toEqual(was);
    expect(
      (await linksOf(lead.id)).map(({ company_id, contact_id, deal_id }) => [company_id, contact_id, deal_id]),
    ).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(await eventsSince(lead.id, [body.contact.id, body.deal.id])).toEqual([
      'lead.created',
      'contact.created',
      'deal.created',
      'lead.converted',
      'deal.purged',
      'contact.purged',
      'lead.unconverted',
    ]);
    await admin.patch(`/leads/${lead.id}`).send({ notes: 'Open again' }).expect(200);
    await convert(lead.id, DEAL).expect(200);
  });

  it('is possible only for converted leads', async () => {
    expect((await unconvert((await aLead()).id).expect(409)).body.code).toBe('lead-not-converted');
  });

  type Into = Record<'company' | 'contact' | 'deal', Created>;
  it.each<[string, (into: Into) => Promise<unknown>, object]>([
    [
      'a change of the deal',
      ({ deal }) => admin.patch(`/deals/${deal.id}`).send({ value: '1.00' }).expect(200),
      { target: 'deal', code: 'changed' },
    ],
    [
      'progress of the deal',
      ({ deal }) => admin.post(`/deals/${deal.id}/win`).send({}).expect(200),
      { target: 'deal', code: 'changed' },
    ],
    [
      'a deletion of the contact',
      ({ contact }) => admin.delete(`/contacts/${contact.id}`).expect(204),
      { target: 'contact', code: 'gone' },
    ],
    [
      'another contact of the company',
      ({ company }) => create('contacts', { name: 'Another', companyId: company.id }),
      { target: 'company', code: 'linked', resource: 'contacts' },
    ],
    [
      'another deal with the contact',
      ({ contact }) => create('deals', { title: 'Another', contactId: contact.id }),
      { target: 'contact', code: 'linked', resource: 'deals' },
    ],
    [
      'an activity on the deal',
      ({ deal }) =>
        app.db.query(`insert into activities (type, subject, deal_id) values ('note', 'Talk', $1)`, [deal.id]),
      { target: 'deal', code: 'linked', resource: 'activities' },
    ],
    [
      'another conversion into the same record',
      async ({ company }) => convert((await aLead()).id, { company: { id: company.id }, contact: null }).expect(200),
      { target: 'company', code: 'linked', resource: 'leads' },
    ],
  ])('is rejected after %s', async (_, change, reference) => {
    const lead = await aLead();
    const { body } = await convert(lead.id, DEAL).expect(200);
    await change(body as Into);
    const before = await fingerprint();
    const rejected = await unconvert(lead.id).expect(409);
    expect(rejected.body.code).toBe('conversion-changed');
    expect(rejected.body.changes).toContainEqual(expect.objectContaining(reference));
    expect(await fingerprint()).toBe(before);
  });

  it('is rejected after a change of a filled field, and not for other fields', async () => {
    const [one, two] = [await aLead(), await aLead()];
    const companies = [
      await create('companies', { name: 'Known One' }),
      await create('companies', { name: 'Known Two' }),
    ] as const;
    await convert(one.id, { company: { id: companies[0].id } }).expect(200);
    await convert(two.id, { company: { id: companies[1].id } }).expect(200);
    await admin.patch(`/companies/${companies[0].id}`).send({ phone: '+1 202 555 0100' }).expect(200);
    await admin.patch(`/companies/${companies[1].id}`).send({ city: 'London' }).expect(200);
    expect((await unconvert(one.id).expect(409)).body.changes).toEqual([
      { target: 'company', id: companies[0].id, code: 'field-changed', field: 'phone' },
    ]);
    await unconvert(two.id).expect(200);
    expect(await read('companies', companies[1].id)).toMatchObject({ city: 'London', phone: null });
  });

  it('needs the permission to delete the created records', async () => {
    const seller = await app.as('sales', {
      scopes: [
        'leads:create',
        'leads:read',
        'leads:update',
        'contacts:read',
        'contacts:create',
        'companies:read',
        'companies:create',
      ],
    });
    const lead = await aLead({}, seller);
    await convert(lead.id, {}, seller).expect(200);
    expect((await unconvert(lead.id, seller).expect(403)).body.requiredPermission).toBe('companies:delete');
  });

  it('happens once with concurrent requests', async () => {
    const lead = await aLead();
    await convert(lead.id, DEAL).expect(200);
    const answers = await Promise.all(Array.from({ length: 20 }, () => unconvert(lead.id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  });
});
