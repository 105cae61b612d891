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

interface Made {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

let serial = 0;
/** Somebody at a company that nobody has heard of. */
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

async function aLead(more: object = {}, who: Caller = admin): Promise<Made> {
  return (
    await who
      .post('/leads')
      .send({ ...person(), ...FULL, phone: phone(), ...more })
      .expect(201)
  ).body as Made;
}
async function make(resource: string, body: object, who: Caller = admin): Promise<Made> {
  return (await who.post(`/${resource}`).send(body).expect(201)).body as Made;
}
const read = async (resource: string, id: unknown, who: Caller = admin): Promise<Made> =>
  (await who.get(`/${resource}/${String(id)}`).expect(200)).body as Made;
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

/** All that a conversion might touch, as text. */
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
    'deal_stage_totals',
    'deal_forecast_totals',
  ];
  const { rows } = await app.db.query(
    tables
      .map(
        (table) =>
          `select '${table}' as name, count(*) as n, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as sum from ${table === 'events' ? '(select id, type, payload from events)' : table} t`,
      )
      .join(' union all '),
  );
  return JSON.stringify(rows);
}

describe('converting a lead', () => {
  it('makes a company, a contact and a deal of it, linked to each other, and says so', async () => {
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
    expect(body).toMatchObject({ dryRun: false, notCarried: [], company: { made: true, filled: [] } });
    expect(await read('leads', lead.id)).toEqual(body.lead);
    expect(await eventsSince(lead.id, [company.id, contact.id, deal.id])).toEqual([
      'lead.created',
      'company.created',
      'contact.created',
      'deal.created',
      'lead.converted',
    ]);
  });

  it('makes no deal unless asked, no company where the lead names none, and no contact where there is to be none', async () => {
    const alone = await convert((await aLead({ company: null })).id).expect(200);
    expect(alone.body).toMatchObject({
      company: null,
      deal: null,
      contact: { made: true },
      lead: { convertedCompanyId: null, stage: 'prospect' },
    });
    expect((await convert((await aLead()).id, { contact: null }).expect(200)).body).toMatchObject({
      company: { made: true },
      contact: null,
    });
    expect((await convert((await aLead()).id, { contact: null, company: null }).expect(422)).body.code).toBe(
      'nothing-to-convert',
    );
  });

  it('takes what the caller says over what the lead says', async () => {
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

  it('takes no domain from a mailbox that anybody can have', async () => {
    const { body } = await convert((await aLead({ email: `someone${randomUUID()}@gmail.com` })).id).expect(200);
    expect((await read('companies', body.company.id))['domain']).toBeNull();
  });

  it('fills only what is empty, and says what it filled and what it kept', async () => {
    const lead = await aLead();
    const company = await make('companies', {
      name: 'Known Ltd',
      website: 'https://known-before.example',
      domain: null,
      tags: ['old', 'vip'],
    });
    const contact = await make('contacts', {
      name: 'Known Person',
      email: `known${randomUUID()}@known.example`,
      title: 'Boss',
    });
    const deal = await make('deals', { title: 'Known deal', currency: 'EUR', description: 'As agreed' });
    const { body } = await convert(lead.id, {
      company: { id: company.id },
      contact: { id: contact.id },
      deal: { id: deal.id },
    }).expect(200);
    expect(body.company).toMatchObject({
      made: false,
      filled: ['domain', 'phone'],
      kept: ['name'],
      tagsAdded: ['spring'],
    });
    expect(body.contact).toMatchObject({
      filled: ['phone', 'source', 'notes', 'companyId'],
      kept: ['name', 'email', 'title'],
    });
    expect(body.deal).toMatchObject({
      filled: ['value', 'expectedCloseDate', 'source', 'companyId', 'contactId', 'leadId'],
      kept: ['description'],
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

  it('leaves to others what is theirs alone, and amounts of another currency', async () => {
    const lead = await aLead();
    const host = String(lead['email']).split('@')[1];
    await make('companies', { name: 'Quite another', domain: host });
    const [company, contact, deal] = [
      await make('companies', { name: 'Without domain' }),
      await make('contacts', { name: 'Without address' }),
      await make('deals', { title: 'In dollars', currency: 'USD' }),
    ];
    await make('contacts', { name: 'Has the address', email: lead['email'] });
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

  it('uses the company of a contact who is there, unless told otherwise', async () => {
    const company = await make('companies', { name: 'Their company' });
    const contact = await make('contacts', { name: 'At their company', companyId: company.id });
    expect((await convert((await aLead()).id, { contact: { id: contact.id } }).expect(200)).body.company).toMatchObject(
      { id: company.id, made: false },
    );
    expect(
      (await convert((await aLead()).id, { contact: { id: contact.id }, company: null }).expect(200)).body.company,
    ).toBeNull();
  });

  it('carries custom fields along', async () => {
    const { body } = await convert((await aLead({ customFields: { colour: 'green' } })).id, DEAL).expect(200);
    for (const [resource, target] of [
      ['companies', 'company'],
      ['contacts', 'contact'],
      ['deals', 'deal'],
    ] as const)
      expect((await read(resource, body[target].id))['customFields']).toEqual({ colour: 'green' });
  });

  it('takes the activities along, on every timeline', async () => {
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
  ])('refuses %j and says where', async (wanted, pointer, code) => {
    const { body } = await convert((await aLead()).id, wanted).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, ...(code && { code }) })]);
  });

  it('needs a name for a company that the lead does not name', async () => {
    const { body } = await convert((await aLead({ company: null })).id, { company: { create: {} } }).expect(422);
    expect(body.errors[0].pointer).toBe('#/company/create/name');
  });
});

describe('what is there already', () => {
  it('refuses before anything is written, and names whom it may be, why and how likely', async () => {
    const lead = await aLead();
    const company = await make('companies', { name: 'Some other name', domain: String(lead['email']).split('@')[1] });
    const contact = await make('contacts', { name: 'Other name', email: lead['email'] });
    const before = await fingerprint();
    const { body } = await convert(lead.id, DEAL).expect(409);
    expect(body).toMatchObject({
      code: 'conversion-duplicates',
      takenOutOfSight: [],
      companies: [{ company: { id: company.id, name: 'Some other name' }, likelihood: 97, reasons: ['same-domain'] }],
      contacts: [{ contact: { id: contact.id, name: 'Other name' }, likelihood: 95, reasons: ['same-email'] }],
    });
    expect(await fingerprint()).toBe(before);
  });

  it.each([
    ['phone', 'same-phone'],
    ['name', 'similar-name'],
  ] as const)('finds a contact by the same %s', async (field, reason) => {
    const lead = await aLead({ company: null });
    await make('contacts', { name: 'Nobody else', [field]: lead[field] });
    expect((await convert(lead.id).expect(409)).body.contacts).toEqual([
      expect.objectContaining({ reasons: [reason] }),
    ]);
  });

  it('uses the likely one when told to, and makes another one when told to', async () => {
    const lead = await aLead();
    const contact = await make('contacts', { name: 'Other name', email: lead['email'] });
    const { body } = await convert(lead.id, { onDuplicate: 'use' }).expect(200);
    expect(body).toMatchObject({
      contact: { id: contact.id, made: false, matchedBy: ['same-email'] },
      company: { made: true },
    });
    const namesake = await aLead({ name: lead['name'], company: lead['company'], email: `x${randomUUID()}@gmail.com` });
    const second = await convert(namesake.id, { onDuplicate: 'create' }).expect(200);
    expect(second.body).toMatchObject({ contact: { made: true }, company: { made: true } });
  });

  it('uses nobody of whom only the name is alike', async () => {
    const lead = await aLead({ company: null });
    await make('contacts', { name: lead['name'] });
    expect((await convert(lead.id, { onDuplicate: 'use' }).expect(200)).body.contact).toMatchObject({
      made: true,
      matchedBy: [],
    });
  });

  it('leaves a domain that another company has to that company', async () => {
    const lead = await aLead();
    await make('companies', { name: 'First with it', domain: String(lead['email']).split('@')[1] });
    const { body } = await convert(lead.id, { onDuplicate: 'create' }).expect(200);
    expect(body.notCarried).toEqual([expect.objectContaining({ target: 'company', field: 'domain', code: 'taken' })]);
    expect((await read('companies', body.company.id))['domain']).toBeNull();
  });

  it.each(['refuse', 'use'])(
    'does not name who is out of sight (%s), but says that somebody is',
    async (onDuplicate) => {
      const seller = await app.as('sales');
      const lead = await aLead({}, seller);
      const hidden = await make('contacts', { name: 'Unseen', email: lead['email'] });
      await make('companies', { name: 'Unseen too', domain: String(lead['email']).split('@')[1] });
      const answer = await convert(lead.id, { onDuplicate }, seller).expect(409);
      expect(answer.body).toMatchObject({
        code: 'conversion-duplicates',
        companies: [],
        contacts: [],
        takenOutOfSight: ['contact', 'company'],
      });
      expect(answer.text).not.toContain(hidden.id);
    },
  );
});

describe('a second try', () => {
  it('is refused with the ids', async () => {
    const lead = await aLead();
    const { body } = await convert(lead.id, DEAL).expect(200);
    expect((await convert(lead.id).expect(409)).body).toMatchObject({
      code: 'lead-converted',
      companyId: body.company.id,
      contactId: body.contact.id,
      dealId: body.deal.id,
    });
  });

  it('is the first for one of fifty at once', async () => {
    const lead = await aLead();
    // Whoever waits too long for a connection is told to come again.
    const insist = async (): Promise<Awaited<ReturnType<typeof convert>>> => {
      const answer = await convert(lead.id, DEAL);
      return answer.status === 503 ? insist() : answer;
    };
    const answers = await Promise.all(Array.from({ length: 50 }, insist));
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    const into = done[0]?.body as Record<'company' | 'contact' | 'deal', Made>;
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(49);
    for (const { body } of refused)
      expect(body).toMatchObject({
        code: 'lead-converted',
        companyId: into.company.id,
        contactId: into.contact.id,
        dealId: into.deal.id,
      });
    const { rows } = await app.db.query(
      `select (select count(*)::int from contacts where email = $1) as contacts, (select count(*)::int from deals where lead_id = $2) as deals, (select count(*)::int from lead_conversions where lead_id = $2) as journal`,
      [lead['email'], lead.id],
    );
    expect(rows).toEqual([{ contacts: 1, deals: 1, journal: 1 }]);
  });

  it('is the same answer under the same key', async () => {
    const lead = await aLead();
    const key = randomUUID();
    const first = await convert(lead.id).set('Idempotency-Key', key).expect(200);
    expect((await convert(lead.id).set('Idempotency-Key', key).expect(200)).body).toEqual(first.body);
  });
});

describe('a lead that was converted', () => {
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

  it('is found by being converted', async () => {
    const [open, done] = [await aLead(), await aLead()];
    await convert(done.id).expect(200);
    const listed = async (converted: boolean) =>
      ((await admin.get('/leads').query({ converted, limit: 100 }).expect(200)).body.data as Made[]).map(
        ({ id }) => id,
      );
    expect(await listed(true)).toContain(done.id);
    expect(await listed(true)).not.toContain(open.id);
    expect(await listed(false)).toContain(open.id);
    expect(await listed(false)).not.toContain(done.id);
  });

  it('stands where its deal stands, in its view and in the funnel', async () => {
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
  it.each([false, true])('says what would be done and writes nothing (with a key: %s)', async (isKeyed) => {
    const lead = await aLead();
    await admin.post(`/leads/${lead.id}/activities`).send({ type: 'note', subject: 'First talk' }).expect(201);
    const company = await make('companies', { name: 'Known Ltd' });
    const before = await fingerprint();
    const request = convert(lead.id, { company: { id: company.id }, ...DEAL, dryRun: true });
    const { body } = await (isKeyed ? request.set('Idempotency-Key', randomUUID()) : request).expect(200);
    expect(await fingerprint()).toBe(before);
    expect(body).toMatchObject({
      dryRun: true,
      activities: 2,
      company: { id: company.id, made: false, filled: ['domain', 'phone'] },
      contact: { id: null, made: true, values: { email: lead['email'], companyId: company.id } },
      deal: { id: null, made: true, values: { value: '15000.00' } },
      lead: { convertedAt: null, version: 1 },
    });
    expect(body.deal.values.contactId).toBeUndefined();
    await convert(lead.id, { company: { id: company.id }, ...DEAL }).expect(200);
  });

  it('refuses what the conversion would refuse', async () => {
    const lead = await aLead();
    await make('contacts', { name: 'Other', email: lead['email'] });
    expect((await convert(lead.id, { dryRun: true }).expect(409)).body.code).toBe('conversion-duplicates');
  });
});

describe('who may', () => {
  it.each([
    ['companies:create', {}],
    ['contacts:create', {}],
    ['deals:create', DEAL],
  ])('needs %s', async (permission, wanted) => {
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
    expect((await convert(lead.id, wanted, seller).expect(403)).body).toMatchObject({
      code: 'permission-missing',
      requiredPermission: permission,
    });
    expect(await fingerprint()).toBe(before);
  });

  it('needs the right to change what is there', async () => {
    const seller = await app.as('sales', {
      scopes: ['leads:create', 'leads:read', 'leads:update', 'contacts:read', 'contacts:create'],
    });
    const lead = await aLead({ company: null }, seller);
    const contact = await make('contacts', { name: 'Mine', ownerId: (seller as unknown as { userId: string }).userId });
    expect((await convert(lead.id, { contact: { id: contact.id } }, seller).expect(403)).body.requiredPermission).toBe(
      'contacts:update',
    );
  });

  it('does not find leads that are out of sight, and no targets either', async () => {
    const seller = await app.as('sales');
    const [foreign, own] = [await aLead(), await aLead({}, seller)];
    await convert(foreign.id, {}, seller).expect(404);
    await unconvert(foreign.id, seller).expect(404);
    const hidden = {
      company: await make('companies', { name: 'Hidden' }),
      contact: await make('contacts', { name: 'Hidden' }),
      deal: await make('deals', { title: 'Hidden' }),
    };
    for (const [name, { id }] of Object.entries(hidden))
      expect((await convert(own.id, { [name]: { id } }, seller).expect(422)).body.errors[0]).toMatchObject({
        pointer: `#/${name}/id`,
        code: `unknown-${name}`,
      });
  });

  it('gives what is made to the owner of the lead, and to whoever makes it where the lead is nobody’s to see', async () => {
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

  it('can be for somebody else, whose records the caller does not see', async () => {
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

describe('a conversion that fails half way', () => {
  it('leaves nothing behind', async () => {
    const lead = await aLead();
    await app.db.query(
      `create function break_here() returns trigger language plpgsql as $$ begin raise exception 'broken' using errcode = '23514', constraint = 'broken_check'; end $$; create trigger broken before insert on lead_conversion_activities for each row execute function break_here()`,
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

describe('taking it back', () => {
  it('removes what was made, empties what was filled, and opens the lead again', async () => {
    const lead = await aLead({ customFields: { colour: 'green' } });
    await admin.post(`/leads/${lead.id}/activities`).send({ type: 'note', subject: 'First talk' }).expect(201);
    const company = await make('companies', { name: 'Known Ltd', tags: ['old'], customFields: { size: 'big' } });
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

  it('is for what was converted', async () => {
    expect((await unconvert((await aLead()).id).expect(409)).body.code).toBe('lead-not-converted');
  });

  type Into = Record<'company' | 'contact' | 'deal', Made>;
  it.each<[string, (into: Into) => Promise<unknown>, object]>([
    [
      'a changed deal',
      ({ deal }) => admin.patch(`/deals/${deal.id}`).send({ value: '1.00' }).expect(200),
      { target: 'deal', code: 'changed' },
    ],
    [
      'a deal that went on',
      ({ deal }) => admin.post(`/deals/${deal.id}/win`).send({}).expect(200),
      { target: 'deal', code: 'changed' },
    ],
    [
      'a deleted contact',
      ({ contact }) => admin.delete(`/contacts/${contact.id}`).expect(204),
      { target: 'contact', code: 'gone' },
    ],
    [
      'another contact of the company',
      ({ company }) => make('contacts', { name: 'Another', companyId: company.id }),
      { target: 'company', code: 'linked', resource: 'contacts' },
    ],
    [
      'another deal with the contact',
      ({ contact }) => make('deals', { title: 'Another', contactId: contact.id }),
      { target: 'contact', code: 'linked', resource: 'deals' },
    ],
    [
      'an activity on the deal',
      ({ deal }) =>
        app.db.query(`insert into activities (type, subject, deal_id) values ('note', 'Talk', $1)`, [deal.id]),
      { target: 'deal', code: 'linked', resource: 'activities' },
    ],
    [
      'another lead that became the same',
      async ({ company }) => convert((await aLead()).id, { company: { id: company.id }, contact: null }).expect(200),
      { target: 'company', code: 'linked', resource: 'leads' },
    ],
  ])('is refused after %s', async (_, change, trace) => {
    const lead = await aLead();
    const { body } = await convert(lead.id, DEAL).expect(200);
    await change(body as Into);
    const before = await fingerprint();
    const refused = await unconvert(lead.id).expect(409);
    expect(refused.body.code).toBe('conversion-changed');
    expect(refused.body.changes).toContainEqual(expect.objectContaining(trace));
    expect(await fingerprint()).toBe(before);
  });

  it('is refused once a filled field has another value, and not because of other fields', async () => {
    const [one, two] = [await aLead(), await aLead()];
    const companies = [
      await make('companies', { name: 'Known One' }),
      await make('companies', { name: 'Known Two' }),
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

  it('needs the right to remove what was made', async () => {
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

  it('happens once, however many ask', async () => {
    const lead = await aLead();
    await convert(lead.id, DEAL).expect(200);
    const answers = await Promise.all(Array.from({ length: 20 }, () => unconvert(lead.id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  });
});
