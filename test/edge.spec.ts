import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { Express } from 'express';
import { routersAt } from '../src/platform/http/route-branches.js';
import { startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';

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

/** A request that no client library would send. */
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

it('gives addresses that are really listened on where none is configured', async () => {
  const { body } = await admin.post('/lead-forms').send({ name: 'Contact page' }).expect(201);
  expect(body.url).toBe(`${app.url}/forms/${body.publicKey}`);
  expect(body.submitUrl).toBe(`${app.url}/api/v1/forms/${body.publicKey}/submissions`);
});

describe('a route', () => {
  it('is asked for an address of its own resource alone', () => {
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
  it('for an address where nothing is', async () =>
    isProblem(await app.anonymous.get('/nothing').expect(404), 404, 'route-not-found'));
  it('for an address outside the API', async () =>
    isProblem(await app.anonymous.get('//nothing').expect(404), 404, 'route-not-found'));

  it('for a method that an address does not have, with those it has', async () => {
    const answer = await admin.put('/leads').expect(405);
    isProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers['allow']).toBe('GET, POST');
  });

  it('for JSON that is none', async () =>
    isProblem(
      await admin.post('/leads').set('Content-Type', 'application/json').send('{"name":').expect(400),
      400,
      'malformed-json',
    ));
  it('for a body that is no object', async () =>
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
  it('for a content type that no route takes', async () =>
    isProblem(
      await admin.post('/leads').set('Content-Type', 'text/plain').send('name=x').expect(415),
      415,
      'unsupported-media-type',
    ));
  it('for a form where JSON belongs', async () =>
    isProblem(await admin.post('/leads').type('form').send({ name: 'x' }).expect(415), 415, 'unsupported-media-type'));
  it('for a charset that is not UTF-8', async () =>
    isProblem(
      await admin.post('/leads').set('Content-Type', 'application/json; charset=iso-8859-1').send('{}').expect(415),
      415,
      'unsupported-charset',
    ));
  it('for a broken percent-encoding', async () =>
    expect((await admin.get('/leads/%E0%A4%A').expect(400)).headers['content-type']).toMatch(/problem/));
  it('for an id that is none', async () =>
    isProblem(await admin.get('/leads/17').expect(400), 400, 'invalid-parameter'));
  it('for a URL that is too long', async () =>
    isProblem(await admin.get(`/leads?q=${'x'.repeat(9_000)}`).expect(414), 414, 'url-too-long'));
  it('for a parameter where none belongs', async () =>
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
  it('for what is not HTTP', async () =>
    expect(await raw('HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400[\s\S]*problem\+json/));
});

describe('limits', () => {
  const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });

  it('refuse a body that is nested too deep, before anything reads it', async () => {
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

  it('refuse too many keys and keys that reach for prototypes', async () => {
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

  it('say in every answer what is left', async () => {
    const { headers } = await admin.get('/leads').expect(200);
    expect(headers['ratelimit-policy']).toMatch(/^"default";q=\d+;w=60$/);
    expect(headers['ratelimit']).toMatch(/^"default";r=\d+;t=\d+$/);
  });

  it('turn a credential away once its minute is used up, and nobody else', async () => {
    const { body } = await admin
      .post('/api-keys')
      .send({ name: 'slow', scopes: ['leads:read'], rateLimit: 3 })
      .expect(201);
    const statuses: number[] = [];
    for (let index = 0; index < 5; index += 1)
      statuses.push((await app.anonymous.get('/leads').set('X-API-Key', body.key)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await app.anonymous.get('/leads').set('X-API-Key', body.key).expect(429);
    isProblem(refused, 429, 'rate-limit-exceeded');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await admin.get('/leads').expect(200);
  });

  it('answer 503 at once when too many requests are at work, and serve again afterwards', async () => {
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
      // The held ones wait for their lock until it is given up after two seconds: this one does not join them.
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

describe('requests have an id', () => {
  it('of their own, or the caller’s if it is well-formed', async () => {
    expect((await admin.get('/leads').set('X-Request-Id', 'my-request-0001')).headers['x-request-id']).toBe(
      'my-request-0001',
    );
    for (const bad of ['x', 'has space in it', 'x'.repeat(200)])
      expect((await admin.get('/leads').set('X-Request-Id', bad)).headers['x-request-id']).not.toBe(bad);
  });
});

describe('browsers', () => {
  it('of listed origins may read answers and their headers', async () => {
    const { headers } = await admin.get('/leads').set('Origin', 'https://app.example.com').expect(200);
    expect(headers['access-control-allow-origin']).toBe('https://app.example.com');
    expect(headers['access-control-expose-headers']).toMatch(/ETag.*Location.*RateLimit/);
  });

  it('of other origins may not', async () => {
    for (const origin of ['https://evil.example', 'null', 'https://app.example.com.evil.example']) {
      expect((await admin.get('/leads').set('Origin', origin)).headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('get the headers that protect them', async () => {
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

describe('the same POST twice', () => {
  let serial = 0;
  const key = () => `key-${process.pid}-${(serial += 1)}`;
  const post = (idempotencyKey: string, body: object) =>
    admin.post('/leads').set('Idempotency-Key', idempotencyKey).send(body);

  it('has one effect and one answer', async () => {
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

  it('has one effect however many come at once', async () => {
    const before = await leadCount();
    const name = key();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(name, lead())));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect(await leadCount()).toBe(before + 1);
    await post(name, lead()).expect(201);
  });

  it('is refused for another request', async () => {
    const name = key();
    await post(name, lead()).expect(201);
    isProblem(await post(name, lead({ notes: 'other' })).expect(422), 422, 'idempotency-key-reused');
  });

  it('may be tried again after a refusal', async () => {
    const name = key();
    await post(name, { name: 'x' }).expect(422);
    await post(name, lead()).expect(201);
  });

  it('belongs to one credential', async () => {
    const name = key();
    const first = await post(name, lead()).expect(201);
    const other = await app.as('manager');
    expect((await other.post('/leads').set('Idempotency-Key', name).send(lead()).expect(201)).body.id).not.toBe(
      first.body.id,
    );
  });

  it.each(['', ' ', 'x'.repeat(256)])('needs a proper key, not "%s"', async (bad) => {
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

describe('operators', () => {
  it('see whether an instance lives and is ready', async () => {
    expect((await app.anonymous.get('//health/live').expect(200)).body).toEqual({ status: 'ok' });
    expect((await app.anonymous.get('//health/ready').expect(200)).body).toMatchObject({
      status: 'ok',
      database: true,
      migrations: true,
    });
  });

  it('read metrics from this machine', async () => {
    const { text } = await app.anonymous.get('//metrics').expect(200);
    expect(text).toMatch(
      /kontor_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/leads",status="200"\}/,
    );
    expect(text).toMatch(/kontor_pool_connections/);
  });
});
