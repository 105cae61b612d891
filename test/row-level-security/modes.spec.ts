import { startApp, type TestApp } from '../harness/app.js';
import {
  activitiesBy,
  expectedActivities,
  expectedLeads,
  foundCompany,
  leadsBy,
  SEEN,
  type Company,
} from './company.js';

describe.each(['off', 'on'])('with row-level security %s', (mode) => {
  let t: TestApp;
  let company: Company;
  beforeAll(async () => {
    t = await startApp({ ROW_LEVEL_SECURITY: mode });
    company = await foundCompany(t);
  });
  afterAll(() => t.close());

  it.each(Object.entries(SEEN))('every read shows the %s the same leads', async (who, { leads }) => {
    expect(await leadsBy(company.people[who as keyof typeof SEEN], company)).toEqual(expectedLeads(leads));
  });

  it.each(Object.entries(SEEN))('every read shows the %s the same activities', async (who, { activities }) => {
    expect(await activitiesBy(company.people[who as keyof typeof SEEN], company)).toEqual(
      expectedActivities(activities),
    );
  });

  it('the admin sees all records', async () => {
    expect(await leadsBy(t.admin, company)).toEqual(expectedLeads(SEEN.support.leads));
  });

  it('requests run as a role that owns no table', async () => {
    const { rows } = await t.db.query<{ usename: string; n: number }>(
      `select count(*)::int as n from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname
        in ('kontor_app', 'kontor_rls')`,
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('hidden records are not changed', async () => {
    const { seller } = company.people;
    const theirs = company.leads['Bea Colleague'] ?? '';
    const state = async () =>
      (
        await t.db.query(
          `select l.*, (select count(*) from activities a where a.lead_id = l.id) as told, (select count(*)
            from events e where e.resource_id = l.id) as events from leads l where l.id = $1`,
          [theirs],
        )
      ).rows;
    const before = await state();
    await seller.patch(`/leads/${theirs}`).send({ notes: 'mine now' }).expect(404);
    await seller.post(`/leads/${theirs}/status`).send({ status: 'contacted' }).expect(404);
    await seller.post(`/leads/${theirs}/assign`).send({ ownerId: seller.userId }).expect(404);
    await seller.delete(`/leads/${theirs}`).expect(404);
    await seller.post(`/leads/${theirs}/restore`).expect(404);
    await seller.post(`/leads/${theirs}/activities`).send({ type: 'note', subject: 'x' }).expect(404);
    await seller
      .post('/leads/bulk')
      .send({ operations: [{ update: { id: theirs, changes: { notes: 'mine now' } } }] })
      .expect(404);
    await seller
      .put('/leads/by-external-id/wall/Bea%20Colleague')
      .send({ name: 'Mine', email: 'mine@wall.test' })
      .expect(404);
    await seller
      .patch(`/activities/${company.activities['on Bea Colleague']}`)
      .send({ subject: 'mine now' })
      .expect(404);
    expect(await state()).toEqual(before);
  });

  it('a user with a small access scope can create, change, count, assign and transfer', async () => {
    const { seller, colleague } = company.people;
    const created = (
      await seller
        .post('/leads')
        .send({ name: 'Fay Fresh', email: 'fay@wall.test', externalIds: { wall: 'fay' } })
        .expect(201)
    ).body as { id: string };
    await seller.patch(`/leads/${created.id}`).send({ notes: 'called' }).expect(200);
    await seller.post(`/leads/${created.id}/status`).send({ status: 'contacted' }).expect(200);
    const activity = (
      await seller.post(`/leads/${created.id}/activities`).send({ type: 'task', subject: 'fresh' }).expect(201)
    ).body as { id: string };
    await seller.post(`/activities/${activity.id}/complete`).send({}).expect(200);
    expect(((await seller.get('/leads/stats').expect(200)).body as { total: number }).total).toBe(2);
    await seller.delete(`/leads/${created.id}`).expect(204);
    await seller.post(`/leads/${created.id}/restore`).expect(200);
    await seller
      .post('/leads/bulk')
      .send({
        operations: [
          { update: { id: created.id, changes: { notes: 'one' } } },
          { assign: { id: created.id, ownerId: colleague.userId } },
        ],
      })
      .expect(200);
    await seller.get(`/leads/${created.id}`).expect(404);
    await colleague.get(`/leads/${created.id}`).expect(200);
    expect(((await seller.get('/leads/stats').expect(200)).body as { total: number }).total).toBe(1);
    expect(((await colleague.get('/leads/stats').expect(200)).body as { total: number }).total).toBe(2);
    await t.admin.post(`/leads/${created.id}/purge`).expect(204);
  });

  it('a bulk operation after an assignment does not see the assigned record', async () => {
    const { seller, colleague } = company.people;
    const created = (await seller.post('/leads').send({ name: 'Gus Given', email: 'gus@wall.test' }).expect(201))
      .body as { id: string };
    await seller
      .post('/leads/bulk')
      .send({
        operations: [
          { assign: { id: created.id, ownerId: colleague.userId } },
          { update: { id: created.id, changes: { notes: 'too late' } } },
        ],
      })
      .expect(404);
    await seller.get(`/leads/${created.id}`).expect(200);
    await t.admin.post(`/leads/${created.id}/purge`).expect(204);
  });

  it('concurrent users see only their records', async () => {
    const { seller, stranger, support } = company.people;
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, at) => [seller, stranger, support][at % 3]?.get('/leads').expect(200)),
    );
    expect(answers.map((answer) => (answer?.body as { data: unknown[] }).data.length)).toEqual(
      Array.from({ length: 30 }, (_, at) => [1, 1, 5][at % 3]),
    );
  });
});
