import net from 'node:net';
import { copyTemplate } from './harness/database.js';
import { startApp, type TestApp } from './harness/app.js';

/** A proxy between application and database that can stop forwarding, like a frozen server. */
class Proxy {
  private readonly sockets = new Set<net.Socket>();
  private isFrozen = false;
  private readonly server: net.Server;

  constructor(target: URL) {
    this.server = net.createServer((client) => {
      const upstream = net.connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        this.sockets.add(from);
        if (this.isFrozen) from.pause();
        from
          .on('data', (chunk) => to.write(chunk))
          .on('error', () => to.destroy())
          .on('close', () => (this.sockets.delete(from), to.destroy()));
      }
    });
  }

  listen(): Promise<number> {
    return new Promise((resolve) =>
      this.server.listen(0, '127.0.0.1', () => resolve((this.server.address() as net.AddressInfo).port)),
    );
  }

  freeze(): void {
    this.isFrozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.isFrozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

let app: TestApp;
let proxy: Proxy;
let leave: () => Promise<void>;
beforeAll(async () => {
  const database = await copyTemplate();
  leave = database.leave;
  const target = new URL(database.url);
  proxy = new Proxy(target);
  const through = new URL(database.url);
  through.hostname = '127.0.0.1';
  through.port = String(await proxy.listen());
  app = await startApp({
    ROLE: 'web',
    DATABASE_URL: through.href,
    DATABASE_STATEMENT_TIMEOUT: '1000',
    DATABASE_CONNECTION_TIMEOUT: '500',
    DATABASE_POOL_SIZE: '2',
  });
}, 60_000);
afterAll(async () => {
  await app.close();
  proxy.close();
  await leave();
});

const backends = async (): Promise<number[]> =>
  (
    await app.db.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name like 'kontor-%'`,
    )
  ).rows.map(({ pid }) => pid);

describe('a database that stops responding', () => {
  it('delays a request by at most the statement timeout and a second, and its connections are closed', async () => {
    const { id } = (await app.admin.post('/leads').send({ name: 'Ada', email: 'ada@example.com' }).expect(201))
      .body as { id: string };
    // Both connections are open, and the caller is in the cache.
    await Promise.all([app.admin.get(`/leads/${id}`).expect(200), app.admin.get('/leads').expect(200)]);
    const before = await backends();
    proxy.freeze();
    const answers = await Promise.all([
      app.admin.get(`/leads/${id}`),
      app.admin.patch(`/leads/${id}`).send({ notes: 'Frozen' }),
      app.admin.post('/leads').send({ name: 'Ada', email: 'b@example.com' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    proxy.thaw();
    while ((await app.admin.get(`/leads/${id}`)).status !== 200)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await app.admin.patch(`/leads/${id}`).send({ notes: 'Thawed' }).expect(200);
    expect((await backends()).filter((pid) => before.includes(pid))).toEqual([]);
  }, 60_000);
});
