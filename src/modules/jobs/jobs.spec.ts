import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import { Database } from '../../platform/database/index.js';
import { JobLoop, JobRuns, Jobs } from '../../platform/jobs/index.js';
import type { JobView } from './jobs.dto.js';

let app: TestApp;
let viewer: Caller & { userId: string };
let serial = 0;
beforeAll(async () => {
  app = await startApp();
  viewer = await app.as('viewer');
});
afterAll(() => app.close());

const newKind = () => `test-${(serial += 1)}`;
const put = (kind: string, more: object = {}) =>
  app.app.get(Jobs).enqueue([{ kind, refId: randomUUID(), group: `${kind}:one`, ...more }]);
const list = async (query: string): Promise<JobView[]> => (await app.admin.get(`/jobs?${query}`).expect(200)).body.data;
const only = async (kind: string): Promise<JobView> => {
  const jobs = await list(`kind=${kind}`);
  expect(jobs).toHaveLength(1);
  return jobs[0] as JobView;
};
const deadLetter = (kind: string, minutesAgo = 0) =>
  app.db.query(
    `with gone as (delete from jobs where kind = $1
      returning *) insert into dead_jobs (id, kind, ref_id, group_key, priority, payload, attempts, last_error,
      created_at, died_at)
   select id, kind, ref_id, group_key, priority, payload, 7, 'it broke', created_at, now() - make_interval(mins => $2)
     from gone`,
    [kind, minutesAgo],
  );
const lease = (kind: string) =>
  app.db.query(
    `update jobs set lease_token = gen_random_uuid(), lease_until = now() + interval '1 hour', attempts = 1
      where kind = $1`,
    [kind],
  );
const start = (kind: string, by: { userId: string } | null) =>
  app.app.get(Database).write(() => app.app.get(Jobs).start(by as never, { kind, group: kind }));

describe('the list of jobs', () => {
  it('shows waiting, scheduled, running and dead jobs', async () => {
    const kinds = [newKind(), newKind(), newKind(), newKind()] as [string, string, string, string];
    await Promise.all([put(kinds[0]), put(kinds[1], { delaySeconds: 3_600 }), put(kinds[2]), put(kinds[3])]);
    await lease(kinds[2]);
    await deadLetter(kinds[3]);
    expect(
      (await list(kinds.map((kind) => `kind=${kind}`).join('&'))).map(({ kind, status }) => [kind, status]).sort(),
    ).toEqual([
      [kinds[0], 'waiting'],
      [kinds[1], 'scheduled'],
      [kinds[2], 'running'],
      [kinds[3], 'dead'],
    ]);
    expect(await only(kinds[3])).toMatchObject({
      attempts: 7,
      lastError: 'it broke',
      group: `${kinds[3]}:one`,
      progress: null,
      createdById: null,
    });
    for (const [index, status] of ['waiting', 'scheduled', 'running', 'dead'].entries())
      expect((await list(`status=${status}&kind=${kinds[index]}`)).length).toBe(1);
    expect(await list(`status=dead&kind=${kinds[0]}`)).toEqual([]);
    expect(await list(`group=${encodeURIComponent(`${kinds[0]}:one`)}`)).toHaveLength(1);
  });

  it('shows a long operation once under one id', async () => {
    const kind = newKind();
    const id = await start(kind, viewer);
    expect(await only(kind)).toMatchObject({
      id,
      status: 'waiting',
      createdById: viewer.userId,
      progress: { done: 0, total: null },
    });
    await app.app.get(JobRuns).progress(id, 250, 1_000);
    await lease(kind);
    expect(await only(kind)).toMatchObject({
      id,
      status: 'running',
      progress: { done: 250, total: 1_000 },
      startedAt: expect.any(String),
    });
    await app.app.get(JobRuns).finish(id, { status: 'succeeded', result: { created: 3 } });
    await app.db.query('delete from jobs where kind = $1', [kind]);
    expect(await only(kind)).toMatchObject({
      id,
      status: 'succeeded',
      result: { created: 3 },
      finishedAt: expect.any(String),
      group: null,
    });
  });

  it('pages forward and back, each job once', async () => {
    const kind = newKind();
    for (let n = 0; n < 12; n += 1) {
      await put(kind);
      if (n % 3 === 0) await deadLetter(kind);
      if (n % 3 === 1)
        await app.db.query(`insert into job_runs (id, kind, status, finished_at) values ($1, $2, 'failed', now())`, [
          randomUUID(),
          kind,
        ]);
    }
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.admin
        .get(`/jobs?kind=${kind}&limit=5&sort=createdAt&count=exact${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      expect(body.total.count).toBe(16);
      seen.push(...body.data.map((job: JobView) => job.id));
      cursor = body.pageInfo.nextCursor ?? '';
    } while (cursor);
    expect(new Set(seen).size).toBe(16);
    expect(seen.length).toBe(16);
    expect((await list(`kind=${kind}&limit=100`)).map(({ id }) => id)).toEqual([...seen].reverse());
  });

  it('needs jobs:read', async () => {
    await viewer.get('/jobs').expect(403);
    await viewer.get('/jobs/stats').expect(403);
    await viewer.get('/job-groups').expect(403);
    await viewer.get('/jobs/dead-lettered-events').expect(403);
  });
});

describe('a long operation', () => {
  it('is visible to its user, and to others only with the permission', async () => {
    const [own, foreign] = [await start(newKind(), viewer), await start(newKind(), null)];
    expect((await viewer.get(`/jobs/${own}`).expect(200)).body.id).toBe(own);
    await viewer.get(`/jobs/${foreign}`).expect(404);
    await viewer.post(`/jobs/${foreign}/cancel`).expect(404);
    await app.admin.get(`/jobs/${own}`).expect(200);
  });

  it('is removed while it waits', async () => {
    const kind = newKind();
    const id = await start(kind, viewer);
    expect((await viewer.post(`/jobs/${id}/cancel`).expect(200)).body).toMatchObject({ id, status: 'cancelled' });
    expect((await app.db.query('select 1 from jobs where kind = $1', [kind])).rowCount).toBe(0);
    expect((await viewer.post(`/jobs/${id}/cancel`).expect(409)).body.code).toBe('job-not-cancellable');
  });

  it('stops on request while it runs', async () => {
    const kind = newKind();
    app.app.get(JobLoop).employ({
      kind,
      leaseSeconds: 30,
      concurrency: 1,
      maxClaims: 1,
      work: async ({ refId }) => {
        for (let done = 0; !(await app.app.get(JobRuns).progress(refId, done, 1_000)).isCancelled; done += 1)
          await new Promise((resolve) => setTimeout(resolve, 10));
        return { status: 'done', result: undefined };
      },
      commitResults: async (settled) => {
        for (const { job } of settled) await app.app.get(JobRuns).finish(job.refId, { status: 'cancelled' });
      },
    });
    const id = await start(kind, viewer);
    for (let status = ''; status !== 'running'; status = (await viewer.get(`/jobs/${id}`)).body.status)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await viewer.post(`/jobs/${id}/cancel`).expect(200);
    for (let status = ''; status !== 'cancelled'; status = (await viewer.get(`/jobs/${id}`)).body.status)
      await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('of another user is not stopped with only jobs:read', async () => {
    const id = await start(newKind(), null);
    const { body } = await app.admin
      .post('/api-keys')
      .send({ name: 'reader', scopes: ['jobs:read'] })
      .expect(201);
    const answer = await app.anonymous.post(`/jobs/${id}/cancel`).set('X-API-Key', body.key).expect(403);
    expect(answer.body).toMatchObject({ code: 'permission-missing', requiredPermission: 'jobs:manage' });
  });
});

describe('a job in the queue', () => {
  it('is removed with jobs:manage, unless it is running', async () => {
    const kind = newKind();
    await put(kind);
    const { id } = await only(kind);
    expect((await app.admin.post(`/jobs/${id}/cancel`).expect(200)).body).toMatchObject({ id, status: 'cancelled' });
    await app.admin.get(`/jobs/${id}`).expect(404);
    await put(kind);
    await lease(kind);
    await app.admin.post(`/jobs/${(await only(kind)).id}/cancel`).expect(409);
  });
});

describe('a dead job', () => {
  it('is retried as new, once with concurrent requests', async () => {
    const kind = newKind();
    await put(kind);
    await deadLetter(kind);
    const { id } = await only(kind);
    const answers = await Promise.all([1, 2, 3, 4].map(() => app.admin.post(`/jobs/${id}/retry`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('job-not-dead');
    expect(await only(kind)).toMatchObject({ id, status: 'waiting', attempts: 0, lastError: null });
  });

  it('of a long operation starts again', async () => {
    const kind = newKind();
    const id = await start(kind, viewer);
    await app.app.get(JobRuns).finish(id, { status: 'failed', error: 'it broke' });
    await deadLetter(kind);
    expect(await only(kind)).toMatchObject({ id, status: 'dead' });
    expect((await app.admin.post(`/jobs/${id}/retry`).expect(200)).body).toMatchObject({
      id,
      status: 'waiting',
      finishedAt: null,
      lastError: null,
      startedAt: null,
    });
  });

  it('is not retried if the same job is waiting', async () => {
    const kind = newKind();
    await put(kind);
    await deadLetter(kind);
    const { id, refId } = await only(kind);
    await app.app.get(Jobs).enqueue([{ kind, refId, group: kind }]);
    expect((await app.admin.post(`/jobs/${id}/retry`).expect(409)).body.code).toBe('job-queued-already');
  });

  it('is deleted permanently', async () => {
    const kind = newKind();
    await put(kind);
    const { id } = await only(kind);
    expect((await app.admin.delete(`/jobs/${id}`).expect(409)).body.code).toBe('job-not-dead');
    await deadLetter(kind);
    await app.admin.delete(`/jobs/${id}`).expect(204);
    await app.admin.delete(`/jobs/${id}`).expect(404);
  });

  it('is retried with others by kind and time', async () => {
    const [kind, other] = [newKind(), newKind()];
    for (let n = 0; n < 3; n += 1) await put(kind);
    await deadLetter(kind, 120);
    for (let n = 0; n < 1_100; n += 100)
      await app.app
        .get(Jobs)
        .enqueue(Array.from({ length: 100 }, () => ({ kind: other, refId: randomUUID(), group: other })));
    await deadLetter(other, 10);
    const since = new Date(Date.now() - 3_600_000).toISOString();
    expect((await app.admin.post('/jobs/retry').send({ kind, diedSince: since }).expect(200)).body).toEqual({
      retried: 0,
      remaining: 0,
    });
    expect((await app.admin.post('/jobs/retry').send({ kind: other, diedSince: since }).expect(200)).body).toEqual({
      retried: 1_100,
      remaining: 0,
    });
    expect((await app.admin.post('/jobs/retry').send({ kind }).expect(200)).body).toEqual({ retried: 3, remaining: 0 });
    expect((await app.db.query('select distinct attempts from jobs where kind = $1', [other])).rows).toEqual([
      { attempts: 0 },
    ]);
    await app.db.query('delete from jobs where kind = $1', [other]);
  });
});

describe('statistics of the queue', () => {
  it('are grouped by kind, with the lag of due jobs', async () => {
    const kind = newKind();
    for (const more of [{}, {}, { delaySeconds: 60 }]) await put(kind, more);
    await app.db.query(`update jobs set run_at = run_at - interval '90 seconds' where kind = $1 and run_at <= now()`, [
      kind,
    ]);
    const { body } = await app.admin.get('/jobs/stats').expect(200);
    const stats = body.kinds.find((one: { kind: string }) => one.kind === kind);
    expect(stats).toMatchObject({ kind, ready: 2, scheduled: 1, running: 0, dead: 0 });
    expect(stats.lagSeconds).toBeGreaterThanOrEqual(90);
    expect(body.outbox).toEqual({
      waiting: expect.any(Number),
      lagSeconds: expect.any(Number),
      deadLettered: expect.any(Number),
    });
    const { text } = await app.anonymous.get('//metrics').expect(200);
    expect(text).toContain(`kontor_jobs_ready{kind="${kind}"} 2`);
    expect(text).toMatch(new RegExp(`kontor_job_lag_seconds\\{kind="${kind}"\\} (9|1)\\d`));
    expect(text).toMatch(/kontor_outbox_lag_seconds \d/);
    expect(text).toMatch(/kontor_outbox_dead_lettered \d/);
  });
});

describe('a job group', () => {
  it('is listed with its jobs and resumed by its key', async () => {
    const kind = newKind();
    await put(kind);
    await put(kind);
    await app.db.query(
      `update job_groups set paused_until = now() + interval '1 hour', consecutive_failures = 7, failing_since = now()
        where group_key = $1`,
      [`${kind}:one`],
    );
    const { body } = await app.admin.get(`/job-groups?key[startsWith]=${kind}:`).expect(200);
    expect(body.data).toEqual([
      {
        key: `${kind}:one`,
        cap: 4,
        ordered: false,
        pausedUntil: expect.any(String),
        consecutiveFailures: 7,
        failingSince: expect.any(String),
        ready: 2,
        running: 0,
      },
    ]);
    const resumed = await app.admin.post(`/job-groups/${encodeURIComponent(`${kind}:one`)}/resume`).expect(200);
    expect(resumed.body).toMatchObject({ pausedUntil: null, consecutiveFailures: 0, failingSince: null });
    await app.admin.post('/job-groups/nobody%3Aknows/resume').expect(404);
  });

  it('is paused for up to 30 days, also instead of an earlier pause', async () => {
    const kind = newKind();
    await put(kind);
    const path = `/job-groups/${encodeURIComponent(`${kind}:one`)}/pause`;
    const pauseFor = async (minutes: number): Promise<number> => {
      const { body } = await app.admin.post(path).send({ minutes }).expect(200);
      return Math.round((new Date(body.pausedUntil).getTime() - Date.now()) / 60_000);
    };
    expect([await pauseFor(43_200), await pauseFor(60)]).toEqual([43_200, 60]);
    for (const minutes of [0, 43_201, 1.5, '60', null]) await app.admin.post(path).send({ minutes }).expect(422);
    const { body: log } = await app.admin.get('/audit-logs?resourceType=job-groups&limit=1').expect(200);
    expect(log.data).toMatchObject([
      {
        action: 'update',
        description: `The job group was paused for 60 minutes. Key: ${kind}:one`,
        actor: { kind: 'api-key' },
      },
    ]);
    await app.admin.post('/job-groups/nobody%3Aknows/pause').send({ minutes: 60 }).expect(404);
    await viewer.post(path).send({ minutes: 60 }).expect(403);
  });

  it('is found page by page', async () => {
    const seen: string[] = [];
    for (let cursor = ''; cursor !== 'none';) {
      const { body } = await app.admin.get(`/job-groups?limit=3${cursor && `&cursor=${cursor}`}`).expect(200);
      seen.push(...body.data.map(({ key }: { key: string }) => key));
      cursor = body.pageInfo.nextCursor ?? 'none';
    }
    expect(seen.length).toBe(new Set(seen).size);
    expect(seen.length).toBe((await app.db.query('select 1 from job_groups')).rowCount);
  });
});

describe('a dead-lettered event', () => {
  it('is listed with its reason and retried', async () => {
    const { body: lead } = await app.admin
      .post('/leads')
      .send({ name: 'Parked', email: 'parked@example.com' })
      .expect(201);
    const { rows } = await app.db.query<{ id: string }>(
      `update events set dead_lettered_at = now(), dispatched_at = null, attempts = 10, last_error = 'a listener broke'
        where resource_id = $1 returning id`,
      [lead.id],
    );
    const id = rows[0]?.id ?? '';
    const { body } = await app.admin.get('/jobs/dead-lettered-events?type=lead.created').expect(200);
    expect(body.data).toEqual([
      expect.objectContaining({
        id,
        type: 'lead.created',
        resourceId: lead.id,
        attempts: 10,
        lastError: 'a listener broke',
      }),
    ]);
    await app.admin.post(`/jobs/dead-lettered-events/${id}/retry`).expect(204);
    await app.admin.post(`/jobs/dead-lettered-events/${id}/retry`).expect(404);
    for (let isThrough = false; !isThrough; await new Promise((resolve) => setTimeout(resolve, 20))) {
      isThrough =
        ((
          await app.db.query(
            'select 1 from events where id = $1 and dispatched_at is not null and dead_lettered_at is null',
            [id],
          )
        ).rowCount ?? 0) > 0;
    }
  });
});
