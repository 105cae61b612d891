import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { type EmbeddedDatabase } from '../database/embedded/embedded.js';
import { startDisposable } from '../database/embedded/embedded-disposable.js';
import { BadRequestError } from '../../kernel/errors.js';
import {
  compileFilter,
  countFacets,
  countQuery,
  type FacetQuestion,
  type Filter,
  type ListRequest,
  listQuery,
  matches,
  type ListPage,
  parseFacets,
  parseFilter,
  parseSort,
  type RecordSource,
  toPage,
} from './index.js';
import { writeCursor } from './lists/cursor.js';
import { listStatement } from './lists/list.js';
import { keysetPageOf } from './lists/source.js';
import { planOf, type PlanNode } from '../../../test/harness/plans.js';
import { normalizeText } from '../../kernel/values/text.js';
import { compiler, context, fields, people, relations, SCHEMA } from './query.fixture.js';
import { aDrawn, aFarFilter, aFilter, rowsOf, shownOf } from './random-queries.fixture.js';

let server: EmbeddedDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  server = await startDisposable();
  pool = new pg.Pool({ connectionString: server.url, max: 2 });
  await pool.query(SCHEMA);
  await pool.query('vacuum person');
}, 60_000);
afterAll(async () => {
  await pool?.end();
  await server?.stop();
});

const source = people('person');
type Person = { id: string; name: string; score: number };
const request = (change: Partial<ListRequest> & { by?: string[] } = {}): ListRequest => ({
  where: [],
  sort: parseSort(change.by, fields, ['-createdAt']),
  limit: 25,
  count: 'none',
  context,
  ...change,
});

async function run(query: ReturnType<typeof listQuery>): Promise<Record<string, unknown>[]> {
  const { text, values } = statementOf(query);
  return (await pool.query(text, [...values])).rows as Record<string, unknown>[];
}
async function list(change: Parameters<typeof request>[0] = {}): Promise<ListPage<Person>> {
  const asked = request(change);
  const counted = asked.count === 'none' ? undefined : await run(countQuery(source, asked));
  return toPage<Person>(await run(listQuery(source, asked)), source, asked, counted);
}
const statementOf = (query: ReturnType<typeof listQuery>) => {
  const { sql: text, parameters: values } = query.compile(compiler);
  return { text, values };
};
/** Returns the plan nodes that were executed. */
const ranFor = async (asked: ListRequest): Promise<PlanNode[]> =>
  (await planOf(pool, statementOf(listQuery(source, asked)), { options: 'analyze' })).nodes.filter(
    (node) => node['Actual Loops'] !== 0,
  );
const nodes = (plan: readonly PlanNode[]): string[] => plan.map((node) => node['Node Type']);
const reason = async (change: Parameters<typeof request>[0]): Promise<unknown> =>
  list(change).then(
    () => 'no refusal',
    (error: unknown) => (error instanceof BadRequestError ? [error.code, error.extras.errors?.[0]?.code] : error),
  );

describe('a cached statement', () => {
  it('equals a statement without cache, with the same values', () => {
    const locations: Record<string, unknown[]> = { '-createdAt': ['2026-11-21T09:30:00.123456+00:00'], name: ['ada'] };
    const aScan = fc.record({
      by: fc.constantFrom('-createdAt', 'name'),
      direction: fc.constantFrom('next', 'prev', undefined),
      limit: fc.constantFrom(5, 25),
      seen: fc.constantFrom(undefined, 'own', 'other'),
    });
    fc.assert(
      fc.property(
        fc.option(aFilter, { nil: undefined }),
        aScan,
        fc.uuid(),
        (input, { by, direction, limit, seen }, id) => {
          const whole = request({
            by: [by],
            limit,
            where: seen ? [sql`l.id <> ${seen}::text`] : [],
            ...(input ? { filter: parseFilter(input, fields) } : {}),
          });
          const cursor =
            direction &&
            writeCursor(
              { direction, values: [...(locations[by] ?? []), id] as string[] },
              keysetPageOf(source, whole).list,
            );
          const asked = { ...whole, ...(cursor && { cursor }) };
          const [built, first, retained] = [
            listQuery(source, asked),
            listStatement(source, asked),
            listStatement(source, asked),
          ].map((query) => query.compile(compiler));
          expect(first).toMatchObject({ sql: built?.sql, parameters: built?.parameters });
          expect(retained).toMatchObject({ sql: built?.sql, parameters: built?.parameters });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a filter', () => {
  it('matches the same records in SQL and in memory, with NULLs and links', async () => {
    const client = await pool.connect();
    const ask = async (query: ReturnType<typeof listQuery>): Promise<Record<string, unknown>[]> => {
      const { sql: text, parameters } = query.compile(compiler);
      return (await client.query(text, parameters as unknown[])).rows as Record<string, unknown>[];
    };
    let decided = 0;
    await fc
      .assert(
        fc.asyncProperty(
          fc.array(fc.oneof(aFilter, aFarFilter), { minLength: 8, maxLength: 8 }),
          fc.array(aDrawn, { minLength: 1, maxLength: 8 }),
          async (inputs, drawn) => {
            const { own, linked } = rowsOf(drawn);
            await ask(sql`select set_config('test.linked', ${JSON.stringify(linked)}, false)`);
            const shown = drawn.map(shownOf);
            for (const input of inputs) {
              const filter = parseFilter(input, fields, '#/filter', relations);
              const retained = await ask(
                sql`select l.at from jsonb_populate_recordset(null::drawn, ${JSON.stringify(own)}::jsonb) l
                  where ${compileFilter(filter, fields, context, relations)} order by l.at`,
              );
              const expected = shown.flatMap((record, at) =>
                matches(filter, record, fields, context, relations) ? [at] : [],
              );
              if (expected.length > 0 && expected.length < drawn.length) decided += 1;
              expect({ input, kept: retained.map(({ at }) => at) }).toEqual({ input, kept: expected });
            }
          },
        ),
        { numRuns: 300 },
      )
      .finally(() => client.release());
    // A filter that keeps all rows or no rows proves little.
    expect(decided).toBeGreaterThan(500);
  }, 60_000);
});

describe('pages', () => {
  const everyone = async (): Promise<string[]> =>
    (await run(sql`select id from person where deleted_at is null and name like 'Tie%'`))
      .map(({ id }) => id as string)
      .sort();
  const ties = { where: [sql`l.name like 'Tie%'`] };

  it.each(
    [
      ['createdAt'],
      ['-createdAt'],
      ['name'],
      ['-score'],
      ['value'],
      ['-value'],
      ['-closeOn'],
      ['hot'],
      ['-score', '-name'],
      ['-score', 'name'],
      ['hot', '-score', 'createdAt'],
      ['-status', 'value', '-createdAt'],
    ].map((by) => [by]),
  )('by %j return each record once, forward and back', async (by) => {
    const forward: Person[][] = [];
    let page = await list({ ...ties, by, limit: 7 });
    for (; ; page = await list({ ...ties, by, limit: 7, cursor: page.pageInfo.nextCursor as string })) {
      forward.push(page.data);
      if (!page.pageInfo.hasMore) break;
    }
    expect(
      forward
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(await everyone());
    const whole = await list({ ...ties, by, limit: 100 });
    expect(forward.flat()).toEqual(whole.data);
    const back: Person[][] = [page.data];
    while (page.pageInfo.prevCursor) {
      page = await list({ ...ties, by, limit: 7, cursor: page.pageInfo.prevCursor });
      expect(page.pageInfo.hasMore).toBe(true);
      back.unshift(page.data);
    }
    expect(back).toEqual(forward);
  });

  it('contain only the fields of the view', async () => {
    const { data, pageInfo } = await list({ limit: 1, include: { shout: sql`upper(l.name)` } });
    expect(Object.keys(JSON.parse(JSON.stringify(data[0])) as object)).toEqual([
      ...Object.keys(source.columns),
      'shout',
    ]);
    expect(pageInfo.prevCursor).toBeNull();
  });

  it('reject cursors of another list, sort order, filter or search, and invalid cursors', async () => {
    const { nextCursor } = (await list({ limit: 3 })).pageInfo as { nextCursor: string };
    const filter: Filter = { field: 'hot', op: 'eq', value: true };
    for (const change of [{ by: ['createdAt'] }, { filter }, { q: 'smith' }, { deletedOnly: true }]) {
      expect(await reason({ ...change, cursor: nextCursor })).toEqual(['invalid-cursor', 'foreign']);
    }
    const forge = (change: (parts: unknown[]) => unknown): string =>
      Buffer.from(
        JSON.stringify(change(JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) as unknown[])),
      ).toString('base64url');
    for (const cursor of [
      '',
      'x',
      '%%%',
      '...',
      'bnVsbA',
      nextCursor.slice(1),
      'a'.repeat(9000),
      forge(() => ({})),
      forge(([v, , ...rest]) => [v, 'up', ...rest]),
      forge(([v, d, l]) => [v, d, l, ["'; drop table person", 'x']]),
      forge(([v, d, l]) => [v, d, l, [{ a: 1 }, null]]),
      forge(([v, d, l]) => [v, d, l]),
    ]) {
      expect(await reason({ cursor })).toEqual(['invalid-cursor', 'garbled']);
    }
    expect(await reason({ cursor: forge(([, ...rest]) => [99, ...rest]) })).toEqual(['invalid-cursor', 'version']);
  });

  it('count exactly up to a bound, or by estimate', async () => {
    expect((await list({ count: 'exact', ...ties })).total).toEqual({ count: 60, kind: 'exact' });
    expect((await list({ count: 'exact' })).total).toEqual({ count: 10_000, kind: 'atLeast' });
    const { total } = await list({ count: 'estimated', filter: { field: 'status', op: 'eq', value: 'new' } });
    expect(total?.kind).toBe('estimated');
    expect(Math.abs((total?.count ?? 0) - 50_000)).toBeLessThan(10_000);
  });

  it('separate deleted records', async () => {
    expect((await list({ deletedOnly: true, count: 'exact' })).total).toEqual({ count: 10, kind: 'exact' });
  });
});

describe('a search', () => {
  const expected = async (pattern: string, order: string): Promise<unknown[]> =>
    (
      await run(
        sql`select id from person where deleted_at is null and search_text like ${pattern} order by ${sql.raw(order)}
          limit 60`,
      )
    ).map(({ id }) => id);
  const found = async (q: string, by: string[]): Promise<unknown[]> => {
    const first = await list({ q, by, limit: 30 });
    const { nextCursor } = first.pageInfo;
    const second = nextCursor ? await list({ q, by, limit: 30, cursor: nextCursor }) : undefined;
    if (second?.pageInfo.prevCursor)
      expect((await list({ q, by, limit: 30, cursor: second.pageInfo.prevCursor })).data).toEqual(first.data);
    return [...first.data, ...(second?.data ?? [])].map(({ id }) => id);
  };

  it.each([
    ['smith', 'frequent'],
    ['RAREST', 'rare'],
    ['zzzzz', 'absent'],
    ['sm', 'two letters'],
    ['100%', 'LIKE wildcards'],
    ['müller', 'not ASCII'],
  ])('for %s (%s) returns the same order as a sort of all rows', async (q) => {
    const pattern = `%${normalizeText(q).replace('%', '\\%')}%`;
    expect(await found(q, ['-createdAt'])).toEqual(await expected(pattern, 'created_at desc, id desc'));
    expect(await found(q, ['name', '-createdAt'])).toEqual(
      await expected(pattern, 'lower(name), created_at desc, id desc'),
    );
  });

  it('requires every word, and rejects invalid text', async () => {
    expect((await list({ q: '  rarest  PERSON ', limit: 30 })).data).toHaveLength(16);
    expect((await list({ q: 'rarest smith' })).data).toHaveLength(0);
    for (const q of ['a', ' a ', 'x'.repeat(101), 'a\0b', '\ud800x'])
      expect(await reason({ q })).toEqual(['invalid-query', 'wrong-length']);
  });
});

describe('facets', () => {
  const asked = (change: object): FacetQuestion => ({ where: [], context, ...change });
  const direct = (column: string, where: string): Promise<unknown[]> =>
    run(
      sql.raw(
        `select ${column} as value, count(*)::int as count from person where deleted_at is null ${where} group by 1
          order by 2 desc, 1`,
      ),
    );
  const status = { field: 'status', op: 'in', value: ['won'] };
  const web = { field: 'source', op: 'eq', value: 'web' };
  const few = { field: 'score', op: 'lt', value: 2 };
  const exactly = (values: unknown[]): unknown => ({ kind: 'exact', values });

  it.each([
    ['side by side', { filter: { and: [status, web, few] } }],
    ['nested', { filter: { and: [{ and: [status, few] }, { and: [{ and: [web] }] }] } }],
    [
      'as a negated choice',
      { filter: { not: { or: [{ not: status }, { field: 'source', op: 'ne', value: 'web' }, { not: few }] } } },
    ],
    [
      'as a choice of one field',
      {
        filter: {
          and: [
            { or: [status, { field: 'status', op: 'eq', value: 'won' }] },
            web,
            { not: { field: 'score', op: 'gte', value: 2 } },
          ],
        },
      },
    ],
    ['partly for all facets', { base: few, filter: { and: [status, web] } }],
  ])('count by the other facets and keep unselected values: %s', async (_, change) => {
    const parsed = Object.fromEntries(
      Object.entries(change).map(([name, filter]) => [name, parseFilter(filter, fields)]),
    );
    const facets = await countFacets(
      run,
      source,
      asked(parsed),
      parseFacets(['status', 'source', 'hot', 'tags'], fields),
    );
    expect(facets.status).toEqual(exactly(await direct('status', `and score < 2 and source = 'web'`)));
    expect(facets.source).toEqual(exactly(await direct('source', `and score < 2 and status = 'won'`)));
    expect(facets.hot).toEqual(exactly(await direct('hot', `and score < 2 and status = 'won' and source = 'web'`)));
    expect(facets.source?.values.map(({ value }) => value)).toContain(null);
    expect(facets.tags?.values.map(({ value }) => value).sort()).toEqual(['a']);
  });

  it('keep fixed conditions on their own field and combined conditions', async () => {
    const facets = await countFacets(run, source, asked({ base: parseFilter({ and: [status, few] }, fields) }), [
      'status',
    ]);
    expect(facets.status).toEqual(exactly(await direct('status', `and score < 2 and status = 'won'`)));
    const mixed = await countFacets(
      run,
      source,
      asked({ filter: parseFilter({ and: [few, { or: [status, web] }] }, fields) }),
      ['status'],
    );
    expect(mixed.status).toEqual(
      exactly(await direct('status', `and score < 2 and (status = 'won' or source = 'web')`)),
    );
    expect(() => parseFacets(['name'], fields)).toThrow();
  });

  it('are estimated from a stable sample for many records, and say so', async () => {
    const names = ['status', 'source', 'tags'];
    const facets = await countFacets(run, source, asked({}), names);
    const again = await countFacets(run, source, asked({}), names);
    expect(again).toEqual(facets);
    for (const name of ['status', 'source']) {
      expect(facets[name]?.kind).toBe('estimated');
      const exact = (await direct(name, '')) as { value: string; count: number }[];
      for (const { value, count } of exact)
        expect(
          Math.abs((facets[name]?.values.find((one) => one.value === value)?.count ?? 0) / count - 1),
        ).toBeLessThan(0.15);
    }
    expect(facets.tags?.values.map(({ value }) => value).sort()).toEqual(['a', 'b', 'c']);
  });

  it('are lower bounds for more hits than expected', async () => {
    const unexpected: RecordSource = { ...source, from: sql`(select * from person) l` };
    const facets = await countFacets(run, unexpected, asked({}), ['status']);
    expect(facets.status?.kind).toBe('atLeast');
    expect(facets.status?.values.reduce((sum, { count }) => sum + count, 0)).toBe(10_001);
  });

  it('have no values without matches', async () => {
    expect(
      (
        await countFacets(
          run,
          source,
          asked({ filter: parseFilter({ field: 'score', op: 'eq', value: -5 }, fields) }),
          ['status'],
        )
      ).status,
    ).toEqual(exactly([]));
  });

  it('never read the whole table', async () => {
    const said: string[] = [];
    const watched = async (query: Parameters<typeof run>[0]): Promise<Record<string, unknown>[]> => {
      const statement = statementOf(query);
      // EXPLAIN asks the planner for an estimate only.
      if (!statement.text.startsWith('explain')) said.push(...nodes((await planOf(pool, statement)).nodes));
      return run(query);
    };
    for (const filter of [
      undefined,
      { field: 'status', op: 'eq', value: 'won' },
      { field: 'custom.code', op: 'eq', value: 'c77' },
    ]) {
      await countFacets(watched, source, asked(filter ? { filter: parseFilter(filter, fields) } : {}), [
        'source',
        'hot',
      ]);
    }
    expect(said).toContain('Sample Scan');
    expect(said.filter((node) => node === 'Seq Scan')).toEqual([]);
  });
});

describe('on 100 000 rows the indexes answer', () => {
  const deep = async (by: string[]): Promise<string> =>
    (await list({ by, limit: 1, where: [sql`l.created_at <= '2026-01-01'`, sql`l.score <= 50`] })).pageInfo
      .nextCursor as string;
  const won: Filter = { field: 'status', op: 'eq', value: 'won' };
  it.each<[string, string, () => Promise<Parameters<typeof request>[0]>]>([
    ['newest first', 'person_created_at_idx', async () => ({})],
    ['one status', 'person_status_idx', async () => ({ filter: won })],
    ['a deep page', 'person_created_at_idx', async () => ({ cursor: await deep(['-createdAt']) })],
    [
      'a deep page back',
      'person_created_at_idx',
      async () => ({ by: ['createdAt'], cursor: await deep(['createdAt']) }),
    ],
    [
      'a deep page in mixed order',
      'person_score_idx',
      async () => ({ by: ['-score', 'createdAt'], cursor: await deep(['-score', 'createdAt']) }),
    ],
    ['a rare word', 'person_search_idx', async () => ({ q: 'rarest' })],
    ['no such word', 'person_search_idx', async () => ({ q: 'zzzzz' })],
    ['a frequent word', 'person_created_at_idx', async () => ({ q: 'smith' })],
    [
      'a custom field',
      'person_custom_fields_idx',
      async () => ({ filter: { field: 'custom.code', op: 'eq', value: 'c77' } }),
    ],
    [
      'my own',
      'person_owner_id_idx',
      async () => ({ filter: parseFilter({ field: 'owner', op: 'eq', value: '$me' }, fields) }),
    ],
  ])('%s by %s', async (_, index, change) => {
    const plan = await ranFor(request(await change()));
    expect(plan.map((node) => node['Index Name']).filter(Boolean)).toContain(index);
    expect(nodes(plan)).not.toContain('Seq Scan');
  });
});
