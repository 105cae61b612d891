import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { Caller } from '../../../../test/harness/caller.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.close());

interface Seen {
  readonly id: string;
}
let serial = 0;
const created = async (path: string, body: object, who: Caller = app.admin): Promise<string> =>
  ((await who.post(path).send(body).expect(201)).body as Seen).id;
const NEW: Readonly<Record<string, () => object>> = {
  leads: () => ({ name: 'Ada', email: `a${(serial += 1)}@example.com` }),
  companies: () => ({ name: `Engines ${(serial += 1)}` }),
  contacts: () => ({ firstName: `Ada ${(serial += 1)}` }),
  deals: () => ({ title: `Engine ${(serial += 1)}` }),
};
const LINKS = { leads: 'leadId', companies: 'companyId', contacts: 'contactId', deals: 'dealId' } as const;
type Kind = keyof typeof LINKS;
const KINDS = Object.keys(LINKS) as Kind[];
const record = (kind: Kind, ownerId: string | null): Promise<string> =>
  created(`/${kind}`, { ...NEW[kind]?.(), ownerId });
const note = (links: object, more: object = {}): Promise<string> =>
  created('/activities', { type: 'note', subject: 'x', ownerId: null, ...links, ...more });
const newest = async (who: Caller, query = ''): Promise<string[]> =>
  ((await who.get(`/activities?limit=100${query}`).expect(200)).body.data as Seen[]).map(({ id }) => id);
/** Returns the given ids that are among the newest activities. */
const those = async (who: Caller, ids: readonly (string | undefined)[]): Promise<string[]> =>
  (await newest(who)).filter((id) => ids.includes(id));

describe.each(KINDS)('an activity on an owned %s', (kind) => {
  it('is among the newest activities of the owner, also after a change of the owner', async () => {
    const [one, other] = [await app.as('sales'), await app.as('sales')];
    const id = await record(kind, one.userId);
    const activity = await note({ [LINKS[kind]]: id });
    expect([await newest(one), await newest(other)]).toEqual([expect.arrayContaining([activity]), []]);
    await app.admin.post(`/${kind}/${id}/assign`).send({ ownerId: other.userId }).expect(200);
    expect([await newest(one), await those(other, [activity])]).toEqual([[], [activity]]);
    await app.admin.post(`/${kind}/${id}/assign`).send({ ownerId: null }).expect(200);
    expect([await newest(one), await newest(other)]).toEqual([[], []]);
    await app.admin.delete(`/${kind}/${id}`).expect(204);
    await app.admin.post(`/${kind}/${id}/purge`).expect(204);
  });

  it('stays with an owner of another linked record', async () => {
    const [one, other] = [await app.as('sales'), await app.as('sales')];
    const [id, elsewhere] = [
      await record(kind, one.userId),
      await record(kind === 'deals' ? 'leads' : 'deals', one.userId),
    ];
    const both = await note({ [LINKS[kind]]: id, [kind === 'deals' ? 'leadId' : 'dealId']: elsewhere });
    const task = await note({ [LINKS[kind]]: id }, { type: 'task', assigneeId: one.userId });
    await app.admin.post(`/${kind}/${id}/assign`).send({ ownerId: other.userId }).expect(200);
    expect([await those(one, [task, both]), await those(other, [task, both])]).toEqual([
      [task, both],
      [task, both],
    ]);
    await app.admin.patch(`/activities/${task}`).send({ assigneeId: null }).expect(200);
    await app.admin
      .patch(`/activities/${both}`)
      .send({ [kind === 'deals' ? 'leadId' : 'dealId']: null })
      .expect(200);
    expect(await those(one, [task, both])).toEqual([]);
    await app.admin.delete(`/${kind}/${id}`).expect(204);
    expect(await those(other, [task, both])).toEqual([]);
  });
});

it('moves with a transfer of all records, a conversion and its undo', async () => {
  const [from, to] = [await app.as('sales'), await app.as('sales')];
  const lead = await record('leads', from.userId);
  const activity = await note({ leadId: lead });
  await app.admin
    .post(`/leads/${lead}/convert`)
    .send({ company: { create: { name: `Engines ${(serial += 1)}` } }, deal: { create: { title: 'Engine' } } })
    .expect((response) => {
      if (response.status >= 300) throw new Error(JSON.stringify(response.body));
    });
  await app.admin.post(`/leads/${lead}/unconvert`).send({}).expect(200);
  await app.admin.post(`/users/${from.userId}/transfer`).send({ toUserId: to.userId }).expect(202);
  const until = Date.now() + 20_000;
  while (!(await newest(to)).includes(activity)) {
    if (Date.now() > until) throw new Error('not handed over');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await those(from, [activity])).toEqual([]);
});

it('is paged forward and back without duplicates', async () => {
  const me = await app.as('sales');
  const lead = await record('leads', me.userId);
  for (let n = 0; n < 7; n += 1) await note({ leadId: lead });
  const all = await newest(me);
  expect(all.length).toBeGreaterThanOrEqual(7);
  for (const sort of ['-createdAt', 'createdAt']) {
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await me
        .get(`/activities?limit=3&sort=${sort}&count=exact${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      expect(body.total).toEqual({ count: all.length, kind: 'exact' });
      found.push(...(body.data as Seen[]).map(({ id }) => id));
      cursor = body.pageInfo.nextCursor ?? '';
    } while (cursor);
    expect(sort === 'createdAt' ? found.toReversed() : found).toEqual(all);
  }
});

describe('filtered own activities', () => {
  it('are listed and counted like all activities', async () => {
    const [who, other] = [await app.as('sales'), await app.as('sales')];
    const mine = await Promise.all(KINDS.map((kind) => record(kind, who.userId)));
    const theirs = await Promise.all(KINDS.map((kind) => record(kind, other.userId)));
    const days = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString();
    const some = [
      ...KINDS.flatMap((kind, at) => [
        { [LINKS[kind]]: mine[at], type: 'task', dueAt: days(-2) },
        { [LINKS[kind]]: theirs[at], type: 'task', dueAt: days(-2) },
        { [LINKS[kind]]: mine[at], type: 'call', priority: 'high', dueAt: days(2) },
      ]),
      { leadId: theirs[0], type: 'task', assigneeId: who.userId, dueAt: days(-1) },
      { leadId: theirs[0], type: 'note', ownerId: who.userId },
      { type: 'task', ownerId: who.userId, dueAt: days(5) },
      { leadId: mine[0], type: 'note', subject: 'Offer sent' },
      { leadId: mine[0], companyId: theirs[1], type: 'meeting', dueAt: days(-3), assigneeId: other.userId },
    ];
    for (const activity of some) await note(activity);
    await app.admin.delete(`/activities/${await note({ leadId: mine[0], type: 'task', dueAt: days(-2) })}`).expect(204);
    const OWN = `a.deleted_at is null and ($1 in (a.owner_id, a.assignee_id) or exists (select from leads r where r.id = a.lead_id and r.owner_id = $1) or exists (select from companies r where r.id = a.company_id and r.owner_id = $1)
      or exists (select from contacts r where r.id = a.contact_id and r.owner_id = $1) or exists (select from deals r where r.id = a.deal_id and r.owner_id = $1))`;
    const asked: readonly (readonly [object, string])[] = [
      [{ field: 'overdue', op: 'eq', value: true }, `a.status in ('pending', 'in_progress') and a.due_at < now()`],
      [{ field: 'type', op: 'in', value: ['task', 'meeting'] }, `a.type in ('task', 'meeting')`],
      [
        {
          and: [
            { field: 'type', op: 'eq', value: 'call' },
            { field: 'priority', op: 'eq', value: 'high' },
          ],
        },
        `a.type = 'call' and a.priority = 'high'`,
      ],
      [{ field: 'dueAt', op: 'gte', value: days(0) }, `a.due_at >= now()`],
      [{ field: 'subject', op: 'contains', value: 'offer' }, `a.subject ilike '%offer%'`],
      [{ not: { field: 'type', op: 'eq', value: 'note' } }, `a.type <> 'note'`],
      [{ field: 'assigneeId', op: 'eq', value: who.userId }, `a.assignee_id = $1`],
      [
        {
          and: [
            { field: 'leadId', op: 'eq', value: mine[0] },
            { field: 'overdue', op: 'eq', value: true },
          ],
        },
        `a.lead_id = '${mine[0]}' and a.status in ('pending', 'in_progress') and a.due_at < now()`,
      ],
      [
        {
          or: [
            { field: 'ownerId', op: 'eq', value: who.userId },
            { field: 'type', op: 'eq', value: 'meeting' },
          ],
        },
        `(a.owner_id = $1 or a.type = 'meeting')`,
      ],
    ];
    for (const [filter, said] of asked) {
      const { rows } = await app.db.query<Seen>(
        `select a.id from activities a where ${OWN} and ${said} order by a.created_at desc, a.id desc`,
        [who.userId],
      );
      expect(rows.length).toBeGreaterThan(0);
      const { body } = await who.post('/activities/search').send({ filter, limit: 100, count: 'exact' }).expect(200);
      expect([filter, (body.data as Seen[]).map(({ id }) => id), body.pageInfo.total ?? body.total]).toEqual([
        filter,
        rows.map(({ id }) => id),
        { count: rows.length, kind: 'exact' },
      ]);
      const first = (await who.post('/activities/search').send({ filter, limit: 1 }).expect(200)).body as {
        data: Seen[];
        pageInfo: { nextCursor: string | null };
      };
      const next = first.pageInfo.nextCursor
        ? ((
            await who
              .post('/activities/search')
              .send({ filter, limit: 100, cursor: first.pageInfo.nextCursor })
              .expect(200)
          ).body.data as Seen[])
        : [];
      expect([...first.data, ...next].map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    }
  });
});
