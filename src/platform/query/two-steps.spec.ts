import pg from 'pg';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import { type EmbeddedDatabase } from '../database/embedded/embedded.js';
import { startDisposable } from '../database/embedded/embedded-disposable.js';
import { listQuery, parseFilter, parseSort, toPage, type Field, type ListPage, type RecordSource } from './index.js';
import { compiler, context, fields, people, SCHEMA } from './query.fixture.js';
import { isProbing } from './search.js';

let server: EmbeddedDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  server = await startDisposable();
  pool = new pg.Pool({ connectionString: server.url, max: 2 });
  await pool.query(SCHEMA);
}, 60_000);
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

interface Person {
  readonly id: string;
}
const oneStep = people('person');
const twoSteps: RecordSource = { ...oneStep, isProbed: true };
const inWindows: RecordSource = {
  ...twoSteps,
  fields: { ...fields, createdAt: { ...(fields['createdAt'] as Field), isUnordered: true } },
};

interface Question {
  readonly filter?: unknown;
  readonly q?: string;
  readonly by: readonly string[];
  readonly cursor?: string | null;
}
const requestOf = ({ filter, q, by, cursor }: Question) => ({
  where: [],
  sort: parseSort(by, fields, []),
  limit: 40,
  count: 'none' as const,
  context,
  ...(filter !== undefined && { filter: parseFilter(filter, fields) }),
  ...(q && { q }),
  ...(cursor && { cursor }),
});

async function page(source: RecordSource, question: Question): Promise<ListPage<Person>> {
  const request = requestOf(question);
  const { sql: text, parameters } = listQuery(source, request).compile(compiler);
  return toPage<Person>((await pool.query<Person>(text, [...parameters])).rows, source, request);
}

/** The first pages forward, and the way back. */
async function traverse(source: RecordSource, question: Question): Promise<string[][]> {
  const pages = [await page(source, question)];
  for (let at = 0; at < 3; at += 1) {
    const cursor = pages[at]?.pageInfo.nextCursor;
    if (!cursor) break;
    pages.push(await page(source, { ...question, cursor }));
  }
  const back = pages.at(-1)?.pageInfo.prevCursor;
  if (back) pages.push(await page(source, { ...question, cursor: back }));
  return pages.map(({ data }) => data.map(({ id }) => id));
}

const FILTERS: readonly unknown[] = [
  { field: 'source', op: 'eq', value: 'web' },
  { field: 'source', op: 'eq', value: 'nobody' },
  { field: 'createdAt', op: 'gte', value: '2026-03-01T00:00:00Z' },
  { field: 'createdAt', op: 'lt', value: '2025-01-03' },
  { field: 'owner', op: 'eq', value: context.userId },
  { and: [{ field: 'value', op: 'gte', value: '990' }, { not: { field: 'status', op: 'eq', value: 'won' } }] },
  {
    or: [
      { field: 'score', op: 'eq', value: 7 },
      { field: 'hot', op: 'eq', value: true },
    ],
  },
  { field: 'hot', op: 'eq', value: true },
];

describe('a list in two steps', () => {
  it.each(FILTERS.map((filter) => [filter]))('has the pages of a list in one step: %j', async (filter) => {
    for (const by of [['-createdAt'], ['score'], ['name'], ['-value']]) {
      const question = { filter, by };
      expect([by, await traverse(twoSteps, question)]).toEqual([by, await traverse(oneStep, question)]);
    }
  });

  it.each([['-createdAt'], ['createdAt']])('reads an order without an index by days: %s', async (by) => {
    for (const filter of [undefined, ...FILTERS]) {
      const question = { ...(filter !== undefined && { filter }), by: [by] };
      expect([filter, await traverse(inWindows, question)]).toEqual([filter, await traverse(oneStep, question)]);
    }
  });

  it('finds a text that no trigram finds', async () => {
    const question = { q: 'mü', by: ['-createdAt'] };
    expect(await traverse(twoSteps, question)).toEqual(await traverse(oneStep, question));
    expect((await traverse(twoSteps, question))[0]?.length).toBeGreaterThan(0);
  });

  it('is used only where no index has the order of the list', () => {
    const indexed: RecordSource = {
      ...twoSteps,
      fields: { ...fields, status: { ...(fields['status'] as Field), indexed: true } },
    };
    const isTwoSteps = (filter: unknown, by = ['-createdAt']): boolean => isProbing(indexed, requestOf({ filter, by }));
    const status = { field: 'status', op: 'eq', value: 'won' };
    expect([
      isProbing(indexed, requestOf({ by: ['name'] })),
      isTwoSteps(status),
      isTwoSteps({ field: 'createdAt', op: 'gte', value: '2026-01-01' }),
      isTwoSteps(status, ['name']),
      isTwoSteps({ field: 'source', op: 'eq', value: 'web' }),
    ]).toEqual([false, false, false, true, true]);
  });
});

describe('a list that takes too long', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await startApp()), 60_000);
  afterAll(() => app.close());

  const JOB = { field: 'jobTitle', op: 'contains', value: 'engineer' };
  /** Searches while the table is locked for longer than the limit of a list. */
  async function searchLocked(filter: object = JOB): Promise<{ status: number; type: string | undefined }> {
    const client = await app.db.connect();
    try {
      await client.query('begin; lock table leads in access exclusive mode');
      const search = app.admin
        .post('/leads/search')
        .send({ filter })
        .then(({ status, body }) => ({ status, type: (body as { type?: string }).type }));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await client.query('rollback');
      return await search;
    } finally {
      client.release();
    }
  }

  it('is read to the end in a small table, and needs another condition in a large one', async () => {
    await app.admin.post('/leads').send({ name: 'Ada', email: 'slow@example.com' }).expect(201);
    expect(await searchLocked()).toEqual({ status: 200, type: undefined });
    await app.db.query(
      `update pg_class set reltuples = 1000000000, relpages = greatest(1, pg_relation_size(oid) / 8192)
        where relname = 'leads'`,
    );
    expect(await searchLocked()).toEqual({
      status: 422,
      type: 'urn:kontor:problem:filter-needs-another-condition',
    });
  }, 30_000);

  it('is read to the end if its filter names ids', async () => {
    const ids = { field: 'id', op: 'in', value: [crypto.randomUUID()] };
    expect(await searchLocked({ and: [JOB, ids] })).toEqual({ status: 200, type: undefined });
  }, 30_000);
});
