import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { Receiver } from './receiver.js';
import { pause, scaled, Scene, SECRET, until } from './scene.js';

const quantile = (values: number[], share: number): number =>
  values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

describe('faulty webhook receivers', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.open();
  });
  afterEach(() => scene.close());

  it(
    'that hang, with a backlog, delay no other webhook',
    async () => {
      const healthy = 19;
      await scene.endpoints(healthy);
      await scene.worker();
      const waitingTimes = async (): Promise<number[]> => {
        const times: number[] = [];
        for (let round = 0; round < scaled(40, 6); round += 1) {
          const since = scene.receiver.received.length;
          const asked = performance.now();
          await scene.events(1);
          const ofHealthy = () => scene.receiver.received.slice(since).filter(({ path }) => path !== '/hangs');
          await until(() => ofHealthy().length >= healthy, 30_000, 'A round');
          times.push(...ofHealthy().map(({ at }) => at - asked));
          await pause(50);
        }
        return times;
      };
      const alone = quantile(await waitingTimes(), 0.99);

      let [open, most] = [0, 0];
      scene.receiver.answer = ({ path }, response) => {
        if (path !== '/hangs') return void response.writeHead(204).end();
        most = Math.max(most, (open += 1));
        response.once('close', () => (open -= 1));
      };
      await scene.app.admin
        .post('/webhooks')
        .send({ name: 'Hangs', url: scene.receiver.url('/hangs'), events: ['lead.*'], maxConcurrency: 3 })
        .expect(201);
      await scene.events(scaled(10_000, 200));
      await until(() => open === 3, 60_000, 'The hanging of three');
      await until(
        async () => (await scene.app.db.query('select 1 from events where dispatched_at is null')).rows.length === 0,
        120_000,
        'The relay of the backlog',
      );
      await until(
        async () =>
          (
            await scene.app.db.query(
              `select 1 from jobs j join webhooks w on j.group_key = 'webhook:' || w.id where w.name <> 'Hangs' limit 1`,
            )
          ).rows.length === 0,
        240_000,
        'The end of the others’ backlog',
      );
      const beside = quantile(await waitingTimes(), 0.99);
      expect(most).toBeLessThanOrEqual(3);
      expect(beside).toBeLessThanOrEqual(Math.max(2 * alone, 2_000));
    },
    scaled(600_000, 120_000),
  );

  it('with endless, slow, oversized or no responses cost at most 15.5 seconds and no memory', async () => {
    await scene.endpoints(1);
    const worker = await scene.worker();
    const memory = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${worker.child.pid}/status`, 'utf8'))?.[1]) / 1_024;
    await scene.events(50);
    await until(() => scene.receiver.received.length >= 50, 20_000, 'Warming up');
    const before = memory();
    scene.receiver.answer = ({ path }, response) => {
      if (path === '/drips') {
        response.writeHead(200);
        const drip = setInterval(() => response.write('.'), 200);
        response.once('close', () => clearInterval(drip));
      } else if (path === '/endless') {
        response.writeHead(200);
        const chunk = Buffer.alloc(65_536, 'x');
        const pour = (): void =>
          void (response.destroyed || (response.write(chunk) ? setImmediate(pour) : response.once('drain', pour)));
        pour();
      } else if (path === '/headers') {
        response
          .writeHead(
            200,
            Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x-${index}`, 'y'.repeat(2_000)])),
          )
          .end();
      } else if (path === '/resets') response.socket?.destroy();
      else if (path === '/emoji') response.writeHead(500).end('🦆'.repeat(5_000));
      else response.writeHead(204).end();
    };
    const paths = ['/drips', '/endless', '/headers', '/resets', '/emoji'];
    for (const path of paths)
      await scene.app.admin
        .post('/webhooks')
        .send({ name: path, url: scene.receiver.url(path), events: ['lead.*'] })
        .expect(201);
    await scene.events(1);
    const attempts = async () =>
      (
        await scene.app.db.query<{
          name: string;
          duration_ms: number;
          response_body: string | null;
          error_code: string | null;
          status_code: number | null;
        }>(
          `select w.name, a.duration_ms, a.response_body, a.error_code, a.status_code from webhook_attempts a
            join webhook_deliveries d on d.id = a.delivery_id join webhooks w on w.id = d.webhook_id
            where w.name = any($1)`,
          [paths],
        )
      ).rows;
    await until(
      async () => new Set((await attempts()).map(({ name }) => name)).size === paths.length,
      40_000,
      'An attempt at each',
    );
    for (const { duration_ms, response_body } of await attempts()) {
      expect(duration_ms).toBeLessThanOrEqual(15_500);
      expect(Buffer.byteLength(response_body ?? '')).toBeLessThanOrEqual(4_096);
    }
    const of = async (name: string) => (await attempts()).find((attempt) => attempt.name === name);
    expect(await of('/emoji')).toMatchObject({
      status_code: 500,
      response_body: expect.stringMatching(/^(🦆)+$/u) as string,
    });
    expect((await of('/drips'))?.error_code).not.toBeNull();
    expect((await of('/resets'))?.error_code).not.toBeNull();
    expect(memory() - before).toBeLessThan(60);
  }, 90_000);

  it('with 429 or 503 are paused as requested, and waiting deliveries lose no attempt', async () => {
    const [tooMany, ofRest] = [[] as number[], [] as number[]];
    await scene.worker();
    scene.receiver.answer = ({ path, at }, response) => {
      if (path === '/storm') {
        tooMany.push(at);
        response.writeHead(tooMany.length <= 2 ? 429 : 204, { 'Retry-After': '2' }).end();
      } else {
        ofRest.push(at);
        response.writeHead(204).end();
      }
    };
    await scene.app.admin
      .post('/webhooks')
      .send({ name: 'Storm', url: scene.receiver.url('/storm'), events: ['lead.*'], maxConcurrency: 1 })
      .expect(201);
    await scene.endpoints(1);
    await scene.events(20);
    await until(() => ofRest.length === 20, 20_000, 'The rest');
    await until(
      async () => {
        await scene.app.db.query(`update jobs set run_at = now() where lease_token is null and attempts > 0`);
        return (await scene.deliveries())['succeeded'] === 40;
      },
      60_000,
      'The end of the storm',
    );
    const gaps = tooMany.slice(1, 3).map((at, index) => at - (tooMany[index] ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThan(1_900);
    const { rows } = await scene.app.db.query<{ attempts: number; n: number }>(
      `select d.attempt_count as attempts, count(*)::int as n from webhook_deliveries d join webhooks w
        on w.id = d.webhook_id where w.name = 'Storm' group by 1 order by 1`,
    );
    expect(rows.reduce((sum, { attempts, n }) => sum + attempts * n, 0)).toBeLessThanOrEqual(22);
  }, 90_000);

  it('that resolve to private addresses are not reached', async () => {
    const inner = await Receiver.start();
    await scene.worker();
    const codes = [301, 302, 303, 307, 308];
    scene.receiver.answer = ({ path }, response) =>
      void response.writeHead(Number(path.slice(1)), { Location: inner.url('/secret') }).end();
    for (const code of codes)
      await scene.app.admin
        .post('/webhooks')
        .send({ name: `${code}`, url: scene.receiver.url(`/${code}`), events: ['lead.*'] })
        .expect(201);
    await scene.events(1);
    await until(() => scene.receiver.received.length >= codes.length, 20_000, 'An attempt at each');
    await pause(500);
    expect(inner.connections).toBe(0);
    const { rows } = await scene.app.db.query<{ status_code: number }>(
      'select distinct status_code from webhook_attempts order by 1',
    );
    expect(rows.map(({ status_code }) => status_code)).toEqual(codes);
    await inner.stop();
  }, 60_000);

  it('receive only signatures of the old or new secret during rotations under load', async () => {
    const [id = ''] = await scene.endpoints(1, { maxConcurrency: 10 });
    await scene.worker();
    const secrets = [SECRET];
    const events = scaled(500, 100);
    const load = (async () => {
      for (let round = 0; round < 10; round += 1) {
        await scene.events(events / 10);
        await pause(100);
      }
    })();
    for (let turn = 0; turn < 3; turn += 1) {
      await pause(200);
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          scene.app.admin
            .post(`/webhooks/${id}/rotate-secret`)
            .send({ overlapDays: 1 })
            .ok(() => true),
        ),
      );
      secrets.push(
        ...answers.filter(({ status }) => status < 300).map(({ body }) => (body as { secret: string }).secret),
      );
    }
    await load;
    await until(() => scene.receiver.unique.size === events, 60_000, 'Every delivery');
    const verifiers = secrets.map((secret) => new Webhook(secret));
    const verifies = (verifier: Webhook, body: string, headers: Record<string, string>): boolean => {
      try {
        return Boolean(verifier.verify(body, headers));
      } catch {
        return false;
      }
    };
    expect(secrets.length).toBeGreaterThan(3);
    expect(
      scene.receiver.received.filter(
        ({ body, headers }) => !verifiers.some((verifier) => verifies(verifier, body, headers)),
      ),
    ).toEqual([]);
  }, 120_000);
});
