import { json, loadSdk, loopback, problem, refusal, type Loopback, type Sdk, type Untyped } from './sdk.js';

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
      onRetry: (event: { delayMs: number; attempt: number }) => void retries.push(event),
    });
  });
  afterEach(() => server.close());

  /** The first answers are failures, then all is well. */
  const failFirst = (times: number, status: number, headers: Record<string, string> = {}, code = 'overloaded') => {
    server.answer = (_, response, index) =>
      index < times ? json(response, status, problem(status, code), headers) : json(response, 200, { id: 'a' });
  };

  it('maps problems', async () => {
    const errors = [{ pointer: '#/email', code: 'format', detail: 'must be an e-mail address' }];
    server.answer = (_, response) => json(response, 422, problem(422, 'invalid-body', { errors, allowed: ['x'] }));
    const error = await refusal(kontor.leads.create({ email: 'x' }));
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

  it('maps answers that no Kontor gave', async () => {
    server.answer = (_, response) =>
      void response.writeHead(500, { 'Content-Type': 'text/html' }).end('<h1>Sorry</h1>');
    expect(await refusal(kontor.leads.get('a'))).toMatchObject({ status: 500, code: 'http-500', errors: [] });
    server.answer = (_, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"id":');
    expect(await refusal(kontor.leads.get('a'))).toMatchObject({ status: 200, code: 'unreadable-answer' });
  });

  it.each([429, 503])('tries any call again after %i', async (status) => {
    failFirst(2, status);
    await kontor.leads.update('a', { name: 'x' });
    expect(server.received).toHaveLength(3);
    expect(retries.map(({ attempt }) => attempt)).toEqual([1, 2]);
    retries.forEach(({ delayMs }, index) => expect(delayMs).toBeLessThanOrEqual(500 * 2 ** index));
  });

  it.each([408, 502, 504])('after %i tries again only what has one effect', async (status) => {
    failFirst(1, status);
    await kontor.leads.create({ name: 'x' });
    expect(server.received).toHaveLength(2);
    for (const unsafe of [() => kontor.leads.update('a', {}), () => kontor.apiKeys.create({})]) {
      server.received.length = 0;
      expect((await refusal(unsafe())).status).toBe(status);
      expect(server.received).toHaveLength(1);
    }
    for (const safe of [
      () => kontor.leads.list(),
      () => kontor.leads.search({}),
      () => kontor.leads.remove('a'),
      () => kontor.leads.update('a', {}, { ifMatch: 1 }),
    ]) {
      server.received.length = 0;
      await safe();
      expect(server.received).toHaveLength(2);
    }
  });

  it('sends one Idempotency-Key in all tries of a call, and another for another call', async () => {
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

  it('tries no other conflict again', async () => {
    failFirst(1, 409, {}, 'lead-converted');
    expect((await refusal(kontor.leads.create({ name: 'x' }))).code).toBe('lead-converted');
  });

  it('waits as long as Retry-After says, and gives up where that is too long', async () => {
    failFirst(1, 429, { 'Retry-After': '1' });
    await kontor.leads.list();
    expect((server.received[1]?.at ?? 0) - (server.received[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
    server.received.length = 0;
    failFirst(1, 429, { 'Retry-After': '61' });
    expect(await refusal(kontor.leads.list())).toMatchObject({ status: 429, retryAfter: 61 });
    failFirst(3, 503, { 'Retry-After': new Date(Date.now() - 5_000).toUTCString() });
    await kontor.leads.list();
    expect(retries.at(-1)?.delayMs).toBe(0);
  });

  it('gives up after maxRetries', async () => {
    failFirst(9, 503, { 'Retry-After': '0' });
    expect((await refusal(kontor.leads.list())).status).toBe(503);
    expect(server.received).toHaveLength(3);
    await refusal(kontor.leads.list({ maxRetries: 0 }));
    expect(server.received).toHaveLength(4);
  });

  it('tries again when the connection breaks, before and amid the answer', async () => {
    server.answer = (_, response, index) => {
      if (index === 0) return void response.socket?.destroy();
      if (index === 2) return json(response, 200, { id: 'a' });
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '99' }).write('{"id":');
      setTimeout(() => response.socket?.destroy(), 20);
    };
    expect(await kontor.leads.create({ name: 'x' })).toEqual({ id: 'a' });
    expect(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    await server.close();
    const error = await refusal(kontor.leads.update('a', {}));
    expect(error).toBeInstanceOf(sdk.KontorConnectionError);
    expect(error).toMatchObject({
      status: 0,
      code: 'connection-failed',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('ends a try after timeoutMs', async () => {
    server.answer = (_, response, index) => (index === 0 ? undefined : json(response, 200, { id: 'a' }));
    expect(await kontor.leads.get('a', { timeoutMs: 100 })).toEqual({ id: 'a' });
    server.received.length = 0;
    const error = await refusal(kontor.leads.update('a', {}, { timeoutMs: 50 }));
    expect(error).toBeInstanceOf(sdk.KontorTimeoutError);
    expect(error).toMatchObject({ code: 'timed-out', status: 0 });
    server.received.length = 0;
    server.answer = (_, response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
    expect((await refusal(kontor.leads.get('a', { timeoutMs: 50, maxRetries: 0 }))).code).toBe('timed-out');
  });

  it('stops when the caller says so: before, under way, between tries', async () => {
    expect(await refusal(kontor.leads.get('a', { signal: AbortSignal.abort('why') }))).toMatchObject({
      code: 'aborted',
      cause: 'why',
    });
    expect(server.received).toHaveLength(0);
    const under = new AbortController();
    server.answer = () => under.abort();
    expect(await refusal(kontor.leads.get('a', { signal: under.signal }))).toBeInstanceOf(sdk.KontorAbortError);
    const between = new AbortController();
    failFirst(9, 503, { 'Retry-After': '30' });
    const call = refusal(kontor.leads.get('a', { signal: between.signal }));
    setTimeout(() => between.abort(), 100);
    expect((await call).code).toBe('aborted');
    expect(server.received).toHaveLength(2);
  });

  it('tells its hooks', async () => {
    failFirst(1, 503, { 'Retry-After': '0' });
    const seen: unknown[] = [];
    const watched = new sdk.Kontor({
      baseUrl: server.url,
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
