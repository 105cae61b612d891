import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { ADMIN, startApp, type TestApp } from './harness/app.js';
import { QueryRunner } from '../src/platform/database/index.js';
import { toStatement } from '../src/platform/database/statements/cached-statement.js';

const LIMIT = 20;
let app: TestApp;
beforeAll(async () => {
  app = await startApp({
    TRUST_PROXY_HOPS: '1',
    RATE_LIMIT_PER_ADDRESS: String(LIMIT),
    CORS_ORIGINS: 'https://app.example.com',
  });
});
afterAll(() => app.close());

// Windows end with the minute: a test must not span two windows.
beforeEach(async () => {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 10_000) await sleep(left + 100);
}, 20_000);

let serial = 0;
const anAddress = (): string => {
  serial += 1;
  return `198.51.${serial >> 8}.${serial & 255}`;
};

interface Shot {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

async function send(from: string, { method = 'GET', path, headers = {}, body }: Shot): Promise<Response> {
  const answer = await fetch(`${app.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { 'X-Forwarded-For': from, ...headers },
    ...(body !== undefined && { body }),
  });
  await answer.arrayBuffer();
  return answer;
}

const JSON_BODY = { 'Content-Type': 'application/json' };
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Shot => ({
  method: 'POST',
  path,
  body,
  headers: { ...JSON_BODY, ...headers },
});

const REJECTED: readonly [string, number, Shot][] = [
  ['invalid JSON', 400, post('/api/v1/auth/login', '{"email":')],
  ['JSON that is nested too deep', 400, post('/api/v1/auth/login', `{"a":${'['.repeat(30_000)}`)],
  ['a body that is too large', 413, post('/api/v1/auth/login', 'x'.repeat(70_000))],
  ['a body that is not gzip', 400, post('/api/v1/auth/login', '{}', { 'Content-Encoding': 'gzip' })],
  [
    'a content type that is not taken',
    415,
    { method: 'POST', path: '/api/v1/auth/login', headers: { 'Content-Type': 'text/csv' }, body: 'a;b' },
  ],
  ['an address where nothing is', 404, { path: '/api/v1/nothing' }],
  ['an address outside of the API', 404, { path: '/nothing' }],
  ['a method that an address does not have', 405, { method: 'PUT', path: '/api/v1/leads' }],
  ['a URL that is too long', 414, { path: `/api/v1/leads?q=${'x'.repeat(9_000)}` }],
  ['a broken URL', 400, { path: '/api/v1/leads/%E0%A4%A' }],
  ['a health address that does not exist', 404, { path: '/health/none' }],
  ['a missing credential', 401, { path: '/api/v1/leads' }],
];
const SERVED: readonly [string, number, Shot][] = [
  ['the document', 200, { path: '/openapi.json' }],
  ['the document in version 3.1', 200, { path: '/openapi-3.1.json' }],
  ['Swagger UI', 200, { path: '/docs/' }],
  ['a file of Swagger UI', 200, { path: '/docs/swagger-ui.css' }],
  ['the start page', 302, { path: '/' }],
  [
    'a preflight',
    204,
    {
      method: 'OPTIONS',
      path: '/api/v1/leads',
      headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'POST' },
    },
  ],
  ['an account page', 200, { path: '/account/password' }],
];

describe('every request counts against the limit of its address', () => {
  it.each([...REJECTED, ...SERVED])(
    '%s',
    async (_, status, shot) => {
      const from = anAddress();
      for (let left = LIMIT - 1; left >= 0; left -= 1) {
        const answer = await send(from, shot);
        expect([answer.status, answer.headers.get('ratelimit-policy'), answer.headers.get('ratelimit')]).toEqual([
          status,
          `"default";q=${LIMIT};w=60`,
          expect.stringContaining(`"default";r=${left};t=`),
        ]);
      }
      const rejected = await send(from, shot);
      expect([rejected.status, rejected.headers.get('content-type')]).toEqual([
        429,
        'application/problem+json; charset=utf-8',
      ]);
      expect(Number(rejected.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await send(anAddress(), shot)).status).toBe(status);
    },
    30_000,
  );

  it('health checks do not count', async () => {
    const from = anAddress();
    for (let turn = 0; turn < LIMIT + 5; turn += 1)
      expect((await send(from, { path: '/health/live' })).status).toBe(200);
  });
});

describe('one IPv6 network counts as one address', () => {
  const inNetwork = (network: string, host: number): string => `2001:db8:${network}::${host.toString(16)}:1`;
  const guesses: readonly [string, Shot][] = [
    ['guesses of API keys', { path: '/api/v1/leads', headers: { 'X-API-Key': 'kontor_live_nonsense' } }],
    ['guesses of access tokens', { path: '/api/v1/leads', headers: { Authorization: 'Bearer a.b.c' } }],
    ['guesses of sessions', { path: '/api/v1/leads', headers: { Cookie: `kontor_session=${'A'.repeat(43)}` } }],
    [
      'guesses of refresh tokens',
      post('/api/v1/auth/token/refresh', JSON.stringify({ refreshToken: 'kontor_refresh_nonsense' })),
    ],
    ['pages of forms', { path: '/forms/AAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['links of invitations', post('/api/v1/auth/invitations/check', JSON.stringify({ token: 'x'.repeat(43) }))],
  ];

  it.each(guesses.map((guess, index) => [...guess, index + 1] as const))('%s', async (_, shot, network) => {
    const statuses: number[] = [];
    for (let host = 1; host <= LIMIT + 1; host += 1)
      statuses.push((await send(inNetwork(`1:${network}`, host), shot)).status);
    expect(statuses.slice(0, LIMIT)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
    expect((await send(inNetwork(`2:${network}`, 1), shot)).status).not.toBe(429);
  });

  it('form submissions', async () => {
    const { body: form } = await app.admin
      .post('/lead-forms')
      .send({ name: 'Page', minimumFillSeconds: 0 })
      .expect(201);
    for (let host = 1; host <= 12; host += 1) {
      const body = JSON.stringify({ email: `lead-${host}@example.com`, name: `Ada ${host}`, message: 'Hello' });
      expect(
        (await send(inNetwork('3', host), post(`/api/v1/forms/${form.publicKey as string}/submissions`, body))).status,
      ).toBe(202);
    }
    const { rows } = await app.db.query<{ outcome: string; n: number }>(
      'select outcome, count(*)::int as n from lead_form_submissions group by outcome order by outcome',
    );
    expect(rows).toEqual([
      { outcome: 'accepted', n: 10 },
      { outcome: 'held', n: 2 },
    ]);
  });
});

describe('a signed-in caller', () => {
  it('does not count against the limit of the address', async () => {
    const from = anAddress();
    for (let turn = 0; turn < 2 * LIMIT; turn += 1)
      expect((await send(from, { path: '/api/v1/leads', headers: app.admin.headers })).status).toBe(200);
    expect((await send(from, { path: '/api/v1/nothing' })).headers.get('ratelimit')).toContain(`r=${LIMIT - 1};`);
  });

  it('is served from an address that exceeded its limit', async () => {
    const from = anAddress();
    for (let turn = 0; turn <= LIMIT; turn += 1) await send(from, { path: '/api/v1/nothing' });
    expect((await send(from, { path: '/api/v1/nothing' })).status).toBe(429);
    expect((await send(from, { path: '/api/v1/leads', headers: app.admin.headers })).status).toBe(200);
  });

  it('counts by credential, also for rejected requests', async () => {
    const { body } = await app.admin
      .post('/api-keys')
      .send({ name: 'slow', scopes: ['leads:read'], rateLimit: 3 })
      .expect(201);
    const headers = { 'X-API-Key': body.key as string };
    const shots: Shot[] = [
      { path: '/api/v1/leads' },
      post('/api/v1/leads', '{"name":'),
      { path: '/api/v1/webhooks' },
      { path: '/api/v1/nothing' },
    ];
    const statuses: number[] = [];
    for (const shot of shots)
      statuses.push((await send(anAddress(), { ...shot, headers: { ...shot.headers, ...headers } })).status);
    expect(statuses).toEqual([200, 400, 403, 429]);
  });

  it('counts by address after the credential is revoked', async () => {
    const { body } = await app.admin
      .post('/api-keys')
      .send({ name: 'gone', scopes: ['leads:read'] })
      .expect(201);
    const [from, shot] = [anAddress(), { path: '/api/v1/leads', headers: { 'X-API-Key': body.key as string } }];
    expect((await send(from, shot)).status).toBe(200);
    await app.admin.delete(`/api-keys/${body.id as string}`).expect(204);
    for (let left = LIMIT - 1; left >= 0; left -= 1) expect((await send(from, shot)).status).toBe(401);
    expect((await send(from, shot)).status).toBe(429);
  });
});

describe('bodies', () => {
  const large = JSON.stringify({ name: 'x', email: 'x@example.com', message: 'x'.repeat(70_000) });

  it('have at most 64 KiB without a credential and 1 MiB with one', async () => {
    expect((await send(anAddress(), post('/api/v1/leads', large))).status).toBe(413);
    expect((await send(anAddress(), post('/api/v1/leads', large, app.admin.headers))).status).toBe(422);
    expect((await send(anAddress(), post('/api/v1/leads', 'x'.repeat(1_100_000), app.admin.headers))).status).toBe(413);
  });

  it('have at most 64 KiB after decompression without a credential', async () => {
    expect(
      (
        await send(
          anAddress(),
          post('/api/v1/auth/login', new Uint8Array(gzipSync(large)), { 'Content-Encoding': 'gzip' }),
        )
      ).status,
    ).toBe(413);
  });

  it('must be UTF-8, because other encodings could hide brackets', async () => {
    for (const charset of ['utf-16', 'utf-7', 'utf-32le'])
      expect(
        (
          await send(
            anAddress(),
            post('/api/v1/auth/login', '{}', { 'Content-Type': `application/json; charset=${charset}` }),
          )
        ).status,
      ).toBe(415);
  });
});

describe('invalid input', () => {
  /** Counts the statements that name the table while `work` runs. */
  async function statementsOn(table: string, work: () => Promise<unknown>): Promise<number> {
    const queryRunner = app.app.get(QueryRunner);
    const real = queryRunner.rows.bind(queryRunner);
    let count = 0;
    queryRunner.rows = ((query: never, options: never) => {
      if (toStatement(query).text.includes(table)) count += 1;
      return real(query, options);
    }) as typeof queryRunner.rows;
    await work();
    delete (queryRunner as { rows?: unknown }).rows;
    return count;
  }

  it('as refresh tokens needs no query', async () => {
    const tokens = ['x', 'kontor_refresh_', `kontor_refresh_${'A'.repeat(43)}`, `kontor_refresh_${'A'.repeat(49)}`];
    const spent = await statementsOn('refresh_tokens', async () => {
      for (const refreshToken of tokens)
        for (const verb of ['refresh', 'revoke']) {
          expect(
            (await send(anAddress(), post(`/api/v1/auth/token/${verb}`, JSON.stringify({ refreshToken })))).status,
          ).toBe(verb === 'refresh' ? 401 : 204);
        }
    });
    expect(spent).toBe(0);
    const pair = await app.anonymous.post('/auth/token').send(ADMIN).expect(200);
    const { refreshToken } = pair.body as { refreshToken: string };
    const used = await statementsOn('refresh_tokens', async () =>
      send(anAddress(), post('/api/v1/auth/token/refresh', JSON.stringify({ refreshToken }))),
    );
    expect(used).toBeGreaterThan(0);
  });

  it('as form keys needs one query a second', async () => {
    const began = Date.now();
    const spent = await statementsOn('lead_forms', async () => {
      // Longer than a second, because the keys may just have been read.
      for (let turn = 0; turn < 100 || Date.now() - began < 1_500; turn += 1)
        expect((await send(anAddress(), { path: `/forms/${'A'.repeat(20)}${1_000 + turn}` })).status).toBe(404);
    });
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(1 + Math.ceil((Date.now() - began) / 1_000));
  });
});

it('must have exactly one Host header', async () => {
  const ask = (head: string): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () =>
        socket.write(`${head}\r\nConnection: close\r\nX-Forwarded-For: ${anAddress()}\r\n\r\n`),
      );
      socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
    });
  expect(await ask('GET /health/live HTTP/1.1\r\nHost: a')).toMatch(/^HTTP\/1\.1 200/);
  for (const head of [
    'GET /api/v1/leads HTTP/1.1\r\nHost: a\r\nHost: b',
    'GET /api/v1/leads HTTP/1.1\r\nHost: a\r\nhost: a',
    'GET /api/v1/leads HTTP/1.1',
    'GET /health/live HTTP/1.1\r\nHost: a\r\nHOST: b',
  ]) {
    expect(await ask(head)).toMatch(/^HTTP\/1\.1 400[\s\S]*"code":"malformed-request"/);
  }
});

describe('requests to two instances', () => {
  let other: TestApp;
  beforeAll(async () => {
    other = await startApp({
      DATABASE_URL: app.databaseUrl,
      TRUST_PROXY_HOPS: '1',
      RATE_LIMIT_PER_ADDRESS: String(LIMIT),
    });
  }, 60_000);
  afterAll(() => other.close());

  async function untilTrue(isDone: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 80 && !(await isDone()); tries += 1) await sleep(100);
    expect(await isDone()).toBe(true);
  }

  it('are added up, also after an outage of the shared counter', async () => {
    const address = anAddress();
    const hit = async (instance: TestApp): Promise<string | null> => {
      const answer = await fetch(`${instance.url}/api/v1/leads`, { headers: { 'X-Forwarded-For': address } });
      await answer.arrayBuffer();
      return `${answer.status} ${answer.headers.get('RateLimit')?.replace(/;t=.*/, '')}`;
    };
    const shared = async (): Promise<number | undefined> =>
      (await app.db.query<{ hits: number }>('select hits from rate_limits where bucket = $1', [`address:${address}`]))
        .rows[0]?.hits;
    const queryRunner = app.app.get(QueryRunner);
    const real = queryRunner.rows.bind(queryRunner);
    let failed = 0;
    queryRunner.rows = ((query: never, options: never) =>
      real(query, options).catch((error: unknown) => {
        if ((error as Error).message.includes('rate_limits')) failed += 1;
        throw error;
      })) as typeof queryRunner.rows;
    await app.db.query('alter table rate_limits rename to rate_limits_away');
    try {
      for (let turn = 0; turn < 15; turn += 1) await hit(app);
      await untilTrue(() => failed > 0);
    } finally {
      await app.db.query('alter table rate_limits_away rename to rate_limits');
      delete (queryRunner as { rows?: unknown }).rows;
    }
    await untilTrue(async () => (await shared()) === 15);
    expect(await hit(other)).toBe(`401 "default";r=${LIMIT - 1}`);
    await untilTrue(async () => (await shared()) === 16);
    await hit(other);
    await untilTrue(async () => (await shared()) === 17);
    // By now this instance has read the shared sum at least once.
    expect(await hit(other)).toBe(`401 "default";r=${LIMIT - 18}`);
  }, 30_000);
});
