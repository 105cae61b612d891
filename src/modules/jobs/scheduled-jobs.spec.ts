import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import { Database } from '../../platform/database/index.js';
import { ADVISORY_LOCKS } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { ScheduleClock } from '../../platform/schedule/index.js';
import type { ScheduledJobRunView, ScheduledJobView } from './scheduled/scheduled-jobs.dto.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const runsOf = async (name: string): Promise<ScheduledJobRunView[]> =>
  (await app.admin.get(`/scheduled-jobs/${name}/runs`).expect(200)).body.data;
/** Runs a job manually and waits for the end. */
async function run(name: string): Promise<ScheduledJobRunView> {
  const { body } = await app.admin.post(`/scheduled-jobs/${name}/run`).expect(202);
  expect(body).toMatchObject({ name, trigger: 'manual', attempts: 0 });
  for (;;) {
    const found = (await runsOf(name)).find(({ id }) => id === body.id);
    if (found?.finishedAt) return found;
    await pause(20);
  }
}
const deletedBy = async (name: string) => {
  const { status, result, error } = await run(name);
  expect([status, error]).toEqual(['succeeded', null]);
  return (result as { deleted: number }).deleted;
};
const group = `/job-groups/${encodeURIComponent('scheduled:sessions.purge')}`;
const rows = async (sql: string, values: unknown[] = []) => (await app.db.query(sql, values)).rows;

describe('scheduled jobs', () => {
  it('are listed with their schedule and next run', async () => {
    const { body } = await app.admin.get('/scheduled-jobs').expect(200);
    const jobs = body.data as ScheduledJobView[];
    const names = jobs.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(
      expect.arrayContaining([
        'dead-jobs.prune',
        'events.prune',
        'form-fingerprints.purge',
        'idempotency-keys.purge',
        'job-groups.prune',
        'job-runs.prune',
        'login-failures.purge',
        'notification-deliveries.prune',
        'rate-limits.purge',
        'refresh-tokens.purge',
        'scheduled-job-runs.prune',
        'sessions.purge',
        'webhook-bodies.prune',
        'webhook-deliveries.prune',
        'webhooks.disable-failing',
      ]),
    );
    for (const job of jobs) {
      expect(job).toMatchObject({ enabled: true, isObsolete: false, timeZone: 'UTC', misfire: 'run_once' });
      expect(Date.parse(job.nextSlotAt ?? '')).toBeGreaterThan(Date.now() - 1_000);
    }
    expect(jobs.find(({ name }) => name === 'sessions.purge')).toMatchObject({
      cron: '17 * * * *',
      nextSlotAt: expect.stringMatching(/:17:00\.000Z$/),
    });
  });

  it('store the last run with duration and result', async () => {
    const last = await run('sessions.purge');
    expect(last).toMatchObject({ status: 'succeeded', attempts: 1, result: { deleted: 0 }, error: null });
    expect(last.durationMs).toBeGreaterThanOrEqual(0);
    expect((await app.admin.get('/scheduled-jobs/sessions.purge').expect(200)).body.lastRun).toEqual(last);
    const { body } = await app.admin.get('/scheduled-jobs/sessions.purge/runs?status=failed').expect(200);
    expect(body.data).toEqual([]);
  });

  it('are disabled and enabled without runs for the time in between', async () => {
    const name = 'rate-limits.purge';
    expect((await app.admin.patch(`/scheduled-jobs/${name}`).send({ enabled: false }).expect(200)).body).toMatchObject({
      enabled: false,
      nextSlotAt: null,
    });
    await app.admin.patch(`/scheduled-jobs/${name}`).send({ enabled: false }).expect(200);
    await app.db.query(`update scheduled_jobs set last_slot_at = now() - interval '3 days' where name = $1`, [name]);
    await app.admin.patch(`/scheduled-jobs/${name}`).send({ enabled: true }).expect(200);
    await app.app.get(ScheduleClock).tick();
    expect(await runsOf(name)).toEqual([]);
    const events = await rows(`select payload from events where type = 'scheduled_job.updated' order by sequence`);
    expect(events.map(({ payload }) => payload)).toEqual([
      { name, enabled: false },
      { name, enabled: true },
    ]);
  });

  it('without code are listed as obsolete, with their history', async () => {
    await app.db.query(`insert into scheduled_jobs (name) values ('gone.purge')`);
    await app.db.query(
      `insert into scheduled_job_runs (id, name, slot_at, status, finished_at)
        values ($1, 'gone.purge', now(), 'succeeded', now())`,
      [randomUUID()],
    );
    expect((await app.admin.get('/scheduled-jobs/gone.purge').expect(200)).body).toMatchObject({
      isObsolete: true,
      cron: null,
      nextSlotAt: null,
      lastRun: { status: 'succeeded' },
    });
    expect((await app.admin.post('/scheduled-jobs/gone.purge/run').expect(409)).body.code).toBe(
      'scheduled-job-obsolete',
    );
    await app.db.query(`delete from scheduled_jobs where name = 'gone.purge'`);
  });

  it('need the permission for operators', async () => {
    const viewer = await app.as('viewer');
    await viewer.get('/scheduled-jobs').expect(403);
    await viewer.post('/scheduled-jobs/sessions.purge/run').expect(403);
    await app.admin.get('/scheduled-jobs/no.such').expect(404);
    await app.admin.post('/scheduled-jobs/no.such/run').expect(404);
  });

  it('can be removed from the queue before they run', async () => {
    await app.admin.post(`${group}/pause`).send({ minutes: 60 }).expect(200);
    const { body } = await app.admin.post('/scheduled-jobs/sessions.purge/run').expect(202);
    const [job] = (await app.admin.get('/jobs?kind=scheduled').expect(200)).body.data;
    await app.admin.post(`/jobs/${job.id}/cancel`).expect(200);
    expect((await runsOf('sessions.purge')).find(({ id }) => id === body.id)).toMatchObject({ status: 'skipped' });
    await app.admin.post(`${group}/resume`).expect(200);
  });

  it('start after a pause of their group has ended', async () => {
    await app.admin.post(`${group}/pause`).send({ minutes: 60 }).expect(200);
    const { body } = await app.admin.post('/scheduled-jobs/sessions.purge/run').expect(202);
    await run('job-groups.prune');
    const paused = async () => (await runsOf('sessions.purge')).find(({ id }) => id === body.id);
    expect(await paused()).toMatchObject({ status: 'waiting', attempts: 0 });
    await app.admin.post(`${group}/resume`).expect(200);
    while (!(await paused())?.finishedAt) await pause(20);
    expect(await paused()).toMatchObject({ status: 'succeeded' });
  });
});

describe('maintenance', () => {
  it('deletes only sessions that ended a month ago', async () => {
    const [{ id: userId }] = await rows(`select id from users limit 1`);
    const session = (days: number) =>
      rows(
        `insert into sessions (id, user_id, token_hash, expires_at)
          values (gen_random_uuid(), $1, $3, now() - make_interval(days => $2)) returning id`,
        [userId, days, randomUUID().replaceAll('-', '').repeat(2)],
      );
    const [[old], [young]] = await Promise.all([session(31), session(29)]);
    expect(await deletedBy('sessions.purge')).toBe(1);
    expect(
      (await rows(`select id from sessions where id = any($1)`, [[old.id, young.id]])).map(({ id }) => id),
    ).toEqual([young.id]);
  });

  it('deletes Idempotency-Keys after a day, with or without a response', async () => {
    await app.db.query(
      `insert into idempotency_keys (credential, key, fingerprint, status, created_at)
        select 'c', 'k' || n, repeat('0', 64), case when n % 2 = 0 then 200 end, now() - n * interval '5 hours'
        from generate_series(0, 9) n`,
    );
    expect(await deletedBy('idempotency-keys.purge')).toBe(5);
    expect(await rows(`select 1 from idempotency_keys where credential = 'c'`)).toHaveLength(5);
  });

  it('deletes thousands of rows in batches and skips locked rows', async () => {
    await app.db.query(
      `insert into rate_limits (bucket, hits, resets_at) select 'old:' || n, 1, now() - interval '2 hours'
        from generate_series(1, 3500) n`,
    );
    await app.db.query(`insert into rate_limits (bucket, hits, resets_at) values ('new', 1, now())`);
    const owner = await app.db.connect();
    await owner.query('begin');
    await owner.query(`select 1 from rate_limits where bucket = 'old:7' for update`);
    expect(await deletedBy('rate-limits.purge')).toBe(3_499);
    await owner.query('rollback');
    owner.release();
    expect(await deletedBy('rate-limits.purge')).toBe(1);
    expect(await rows(`select bucket from rate_limits where bucket in ('new', 'old:7')`)).toEqual([{ bucket: 'new' }]);
  });

  it('deletes counters of wrong passwords after two days', async () => {
    await app.db.query(
      `insert into login_failures (bucket, failures, last_failed_at)
        values ('a', 3, now() - interval '49 hours'), ('b', 3, now() - interval '47 hours')`,
    );
    expect(await deletedBy('login-failures.purge')).toBe(1);
    expect(await rows(`select bucket from login_failures where bucket in ('a', 'b')`)).toEqual([{ bucket: 'b' }]);
  });

  it('deletes expired fingerprints', async () => {
    const { body } = await app.admin.post('/lead-forms').send({ name: 'Form' }).expect(201);
    await app.db.query(
      `insert into lead_form_fingerprints (form_id, fingerprint, expires_at)
        values ($1, repeat('a', 64), now() - interval '1 minute'), ($1, repeat('b', 64), now() + interval '1 minute')`,
      [body.id],
    );
    expect(await deletedBy('form-fingerprints.purge')).toBe(1);
  });

  it.each(['notification-deliveries.prune', 'webhook-bodies.prune', 'webhook-deliveries.prune'])(
    'runs %s without matching rows',
    async (name) => {
      expect(await deletedBy(name)).toBe(0);
    },
  );

  it('deletes delivered events by the setting, and no pending or dead-lettered events', async () => {
    const insert = (days: number, dispatched: string, deadLettered: string) =>
      rows(
        `insert into events (id, type, resource_type, resource_id, payload, occurred_at, dispatched_at, dead_lettered_at)
          values (gen_random_uuid(), 'old.happened', 'olds', gen_random_uuid(), '{}', now() - make_interval(days => $1),
          ${dispatched}, ${deadLettered}) returning id`,
        [days],
      );
    await insert(1_100, 'now()', 'null');
    await insert(40, 'now()', 'null');
    await insert(1_100, 'null', 'now()');
    expect(await deletedBy('events.prune')).toBe(1);
    await app.admin.put('/settings/event_retention_days').send({ value: 29 }).expect(422);
    await app.admin.put('/settings/event_retention_days').send({ value: 30 }).expect(200);
    expect(await deletedBy('events.prune')).toBe(1);
    expect(await rows(`select 1 from events where type = 'old.happened'`)).toHaveLength(1);
  });

  it('deletes the history of jobs', async () => {
    const ago = (days: number) => `now() - interval '${days} days'`;
    await app.db.query(
      `insert into dead_jobs (id, kind, ref_id, group_key, priority, attempts, created_at, died_at)
        select gen_random_uuid(), 'old', gen_random_uuid(), 'old', 1, 1, now(), at
        from (values (${ago(31)}), (${ago(29)})) v (at)`,
    );
    await app.db.query(
      `insert into job_runs (id, kind, status, created_at, finished_at)
        values (gen_random_uuid(), 'old', 'succeeded', ${ago(40)}, ${ago(31)}), (gen_random_uuid(), 'old', 'running',
        ${ago(40)}, null)`,
    );
    await app.db.query(
      `insert into scheduled_job_runs (id, name, slot_at, status, created_at, finished_at)
        values (gen_random_uuid(), 'events.prune', ${ago(91)}, 'succeeded', ${ago(91)}, ${ago(91)}), (gen_random_uuid(),
        'events.prune', ${ago(89)}, 'succeeded', ${ago(89)}, ${ago(89)})`,
    );
    expect(await deletedBy('dead-jobs.prune')).toBe(1);
    expect(await deletedBy('job-runs.prune')).toBe(1);
    expect(await deletedBy('scheduled-job-runs.prune')).toBe(1);
    expect(await rows(`select status from job_runs where kind = 'old'`)).toEqual([{ status: 'running' }]);
  });

  it('deletes unused job groups, except a group that gets a job at the same time', async () => {
    await app.db.query(`delete from job_groups where max_concurrency = 4`);
    await app.db.query(
      `insert into job_groups (group_key, max_concurrency, consecutive_failures, paused_until)
        values ('idle:1', 4, 0, null), ('idle:2', 4, 0, null), ('capped', 1, 0, null), ('failing', 4, 2, null),
        ('paused', 4, 0, now() + interval '1 hour')`,
    );
    const jobs = app.app.get(Jobs);
    let goOn: () => void = () => undefined;
    const opened = new Promise<void>(
      (started) =>
        void app.app.get(Database).write(async () => {
          await jobs.enqueue([{ kind: 'nobodys', refId: randomUUID(), group: 'idle:2' }]);
          started();
          await new Promise<void>((resolve) => (goOn = resolve));
        }),
    );
    await opened;
    expect(await rows(`select pg_try_advisory_lock(${ADVISORY_LOCKS.jobGroups}) as held`)).toEqual([{ held: false }]);
    const pruned = deletedBy('job-groups.prune');
    await pause(300);
    goOn();
    expect(await pruned).toBe(1);
    expect(
      (await rows(`select group_key from job_groups where group_key not like 'scheduled:%' order by 1`)).map(
        ({ group_key }) => group_key,
      ),
    ).toEqual(['capped', 'failing', 'idle:2', 'paused']);
  });
});
