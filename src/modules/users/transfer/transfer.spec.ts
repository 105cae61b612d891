import { startApp, type TestApp } from '../../../../test/harness/app.js';
import { until } from '../../../../test/harness/receiver.js';
import type { UserView } from '../people/people.dto.js';
import type { StartedJobView } from '../../../platform/jobs/index.js';
import type { OwnedRecordsView } from './transfer.dto.js';
import { TransferWorker } from './transfer-worker.js';

let t: TestApp;
let sales: string;
beforeAll(async () => {
  t = await startApp({ ROLE: 'all' });
  sales = (await t.db.query<{ id: string }>(`select id from roles where name = 'sales'`)).rows[0]?.id ?? '';
}, 60_000);
afterAll(() => t.close());

let created = 0;
const invite = async (roleIds = [sales]): Promise<UserView> =>
  (
    await t.admin
      .post('/users')
      .send({ email: `x${(created += 1)}@kontor.test`, firstName: 'Ada', roleIds })
      .expect(201)
  ).body as UserView;
const lead = async (ownerId: string): Promise<string> =>
  (
    (await t.admin.post('/leads').send({ name: 'L', email: 'l@example.com', ownerId }).expect(201)).body as {
      id: string;
    }
  ).id;
const task = async (leadId: string, fields: object): Promise<string> =>
  (
    (
      await t.admin
        .post('/activities')
        .send({ type: 'task', subject: 'Call', leadId, ...fields })
        .expect(201)
    ).body as { id: string }
  ).id;
const owned = async (id: string): Promise<OwnedRecordsView> =>
  (await t.admin.get(`/users/${id}/owned-records`).expect(200)).body as OwnedRecordsView;
/** Counts per record type, without zeros. */
const counts = async (id: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await owned(id)).records.filter(({ count }) => count > 0).map(({ resource, count }) => [resource, count]),
  );
const transfer = async (from: string, body: object): Promise<StartedJobView> => {
  const answer = await t.admin.post(`/users/${from}/transfer`).send(body).expect(202);
  const view = answer.body as StartedJobView;
  expect(answer.headers['location']).toBe(`/api/v1/jobs/${view.id}`);
  return view;
};
const ended = async ({ id }: StartedJobView) => {
  await until(
    async () =>
      (await t.db.query('select 1 from job_runs where id = $1 and finished_at is not null', [id])).rowCount === 1,
  );
  return (await t.admin.get(`/jobs/${id}`).expect(200)).body as object;
};
const many = (ownerId: string, count: number) =>
  t.db.query(
    `insert into leads (name, email, owner_id) select 'L' || n, 'l' || n || '@example.com', $1
      from generate_series(1, $2) n`,
    [ownerId, count],
  );

describe('A transfer of records', () => {
  it('assigns each record as a single assignment would', async () => {
    const [from, to, third] = [await invite(), await invite(), await invite()];
    const [one, other] = [await lead(from.id), await lead(from.id)];
    const [mine, assigned] = [
      await task(one, { ownerId: from.id, assigneeId: third.id }),
      await task(other, { ownerId: third.id, assigneeId: from.id }),
    ];
    const done = await task(one, { ownerId: from.id });
    await t.admin.post(`/activities/${done}/complete`).send({}).expect(200);
    expect(await owned(from.id)).toMatchObject({ userId: from.id, total: 4 });
    expect(await counts(from.id)).toEqual({ activities: 2, leads: 2 });
    const job = await transfer(from.id, { toUserId: to.id });
    expect(await ended(job)).toMatchObject({
      status: 'succeeded',
      progress: { done: 4, total: 4 },
      result: {
        records: [
          { resource: 'activities', count: 2 },
          { resource: 'leads', count: 2 },
        ],
      },
    });
    expect([await counts(from.id), await counts(to.id)]).toEqual([{}, { activities: 2, leads: 2 }]);
    expect((await t.admin.get(`/leads/${one}`).expect(200)).body).toMatchObject({ ownerId: to.id, version: 2 });
    expect((await t.admin.get(`/activities/${mine}`).expect(200)).body).toMatchObject({
      ownerId: to.id,
      assigneeId: third.id,
    });
    expect((await t.admin.get(`/activities/${assigned}`).expect(200)).body).toMatchObject({
      ownerId: third.id,
      assigneeId: to.id,
    });
    expect((await t.admin.get(`/activities/${done}`).expect(200)).body.ownerId).toBe(from.id);
    const { rows } = await t.db.query(
      `select type, resource_id as id, payload->'previous'->>'ownerId' as before, payload->'object'->>'ownerId'
        as after, actor->>'userId' as by from events where resource_id = any($1) and type = 'lead.assigned'
        order by resource_id`,
      [[one, other]],
    );
    const { body: me } = await t.admin.get('/auth/me').expect(200);
    expect(rows).toEqual(
      [one, other].toSorted().map((id) => ({ type: 'lead.assigned', id, before: from.id, after: to.id, by: me.id })),
    );
    const reported = await t.db.query<{ payload: object }>(
      `select payload from events where type = 'user.records_transferred' and resource_id = $1`,
      [from.id],
    );
    expect(reported.rows).toEqual([
      {
        payload: {
          fromUserId: from.id,
          toUserId: to.id,
          jobId: job.id,
          status: 'succeeded',
          records: [
            { resource: 'activities', count: 2 },
            { resource: 'leads', count: 2 },
          ],
        },
      },
    ]);
    await t.admin.delete(`/users/${from.id}`).expect(204);
  });

  it('covers only the requested record types', async () => {
    const [from, to] = [await invite(), await invite()];
    await task(await lead(from.id), { ownerId: from.id });
    await ended(await transfer(from.id, { toUserId: to.id, resources: ['leads'] }));
    expect(await counts(from.id)).toEqual({ activities: 1 });
  });

  it('moves records to the team of the new owner and updates scores', async () => {
    const [from, to] = [await invite(), await invite()];
    const { body: team } = await t.admin.post('/teams').send({ name: 'Heirs' }).expect(201);
    await t.admin.put(`/teams/${team.id}/members/${to.id}`).expect(204);
    const id = await lead(from.id);
    await t.admin
      .put('/settings/lead_scoring_rules')
      .send({ value: [{ name: 'heir', points: 40, when: { field: 'ownerId', op: 'eq', value: to.id } }] })
      .expect(200);
    await ended(await transfer(from.id, { toUserId: to.id }));
    expect((await t.admin.get(`/leads/${id}`).expect(200)).body.score).toBe(40);
    expect((await t.db.query('select team_id from leads where id = $1', [id])).rows).toEqual([{ team_id: team.id }]);
    await t.admin.put('/settings/lead_scoring_rules').send({ value: null }).expect(200);
  });

  it('covers any number of records, and continues after a killed process', async () => {
    const [from, to] = [await invite(), await invite()];
    await many(from.id, 450);
    let batches = 0;
    const worker = t.app.get(TransferWorker);
    const work = worker.work.bind(worker);
    // Loses the lease after two batches, as if the process had been killed.
    jest.spyOn(worker, 'work').mockImplementationOnce(async (job) => {
      const renew = job.renew;
      return work({ ...job, renew: async () => ((batches += 1) <= 2 ? renew() : false) });
    });
    const job = await transfer(from.id, { toUserId: to.id });
    expect(await ended(job)).toMatchObject({
      status: 'succeeded',
      progress: { done: 450, total: 450 },
      result: { records: [{ resource: 'leads', count: 450 }] },
    });
    expect(batches).toBe(3);
    expect((await counts(to.id))['leads']).toBe(450);
    const { rows } = await t.db.query(
      `select count(*)::int as n, count(distinct resource_id)::int as leads from events where type = 'lead.assigned'
        and payload->'object'->>'ownerId' = $1`,
      [to.id],
    );
    expect(rows).toEqual([{ n: 450, leads: 450 }]);
    jest.restoreAllMocks();
  }, 30_000);

  it('stops on request or when the new owner becomes inactive', async () => {
    const [from, to] = [await invite(), await invite()];
    await many(from.id, 3);
    await t.db.query(`insert into job_groups (group_key, paused_until) values ($1, now() + interval '1 hour')`, [
      `users:${from.id}:transfer`,
    ]);
    const [one, other] = [await transfer(from.id, { toUserId: to.id }), await transfer(from.id, { toUserId: to.id })];
    await t.db.query('update job_runs set cancel_requested_at = now() where id = $1', [one.id]);
    await t.admin.post(`/users/${to.id}/deactivate`).expect(200);
    await t.db.query('update job_groups set paused_until = null');
    expect(await ended(one)).toMatchObject({ status: 'cancelled' });
    expect(await ended(other)).toMatchObject({
      status: 'failed',
      lastError: 'The new owner has left or can no longer see these records.',
    });
    expect((await counts(from.id))['leads']).toBe(3);
  }, 20_000);

  it('includes shared views and excludes private views', async () => {
    const [from, to] = [await t.as('manager'), await invite()];
    const view = async (scope: string): Promise<string> =>
      (
        (
          await from
            .post('/views')
            .send({ resource: 'leads', name: `V ${scope}`, scope })
            .expect(201)
        ).body as { id: string }
      ).id;
    const [shared, own] = [await view('shared'), await view('private')];
    expect(await counts(from.userId)).toEqual({ views: 1 });
    expect(await ended(await transfer(from.userId, { toUserId: to.id }))).toMatchObject({
      status: 'succeeded',
      result: { records: [{ resource: 'views', count: 1 }] },
    });
    expect((await t.admin.get(`/views/${shared}`).expect(200)).body).toMatchObject({
      ownerId: to.id,
      scope: 'shared',
      version: 2,
    });
    expect((await from.get(`/views/${own}`).expect(200)).body).toMatchObject({ ownerId: from.userId });
    const { body: me } = await t.admin.get('/auth/me').expect(200);
    const { body: log } = await t.admin
      .get(`/audit-logs?resourceType=views&resourceId=${shared}&action=update`)
      .expect(200);
    expect(log.data).toMatchObject([{ actor: { id: me.id }, changes: { ownerId: { from: from.userId, to: to.id } } }]);
  });

  it('includes webhooks and channels, which then send again', async () => {
    const [from, to] = [await invite(), await t.as('admin')];
    const webhook = (
      (
        await t.admin
          .post('/webhooks')
          .send({ name: 'W', url: 'https://hooks.example.com/w', events: ['lead.created'] })
          .expect(201)
      ).body as { id: string }
    ).id;
    const channel = (
      (
        await t.admin
          .post('/notification-channels')
          .send({ name: 'C', type: 'email', config: { to: ['ops@example.com'] }, events: ['lead.created'] })
          .expect(201)
      ).body as { id: string }
    ).id;
    await t.db.query('update webhooks set created_by_id = $1 where id = $2', [from.id, webhook]);
    await t.db.query('update notification_channels set created_by_id = $1 where id = $2', [from.id, channel]);
    await t.admin.post(`/users/${from.id}/deactivate`).expect(200);
    expect((await t.admin.get(`/webhooks/${webhook}`).expect(200)).body.isCreatorActive).toBe(false);
    const reported = async (): Promise<number> => {
      const { id } = (
        await t.admin
          .post('/leads')
          .send({ name: 'L', email: `l${(created += 1)}@example.com` })
          .expect(201)
      ).body as { id: string };
      await until(
        async () =>
          (await t.db.query('select 1 from events where resource_id = $1 and dispatched_at is not null', [id]))
            .rowCount === 1,
      );
      return (
        (
          await t.db.query(
            `select 1 from webhook_deliveries d join events e on e.id = d.event_id where e.resource_id = $1 union all
              select 1 from notification_deliveries n where n.resource_id = $1`,
            [id],
          )
        ).rowCount ?? 0
      );
    };
    expect(await reported()).toBe(0);
    expect(await ended(await transfer(from.id, { toUserId: to.userId }))).toMatchObject({
      status: 'succeeded',
      result: {
        records: [
          { resource: 'notification-channels', count: 1 },
          { resource: 'webhooks', count: 1 },
        ],
      },
    });
    expect((await t.admin.get(`/webhooks/${webhook}`).expect(200)).body).toMatchObject({
      isCreatorActive: true,
      createdById: to.userId,
    });
    expect((await t.admin.get(`/notification-channels/${channel}`).expect(200)).body).toMatchObject({
      isCreatorActive: true,
      createdById: to.userId,
    });
    expect(await reported()).toBe(2);
  }, 20_000);

  it('rejects a missing, inactive or same user and a user without permission', async () => {
    const [from, gone, blind] = [await invite(), await invite(), await invite([])];
    await lead(from.id);
    await t.admin.post(`/users/${gone.id}/deactivate`).expect(200);
    const wrong: [object, string, string][] = [
      [{ toUserId: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a' }, '#/toUserId', 'unknown-user'],
      [{ toUserId: gone.id }, '#/toUserId', 'unknown-user'],
      [{ toUserId: blind.id }, '#/toUserId', 'may-not-see'],
      [{ toUserId: from.id.toUpperCase() }, '#/toUserId', 'same-user'],
      [{ toUserId: gone.id, resources: ['users'] }, '#/resources/0', 'unknown-resource'],
      [{ toUserId: gone.id, resources: [] }, '#/resources', 'empty'],
    ];
    for (const [body, pointer, code] of wrong)
      expect((await t.admin.post(`/users/${from.id}/transfer`).send(body).expect(422)).body.errors[0]).toMatchObject({
        pointer,
        code,
      });
    expect((await counts(from.id))['leads']).toBe(1);
  });

  it('needs the permission to assign and access scope all', async () => {
    const [from, to] = [await invite(), await invite()];
    await lead(from.id);
    const narrow = await t.as('admin', { scopes: ['users:*', 'leads:read'] });
    expect(
      (
        await narrow
          .post(`/users/${from.id}/transfer`)
          .send({ toUserId: to.id, resources: ['leads'] })
          .expect(403)
      ).body.code,
    ).toBe('stronger-user');
    // A user without roles has no permissions that the key lacks.
    await t.db.query('delete from user_roles where user_id = $1', [from.id]);
    expect(
      (
        await narrow
          .post(`/users/${from.id}/transfer`)
          .send({ toUserId: to.id, resources: ['leads'] })
          .expect(403)
      ).body.requiredPermission,
    ).toBe('leads:update');
    await t.db.query(
      `insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r join permissions p
        on p.resource = 'users' and p.action = 'transfer' where r.name = 'manager'`,
    );
    const manager = await t.as('manager');
    expect(
      (await manager.post(`/users/${from.id}/transfer`).send({ toUserId: manager.userId }).expect(403)).body.code,
    ).toBe('permission-not-held');
    expect((await counts(from.id))['leads']).toBe(1);
  });
});
