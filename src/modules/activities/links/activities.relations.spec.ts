import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { Caller } from '../../../../test/harness/caller.js';

let app: TestApp;
let seller: Caller & { userId: string };
let lead: Record<'Ada' | 'Bea' | 'Cem', string>;

beforeAll(async () => {
  app = await startApp();
  seller = await app.as('sales');
  const other = await app.as('sales');
  const created = await app.db.query<{ id: string; name: string }>(
    `insert into leads (name, email, source, score, owner_id)
      values ('Ada', 'a@x.test', 'web', 80, $1), ('Bea', 'b@x.test', 'fair', 20, $1), ('Cem', 'c@x.test', 'web', 90, $2)
      returning id, name`,
    [seller.userId, other.userId],
  );
  lead = Object.fromEntries(created.rows.map(({ id, name }) => [name, id])) as typeof lead;
  await app.db.query(
    `insert into activities (type, subject, status, completed_at, due_at, lead_id, owner_id, assignee_id, deleted_at)
      values
    ('call', 'first call', 'completed', now(), null, $1, $4, null, null), ('task', 'offer', 'pending', null, now()
      - interval '1 day', $1, $4, $4, null),
    ('call', 'lost call', 'completed', now(), null, $2, $4, null, now()), ('task', 'help out', 'pending', null, null,
      $3, $5, $4, null)`,
    [lead.Ada, lead.Bea, lead.Cem, seller.userId, other.userId],
  );
});
afterAll(() => app.close());

const leads = async (who: Caller, filter: object): Promise<string[]> =>
  (
    (
      await who
        .post('/leads/search')
        .send({ filter, sort: ['name'] })
        .expect(200)
    ).body.data as { name: string }[]
  ).map(({ name }) => name);
const activities = async (who: Caller, filter: object): Promise<string[]> =>
  ((await who.post('/activities/search').send({ filter }).expect(200)).body.data as { subject: string }[])
    .map(({ subject }) => subject)
    .sort();
const call = { field: 'type', op: 'eq', value: 'call' };
const ofWeb = { field: 'lead.source', op: 'eq', value: 'web' };

describe('leads by their activities', () => {
  it.each<[object, string[]]>([
    [{ some: { relation: 'activities' } }, ['Ada', 'Cem']],
    [{ none: { relation: 'activities' } }, ['Bea']],
    [{ some: { relation: 'activities', filter: call } }, ['Ada']],
    [{ none: { relation: 'activities', filter: call } }, ['Bea', 'Cem']],
    [{ not: { some: { relation: 'activities', filter: call } } }, ['Bea', 'Cem']],
    [
      {
        some: {
          relation: 'activities',
          filter: {
            and: [
              { field: 'overdue', op: 'eq', value: true },
              { field: 'assigneeId', op: 'isNull', value: false },
            ],
          },
        },
      },
      ['Ada'],
    ],
    [
      { or: [{ some: { relation: 'activities', filter: call } }, { field: 'score', op: 'lt', value: 30 }] },
      ['Ada', 'Bea'],
    ],
    [
      {
        some: {
          relation: 'activities',
          filter: {
            and: [
              { field: 'type', op: 'eq', value: 'task' },
              { field: 'lead.score', op: 'gt', value: 85 },
            ],
          },
        },
      },
      ['Cem'],
    ],
  ])('%j', async (filter, expected) => expect(await leads(app.admin, filter)).toEqual(expected));

  it('are counted too', async () => {
    const { facets } = (
      await app.admin
        .post('/leads/facets')
        .send({ facets: ['source'], filter: { some: { relation: 'activities' } } })
        .expect(200)
    ).body;
    expect(facets).toEqual([{ field: 'source', kind: 'exact', values: [{ value: 'web', count: 2 }] }]);
  });
});

describe('activities by their lead', () => {
  it('can use the path', async () => {
    expect(await activities(app.admin, ofWeb)).toEqual(['first call', 'help out', 'offer']);
    expect(await activities(app.admin, { field: 'lead.score', op: 'gt', value: 85 })).toEqual(['help out']);
    expect(await activities(app.admin, { field: 'lead.status', op: 'eq', value: 'new' })).toHaveLength(3);
    expect(
      await activities(app.admin, {
        some: { relation: 'lead', filter: { some: { relation: 'activities', filter: call } } },
      }),
    ).toEqual(['first call', 'offer']);
  });

  it('treat a lead that is not visible like a missing lead', async () => {
    expect(await activities(seller, ofWeb)).toEqual(['first call', 'offer']);
    expect(await activities(seller, { field: 'lead.score', op: 'ne', value: 12 })).toEqual([
      'first call',
      'help out',
      'offer',
    ]);
    expect(await activities(seller, { field: 'lead.name', op: 'isNull', value: true })).toEqual(['help out']);
    expect(await activities(seller, { none: { relation: 'lead' } })).toEqual(['help out']);
    expect(await leads(seller, { some: { relation: 'activities' } })).toEqual(['Ada']);
  });
});

describe('a filter on a relation is rejected', () => {
  it('for a credential without permission to read the related records', async () => {
    const key = await app.as('admin', { scopes: ['leads:read'] });
    for (const filter of [
      { some: { relation: 'activities' } },
      { not: { or: [{ none: { relation: 'activities' } }] } },
    ]) {
      expect((await key.post('/leads/search').send({ filter }).expect(403)).body).toMatchObject({
        code: 'permission-missing',
        requiredPermission: 'activities:read',
      });
    }
    const other = await app.as('admin', { scopes: ['activities:read'] });
    expect((await other.post('/activities/search').send({ filter: ofWeb }).expect(403)).body.requiredPermission).toBe(
      'leads:read',
    );
  });

  it.each<[object, string]>([
    [{ field: 'activities.type', op: 'eq', value: 'call' }, '#/filter/field relation-of-many'],
    [{ some: { relation: 'deals2' } }, '#/filter/some/relation unknown-relation'],
    [{ some: { relation: '__proto__' } }, '#/filter/some/relation unknown-relation'],
    [{ some: 'activities' }, '#/filter/some wrong-type'],
    [{ some: { relation: 'activities', where: {} } }, '#/filter/some/where unknown-key'],
    [
      { some: { relation: 'activities', filter: { field: 'nope', op: 'eq', value: 1 } } },
      '#/filter/some/filter/field unknown-field',
    ],
    [
      {
        some: {
          relation: 'activities',
          filter: { some: { relation: 'lead', filter: { some: { relation: 'activities' } } } },
        },
      },
      '#/filter/some/filter/some/filter/some/relation too-far',
    ],
    [
      { not: { not: { not: { not: { some: { relation: 'activities', filter: call } } } } } },
      '#/filter/not/not/not/not/some/filter too-deep',
    ],
  ])('%j', async (filter, mistake) => {
    const { errors } = (await app.admin.post('/leads/search').send({ filter }).expect(422)).body as {
      errors: { pointer: string; code: string }[];
    };
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([mistake]);
  });

  it('if the filter accepts only fields of the record', async () => {
    const webhook = { name: 'CRM', url: 'https://example.com/hook', events: ['lead.*'] };
    const { errors } = (
      await app.admin
        .post('/webhooks')
        .send({ ...webhook, filter: { some: { relation: 'activities' } } })
        .expect(422)
    ).body;
    expect(errors).toEqual([expect.objectContaining({ pointer: '#/filter/some', code: 'relation-rejected' })]);
    const tasks = { ...webhook, events: ['activity.*'], filter: ofWeb };
    expect((await app.admin.post('/webhooks').send(tasks).expect(422)).body.errors).toEqual([
      expect.objectContaining({ pointer: '#/filter/field', code: 'relation-rejected' }),
    ]);
  });
});

describe('companies, contacts and deals by each other', () => {
  const ask = async (who: Caller, resource: string, filter: object): Promise<string[]> =>
    (
      (await who.post(`/${resource}/search`).send({ filter }).expect(200)).body.data as {
        name?: string;
        title?: string;
      }[]
    )
      .map(({ name, title }) => name ?? title ?? '')
      .sort();
  const eq = (field: string, value: unknown) => ({ field, op: 'eq', value });

  beforeAll(async () => {
    const insert = async (statement: string, values: unknown[] = []): Promise<string> =>
      (await app.db.query<{ id: string }>(`${statement} returning id`, values)).rows[0]?.id ?? '';
    const {
      rows: [stage],
    } = await app.db.query<{ id: string; pipeline_id: string }>(
      `select id, pipeline_id from pipeline_stages where kind = 'open' order by rank limit 1`,
    );
    const engines = await insert(
      `insert into companies (name, industry, owner_id) values ('Engines', 'aviation', $1)`,
      [seller.userId],
    );
    const looms = await insert(`insert into companies (name, industry) values ('Looms', 'textiles')`);
    const ada = await insert(
      `insert into contacts (first_name, email, company_id, owner_id) values ('Ada', 'ada@e.test', $1, $2)`,
      [engines, seller.userId],
    );
    const joe = await insert(
      `insert into contacts (first_name, email, company_id, owner_id) values ('Joe', 'joe@l.test', $1, $2)`,
      [looms, seller.userId],
    );
    await insert(`insert into contacts (first_name, email) values ('Zoe', 'zoe@n.test')`);
    const deal = `insert into deals (title, value, currency, pipeline_id, stage_id, company_id, contact_id, owner_id)
      values ($1, $2, 'EUR', $3, $4, $5, $6, $7)`;
    const big = await insert(deal, ['Big', '90000', stage?.pipeline_id, stage?.id, engines, ada, null]);
    await insert(deal, ['Small', '100', stage?.pipeline_id, stage?.id, looms, joe, seller.userId]);
    await app.db.query(
      `insert into activities (type, subject, status, completed_at, deal_id, company_id)
        values ('call', 'on the deal', 'completed', now(), $1, null), ('note', 'on the company', 'completed', now(),
        null, $2)`,
      [big, looms],
    );
  });

  const BIG = { field: 'value', op: 'gte', value: '50000' };
  it.each<[string, object, string[]]>([
    ['contacts', eq('company.industry', 'aviation'), ['Ada']],
    ['contacts', { field: 'company.industry', op: 'ne', value: 'aviation' }, ['Joe', 'Zoe']],
    ['contacts', { some: { relation: 'deals', filter: BIG } }, ['Ada']],
    ['contacts', { none: { relation: 'deals' } }, ['Zoe']],
    ['companies', { some: { relation: 'contacts', filter: eq('email', 'joe@l.test') } }, ['Looms']],
    [
      'companies',
      {
        some: {
          relation: 'deals',
          filter: { and: [BIG, eq('stage.kind', 'open'), eq('contact.email', 'ada@e.test')] },
        },
      },
      ['Engines'],
    ],
    ['companies', { none: { relation: 'deals', filter: BIG } }, ['Looms']],
    ['companies', { some: { relation: 'activities', filter: eq('type', 'note') } }, ['Looms']],
    [
      'companies',
      { some: { relation: 'deals', filter: { some: { relation: 'activities', filter: call } } } },
      ['Engines'],
    ],
    [
      'companies',
      { some: { relation: 'contacts', filter: { some: { relation: 'deals', filter: BIG } } } },
      ['Engines'],
    ],
    ['deals', eq('company.industry', 'textiles'), ['Small']],
    ['deals', eq('contact.company.industry', 'aviation'), ['Big']],
    ['deals', { and: [eq('stage.kind', 'open'), { some: { relation: 'activities' } }] }, ['Big']],
  ])('%s %j', async (resource, filter, expected) => expect(await ask(app.admin, resource, filter)).toEqual(expected));

  it('includes activities of all linked records', async () => {
    expect(await activities(app.admin, eq('deal.title', 'Big'))).toEqual(['on the deal']);
    expect(await activities(app.admin, eq('company.industry', 'textiles'))).toEqual(['on the company']);
    expect(await activities(app.admin, eq('deal.company.industry', 'aviation'))).toEqual(['on the deal']);
    expect(await activities(app.admin, { some: { relation: 'contact' } })).toEqual([]);
  });

  it('covers only visible records', async () => {
    expect(await ask(seller, 'contacts', eq('company.industry', 'textiles'))).toEqual([]);
    expect(await ask(seller, 'contacts', { none: { relation: 'company' } })).toEqual(['Joe']);
    expect(await ask(seller, 'companies', { some: { relation: 'deals' } })).toEqual([]);
    expect(await ask(seller, 'deals', eq('contact.name', 'Joe'))).toEqual(['Small']);
    expect(await ask(seller, 'deals', eq('contact.company.industry', 'textiles'))).toEqual([]);
  });
});
