import { ADMIN, startApp, type TestApp } from '../harness/app.js';
import {
  json,
  loadSdk,
  loopback,
  problem,
  rejection,
  type Loopback,
  type Received,
  type Sdk,
  type Untyped,
} from './sdk.js';

const pair = (number: number) => ({
  accessToken: `access-${number}`,
  tokenType: 'Bearer',
  expiresIn: 600,
  refreshToken: `refresh-${number}`,
  refreshExpiresAt: '2026-11-28T09:30:00.000Z',
  sessionId: 'a',
});
const CREDENTIALS = { email: 'ada@example.com', password: 'three blue teapots sing' };

describe('SDK tokens', () => {
  let sdk: Sdk;
  let server: Loopback;
  let issued: number;
  let good: Set<string>;
  /** The response instead of the next token pair. */
  let instead: ((request: Received) => [number, object] | 'hang up' | undefined) | undefined;

  const paths = () => server.received.map(({ url }) => url.replace('/api/v1', ''));
  const client = (options: object = {}): { tokens: Untyped; kontor: Untyped } => {
    const tokens = new sdk.KontorTokens({ baseUrl: server.url, credentials: CREDENTIALS, ...options });
    return { tokens, kontor: new sdk.Kontor({ baseUrl: server.url, accessToken: tokens }) };
  };

  beforeAll(async () => {
    sdk = await loadSdk();
  });
  beforeEach(async () => {
    server = await loopback();
    issued = 0;
    good = new Set();
    instead = undefined;
    server.answer = (request, response) => {
      const { url, headers } = request;
      if (!url.includes('/auth/token')) {
        return good.has(headers.authorization ?? '')
          ? json(response, 200, { data: [], pageInfo: {} })
          : json(response, 401, problem(401, 'invalid-credentials'));
      }
      const other = instead?.(request);
      if (other === 'hang up') return void response.destroy();
      if (other) return json(response, ...other);
      if (url.endsWith('/revoke')) return void response.writeHead(204).end();
      issued += 1;
      good = new Set([`Bearer access-${issued}`]);
      return json(response, 200, pair(issued));
    };
  });
  afterEach(() => server.close());

  it('signs in once for all waiting calls', async () => {
    const { kontor } = client();
    await Promise.all(Array.from({ length: 10 }, () => kontor.leads.list()));
    expect(paths().filter((path) => path === '/auth/token')).toHaveLength(1);
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual(CREDENTIALS);
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });

  it('refreshes once for all rejected calls, and sends each call again once', async () => {
    const { kontor } = client();
    await kontor.leads.list();
    good = new Set();
    server.received.length = 0;
    await Promise.all(Array.from({ length: 10 }, () => kontor.leads.create({ name: 'Ada' })));
    expect(paths().filter((path) => path === '/auth/token/refresh')).toHaveLength(1);
    expect(paths().filter((path) => path === '/leads')).toHaveLength(20);
    expect(server.received.find(({ url }) => url.endsWith('refresh'))?.body).toBe('{"refreshToken":"refresh-1"}');
  });

  it('gives up on a call that is rejected with a new token', async () => {
    const { kontor } = client();
    server.answer = ((answer) => (request, response, index) =>
      request.url.includes('/leads')
        ? json(response, 401, problem(401, 'invalid-credentials'))
        : answer(request, response, index))(server.answer);
    expect(await rejection(kontor.leads.list())).toMatchObject({ status: 401, code: 'invalid-credentials' });
    expect(paths()).toEqual(['/auth/token', '/leads', '/auth/token/refresh', '/leads']);
  });

  it('refreshes before the end', async () => {
    instead = ({ url }) => (url.endsWith('/token') ? [200, { ...pair(1), expiresIn: 20 }] : undefined);
    good.add('Bearer access-1');
    const { kontor } = client();
    await kontor.leads.list();
    await kontor.leads.list();
    expect(paths()).toEqual(['/auth/token', '/leads', '/auth/token/refresh', '/leads']);
  });

  it('repeats a lost refresh once with the same token', async () => {
    const { kontor } = client({ refreshToken: 'kept' });
    let lost = 0;
    instead = ({ url }) => (url.endsWith('/refresh') && (lost += 1) === 1 ? 'hang up' : undefined);
    await kontor.leads.list();
    expect(paths()).toEqual(['/auth/token/refresh', '/auth/token/refresh', '/leads']);
    const other = client({ refreshToken: 'kept' });
    instead = () => 'hang up';
    server.received.length = 0;
    expect(await rejection(other.kontor.leads.list())).toMatchObject({ status: 0 });
    expect(paths()).toEqual(['/auth/token/refresh', '/auth/token/refresh']);
  });

  it('signs in again after the end of the session, if possible', async () => {
    instead = ({ url }) => (url.endsWith('/refresh') ? [401, problem(401, 'invalid-refresh-token')] : undefined);
    const { kontor } = client({ refreshToken: 'kept', credentials: () => Promise.resolve(CREDENTIALS) });
    await kontor.leads.list();
    expect(paths()).toEqual(['/auth/token/refresh', '/auth/token', '/leads']);
    const without = client({ refreshToken: 'kept', credentials: undefined });
    expect(await rejection(without.kontor.leads.list())).toMatchObject({ status: 401, code: 'invalid-refresh-token' });
  });

  it('reports each pair, and revokes the last one', async () => {
    const reported: unknown[] = [];
    const { tokens, kontor } = client({ onTokens: (now: Untyped) => void reported.push(now?.refreshToken) });
    await kontor.leads.list();
    good = new Set();
    await kontor.leads.list();
    await tokens.revoke();
    await tokens.revoke();
    expect(reported).toEqual(['refresh-1', 'refresh-2', undefined, undefined]);
    expect(server.received.filter(({ url }) => url.endsWith('/revoke')).map(({ body }) => body)).toEqual([
      '{"refreshToken":"refresh-2"}',
    ]);
  });

  describe('with a real server', () => {
    let app: TestApp;
    beforeAll(async () => (app = await startApp()));
    afterAll(() => app.close());

    it('continue after the end of a session and of a token', async () => {
      const tokens = new sdk.KontorTokens({ baseUrl: app.url, credentials: ADMIN });
      const kontor = new sdk.Kontor({ baseUrl: app.url, accessToken: tokens });
      const { sessionId, credential } = await kontor.auth.getMe();
      expect(credential).toBe('token');
      await kontor.auth.logout();
      const again = await Promise.all(Array.from({ length: 5 }, () => kontor.auth.getMe()));
      expect(new Set(again.map((me) => me.sessionId)).size).toBe(1);
      expect(again[0]?.sessionId).not.toBe(sessionId);
      await tokens.instead(await tokens.get());
      expect((await kontor.auth.getMe()).sessionId).toBe(again[0]?.sessionId);
      await tokens.revoke();
      const { rows } = await app.db.query(
        `select revoked_reason from sessions where id = any($1) order by created_at`,
        [[sessionId, again[0]?.sessionId]],
      );
      expect(rows.map(({ revoked_reason }) => revoked_reason)).toEqual(['signed-out', 'signed-out']);
    });
  });
});
