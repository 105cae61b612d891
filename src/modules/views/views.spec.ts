import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';

type Person = Caller & { userId: string };
interface View {
  id: string;
  version: number;
  [field: string]: unknown;
}

let app: TestApp;
let team: string;
let [manager, seller, stranger]: Person[] = [];
const hot = { field: 'score', op: 'gte', value: 50 };

beforeAll(async () => {
  app = await startApp();
  team =
    (await app.db.query<{ id: string }>(`insert into teams (name) values ('North') returning id`)).rows[0]?.id ?? '';
  manager = await app.as('manager', { teamId: team });
  seller = await app.as('sales', { teamId: team });
  stranger = await app.as('sales');
  await app.db.query(
    `insert into leads (name, email, status, source, score, owner_id)
      values ('Ada', 'a@x.test', 'new', 'web', 80, $1), ('Bea', 'b@x.test', 'new', 'fair', 60, $1), ('Cem', 'c@x.test',
      'contacted', 'web', 90, $1), ('Dan', 'd@x.test', 'contacted', 'web', 10, $1)`,
    [seller?.userId],
  );
});
afterAll(() => app.close());

const as = (person: Person | undefined): Person => person as Person;
async function aView(person: Person | undefined, more: object = {}): Promise<View> {
  const answer = await as(person)
    .post('/views')
    .send({ resource: 'leads', name: 'Hot', ...more })
    .expect(201);
  return answer.body as View;
}
const names = async (person: Person | undefined, query = ''): Promise<string[]> =>
  ((await as(person).get(`/views?limit=100${query}`).expect(200)).body.data as { name: string }[]).map(
    ({ name }) => name,
  );
const mistakes = ({ body }: { body: { errors: { pointer?: string; parameter?: string; code: string }[] } }): string[] =>
  body.errors.map(({ pointer, parameter, code }) => `${pointer ?? parameter} ${code}`);

describe('saving a view', () => {
  it('returns the same view as a later read, and checks the contents', async () => {
    const created = await aView(seller, {
      filter: hot,
      columns: ['name', 'custom.size'],
      sort: ['-score', 'name'],
      groupBy: 'status',
    });
    expect(created).toMatchObject({
      filter: hot,
      scope: 'private',
      ownerId: as(seller).userId,
      teamId: null,
      isPinned: false,
      isDefault: false,
      version: 1,
    });
    expect((await as(seller).get(`/views/${created.id}`).expect(200)).body).toEqual(created);
  });

  it.each([
    [{ resource: 'spaceships' }, '#/resource unknown-resource'],
    [{ filter: { and: [{ field: 'nope', op: 'eq', value: 1 }] } }, '#/filter/and/0/field unknown-field'],
    [{ filter: { some: { relation: 'ships' } } }, '#/filter/some/relation unknown-relation'],
    [{ columns: ['name', 'password'] }, '#/columns/1 unknown-field'],
    [{ sort: ['-email'] }, '#/sort unknown-field'],
    [{ groupBy: 'name' }, '#/groupBy unknown-field'],
  ])('rejects %j', async (more, mistake) => {
    expect(
      mistakes(
        await as(seller)
          .post('/views')
          .send({ resource: 'leads', name: 'Wrong', ...more })
          .expect(422),
      ),
    ).toEqual([mistake]);
  });

  it('needs the permissions to read the records and the related records', async () => {
    const key = await app.as('admin', { scopes: ['views:*', 'leads:read'] });
    await key.post('/views').send({ resource: 'leads', name: 'Mine' }).expect(201);
    expect(
      (await key.post('/views').send({ resource: 'activities', name: 'Mine' }).expect(403)).body.requiredPermission,
    ).toBe('activities:read');
    expect(
      (
        await key
          .post('/views')
          .send({ resource: 'leads', name: 'Mine', filter: { some: { relation: 'activities' } } })
          .expect(403)
      ).body.requiredPermission,
    ).toBe('activities:read');
  });

  it('updates given fields and clears by null; an outdated version is rejected', async () => {
    const created = await aView(seller, { filter: hot, columns: ['name'] });
    const changed = (
      await as(seller)
        .patch(`/views/${created.id}`)
        .set('If-Match', '"1"')
        .send({ filter: null, name: 'All' })
        .expect(200)
    ).body as View;
    expect(changed).toMatchObject({ filter: null, name: 'All', columns: ['name'], version: 2 });
    await as(seller).patch(`/views/${created.id}`).set('If-Match', '"1"').send({ name: 'Late' }).expect(412);
    expect(
      mistakes(
        await as(seller)
          .patch(`/views/${created.id}`)
          .send({ columns: ['nope'] })
          .expect(422),
      ),
    ).toEqual(['#/columns/0 unknown-field']);
    await as(seller).delete(`/views/${created.id}`).expect(204);
    await as(seller).get(`/views/${created.id}`).expect(404);
  });

  it('is in the audit log', async () => {
    const created = await aView(seller);
    expect(
      (
        await app.db.query('select 1 from audit_logs where resource_type = $1 and resource_id = $2', [
          'views',
          created.id,
        ])
      ).rowCount,
    ).toBe(1);
  });
});

describe('the scope of a view', () => {
  it('decides who sees the view: the owner, one team, or all users with the permission', async () => {
    await aView(manager, { name: 'Private' });
    await aView(manager, { name: 'Of the team', scope: 'team' });
    const shared = await aView(manager, { name: 'For all', scope: 'shared' });
    expect(await names(seller)).toEqual(expect.arrayContaining(['For all', 'Of the team']));
    expect(await names(seller)).not.toContain('Private');
    expect(await names(stranger)).toEqual(['For all']);
    expect(await names(manager, '&scope=team&resource=leads')).toEqual(['Of the team']);
    const without = await app.as('admin', { scopes: ['views:read', 'activities:read'] });
    expect(await names(without)).toEqual([]);
    await without.get(`/views/${shared.id}`).expect(404);
  });

  it('decides who changes the view: the owner, and users who can share for shared views', async () => {
    const shared = await aView(manager, { name: 'Rule', scope: 'shared' });
    expect((await as(seller).patch(`/views/${shared.id}`).send({ name: 'Mine now' }).expect(403)).body.code).toBe(
      'not-your-view',
    );
    expect((await as(seller).delete(`/views/${shared.id}`).expect(403)).body.code).toBe('not-your-view');
    expect(
      (
        await as(seller)
          .post(`/views/${shared.id}/transfer`)
          .send({ ownerId: as(seller).userId })
          .expect(403)
      ).body.code,
    ).toBe('not-your-view');
    await app.admin.patch(`/views/${shared.id}`).send({ name: 'Better rule' }).expect(200);
    const secret = await aView(seller, { name: 'Secret' });
    await as(manager).patch(`/views/${secret.id}`).send({ name: 'Known' }).expect(404);
  });

  it('needs views:share and a team to share a view', async () => {
    expect(
      (await as(seller).post('/views').send({ resource: 'leads', name: 'X', scope: 'shared' }).expect(403)).body
        .requiredPermission,
    ).toBe('views:share');
    const own = await aView(seller);
    expect(
      (await as(seller).patch(`/views/${own.id}`).send({ scope: 'team' }).expect(403)).body.requiredPermission,
    ).toBe('views:share');
    expect(
      mistakes(await app.admin.post('/views').send({ resource: 'leads', name: 'X', scope: 'team' }).expect(422)),
    ).toEqual(['#/scope no-team']);
    const input = await aView(manager, { scope: 'team' });
    expect((await as(manager).patch(`/views/${input.id}`).send({ scope: 'shared' }).expect(200)).body).toMatchObject({
      scope: 'shared',
      teamId: null,
    });
  });

  it('allows copies and transfers', async () => {
    const shared = await aView(manager, { name: 'Origin', scope: 'shared', filter: hot });
    const copy = (await as(stranger).post(`/views/${shared.id}/duplicate`).expect(201)).body as View;
    expect(copy).toMatchObject({ name: 'Origin', scope: 'private', ownerId: as(stranger).userId, filter: hot });
    expect(
      (
        await as(stranger)
          .post(`/views/${copy.id}/transfer`)
          .send({ ownerId: as(seller).userId })
          .expect(200)
      ).body.ownerId,
    ).toBe(as(seller).userId);
    await as(stranger).get(`/views/${copy.id}`).expect(404);
    await as(seller).get(`/views/${copy.id}`).expect(200);
    expect(
      mistakes(await as(seller).post(`/views/${copy.id}/transfer`).send({ ownerId: copy.id }).expect(422)),
    ).toEqual(['#/ownerId unknown-user']);
  });
});

describe('view preferences', () => {
  it('are pins and one default per record type, for each user', async () => {
    const [one, two] = [
      await aView(manager, { name: 'One', scope: 'shared' }),
      await aView(manager, { name: 'Two', scope: 'shared' }),
    ];
    await as(seller).post(`/views/${one.id}/pin`).expect(200);
    expect(await names(seller, '&isPinned=true')).toEqual(['One']);
    expect(await names(stranger, '&isPinned=true')).toEqual([]);
    expect((await as(seller).post(`/views/${one.id}/unpin`).expect(200)).body.isPinned).toBe(false);
    expect((await as(seller).post(`/views/${one.id}/set-default`).expect(200)).body.isDefault).toBe(true);
    expect((await as(seller).post(`/views/${two.id}/set-default`).expect(200)).body.isDefault).toBe(true);
    expect(await names(seller, '&isDefault=true')).toEqual(['Two']);
    expect((await as(seller).post(`/views/${two.id}/clear-default`).expect(200)).body.isDefault).toBe(false);
    expect(await names(seller, '&isDefault=true')).toEqual([]);
  });

  it('have one default after concurrent changes', async () => {
    const views = await Promise.all(Array.from({ length: 5 }, (_, at) => aView(seller, { name: `At once ${at}` })));
    await Promise.all([...views, ...views].map(({ id }) => as(seller).post(`/views/${id}/set-default`).expect(200)));
    expect(await names(seller, '&isDefault=true')).toHaveLength(1);
  });
});

describe('using a view', () => {
  const listed = ({ body }: { body: { data: { name: string }[] } }): string[] => body.data.map(({ name }) => name);

  it('applies filter and sort order to lists, searches and facets, with additional conditions', async () => {
    const view = await aView(seller, { filter: hot, sort: ['-score'] });
    expect(listed(await as(seller).get(`/leads?viewId=${view.id}`).expect(200))).toEqual(['Cem', 'Ada', 'Bea']);
    expect(listed(await as(seller).get(`/leads?viewId=${view.id}&status=new&sort=score`).expect(200))).toEqual([
      'Bea',
      'Ada',
    ]);
    expect(
      listed(
        await as(seller)
          .post('/leads/search')
          .send({ viewId: view.id, filter: { field: 'source', op: 'eq', value: 'web' } })
          .expect(200),
      ),
    ).toEqual(['Cem', 'Ada']);
    const { facets } = (
      await as(seller)
        .post('/leads/facets')
        .send({ viewId: view.id, facets: ['status'], filter: { field: 'status', op: 'eq', value: 'new' } })
        .expect(200)
    ).body;
    expect(facets).toEqual([
      {
        field: 'status',
        kind: 'exact',
        values: [
          { value: 'new', count: 2 },
          { value: 'contacted', count: 1 },
        ],
      },
    ]);
  });

  it('keeps the conditions of the view in its facets', async () => {
    const view = await aView(seller, { filter: { field: 'status', op: 'in', value: ['new'] } });
    const { facets } = (
      await as(seller)
        .post('/leads/facets')
        .send({ viewId: view.id, facets: ['status'] })
        .expect(200)
    ).body;
    expect(facets[0].values).toEqual([{ value: 'new', count: 2 }]);
  });

  it('resolves relative values for the current user, within the visibility of the user', async () => {
    const view = await aView(manager, { scope: 'shared', filter: { field: 'ownerId', op: 'eq', value: '$me' } });
    expect(listed(await as(seller).get(`/leads?viewId=${view.id}`).expect(200))).toHaveLength(4);
    expect(listed(await as(stranger).get(`/leads?viewId=${view.id}`).expect(200))).toEqual([]);
  });

  it('is rejected for a hidden view, a view of other records, or without views:read', async () => {
    const view = await aView(seller);
    expect(mistakes(await as(stranger).get(`/leads?viewId=${view.id}`).expect(422))).toEqual(['viewId unknown-view']);
    expect(mistakes(await as(seller).get('/leads?viewId=0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b').expect(422))).toEqual([
      'viewId unknown-view',
    ]);
    const tasks = await aView(seller, { resource: 'activities' });
    expect(mistakes(await as(seller).post('/leads/search').send({ viewId: tasks.id }).expect(422))).toEqual([
      'viewId view-of-others',
    ]);
    const key = await app.as('sales', { scopes: ['leads:read'] });
    expect((await key.get(`/leads?viewId=${view.id}`).expect(403)).body.requiredPermission).toBe('views:read');
  });

  it('names a field that no longer exists', async () => {
    const view = await aView(seller, { name: 'Old' });
    await app.db.query(
      `update saved_views set filter = '{"field": "shoeSize", "op": "eq", "value": 43}' where id = $1`,
      [view.id],
    );
    const answer = await as(seller).get(`/leads?viewId=${view.id}`).expect(409);
    expect(answer.body).toMatchObject({ code: 'stale-view', detail: expect.stringContaining('shoeSize') as unknown });
    await app.db.query(`update saved_views set filter = null, sort = '{gone}' where id = $1`, [view.id]);
    expect(
      (
        await as(seller)
          .post('/leads/facets')
          .send({ viewId: view.id, facets: ['status'] })
          .expect(409)
      ).body.code,
    ).toBe('stale-view');
    await as(seller).get(`/views/${view.id}`).expect(200);
  });
});

describe('a deleted custom field', () => {
  const field = (more: object = {}) =>
    app.admin
      .post('/custom-fields')
      .send({ resource: 'leads', key: 'size', label: 'Size', type: 'text', ...more })
      .expect(201);

  it.each([
    ['the last one', false],
    ['one of several', true],
  ])('makes views that use it outdated, also as %s', async (_, isAnotherLeft) => {
    const { id } = (await field()).body as { id: string };
    const another = isAnotherLeft ? ((await field({ key: 'colour' })).body as { id: string }).id : undefined;
    const byFilter = await aView(seller, { filter: { field: 'custom.size', op: 'ne', value: 'q' } });
    expect(
      ((await as(seller).get(`/leads?viewId=${byFilter.id}`).expect(200)).body.data as object[]).length,
    ).toBeGreaterThan(0);
    await app.admin.delete(`/custom-fields/${id}`).expect(204);
    expect((await as(seller).get(`/leads?viewId=${byFilter.id}`).expect(409)).body).toMatchObject({
      code: 'stale-view',
      detail: expect.stringContaining('custom.size') as unknown,
    });
    expect((await as(seller).post('/leads/search').send({ viewId: byFilter.id }).expect(409)).body.code).toBe(
      'stale-view',
    );
    await as(seller)
      .post('/leads/search')
      .send({ filter: { field: 'custom.size', op: 'ne', value: 'q' } })
      .expect(422);
    // After the field is created again, the view works again.
    const again = (await field()).body as { id: string };
    await as(seller).get(`/leads?viewId=${byFilter.id}`).expect(200);
    for (const one of [again.id, another]) if (one) await app.admin.delete(`/custom-fields/${one}`).expect(204);
  });

  it('stops webhooks and channels whose filter uses it, and scoring rules with it give no points', async () => {
    const { id } = (await field({ key: 'shape' })).body as { id: string };
    const filter = { field: 'custom.shape', op: 'ne', value: 'q' };
    const relay = async (): Promise<void> => {
      while (
        (await app.db.query('select 1 from events where dispatched_at is null and dead_lettered_at is null limit 1'))
          .rows.length > 0
      )
        await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const hook = (
      (
        await app.admin
          .post('/webhooks')
          .send({ name: 'Shapes', url: 'https://example.com/hook', events: ['lead.created'], filter, enabled: false })
      ).body as { id: string }
    ).id;
    await app.admin
      .put('/settings/lead_scoring_rules')
      .send({ value: [{ name: 'Shape', points: 7, when: filter }] })
      .expect(200);
    const lead = async (): Promise<{ id: string; score: number }> =>
      (await app.admin.post('/leads').send({ name: 'Ada', email: 'ada@example.com' }).expect(201)).body as {
        id: string;
        score: number;
      };
    const deliveries = async (lead: { id: string }): Promise<number> =>
      (
        await app.db.query(
          `select 1 from webhook_deliveries d join events e on e.id = d.event_id where d.webhook_id = $1
              and e.resource_id = $2`,
          [hook, lead.id],
        )
      ).rows.length;
    const before = await lead();
    await relay();
    expect([before.score, await deliveries(before)]).toEqual([7, 1]);
    await app.admin.delete(`/custom-fields/${id}`).expect(204);
    const after = await lead();
    await relay();
    expect([after.score, await deliveries(after)]).toEqual([0, 0]);
    await app.admin.put('/settings/lead_scoring_rules').send({ value: null }).expect(200);
  });
});
