import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib, { gzipSync } from 'node:zlib';
import type { Express } from 'express';
import { Logger } from 'nestjs-pino';
import { Config } from '../src/platform/config/index.js';
import { routersAt } from '../src/platform/http/routes/route-branches.js';
import { startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';
import { operations, pathOf, resolve } from './harness/document.js';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp({ CORS_ORIGINS: 'https://app.example.com', MAX_REQUESTS_IN_FLIGHT: '40' });
  admin = app.admin;
});
afterAll(() => app.close());

const lead = (more: object = {}) => ({ name: 'Edge', email: 'edge@example.com', ...more });
const leadCount = async (): Promise<number> =>
  Number((await app.db.query<{ n: string }>('select count(*) as n from leads')).rows[0]?.n);

/** Sends a request that no client library would send. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    setTimeout(() => socket.destroy(), 3_000).unref();
  });

const isProblem = (
  answer: {
    headers: Record<string, string>;
    body: { status: number; requestId: string; code: string; type: string; instance: string };
  },
  status: number,
  code: string,
): void => {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    status,
    code,
    type: `urn:kontor:problem:${code}`,
    requestId: answer.headers['x-request-id'],
  });
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|SELECT |at \/|Error:/);
};

it('returns the addresses that are listened on without configuration', async () => {
  const { body } = await admin.post('/lead-forms').send({ name: 'Contact page' }).expect(201);
  expect(body.url).toBe(`${app.url}/forms/${body.publicKey}`);
  expect(body.submitUrl).toBe(`${app.url}/api/v1/forms/${body.publicKey}/submissions`);
});

describe('a route', () => {
  it('is compared only with paths of its own resource', () => {
    const express = app.app.getHttpAdapter().getInstance() as Express;
    const pathsAt = (path: string): string[] =>
      routersAt(express, path).flatMap(({ stack }) => stack.flatMap(({ route }) => route?.path ?? []));
    expect(
      pathsAt('/api/v1/leads/17').filter(
        (path) => path.startsWith('/api/v1/') && !/^\/api\/v1\/leads(\/|$)/.test(path),
      ),
    ).toEqual([]);
    expect(pathsAt('/api/v1/leads/17').length).toBeGreaterThan(20);
    expect(pathsAt('/nothing').filter((path) => path.startsWith('/api/v1/'))).toEqual([]);
  });

  it.each(['/leads', '/leads/', '/LEADS', '/leads?limit=1'])('is found at %s', async (path) => {
    await admin.get(path).expect(200);
  });
});

describe('every failing path is a problem', () => {
  it('for an unknown path', async () =>
    isProblem(await app.anonymous.get('/nothing').expect(404), 404, 'route-not-found'));
  it('for a path outside the API', async () =>
    isProblem(await app.anonymous.get('//nothing').expect(404), 404, 'route-not-found'));

  it('for an unsupported method, with the supported methods', async () => {
    const answer = await admin.put('/leads').expect(405);
    isProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers['allow']).toBe('GET, POST');
  });

  it('for invalid JSON', async () =>
    isProblem(
      await admin.post('/leads').set('Content-Type', 'application/json').send('{"name":').expect(400),
      400,
      'malformed-json',
    ));
  it('for a body that is not an object', async () =>
    isProblem(await admin.post('/leads').send([]).expect(422), 422, 'invalid-body'));
  it('for a body that is too large', async () =>
    isProblem(
      await admin
        .post('/leads')
        .send(lead({ message: 'x'.repeat(1_100_000) }))
        .expect(413),
      413,
      'body-too-large',
    ));
  it('for an unsupported content type', async () =>
    isProblem(
      await admin.post('/leads').set('Content-Type', 'text/plain').send('name=x').expect(415),
      415,
      'unsupported-media-type',
    ));
  it('for a form instead of JSON', async () =>
    isProblem(await admin.post('/leads').type('form').send({ name: 'x' }).expect(415), 415, 'unsupported-media-type'));
  it('for a charset other than UTF-8', async () =>
    isProblem(
      await admin.post('/leads').set('Content-Type', 'application/json; charset=iso-8859-1').send('{}').expect(415),
      415,
      'unsupported-charset',
    ));
  it.each([
    '/leads/%E0%A4%A',
    '/leads?q=%E0%A4%A',
    '/leads?q=100%',
    '/leads?%zz=1',
    '/leads/%ff/activities',
    '/nothing/%',
    '//forms/%E0%A4%A',
  ])('for an invalid percent-encoding: %s', async (path) => {
    isProblem(await admin.get(path).expect(400), 400, 'malformed-url');
  });

  it.each(['gzip', 'deflate', 'br', 'zstd', 'GZIP'])('for a body that is not %s', async (encoding) => {
    isProblem(
      await app.anonymous
        .post('/auth/login')
        .set({ 'Content-Type': 'application/json', 'Content-Encoding': encoding })
        .send('{"email":"a@b.example"}')
        .expect(400),
      400,
      'malformed-encoding',
    );
  });

  it('for a truncated gzip body', async () => {
    const whole = gzipSync(JSON.stringify(lead({ notes: randomBytes(2_000).toString('hex') })));
    const answer = await fetch(`${app.url}/api/v1/leads`, {
      method: 'POST',
      headers: { ...admin.headers, 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
      body: new Uint8Array(whole.subarray(0, 900)),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'malformed-encoding']);
    const sent = await fetch(`${app.url}/api/v1/leads`, {
      method: 'POST',
      headers: { ...admin.headers, 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
      body: new Uint8Array(whole),
    });
    expect(sent.status).toBe(201);
  });

  it('for an internal error of a decoder, which is logged', async () => {
    const broken = new Error('no decoder');
    const logged: unknown[] = [];
    const decoder = (value: unknown) =>
      Object.defineProperty(zlib, 'createBrotliDecompress', { configurable: true, enumerable: true, value });
    const real = zlib.createBrotliDecompress;
    const quiet = (): void => undefined;
    app.app.useLogger({ log: quiet, warn: quiet, error: (line: unknown) => void logged.push(line) });
    decoder(() => {
      throw broken;
    });
    try {
      const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'br' };
      const answer = await admin.post('/leads').set(headers).send('{}');
      isProblem(answer, 500, 'internal-error');
      expect(logged).toEqual([{ err: broken, code: 'internal-error', requestId: answer.headers['x-request-id'] }]);
    } finally {
      decoder(real);
      app.app.useLogger(app.app.get(Logger));
    }
  });

  it.each([
    ['text/csv', 'a;b'],
    ['application/json', '{"a":'],
    ['application/json', '[]'],
    ['application/json', `{"a":${'['.repeat(50)}`],
  ])('for %s to an unknown path: %s', async (type, body) => {
    for (const path of ['/leads/import', '/contacts/import/csv'])
      isProblem(await admin.post(path).set('Content-Type', type).send(body).expect(404), 404, 'route-not-found');
    isProblem(await admin.post('//nothing').set('Content-Type', type).send(body).expect(404), 404, 'route-not-found');
    const answer = await admin.put('/leads').set('Content-Type', type).send(body).expect(405);
    expect([answer.body.code, answer.headers['allow']]).toEqual(['method-not-allowed', 'GET, POST']);
  });

  it('for the name of a missing route in the place of an id', async () => {
    for (const path of ['/contacts/export', '/leads/export', '/deals/import/activities', '/users/me-too'])
      isProblem(await admin.get(path).expect(404), 404, 'route-not-found');
  });

  it('for an invalid id, with the name of its parameter', async () => {
    const { body: team } = await admin.post('/teams').send({ name: 'Edge' }).expect(201);
    for (const id of ['nope', '17']) {
      const { body } = await admin.put(`/teams/${team.id as string}/members/${id}`).expect(400);
      expect([body.code, body.errors]).toEqual([
        'invalid-parameter',
        [{ parameter: 'userId', code: 'uuid', detail: 'userId must be a UUID' }],
      ]);
    }
    expect((await admin.get('/teams/17').expect(400)).body.errors).toEqual([
      { parameter: 'id', code: 'uuid', detail: 'id must be a UUID' },
    ]);
  });

  it('for an unsupported content type of a form, with both supported types', async () => {
    const { body: form } = await admin.post('/lead-forms').send({ name: 'Types' }).expect(201);
    const path = `/forms/${form.publicKey as string}/submissions`;
    const { body } = await app.anonymous.post(path).set('Content-Type', 'text/plain').send('x').expect(415);
    expect(body.detail).toBe(
      'Send JSON: Content-Type: application/json. A form may also be sent as application/x-www-form-urlencoded.',
    );
    expect((await admin.post('/leads').set('Content-Type', 'text/plain').send('x').expect(415)).body.detail).toBe(
      'Send JSON: Content-Type: application/json.',
    );
  });
  it('for an invalid id', async () => isProblem(await admin.get('/leads/17').expect(400), 400, 'invalid-parameter'));
  it('for a URL that is too long', async () =>
    isProblem(await admin.get(`/leads?q=${'x'.repeat(9_000)}`).expect(414), 414, 'url-too-long'));
  it('for a parameter of an operation without parameters', async () =>
    isProblem(await admin.get('/auth/me?x=1').expect(400), 400, 'unknown-parameter'));
  it('for a missing credential', async () => {
    const answer = await app.anonymous.get('/leads').expect(401);
    isProblem(answer, 401, 'not-signed-in');
    expect(answer.headers['www-authenticate']).toBeDefined();
  });

  it('for headers that are too large', async () =>
    expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431[\s\S]*problem\+json/,
    ));
  it('for input that is not HTTP', async () =>
    expect(await raw('HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400[\s\S]*problem\+json/));
});

describe('limits', () => {
  const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });

  it('reject a deeply nested body before it is read', async () => {
    expect(
      (
        await admin
          .post('/leads')
          .send(lead({ metadata: nested(30) }))
          .expect(400)
      ).body.code,
    ).toBe('body-too-deep');
    const answer = await admin
      .post('/leads')
      .set('Content-Type', 'application/json')
      .send(`{"metadata":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)
      .expect(400);
    expect(answer.body.code).toBe('body-too-deep');
  });

  it('reject too many keys and keys of prototypes', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`k${index}`, 1]));
    expect(
      (
        await admin
          .post('/leads')
          .send(lead({ metadata: many }))
          .expect(400)
      ).body.code,
    ).toBe('body-too-wide');
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const answer = await admin
        .post('/leads')
        .set('Content-Type', 'application/json')
        .send(`{"name":"x","email":"x@example.com","metadata":{"${key}":{"polluted":true}}}`)
        .expect(400);
      expect(answer.body.code).toBe('forbidden-key');
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('name a key with an unpaired surrogate', async () => {
    const send = (path: string, text: string) => admin.post(path).set('Content-Type', 'application/json').send(text);
    const pointersOf = ({ body }: { body: { errors: { pointer: string }[] } }): string[] =>
      body.errors.map(({ pointer }) => pointer);
    const lead = (more: string): string => `{"name":"x","email":"x@example.com",${more}}`;
    expect(pointersOf(await send('/leads', lead('"\\ud800":1')).expect(400))).toEqual(['#/%EF%BF%BD']);
    const inside = await send('/leads', lead('"metadata":{"\\ud800":9007199254740993}')).expect(422);
    expect(pointersOf(inside)).toContain('#/metadata');
    const channel = '{"type":"slack","name":"x","events":["lead.created"],"config":{"\\ud800":1}}';
    expect(pointersOf(await send('/notification-channels', channel).expect(400))).toEqual(['#/config/%EF%BF%BD']);
  });

  it('check the depth of the text outside of strings', async () => {
    const send = (text: string) => admin.post('/leads').set('Content-Type', 'application/json').send(text);
    expect((await send(`{"a":${'['.repeat(25)}`).expect(400)).body.code).toBe('body-too-deep');
    expect((await send(`{"a":${'[{"b":'.repeat(12)}`).expect(400)).body.code).toBe('body-too-deep');
    await send(JSON.stringify(lead({ notes: `${'{['.repeat(40)} \\" ${'['.repeat(40)} \\` }))).expect(201);
    await send(
      JSON.stringify(lead({ tags: ['a', 'b'], metadata: { list: Array.from({ length: 40 }, () => ({ deep: [1] })) } })),
    ).expect(201);
  });

  it('keep the response to an invalid request short', async () => {
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`${'k'.repeat(500)}${index}`, 1]));
    for (const answer of [
      await admin.post('/leads').send(many).expect(400),
      await admin
        .post('/leads')
        .send(lead({ customFields: many }))
        .ok(() => true),
      await admin
        .post('/leads/search')
        .send({ [`${'\u00e9'.repeat(5_000)}`]: 1 })
        .expect(400),
      await admin
        .get(`/leads?${'p'.repeat(99)}=1&${Array.from({ length: 200 }, (_, index) => `p${index}=1`).join('&')}`)
        .expect(400),
    ]) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body.errors.length).toBeLessThanOrEqual(50);
      expect(answer.text.length).toBeLessThan(60_000);
    }
    const { body } = await admin.post('/leads').send(many).expect(400);
    expect(body.errors).toHaveLength(50);
    expect(body.errors[0]).toEqual({
      pointer: `#/${'k'.repeat(100)}`,
      code: 'unknown-field',
      detail: `${'k'.repeat(100)} is unknown`,
    });
  });

  it('state the remaining requests in every response', async () => {
    const { headers } = await admin.get('/leads').expect(200);
    expect(headers['ratelimit-policy']).toMatch(/^"default";q=\d+;w=60$/);
    expect(headers['ratelimit']).toMatch(/^"default";r=\d+;t=\d+$/);
  });

  it('reject only the credential that exceeded its limit', async () => {
    const { body } = await admin
      .post('/api-keys')
      .send({ name: 'slow', scopes: ['leads:read'], rateLimit: 3 })
      .expect(201);
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1)
      statuses.push((await app.anonymous.get('/leads').set('X-API-Key', body.key)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const rejected = await app.anonymous.get('/leads').set('X-API-Key', body.key).expect(429);
    isProblem(rejected, 429, 'rate-limit-exceeded');
    expect(Number(rejected.headers['retry-after'])).toBeGreaterThan(0);
    await admin.get('/leads').expect(200);
  });

  it('return 503 at once for too many concurrent requests, and recover', async () => {
    const lock = await app.db.connect();
    try {
      await lock.query('begin');
      await lock.query('lock table leads in access exclusive mode');
      const held = Array.from({ length: 40 }, () =>
        admin
          .get('/leads?limit=1')
          .ok(() => true)
          .then(({ status }) => status),
      );
      await new Promise((resolve) => setTimeout(resolve, 400));
      // The other requests wait for their lock until its timeout of two seconds. This request must not wait.
      const first = await Promise.race([
        Promise.all(held).then(() => undefined),
        admin
          .get('/leads')
          .expect(503)
          .then((shed) => shed),
      ]);
      if (!first) throw new Error('The request waited');
      expect(first.headers['retry-after']).toBe('1');
      isProblem(first, 503, 'overloaded');
      await lock.query('rollback');
      expect((await Promise.all(held)).every((status) => status === 200 || status === 503)).toBe(true);
    } finally {
      await lock.query('rollback').catch(() => undefined);
      lock.release();
    }
    await admin.get('/leads').expect(200);
  });
});

describe('request ids', () => {
  it('are new, or well-formed ids of the caller', async () => {
    expect((await admin.get('/leads').set('X-Request-Id', 'my-request-0001')).headers['x-request-id']).toBe(
      'my-request-0001',
    );
    for (const bad of ['x', 'has space in it', 'x'.repeat(200)])
      expect((await admin.get('/leads').set('X-Request-Id', bad)).headers['x-request-id']).not.toBe(bad);
  });
});

describe('browsers', () => {
  it('of listed origins can read responses and headers', async () => {
    const { headers } = await admin.get('/leads').set('Origin', 'https://app.example.com').expect(200);
    expect(headers['access-control-allow-origin']).toBe('https://app.example.com');
    expect(headers['access-control-expose-headers']).toMatch(/ETag.*Location.*RateLimit/);
  });

  it('of other origins cannot', async () => {
    for (const origin of ['https://evil.example', 'null', 'https://app.example.com.evil.example']) {
      expect((await admin.get('/leads').set('Origin', origin)).headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('get security headers', async () => {
    const { headers } = await admin.get('/leads').expect(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('a repeated POST', () => {
  let serial = 0;
  const key = () => `key-${process.pid}-${(serial += 1)}`;
  const post = (idempotencyKey: string, body: object) =>
    admin.post('/leads').set('Idempotency-Key', idempotencyKey).send(body);

  it('has one effect and one response', async () => {
    const before = await leadCount();
    const name = key();
    const first = await post(name, lead()).expect(201);
    const second = await post(name, lead()).expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(await leadCount()).toBe(before + 1);
  });

  it('is the same with the key in quotes', async () => {
    const name = key();
    const first = await post(name, lead()).expect(201);
    expect((await post(`"${name}"`, lead()).expect(201)).body.id).toBe(first.body.id);
  });

  it('has one effect with any number of concurrent requests', async () => {
    const before = await leadCount();
    const name = key();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(name, lead())));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect(await leadCount()).toBe(before + 1);
    await post(name, lead()).expect(201);
  });

  it('with another body is rejected', async () => {
    const name = key();
    await post(name, lead()).expect(201);
    isProblem(await post(name, lead({ notes: 'other' })).expect(422), 422, 'idempotency-key-reused');
  });

  it('can be repeated after a rejection', async () => {
    const name = key();
    await post(name, { name: 'x' }).expect(422);
    await post(name, lead()).expect(201);
  });

  it('is separate for each credential', async () => {
    const name = key();
    const first = await post(name, lead()).expect(201);
    const other = await app.as('manager');
    expect((await other.post('/leads').set('Idempotency-Key', name).send(lead()).expect(201)).body.id).not.toBe(
      first.body.id,
    );
  });

  it.each(['', ' ', 'x'.repeat(256)])('needs a valid key, not "%s"', async (bad) => {
    const answer = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(
        `${app.url}/api/v1/leads`,
        { method: 'POST', headers: { ...admin.headers, 'Content-Type': 'application/json', 'Idempotency-Key': bad } },
        (response) => resolve(response.resume().statusCode ?? 0),
      );
      request.on('error', reject);
      request.end(JSON.stringify(lead()));
    });
    expect(answer).toBe(400);
  });
});

describe('parameters', () => {
  const withRanges = operations
    .filter(({ method, path }) => method === 'get' && !path.includes('{'))
    .flatMap(({ path, parameters }) =>
      parameters
        .filter((parameter) => parameter.name !== 'custom' && resolve(parameter.schema ?? {}).type === 'object')
        .map(({ name }) => [path.slice('/api/v1'.length), name] as const),
    );

  it.each(withRanges)('%s?%s[…] rejects operators of object prototypes', async (path, name) => {
    for (const operator of ['constructor', 'valueOf', 'toString', 'hasOwnProperty', 'zzz'])
      await admin.get(`${path}?${name}[${operator}]=1`).expect(400);
  });

  it.each(withRanges)(
    '%s?%s without an operator means equal, or is rejected with the allowed operators',
    async (path, name) => {
      const answer = await admin.get(`${path}?${name}=x`);
      if (answer.status === 200)
        return expect(answer.body.data).toEqual((await admin.get(`${path}?${name}[eq]=x`).expect(200)).body.data);
      const [error] = answer.body.errors as { parameter: string; detail: string }[];
      expect([answer.status, error?.parameter, error?.detail]).toEqual([
        400,
        name,
        expect.stringContaining(`${name}[`),
      ]);
    },
  );

  it('of a list return the same with and without eq', async () => {
    const { body: one } = await admin
      .post('/leads')
      .send(lead({ email: 'equal@example.com' }))
      .expect(201);
    for (const query of ['email=equal@example.com', 'email[eq]=equal@example.com', 'email=EQUAL@example.com']) {
      expect([
        query,
        (await admin.get(`/leads?${query}`).expect(200)).body.data.map(({ id }: { id: string }) => id),
      ]).toEqual([query, [one.id]]);
    }
    expect((await admin.get('/leads?email=nobody@example.com').expect(200)).body.data).toEqual([]);
  });

  it('in a path are rejected if they contain a NUL character', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      for (const [placeholder] of operation.path.matchAll(/\{\w+\}/g)) {
        const path = pathOf({ ...operation, path: operation.path.replace(placeholder, '%00') });
        const { status } = await admin[operation.method](path).send(operation.bodyExample as object | undefined);
        if (status !== 400 && status !== 404) wrong.push(`${operation.operationId} ${placeholder} ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('in a path are named in errors', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const ids = operation.parameters.filter(
        (parameter) => parameter.in === 'path' && parameter.schema?.format === 'uuid',
      );
      for (const { name } of ids) {
        const path = pathOf({ ...operation, path: operation.path.replace(`{${name}}`, 'no-id-1') });
        const { body } = await admin[operation.method](path).send(operation.bodyExample as object | undefined);
        const named = (body as { errors?: { parameter?: string }[] }).errors?.[0]?.parameter;
        if (named !== name) wrong.push(`${operation.operationId} ${name} ${named}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are named in errors as they were sent', async () => {
    for (const [query, parameter] of [
      ['createdAt[gte]=yesterday', 'createdAt[gte]'],
      ['score[lt]=many', 'score[lt]'],
      ['email[contains]=', 'email[contains]'],
      ['createdAt[zzz]=1', 'createdAt[zzz]'],
      ['limit=0', 'limit'],
    ]) {
      const { body } = await admin.get(`/leads?${query}`).expect(400);
      expect([query, ...new Set(body.errors.map((error: { parameter: string }) => error.parameter))]).toEqual([
        query,
        parameter,
      ]);
    }
  });
});

describe('pages', () => {
  it('include an icon, so that browsers report no missing file', async () => {
    const answer = await app.anonymous.get('//favicon.ico').expect(204);
    expect(answer.headers['cache-control']).toBe('public, max-age=86400');
    await app.anonymous.get('//favicon.ico/x').expect(404);
  });

  it('of Swagger UI include only its own files', async () => {
    const { text } = await app.anonymous.get('//docs/').expect(200);
    const used = [...text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file);
    expect(used).toContain('swagger-ui-bundle.js');
    for (const file of used) await app.anonymous.get(`//docs/${file}`).expect(200);
    const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
    const others = readdirSync(folder).filter((file) => !used.includes(file) && file !== 'index.html');
    expect(others).toEqual(expect.arrayContaining(['package.json', 'README.md']));
    for (const file of others)
      for (const path of [`//docs/${file}`, `//docs//${file}`, `//docs/./${file}`, `//docs/%2e/${file}`])
        isProblem(await app.anonymous.get(path).expect(404), 404, 'route-not-found');
  });
});

describe('operators', () => {
  it('health checks report liveness and readiness', async () => {
    expect((await app.anonymous.get('//health/live').expect(200)).body).toEqual({ status: 'ok' });
    expect((await app.anonymous.get('//health/ready').expect(200)).body).toMatchObject({
      status: 'ok',
      database: true,
      migrations: true,
    });
  });

  it('metrics are readable from this machine', async () => {
    await admin.get('/leads').expect(200);
    const { text } = await app.anonymous.get('//metrics').expect(200);
    expect(text).toMatch(
      /kontor_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/leads",status="200"\}/,
    );
    expect(text).toMatch(/kontor_pool_connections/);
  });

  it('metrics are readable without a token only from this machine, not through a proxy or a host name', async () => {
    const ask = async (headers: Record<string, string>): Promise<number> =>
      new Promise((resolve, reject) => {
        httpRequest(`${app.url}/metrics`, { headers }, (response) => resolve(response.resume().statusCode ?? 0))
          .on('error', reject)
          .end();
      });
    const { port } = new URL(app.url);
    const config = app.app.get(Config);
    config.PUBLIC_URL = 'https://crm.example.com';
    for (const host of [`localhost:${port}`, '127.0.0.1', `[::1]:${port}`, 'crm.example.com'])
      expect([host, await ask({ Host: host })]).toEqual([host, 200]);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      'crm.example.com.evil.example',
    ])
      expect([host, await ask({ Host: host })]).toEqual([host, 404]);
    for (const header of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via', 'X-Forwarded-Host'])
      expect([header, await ask({ [header]: '127.0.0.1' })]).toEqual([header, 404]);
    delete config.PUBLIC_URL;
    expect(await ask({ Host: 'crm.example.com' })).toBe(404);
  });

  it('permissions exist for every route', async () => {
    const words = (await admin.get('/permissions').expect(200)).body.data as { resource: string; action: string }[];
    const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
      .join('\n');
    const needed = new Set(operations.map(({ permission }) => permission));
    const names = words.map(({ resource, action }) => `${resource}:${action}`);
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => !needed.has(name) && !sources.includes(`'${name}'`))).toEqual([]);
  });
});
