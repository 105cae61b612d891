// The upper bound of reads: node:http and pg in one process with the SQL statements of Kontor (see
// bench/capture.ts). Returns the same JSON for the same URLs and checks nothing.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Recorded } from './capture.js';

type Row = Record<string, unknown>;

const { url, port, recorded } = JSON.parse(readFileSync(process.env['BENCH_BARE'] ?? '', 'utf8')) as {
  url: string;
  port: number;
  recorded: Record<string, Recorded>;
};

// Timestamps stay text, as in Kontor. Otherwise the responses would differ.
const toIso = (text: string): string =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, text.indexOf('+', 19)).padEnd(3, '0').slice(0, 3)}Z`;
const asText = (text: string): string => text;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === 1184 ? toIso : oid === 1082 ? asText : oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

const pool = new pg.Pool({
  connectionString: url,
  max: 10,
  application_name: 'kontor-bare',
  options: '-c TimeZone=UTC',
});

const statement = (name: string, at = 0) => {
  const found = recorded[name]?.statements[at];
  return found ?? { text: '', parameters: [], prepared: true };
};

async function run(name: string, values?: unknown[], at = 0): Promise<Row[]> {
  const { text, parameters, prepared } = statement(name, at);
  return (
    await pool.query<Row>({
      text,
      values: values ?? [...parameters],
      types,
      ...(prepared ? { name: `${name}${at}` } : {}),
    })
  ).rows;
}

function page(rows: Row[], limit: number, list: string, hasCursor: boolean): Row {
  const data = rows.slice(0, limit);
  const cursor = (row: Row | undefined, direction: string): string | null =>
    row
      ? Buffer.from(JSON.stringify([1, direction, list, JSON.parse(row['~cursor'] as string)])).toString('base64url')
      : null;
  const nextCursor = rows.length > limit ? cursor(data.at(-1), 'next') : null;
  const prevCursor = hasCursor ? cursor(data[0], 'prev') : null;
  for (const row of data) row['~cursor'] = undefined;
  return { data, pageInfo: { nextCursor, prevCursor, hasMore: nextCursor !== null } };
}

const lists: Record<string, string> = {};
/** Returns the list name in the cursors, copied from a response of Kontor. */
function listOf(name: string, cursor: string | null): string {
  if (cursor) return (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[])[2] ?? '';
  const input = (recorded[name]?.answer as { pageInfo?: { nextCursor: string | null } }).pageInfo?.nextCursor;
  return (lists[name] ??= input ? ((JSON.parse(Buffer.from(input, 'base64url').toString()) as string[])[2] ?? '') : '');
}

async function list(query: URLSearchParams): Promise<Row> {
  const limit = Number(query.get('limit') ?? 25);
  const cursor = query.get('cursor');
  const [q, status] = [query.get('q'), query.get('status')];
  if (q)
    return page(
      await run(
        'search',
        statement('search').parameters.map(() => `%${q}%`),
      ),
      limit,
      listOf('search', null),
      false,
    );
  if (status) {
    const counted = query.has('count');
    const name = counted ? 'filtered + count' : 'filtered';
    const values = [status, query.get('source')];
    const answer = page(await run(name, values), limit, listOf(name, null), false);
    if (!counted) return answer;
    const [total] = await run(name, values, 1);
    return { ...answer, total: { count: total?.['count'], kind: total?.['kind'] } };
  }
  if (!cursor) return page(await run('list 25, first'), limit, listOf('list 25, first', null), false);
  const values = (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[])[3] as unknown[];
  return page(await run(limit === 50 ? 'list 50' : 'list 25, deep', values), limit, listOf('', cursor), true);
}

async function facets(body: Row): Promise<Row> {
  const owner = (body['filter'] as Row | undefined)?.['value'];
  const name = owner ? 'facets of one owner' : 'facets of all';
  const rows = await run(
    name,
    statement(name).parameters.map(() => owner),
  );
  const of = (field: string) =>
    rows
      .filter((row) => row['facet'] === field)
      .sort((a, b) => Number(a['rank']) - Number(b['rank']))
      .map(({ value, count }) => ({ value, count }));
  return {
    facets: (body['facets'] as string[]).map((field) => ({
      field,
      kind: rows.find((row) => row['facet'] === field)?.['kind'] ?? 'exact',
      values: of(field),
    })),
  };
}

async function stats(): Promise<Row> {
  const [counts = [], perDay, recent = []] = await Promise.all([
    run('stats'),
    run('stats', undefined, 1),
    run('stats', undefined, 2),
  ]);
  const sum = (key: string): Map<unknown, number> => {
    const sums = new Map<unknown, number>();
    for (const row of counts) sums.set(row[key], (sums.get(row[key]) ?? 0) + (row['count'] as number));
    return sums;
  };
  const byStatus = sum('status');
  return {
    total: [...byStatus.values()].reduce((total, count) => total + count, 0),
    byStatus: ['new', 'contacted', 'qualified', 'proposal', 'won', 'lost'].map((status) => ({
      status,
      count: byStatus.get(status) ?? 0,
    })),
    bySource: [...sum('source')].map(([source, count]) => ({ source, count })).sort((a, b) => b.count - a.count),
    perDay,
    recent: page(recent, 10, '', false)['data'],
  };
}

/** Runs a recorded read of Kontor with another value in place of the recorded one. */
async function replay(name: string, query: URLSearchParams): Promise<Row> {
  const [was, value] = [query.get('was'), query.get('value')];
  const { parameters } = statement(name);
  const rows = await run(
    name,
    was && value ? (JSON.parse(JSON.stringify(parameters).replaceAll(was, value)) as unknown[]) : undefined,
  );
  return rows[0] && '~cursor' in rows[0] ? page(rows, 25, listOf(name, null), false) : (rows[0] ?? {});
}

async function answer(request: IncomingMessage, body: Row): Promise<[number, unknown]> {
  const address = request.url ?? '';
  const at = address.indexOf('?');
  const path = at < 0 ? address : address.slice(0, at);
  if (path.startsWith('/replay/'))
    return [
      200,
      await replay(decodeURIComponent(path.slice('/replay/'.length)), new URLSearchParams(address.slice(at + 1))),
    ];
  if (path === '/api/v1/leads/facets') return [200, await facets(body)];
  if (path === '/api/v1/leads/stats') return [200, await stats()];
  if (path === '/api/v1/leads') return [200, await list(new URLSearchParams(address.slice(at + 1)))];
  return [200, (await run('by id', [path.slice('/api/v1/leads/'.length)]))[0]];
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}

function handle(request: IncomingMessage, response: ServerResponse, text: string): void {
  answer(request, text ? (JSON.parse(text) as Row) : {}).then(
    ([status, body]) => send(response, status, body),
    (error: unknown) => send(response, 500, { error: String(error) }),
  );
}

const server = createServer((request, response) => {
  if (request.method === 'GET') return handle(request, response, '');
  let text = '';
  request
    .setEncoding('utf8')
    .on('data', (part: string) => (text += part))
    .on('end', () => handle(request, response, text));
});
server.listen(port, '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
