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
    `insert into leads (name, email, status, source, score, owner_id) values ('Ada', 'a@x.test', 'new', 'web', 80, $1), ('Bea', 'b@x.test', 'new', 'fair', 60, $1), ('Cem', 'c@x.test', 'contacted', 'web', 90, $1), ('Dan', 'd@x.test', 'contacted', 'web', 10, $1)`,
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
  it('gives back what a later read gives, and checks what it asks', async () => {
    const made = await aView(seller, {
      filter: hot,
      columns: ['name', 'custom.size'],
      sort: ['-score', 'name'],
      groupBy: 'status',
    });
    expect(made).toMatchObject({
      filter: hot,
      scope: 'private',
      ownerId: as(seller).userId,
      teamId: null,
      isPinned: false,
      isDefault: false,
      version: 1,
    });
    expect((await as(seller).get(`/views/${made.id}`).expect(200)).body).toEqual(made);
  });

  it.each([
    [{ resource: 'spaceships' }, '#/resource unknown-resource'],
    [{ filter: { and: [{ field: 'nope', op: 'eq', value: 1 }] } }, '#/filter/and/0/field unknown-field'],
    [{ filter: { some: { relation: 'ships' } } }, '#/filter/some/relation unknown-relation'],
    [{ columns: ['name', 'password'] }, '#/columns/1 unknown-field'],
    [{ sort: ['-email'] }, '#/sort unknown-field'],
    [{ groupBy: 'name' }, '#/groupBy unknown-field'],
  ])('refuses %j', async (more, mistake) => {
    expect(
      mistakes(
        await as(seller)
          .post('/views')
          .send({ resource: 'leads', name: 'Wrong', ...more })
          .expect(422),
      ),
    ).toEqual([mistake]);
  });

  it('needs the right to read the records, and those it asks about', async () => {
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

  it('changes what is named and clears by null; a stale copy is refused', async () => {
    const made = await aView(seller, { filter: hot, columns: ['name'] });
    const changed = (
      await as(seller).patch(`/views/${made.id}`).set('If-Match', '"1"').send({ filter: null, name: 'All' }).expect(200)
    ).body as View;
    expect(changed).toMatchObject({ filter: null, name: 'All', columns: ['name'], version: 2 });
    await as(seller).patch(`/views/${made.id}`).set('If-Match', '"1"').send({ name: 'Late' }).expect(412);
    expect(
      mistakes(
        await as(seller)
          .patch(`/views/${made.id}`)
          .send({ columns: ['nope'] })
          .expect(422),
      ),
    ).toEqual(['#/columns/0 unknown-field']);
    await as(seller).delete(`/views/${made.id}`).expect(204);
    await as(seller).get(`/views/${made.id}`).expect(404);
  });

  it('is on record', async () => {
    const made = await aView(seller);
    expect(
      (await app.db.query('select 1 from audit_logs where resource_type = $1 and resource_id = $2', ['views', made.id]))
        .rowCount,
    ).toBe(1);
  });
});

describe('whose a view is', () => {
  it('decides who sees it: nobody else, one team, or everybody who may read the records', async () => {
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

  it('decides who changes it: its owner, and of shared ones whoever may share', async () => {
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

  it('takes views:share to share, and a team to share it with', async () => {
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
    const given = await aView(manager, { scope: 'team' });
    expect((await as(manager).patch(`/views/${given.id}`).send({ scope: 'shared' }).expect(200)).body).toMatchObject({
      scope: 'shared',
      teamId: null,
    });
  });

  it('can be copied and given away', async () => {
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

describe('how one arranges views', () => {
  it("is one's own: pins, and one default a kind of records", async () => {
    const [one, two] = [
      await aView(manager, { name: 'One', scope: 'shared' }),
      await aView(manager, { name: 'Two', scope: 'shared' }),
    ];
    await as(seller).post(`/views/${one.id}/pin`).expect(200);
    expect(await names(seller, '&isPinned=true')).toEqual(['One']);
    expect(await names(stranger, '&isPinned=true')).toEqual([]);
    expect((await as(seller).post(`/views/${one.id}/unpin`).expect(200)).body.isPinned).toBe(false);
    expect((await as(seller).post(`/views/${one.id}/make-default`).expect(200)).body.isDefault).toBe(true);
    expect((await as(seller).post(`/views/${two.id}/make-default`).expect(200)).body.isDefault).toBe(true);
    expect(await names(seller, '&isDefault=true')).toEqual(['Two']);
    expect((await as(seller).post(`/views/${two.id}/clear-default`).expect(200)).body.isDefault).toBe(false);
    expect(await names(seller, '&isDefault=true')).toEqual([]);
  });

  it('has one default however many are made at once', async () => {
    const views = await Promise.all(Array.from({ length: 5 }, (_, at) => aView(seller, { name: `At once ${at}` })));
    await Promise.all([...views, ...views].map(({ id }) => as(seller).post(`/views/${id}/make-default`).expect(200)));
    expect(await names(seller, '&isDefault=true')).toHaveLength(1);
  });
});

describe('a view in use', () => {
  const listed = ({ body }: { body: { data: { name: string }[] } }): string[] => body.data.map(({ name }) => name);

  it('filters and sorts lists, searches and facets, beside what is asked besides', async () => {
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

  it('keeps in its facets what it asks itself', async () => {
    const view = await aView(seller, { filter: { field: 'status', op: 'in', value: ['new'] } });
    const { facets } = (
      await as(seller)
        .post('/leads/facets')
        .send({ viewId: view.id, facets: ['status'] })
        .expect(200)
    ).body;
    expect(facets[0].values).toEqual([{ value: 'new', count: 2 }]);
  });

  it('asks for whoever uses it: their own records, within their sight', async () => {
    const view = await aView(manager, { scope: 'shared', filter: { field: 'ownerId', op: 'eq', value: '$me' } });
    expect(listed(await as(seller).get(`/leads?viewId=${view.id}`).expect(200))).toHaveLength(4);
    expect(listed(await as(stranger).get(`/leads?viewId=${view.id}`).expect(200))).toEqual([]);
  });

  it('is refused where it is out of sight, of other records, or one may use none', async () => {
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

  it('whose field is gone says which', async () => {
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
