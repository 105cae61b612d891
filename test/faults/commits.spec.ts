import { caller } from '../harness/caller.js';
import { createApiKey, signIn } from '../harness/app.js';
import { pause, scaled, Scene, startProcess, until } from './scene.js';

describe('a killed API process', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open();
    await scene.endpoints(1);
  });
  afterAll(() => scene.close());

  it(
    'leaves an event for every written lead, and no other event',
    async () => {
      const key = await createApiKey(await signIn(scene.app.url), ['*:*']);
      const answered: string[] = [];
      for (let point = 0; point < scaled(50, 3); point += 1) {
        const api = await startProcess(scene.app.databaseUrl, { ROLE: 'web' });
        const url = /API\s+(http:\S+)\/api\/v1/.exec(api.output())?.[1] ?? '';
        const client = caller(url, { 'X-API-Key': key });
        let isAlive = true;
        const clients = Array.from({ length: 8 }, async () => {
          while (isAlive) {
            const answer = await client
              .post('/leads')
              .send({ name: `Point ${point}`, email: 'point@example.com' })
              .ok(() => true)
              .catch(() => undefined);
            if (answer?.status === 201) answered.push(answer.body.id as string);
            if (!answer) isAlive = false;
          }
        });
        const enough = answered.length + 8 + Math.floor(Math.random() * 20);
        await until(() => answered.length >= enough, 30_000, 'Some leads');
        await pause(Math.random() * 10);
        api.child.kill('SIGKILL');
        await api.ended;
        isAlive = false;
        await Promise.all(clients);
      }
      expect(answered.length).toBeGreaterThan(20);
      const { rows } = await scene.app.db.query<{ lead: string | null; event: string | null }>(
        `select l.id as lead, e.resource_id as event from leads l full join (select * from events
          where type = 'lead.created') e on e.resource_id = l.id`,
      );
      expect(rows.filter(({ lead, event }) => !lead || !event)).toEqual([]);
      await scene.worker();
      await until(() => scene.receiver.unique.size >= rows.length, 60_000, 'Every delivery');
      const delivered = new Set(
        scene.receiver.received.map(
          ({ body }) => (JSON.parse(body) as { data: { object: { id: string } } }).data.object.id,
        ),
      );
      expect(answered.filter((id) => !delivered.has(id))).toEqual([]);
      expect(delivered.size).toBe(rows.length);
    },
    scaled(900_000, 120_000),
  );

  it('a rollback sends no event', async () => {
    const before = (await scene.app.db.query<{ n: number }>('select count(*)::int as n from events')).rows[0]?.n;
    for (let round = 0; round < 10; round += 1) {
      await scene.app.admin
        .post('/leads/bulk')
        .send({
          atomic: true,
          operations: [
            { create: { name: 'Phantom', email: 'phantom@example.com' } },
            { update: { id: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a', changes: { name: 'Nobody' } } },
          ],
        })
        .ok(() => true);
    }
    expect((await scene.app.db.query<{ n: number }>('select count(*)::int as n from events')).rows[0]?.n).toBe(before);
    await pause(1_000);
    expect(scene.receiver.received.some(({ body }) => body.includes('Phantom'))).toBe(false);
  });
});
