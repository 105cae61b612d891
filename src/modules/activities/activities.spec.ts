import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
});
afterAll(() => app.close());

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}
const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
let serial = 0;
async function aLead(who: Caller = admin, more: object = {}): Promise<string> {
  return (
    (
      await who
        .post('/leads')
        .send({ name: 'Ada Lovelace', email: `ada${(serial += 1)}@example.com`, ...more })
        .expect(201)
    ).body as Seen
  ).id;
}
async function anActivity(leadId: string, more: object = {}, who: Caller = admin): Promise<Seen> {
  return (
    await who
      .post('/activities')
      .send({ leadId, type: 'task', subject: 'Send the offer', ...more })
      .expect(201)
  ).body as Seen;
}
const eventsOf = async (id: string) =>
  (
    await app.db.query<{ type: string; payload: { object: Seen; changedFields: string[]; previous: object } }>(
      'select type, payload from events where resource_id = $1 order by sequence',
      [id],
    )
  ).rows;
const idsIn = (answer: { body: { data: Seen[] } }): string[] => answer.body.data.map(({ id }) => id);
const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe('creating an activity', () => {
  it('returns the same activity as a later read', async () => {
    const leadId = await aLead();
    const created = await admin
      .post('/activities')
      .send({
        leadId,
        type: 'call',
        subject: 'First call',
        description: 'Long',
        priority: 'high',
        dueAt: '2030-03-01T10:30:00+01:00',
        durationMinutes: 30,
        outcome: 'Fine',
        location: 'London',
        followUpOn: '2030-03-08',
        direction: 'outbound',
        callResult: 'answered',
        recordingUrl: 'https://calls.example.com/1',
        customFields: { channel: 'mobile', gone: null },
      })
      .expect(201);
    const read = await admin.get(`/activities/${created.body.id}`).expect(200);
    expect(read.body).toEqual(created.body);
    expect(created.headers['location']).toBe(`/api/v1/activities/${created.body.id}`);
    expect(created.headers['etag']).toBe('"1"');
    expect(created.body).toMatchObject({
      status: 'pending',
      overdue: false,
      completedAt: null,
      dueAt: '2030-03-01T09:30:00.000Z',
      customFields: { channel: 'mobile' },
    });
  });

  it('makes the caller the owner, with status pending and priority medium', async () => {
    const sales = await app.as('sales');
    const activity = await anActivity(await aLead(sales), {}, sales);
    expect(activity).toMatchObject({
      ownerId: sales.userId,
      assigneeId: null,
      status: 'pending',
      priority: 'medium',
      completedAt: null,
    });
  });

  it.each([
    ['a note', { type: 'note' }, 'completed'],
    ['a call with a completion time', { type: 'call', completedAt: inHours(-2) }, 'completed'],
    ['a meeting that was due in the past', { type: 'meeting', dueAt: inHours(-2) }, 'completed'],
    ['a meeting in the future', { type: 'meeting', dueAt: inHours(2) }, 'pending'],
    ['a task that was due in the past', { type: 'task', dueAt: inHours(-2) }, 'pending'],
    ['a pending call in the past', { type: 'call', dueAt: inHours(-2), status: 'pending' }, 'pending'],
    ['a completed task', { type: 'task', status: 'completed' }, 'completed'],
  ])('sets the initial status of %s', async (_, more, status) => {
    const activity = await anActivity(await aLead(), more);
    expect(activity['status']).toBe(status);
    expect(activity['completedAt'] !== null).toBe(status === 'completed');
  });

  it('sets the completion time of a logged call', async () => {
    const leadId = await aLead();
    const dueAt = inHours(-3);
    expect(await anActivity(leadId, { type: 'call', dueAt })).toMatchObject({ completedAt: dueAt, overdue: false });
    const completedAt = inHours(-4);
    expect(await anActivity(leadId, { type: 'task', dueAt, completedAt })).toMatchObject({
      status: 'completed',
      completedAt,
    });
  });

  it.each([
    [{ type: 'status_change' }, '#/type'],
    [{ type: 'party' }, '#/type'],
    [{ leadId: NOWHERE }, '#/leadId'],
    [{ assigneeId: NOWHERE }, '#/assigneeId'],
    [{ ownerId: NOWHERE }, '#/ownerId'],
    [{ subject: ' ', description: '' }, '#/subject'],
    [{ type: 'note', status: 'pending' }, '#/status'],
    [{ status: 'pending', completedAt: '2026-01-01T00:00:00Z' }, '#/completedAt'],
    [{ completedAt: '2199-01-01T00:00:00Z' }, '#/completedAt'],
    [{ direction: 'inbound' }, '#/direction'],
    [{ type: 'meeting', callResult: 'missed' }, '#/callResult'],
    [{ recordingUrl: 'https://x.example/1' }, '#/recordingUrl'],
    [{ type: 'call', recordingUrl: 'javascript:alert(1)' }, '#/recordingUrl'],
    [{ durationMinutes: -1 }, '#/durationMinutes'],
    [{ dueAt: '2026-02-30T00:00:00Z' }, '#/dueAt'],
    [{ priority: 'urgent' }, '#/priority'],
    [{ customFields: [] }, '#/customFields'],
    [{ subject: 'x'.repeat(256) }, '#/subject'],
  ])('rejects %j with its location', async (field, pointer) => {
    const answer = await admin
      .post('/activities')
      .send({ leadId: await aLead(), type: 'task', subject: 'Send the offer', ...field })
      .expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it.each(['id', 'overdue', 'oldStatus', 'newStatus', 'version', 'createdAt', 'deletedAt', 'owner'])(
    'rejects %s as unknown',
    async (field) => {
      await admin
        .post('/activities')
        .send({ leadId: await aLead(), type: 'task', subject: 'x', [field]: 'x' })
        .expect(400);
    },
  );

  it('rejects an inactive assignee', async () => {
    const gone = await app.as('sales');
    await app.db.query('update users set is_active = false where id = $1', [gone.userId]);
    const answer = await admin
      .post('/activities')
      .send({ leadId: await aLead(), type: 'task', subject: 'x', assigneeId: gone.userId })
      .expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '#/assigneeId', code: 'unknown-user' })]);
  });

  it('records the event', async () => {
    const activity = await anActivity(await aLead());
    expect(await eventsOf(activity.id)).toEqual([
      { type: 'activity.created', payload: { object: activity, previous: {}, changedFields: [] } },
    ]);
  });

  it('has one effect under the same Idempotency-Key', async () => {
    const leadId = await aLead();
    const send = () =>
      admin
        .post('/activities')
        .set('Idempotency-Key', `k-${leadId}`)
        .send({ leadId, type: 'note', subject: 'Once' })
        .expect(201);
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect((await admin.get(`/leads/${leadId}/activities?type=note`).expect(200)).body.data).toHaveLength(1);
  });

  it('works under the path of a lead too', async () => {
    const leadId = await aLead();
    const created = await admin
      .post(`/leads/${leadId}/activities`)
      .send({ type: 'note', description: 'Met her.' })
      .expect(201);
    expect(created.body).toMatchObject({ leadId, status: 'completed' });
    expect(created.headers['location']).toBe(`/api/v1/activities/${created.body.id}`);
    await admin.post(`/leads/${leadId}/activities`).send({ leadId, type: 'note', subject: 'x' }).expect(400);
    await admin.post(`/leads/${NOWHERE}/activities`).send({ type: 'note', subject: 'x' }).expect(404);
  });
});

describe('a task', () => {
  it('is completed with an outcome', async () => {
    const { id } = await anActivity(await aLead());
    const { body } = await admin
      .post(`/activities/${id}/complete`)
      .send({ outcome: 'Signed', durationMinutes: 45 })
      .expect(200);
    expect(body).toMatchObject({ status: 'completed', outcome: 'Signed', durationMinutes: 45, version: 2 });
    expect(body.completedAt).not.toBeNull();
    const [, completed] = await eventsOf(id);
    expect(completed).toMatchObject({
      type: 'activity.completed',
      payload: {
        previous: { status: 'pending', completedAt: null },
        changedFields: ['status', 'completedAt', 'durationMinutes', 'outcome'],
      },
    });
  });

  it('is completed without an outcome', async () => {
    const { id } = await anActivity(await aLead(), { outcome: 'Kept' });
    expect((await admin.post(`/activities/${id}/complete`).expect(200)).body).toMatchObject({
      status: 'completed',
      outcome: 'Kept',
    });
  });

  it('is completed once by concurrent requests', async () => {
    const { id } = await anActivity(await aLead());
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => admin.post(`/activities/${id}/complete`).send({})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['activity.created', 'activity.completed']);
  });

  it('is reopened after completion or cancellation', async () => {
    const { id } = await anActivity(await aLead());
    await admin.post(`/activities/${id}/complete`).send({}).expect(200);
    expect((await admin.post(`/activities/${id}/reopen`).expect(200)).body).toMatchObject({
      status: 'pending',
      completedAt: null,
    });
    await admin.post(`/activities/${id}/cancel`).expect(200);
    expect((await admin.post(`/activities/${id}/reopen`).expect(200)).body.status).toBe('pending');
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'activity.created',
      'activity.completed',
      'activity.reopened',
      'activity.cancelled',
      'activity.reopened',
    ]);
  });

  it.each([
    ['completed', 'complete'],
    ['completed', 'cancel'],
    ['cancelled', 'complete'],
    ['cancelled', 'cancel'],
    ['pending', 'reopen'],
  ])('with status %s rejects %s', async (status, verb) => {
    const { id } = await anActivity(await aLead(), { status });
    const { body } = await admin.post(`/activities/${id}/${verb}`).expect(409);
    expect(body).toMatchObject({
      code: 'activity-status-not-allowed',
      current: status,
      allowed: status === 'pending' ? ['completed', 'cancelled'] : ['reopened'],
    });
  });

  it('is set to in progress and back by an update while it is open', async () => {
    const { id } = await anActivity(await aLead());
    expect((await admin.patch(`/activities/${id}`).send({ status: 'in_progress' }).expect(200)).body.status).toBe(
      'in_progress',
    );
    expect((await admin.patch(`/activities/${id}`).send({ status: 'pending' }).expect(200)).body.status).toBe(
      'pending',
    );
    await admin.patch(`/activities/${id}`).send({ status: 'completed' }).expect(422);
    await admin.post(`/activities/${id}/complete`).send({}).expect(200);
    await admin.patch(`/activities/${id}`).send({ status: 'in_progress' }).expect(409);
  });

  it('is never a note', async () => {
    const { id } = await anActivity(await aLead(), { type: 'note' });
    expect((await admin.post(`/activities/${id}/reopen`).expect(409)).body).toMatchObject({
      code: 'activity-status-not-allowed',
      allowed: [],
    });
  });

  it('is overdue after its due time until it is completed', async () => {
    const leadId = await aLead();
    const late = await anActivity(leadId, { dueAt: inHours(-1) });
    const soon = await anActivity(leadId, { dueAt: inHours(1) });
    const undated = await anActivity(leadId);
    expect([late['overdue'], soon['overdue'], undated['overdue']]).toEqual([true, false, false]);
    expect((await admin.get(`/activities/${late.id}`).expect(200)).body.overdue).toBe(true);
    expect(idsIn(await admin.get(`/activities?leadId=${leadId}&overdue=true`).expect(200))).toEqual([late.id]);
    expect(idsIn(await admin.get(`/activities?leadId=${leadId}&overdue=false&type=task`).expect(200))).toEqual([
      undated.id,
      soon.id,
    ]);
    expect(
      idsIn(
        await admin
          .post('/activities/search')
          .send({
            filter: {
              and: [
                { field: 'overdue', op: 'eq', value: true },
                { field: 'leadId', op: 'eq', value: leadId },
              ],
            },
          })
          .expect(200),
      ),
    ).toEqual([late.id]);
    expect((await admin.post(`/activities/${late.id}/complete`).send({}).expect(200)).body.overdue).toBe(false);
    expect((await eventsOf(late.id)).at(-1)?.payload.changedFields).toEqual(['status', 'completedAt', 'overdue']);
    expect(idsIn(await admin.get(`/activities?leadId=${leadId}&overdue=true`).expect(200))).toEqual([]);
  });
});

describe('updating an activity', () => {
  it('keeps absent fields, clears null fields and merges custom fields', async () => {
    const { id } = await anActivity(await aLead(), {
      location: 'London',
      outcome: 'Good',
      dueAt: inHours(5),
      customFields: { a: 1, b: 2 },
    });
    const { body } = await admin
      .patch(`/activities/${id}`)
      .send({ location: null, dueAt: null, customFields: { a: null, c: 3 } })
      .expect(200);
    expect(body).toMatchObject({
      location: null,
      dueAt: null,
      outcome: 'Good',
      customFields: { b: 2, c: 3 },
      version: 2,
    });
    expect((await eventsOf(id))[1]).toMatchObject({
      type: 'activity.updated',
      payload: {
        changedFields: ['dueAt', 'location', 'customFields'],
        previous: { location: 'London', customFields: { a: 1, b: 2 } },
      },
    });
  });

  it('without changes creates no event and no version', async () => {
    const { id } = await anActivity(await aLead());
    expect((await admin.patch(`/activities/${id}`).send({ subject: 'Send the offer' }).expect(200)).body.version).toBe(
      1,
    );
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it.each([{ type: 'call' }, { followUpOfId: NOWHERE }, { completedAt: '2026-01-01T00:00:00Z' }, { overdue: true }])(
    'rejects %j as unknown',
    async (field) => {
      const { id } = await anActivity(await aLead());
      await admin.patch(`/activities/${id}`).send(field).expect(400);
    },
  );

  it.each([
    [{ subject: '', description: '' }, '#/subject'],
    [{ direction: 'inbound' }, '#/direction'],
    [{ assigneeId: NOWHERE }, '#/assigneeId'],
    [{ leadId: NOWHERE }, '#/leadId'],
    [{ dealId: NOWHERE }, '#/dealId'],
    [{ subject: null }, '#/subject'],
  ])('rejects %j with its location', async (field, pointer) => {
    const { id } = await anActivity(await aLead());
    const answer = await admin.patch(`/activities/${id}`).send(field).expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('rejects an outdated version and names the differing fields', async () => {
    const { id } = await anActivity(await aLead());
    await admin.patch(`/activities/${id}`).set('If-Match', '"1"').send({ subject: 'New' }).expect(200);
    const answer = await admin
      .patch(`/activities/${id}`)
      .set('If-Match', '"1"')
      .send({ subject: 'Mine', priority: 'low' })
      .expect(412);
    expect(answer.body).toMatchObject({
      code: 'stale-version',
      currentVersion: 2,
      differingFields: ['subject', 'priority'],
    });
    await admin.delete(`/activities/${id}`).set('If-Match', '"1"').expect(412);
    await admin.post(`/activities/${id}/complete`).set('If-Match', '"1"').send({}).expect(412);
    await admin.get(`/activities/${id}`).set('If-None-Match', '"2"').expect(304);
  });

  it('assigns the activity', async () => {
    const sales = await app.as('sales');
    const { id } = await anActivity(await aLead());
    await sales.get(`/activities/${id}`).expect(404);
    await admin.patch(`/activities/${id}`).send({ assigneeId: sales.userId }).expect(200);
    const { body } = await sales.get(`/activities/${id}?include=assignee`).expect(200);
    expect(body.assignee).toMatchObject({ id: sales.userId, name: expect.stringContaining('Test') });
    await admin.patch(`/activities/${id}`).send({ assigneeId: null }).expect(200);
    await sales.get(`/activities/${id}`).expect(404);
  });
});

describe('deleting', () => {
  it('hides an activity until it is restored', async () => {
    const leadId = await aLead();
    const { id } = await anActivity(leadId);
    await admin.delete(`/activities/${id}`).expect(204);
    await admin.get(`/activities/${id}`).expect(404);
    await admin.patch(`/activities/${id}`).send({ subject: 'x' }).expect(404);
    await admin.delete(`/activities/${id}`).expect(404);
    expect(idsIn(await admin.get(`/activities?leadId=${leadId}&type=task`).expect(200))).toEqual([]);
    expect(idsIn(await admin.get(`/activities?leadId=${leadId}&deleted=true`).expect(200))).toEqual([id]);
    expect((await admin.post(`/activities/${id}/restore`).expect(200)).body.deletedAt).toBeNull();
    expect((await admin.post(`/activities/${id}/restore`).expect(409)).body.code).toBe('activity-not-deleted');
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'activity.created',
      'activity.deleted',
      'activity.restored',
    ]);
  });

  it('a lead hides its activities until the lead is restored', async () => {
    const leadId = await aLead();
    const { id } = await anActivity(leadId);
    await admin.delete(`/leads/${leadId}`).expect(204);
    await admin.get(`/activities/${id}`).expect(404);
    await admin.post(`/activities/${id}/complete`).send({}).expect(404);
    for (const path of ['activities', 'timeline']) await admin.get(`/leads/${leadId}/${path}`).expect(404);
    expect(idsIn(await admin.get(`/activities?leadId=${leadId}`).expect(200))).toEqual([]);
    await admin.post('/activities').send({ leadId, type: 'note', subject: 'x' }).expect(422);
    await admin.post(`/leads/${leadId}/restore`).expect(200);
    await admin.get(`/activities/${id}`).expect(200);
  });

  it('a lead permanently deletes its activities', async () => {
    const leadId = await aLead();
    const { id } = await anActivity(leadId);
    await admin.delete(`/activities/${id}`).expect(204);
    await admin.post(`/leads/${leadId}/purge`).expect(204);
    expect((await app.db.query('select 1 from activities where lead_id = $1', [leadId])).rows).toEqual([]);
  });
});

describe('the history of a lead', () => {
  it('contains every status change with actor and time', async () => {
    const sales = await app.as('sales');
    const leadId = await aLead(sales);
    await sales.post(`/leads/${leadId}/status`).send({ status: 'contacted' }).expect(200);
    const { body } = await sales.get(`/leads/${leadId}/activities`).expect(200);
    expect(body.data).toEqual([
      expect.objectContaining({
        type: 'status_change',
        subject: 'Status changed from new to contacted',
        oldStatus: 'new',
        newStatus: 'contacted',
        status: 'completed',
        ownerId: sales.userId,
      }),
      expect.objectContaining({ type: 'status_change', oldStatus: null, newStatus: 'new', ownerId: sales.userId }),
    ]);
  });

  it.each([
    ['patch', ''],
    ['delete', ''],
    ['post', '/complete'],
    ['post', '/reopen'],
    ['post', '/cancel'],
  ] as const)('rejects %s %s', async (method, path) => {
    const leadId = await aLead();
    const [step] = (await admin.get(`/leads/${leadId}/activities`).expect(200)).body.data as Seen[];
    const call = admin[method](`/activities/${step?.id}${path}`);
    expect((await (method === 'patch' ? call.send({ subject: 'x' }) : call).expect(409)).body.code).toBe(
      'activity-is-history',
    );
    expect((await admin.get(`/activities/${step?.id}`).expect(200)).body).toEqual(step);
  });
});

describe('lists', () => {
  it('filter by type, status, priority, people and times', async () => {
    const leadId = await aLead();
    const { userId } = await app.as('sales');
    const call = await anActivity(leadId, {
      type: 'call',
      priority: 'critical',
      assigneeId: userId,
      dueAt: '2031-05-05T10:00:00Z',
    });
    const task = await anActivity(leadId, { dueAt: '2031-05-07T10:00:00Z', status: 'in_progress' });
    const found = async (query: string) => idsIn(await admin.get(`/activities?leadId=${leadId}&${query}`).expect(200));
    expect(await found('type=call')).toEqual([call.id]);
    expect(await found('type=call&type=task')).toEqual([task.id, call.id]);
    expect(await found('status=in_progress')).toEqual([task.id]);
    expect(await found('priority=critical')).toEqual([call.id]);
    expect(await found(`assigneeId=${userId}`)).toEqual([call.id]);
    expect(await found('dueAt[gte]=2031-05-06T00:00:00Z')).toEqual([task.id]);
    expect(await found('dueAt[lt]=2031-05-06T00:00:00Z&sort=dueAt')).toEqual([call.id]);
    expect(await found('sort=dueAt&type=call&type=task')).toEqual([call.id, task.id]);
    expect(await found('createdAt[gte]=2100-01-01T00:00:00Z')).toEqual([]);
  });

  it.each([
    ['newest first', ''],
    ['by due time', '&sort=dueAt'],
    ['by due time, descending', '&sort=-dueAt'],
    ['oldest first', '&sort=createdAt'],
  ])('page %s and back without gaps', async (_, sort) => {
    const leadId = await aLead();
    for (let n = 0; n < 7; n += 1) await anActivity(leadId, n % 2 ? { dueAt: inHours(n) } : {});
    const all = idsIn(await admin.get(`/leads/${leadId}/activities?limit=100${sort}`).expect(200));
    const pages: string[] = [];
    let back: string | null = null;
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await admin
        .get(`/leads/${leadId}/activities?limit=3${sort}${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      pages.push(...idsIn(page));
      cursor = page.body.pageInfo.nextCursor as string | null;
      back = page.body.pageInfo.prevCursor as string | null;
    }
    expect(pages).toEqual(all);
    expect(all).toHaveLength(8);
    expect(idsIn(await admin.get(`/leads/${leadId}/activities?limit=3${sort}&cursor=${back}`).expect(200))).toEqual(
      all.slice(3, 6),
    );
    const other = await aLead();
    expect((await admin.get(`/leads/${other}/activities?limit=3${sort}&cursor=${back}`).expect(400)).body.code).toBe(
      'invalid-cursor',
    );
  });

  it('include the lead, the owner and the assignee on request, then without an ETag', async () => {
    const leadId = await aLead();
    const { id } = await anActivity(leadId);
    const single = await admin.get(`/activities/${id}?include=lead&include=owner&include=assignee`).expect(200);
    expect(single.body).toMatchObject({
      lead: { id: leadId, name: 'Ada Lovelace', status: 'new' },
      owner: { email: 'admin@kontor.test' },
      assignee: null,
    });
    expect(single.headers['etag']).toBeUndefined();
    const { body } = await admin.get(`/leads/${leadId}/activities?include=lead&type=task`).expect(200);
    expect(body.data[0].lead.id).toBe(leadId);
  });

  it('do not include the lead for a key without leads:read', async () => {
    const leadId = await aLead();
    const { id } = await anActivity(leadId);
    const { key } = (
      await admin
        .post('/api-keys')
        .send({ name: 'a', scopes: ['activities:read'] })
        .expect(201)
    ).body as { key: string };
    await app.anonymous.get(`/activities/${id}`).set('X-API-Key', key).expect(200);
    expect(
      (await app.anonymous.get(`/activities/${id}?include=lead`).set('X-API-Key', key).expect(403)).body,
    ).toMatchObject({ code: 'permission-missing', requiredPermission: 'leads:read' });
    await app.anonymous.get('/activities?include=lead').set('X-API-Key', key).expect(403);
    await admin.patch(`/leads/${leadId}`).send({ notes: 'secret' }).expect(200);
    const { body } = await app.anonymous.get(`/leads/${leadId}/timeline`).set('X-API-Key', key).expect(200);
    expect(body.data.map(({ kind }: { kind: string }) => kind)).toEqual(['activity', 'activity']);
  });

  it('filter by any condition, such as the status of the lead, and count facets', async () => {
    const leadId = await aLead();
    const { id } = await anActivity(leadId, { customFields: { channel: 'fax' }, priority: 'low' });
    const search = (filter: object) => admin.post('/activities/search').send({ filter });
    expect(idsIn(await search({ field: 'custom.channel', op: 'eq', value: 'fax' }).expect(200))).toEqual([id]);
    expect(
      idsIn(
        await search({
          and: [
            { field: 'lead.status', op: 'eq', value: 'new' },
            { field: 'leadId', op: 'eq', value: leadId },
            { not: { field: 'type', op: 'eq', value: 'status_change' } },
          ],
        }).expect(200),
      ),
    ).toEqual([id]);
    expect(
      idsIn(
        await search({
          and: [
            { field: 'ownerId', op: 'eq', value: '$me' },
            { field: 'id', op: 'eq', value: id },
          ],
        }).expect(200),
      ),
    ).toEqual([id]);
    await search({ field: 'nonsense', op: 'eq', value: 1 }).expect(422);
    await admin
      .post('/activities/search')
      .send({ include: ['ticket'] })
      .expect(422);
    await admin.post('/activities/search').send({ q: 'offer' }).expect(400);
    const facets = await admin
      .post('/activities/facets')
      .send({ filter: { field: 'leadId', op: 'eq', value: leadId }, facets: ['type', 'overdue'] })
      .expect(200);
    expect(facets.body.facets).toEqual([
      {
        field: 'type',
        kind: 'exact',
        values: [
          { value: 'status_change', count: 1 },
          { value: 'task', count: 1 },
        ],
      },
      { field: 'overdue', kind: 'exact', values: [{ value: 'false', count: 2 }] },
    ]);
  });

  it('return exact counts', async () => {
    const leadId = await aLead();
    await anActivity(leadId);
    expect((await admin.get(`/leads/${leadId}/activities?count=exact&limit=1`).expect(200)).body.total).toEqual({
      count: 2,
      kind: 'exact',
    });
  });
});

describe('visibility', () => {
  it('covers the owner, the assignee and users who can see the lead', async () => {
    const [mine, other] = [await app.as('sales'), await app.as('sales')];
    const leadId = await aLead(other);
    const { id } = await anActivity(leadId, {}, other);
    await mine.get(`/activities/${id}`).expect(404);
    await mine.patch(`/activities/${id}`).send({ subject: 'x' }).expect(404);
    await mine.post(`/activities/${id}/complete`).send({}).expect(404);
    await mine.delete(`/activities/${id}`).expect(404);
    expect(idsIn(await mine.get('/activities').expect(200))).toEqual([]);
    for (const path of ['activities', 'timeline']) await mine.get(`/leads/${leadId}/${path}`).expect(404);
    await mine.post(`/leads/${leadId}/activities`).send({ type: 'note', subject: 'x' }).expect(404);
    expect(
      (await mine.post('/activities').send({ leadId, type: 'note', subject: 'x' }).expect(422)).body.errors,
    ).toEqual([expect.objectContaining({ pointer: '#/leadId', code: 'unknown-lead' })]);
    const assigned = await anActivity(leadId, { assigneeId: mine.userId });
    expect(idsIn(await mine.get('/activities').expect(200))).toEqual([assigned.id]);
    await mine.post(`/activities/${assigned.id}/complete`).send({}).expect(200);
    const facets = await mine
      .post('/activities/facets')
      .send({ facets: ['type'] })
      .expect(200);
    expect(facets.body.facets[0].values).toEqual([{ value: 'task', count: 1 }]);
    const owned = await anActivity(leadId, { ownerId: mine.userId });
    await mine.get(`/activities/${owned.id}`).expect(200);
  });

  it('includes the team', async () => {
    const { rows } = await app.db.query<{ id: string }>(`insert into teams (name) values ('north') returning id`);
    const [manager, seller, stranger] = [
      await app.as('manager', { teamId: rows[0]?.id ?? '' }),
      await app.as('sales', { teamId: rows[0]?.id ?? '' }),
      await app.as('manager'),
    ];
    const { id } = await anActivity(await aLead(seller), {}, seller);
    await manager.get(`/activities/${id}`).expect(200);
    expect(idsIn(await manager.get('/activities?type=task').expect(200))).toEqual([id]);
    await stranger.get(`/activities/${id}`).expect(404);
  });
});

describe('the timeline', () => {
  it('contains every entry once, newest first', async () => {
    const leadId = await aLead();
    await admin.patch(`/leads/${leadId}`).send({ company: 'Analytical Engines' }).expect(200);
    await admin.post(`/leads/${leadId}/status`).send({ status: 'qualified' }).expect(200);
    const note = await anActivity(leadId, { type: 'note', subject: '', description: 'She likes it.' });
    const { userId } = await app.as('sales');
    await admin.post(`/leads/${leadId}/assign`).send({ ownerId: userId }).expect(200);
    const { body } = await admin.get(`/leads/${leadId}/timeline`).expect(200);
    expect(
      body.data.map(({ kind, type, title }: { kind: string; type: string; title: string }) => [kind, type, title]),
    ).toEqual([
      ['event', 'lead.assigned', 'Lead assigned'],
      ['activity', 'note', 'She likes it.'],
      ['activity', 'status_change', 'Status changed from new to qualified'],
      ['event', 'lead.updated', expect.stringMatching(/^Lead updated: .*company/)],
      ['activity', 'status_change', 'Lead created'],
    ]);
    expect(body.data[0]).toMatchObject({
      activity: null,
      previous: { ownerId: null },
      changedFields: ['ownerId'],
      actor: { name: expect.any(String) },
    });
    expect(body.data[1]).toMatchObject({
      id: note.id,
      activity: note,
      previous: null,
      changedFields: null,
      actor: { id: note['ownerId'] },
    });
  });

  it('orders logged activities by the time when they took place', async () => {
    const leadId = await aLead();
    const yesterday = inHours(-24);
    const call = await anActivity(leadId, { type: 'call', completedAt: yesterday });
    const { body } = await admin.get(`/leads/${leadId}/timeline`).expect(200);
    expect(body.data.at(-1)).toMatchObject({ id: call.id, occurredAt: yesterday });
  });

  it('pages forward and back without gaps while entries are added', async () => {
    const leadId = await aLead();
    for (let n = 0; n < 4; n += 1) {
      await anActivity(leadId, { subject: `Task ${n}` });
      await admin
        .patch(`/leads/${leadId}`)
        .send({ company: `Company ${n}` })
        .expect(200);
    }
    const all = idsIn(await admin.get(`/leads/${leadId}/timeline?limit=100`).expect(200));
    expect(all).toHaveLength(9);
    const first = await admin.get(`/leads/${leadId}/timeline?limit=4`).expect(200);
    await anActivity(leadId, { subject: 'Came in between' });
    const second = await admin
      .get(`/leads/${leadId}/timeline?limit=4&cursor=${first.body.pageInfo.nextCursor}`)
      .expect(200);
    const third = await admin
      .get(`/leads/${leadId}/timeline?limit=4&cursor=${second.body.pageInfo.nextCursor}`)
      .expect(200);
    expect([...idsIn(first), ...idsIn(second), ...idsIn(third)]).toEqual(all);
    expect(third.body.pageInfo).toMatchObject({ hasMore: false, nextCursor: null });
    expect(
      idsIn(await admin.get(`/leads/${leadId}/timeline?limit=4&cursor=${third.body.pageInfo.prevCursor}`).expect(200)),
    ).toEqual(idsIn(second));
    expect(idsIn(await admin.get(`/leads/${leadId}/timeline?kind=event`).expect(200))).toHaveLength(4);
    await admin.get(`/leads/${await aLead()}/timeline?limit=4&cursor=${first.body.pageInfo.nextCursor}`).expect(400);
  });

  it('omits deleted activities', async () => {
    const leadId = await aLead();
    const { id } = await anActivity(leadId);
    await admin.delete(`/activities/${id}`).expect(204);
    expect(idsIn(await admin.get(`/leads/${leadId}/timeline`).expect(200))).not.toContain(id);
  });
});
