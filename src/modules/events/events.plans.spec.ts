import { startApp, type TestApp } from '../../../test/harness/app.js';
import { planOf, statementsOf } from '../../../test/harness/plans.js';
import type { Permission } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { eventTypes } from '../../kernel/events.js';
import { EventsQueries } from './events.queries.js';

let app: TestApp;
let queries: EventsQueries;
let resource: string;
/** 100,000 events of 60 days: most are of two types, some types are rare, and one type occurs only once. */
const DATA = `
insert into events (id, type, resource_type, resource_id, payload, occurred_at, dispatched_at, feed_sequence)
  select gen_random_uuid(), case when n = 60000 then 'lead.purged' when n % 1000 = 0 then 'setting.updated'
    when n % 2 = 0 then 'lead.updated' else 'activity.created' end, 'leads',
    md5((n % 20000)::text)::uuid, jsonb_build_object('object', jsonb_build_object('message', repeat('x', 300))), at, at,
      nextval('events_feed_sequence')
  from (select n, now() - (100000 - n) * interval '51.8 seconds' as at from generate_series(1, 100000) n
    order by n) made;
vacuum analyze events`;

beforeAll(async () => {
  app = await startApp({ ROLE: 'web' });
  for (const statement of DATA.split(';')) await app.db.query(statement);
  queries = app.app.get(EventsQueries, { strict: false });
  resource =
    (await app.db.query<{ id: string }>(`select resource_id as id from events where feed_sequence = 90000`)).rows[0]
      ?.id ?? '';
}, 120_000);
afterAll(() => app.close());

const everything = [...new Set(eventTypes().map(({ permission }) => permission))];
const actor = (permissions: readonly Permission[] = everything): Actor => ({
  kind: 'session',
  userId: '',
  email: '',
  name: '',
  teamId: null,
  recordAccess: 'all',
  permissions: new Set(permissions),
});

/** Runs the read, and explains its statements with `analyze` and `buffers`. */
async function costOf(read: () => Promise<unknown>): Promise<{ scans: string[]; pages: number }> {
  const statements = await statementsOf(app, 'events', read);
  expect(statements.length).toBeGreaterThan(0);
  const plans = await Promise.all(
    statements.map((statement) => planOf(app.db, statement, { options: 'analyze, buffers' })),
  );
  return {
    scans: plans
      .flatMap(({ nodes }) => nodes)
      .filter((node) => /Seq Scan|Bitmap Heap Scan/.test(node['Node Type']) && node['Relation Name'] === 'events')
      .map((node) => node['Node Type']),
    pages: plans.reduce(
      (sum, { nodes: [top] }) => sum + (top?.['Shared Hit Blocks'] ?? 0) + (top?.['Shared Read Blocks'] ?? 0),
      0,
    ),
  };
}

describe('100,000 events', () => {
  it.each([
    ['from the beginning', {}],
    ['from the oldest stored event, in large pages', { limit: 100 }],
    ['in the middle', { after: 75_000, limit: 100 }],
    ['at the end', { after: 100_000 }],
    ['of a frequent type', { after: 60_000, type: ['lead.updated'], limit: 100 }],
    ['of a rare type', { after: 60_000, type: ['setting.updated'], limit: 100 }],
    ['of a type without later events', { after: 60_000, type: ['lead.purged'] }],
    ['of a rare and a frequent type', { after: 60_000, type: ['lead.*', 'setting.*'] }],
  ] as const)('are read %s in a few pages of the database', async (_, query) => {
    const { scans, pages } = await costOf(() => queries.feed(actor(), JSON.parse(JSON.stringify(query)) as object));
    expect(scans).toEqual([]);
    // A thousand rows are read to find the first event. The page contains at most a hundred events.
    expect(pages).toBeLessThan(1_500);
  });

  it('are checked one thousand per request for callers who see none of them', async () => {
    const stranger: Actor = { ...actor(), userId: '00000000-0000-4000-8000-000000000001', recordAccess: 'own' };
    const piece = await queries.feed(stranger, { after: 60_000, type: ['lead.updated'], limit: 100 });
    expect([piece.data, piece.hasMore, piece.lastSequence > 60_000 + 1_000]).toEqual([[], true, true]);
    const { scans, pages } = await costOf(() => queries.feed(stranger, { after: 60_000, limit: 100 }));
    expect(scans).toEqual([]);
    expect(pages).toBeLessThan(15_000);
    let after = piece.lastSequence;
    for (let more = true; more;)
      ({ lastSequence: after, hasMore: more } = await queries.feed(stranger, {
        after,
        type: ['lead.updated'],
        limit: 100,
      }));
    expect(after).toBe(100_000);
  });

  it('cost little for callers who see only rare types', async () => {
    const { scans, pages } = await costOf(() => queries.feed(actor(['settings:read']), { after: 60_000 }));
    expect(scans).toEqual([]);
    expect(pages).toBeLessThan(200);
  });

  it('do not slow the history of a record or one event', async () => {
    const found = await queries.feed(actor(), { after: 60_000, resourceId: [resource] });
    expect(found.data.length).toBeGreaterThan(0);
    expect((await costOf(() => queries.feed(actor(), { after: 60_000, resourceId: [resource] }))).pages).toBeLessThan(
      200,
    );
    const { rows } = await app.db.query<{ id: string }>('select id from events where feed_sequence = 90000');
    const one = await costOf(() => queries.get(actor(), rows[0]?.id ?? ''));
    expect([one.scans, one.pages < 20]).toEqual([[], true]);
  });
});
