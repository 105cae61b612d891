import { createServer as createTcp, type AddressInfo, type Socket } from 'node:net';
import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { WebhookDeliveryDetailView, WebhookDeliveryView } from '../deliveries/deliveries.dto.js';
import { outcomeOf } from '../deliveries/attempts/delivery-outcome.js';
import { startReceiver, until, type Receiver } from '../../../../test/harness/receiver.js';
import type { NewWebhookView } from '../webhooks.dto.js';
import { retryAfterSeconds } from './retry-after.js';
import { RetrySchedule } from './retry-schedule.js';
import type { Sent } from './webhook-sender.js';

const INSIDE = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.01',
  '00000177.1',
  '127.0.0.1.',
  '0',
  '0.0.0.0',
  '0x0',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  '１２７.0.0.1',
  '①②⑦.0.0.1',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  '10.0.0.1',
  '10.1',
  '012.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '0xc0a80001',
  '3232235521',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.0.1',
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:a9fe:a9fe::]',
];
const WRONG = [
  'file:///etc/passwd',
  'gopher://127.0.0.1:70/_x',
  'ftp://example.com/',
  'data:text/plain,x',
  'javascript:alert(1)',
  'ws://example.com/',
  'http://',
  '//example.com',
  'not a url',
  'http://1.1.1.1:99999/',
  'http://user:pass@example.com/',
  'http://user@example.com/',
  'https://127.0.0.1@example.com/',
  'http://example.com:25/',
  'http://example.com:22/',
  'https://example.com:53/',
  'https://exa mple.com/',
  'https://[::1',
  'https://example.com#@127.0.0.1/',
];
const DAY = 86_400;

describe('Sending', () => {
  let canary: Receiver;
  beforeAll(async () => void (canary = await startReceiver()));
  afterAll(() => canary.close());

  describe('to private addresses', () => {
    let t: TestApp;
    beforeAll(async () => void (t = await startApp({ ROLE: 'all' })));
    afterAll(() => t.close());

    it.each([...INSIDE.flatMap((host) => [`http://${host}:PORT/`, `https://${host}/`]), ...WRONG])(
      '%s is rejected when it is saved',
      async (address) => {
        const url = address.replace('PORT', new URL(canary.url).port);
        const { body } = await t.admin
          .post('/webhooks')
          .send({ name: 'Inside', url, events: ['lead.*'] })
          .expect(422);
        expect((body as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe('#/url');
        if (
          INSIDE.some((host) => address.includes(`//${host}/`)) &&
          (body as { errors: { code: string }[] }).errors[0]?.code !== 'invalid-url'
        ) {
          expect((body as { errors: { detail: string }[] }).errors[0]?.detail).toBe(
            'url must be an address on the public Internet',
          );
        }
        expect(canary.connections()).toBe(0);
      },
    );

    it('is rejected for a host name or a stored address, always with the same error', async () => {
      const created = (
        await t.admin
          .post('/webhooks')
          .send({ name: 'Name', url: 'https://hooks.example.com/', events: ['lead.created'] })
          .expect(201)
      ).body as NewWebhookView;
      const { port } = new URL(canary.url);
      const reported: unknown[] = [];
      for (const url of [
        `http://127.0.0.1:${port}/`,
        `http://localhost:${port}/`,
        'http://169.254.169.254/latest/meta-data',
        'http://10.0.0.1/',
        `http://[::ffff:127.0.0.1]:${port}/`,
        'http://example.com:22/',
      ]) {
        await t.db.query('update webhooks set url = $2 where id = $1', [created.id, url]);
        const { status, reason, errorCode, attempts } = (await t.admin.post(`/webhooks/${created.id}/test`).expect(200))
          .body as WebhookDeliveryDetailView;
        reported.push({ status, reason, errorCode, responseBody: attempts[0]?.responseBody });
      }
      expect(new Set(reported.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(reported[0]).toEqual({
        status: 'failed',
        reason: 'forbidden-destination',
        errorCode: 'destination-not-allowed',
        responseBody: null,
      });
      await t.admin.post('/leads').send({ name: 'Ada', email: 'ada@example.com' }).expect(201);
      await until(
        async () =>
          (
            (await t.admin.get(`/webhooks/${created.id}/deliveries?isTest=false`)).body as {
              data: WebhookDeliveryView[];
            }
          ).data[0]?.status === 'failed',
      );
      expect(
        ((await t.admin.get(`/webhooks/${created.id}/deliveries?isTest=false`)).body as { data: WebhookDeliveryView[] })
          .data[0],
      ).toMatchObject({ reason: 'forbidden-destination', attemptCount: 1 });
      expect(canary.connections()).toBe(0);
    });
  });

  it('requires https in production', async () => {
    const t = await startApp({ ROLE: 'web', NODE_ENV: 'production', PUBLIC_URL: 'https://crm.example.com' });
    const { body } = await t.admin
      .post('/webhooks')
      .send({ name: 'Plain', url: 'http://hooks.example.com/', events: ['lead.*'] })
      .expect(422);
    expect((body as { errors: { code: string }[] }).errors[0]?.code).toBe('not-https');
    await t.close();
  });

  it('ends after 15 seconds, and at once for a closed connection', async () => {
    const t = await startApp({ ROLE: 'web', OUTBOUND_ALLOW: '127.0.0.1' });
    const sockets = new Set<Socket>();
    const behaviours: Record<string, (socket: Socket) => void> = {
      'says nothing': () => undefined,
      'drips a body': (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
        const timer = setInterval(() => socket.write('x'), 200);
        socket.on('close', () => clearInterval(timer));
      },
      'drips headers': (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('x-more: x\r\n'), 200);
        socket.on('close', () => clearInterval(timer));
      },
      'says 100 for ever': (socket) => {
        const timer = setInterval(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n'), 200);
        socket.on('close', () => clearInterval(timer));
      },
      'sends a gigabyte of headers': (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const pump = (): void => {
          while (!socket.destroyed && socket.write(`x-${'y'.repeat(1_000)}: ${'z'.repeat(60_000)}\r\n`));
        };
        socket.on('drain', pump);
        pump();
      },
      'closes the connection': (socket) => socket.destroy(),
      'closes the connection in the body': (socket) =>
        void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', () => socket.destroy()),
      'speaks no HTTP': (socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
    };
    const before = process.memoryUsage().rss;
    const ends = await Promise.all(
      Object.entries(behaviours).map(async ([name, behave]) => {
        const server = createTcp((socket) => {
          sockets.add(socket.on('error', () => undefined));
          socket.once('data', () => behave(socket));
        });
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
        const created = (
          await t.admin
            .post('/webhooks')
            .send({ name, url, events: ['lead.*'] })
            .expect(201)
        ).body as NewWebhookView;
        const [attempt] = (
          (await t.admin.post(`/webhooks/${created.id}/test`).expect(200)).body as WebhookDeliveryDetailView
        ).attempts;
        server.close();
        return [name, attempt?.errorCode, (attempt?.durationMs ?? Infinity) < 15_500] as const;
      }),
    );
    for (const socket of sockets) socket.destroy();
    await t.close();
    expect(ends).toEqual([
      ['says nothing', 'timeout', true],
      ['drips a body', 'timeout', true],
      ['drips headers', 'timeout', true],
      ['says 100 for ever', expect.stringMatching(/timeout|unreachable|connection-reset/), true],
      ['sends a gigabyte of headers', 'unreachable', true],
      ['closes the connection', 'connection-reset', true],
      ['closes the connection in the body', 'connection-reset', true],
      ['speaks no HTTP', 'unreachable', true],
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  }, 40_000);

  it.each<[string | undefined, number | undefined]>([
    ['120', 120],
    [' 2 ', 2],
    ['0', 0],
    ['-5', undefined],
    ['1e20', undefined],
    ['99999999999999999999', DAY],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
    ['1.5', undefined],
    ['2026-11-21T10:00:00Z', undefined],
    ['Sat, 21 Nov 2026 10:01:00 GMT', 60],
    ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['Sun, 21 Nov 2126 10:00:00 GMT', DAY],
    ['Sat, 99 Nov 2026 10:00:00 GMT', undefined],
  ])('reads Retry-After: %s as %s seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, Date.parse('2026-11-21T10:00:00Z'))).toBe(seconds);
  });

  it('waits for the longer of schedule and Retry-After, and pauses the webhook', () => {
    const sent = (statusCode: number, retryAfter?: number): Sent => ({
      startedAt: '',
      durationMs: 1,
      requestHeaders: {},
      statusCode,
      errorCode: 'rejected',
      responseBody: '',
      isTruncated: false,
      retryAfter,
    });
    expect(outcomeOf(sent(500, 60), 5)).toMatchObject({ status: 'pending', delaySeconds: 60 });
    expect(outcomeOf(sent(500, 60), 300)).toMatchObject({ delaySeconds: 300 });
    for (const status of [429, 502, 503, 504])
      expect(outcomeOf(sent(status), 300)).toMatchObject({ status: 'pending', delaySeconds: 300, pauseSeconds: 5 });
    expect(outcomeOf(sent(429, 7), undefined)).toMatchObject({
      status: 'failed',
      reason: 'exhausted',
      pauseSeconds: 7,
    });
    expect(outcomeOf(sent(500), 5)).not.toHaveProperty('pauseSeconds');
    expect(outcomeOf(sent(410), 5)).toMatchObject({ status: 'failed', reason: 'gone', isGone: true });
  });

  it('makes ten attempts in about three days, with random delays', () => {
    const schedule = new RetrySchedule();
    expect(schedule.delays).toHaveLength(10);
    expect(schedule.after(10)).toBeUndefined();
    const delays = Array.from({ length: 200 }, () => schedule.after(2) ?? 0);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(240);
    expect(Math.max(...delays)).toBeLessThanOrEqual(360);
    expect(new Set(delays).size).toBeGreaterThan(190);
  });
});
