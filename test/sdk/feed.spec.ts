import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../harness/app.js';
import { json, loadSdk, loopback, problem, rejection, type Loopback, type Sdk, type Untyped } from './sdk.js';

let sdk: Sdk;
beforeAll(async () => void (sdk = await loadSdk()));

const eventAt = (sequence: number) => ({ id: `evt_${sequence}`, type: 'lead.created', sequence, data: {} });

/** Returns the first events of a feed. */
async function first(count: number, feed: AsyncIterable<Untyped>): Promise<Untyped[]> {
  const events: Untyped[] = [];
  if (count > 0) for await (const event of feed) if (events.push(event) >= count) break;
  return events;
}

describe('events.feed()', () => {
  let server: Loopback;
  let kontor: Untyped;
  beforeEach(async () => {
    server = await loopback();
    kontor = new sdk.Kontor({ baseUrl: server.url, apiKey: null, maxRetries: 0, timeoutMs: 500 });
  });
  afterEach(() => server.close());

  const asked = () => server.received.map(({ url }) => Object.fromEntries(new URL(url, server.url).searchParams));
  const answer = (numbers: number[], lastSequence: number, hasMore = false) => ({
    data: numbers.map(eventAt),
    lastSequence,
    hasMore,
  });

  it('continues after the given sequence, page by page', async () => {
    const pieces = [answer([5, 7], 7, true), answer([8], 12), answer([13], 13)];
    server.answer = (_, response, index) => json(response, 200, pieces[index]);
    const events = await first(4, kontor.events.feed({ after: 4, types: ['lead.*'], pollSeconds: 0.01 }));
    expect(events.map(({ sequence }) => sequence)).toEqual([5, 7, 8, 13]);
    expect(asked()).toEqual([4, 7, 12].map((after) => ({ after: String(after), type: 'lead.*', limit: '100' })));
  });

  it('returns an event once, also if a response repeats it', async () => {
    const pieces = [answer([1, 2], 2, true), answer([1, 2, 3], 3)];
    server.answer = (_, response, index) => json(response, 200, pieces[index]);
    expect((await first(3, kontor.events.feed())).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('survives broken connections, restarts, overload and invalid responses', async () => {
    server.answer = (_, response, index) => {
      if (index === 1) return void response.socket?.destroy();
      if (index === 2) return json(response, 503, problem(503, 'overloaded'));
      if (index === 3) return void response.writeHead(502).end('<html>');
      if (index === 4) return void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"data":');
      return json(response, 200, index === 0 ? answer([1], 1) : answer([2], 2));
    };
    const random = Math.random;
    Math.random = () => 0.001;
    try {
      expect((await first(2, kontor.events.feed({ pollSeconds: 0.01 }))).map(({ sequence }) => sequence)).toEqual([
        1, 2,
      ]);
    } finally {
      Math.random = random;
    }
    expect(asked().map(({ after }) => after)).toEqual(['0', '1', '1', '1', '1', '1']);
  });

  it('waits as long as the server says', async () => {
    server.answer = (_, response, index) =>
      index === 0
        ? json(response, 429, problem(429, 'rate-limit-exceeded'), { 'Retry-After': '1' })
        : json(response, 200, answer([1], 1));
    const started = performance.now();
    await first(1, kontor.events.feed());
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it.each([
    [401, 'not-signed-in'],
    [403, 'events-need-all-records'],
    [410, 'sequence-expired'],
    [400, 'sequence-ahead'],
  ])('gives up on %i %s, which a retry cannot solve', async (status, code) => {
    server.answer = (_, response) => json(response, status, problem(status, code));
    expect(await rejection(first(1, kontor.events.feed({ after: 3 })))).toMatchObject({ status, code });
    expect(server.received).toHaveLength(1);
  });

  it('ends with its signal, between pages, during a request and within a page', async () => {
    server.answer = (_, response) => json(response, 200, answer([], 0));
    const all = async (options: object): Promise<Untyped[]> => first(99, kontor.events.feed(options));
    expect(await all({ signal: AbortSignal.timeout(100) })).toEqual([]);
    expect(await all({ signal: AbortSignal.abort() })).toEqual([]);
    server.answer = () => undefined;
    expect(await all({ signal: AbortSignal.timeout(100) })).toEqual([]);
    server.answer = (_, response) => json(response, 200, answer([1, 2, 3], 3));
    const ending = new AbortController();
    const seen: number[] = [];
    for await (const event of kontor.events.feed({ signal: ending.signal }))
      if (seen.push(event.sequence) === 2) ending.abort();
    expect(seen).toEqual([1, 2]);
  });

  it('reports its position only after all events up to it were processed', async () => {
    const pieces = [answer([1, 2], 2, true), answer([], 9), answer([], 9), answer([10], 10)];
    server.answer = (_, response, index) => json(response, 200, pieces[index] ?? answer([], 10));
    const said: unknown[] = [];
    for await (const event of kontor.events.feed({
      pollSeconds: 0.01,
      signal: AbortSignal.timeout(300),
      onPosition: (position: number) => void said.push(`at ${position}`),
    }))
      said.push(event.sequence);
    expect(said).toEqual([1, 2, 'at 2', 'at 9', 10, 'at 10']);
  });

  it('pauses between polls', async () => {
    for (const pollSeconds of [0, -1, Number.NaN])
      expect(await rejection(first(1, kontor.events.feed({ pollSeconds })))).toBeInstanceOf(TypeError);
  });
});

describe('events.feed() of a real server', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await startApp()), 60_000);
  afterAll(() => app.close());

  it('returns every event once and in order, with broken connections', async () => {
    let tries = 0;
    const lossy = async (url: string, init: RequestInit) => {
      tries += 1;
      if (tries % 3 === 0) throw new TypeError('fetch failed');
      return fetch(url, init);
    };
    const follower = new sdk.Kontor({
      baseUrl: app.url,
      apiKey: app.admin.headers['X-API-Key'],
      fetch: lossy,
    }) as Untyped;
    const kontor = new sdk.Kontor({ baseUrl: app.url, apiKey: app.admin.headers['X-API-Key'] }) as Untyped;
    const created: string[] = [];
    const making = (async () => {
      for (let turn = 0; turn < 20; turn += 1)
        created.push(
          (await kontor.leads.create({ name: `Lead ${turn}`, email: `${randomUUID()}@example.com` })).id as string,
        );
    })();
    let stored = 0;
    const seen: string[] = [];
    // Stops repeatedly and continues from the stored cursor.
    while (seen.length < 20) {
      for await (const event of follower.events.feed({
        after: stored,
        types: ['lead.created'],
        pollSeconds: 0.05,
        signal: AbortSignal.timeout(20_000),
      })) {
        seen.push(event.data.object.id as string);
        stored = event.sequence as number;
        if (seen.length % 7 === 0 || seen.length === 20) break;
      }
    }
    await making;
    expect(seen).toEqual(created);
  }, 30_000);
});
