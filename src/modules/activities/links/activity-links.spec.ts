import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { Caller } from '../../../../test/harness/caller.js';

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
}, 60_000);
afterAll(() => app.close());

interface Seen {
  readonly id: string;
  readonly [field: string]: unknown;
}
let serial = 0;
const created = async (path: string, body: object, who: Caller = admin): Promise<Seen> =>
  (await who.post(path).send(body).expect(201)).body as Seen;
const CREATE = {
  lead: (who?: Caller, more: object = {}) =>
    created('/leads', { name: 'Ada Lovelace', email: `a${(serial += 1)}@example.com`, ...more }, who),
  company: (who?: Caller, more: object = {}) =>
    created('/companies', { name: `Analytical Engines ${(serial += 1)}`, ...more }, who),
  contact: (who?: Caller, more: object = {}) =>
    created('/contacts', { firstName: 'Ada', lastName: `Lovelace ${(serial += 1)}`, ...more }, who),
  deal: (who?: Caller, more: object = {}) => created('/deals', { title: `Engine ${(serial += 1)}`, ...more }, who),
};
type Kind = keyof typeof CREATE;
const KINDS = [
  ['lead', 'leads'],
  ['company', 'companies'],
  ['contact', 'contacts'],
  ['deal', 'deals'],
] as const satisfies readonly (readonly [Kind, string])[];
const idsIn = (answer: { body: { data: Seen[] } }): string[] => answer.body.data.map(({ id }) => id);
const typed = (ids: { body: { data: Seen[] } }): string[] =>
  ids.body.data.filter(({ type }) => type !== 'status_change').map(({ id }) => id);
const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe.each(KINDS)('an activity on a %s', (kind, path) => {
  it('is listed under the record and includes the record', async () => {
    const record = await CREATE[kind]();
    const activity = await created(`/${path}/${record.id}/activities`, { type: 'call', subject: 'First call' });
    expect(activity).toMatchObject({
      leadId: null,
      companyId: null,
      contactId: null,
      dealId: null,
      followUpOfId: null,
      reminderMinutes: 60,
      [`${kind}Id`]: record.id,
    });
    const other = await created('/activities', { type: 'note', subject: 'Other', [`${kind}Id`]: record.id });
    expect(typed(await admin.get(`/${path}/${record.id}/activities`).expect(200))).toEqual([other.id, activity.id]);
    expect(typed(await admin.get(`/activities?${kind}Id=${record.id}&type=call`).expect(200))).toEqual([activity.id]);
    expect(
      typed(
        await admin
          .post('/activities/search')
          .send({ filter: { field: `${kind}Id`, op: 'eq', value: record.id }, include: [kind] })
          .expect(200),
      ),
    ).toEqual([other.id, activity.id]);
    expect((await admin.get(`/activities/${activity.id}?include=${kind}`).expect(200)).body[kind]).toMatchObject({
      id: record.id,
    });
    expect((await admin.get(`/activities/${activity.id}`).expect(200)).body).toEqual(activity);
  });

  it('is visible to users who can see the record; an assignee does not see the record', async () => {
    const [mine, other] = [await app.as('sales'), await app.as('sales')];
    const record = await CREATE[kind](other);
    const { id } = await created(`/${path}/${record.id}/activities`, {
      type: 'task',
      subject: 'Mine to see',
      ownerId: null,
    });
    expect(typed(await other.get('/activities').expect(200))).toContain(id);
    await other.get(`/activities/${id}`).expect(200);
    await mine.get(`/activities/${id}`).expect(404);
    expect(idsIn(await mine.get('/activities').expect(200))).toEqual([]);
    for (const what of ['activities', 'timeline']) await mine.get(`/${path}/${record.id}/${what}`).expect(404);
    await mine.post(`/${path}/${record.id}/activities`).send({ type: 'note', subject: 'x' }).expect(404);
    expect(
      (
        await mine
          .post('/activities')
          .send({ type: 'note', subject: 'x', [`${kind}Id`]: record.id })
          .expect(422)
      ).body.errors,
    ).toEqual([expect.objectContaining({ pointer: `#/${kind}Id`, code: `unknown-${kind}` })]);
    await admin.patch(`/activities/${id}`).send({ assigneeId: mine.userId }).expect(200);
    expect((await mine.get(`/activities/${id}?include=${kind}`).expect(200)).body).toMatchObject({
      [`${kind}Id`]: record.id,
      [kind]: null,
    });
  });

  it('is hidden and restored with the record', async () => {
    const record = await CREATE[kind]();
    const { id } = await created(`/${path}/${record.id}/activities`, { type: 'note', subject: 'x' });
    await admin.delete(`/${path}/${record.id}`).expect(204);
    await admin.get(`/activities/${id}`).expect(404);
    expect(idsIn(await admin.get(`/activities?${kind}Id=${record.id}`).expect(200))).toEqual([]);
    await admin
      .post('/activities')
      .send({ type: 'note', subject: 'x', [`${kind}Id`]: record.id })
      .expect(422);
    await admin.post(`/${path}/${record.id}/restore`).expect(200);
    await admin.get(`/activities/${id}`).expect(200);
  });

  it('is deleted permanently with the record, unless another record is linked', async () => {
    const [record, other] = [await CREATE[kind](), await CREATE[kind === 'company' ? 'lead' : 'company']()];
    const elsewhere = kind === 'company' ? 'leadId' : 'companyId';
    const alone = await created(`/${path}/${record.id}/activities`, { type: 'note', subject: 'x' });
    const both = await created(`/${path}/${record.id}/activities`, {
      type: 'note',
      subject: 'x',
      [elsewhere]: other.id,
    });
    await admin.delete(`/${path}/${record.id}`).expect(204);
    await admin.get(`/activities/${both.id}`).expect(200);
    await admin.post(`/${path}/${record.id}/purge`).expect(204);
    expect((await admin.get(`/activities/${both.id}`).expect(200)).body).toMatchObject({
      [`${kind}Id`]: null,
      [elsewhere]: other.id,
      version: 2,
    });
    expect((await app.db.query('select 1 from activities where id = $1', [alone.id])).rows).toEqual([]);
  });

  it('does not include the record for a key without permission', async () => {
    const { id } = await created(`/${path}/${(await CREATE[kind]()).id}/activities`, { type: 'note', subject: 'x' });
    const { key } = (
      await admin
        .post('/api-keys')
        .send({ name: 'a', scopes: ['activities:read'] })
        .expect(201)
    ).body as { key: string };
    expect(
      (await app.anonymous.get(`/activities/${id}?include=${kind}`).set('X-API-Key', key).expect(403)).body
        .requiredPermission,
    ).toBe(`${path}:read`);
  });
});

describe('an activity on several records', () => {
  it('is listed under all records and can be moved', async () => {
    const [lead, company, contact, deal] = [
      await CREATE.lead(),
      await CREATE.company(),
      await CREATE.contact(),
      await CREATE.deal(),
    ];
    const { id } = await created('/activities', {
      type: 'meeting',
      subject: 'All of us',
      leadId: lead.id,
      companyId: company.id,
      contactId: contact.id,
      dealId: deal.id,
    });
    for (const path of [`leads/${lead.id}`, `companies/${company.id}`, `contacts/${contact.id}`, `deals/${deal.id}`])
      expect(typed(await admin.get(`/${path}/activities`).expect(200))).toEqual([id]);
    const next = await CREATE.deal();
    const { body } = await admin.patch(`/activities/${id}`).send({ leadId: null, dealId: next.id }).expect(200);
    expect(body).toMatchObject({ leadId: null, companyId: company.id, dealId: next.id });
    expect(typed(await admin.get(`/deals/${deal.id}/activities`).expect(200))).toEqual([]);
    const events = await app.db.query<{ payload: { changedFields: string[] } }>(
      `select payload from events where resource_id = $1 and type = 'activity.updated'`,
      [id],
    );
    expect(events.rows[0]?.payload.changedFields).toEqual(['leadId', 'dealId']);
    await admin.patch(`/activities/${id}`).send({ contactId: NOWHERE }).expect(422);
  });

  it('is hidden when all its records are deleted', async () => {
    const [lead, deal] = [await CREATE.lead(), await CREATE.deal()];
    const { id } = await created('/activities', { type: 'task', subject: 'x', leadId: lead.id, dealId: deal.id });
    await admin.delete(`/leads/${lead.id}`).expect(204);
    expect((await admin.get(`/activities/${id}?include=lead&include=deal`).expect(200)).body).toMatchObject({
      lead: null,
      deal: { id: deal.id },
    });
    await admin.delete(`/deals/${deal.id}`).expect(204);
    await admin.get(`/activities/${id}`).expect(404);
  });
});

describe('an activity without a record', () => {
  it('is a personal task', async () => {
    const [mine, other] = [await app.as('sales'), await app.as('sales')];
    const task = await created('/activities', { type: 'task', subject: 'Tidy up' }, mine);
    expect(task).toMatchObject({ leadId: null, companyId: null, contactId: null, dealId: null, ownerId: mine.userId });
    expect(idsIn(await mine.get('/activities').expect(200))).toEqual([task.id]);
    await other.get(`/activities/${task.id}`).expect(404);
    await mine.post(`/activities/${task.id}/complete`).send({}).expect(200);
  });

  it.each([
    [{ type: 'note' }, '#/leadId', 'record-missing'],
    [{ type: 'email' }, '#/leadId', 'record-missing'],
    [{ type: 'task', ownerId: null }, '#/ownerId', 'required'],
  ])('rejects %j', async (body, pointer, code) => {
    expect(
      (
        await admin
          .post('/activities')
          .send({ subject: 'x', ...body })
          .expect(422)
      ).body.errors,
    ).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('cannot become a note', async () => {
    const lead = await CREATE.lead();
    const { id } = await created('/activities', { type: 'note', subject: 'x', leadId: lead.id });
    expect((await admin.patch(`/activities/${id}`).send({ leadId: null }).expect(422)).body.errors[0].code).toBe(
      'record-missing',
    );
  });
});

describe('a follow-up', () => {
  const nextOf = async (id: string): Promise<Seen[]> =>
    (await admin.get(`/activities?followUpOfId=${id}`).expect(200)).body.data as Seen[];

  it('is created with the activity, due in the time zone of the assignee, on the same records', async () => {
    const sales = await app.as('sales');
    await app.db.query(`update users set timezone = 'Pacific/Auckland' where id = $1`, [sales.userId]);
    const [lead, deal] = [await CREATE.lead(), await CREATE.deal()];
    const call = await created('/activities', {
      type: 'call',
      subject: 'First call',
      priority: 'high',
      leadId: lead.id,
      dealId: deal.id,
      assigneeId: sales.userId,
      completedAt: new Date().toISOString(),
      followUpOn: '2030-07-08',
    });
    const [next, ...more] = await nextOf(call.id);
    expect(more).toEqual([]);
    // Auckland has standard time in July: UTC+12.
    expect(next).toMatchObject({
      type: 'task',
      status: 'pending',
      subject: 'Follow up: First call',
      priority: 'high',
      leadId: lead.id,
      dealId: deal.id,
      assigneeId: sales.userId,
      ownerId: call['ownerId'],
      dueAt: '2030-07-08T05:00:00.000Z',
      followUpOfId: call.id,
    });
    expect((await app.db.query('select type from events where resource_id = $1', [next?.id])).rows).toEqual([
      { type: 'activity.created' },
    ]);
    expect(
      (await admin.get(`/deals/${deal.id}/timeline?kind=activity`).expect(200)).body.data.map(
        ({ activity }: { activity: Seen }) => activity['followUpOfId'],
      ),
    ).toEqual(expect.arrayContaining([call.id, null]));
  });

  it('is created once, at the completion', async () => {
    const { id } = await created('/activities', {
      type: 'task',
      subject: 'Send the offer',
      leadId: (await CREATE.lead()).id,
    });
    expect(await nextOf(id)).toEqual([]);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => admin.post(`/activities/${id}/complete`).send({ followUpOn: '2030-03-08' })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await nextOf(id)).toHaveLength(1);
    await admin.post(`/activities/${id}/reopen`).expect(200);
    await admin.post(`/activities/${id}/complete`).send({ followUpOn: '2031-03-08' }).expect(200);
    await admin.patch(`/activities/${id}`).send({ followUpOn: '2032-03-08' }).expect(200);
    expect((await nextOf(id)).map(({ dueAt }) => dueAt)).toEqual(['2030-03-08T17:00:00.000Z']);
  });

  it('is not created again after its deletion', async () => {
    const { id } = await created('/activities', {
      type: 'task',
      subject: 'x',
      leadId: (await CREATE.lead()).id,
      followUpOn: '2030-03-08',
    });
    const [next] = await nextOf(id);
    await admin.delete(`/activities/${next?.id}`).expect(204);
    await admin.post(`/activities/${id}/complete`).send({}).expect(200);
    expect(await nextOf(id)).toEqual([]);
  });
});
