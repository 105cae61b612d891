import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createTcp } from 'node:net';
import createTlsOptions from 'smtp-server/lib/tls-options.js';
import type { Lookup } from './checked-connector.js';
import { OutboundFailure, type OutboundFailureCode } from './outbound-failure.js';
import { Outbound } from './outbound.js';

const LOOPBACK = [
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
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2002:7f00:0001::1]',
  '[::ffff:0:127.0.0.1]',
  '[2001:0:7f00:1::]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  '１２７.0.0.1',
  '①②⑦.0.0.1',
  '127。0。0。1',
  '%31%32%37.0.0.1',
];
const PRIVATE = [
  '10.0.0.1',
  '10.1',
  '012.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '0xc0a80001',
  '3232235521',
  '100.64.0.1',
  '100.127.255.254',
  '100.100.100.200',
  '169.254.0.1',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:a9fe:a9fe::]',
  '[2002:c0a8:1::1]',
];
const METADATA = [
  '169.254.169.254',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '169.254.170.2',
  'metadata.google.internal',
  'metadata',
  'instance-data',
];
const resolvesInside: Lookup = () => Promise.resolve([{ address: '127.0.0.1' }]);

const codeOf = async (attempt: Promise<unknown>): Promise<OutboundFailureCode | 'answered'> => {
  try {
    await attempt;
    return 'answered';
  } catch (error) {
    if (error instanceof OutboundFailure) return error.code;
    throw error;
  }
};
const listen = (server: Server | ReturnType<typeof createTcp>, host = '127.0.0.1'): Promise<number> =>
  new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as AddressInfo).port)));

describe('Requests to other servers', () => {
  let connections = 0;
  let respond: (response: ServerResponse, path: string) => void = (response) => void response.end('hello');
  const server = createServer((request, response) => respond(response, request.url ?? '/')).on(
    'connection',
    () => (connections += 1),
  );
  const opened: Outbound[] = [];
  const caller = (allow: string[] = [], lookup: Lookup = resolvesInside): Outbound => {
    const outbound = new Outbound(allow, lookup);
    opened.push(outbound);
    return outbound;
  };
  const ask = (outbound: Outbound, url: string, timeoutMs = 2_000, maxBytes = 1_000) =>
    outbound.request({ method: 'GET', url, timeoutMs, maxBytes });
  let port = 0;
  beforeAll(async () => void (port = await listen(server, '0.0.0.0')));
  beforeEach(() => void (connections = 0));
  afterAll(async () => {
    for (const outbound of opened) await outbound.onApplicationShutdown();
    server.closeAllConnections();
    server.close();
  });

  it.each([...LOOPBACK, ...PRIVATE, ...METADATA])('%s is not called', async (host) => {
    const outbound = caller();
    const codes = [
      await codeOf(ask(outbound, `http://${host}:${port}/`)),
      await codeOf(ask(outbound, `https://${host}/`)),
    ];
    expect(codes.every((code) => code === 'forbidden-address' || code === 'invalid-url')).toBe(true);
    expect(connections).toBe(0);
  });

  it.each<[string, OutboundFailureCode]>([
    ['file:///etc/passwd', 'forbidden-scheme'],
    ['gopher://127.0.0.1:70/_x', 'forbidden-scheme'],
    ['ftp://example.com/', 'forbidden-scheme'],
    ['data:text/plain,x', 'forbidden-scheme'],
    ['javascript:alert(1)', 'forbidden-scheme'],
    ['unix:/var/run/docker.sock', 'forbidden-scheme'],
    ['ws://example.com/', 'forbidden-scheme'],
    ['http://', 'invalid-url'],
    ['//example.com', 'invalid-url'],
    ['not a url', 'invalid-url'],
    ['http://1.1.1.1:99999/', 'invalid-url'],
    ['http://user:pass@example.com/', 'credentials-in-url'],
    ['http://user@example.com/', 'credentials-in-url'],
    ['http://127.0.0.1:80@example.com/', 'credentials-in-url'],
    ['http://example.com:25/', 'forbidden-port'],
    ['http://example.com:22/', 'forbidden-port'],
    ['https://example.com:53/', 'forbidden-port'],
  ])('%s is rejected as %s', async (url, code) => {
    expect(await codeOf(ask(caller(), url))).toBe(code);
  });

  it('a host with one private address among public addresses is not called', async () => {
    const mixed = caller([], () => Promise.resolve([{ address: '93.184.215.14' }, { address: '127.0.0.1' }]));
    expect(await codeOf(ask(mixed, `http://mixed.example:${port}/`))).toBe('forbidden-address');
    expect(connections).toBe(0);
  });

  it('a name that resolves to a private address the second time is not called then', async () => {
    let times = 0;
    const asked: string[] = [];
    const rebinding = caller([], (host) => {
      asked.push(host);
      times += 1;
      return Promise.resolve([{ address: times === 1 ? '198.41.0.4' : '127.0.0.1' }]);
    });
    await codeOf(ask(rebinding, `http://rebind.example:${port}/`, 300));
    expect(await codeOf(ask(rebinding, `http://rebind.example:${port}/`))).toBe('forbidden-address');
    expect(asked).toEqual(['rebind.example', 'rebind.example']);
    expect(connections).toBe(0);
  });

  it('ranges, addresses and hosts in OUTBOUND_ALLOW are called', async () => {
    respond = (response) => void response.end('hello');
    expect((await ask(caller(['127.0.0.0/8']), `http://127.0.0.1:${port}/`)).body.toString()).toBe('hello');
    expect(
      (
        await ask(caller(['127.0.0.1']), `http://[::ffff:127.0.0.1]:${port}/`).catch(() =>
          ask(caller(['127.0.0.1']), `http://127.0.0.1:${port}/`),
        )
      ).status,
    ).toBe(200);
    expect((await ask(caller(['model.internal']), `http://Model.Internal:${port}/`)).status).toBe(200);
    expect(await codeOf(ask(caller(['model.internal']), `http://127.0.0.1:${port}/`))).toBe('forbidden-address');
    expect(await codeOf(ask(caller(['10.0.0.0/8']), `http://127.0.0.1:${port}/`))).toBe('forbidden-address');
  });

  it('a redirect is returned and not followed', async () => {
    const paths: string[] = [];
    respond = (response, path) => {
      paths.push(path);
      response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
    };
    expect((await ask(caller(['model.internal']), `http://model.internal:${port}/start`)).status).toBe(302);
    expect(paths).toEqual(['/start']);
  });

  it('an endless response is cut and its connection closed', async () => {
    let closed = false;
    respond = (response) => {
      const pump = (): void => {
        while (!closed && response.write(Buffer.alloc(65_536, 'x')));
      };
      response.on('drain', pump).on('close', () => (closed = true));
      pump();
    };
    const answer = await ask(caller(['127.0.0.1']), `http://127.0.0.1:${port}/`);
    expect(answer.truncated).toBe(true);
    expect(answer.body.length).toBe(1_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(closed).toBe(true);
  });

  it('a slow body ends at the timeout', async () => {
    respond = (response) => {
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    };
    const before = Date.now();
    expect(await codeOf(ask(caller(['127.0.0.1']), `http://127.0.0.1:${port}/`, 400))).toBe('timeout');
    expect(Date.now() - before).toBeLessThan(1_500);
  });

  it('a server that accepts and does not respond ends at the timeout', async () => {
    const silent = createTcp(() => undefined);
    const silentPort = await listen(silent);
    expect(await codeOf(ask(caller(['127.0.0.1']), `http://127.0.0.1:${silentPort}/`, 300))).toBe('timeout');
    silent.close();
  });

  it('a resolver that does not respond ends at the timeout', async () => {
    expect(
      await codeOf(
        ask(
          caller([], () => new Promise(() => undefined)),
          'http://slow.example/',
          300,
        ),
      ),
    ).toBe('timeout');
  });

  it('a closed port and an unknown name have different errors', async () => {
    expect(await codeOf(ask(caller(['127.0.0.1']), 'http://127.0.0.1:1/'))).toBe('connection-refused');
    expect(
      await codeOf(
        ask(
          caller([], () => Promise.reject(new Error('ENOTFOUND'))),
          'http://nowhere.example/',
        ),
      ),
    ).toBe('unknown-host');
  });

  it('a self-signed certificate, a reset connection and a server without TLS have different errors', async () => {
    const selfSigned = createTlsServer(createTlsOptions({}), (_, response) => response.end('secret'));
    const silent = createServer();
    silent.on('connection', (socket) => socket.on('data', () => socket.destroy()));
    const plain = createServer((_, response) => response.end('plain'));
    const portOf = async (server: Server): Promise<number> => {
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
      return (server.address() as AddressInfo).port;
    };
    const allowed = caller(['127.0.0.1']);
    expect(await codeOf(ask(allowed, `https://127.0.0.1:${await portOf(selfSigned)}/`))).toBe('tls-certificate');
    expect(await codeOf(ask(allowed, `http://127.0.0.1:${await portOf(silent)}/`))).toBe('connection-reset');
    expect(await codeOf(ask(allowed, `https://127.0.0.1:${await portOf(plain)}/`))).toBe('tls-failed');
    for (const server of [selfSigned, silent, plain]) server.close();
  });

  it('a compressed response stays compressed', async () => {
    respond = (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.alloc(500));
    expect((await ask(caller(['127.0.0.1']), `http://127.0.0.1:${port}/`)).body.length).toBe(500);
  });
});
