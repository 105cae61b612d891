import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { UserView } from '../people/people.dto.js';
import type { TeamView } from './teams.dto.js';

const NOBODY = '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a';
let t: TestApp;
let salesId: string;
beforeAll(async () => {
  t = await startApp({ ROLE: 'web' });
  salesId = (await t.db.query<{ id: string }>(`select id from roles where name = 'sales'`)).rows[0]?.id ?? '';
}, 60_000);
afterAll(() => t.close());

let created = 0;
const word = () => `Team ${String((created += 1)).padStart(3, '0')}`;
const create = async (fields: object = {}): Promise<TeamView> =>
  (
    await t.admin
      .post('/teams')
      .send({ name: word(), ...fields })
      .expect(201)
  ).body as TeamView;
const invite = async (fields: object = {}): Promise<UserView> =>
  (
    await t.admin
      .post('/users')
      .send({ email: `t${(created += 1)}@kontor.test`, firstName: 'Ada', roleIds: [salesId], ...fields })
      .expect(201)
  ).body as UserView;
const members = async (id: string): Promise<string[]> =>
  ((await t.admin.get(`/teams/${id}/members`).expect(200)).body.data as UserView[]).map((user) => user.id);

describe('Teams', () => {
  it('are created, changed with the current version, and deleted', async () => {
    const lead = await invite();
    const team = await create({ description: 'Scotland', leadId: lead.id });
    expect(team).toMatchObject({ description: 'Scotland', leadId: lead.id, lead: { name: 'Ada' }, version: 1 });
    expect(
      (
        await t.admin
          .patch(`/teams/${team.id}`)
          .set('If-Match', '"1"')
          .send({ description: null, leadId: null })
          .expect(200)
      ).body,
    ).toMatchObject({ description: null, lead: null, version: 2 });
    await t.admin.patch(`/teams/${team.id}`).set('If-Match', '"1"').send({ name: 'x' }).expect(412);
    await t.admin.delete(`/teams/${team.id}`).expect(204);
    await t.admin.get(`/teams/${team.id}`).expect(404);
    const { rows } = await t.db.query<{ type: string }>(
      'select type from events where resource_id = $1 order by sequence',
      [team.id],
    );
    expect(rows.map(({ type }) => type)).toEqual(['team.created', 'team.updated', 'team.deleted']);
  });

  it('have unique names', async () => {
    const name = word();
    const answers = await Promise.all(Array.from({ length: 5 }, () => t.admin.post('/teams').send({ name })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    expect(
      (
        await t.admin
          .patch(`/teams/${(await create()).id}`)
          .send({ name })
          .expect(409)
      ).body.code,
    ).toBe('team-name-taken');
  });

  it('have an active leader', async () => {
    const gone = await invite();
    await t.admin.post(`/users/${gone.id}/deactivate`).expect(200);
    for (const leadId of [NOBODY, gone.id])
      expect((await t.admin.post('/teams').send({ name: word(), leadId }).expect(422)).body.errors[0].pointer).toBe(
        '#/leadId',
      );
  });

  it('are listed by name and paged', async () => {
    for (let count = 0; count < 3; count += 1) await create();
    const first = (await t.admin.get('/teams?limit=2').expect(200)).body;
    const second = (await t.admin.get(`/teams?limit=2&cursor=${first.pageInfo.nextCursor}`).expect(200)).body;
    const names = [...first.data, ...second.data].map(({ name }: TeamView) => name);
    expect(names).toEqual(names.toSorted());
    await t.admin.get('/teams?sort=leadId').expect(400);
  });

  it('gain and lose members with their records', async () => {
    const [north, south, user] = [await create(), await create(), await invite()];
    const { body: lead } = await t.admin
      .post('/leads')
      .send({ name: 'L', email: 'l@example.com', ownerId: user.id })
      .expect(201);
    const teamOfLead = async () =>
      (await t.db.query<{ team_id: string | null }>('select team_id from leads where id = $1', [lead.id])).rows[0]
        ?.team_id;
    await t.admin.put(`/teams/${north.id}/members/${user.id}`).expect(204);
    expect([await members(north.id), await teamOfLead()]).toEqual([[user.id], north.id]);
    await t.admin.put(`/teams/${south.id}/members/${user.id}`).expect(204);
    expect([await members(north.id), await members(south.id), await teamOfLead()]).toEqual([[], [user.id], south.id]);
    await t.admin.delete(`/teams/${north.id}/members/${user.id}`).expect(404);
    await t.admin.delete(`/teams/${south.id}/members/${user.id}`).expect(204);
    expect([await members(south.id), await teamOfLead()]).toEqual([[], null]);
    for (const path of [`/teams/${NOBODY}/members/${user.id}`, `/teams/${north.id}/members/${NOBODY}`])
      await t.admin.put(path).expect(404);
    await t.admin.get(`/teams/${NOBODY}/members`).expect(404);
  });

  it('with members or records are not deleted, also not concurrently', async () => {
    const team = await create();
    const user = await invite({ teamId: team.id });
    await t.admin.post('/leads').send({ name: 'L', email: 'l@example.com', ownerId: user.id }).expect(201);
    expect((await t.admin.delete(`/teams/${team.id}`).expect(409)).body).toMatchObject({
      code: 'team-not-empty',
      users: 1,
      records: { leads: 1 },
    });
    for (let round = 0; round < 8; round += 1) {
      const [next, comer] = [await create(), await invite()];
      const [gone, come] = await Promise.all([
        t.admin.delete(`/teams/${next.id}`),
        t.admin.put(`/teams/${next.id}/members/${comer.id}`),
      ]);
      expect(gone.status === 204 && come.status === 204).toBe(false);
      expect((await t.db.query('select 1 from users where team_id = $1', [next.id])).rowCount).toBe(
        come.status === 204 ? 1 : 0,
      );
    }
  }, 20_000);

  it('are changed only with the permission; moving users needs access scope all', async () => {
    const [manager, sales] = [await t.as('manager'), await t.as('sales')];
    const team = await create();
    await manager.get(`/teams/${team.id}`).expect(200);
    await sales.get('/teams').expect(200);
    for (const who of [manager, sales]) {
      await who.post('/teams').send({ name: word() }).expect(403);
      await who.patch(`/teams/${team.id}`).send({ name: word() }).expect(403);
      await who.delete(`/teams/${team.id}`).expect(403);
      await who.put(`/teams/${team.id}/members/${who.userId}`).expect(403);
    }
    await t.db.query(
      `insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r join permissions p
        on p.resource = 'teams' and p.action = 'update' where r.name = 'manager'`,
    );
    const other = await t.as('manager');
    expect((await other.put(`/teams/${team.id}/members/${other.userId}`).expect(403)).body.code).toBe(
      'permission-not-held',
    );
    expect((await other.put(`/teams/${team.id}/members/${sales.userId}`).expect(403)).body.code).toBe(
      'permission-not-held',
    );
  });
});
