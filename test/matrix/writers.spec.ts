import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { StoredSettings } from '../../src/modules/settings/stored-settings.js';
import { AccessCache } from '../../src/modules/users/index.js';
import { operations, type Operation } from '../harness/document.js';
import { bodyOf } from './cells.js';
import { resourceOf } from './decide.js';
import { OWNED } from './fixtures.js';
import { addressOf, Scene, type Caller } from './scene.js';

const CONNECTIONS = 3;
const AT_ONCE = 4 * CONNECTIONS;
const WRITING = new Set(['post', 'put', 'patch', 'delete']);
const writes = operations.filter(({ method }) => WRITING.has(method));

interface Sent {
  readonly status: number;
  readonly code: string;
}

/** The application with a small pool, and users with all permissions. */
class Writers {
  private constructor(
    readonly scene: Scene,
    private readonly http: Pool,
  ) {}

  static async open(connections: number, environment: Record<string, string> = {}): Promise<Writers> {
    const limits = { DATABASE_POOL_SIZE: String(connections), DATABASE_CONNECTION_TIMEOUT: '6000' };
    const scene = await Scene.open({ ...limits, ...environment });
    return new Writers(scene, new Pool(scene.app.url, { connections: AT_ONCE, pipelining: 1 }));
  }

  async close(): Promise<void> {
    await this.http.close();
    await this.scene.close();
  }

  /** Clears the caches, so that the next request reads the database again. */
  forget(): void {
    this.scene.app.app.get(AccessCache, { strict: false }).drop();
    this.scene.app.app.get(StoredSettings, { strict: false }).changed();
  }

  /** Sends an operation several times concurrently. Owned record types get a separate record for each request. */
  async burst(
    operation: Operation,
    count: number,
    headers: () => Record<string, string> = () => ({}),
  ): Promise<Sent[]> {
    const caller = await this.caller();
    const targets: (string | undefined)[] = [];
    for (let created = 0; created < count; created += 1) targets.push(await this.targetOf(operation));
    return Promise.all(targets.map((id) => this.send(operation, caller, id, headers())));
  }

  async answersOthers(): Promise<boolean> {
    const caller = await this.caller();
    const { statusCode, body } = await this.http.request({
      method: 'GET',
      path: '/api/v1/leads?limit=1',
      headers: caller.headers,
    });
    await body.dump();
    return statusCode === 200;
  }

  private async caller(): Promise<Caller> {
    const admin = this.scene.roles.get('admin');
    return this.scene.withSession(await this.scene.person(admin ? [admin] : []));
  }

  private async targetOf(operation: Operation): Promise<string | undefined> {
    const create = OWNED[resourceOf(operation) ?? ''];
    return create && /\{id\}/.test(operation.path)
      ? create(this.scene.db, { ownerId: null })
      : this.scene.sampleOf(operation);
  }

  private async send(
    operation: Operation,
    { headers }: Caller,
    id: string | undefined,
    more: Record<string, string>,
  ): Promise<Sent> {
    const body = bodyOf(operation);
    const { statusCode, body: stream } = await this.http.request({
      method: operation.method.toUpperCase() as 'POST',
      path: addressOf(operation, id),
      headers: { ...headers, ...more, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await stream.text();
    // A request that waits for a second connection also gets `busy`. This must not happen.
    if (text.includes('All connections of this instance')) return { status: statusCode, code: 'no-connection' };
    return { status: statusCode, code: /"code":"([^"]*)"/.exec(text)?.[1] ?? '' };
  }
}

/**
 * `busy` is expected: another request changes the same record or holds the same key. The client can send the request
 * again.
 */
const isOverloaded = ({ status, code }: Sent): boolean => status >= 500 && !(status === 503 && code === 'busy');
const keyed = (): Record<string, string> => ({ 'Idempotency-Key': randomUUID() });
const named = (operation: Operation): string => operation.operationId;
const summary = (sent: readonly Sent[]): string =>
  [...new Set(sent.filter(isOverloaded).map(({ status, code }) => `${status} ${code}`))].join();

/** Returns the failed operations with their errors. */
async function failuresOf(one: (operation: Operation) => Promise<Sent[]>): Promise<string[]> {
  const failures: string[] = [];
  for (const operation of writes) {
    const failed = summary(await one(operation));
    if (failed) failures.push(`${named(operation)}: ${failed}`);
  }
  return failures;
}

describe('with one connection to the database', () => {
  let writers: Writers;
  beforeAll(async () => {
    writers = await Writers.open(1);
  }, 60_000);
  afterAll(() => writers.close());

  // A request that holds the only connection and requests another one waits until the timeout.
  it.each([
    ['', () => ({})],
    [' with an Idempotency-Key', keyed],
  ] as const)(
    'every write operation finishes%s',
    async (_, headers) => {
      const failures = await failuresOf((operation) => {
        writers.forget();
        return writers.burst(operation, 1, operation.method === 'post' ? headers : () => ({}));
      });
      expect(failures).toEqual([]);
    },
    240_000,
  );
});

describe(`with ${CONNECTIONS} connections to the database`, () => {
  let writers: Writers;
  beforeAll(async () => {
    writers = await Writers.open(CONNECTIONS);
  }, 60_000);
  afterAll(() => writers.close());

  it(`${AT_ONCE} concurrent calls of every write operation finish, and other requests are answered`, async () => {
    const failures = await failuresOf(async (operation) => {
      writers.forget();
      return writers.burst(operation, AT_ONCE, operation.method === 'post' ? keyed : () => ({}));
    });
    expect(failures).toEqual([]);
    expect(await writers.answersOthers()).toBe(true);
  }, 240_000);
});
