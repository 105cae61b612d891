import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import { until } from '../../../test/harness/receiver.js';
import { ScheduledJobs } from '../../platform/schedule/index.js';
import { checkSums } from '../../demo/totals.js';

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
const engines = (more: object = {}) => ({ name: `Analytical Engines ${(serial += 1)}`, ...more });
const domain = (): string => `c${(serial += 1)}.example`;
const aCompany = async (more: object = {}, who: Caller = admin): Promise<Created> =>
  (await who.post('/companies').send(engines(more)).expect(201)).body as Created;
const eventsOf = async (id: string) =>
  (
    await app.db.query<{ type: string; payload: { changedFields: string[]; previous: object } }>(
      'select type, payload from events where resource_id = $1 order by sequence',
      [id],
    )
  ).rows;
const aTeam = async (): Promise<string> =>
  (await app.db.query<{ id: string }>(`insert into teams (name) values ('Team ' || gen_random_uuid()) returning id`))
    .rows[0]?.id ?? '';
const mergeInto = (gone: string, stayed: string) =>
  app.db.query('update companies set deleted_at = now(), merged_into_id = $2 where id = $1', [gone, stayed]);

describe('creating a company', () => {
  it('returns the same record as a later read', async () => {
    const whole = {
      domain: domain(),
      website: 'https://whole.example/en',
      industry: 'computing',
      size: 'medium',
      employeeCount: 120,
      annualRevenue: '2500000.5',
      creditLimit: '50000',
      status: 'active',
      phone: '+44 20 7946 0958',
      email: 'Office@Whole.example',
      addressLine1: '12 St James Square',
      addressLine2: 'Second floor',
      city: 'London',
      state: 'Greater London',
      postalCode: 'SW1Y 4LB',
      country: 'GB',
      taxId: 'GB123456789',
      paymentTerms: '30 days',
      notes: 'Met.',
      tags: ['vip'],
      externalIds: { hubspot: 'c1' },
    };
    const created = await admin
      .post('/companies')
      .send({ name: 'Whole Ltd', ...whole })
      .expect(201);
    const read = await admin.get(`/companies/${created.body.id}`).expect(200);
    expect(read.body).toEqual(created.body);
    expect([created.headers['location'], created.headers['etag']]).toEqual([
      `/api/v1/companies/${created.body.id}`,
      '"1"',
    ]);
    expect(created.body).toMatchObject({
      ...whole,
      email: 'office@whole.example',
      annualRevenue: '2500000.50',
      creditLimit: '50000.00',
      currency: 'USD',
      ownerId: null,
      mergedIntoId: null,
    });
    expect((await eventsOf(created.body.id)).map(({ type }) => type)).toEqual(['company.created']);
  });

  it('requires only a name', async () => {
    expect((await aCompany())['status']).toBe('prospect');
    expect((await admin.post('/companies').send({ domain: domain() }).expect(422)).body.errors[0].pointer).toBe(
      '#/name',
    );
  });

  it.each([
    [{ domain: 'no domain' }, '#/domain'],
    [{ domain: 'somebody@here.example' }, '#/domain'],
    [{ domain: 'localhost' }, '#/domain'],
    [{ domain: '10.0.0.1' }, '#/domain'],
    [{ domain: '' }, '#/domain'],
    [{ website: 'javascript:alert(1)' }, '#/website'],
    [{ size: 'huge' }, '#/size'],
    [{ employeeCount: -1 }, '#/employeeCount'],
    [{ annualRevenue: '-1' }, '#/annualRevenue'],
    [{ creditLimit: 5 }, '#/creditLimit'],
    [{ country: 'gb' }, '#/country'],
    [{ status: 'lost' }, '#/status'],
    [{ status: null }, '#/status'],
    [{ ownerId: randomUUID() }, '#/ownerId'],
  ])('rejects %j with its location', async (field, pointer) => {
    const answer = await admin.post('/companies').send(engines(field)).expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it.each(['id', 'version', 'deletedAt', 'mergedIntoId', 'owner', 'searchText'])(
    'rejects %s as unknown',
    async (field) => {
      expect(
        (
          await admin
            .post('/companies')
            .send(engines({ [field]: 'x' }))
            .expect(400)
        ).body,
      ).toMatchObject({ code: 'unknown-field' });
    },
  );
});

describe('the domain', () => {
  it.each([
    ['WWW.Shout.Example', 'shout.example'],
    ['https://www.path.example/a?b=c', 'path.example'],
    ['http://port.example:8080', 'port.example'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['shop.sub.example.', 'shop.sub.example'],
    ['www.example', 'www.example'],
  ])('of %s is stored as %s', async (input, retained) => {
    expect((await aCompany({ domain: input }))['domain']).toBe(retained);
  });

  it('is the domain of the website by default, if no company has it', async () => {
    const site = domain();
    expect((await aCompany({ website: `https://www.${site}/en` }))['domain']).toBe(site);
    expect((await aCompany({ website: `https://${site}` }))['domain']).toBeNull();
    expect((await aCompany({ website: `https://${domain()}`, domain: null }))['domain']).toBeNull();
    expect((await aCompany({ website: 'https://www.linkedin.com/company/engines' }))['domain']).toBeNull();
  });

  it('is unique among active companies, and the error names a visible company', async () => {
    const taken = domain();
    const { id } = await aCompany({ domain: taken });
    const other = await aCompany();
    const named = { code: 'company-domain-taken', existingId: id, errors: [{ pointer: '#/domain', code: 'taken' }] };
    expect(
      (
        await admin
          .post('/companies')
          .send(engines({ domain: `https://www.${taken}/` }))
          .expect(409)
      ).body,
    ).toMatchObject(named);
    expect((await admin.patch(`/companies/${other.id}`).send({ domain: taken }).expect(409)).body).toMatchObject(named);
    expect(
      (
        await admin
          .post('/companies')
          .set('Idempotency-Key', randomUUID())
          .send(engines({ domain: taken }))
          .expect(409)
      ).body,
    ).toMatchObject(named);
    const seller = await app.as('sales');
    const rejected = await seller
      .post('/companies')
      .send(engines({ domain: taken }))
      .expect(409);
    expect([rejected.body.code, rejected.text.includes(id)]).toEqual(['company-domain-taken', false]);
    await admin.delete(`/companies/${id}`).expect(204);
    await seller
      .post('/companies')
      .send(engines({ domain: taken }))
      .expect(201);
  });

  it('goes to one of many concurrent requests; requests with only the website get none', async () => {
    const patch = domain();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => admin.post('/companies').send(engines({ domain: patch }))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => [201, 409, 503].includes(status))).toBe(true);
    const site = domain();
    const derived = await Promise.all(
      Array.from({ length: 10 }, () => admin.post('/companies').send(engines({ website: `https://${site}` }))),
    );
    expect(derived.every(({ status }) => [201, 503].includes(status))).toBe(true);
    expect(derived.filter(({ body }) => body.domain === site)).toHaveLength(1);
  });
});

describe('updating a company', () => {
  it('keeps absent fields, clears null fields and merges maps', async () => {
    const { id } = await aCompany({
      domain: domain(),
      industry: 'mills',
      annualRevenue: '5',
      externalIds: { map1: 'a', map2: 'b' },
    });
    const { body } = await admin
      .patch(`/companies/${id}`)
      .send({ domain: null, annualRevenue: '7.5', externalIds: { map1: null, map3: 'c' }, addressLine1: 'Here' })
      .expect(200);
    expect(body).toMatchObject({
      domain: null,
      industry: 'mills',
      annualRevenue: '7.50',
      externalIds: { map2: 'b', map3: 'c' },
      addressLine1: 'Here',
      version: 2,
    });
    expect((await admin.get(`/companies/${id}`).expect(200)).body).toEqual(body);
    const [, updated] = await eventsOf(id);
    expect(updated?.payload.changedFields.toSorted()).toEqual([
      'addressLine1',
      'annualRevenue',
      'domain',
      'externalIds',
    ]);
    await admin.patch(`/companies/${id}`).send({ industry: 'mills' }).expect(200);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  it('rejects an outdated version and names the differing fields', async () => {
    const { id } = await aCompany();
    await admin.patch(`/companies/${id}`).send({ city: 'York' }).expect(200);
    expect(
      (await admin.patch(`/companies/${id}`).set('If-Match', '"1"').send({ city: 'Bath' }).expect(412)).body,
    ).toMatchObject({ code: 'stale-version', currentVersion: 2, differingFields: ['city'] });
    await admin.delete(`/companies/${id}`).set('If-Match', '"1"').expect(412);
    await admin.post(`/companies/${id}/assign`).set('If-Match', '"1"').send({ ownerId: null }).expect(412);
  });

  it('loses no concurrent update', async () => {
    const { id } = await aCompany({ tags: [] });
    const addTag = async (tag: string): Promise<void> => {
      for (;;) {
        const read = await admin.get(`/companies/${id}`);
        const answer = await admin
          .patch(`/companies/${id}`)
          .set('If-Match', read.headers['etag'] as string)
          .send({ tags: [...read.body.tags, tag] });
        if (answer.status === 200) return;
        expect(answer.status).toBe(412);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => addTag(`t${index}`)));
    expect((await admin.get(`/companies/${id}`)).body.tags).toHaveLength(8);
  });

  it('is in the audit log, also for a deleted company', async () => {
    const { id } = await aCompany();
    await admin.patch(`/companies/${id}`).send({ industry: 'looms' }).expect(200);
    await admin.delete(`/companies/${id}`).expect(204);
    const { body } = await admin.get(`/companies/${id}/history`).expect(200);
    expect(body.data.map(({ action }: { action: string }) => action)).toEqual(['delete', 'update', 'create']);
    expect(JSON.stringify(body.data[1])).toContain('looms');
  });
});

describe('deleting', () => {
  it('deleting hides a company until it is restored', async () => {
    const { id } = await aCompany();
    await admin.delete(`/companies/${id}`).expect(204);
    await admin.get(`/companies/${id}`).expect(404);
    expect(
      (await admin.get('/companies?deleted=true&limit=100')).body.data.map((company: Created) => company.id),
    ).toContain(id);
    expect((await admin.post(`/companies/${id}/restore`).expect(200)).body.deletedAt).toBeNull();
    expect((await admin.post(`/companies/${id}/restore`).expect(409)).body.code).toBe('company-not-deleted');
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'company.created',
      'company.deleted',
      'company.restored',
    ]);
  });

  it('restoring is rejected if another company has the domain', async () => {
    const taken = domain();
    const { id } = await aCompany({ domain: taken });
    await admin.delete(`/companies/${id}`).expect(204);
    const other = await aCompany({ domain: taken });
    expect((await admin.post(`/companies/${id}/restore`).expect(409)).body).toMatchObject({
      code: 'company-domain-taken',
      existingId: other.id,
    });
    await admin.patch(`/companies/${other.id}`).send({ domain: null }).expect(200);
    await admin.post(`/companies/${id}/restore`).expect(200);
  });

  it('purging needs its own permission and is permanent', async () => {
    const { id } = await aCompany();
    await (await app.as('manager')).post(`/companies/${id}/purge`).expect(403);
    await admin.post(`/companies/${id}/purge`).expect(204);
    await admin.get(`/companies/${id}`).expect(404);
    expect((await eventsOf(id)).at(-1)?.type).toBe('company.purged');
  });

  it('purging works with any number of linked records, with a higher statement timeout', async () => {
    const { id } = await aCompany();
    await app.db.query(`
      create function be_slow() returns trigger language plpgsql as $$ begin
        if current_setting('statement_timeout')::interval < '1 minute'
          then raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end if;
        return old;
      end $$;
      create trigger be_slow before delete on companies for each row execute function be_slow()`);
    await admin.post(`/companies/${id}/purge`).expect(204);
    await app.db.query('drop trigger be_slow on companies; drop function be_slow()');
    await admin.get(`/companies/${id}`).expect(404);
  });

  it('expires after the retention period, except with a legal hold', async () => {
    const [over, held, young] = [await aCompany(), await aCompany(), await aCompany()];
    for (const { id } of [over, held, young]) await admin.delete(`/companies/${id}`).expect(204);
    await app.db.query(`update companies set deleted_at = now() - interval '1900 days' where id = any($1)`, [
      [over.id, held.id],
    ]);
    const { body: hold } = await admin
      .post('/legal-holds')
      .send({ resourceType: 'companies', recordId: held.id, reason: 'Litigation' })
      .expect(201);
    expect((await admin.post(`/companies/${held.id}/purge`).expect(409)).body.code).toBe('legal-hold');
    await app.app
      .get(ScheduledJobs, { strict: false })
      .find('retention.apply')
      ?.run({ slotAt: new Date(), signal: new AbortController().signal });
    const left = (
      await app.db.query<{ id: string }>('select id from companies where id = any($1)', [[over.id, held.id, young.id]])
    ).rows.map(({ id }) => id);
    expect(left.toSorted()).toEqual([held.id, young.id].toSorted());
    await admin.post(`/legal-holds/${hold.id}/release`).expect(200);
  });

  it.each(['contacts', 'deals'])('legal holds apply to %s too', async (resourceType) => {
    expect(
      (
        await admin
          .post('/legal-holds')
          .send({ resourceType, recordId: randomUUID(), reason: 'Litigation' })
          .expect(422)
      ).body.errors[0].code,
    ).toBe('unknown-record');
  });
});

describe('a merged company', () => {
  it('leads to the primary record, over several merges, for users who can see it', async () => {
    const [first, second, last] = [await aCompany(), await aCompany(), await aCompany()];
    await mergeInto(first.id, second.id);
    await mergeInto(second.id, last.id);
    expect((await admin.get(`/companies/${first.id}`).expect(410)).body).toMatchObject({
      code: 'company-merged',
      mergedInto: last.id,
    });
    for (const id of [first.id, second.id]) {
      await admin.patch(`/companies/${id}`).send({ city: 'York' }).expect(410);
      await admin.delete(`/companies/${id}`).expect(410);
    }
    expect((await admin.post(`/companies/${first.id}/restore`).expect(409)).body.code).toBe('company-merged');
    const seller = await app.as('sales');
    expect((await seller.get(`/companies/${first.id}`).expect(404)).body.code).toBe('company-not-found');
    await admin.post(`/companies/${last.id}/assign`).send({ ownerId: seller.userId }).expect(200);
    expect((await seller.get(`/companies/${first.id}`).expect(410)).body.mergedInto).toBe(last.id);
    await admin.delete(`/companies/${last.id}`).expect(204);
    await admin.get(`/companies/${first.id}`).expect(404);
  });
});

describe('visibility', () => {
  it('follows the access scope in every read', async () => {
    const teamId = await aTeam();
    const [manager, seller, stranger] = [
      await app.as('manager', { teamId }),
      await app.as('sales', { teamId }),
      await app.as('sales'),
    ];
    const mine = await aCompany({ email: `seen${serial}@example.com`, externalIds: { visibility: 'one' } }, seller);
    expect([mine['ownerId'], mine['teamId']]).toEqual([seller.userId, teamId]);
    expect((await manager.get(`/companies/${mine.id}?include=owner&include=team`).expect(200)).body).toMatchObject({
      owner: { id: seller.userId },
      team: { id: teamId },
    });
    for (const [verb, path, body] of [
      ['get', ''],
      ['patch', '', { city: 'x' }],
      ['delete', ''],
      ['post', '/restore'],
      ['post', '/assign', { ownerId: null }],
      ['get', '/history'],
    ] as const) {
      await stranger[verb](`/companies/${mine.id}${path}`).send(body).expect(404);
    }
    await stranger
      .post('/companies/bulk')
      .send({ operations: [{ update: { id: mine.id, changes: { city: 'x' } } }] })
      .expect(404);
    await stranger.put('/companies/by-external-id/visibility/one').send({ city: 'x' }).expect(404);
    expect((await stranger.get('/companies').expect(200)).body.data).toEqual([]);
    expect((await stranger.post('/companies/search').send({ q: 'engines' }).expect(200)).body.data).toEqual([]);
    expect(
      (await stranger.post('/companies/duplicates').send({ email: mine['email'], name: mine['name'] }).expect(200)).body
        .data,
    ).toEqual([]);
    expect(
      (
        await stranger
          .post('/companies/facets')
          .send({ facets: ['status'] })
          .expect(200)
      ).body.facets[0].values,
    ).toEqual([]);
    expect((await manager.get('/companies').expect(200)).body.data).toHaveLength(1);
  });

  it('changes by an assignment and by a transfer of all records', async () => {
    const [from, to] = [await app.as('sales'), await app.as('sales')];
    const [one, two] = [await aCompany({}, from), await aCompany({}, from)];
    expect((await from.post(`/companies/${one.id}/assign`).send({ ownerId: to.userId }).expect(200)).body.ownerId).toBe(
      to.userId,
    );
    await from.get(`/companies/${one.id}`).expect(404);
    const { body: job } = await admin.post(`/users/${from.userId}/transfer`).send({ toUserId: to.userId }).expect(202);
    await until(
      async () =>
        (await app.db.query('select 1 from job_runs where id = $1 and finished_at is not null', [job.id])).rowCount ===
        1,
    );
    expect((await app.db.query('select owner_id from companies where id = $1', [two.id])).rows).toEqual([
      { owner_id: to.userId },
    ]);
    expect((await eventsOf(two.id)).at(-1)?.type).toBe('company.assigned');
  });
});

describe('lists', () => {
  const mark = 'marked';
  beforeAll(async () => {
    for (let index = 0; index < 12; index += 1) {
      const odd = index % 2 === 1;
      await aCompany({
        name: `House ${String(index).padStart(2, '0')}`,
        tags: index < 3 ? ['hot', mark] : [mark],
        industry: odd ? 'mills' : 'looms',
        size: odd ? 'small' : 'large',
        country: odd ? 'GB' : 'DE',
        city: odd ? 'York' : 'Köln',
        domain: `h${index}.${mark}.example`,
        employeeCount: index,
        status: odd ? 'active' : 'prospect',
        ...(index % 3 === 0 && { annualRevenue: `${index}000` }),
      });
    }
  });

  it('return each company once in any order', async () => {
    for (const sort of ['createdAt', '-createdAt', 'name', '-updatedAt', 'annualRevenue', '-annualRevenue']) {
      const names: string[] = [];
      let cursor = '';
      do {
        const { body } = await admin
          .get(`/companies?limit=5&sort=${sort}&tags=${mark}${cursor && `&cursor=${cursor}`}`)
          .expect(200);
        names.push(...body.data.map((company: { name: string }) => company.name));
        cursor = body.pageInfo.nextCursor ?? '';
      } while (cursor);
      expect([names.length, new Set(names).size]).toEqual([12, 12]);
    }
  });

  it.each([
    ['status=active', 6],
    ['size=large&size=small', 12],
    ['industry=mills', 6],
    ['country=DE', 6],
    [`domain[eq]=h3.${mark}.example`, 1],
    ['domain[contains]=h1', 3],
    ['city[eq]=York', 6],
    ['annualRevenue[gte]=3000', 3],
    ['annualRevenue[lt]=3000.01', 2],
    ['employeeCount[gt]=9', 2],
    ['tags=hot', 12],
    ['createdAt[gte]=2020-01-01T00:00:00Z', 12],
    ['updatedAt[lt]=2020-01-01T00:00:00Z', 0],
    [`q=house%2007`, 1],
    ['deleted=true', 0],
  ])('filter by %s', async (parameters, count) => {
    expect((await admin.get(`/companies?tags=${mark}&limit=100&${parameters}`).expect(200)).body.data).toHaveLength(
      count,
    );
  });

  it.each([
    'limit=0',
    'status=won',
    'sort=notes',
    'annualRevenue[gte]=much',
    'employeeCount[gte]=x',
    'nonsense=1',
    'cursor=abc',
    'include=contacts',
    'mergedIntoId=x',
  ])('reject %s', async (parameters) => {
    await admin.get(`/companies?${parameters}`).expect(400);
  });

  it('search and count with a nested filter', async () => {
    const filter = {
      and: [
        { field: 'tags', op: 'has', value: mark },
        { field: 'industry', op: 'in', value: ['mills'] },
      ],
    };
    const found = await admin
      .post('/companies/search')
      .send({ filter, sort: ['name'], limit: 2, count: 'exact', include: ['owner'] })
      .expect(200);
    expect(found.body.data.map((company: { name: string }) => company.name)).toEqual(['House 01', 'House 03']);
    expect(found.body.total).toEqual({ count: 6, kind: 'exact' });
    const { body } = await admin
      .post('/companies/facets')
      .send({ filter, facets: ['industry', 'country'] })
      .expect(200);
    expect(body.facets).toEqual([
      {
        field: 'industry',
        kind: 'exact',
        values: expect.arrayContaining([
          { value: 'mills', count: 6 },
          { value: 'looms', count: 6 },
        ]) as unknown,
      },
      { field: 'country', kind: 'exact', values: [{ value: 'GB', count: 6 }] },
    ]);
  });
});

describe('duplicates', () => {
  it('are found by domain, e-mail address, phone number and similar name, most likely first', async () => {
    const same = await aCompany({
      name: 'Bartholomew Hatters',
      domain: 'hatters.example',
      email: 'office@hatters.example',
      phone: '+44 20 7946 0111',
    });
    const alike = await aCompany({ name: 'Bartholomew Hatter' });
    const { body } = await admin
      .post('/companies/duplicates')
      .send({
        domain: 'www.Hatters.example',
        email: 'office@hatters.example',
        phone: '020 7946-0111',
        name: 'Bartholomew Hatters',
      })
      .expect(200);
    expect(body.data).toMatchObject([
      {
        company: { id: same.id },
        likelihood: 99,
        reasons: ['same-domain', 'same-email', 'same-phone', 'similar-name'],
      },
      { company: { id: alike.id }, reasons: ['similar-name'] },
    ]);
    expect(body.data[1].likelihood).toBeLessThan(80);
    expect(
      (await admin.post('/companies/duplicates').send({ phone: '020 7946-0111' }).expect(200)).body.data,
    ).toMatchObject([{ likelihood: 80, reasons: ['same-phone'] }]);
    expect(
      (await admin.post('/companies/duplicates').send({ domain: 'hatters.example', excludeId: same.id }).expect(200))
        .body.data,
    ).toEqual([]);
    expect((await admin.post('/companies/duplicates').send({}).expect(422)).body.code).toBe('nothing-to-compare');
  });
});

describe('external ids', () => {
  it('create a company once and update it later', async () => {
    expect(
      (await admin.put('/companies/by-external-id/erp/1').send({ city: 'York' }).expect(422)).body.errors[0].pointer,
    ).toBe('#/name');
    const { body: first } = await admin.put('/companies/by-external-id/erp/1').send(engines()).expect(201);
    expect(
      (await admin.put('/companies/by-external-id/erp/1').send({ city: 'York', ownerId: null }).expect(200)).body,
    ).toMatchObject({ id: first.id, city: 'York', externalIds: { erp: '1' } });
  });

  it('create one company with concurrent requests, also with a domain', async () => {
    const company = engines({ domain: domain() });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => admin.put('/companies/by-external-id/erp/same').send(company)),
    );
    expect(answers.map(({ status }) => status).filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
    expect(new Set(answers.filter(({ status }) => status < 300).map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('are unique', async () => {
    await aCompany({ externalIds: { sap: '1' } });
    await admin
      .post('/companies')
      .send(engines({ externalIds: { sap: '1' } }))
      .expect(409);
  });
});

describe('bulk', () => {
  it('applies all operations or none, and names the failed operation', async () => {
    const taken = domain();
    const other = await aCompany({ domain: taken });
    const company = await aCompany();
    const before = (await app.db.query('select count(*) from companies')).rows[0];
    const operations = [{ create: engines() }, { update: { id: company.id, changes: { domain: taken } } }];
    expect((await admin.post('/companies/bulk').send({ operations }).expect(409)).body).toMatchObject({
      code: 'company-domain-taken',
      operation: 1,
      existingId: other.id,
      errors: [{ pointer: '#/operations/1/domain' }],
    });
    expect((await app.db.query('select count(*) from companies')).rows[0]).toEqual(before);
    const done = await admin
      .post('/companies/bulk')
      .send({
        operations: [
          operations[0],
          { assign: { id: company.id, ownerId: null } },
          { remove: { id: company.id } },
          { restore: { id: company.id } },
        ],
      })
      .expect(200);
    expect(done.body.results.map((result: { status: number }) => result.status)).toEqual([201, 200, 204, 200]);
  });

  it('applies valid operations on request and reports the rest', async () => {
    const { id, version } = await aCompany();
    const gone = await aCompany();
    await mergeInto(gone.id, id);
    const operations = [
      { update: { id, version: version + 1, changes: { city: 'x' } } },
      { restore: { id } },
      { update: { id: gone.id, changes: { city: 'x' } } },
      { create: engines({ domain: 'nowhere' }) },
      { remove: { id } },
    ];
    const { body } = await admin.post('/companies/bulk').send({ atomic: false, operations }).expect(200);
    expect(body.results.map((result: { status: number }) => result.status)).toEqual([412, 409, 410, 422, 204]);
  });

  it('requires the permission of each operation', async () => {
    const key = await app.as('admin', { scopes: ['companies:update', 'companies:read'] });
    for (const operation of [{ create: engines() }, { remove: { id: randomUUID() } }])
      await key
        .post('/companies/bulk')
        .send({ operations: [operation] })
        .expect(403);
  });
});

it('leaves counts and ownership equal to the records', async () => {
  await checkSums(app.db);
});
