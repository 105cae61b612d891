import { startApp, type TestApp } from '../../../test/harness/app.js';
import { planOf, readWhole, rowsOf, statementsOf } from '../../../test/harness/plans.js';
import { JobsQueries } from './jobs.queries.js';
import type { JobQuery } from './jobs.dto.js';

let app: TestApp;
/** 100,000 jobs of 20 kinds (most are scheduled for later), 50,000 dead jobs and 20,000 finished long operations. */
const DATA = `
insert into job_groups (group_key) select 'load:' || n from generate_series(0, 99) n;
insert into jobs (id, kind, ref_id, group_key, run_at, created_at)
  select gen_random_uuid(), 'kind-' || n % 20, gen_random_uuid(), 'load:' || n % 100, now() + interval '1 hour'
    + n * interval '1 second', now() - n * interval '10 seconds' from generate_series(1, 100000) n;
insert into dead_jobs (id, kind, ref_id, group_key, priority, attempts, created_at)
  select gen_random_uuid(), 'kind-' || n % 20, gen_random_uuid(), 'load:' || n % 100, 1, 5, now() - interval '10 days'
    - n * interval '10 seconds' from generate_series(1, 50000) n;
insert into job_runs (id, kind, status, created_at, finished_at)
  select gen_random_uuid(), 'export', case when n % 10 = 0 then 'failed' else 'succeeded'
    end, now() - n * interval '1 minute', now() from generate_series(1, 20000) n;
analyze`;

beforeAll(async () => {
  app = await startApp({ ROW_LEVEL_SECURITY: 'off' });
  await app.db.query(DATA);
}, 60_000);
afterAll(() => app.close());

const TABLES = ['jobs', 'dead_jobs', 'job_runs'];

/** Runs the query and explains its statement. `met` is the number of rows read; `seq` lists tables read as a whole. */
async function inspect(query: JobQuery): Promise<{ rows: number; seq: string[]; met: number; ms: number }> {
  const answers: object[] = [];
  const [statement] = await statementsOf(app, 'job_runs', async () =>
    answers.push(...(await app.app.get(JobsQueries, { strict: false }).list(query)).data),
  );
  if (!statement) throw new Error('Nothing was asked about jobs');
  const { nodes, milliseconds } = await planOf(app.db, statement, { options: 'analyze' });
  const met = nodes
    .filter((node) => TABLES.includes(node['Relation Name'] ?? ''))
    .reduce((sum, node) => sum + rowsOf(node), 0);
  return { rows: answers.length, seq: readWhole(nodes, TABLES), met, ms: milliseconds };
}

describe('the list with 100,000 jobs', () => {
  it.each<[string, JobQuery]>([
    ['newest', {}],
    ['oldest', { sort: ['createdAt'] }],
    ['of one kind', { kind: ['kind-7'] }],
    ['dead', { status: ['dead'] }],
    ['dead of one kind', { status: ['dead'], kind: ['kind-7'] }],
    ['failed', { status: ['failed'] }],
    ['dead or failed', { status: ['dead', 'failed'] }],
    ['later', { status: ['scheduled'] }],
    ['of some days', { createdAt: { gte: new Date(Date.now() - 86_400_000).toISOString() } }],
  ])('%s: reads little more than one page', async (_, query) => {
    const { rows, seq, met } = await inspect({ ...query, limit: 25 });
    expect(rows).toBe(25);
    expect(seq).toEqual([]);
    expect(met).toBeLessThan(2_000);
  });

  it('continues from a cursor', async () => {
    const { pageInfo } = await app.app.get(JobsQueries, { strict: false }).list({ limit: 100 });
    const { rows, seq, met } = await inspect({ limit: 100, cursor: pageInfo.nextCursor ?? '' });
    expect([rows, seq]).toEqual([100, []]);
    expect(met).toBeLessThan(1_000);
  });

  it('is fast for rare and missing values', async () => {
    for (const query of [
      { status: ['running'] },
      { kind: ['no-such-kind'] },
      { group: ['load:7'], status: ['waiting'] },
    ] as JobQuery[]) {
      const { ms } = await inspect({ ...query, limit: 25 });
      expect(ms).toBeLessThan(1_000);
    }
  });

  it('finds a job by its id', async () => {
    const { rows } = await app.db.query<{ id: string }>('select id from dead_jobs limit 1');
    const started = performance.now();
    await app.admin.get(`/jobs/${rows[0]?.id}`).expect(200);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
