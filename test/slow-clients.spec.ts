import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PinoLogger } from 'nestjs-pino';
import { Config } from '../src/platform/config/index.js';
import { Overload } from '../src/platform/http/index.js';
import { startApp, type TestApp } from './harness/app.js';

// Behind a proxy the connections of one address are not limited, so that one machine can act as many clients.
const SMALL = { MAX_REQUESTS_IN_FLIGHT: '30', MAX_ANONYMOUS_REQUESTS_IN_FLIGHT: '10', TRUST_PROXY_HOPS: '1' };
const CLIENTS = 60;
/** Above these limits the newest slow clients are closed immediately. */
const SLOW_PER_ADDRESS = 20;
const SLOW_IN_ALL = 200;

let app: TestApp;
let sockets: Socket[] = [];
/** The received text of each client. */
const answers = new Map<Socket, string>();
beforeAll(async () => {
  app = await startApp(SMALL);
  await app.admin.get('/leads').expect(200);
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  answers.clear();
});
afterAll(() => app.close());

/** Opens a client that keeps its side of the connection open. A `deaf` client reads nothing. */
function open(url: string, text: string, { deaf = false } = {}): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(
      { port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true, ...(deaf && { highWaterMark: 1 }) },
      () => {
        socket.write(text, () => resolve(socket));
      },
    );
    socket.on('error', () => undefined);
    if (deaf) socket.pause();
    else socket.on('data', (chunk: Buffer) => answers.set(socket, `${answers.get(socket) ?? ''}${chunk.toString()}`));
    sockets.push(socket);
  });
}

const openAll = (text: string, options?: { deaf: boolean }): Promise<Socket[]> =>
  Promise.all(Array.from({ length: CLIENTS }, () => open(app.url, text, options)));
const connections = (): Promise<number> =>
  new Promise((resolve) => app.app.getHttpServer().getConnections((_: unknown, count: number) => resolve(count)));

/** Returns how many clients received a problem with this code. */
const countOf = (code: string): number =>
  [...answers.values()].filter((text) => text.includes(`"code":"${code}"`)).length;
const closedUnanswered = (): number => sockets.filter(({ closed, bytesRead }) => closed && bytesRead === 0).length;

async function until(isDone: () => Promise<boolean>, most = 300): Promise<void> {
  for (let tries = 0; tries < most && !(await isDone()); tries += 1) await sleep(100);
  expect(await isDone()).toBe(true);
}

const DRIP =
  'POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{';

describe('slow clients', () => {
  it('with slow bodies take no capacity from others, and are closed', async () => {
    await openAll(DRIP);
    await app.admin.get('/leads').expect(200);
    expect((await app.anonymous.get('/auth/me').expect(401)).body.code).toBe('not-signed-in');
    await until(() => Promise.resolve(countOf('overloaded') === CLIENTS - SLOW_PER_ADDRESS));
    await app.anonymous.get('/auth/me').expect(401);
    await until(async () => (await connections()) <= 10);
    expect(countOf('request-timeout')).toBe(SLOW_PER_ADDRESS);
  }, 60_000);

  it('with slow bodies are limited in total, and signed-in callers have their own share', async () => {
    const behindProxy = await startApp({ MAX_REQUESTS_IN_FLIGHT: '100', TRUST_PROXY_HOPS: '1' });
    const drip = (header: string): Promise<Socket> =>
      open(behindProxy.url, DRIP.replace('Host: a', `Host: a\r\n${header}`));
    try {
      await behindProxy.admin.get('/leads').expect(200);
      const key = `X-API-Key: ${behindProxy.admin.headers['X-API-Key'] ?? ''}`;
      await Promise.all(Array.from({ length: SLOW_PER_ADDRESS + 5 }, () => drip(key)));
      // Eleven addresses, each within the limit of one address.
      await Promise.all(
        Array.from({ length: SLOW_IN_ALL + 20 }, (_, at) => drip(`X-Forwarded-For: 198.51.100.${1 + (at % 11)}`)),
      );
      await until(() => Promise.resolve(countOf('overloaded') === 20), 100);
      await until(() => Promise.resolve(countOf('request-timeout') === SLOW_IN_ALL + SLOW_PER_ADDRESS + 5));
      expect(countOf('overloaded')).toBe(20);
    } finally {
      for (const socket of sockets) socket.destroy();
      await behindProxy.close();
    }
  }, 60_000);

  it('are checked every second', () => {
    expect(app.app.getHttpServer()).toMatchObject({
      connectionsCheckingInterval: 1_000,
      headersTimeout: 10_000,
      requestTimeout: 10_000,
    });
  });

  it('with slow headers are closed', async () => {
    await openAll('GET /api/v1/leads HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    await app.anonymous.get('/auth/me').expect(401);
    await until(async () => (await connections()) <= 10);
  }, 60_000);

  it('with slow reads take no capacity from others, and are closed', async () => {
    await openAll('GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(4), { deaf: true });
    await app.admin.get('/leads').expect(200);
    // At most this many clients wait with unread responses. The others were rejected and closed.
    await until(async () => (await connections()) <= SLOW_PER_ADDRESS + 10);
    await app.admin.get('/leads').expect(200);
    await until(async () => (await app.anonymous.get('/auth/me')).status === 401);
    // An unread response is closed after half a minute.
    await until(async () => (await connections()) <= 10, 600);
  }, 90_000);

  it('with slow reads are limited by address before the responses time out', async () => {
    const roomy = await startApp({
      MAX_REQUESTS_IN_FLIGHT: '300',
      MAX_ANONYMOUS_REQUESTS_IN_FLIGHT: '200',
      TRUST_PROXY_HOPS: '1',
    });
    const opened = (): Promise<number> =>
      new Promise((resolve) => roomy.app.getHttpServer().getConnections((_: unknown, count: number) => resolve(count)));
    try {
      const text = 'GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(6);
      const clients = SLOW_PER_ADDRESS + 20;
      let accepted = 0;
      roomy.app.getHttpServer().on('connection', () => (accepted += 1));
      await Promise.all(Array.from({ length: clients }, () => open(roomy.url, text, { deaf: true })));
      await until(() => Promise.resolve(accepted === clients));
      await until(async () => (await opened()) <= SLOW_PER_ADDRESS, 150);
    } finally {
      for (const socket of sockets) socket.destroy();
      await roomy.close();
    }
  }, 60_000);

  it('receive the response to an invalid request and are closed', async () => {
    await openAll('HELLO\r\n\r\n');
    const badRequests = (): number => [...answers.values()].filter((text) => text.startsWith('HTTP/1.1 400 ')).length;
    await until(() => Promise.resolve(badRequests() === CLIENTS));
    await until(async () => (await connections()) <= 10);
  }, 30_000);
});

describe('anonymous requests that wait for the database', () => {
  const page = 'GET /forms/AAAAAAAAAAAAAAAAAAAAAAAA HTTP/1.1\r\nHost: a\r\n\r\n';

  it('take no capacity from signed-in callers, with any number over one connection', async () => {
    const lock = await app.db.connect();
    try {
      await lock.query('begin');
      await lock.query('lock table lead_forms in access exclusive mode');
      await Promise.all([open(app.url, page.repeat(40)), open(app.url, page.repeat(40))]);
      await sleep(300);
      await app.admin.get('/leads').expect(200);
      await app.admin.post('/leads').send({ name: 'Signed in', email: 'in@example.com' }).expect(201);
    } finally {
      await lock.query('rollback');
      lock.release();
    }
    await until(async () => (await app.anonymous.get('/auth/me')).status === 401);
  }, 30_000);

  it('leave half of the turns to other addresses', async () => {
    const lock = await app.db.connect();
    try {
      await lock.query('begin');
      await lock.query('lock table lead_forms in access exclusive mode');
      await open(app.url, page.replace('Host: a', 'Host: a\r\nX-Forwarded-For: 198.51.100.1').repeat(40));
      await sleep(300);
      const other = await app.anonymous.get('/auth/me').set('X-Forwarded-For', '198.51.100.2');
      expect([other.status, other.body.code]).toEqual([401, 'not-signed-in']);
    } finally {
      await lock.query('rollback');
      lock.release();
    }
    await until(async () => (await app.anonymous.get('/auth/me')).status === 401);
  }, 30_000);

  it('are rejected first during overload', async () => {
    const [overload, config] = [app.app.get(Overload), app.app.get(Config)];
    const real = { delay: (overload as unknown as { delay: object }).delay, most: config.MAX_LOOP_DELAY };
    const behindBy = (milliseconds: number): void =>
      void Object.assign(overload, { delay: { mean: milliseconds * 1e6, reset: () => undefined } });
    const statusOf = async (caller: TestApp['admin']): Promise<number> => (await caller.get('/auth/me')).status;
    try {
      config.MAX_LOOP_DELAY = 100;
      behindBy(60);
      await until(async () => (await statusOf(app.anonymous)) === 503);
      expect(await statusOf(app.admin)).toBe(200);
      behindBy(160);
      await until(async () => (await statusOf(app.admin)) === 503);
      behindBy(40);
      await until(async () => (await statusOf(app.anonymous)) === 401);
    } finally {
      Object.assign(overload, { delay: real.delay });
      config.MAX_LOOP_DELAY = real.most;
    }
  }, 30_000);

  it('are served in turn', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => app.anonymous.get('//forms/AAAAAAAAAAAAAAAAAAAAAAAA')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  });
});

describe('connections', () => {
  it('of one address are limited without a proxy', async () => {
    const direct = await startApp({ MAX_REQUESTS_IN_FLIGHT: '30' });
    try {
      await Promise.all(Array.from({ length: 80 }, () => open(direct.url, 'GET ')));
      await until(() => Promise.resolve(closedUnanswered() >= 50), 80);
    } finally {
      for (const socket of sockets) socket.destroy();
      await direct.close();
    }
  }, 30_000);

  it('in total are limited to four per concurrent request', async () => {
    await Promise.all(Array.from({ length: 130 }, () => open(app.url, 'GET ')));
    await until(() => Promise.resolve(closedUnanswered() >= 10), 80);
    expect(closedUnanswered()).toBeLessThanOrEqual(20);
  }, 30_000);
});

describe('concurrent requests', () => {
  it('of one address leave a fifth of the capacity to others, also for a signed-in caller', async () => {
    const from = (address: string) => app.admin.get('/leads?limit=2').set('X-Forwarded-For', address);
    await until(async () => (await connections()) <= 10);
    await from('198.51.100.1');
    const lock = await app.db.connect();
    try {
      await lock.query('begin');
      await lock.query('lock table leads in access exclusive mode');
      const rejected = { count: 0 };
      const held = Array.from({ length: 30 }, () =>
        from('198.51.100.1').then(({ body }) => void (rejected.count += body.code === 'overloaded' ? 1 : 0)),
      );
      await until(() => Promise.resolve(rejected.count >= 6), 15);
      const other = from('198.51.100.2').then(({ status }) => status);
      await sleep(200);
      await lock.query('rollback');
      expect(await other).toBe(200);
      await Promise.all(held);
      expect(rejected.count).toBe(6);
    } finally {
      await lock.query('rollback').catch(() => undefined);
      lock.release();
    }
  }, 30_000);
});

it('rejected with 503 before routing are logged', async () => {
  const draining = await startApp({ LOG_LEVEL: 'error' });
  const lines: object[] = [];
  // The process has one root logger, with the level of the first application.
  const log = PinoLogger.root as unknown as {
    error: (line: object, message: string) => void;
    isLevelEnabled: () => boolean;
  };
  const real = { error: log.error, isLevelEnabled: log.isLevelEnabled };
  Object.assign(log, { error: (line: object) => void lines.push(line), isLevelEnabled: () => true });
  try {
    draining.app.get(Overload).drain();
    const { body } = await draining.admin.get('/leads?q=secret').expect(503);
    await until(() => Promise.resolve(lines.length > 0));
    expect(lines).toEqual([
      expect.objectContaining({ requestId: body.requestId, method: 'GET', path: '/api/v1/leads', status: 503 }),
    ]);
  } finally {
    Object.assign(log, real);
    await draining.close();
  }
});
