import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
});
afterAll(() => app.close());

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const aLead = async (more: object = {}): Promise<string> => (await admin.post('/leads').send({ name: 'Ada', email: 'ada@example.com', ...more }).expect(201)).body.id as string;
const anActivity = async (leadId: string, more: object = {}): Promise<{ id: string; status: string; [field: string]: unknown }> =>
  (await admin.post('/activities').send({ leadId, type: 'task', subject: 'Write the offer', ...more }).expect(201)).body as { id: string; status: string };
const idsOf = (answer: { body: { data: { id: string }[] } }): string[] => answer.body.data.map(({ id }) => id);

describe('an activity', () => {
  it('is given back as a later read gives it', async () => {
    const made = await admin.post('/activities').send({ leadId: await aLead(), type: 'call', subject: 'First call', dueAt: '2027-01-02T10:00:00+02:00', direction: 'outbound', followUpOn: '2027-01-09' }).expect(201);
    const read = await admin.get(`/activities/${made.body.id}`).expect(200);
    expect(read.body).toEqual(made.body);
    expect(made.body).toMatchObject({ status: 'pending', overdue: false, dueAt: '2027-01-02T08:00:00.000Z', priority: 'medium' });
    expect(made.headers['location']).toBe(`/api/v1/activities/${made.body.id}`);
  });

  it('is born completed when it is a note or was done already', async () => {
    const leadId = await aLead();
    expect(await anActivity(leadId, { type: 'note', description: 'Likes engines' })).toMatchObject({ status: 'completed' });
    expect(await anActivity(leadId, { type: 'call', completedAt: inDays(-1), durationMinutes: 12 })).toMatchObject({ status: 'completed' });
  });

  it('belongs to a lead that its maker may see', async () => {
    const sales = await app.as('sales');
    const leadId = await aLead();
    const answer = await sales.post('/activities').send({ leadId, type: 'note' }).expect(422);
    expect(answer.body.errors[0]).toMatchObject({ pointer: '#/leadId', code: 'unknown-lead' });
    await sales.get(`/leads/${leadId}/activities`).expect(404);
    await sales.get(`/leads/${leadId}/timeline`).expect(404);
    await sales.post(`/leads/${leadId}/activities`).send({ type: 'note' }).expect(404);
  });

  it('has call fields only when it is a call', async () => {
    const answer = await admin.post('/activities').send({ leadId: await aLead(), type: 'note', direction: 'inbound' }).expect(422);
    expect(answer.body.errors[0].pointer).toBe('#/direction');
  });

  it('cannot be a status change made by hand', async () => {
    await admin.post('/activities').send({ leadId: await aLead(), type: 'status_change' }).expect(422);
  });

  it('is done once', async () => {
    const { id } = await anActivity(await aLead());
    const answers = await Promise.all(Array.from({ length: 10 }, () => admin.post(`/activities/${id}/complete`).send({ outcome: 'Sent' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect((await admin.get(`/activities/${id}`)).body).toMatchObject({ status: 'completed', outcome: 'Sent' });
  });

  it('can be reopened, cancelled, deleted and restored', async () => {
    const { id } = await anActivity(await aLead());
    await admin.post(`/activities/${id}/complete`).send({}).expect(200);
    expect((await admin.post(`/activities/${id}/reopen`).expect(200)).body).toMatchObject({ status: 'pending', completedAt: null });
    await admin.post(`/activities/${id}/cancel`).expect(200);
    await admin.post(`/activities/${id}/complete`).send({}).expect(409);
    await admin.delete(`/activities/${id}`).expect(204);
    await admin.get(`/activities/${id}`).expect(404);
    await admin.post(`/activities/${id}/restore`).expect(200);
    await admin.get(`/activities/${id}`).expect(200);
    const { rows } = await app.db.query<{ type: string }>('select type from events where resource_id = $1 order by sequence', [id]);
    expect(rows.map(({ type }) => type)).toEqual(['activity.created', 'activity.completed', 'activity.reopened', 'activity.cancelled', 'activity.deleted', 'activity.restored']);
  });

  it('is changed field by field, and a stale copy is refused', async () => {
    const { id } = await anActivity(await aLead(), { location: 'Room 3' });
    expect((await admin.patch(`/activities/${id}`).set('If-Match', '"1"').send({ status: 'in_progress', location: null, priority: 'high' }).expect(200)).body).toMatchObject({ status: 'in_progress', location: null, version: 2 });
    await admin.patch(`/activities/${id}`).set('If-Match', '"1"').send({ subject: 'Mine' }).expect(412);
  });

  it('goes with its lead', async () => {
    const leadId = await aLead();
    const { id } = await anActivity(leadId);
    await admin.delete(`/leads/${leadId}`).expect(204);
    await admin.get(`/activities/${id}`).expect(404);
    await admin.post(`/leads/${leadId}/restore`).expect(200);
    await admin.get(`/activities/${id}`).expect(200);
  });
});

describe('history', () => {
  it('cannot be edited, completed or deleted', async () => {
    const leadId = await aLead();
    await admin.post(`/leads/${leadId}/status`).send({ status: 'contacted' }).expect(200);
    const { data } = (await admin.get(`/leads/${leadId}/activities?type=status_change`).expect(200)).body as { data: { id: string; oldStatus: string | null; newStatus: string }[] };
    expect(data.map(({ oldStatus, newStatus }) => [oldStatus, newStatus])).toEqual([['new', 'contacted'], [null, 'new']]);
    for (const { id } of data) {
      await admin.patch(`/activities/${id}`).send({ subject: 'Nothing happened' }).expect(409);
      await admin.delete(`/activities/${id}`).expect(409);
      await admin.post(`/activities/${id}/reopen`).expect(409);
    }
  });

  it('names who did it', async () => {
    const leadId = await aLead();
    const { rows } = await app.db.query<{ email: string }>(`select u.email from activities a join users u on u.id = a.owner_id where a.lead_id = $1`, [leadId]);
    expect(rows[0]?.email).toBe('admin@kontor.test');
  });
});

describe('lists', () => {
  it('tell what is overdue, what is due and whose it is', async () => {
    const leadId = await aLead();
    const sales = await app.as('sales');
    const late = await anActivity(leadId, { dueAt: inDays(-2), assigneeId: sales.userId });
    const soon = await anActivity(leadId, { dueAt: inDays(2) });
    const never = await anActivity(leadId);
    const list = async (parameters: string) => idsOf(await admin.get(`/activities?leadId=${leadId}&type=task&${parameters}`).expect(200));
    expect(await list('overdue=true')).toEqual([late.id]);
    expect((await list('overdue=false')).toSorted()).toEqual([soon.id, never.id].toSorted());
    expect(await list(`assigneeId=${sales.userId}`)).toEqual([late.id]);
    expect(await list('sort=dueAt')).toEqual([late.id, soon.id, never.id]);
    expect(await list(`dueAt[gte]=${inDays(0)}&dueAt[lt]=${inDays(7)}`)).toEqual([soon.id]);
    expect((await admin.get(`/activities/${late.id}`)).body.overdue).toBe(true);
    expect(idsOf(await sales.get('/activities').expect(200))).toEqual([late.id]);
    await admin.post(`/activities/${late.id}/complete`).send({}).expect(200);
    expect(await list('overdue=true')).toEqual([]);
  });

  it('can be paged, filtered to any depth and counted', async () => {
    const leadId = await aLead();
    for (let index = 0; index < 7; index += 1) await anActivity(leadId, { type: index % 2 ? 'task' : 'meeting' });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await admin.get(`/leads/${leadId}/activities?limit=3&sort=dueAt${cursor && `&cursor=${cursor}`}`).expect(200);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.pageInfo.nextCursor ?? '';
    } while (cursor);
    expect(new Set(seen).size).toBe(8);
    const filter = { and: [{ field: 'leadId', op: 'eq', value: leadId }, { field: 'type', op: 'in', value: ['task', 'meeting'] }] };
    expect((await admin.post('/activities/search').send({ filter, count: 'exact', limit: 1, include: ['lead'] }).expect(200)).body).toMatchObject({ total: { count: 7, kind: 'exact' }, data: [{ lead: { id: leadId, name: 'Ada' } }] });
    expect((await admin.post('/activities/facets').send({ filter, facets: ['type'] }).expect(200)).body.facets[0].values).toEqual(expect.arrayContaining([{ value: 'meeting', count: 4 }, { value: 'task', count: 3 }]));
  });
});

describe('the timeline', () => {
  it('tells the story of a lead once, newest first', async () => {
    const leadId = await aLead();
    await admin.post(`/leads/${leadId}/activities`).send({ type: 'note', subject: 'Spoke on the phone' }).expect(201);
    await admin.patch(`/leads/${leadId}`).send({ company: 'Analytical Engines' }).expect(200);
    await admin.post(`/leads/${leadId}/status`).send({ status: 'qualified' }).expect(200);
    const { data } = (await admin.get(`/leads/${leadId}/timeline`).expect(200)).body as { data: { title: string; kind: string; actor: { name: string }; changedFields: string[] | null }[] };
    expect(data.map(({ kind, title }) => [kind, title.split(':')[0]])).toEqual([['activity', 'Status changed from new to qualified'], ['event', 'Lead updated'], ['activity', 'Spoke on the phone'], ['activity', 'Lead came in']]);
    expect(data[1]?.changedFields).toContain('company');
    expect(data.every(({ actor }) => actor !== null)).toBe(true);
  });

  it('goes on where a page ended', async () => {
    const leadId = await aLead();
    for (let index = 0; index < 5; index += 1) await admin.post(`/leads/${leadId}/activities`).send({ type: 'note', subject: `Note ${index}` }).expect(201);
    const first = (await admin.get(`/leads/${leadId}/timeline?limit=4`).expect(200)).body;
    const second = (await admin.get(`/leads/${leadId}/timeline?limit=4&cursor=${first.pageInfo.nextCursor}`).expect(200)).body;
    expect([...first.data, ...second.data].map(({ title }: { title: string }) => title)).toEqual(['Note 4', 'Note 3', 'Note 2', 'Note 1', 'Note 0', 'Lead came in']);
  });
});
