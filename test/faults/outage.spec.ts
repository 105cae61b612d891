import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../src/modules/index.js';
import { startEmbedded, type EmbeddedDatabase } from '../../src/platform/database/embedded/embedded.js';
import { migrate, openOrm } from '../../src/platform/database/index.js';
import { removeWithDatabase } from '../harness/folders.js';
import { pause, scaled, Scene, until } from './scene.js';

const ENDPOINTS = 5;

describe('a database that stops during deliveries', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-outage-'));
  let database: EmbeddedDatabase;
  let scene: Scene;
  const open = (port?: number) => startEmbedded({ directory: join(directory, 'postgres'), ...(port ? { port } : {}) });

  beforeAll(async () => {
    database = await open();
    const orm = await openOrm({ url: database.url, entities });
    await migrate(orm, database.url);
    await orm.close();
    scene = await Scene.open({ DATABASE_URL: database.url });
  }, 90_000);

  afterAll(async () => {
    await scene.close();
    await database.stop();
    removeWithDatabase(directory);
  });

  it('loses no delivery; work continues within five seconds, and no process ends', async () => {
    const events = scaled(400, 80);
    const outageSeconds = scaled(30, 3);
    await scene.endpoints(ENDPOINTS);
    await scene.events(events);
    scene.receiver.answer = (_, response) => void setTimeout(() => response.writeHead(200).end(), 5);
    const worker = await scene.worker();
    await until(() => scene.receiver.unique.size > (events * ENDPOINTS) / 4, 60_000, 'A quarter of the deliveries');
    process.kill(database.pid, 'SIGKILL');
    await pause(outageSeconds * 1_000);
    const before = scene.receiver.unique.size;
    const lines = worker.output().split('\n').length;
    database = await open(Number(new URL(database.url).port));
    const back = performance.now();
    // Deliveries in progress continue after their leases end. Other deliveries must not wait for that.
    await until(
      () => scene.receiver.unique.size > before || scene.receiver.unique.size === events * ENDPOINTS,
      5_000,
      'Going on',
    );
    expect(performance.now() - back).toBeLessThan(5_000);
    await until(() => scene.receiver.unique.size === events * ENDPOINTS, 60_000, 'Every delivery');
    await until(
      async () => (await scene.deliveries())['succeeded'] === events * ENDPOINTS,
      45_000,
      'The end of all deliveries',
    );
    expect(worker.child.exitCode).toBeNull();
    expect(lines).toBeLessThan(20 + outageSeconds);
  }, 200_000);
});
