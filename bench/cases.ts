import { leadSource } from '../src/modules/leads/leads.queries.js';
import { leadFields } from '../src/modules/leads/leads.fields.js';
import { parseSort } from '../src/platform/query/index.js';
import { walkOf } from '../src/platform/query/source.js';
import { writeCursor } from '../src/platform/query/cursor.js';
import { DEFAULT_FIELDS } from '../src/modules/lead-forms/form-fields.js';
import { COUNTS, withClient } from './data.js';
import { SOURCES, STATUSES } from './words.js';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  /** From somewhere else each time and without a key, as the public sends forms. */
  readonly fromThePublic?: true;
}

export interface Case {
  /** Also how the bare server finds its statement, by what comes before a colon. */
  readonly name: string;
  readonly calls: readonly Call[];
  /** How many milliseconds p50 may have at one connection on a quiet machine. */
  readonly p50?: number;
  /** What share of the limit is asked for at 16 connections. */
  readonly share?: number;
  /** A few a second only: no flood of it makes sense. */
  readonly heavy?: boolean;
  /** What it answers differs by its nature (new ids), so that the two answers are compared in form only. */
  readonly writes?: boolean;
}

const CALLS = 500;
/** Leads that a run has made, by which they are taken away again. */
export const BENCH_SOURCE = 'bench';

export const get = (path: string): Call => ({ method: 'GET', path: `/api/v1${path}` });
export const post = (path: string, body: object): Call => ({ method: 'POST', path: `/api/v1${path}`, body });
const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

interface Sample {
  readonly id: string;
  readonly place: string;
  readonly house: string;
}

const samples = (url: string, where: string): Promise<Sample[]> =>
  withClient(url, async (client) => {
    // Every so many-th row of all, in an order that has nothing to do with where it lies.
    const { rows } = await client.query<Sample>(`
      select id, json_build_array(created_at, id)::text as place, lower(split_part(company, ' ', 1)) as house from (
        select *, row_number() over (order by created_at) as n, count(*) over () as of from leads where deleted_at is null and source <> '${BENCH_SOURCE}') counted
      where ${where} order by md5(id::text) limit ${CALLS}`);
    return rows;
  });

function cursors(rows: readonly Sample[]): string[] {
  const request = {
    where: [],
    sort: parseSort(undefined, leadFields, ['-createdAt']),
    limit: 25,
    count: 'none',
    context: { userId: '', now: new Date() },
  } as const;
  const { list } = walkOf(leadSource, request);
  return rows.map(({ place }) => writeCursor({ direction: 'next', values: JSON.parse(place) as string[] }, list));
}

const FORM_KEY = 'BenchBenchBenchBenchBench';

/** A form with the default questions; allowed as much an hour as one can be. */
const makeForm = (url: string): Promise<unknown> =>
  withClient(url, (client) =>
    client.query(
      `insert into lead_forms (name, public_key, fields, source, minimum_fill_seconds, hourly_limit) values ('Bench', $1, $2, $3, 0, 100000)
       on conflict (public_key) do update set fields = excluded.fields`,
      [FORM_KEY, JSON.stringify(DEFAULT_FIELDS), BENCH_SOURCE],
    ),
  );

const submission: Call = {
  ...post(`/forms/${FORM_KEY}/submissions`, {
    name: 'Ada Bench',
    email: 'ada@bench.example',
    company: 'Bench GmbH',
    message: 'We are looking for a partner for our new online shop, number ####:####.',
  }),
  fromThePublic: true,
};

export async function makeCases(url: string): Promise<Case[]> {
  await makeForm(url);
  const anywhere = await samples(url, `n % greatest(1, of / ${CALLS * 4}) = 0 and n > 60`);
  const halfway = await samples(url, `abs(n - of / 2) < ${CALLS * 2}`);
  const pages = cursors(anywhere);
  const filters = Array.from(
    { length: CALLS },
    (_, at) => `status=${pick(STATUSES, at * 7)}&source=${pick(SOURCES, at * 13)}`,
  );
  const owner = (at: number): string => `00000000-0000-7000-8000-${String(1 + (at % 20)).padStart(12, '0')}`;
  return [
    { name: 'by id', share: 0.75, p50: 1, calls: anywhere.map(({ id }) => get(`/leads/${id}`)) },
    { name: 'list 25, first', share: 0.8, p50: 2, calls: [get('/leads?limit=25')] },
    {
      name: 'list 25, deep',
      share: 0.8,
      p50: 2,
      calls: cursors(halfway).map((cursor) => get(`/leads?limit=25&cursor=${cursor}`)),
    },
    { name: 'list 50', share: 0.8, p50: 2, calls: pages.map((cursor) => get(`/leads?limit=50&cursor=${cursor}`)) },
    { name: 'filtered', share: 0.8, p50: 2, calls: filters.map((filter) => get(`/leads?${filter}&limit=25`)) },
    { name: 'filtered + count', p50: 15, calls: filters.map((filter) => get(`/leads?${filter}&limit=25&count=exact`)) },
    { name: 'search: rare word', p50: 15, calls: anywhere.map(({ house }) => get(`/leads?q=${house}&limit=25`)) },
    {
      name: 'search: frequent word',
      p50: 15,
      calls: ['anna', 'peter', 'maria', 'thomas'].map((name) => get(`/leads?q=${name}&limit=25`)),
    },
    {
      name: 'facets of one owner',
      heavy: true,
      calls: Array.from({ length: 40 }, (_, at) =>
        post('/leads/facets', {
          filter: { field: 'ownerId', op: 'eq', value: owner(at) },
          facets: ['status', 'source'],
        }),
      ),
    },
    { name: 'facets of all', heavy: true, calls: [post('/leads/facets', { facets: ['status', 'source'] })] },
    { name: 'stats', p50: 10, calls: [get('/leads/stats')] },
    {
      name: 'create',
      share: 0.5,
      writes: true,
      calls: anywhere.map(({ house }, at) => post('/leads', lead(house, at))),
    },
    { name: 'form', share: 0.75, writes: true, calls: [submission] },
  ];
}

const lead = (house: string, at: number): object => ({
  name: `Bench ${house}`,
  email: `bench.${at}@${house || 'house'}.example`,
  company: `${house} GmbH`,
  message: 'We are looking for a partner for our new online shop.',
  source: BENCH_SOURCE,
});

/** Takes away what the creates have made, so that the next run finds the same data. */
export const clearUp = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    await client.query('set statement_timeout = 0');
    const { rows: refused } = await client.query<{ outcome: string; count: number }>(
      "select outcome, count(*)::int as count from lead_form_submissions where outcome <> 'accepted' group by 1",
    );
    // The first is the one by which the statement is captured and the answers are compared.
    for (const { outcome, count } of refused)
      if (count > 5) console.log(`  ${count} form submissions were ${outcome}: that case measured something else`);
    // Without triggers: one row after the other through all of them would take longer than the run.
    await client.query('set session_replication_role = replica');
    await client.query('truncate lead_form_submissions, lead_form_fingerprints');
    await client.query('delete from events where resource_id in (select id from leads where source = $1)', [
      BENCH_SOURCE,
    ]);
    await client.query('delete from activities where lead_id in (select id from leads where source = $1)', [
      BENCH_SOURCE,
    ]);
    await client.query('delete from leads where source = $1', [BENCH_SOURCE]);
    await client.query(COUNTS);
    await client.query('vacuum (analyze) leads, activities, events, lead_counts, lead_day_counts');
  });

/** The whole request as it goes over the socket. */
export function wire({ method, path, body, fromThePublic }: Call, key: string): string {
  const text = body ? JSON.stringify(body) : '';
  const content = body ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n` : '';
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${fromThePublic ? 'X-Forwarded-For: 2001:db8::####:####' : `X-API-Key: ${key}`}\r\nAccept: application/json\r\n${content}\r\n${text}`;
}
