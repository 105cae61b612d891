import { json, loadSdk, loopback, problem, rejection, type Loopback, type Sdk, type Untyped } from './sdk.js';

describe('SDK failures', () => {
  let sdk: Sdk;
  let server: Loopback;
  let kontor: Untyped;
  let retries: Array<{ delayMs: number; attempt: number }>;

  beforeAll(async () => {
    sdk = await loadSdk();
  });
  beforeEach(async () => {
    server = await loopback();
    retries = [];
    kontor = new sdk.Kontor({
      baseUrl: server.url,
      apiKey: null,
      onRetry: (event: { delayMs: number; attempt: number }) => void retries.push(event),
    });
  });
  afterEach(() => server.close());

  /** The first responses are failures, later responses succeed. */
  const failFirst = (times: number, status: number, headers: Record<string, string> = {}, code = 'overloaded') => {
    server.answer = (_, response, index) =>
      index < times ? json(response, status, problem(status, code), headers) : json(response, 200, { id: 'a' });
  };

  it('map problems', async () => {
    const errors = [{ pointer: '#/email', code: 'format', detail: 'must be an e-mail address' }];
    server.answer = (_, response) => json(response, 422, problem(422, 'invalid-body', { errors, allowed: ['x'] }));
    const error = await rejection(kontor.leads.create({ email: 'x' }));
    expect(error).toBeInstanceOf(sdk.KontorError);
    expect(error).toMatchObject({
      status: 422,
      code: 'invalid-body',
      detail: 'So it is.',
      requestId: 'req-1',
      errors,
      problem: { allowed: ['x'] },
    });
    expect(error.message).toBe('422 invalid-body: So it is. · #/email must be an e-mail address');
    expect([
      sdk.isKontorError(error),
      sdk.isKontorError(error, 'invalid-body'),
      sdk.isKontorError(error, 'other'),
      sdk.isKontorError(new Error('x')),
      sdk.isKontorError(null),
    ]).toEqual([true, true, false, false, false]);
    expect(server.received).toHaveLength(1);
  });

  it('map responses that are not from Kontor', async () => {
    server.answer = (_, response) =>
      void response.writeHead(500, { 'Content-Type': 'text/html' }).end('<h1>Sorry</h1>');
    expect(await rejection(kontor.leads.get('a'))).toMatchObject({ status: 500, code: 'http-500', errors: [] });
    server.answer = (_, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":');
    expect(await rejection(kontor.leads.get('a'))).toMatchObject({ status: 200, code: 'unreadable-answer' });
  });

  it.each([429, 503])('retry any call after %i', async (status) => {
    failFirst(2, status);
    await kontor.leads.update('a', { name: 'x' });
    expect(server.received).toHaveLength(3);
    expect(retries.map(({ attempt }) => attempt)).toEqual([1, 2]);
    retries.forEach(({ delayMs }, index) => expect(delayMs).toBeLessThanOrEqual(500 * 2 ** index));
  });

  it('repeat a call of unknown outcome only without a second effect', async () => {
    failFirst(1, 503, {}, 'outcome-unknown');
    await kontor.leads.create({ name: 'x' });
    expect(server.received).toHaveLength(2);
    server.received.length = 0;
    expect(await rejection(kontor.auth.reauthenticate({ password: 'x' }))).toMatchObject({
      status: 503,
      code: 'outcome-unknown',
    });
    expect(server.received).toHaveLength(1);
  });

  it.each([408, 502, 504])('after %i retry only calls with one effect', async (status) => {
    failFirst(1, status);
    await kontor.leads.create({ name: 'x' });
    expect(server.received).toHaveLength(2);
    for (const unsafe of [() => kontor.auth.reauthenticate({}), () => kontor.auth.logout()]) {
      server.received.length = 0;
      expect((await rejection(unsafe())).status).toBe(status);
      expect(server.received).toHaveLength(1);
    }
    for (const safe of [
      () => kontor.leads.list(),
      () => kontor.leads.search({}),
      () => kontor.leads.delete('a'),
      () => kontor.leads.update('a', {}),
      () => kontor.leads.update('a', {}, { ifMatch: 1 }),
      () => kontor.leads.upsert('crm', '1', {}),
      () => kontor.apiKeys.create({}),
    ]) {
      server.received.length = 0;
      await safe();
      expect(server.received).toHaveLength(2);
    }
  });

  it('after 500 retry only reads', async () => {
    failFirst(1, 500);
    expect(await rejection(kontor.leads.create({ name: 'x' }))).toMatchObject({ status: 500 });
    expect(server.received).toHaveLength(1);
    for (const read of [() => kontor.leads.list(), () => kontor.leads.search({})]) {
      server.received.length = 0;
      await read();
      expect(server.received).toHaveLength(2);
    }
  });

  it('send one Idempotency-Key in all attempts of a call', async () => {
    failFirst(2, 409, { 'Retry-After': '0' }, 'idempotency-key-in-progress');
    await kontor.leads.create({ name: 'x' });
    await kontor.leads.create({ name: 'x' });
    await kontor.leads.create({ name: 'x' }, { idempotencyKey: 'mine' });
    const keys = server.received.map(({ headers }) => headers['idempotency-key']);
    expect([keys[0], keys[1]]).toEqual([keys[1], keys[2]]);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[3]).not.toBe(keys[0]);
    expect(keys[4]).toBe('mine');
  });

  it('retry no other conflict', async () => {
    failFirst(1, 409, {}, 'lead-converted');
    expect((await rejection(kontor.leads.create({ name: 'x' }))).code).toBe('lead-converted');
  });

  it('wait for Retry-After, and give up if it is too long', async () => {
    failFirst(1, 429, { 'Retry-After': '1' });
    await kontor.leads.list();
    expect((server.received[1]?.at ?? 0) - (server.received[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
    server.received.length = 0;
    failFirst(1, 429, { 'Retry-After': '61' });
    expect(await rejection(kontor.leads.list())).toMatchObject({ status: 429, retryAfter: 61 });
    failFirst(3, 503, { 'Retry-After': new Date(Date.now() - 5_000).toUTCString() });
    await kontor.leads.list();
    expect(retries.at(-1)?.delayMs).toBe(0);
  });

  it('give up after maxRetries', async () => {
    failFirst(9, 503, { 'Retry-After': '0' });
    expect((await rejection(kontor.leads.list())).status).toBe(503);
    expect(server.received).toHaveLength(3);
    await rejection(kontor.leads.list({ maxRetries: 0 }));
    expect(server.received).toHaveLength(4);
  });

  it('retry after a broken connection, before and during the response', async () => {
    server.answer = (_, response, index) => {
      if (index === 0) return void response.socket?.destroy();
      if (index === 2) return json(response, 200, { id: 'a' });
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '99' }).write('{"id":');
      setTimeout(() => response.socket?.destroy(), 20);
    };
    expect(await kontor.leads.create({ name: 'x' })).toEqual({ id: 'a' });
    expect(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    await server.close();
    const error = await rejection(kontor.leads.update('a', {}));
    expect(error).toBeInstanceOf(sdk.KontorConnectionError);
    expect(error).toMatchObject({
      status: 0,
      code: 'connection-failed',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('end an attempt after timeoutMs', async () => {
    server.answer = (_, response, index) => (index === 0 ? undefined : json(response, 200, { id: 'a' }));
    expect(await kontor.leads.get('a', { timeoutMs: 100 })).toEqual({ id: 'a' });
    server.received.length = 0;
    const error = await rejection(kontor.auth.reauthenticate({ password: 'x' }, { timeoutMs: 50 }));
    expect(error).toBeInstanceOf(sdk.KontorTimeoutError);
    expect(error).toMatchObject({ code: 'timed-out', status: 0 });
    server.received.length = 0;
    server.answer = (_, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
    expect((await rejection(kontor.leads.get('a', { timeoutMs: 50, maxRetries: 0 }))).code).toBe('timed-out');
  });

  it('stop by the signal before, during and between attempts', async () => {
    expect(await rejection(kontor.leads.get('a', { signal: AbortSignal.abort('why') }))).toMatchObject({
      code: 'aborted',
      cause: 'why',
    });
    expect(server.received).toHaveLength(0);
    const under = new AbortController();
    server.answer = () => under.abort();
    expect(await rejection(kontor.leads.get('a', { signal: under.signal }))).toBeInstanceOf(sdk.KontorAbortError);
    const between = new AbortController();
    failFirst(9, 503, { 'Retry-After': '30' });
    const call = rejection(kontor.leads.get('a', { signal: between.signal }));
    setTimeout(() => between.abort(), 100);
    expect((await call).code).toBe('aborted');
    expect(server.received).toHaveLength(2);
  });

  it('have a class per status', async () => {
    const classes = {
      400: sdk.KontorValidationError,
      401: sdk.KontorAuthenticationError,
      403: sdk.KontorPermissionError,
      404: sdk.KontorNotFoundError,
      409: sdk.KontorConflictError,
      422: sdk.KontorValidationError,
      500: sdk.KontorServerError,
    };
    for (const [status, type] of Object.entries(classes)) {
      server.answer = (_, response) => json(response, Number(status), problem(Number(status), 'wrong'));
      expect(await rejection(kontor.leads.get('a', { maxRetries: 0 }))).toBeInstanceOf(type);
    }
  });

  it('report a page of HTML with status 200, as from a wrong baseUrl', async () => {
    server.answer = (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
    const error = await rejection(kontor.leads.list());
    expect(error).toMatchObject({ status: 200, code: 'unreadable-answer' });
    expect(error.message).toContain('text/html, not JSON: check baseUrl');
  });

  it('reject an empty list, which would not limit the result', async () => {
    expect(await rejection(kontor.leads.list({ status: [] }))).toBeInstanceOf(TypeError);
    expect(await rejection(kontor.leads.list({ custom: { tier: [] } }))).toBeInstanceOf(TypeError);
    expect(server.received).toHaveLength(0);
  });

  it('reject a client without a credential or address', () => {
    expect(() => new sdk.Kontor({ baseUrl: server.url })).toThrow(/needs an apiKey/);
    expect(() => new sdk.Kontor({ baseUrl: server.url, apiKey: undefined })).toThrow(TypeError);
    expect(() => new sdk.Kontor({ apiKey: 'key' })).toThrow(/KONTOR_URL/);
  });

  it('read address and key from the environment', async () => {
    Object.assign(process.env, { KONTOR_URL: server.url, KONTOR_API_KEY: 'from-environment' });
    try {
      server.answer = (_, response) => json(response, 200, { id: 'a' });
      await (new sdk.Kontor({}) as Untyped).leads.get('a');
      expect(server.received[0]?.headers['x-api-key']).toBe('from-environment');
    } finally {
      delete process.env['KONTOR_URL'];
      delete process.env['KONTOR_API_KEY'];
    }
  });

  it('are logged by level, without headers and query', async () => {
    failFirst(1, 503, { 'Retry-After': '0' });
    const lines: string[] = [];
    const log = (level: string) => (text: string) => void lines.push(`${level} ${text}`);
    const logger = { error: log('error'), warn: log('warn'), info: log('info'), debug: log('debug') };
    const logging = new sdk.Kontor({ baseUrl: server.url, apiKey: 'secret', logLevel: 'warn', logger }) as Untyped;
    await logging.leads.get('a', { include: ['owner'] });
    expect(lines).toEqual([
      'error kontor leads.get: GET /api/v1/leads/a, attempt 1: 503 in 0 ms'.replace(
        /\d+ ms/,
        lines[0]?.match(/\d+ ms/)?.[0] ?? '',
      ),
      'warn kontor leads.get: GET /api/v1/leads/a, attempt 1: overloaded, again in 0 ms',
    ]);
    expect(() => new sdk.Kontor({ baseUrl: server.url, apiKey: 'x', logLevel: 'loud' })).toThrow(TypeError);
  });

  it('call the hooks', async () => {
    failFirst(1, 503, { 'Retry-After': '0' });
    const seen: unknown[] = [];
    const watched = new sdk.Kontor({
      baseUrl: server.url,
      apiKey: null,
      onRequest: ({ call, attempt, headers }: { call: string; attempt: number; headers: Headers }) => {
        headers.set('traceparent', `t-${attempt}`);
        seen.push(`${call} ${attempt}`);
      },
      onResponse: ({ status, attempt }: { status: number; attempt: number }) => void seen.push(`${status} ${attempt}`),
      onRetry: ({ error, attempt }: { error: { code: string }; attempt: number }) =>
        void seen.push(`${error.code} ${attempt}`),
    });
    await watched.leads.get('a');
    expect(seen).toEqual(['leads.get 1', '503 1', 'overloaded 1', 'leads.get 2', '200 2']);
    expect(server.received.map(({ headers }) => headers['traceparent'])).toEqual(['t-1', 't-2']);
  });
});
