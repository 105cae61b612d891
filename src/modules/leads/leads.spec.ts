import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
});
afterAll(() => app.close());

let serial = 0;
const ada = (more: object = {}) => ({ name: 'Ada Lovelace', email: `ada${(serial += 1)}@example.com`, ...more });
async function aLead(more: object = {}): Promise<{ id: string; version: number; [field: string]: unknown }> {
  const answer = await admin.post('/leads').send(ada(more)).expect(201);
  return answer.body as { id: string; version: number };
}
const move = (id: string, status: string) => admin.post(`/leads/${id}/status`).send({ status });
const eventsOf = async (id: string) =>
  (
    await app.db.query<{ type: string; payload: { changedFields: string[]; previous: object } }>(
      'select type, payload from events where resource_id = $1 order by sequence',
      [id],
    )
  ).rows;

describe('creating a lead', () => {
  it('returns the same record as a later read', async () => {
    const created = await admin
      .post('/leads')
      .send(
        ada({
          estimatedValue: '12000.5',
          tags: ['vip'],
          metadata: { utm_source: 'x' },
          externalIds: { hubspot: 'h1' },
          expectedCloseDate: '2027-03-31',
        }),
      )
      .expect(201);
    const read = await admin.get(`/leads/${created.body.id}`).expect(200);
    expect(read.body).toEqual(created.body);
    expect(created.headers['location']).toBe(`/api/v1/leads/${created.body.id}`);
    expect(created.headers['etag']).toBe('"1"');
    expect(created.body).toMatchObject({
      firstName: 'Ada',
      lastName: 'Lovelace',
      status: 'new',
      stage: 'prospect',
      currency: 'USD',
      estimatedValue: '12000.50',
    });
  });

  it('builds the full name from its parts', async () => {
    const answer = await admin
      .post('/leads')
      .send({ firstName: 'Grace', lastName: 'Hopper', phone: '+1 202 555 0117' })
      .expect(201);
    expect(answer.body.name).toBe('Grace Hopper');
  });

  it('requires a name', async () => {
    const answer = await admin.post('/leads').send({ email: 'nobody@example.com' }).expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '#/name', code: 'required' })]);
  });

  it('requires an e-mail address or a phone number', async () => {
    const answer = await admin.post('/leads').send({ name: 'Nobody' }).expect(422);
    expect(answer.body.code).toBe('lead-unreachable');
  });

  it('stores e-mail addresses in lower case', async () => {
    expect((await aLead({ email: 'MiXed@Example.COM' }))['email']).toBe('mixed@example.com');
  });

  it.each([
    [{ email: 'not-an-address' }, '#/email'],
    [{ expectedCloseDate: '2026-02-30' }, '#/expectedCloseDate'],
    [{ estimatedValue: 12000 }, '#/estimatedValue'],
    [{ estimatedValue: '-1' }, '#/estimatedValue'],
    [{ currency: 'euro' }, '#/currency'],
    [{ tags: 'vip' }, '#/tags'],
    [{ ownerId: '00000000-0000-4000-8000-000000000000' }, '#/ownerId'],
    [{ message: { $ne: null } }, '#/message'],
    [{ name: 'nul\u0000' }, '#/name'],
    [{ name: 'x'.repeat(256) }, '#/name'],
  ])('rejects %j with its location', async (field, pointer) => {
    const answer = await admin.post('/leads').send(ada(field)).expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it.each(['id', 'status', 'score', 'version', 'createdAt', 'deletedAt', 'owner', 'aiParsed'])(
    'rejects %s as unknown',
    async (field) => {
      const answer = await admin
        .post('/leads')
        .send(ada({ [field]: 'x' }))
        .expect(400);
      expect(answer.body).toMatchObject({
        code: 'unknown-field',
        errors: [expect.objectContaining({ pointer: `#/${field}` })],
      });
    },
  );

  it('records the event and the first status in one transaction', async () => {
    const { id } = await aLead();
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['lead.created']);
    const { rows } = await app.db.query('select type, old_status, new_status from activities where lead_id = $1', [id]);
    expect(rows).toEqual([{ type: 'status_change', old_status: null, new_status: 'new' }]);
  });
});

describe('the lifecycle', () => {
  it.each([
    ['new', 'contacted'],
    ['new', 'won'],
    ['contacted', 'proposal'],
    ['qualified', 'lost'],
    ['lost', 'contacted'],
  ])('allows %s to %s', async (from, to) => {
    const { id } = await aLead();
    if (from !== 'new') await move(id, from).expect(200);
    expect((await move(id, to).expect(200)).body.status).toBe(to);
  });

  it.each([
    ['new', 'new', ['contacted', 'qualified', 'proposal', 'won', 'lost']],
    ['qualified', 'contacted', ['proposal', 'won', 'lost']],
    ['won', 'lost', []],
    ['lost', 'won', ['contacted']],
  ])('rejects %s to %s with the allowed statuses', async (from, to, allowed) => {
    const { id } = await aLead();
    if (from !== 'new') await move(id, from).expect(200);
    expect((await move(id, to).expect(409)).body).toMatchObject({
      code: 'lead-status-not-allowed',
      current: from,
      allowed,
    });
  });

  it('stores the first contact time once', async () => {
    const { id } = await aLead();
    const first = (await move(id, 'contacted').expect(200)).body.contactedAt;
    expect(first).not.toBeNull();
    await move(id, 'lost').expect(200);
    expect((await move(id, 'contacted').expect(200)).body.contactedAt).toBe(first);
  });

  it('records one status change with concurrent requests', async () => {
    const { id } = await aLead();
    const answers = await Promise.all(Array.from({ length: 50 }, () => move(id, 'contacted')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    const { rows } = await app.db.query(
      `select old_status, new_status from activities where lead_id = $1 and old_status is not null`,
      [id],
    );
    expect(rows).toEqual([{ old_status: 'new', new_status: 'contacted' }]);
    expect((await eventsOf(id)).filter(({ type }) => type === 'lead.status_changed')).toHaveLength(1);
  });
});

describe('updating a lead', () => {
  it('keeps absent fields and clears null fields', async () => {
    const { id } = await aLead({ company: 'Analytical Engines', jobTitle: 'Head' });
    const { body } = await admin.patch(`/leads/${id}`).send({ company: null }).expect(200);
    expect(body).toMatchObject({ company: null, jobTitle: 'Head', version: 2 });
  });

  it('merges custom fields, and null removes one', async () => {
    const { id } = await aLead({ customFields: { industry: 'computing', size: 3 } });
    const { body } = await admin
      .patch(`/leads/${id}`)
      .send({ customFields: { size: null, region: 'EU' } })
      .expect(200);
    expect(body.customFields).toEqual({ industry: 'computing', region: 'EU' });
  });

  it('cannot remove the last e-mail address or phone number', async () => {
    const { id } = await aLead();
    await admin.patch(`/leads/${id}`).send({ email: null }).expect(422);
  });

  it('rejects an outdated version and names the differing fields', async () => {
    const { id } = await aLead({ company: 'Old' });
    await admin.patch(`/leads/${id}`).set('If-Match', '"1"').send({ company: 'New' }).expect(200);
    const answer = await admin
      .patch(`/leads/${id}`)
      .set('If-Match', '"1"')
      .send({ company: 'Mine', notes: 'x' })
      .expect(412);
    expect(answer.body).toMatchObject({
      code: 'stale-version',
      currentVersion: 2,
      differingFields: ['company', 'notes'],
    });
  });

  it('loses no concurrent update', async () => {
    const { id } = await aLead({ tags: [] });
    const addTag = async (tag: string): Promise<void> => {
      for (;;) {
        const read = await admin.get(`/leads/${id}`);
        const answer = await admin
          .patch(`/leads/${id}`)
          .set('If-Match', read.headers['etag'] as string)
          .send({ tags: [...read.body.tags, tag] });
        if (answer.status === 200) return;
        expect(answer.status).toBe(412);
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, index) => addTag(`t${index}`)));
    expect(((await admin.get(`/leads/${id}`)).body.tags as string[]).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, index) => `t${index}`),
    );
  });

  it('records the previous values, and no event without a change', async () => {
    const { id } = await aLead({ company: 'Before' });
    await admin.patch(`/leads/${id}`).send({ company: 'After' }).expect(200);
    await admin.patch(`/leads/${id}`).send({ company: 'After' }).expect(200);
    const updates = (await eventsOf(id)).filter(({ type }) => type === 'lead.updated');
    expect(updates).toHaveLength(1);
    expect(updates[0]?.payload).toMatchObject({
      changedFields: expect.arrayContaining(['company']) as string[],
      previous: { company: 'Before' },
    });
  });

  it('returns 304 for the current version', async () => {
    const { id } = await aLead();
    await admin.get(`/leads/${id}`).set('If-None-Match', '"1"').expect(304);
    await admin.patch(`/leads/${id}`).send({ notes: 'x' }).expect(200);
    await admin.get(`/leads/${id}`).set('If-None-Match', '"1"').expect(200);
  });

  it('sets and removes the owner', async () => {
    const { id } = await aLead();
    const sales = await app.as('sales');
    await sales.get(`/leads/${id}`).expect(404);
    expect((await admin.post(`/leads/${id}/assign`).send({ ownerId: sales.userId }).expect(200)).body.ownerId).toBe(
      sales.userId,
    );
    const seen = await sales.get(`/leads/${id}?include=owner`).expect(200);
    expect(seen.body.owner).toMatchObject({ id: sales.userId });
    await admin.post(`/leads/${id}/assign`).send({ ownerId: null }).expect(200);
    await sales.get(`/leads/${id}`).expect(404);
  });
});

describe('deleting', () => {
  it('hides a deleted lead until it is restored', async () => {
    const { id } = await aLead();
    await admin.delete(`/leads/${id}`).expect(204);
    await admin.get(`/leads/${id}`).expect(404);
    await admin.delete(`/leads/${id}`).expect(404);
    expect((await admin.get('/leads?deleted=true')).body.data.map((lead: { id: string }) => lead.id)).toContain(id);
    expect((await admin.post(`/leads/${id}/restore`).expect(200)).body.deletedAt).toBeNull();
    await admin.get(`/leads/${id}`).expect(200);
    await admin.post(`/leads/${id}/restore`).expect(409);
  });

  it('purging needs its own permission and is permanent', async () => {
    const { id } = await aLead();
    const manager = await app.as('manager');
    await manager.post(`/leads/${id}/purge`).expect(403);
    await admin.post(`/leads/${id}/purge`).expect(204);
    await admin.post(`/leads/${id}/restore`).expect(404);
    const { rows } = await app.db.query('select 1 from activities where lead_id = $1', [id]);
    expect(rows).toHaveLength(0);
  });
});

describe('lists', () => {
  const mark = 'marked';
  beforeAll(async () => {
    for (let index = 0; index < 12; index += 1)
      await aLead({
        name: `Person ${String(index).padStart(2, '0')}`,
        company: mark,
        source: index % 2 ? 'website' : 'referral',
        tags: index < 3 ? ['hot', mark] : [mark],
      });
  });

  it('return each lead once, forward and back, in any order', async () => {
    for (const sort of ['createdAt', '-createdAt', 'name', '-score', 'estimatedValue']) {
      const names: string[] = [];
      let cursor = '';
      do {
        const { body } = await admin
          .get(`/leads?limit=5&sort=${sort}&tags=${mark}${cursor && `&cursor=${cursor}`}`)
          .expect(200);
        names.push(...body.data.map((lead: { name: string }) => lead.name));
        cursor = body.pageInfo.nextCursor ?? '';
      } while (cursor);
      expect(new Set(names).size).toBe(12);
      expect(names).toHaveLength(12);
    }
  });

  it('find exact words', async () => {
    const found = await admin.get(`/leads?q=${mark}%20person%2007&count=exact`).expect(200);
    expect(found.body.data.map((lead: { name: string }) => lead.name)).toEqual(['Person 07']);
    expect(found.body.total).toEqual({ count: 1, kind: 'exact' });
    expect((await admin.get('/leads?q=nosuchword').expect(200)).body.data).toEqual([]);
  });

  it('filter by every simple parameter', async () => {
    const count = async (parameters: string): Promise<unknown> => {
      const { status, body } = await admin.get(`/leads?tags=${mark}&limit=100&${parameters}`);
      return status === 200 ? body.data.length : body;
    };
    expect(await count('source=website')).toBe(6);
    expect(await count('source=website&source=referral')).toBe(12);
    expect(await count('tags=hot')).toBe(12);
    expect(await count('status=won')).toBe(0);
    expect(await count('company[contains]=MARKED')).toBe(12);
    expect(await count('score[gte]=101')).toBe(0);
    expect(await count('createdAt[gte]=2020-01-01T00:00:00Z')).toBe(12);
    expect(await count('createdAt[lt]=2020-01-01T00:00:00Z')).toBe(0);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'nonsense=1',
    'status=open',
    'sort=message',
    'score[between]=1',
    'createdAt[gte]=yesterday',
    'cursor=abc',
    'q=%00',
    'status[$ne]=new',
    'status[a][b]=1',
  ])('rejects %s', async (parameters) => {
    const answer = await admin.get(`/leads?${parameters}`).expect(400);
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
  });

  it('reject a cursor of another list', async () => {
    const { body } = await admin.get(`/leads?limit=2&tags=${mark}`).expect(200);
    const answer = await admin.get(`/leads?limit=2&cursor=${body.pageInfo.nextCursor}`).expect(400);
    expect(answer.body.code).toBe('invalid-cursor');
  });

  it('search with a nested filter', async () => {
    const filter = {
      and: [
        { field: 'tags', op: 'has', value: mark },
        {
          or: [
            { field: 'source', op: 'eq', value: 'website' },
            { not: { field: 'name', op: 'startsWith', value: 'Person' } },
          ],
        },
      ],
    };
    const { body } = await admin
      .post('/leads/search')
      .send({ filter, sort: ['name'], limit: 3, count: 'exact' })
      .expect(200);
    expect(body.data.map((lead: { name: string }) => lead.name)).toEqual(['Person 01', 'Person 03', 'Person 05']);
    expect(body.total).toEqual({ count: 6, kind: 'exact' });
  });

  it('report the location of a filter error', async () => {
    const answer = await admin
      .post('/leads/search')
      .send({
        filter: {
          and: [
            { field: 'score', op: 'eq', value: 1 },
            { field: 'passwordHash', op: 'eq', value: 'x' },
          ],
        },
      })
      .expect(422);
    expect(answer.body.errors[0].pointer).toMatch(/^#\/filter\/and\/1/);
  });

  it('count facets with the other filters applied', async () => {
    const filter = {
      and: [
        { field: 'tags', op: 'has', value: mark },
        { field: 'source', op: 'in', value: ['website'] },
      ],
    };
    const { body } = await admin
      .post('/leads/facets')
      .send({ filter, facets: ['source', 'status'] })
      .expect(200);
    expect(body.facets).toEqual([
      {
        field: 'source',
        kind: 'exact',
        values: expect.arrayContaining([
          { value: 'website', count: 6 },
          { value: 'referral', count: 6 },
        ]) as unknown,
      },
      { field: 'status', kind: 'exact', values: [{ value: 'new', count: 6 }] },
    ]);
  });

  it('show each role the visible leads', async () => {
    const teamId =
      (
        await app.db.query<{ id: string }>(
          `insert into teams (name) values ('Team ' || gen_random_uuid()) returning id`,
        )
      ).rows[0]?.id ?? '';
    const [manager, seller, stranger] = [
      await app.as('manager', { teamId }),
      await app.as('sales', { teamId }),
      await app.as('sales'),
    ];
    const { body: lead } = await seller.post('/leads').send(ada()).expect(201);
    expect(lead.ownerId).toBe(seller.userId);
    await manager.get(`/leads/${lead.id}`).expect(200);
    await stranger.get(`/leads/${lead.id}`).expect(404);
    await stranger.patch(`/leads/${lead.id}`).send({ notes: 'mine' }).expect(404);
    expect((await stranger.get('/leads').expect(200)).body.data).toEqual([]);
    expect((await stranger.get('/leads/stats').expect(200)).body.total).toBe(0);
    expect((await manager.get('/leads/stats').expect(200)).body.total).toBe(1);
    expect((await stranger.post('/leads/duplicates').send({ email: lead.email }).expect(200)).body.data).toEqual([]);
    expect(
      (
        await stranger
          .post('/leads/facets')
          .send({ facets: ['status'] })
          .expect(200)
      ).body.facets[0].values,
    ).toEqual([]);
  });
});

describe('counts', () => {
  it('equal the leads after every kind of change', async () => {
    const a = await aLead({ source: 'fair' });
    await aLead({ source: 'fair' });
    await move(a.id, 'won').expect(200);
    await admin.patch(`/leads/${a.id}`).send({ source: null }).expect(200);
    const c = await aLead();
    await admin.delete(`/leads/${c.id}`).expect(204);
    const { body } = await admin.get('/leads/stats?days=7').expect(200);
    const counted = async (sql: string) =>
      Number(
        (await app.db.query<{ n: string }>(`select count(*) as n from leads where deleted_at is null and ${sql}`))
          .rows[0]?.n,
      );
    expect(body.total).toBe(await counted('true'));
    for (const { status, count } of body.byStatus) expect(count).toBe(await counted(`status = '${status}'`));
    expect(body.bySource).toContainEqual({ source: 'fair', count: 1 });
    expect(body.perDay).toHaveLength(7);
    expect(body.perDay.at(-1).count).toBe(await counted('true'));
    expect(body.recent).toHaveLength(10);
  });
});

describe('duplicates', () => {
  it('are found by e-mail address, phone number and similar name, with reasons', async () => {
    const lead = await aLead({ name: 'Bartholomew Cubbins', phone: '+44 20 7946 0958' });
    const { body } = await admin
      .post('/leads/duplicates')
      .send({ email: lead['email'], phone: '020 7946-0958', name: 'Bartholomew Cubins' })
      .expect(200);
    expect(body.data[0]).toMatchObject({
      lead: { id: lead.id },
      reasons: ['same-email', 'same-phone', 'similar-name'],
    });
    expect(
      (await admin.post('/leads/duplicates').send({ email: lead['email'], excludeId: lead.id }).expect(200)).body.data,
    ).toEqual([]);
    await admin.post('/leads/duplicates').send({}).expect(422);
  });
});

describe('external ids', () => {
  it('create a lead once and update it later', async () => {
    const first = await admin.put('/leads/by-external-id/hubspot/4711').send(ada()).expect(201);
    const second = await admin.put('/leads/by-external-id/hubspot/4711').send({ notes: 'again' }).expect(200);
    expect(second.body).toMatchObject({ id: first.body.id, notes: 'again', externalIds: { hubspot: '4711' } });
  });

  it('create one lead with concurrent requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => admin.put('/leads/by-external-id/erp/same').send(ada())),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('are unique', async () => {
    await aLead({ externalIds: { sap: '1' } });
    await admin
      .post('/leads')
      .send(ada({ externalIds: { sap: '1' } }))
      .expect(409);
  });
});

describe('bulk', () => {
  it('applies all operations or none', async () => {
    const lead = await aLead();
    const before = (await app.db.query('select count(*) from leads')).rows[0];
    const operations = [
      { create: ada() },
      { update: { id: lead.id, changes: { notes: 'bulk' } } },
      { changeStatus: { id: lead.id, status: 'new' } },
    ];
    const rejected = await admin.post('/leads/bulk').send({ operations }).expect(409);
    expect(rejected.body).toMatchObject({ code: 'lead-status-not-allowed', operation: 2 });
    expect((await app.db.query('select count(*) from leads')).rows[0]).toEqual(before);
    const done = await admin
      .post('/leads/bulk')
      .send({ operations: operations.slice(0, 2) })
      .expect(200);
    expect(done.body.results.map((result: { status: number }) => result.status)).toEqual([201, 200]);
  });

  it('names the missing or outdated lead and changes nothing', async () => {
    const lead = await aLead();
    const nobody = { update: { id: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a', changes: { notes: 'bulk' } } };
    expect(
      (
        await admin
          .post('/leads/bulk')
          .send({ operations: [nobody] })
          .expect(404)
      ).body,
    ).toMatchObject({ code: 'lead-not-found', operation: 0 });
    await admin.patch(`/leads/${lead.id}`).send({ notes: 'newer' }).expect(200);
    const outdated = { update: { id: lead.id, version: lead.version, changes: { notes: 'bulk' } } };
    expect(
      (
        await admin
          .post('/leads/bulk')
          .send({ operations: [outdated] })
          .expect(412)
      ).body,
    ).toMatchObject({ code: 'stale-version', operation: 0 });
  });

  it('applies valid operations on request and reports the rest', async () => {
    const lead = await aLead();
    const operations = [
      { changeStatus: { id: lead.id, status: 'new' } },
      { remove: { id: lead.id } },
      { restore: { id: lead.id } },
      { create: { name: 'x' } },
    ];
    const { body } = await admin.post('/leads/bulk').send({ atomic: false, operations }).expect(200);
    expect(body.results.map((result: { status: number }) => result.status)).toEqual([409, 204, 200, 422]);
  });

  it('requires the permission of each operation', async () => {
    const key = await app.as('admin', { scopes: ['leads:update', 'leads:read'] });
    await key
      .post('/leads/bulk')
      .send({ operations: [{ create: ada() }] })
      .expect(403);
  });

  it('requires exactly one action per operation', async () => {
    const answer = await admin
      .post('/leads/bulk')
      .send({ operations: [{}] })
      .expect(422);
    expect(answer.body.errors[0].pointer).toBe('#/operations/0');
  });
});

describe('the score', () => {
  it('follows the rules of the settings, with reasons', async () => {
    const rules = [
      { name: 'Big budget', points: 60, when: { field: 'estimatedValue', op: 'gte', value: '10000' } },
      { name: 'Referral', points: 70, when: { field: 'source', op: 'eq', value: 'referral' } },
    ];
    await admin.put('/settings/lead_scoring_rules').send({ value: rules }).expect(200);
    const lead = await aLead({ estimatedValue: '15000', source: 'website' });
    expect(lead).toMatchObject({ score: 60, scoreReasons: [{ rule: 'Big budget', points: 60 }] });
    const { body } = await admin.patch(`/leads/${lead.id}`).send({ source: 'referral' }).expect(200);
    expect(body.score).toBe(100);
    await admin.put('/settings/lead_scoring_rules').send({ value: null }).expect(200);
  });
});
