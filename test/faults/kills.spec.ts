import { Webhook } from 'standardwebhooks';
import { pause, scaled, Scene, SECRET, until, type Process } from './scene.js';

const ENDPOINTS = 20;
const AT_WORK = 100;

describe('killed workers', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.open();
  });
  afterEach(() => scene.close());

  const allIn = (requested: number, milliseconds: number) =>
    until(() => scene.receiver.unique.size >= requested, milliseconds, `${requested} deliveries`);
  const allDone = (requested: number) =>
    until(async () => (await scene.deliveries())['succeeded'] === requested, 30_000, 'The end of all deliveries');

  it(
    'lose nothing, and repeat only deliveries in progress',
    async () => {
      const [events, kills] = [scaled(500, 40), scaled(4, 1)];
      const requested = events * ENDPOINTS;
      await scene.endpoints(ENDPOINTS);
      await scene.events(events);
      scene.receiver.answer = (_, response) => void setTimeout(() => response.writeHead(200).end('thanks'), 5);
      for (let kill = 1; kill <= kills; kill += 1) {
        const worker = await scene.worker();
        await until(() => scene.receiver.unique.size >= (requested * kill) / (kills + 1), 120_000, 'Progress');
        worker.child.kill('SIGKILL');
        await worker.ended;
        await scene.endLeases();
      }
      await scene.worker();
      await allIn(requested, 120_000);
      await allDone(requested);
      expect(scene.receiver.unique.size).toBe(requested);
      expect(scene.receiver.received.length - requested).toBeLessThanOrEqual(AT_WORK * kills);
      expect((await scene.app.db.query('select 1 from jobs')).rows).toEqual([]);
      const verifier = new Webhook(SECRET);
      for (const { headers, body } of scene.receiver.received.slice(0, 200))
        expect(() => verifier.verify(body, headers)).not.toThrow();
    },
    scaled(600_000, 120_000),
  );

  it(
    'with SIGTERM lose nothing and repeat nothing',
    async () => {
      const events = scaled(300, 30);
      const requested = events * ENDPOINTS;
      await scene.endpoints(ENDPOINTS);
      await scene.events(events);
      scene.receiver.answer = (_, response) => void setTimeout(() => response.writeHead(200).end(), 20);
      let worker: Process = await scene.worker();
      for (let roll = 1; roll <= scaled(5, 1); roll += 1) {
        await until(() => scene.receiver.unique.size >= (requested * roll) / (scaled(5, 1) + 1), 120_000, 'Progress');
        const asked = performance.now();
        worker.child.kill('SIGTERM');
        const next = scene.worker();
        expect(await worker.ended).toBe(0);
        expect(performance.now() - asked).toBeLessThan(20_000);
        worker = await next;
      }
      await allIn(requested, 120_000);
      await allDone(requested);
      expect(scene.receiver.received).toHaveLength(requested);
    },
    scaled(600_000, 120_000),
  );

  it('and workers stopped longer than their leases have their late results dropped', async () => {
    const letGo: (() => void)[] = [];
    await scene.endpoints(1);
    await scene.events(3);
    scene.receiver.answer = (_, response) => void letGo.push(() => response.writeHead(200).end('late'));
    const stopped = await scene.worker();
    await until(() => scene.receiver.received.length === 3, 20_000, 'Three attempts');
    stopped.child.kill('SIGSTOP');
    await scene.endLeases();
    scene.receiver.answer = (_, response) => void response.writeHead(200).end('at once');
    await scene.worker();
    await allDone(3);
    letGo.forEach((end) => end());
    stopped.child.kill('SIGCONT');
    await until(() => /leases of \d+ jobs were lost/.test(stopped.output()), 20_000, 'The notice of lost leases');
    const { rows } = await scene.app.db.query<{ n: number }>(
      `select count(*)::int as n from webhook_attempts group by delivery_id`,
    );
    expect(rows.map(({ n }) => n)).toEqual([1, 1, 1]);
    expect(await scene.deliveries()).toEqual({ succeeded: 3 });
  }, 90_000);

  it(
    'without kills: three workers deliver every event once to each endpoint',
    async () => {
      const events = scaled(200, 30);
      await scene.endpoints(ENDPOINTS);
      await Promise.all(Array.from({ length: 3 }, () => scene.worker()));
      for (let round = 0; round < 10; round += 1) {
        await scene.events(events / 10);
        await pause(20);
      }
      await allIn(events * ENDPOINTS, 120_000);
      await allDone(events * ENDPOINTS);
      expect(scene.receiver.received).toHaveLength(events * ENDPOINTS);
    },
    scaled(600_000, 120_000),
  );
});
