import { leadType } from '../src/modules/leads/lead.type.js';
import { parseSort } from '../src/platform/query/index.js';
import { keysetPageOf } from '../src/platform/query/lists/source.js';
import { writeCursor } from '../src/platform/query/lists/cursor.js';
import { withClient } from './data.js';
import { SOURCES, STATUSES } from './words.js';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

export interface Case {
  /** The bare server uses the part before the colon to find its statement. */
  readonly name: string;
  readonly calls: readonly Call[];
  /** Goal for p50 in milliseconds, at one connection on a quiet machine. */
  readonly p50?: number;
  /** Goal as a share of the upper bound, at 16 connections. */
  readonly share?: number;
  /** Allows only a few requests per second. */
  readonly heavy?: boolean;
}

const CALLS = 500;

export const get = (path: string): Call => ({ method: 'GET', path: `/api/v1${path}` });
export const post = (path: string, body: object): Call => ({ method: 'POST', path: `/api/v1${path}`, body });
const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

interface Sample {
  readonly id: string;
  readonly position: string;
  readonly word: string;
}

const samples = (url: string, where: string): Promise<Sample[]> =>
  withClient(url, async (client) => {
    // Selects every n-th row, ordered by hash and not by position.
    const { rows } = await client.query<Sample>(`
      select id, json_build_array(created_at, id)::text as position, lower(split_part(company, ' ', 1)) as word from (
        select *, row_number() over (order by created_at) as n, count(*) over () as of from leads where deleted_at
          is null) counted
      where ${where} order by md5(id::text) limit ${CALLS}`);
    return rows;
  });

function cursors(rows: readonly Sample[]): string[] {
  const request = {
    where: [],
    sort: parseSort(undefined, leadType.source.fields, ['-createdAt']),
    limit: 25,
    count: 'none',
    context: { userId: '', now: new Date() },
  } as const;
  const { list } = keysetPageOf(leadType.source, request);
  return rows.map(({ position }) => writeCursor({ direction: 'next', values: JSON.parse(position) as string[] }, list));
}

export async function createCases(url: string): Promise<Case[]> {
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
    { name: 'search: rare word', p50: 15, calls: anywhere.map(({ word }) => get(`/leads?q=${word}&limit=25`)) },
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
  ];
}

/** Returns the HTTP request as text. */
export function wire({ method, path, body }: Call, key: string): string {
  const text = body ? JSON.stringify(body) : '';
  const content = body ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n` : '';
  return (
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: ${key}\r\nAccept: application/json\r\n` +
    `${content}\r\n${text}`
  );
}
