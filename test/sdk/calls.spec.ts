import { documentedCalls, json, loadSdk, loopback, rejection, type Loopback, type Sdk, type Untyped } from './sdk.js';

const page = (names: string[], nextCursor: string | null) => ({
  data: names.map((name) => ({ name })),
  pageInfo: { nextCursor, prevCursor: null, hasMore: nextCursor !== null },
});

describe('SDK calls', () => {
  let sdk: Sdk;
  let server: Loopback;
  let kontor: Untyped;

  beforeAll(async () => {
    sdk = await loadSdk();
  });
  beforeEach(async () => {
    server = await loopback();
    kontor = new sdk.Kontor({ baseUrl: server.url, apiKey: 'key-1' });
  });
  afterEach(() => server.close());

  it('accept ids, then the body, then named arguments', async () => {
    await kontor.leads.update('a', { name: 'Ada' }, { ifMatch: { version: 3 } });
    await kontor.leads.upsert('hubspot', '4711', { name: 'Ada' });
    await kontor.leads.delete('a', { ifMatch: '"4"' });
    await kontor.leads.restore('a');
    expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['PATCH', '/api/v1/leads/a', '{"name":"Ada"}'],
      ['PUT', '/api/v1/leads/by-external-id/hubspot/4711', '{"name":"Ada"}'],
      ['DELETE', '/api/v1/leads/a', ''],
      ['POST', '/api/v1/leads/a/restore', ''],
    ]);
    expect(server.received.map(({ headers }) => headers['if-match'])).toEqual(['"3"', undefined, '"4"', undefined]);
    expect(server.received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-api-key': 'key-1',
      'x-kontor-client': expect.stringMatching(/^sdk\/\d/),
    });
    expect(server.received[3]?.headers['content-type']).toBeUndefined();
  });

  it('write queries: lists repeat, filters have one bracket, dates are ISO, undefined is omitted', async () => {
    server.answer = (_, response) => json(response, 200, page([], null));
    await kontor.leads.list({
      status: ['new', 'won'],
      createdAt: { gte: new Date(0), lt: '2026-12-01T00:00:00Z' },
      q: 'a&b=c d',
      limit: 5,
      deleted: false,
      cursor: undefined,
    });
    expect(decodeURIComponent(server.received[0]?.url ?? '').replaceAll('+', ' ')).toBe(
      '/api/v1/leads?limit=5&createdAt[gte]=1970-01-01T00:00:00.000Z&createdAt[lt]=2026-12-01T00:00:00Z&deleted=false&q=a&b=c d&status=new&status=won',
    );
    expect(server.received[0]?.url).toContain('q=a%26b%3Dc+d');
    await kontor.leads.list();
    expect(server.received[1]?.url).toBe('/api/v1/leads');
    await kontor.contacts.list({
      custom: { tier: ['gold', 'tin'], seats: { gte: 10 }, hot: true },
      sort: ['-custom.seats'],
    });
    expect(decodeURIComponent(server.received[2]?.url ?? '')).toBe(
      '/api/v1/contacts?custom.tier=gold&custom.tier=tin&custom.seats[gte]=10&custom.hot=true&sort=-custom.seats',
    );
  });

  it('reject ids that would change the path', async () => {
    await kontor.leads.get('../api-keys/x?admin=1#y');
    expect(server.received[0]?.url).toBe('/api/v1/leads/..%2Fapi-keys%2Fx%3Fadmin%3D1%23y');
    for (const id of ['', '.', '..', undefined, null, {}, ['a']])
      expect(await rejection(kontor.leads.get(id))).toBeInstanceOf(TypeError);
    expect(server.received).toHaveLength(1);
  });

  it('reject invalid arguments', async () => {
    expect((await rejection(kontor.leads.list({ statuss: ['new'] }))).message).toBe('leads.list takes no statuss.');
    expect((await rejection(kontor.leads.list({}, {}))).message).toBe('leads.list takes 1 arguments at most: options.');
    expect((await rejection(kontor.auth.logout({ idempotencyKey: 'x' }))).message).toBe(
      'auth.logout takes no idempotencyKey.',
    );
    expect((await rejection(kontor.leads.list({ createdAt: { gte: { deep: 1 } } }))).message).toContain(
      'nested too deeply',
    );
    expect(server.received).toHaveLength(0);
  });

  it('iterate over all pages of a list and of a search', async () => {
    const pages = [page(['a', 'b'], 'c1'), page(['c'], 'c2'), page([], null)];
    server.answer = (_, response, index) => json(response, 200, pages[index % 3]);
    const names: string[] = [];
    for await (const { name } of kontor.leads.list({ status: ['new'] })) names.push(name);
    expect(names).toEqual(['a', 'b', 'c']);
    expect(server.received.map(({ url }) => url)).toEqual([
      '/api/v1/leads?status=new',
      '/api/v1/leads?cursor=c1&status=new',
      '/api/v1/leads?cursor=c2&status=new',
    ]);
    expect(await kontor.leads.search({ limit: 2 }).toArray()).toHaveLength(3);
    expect(server.received.slice(3).map(({ body }) => body)).toEqual([
      '{"limit":2}',
      '{"limit":2,"cursor":"c1"}',
      '{"limit":2,"cursor":"c2"}',
    ]);
    expect(server.received[3]?.headers['idempotency-key']).toBeUndefined();
  });

  it('fetch only requested pages', async () => {
    server.answer = (_, response, index) => json(response, 200, page(['a', 'b'], `c${index}`));
    expect(await kontor.leads.list().toArray({ limit: 3 })).toHaveLength(3);
    expect(server.received).toHaveLength(2);
    expect((await kontor.leads.list()).pageInfo.nextCursor).toBe('c2');
    for await (const each of kontor.leads.list().pages()) if (each.pageInfo.nextCursor === 'c4') break;
    expect(server.received).toHaveLength(5);
  });

  it('return metadata with the data', async () => {
    server.answer = (_, response) =>
      json(response, 200, { id: 'a', version: 2 }, { ETag: '"2"', 'X-Request-Id': 'req-7' });
    const { data, etag, requestId, response } = await kontor.leads.get('a').withResponse();
    expect([data.id, etag, requestId, response.status]).toEqual(['a', '"2"', 'req-7', 200]);
    expect(sdk.etagOf(data)).toBe('"2"');
    expect(() => sdk.etagOf({})).toThrow(TypeError);
  });

  it('return undefined for 204, and a code for 304', async () => {
    server.answer = ({ method }, response) => void response.writeHead(method === 'DELETE' ? 204 : 304).end();
    expect(await kontor.leads.delete('a')).toBeUndefined();
    expect(sdk.isKontorError(await rejection(kontor.leads.get('a', { ifNoneMatch: 2 })), 'not-modified')).toBe(true);
    expect(server.received[1]?.headers['if-none-match']).toBe('"2"');
  });

  it('use the paths of the document', async () => {
    for (const {
      path,
      verb,
      call: [resource, method],
      takesBody,
    } of documentedCalls()) {
      const ids = [...path.matchAll(/\{/g)].map((_, index) => `id-${index}`);
      await kontor[resource][method](...ids, ...(takesBody ? [{ field: 1 }] : []));
      let index = 0;
      expect(server.received.at(-1)).toMatchObject({
        method: verb.toUpperCase(),
        url: path.replace(/\{[^}]+\}/g, () => `id-${index++}`),
        body: takesBody ? '{"field":1}' : '',
      });
    }
    expect(server.received.length).toBeGreaterThan(20);
  });

  it('keep two clients separate', async () => {
    const other = new sdk.Kontor({
      baseUrl: `${server.url}/api/v1/`,
      apiKey: async () => 'key-2',
      headers: { 'X-Team': 'b' },
    });
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? other : kontor).leads.get(String(index))));
    for (const { url, headers } of server.received) {
      const odd = Number(url.split('/').at(-1)) % 2 === 1;
      expect([url.startsWith('/api/v1/leads/'), headers['x-api-key'], headers['x-team']]).toEqual([
        true,
        odd ? 'key-2' : 'key-1',
        odd ? 'b' : undefined,
      ]);
    }
  });

  it('follow no redirect with the key', async () => {
    server.answer = (_, response) => void response.writeHead(302, { Location: '/elsewhere' }).end();
    expect((await rejection(kontor.leads.get('a'))).code).toBe('redirected');
    expect(server.received).toHaveLength(1);
  });
});
