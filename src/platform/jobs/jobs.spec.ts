import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import { Database } from '../database/index.js';
import {
  JobLoop,
  Jobs,
  JobSignal,
  type JobWorker,
  type LeasedJob,
  type NewJob,
  type JobOutcome,
  type Settled,
} from './index.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const DONE: JobOutcome<string> = { status: 'done', result: 'fine' };

async function until(holds: () => boolean | Promise<boolean>, milliseconds = 8_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come true in time');
    await pause(10);
  }
}

describe('the queue', () => {
  let app: TestApp;
  let jobs: Jobs;
  let kinds = 0;

  beforeAll(async () => {
    app = await startApp();
    jobs = app.app.get(Jobs);
  });
  afterAll(() => app.close());

  /** Registers a worker of a new kind. Records its calls and settled results. */
  function employ(work: (job: LeasedJob) => Promise<JobOutcome<string>>, input: Partial<JobWorker<string>> = {}) {
    const kind = `test-${(kinds += 1)}`;
    const seen: LeasedJob[] = [];
    const settled: Settled<string>[] = [];
    const worker: JobWorker<string> = {
      kind,
      leaseSeconds: 30,
      concurrency: 50,
      maxClaims: 5,
      ...input,
      work: (job) => (seen.push(job), work(job)),
      commitResults: input.commitResults ?? (async (results) => void settled.push(...results)),
    };
    app.app.get(JobLoop).employ(worker);
    return { kind, seen, settled, enqueue: (count: number, more: Partial<NewJob> = {}) => enqueue(kind, count, more) };
  }

  async function enqueue(kind: string, count: number, more: Partial<NewJob> = {}): Promise<string[]> {
    const refIds = Array.from({ length: count }, () => randomUUID());
    await jobs.enqueue(refIds.map((refId) => ({ kind, refId, group: kind, ...more })));
    return refIds;
  }

  const rowsOf = async (kind: string) =>
    (
      await app.db.query<{ attempts: number; lease_token: string | null; last_error: string | null; seconds: number }>(
        `select attempts, lease_token, last_error, extract(epoch from run_at - now())::float8 as seconds from jobs
          where kind = $1 order by sequence`,
        [kind],
      )
    ).rows;

  it('runs every job once, commits the results, and deletes successful jobs', async () => {
    const { kind, seen, settled, enqueue } = employ(async () => DONE);
    const refIds = await enqueue(200);
    await until(async () => (await rowsOf(kind)).length === 0 && settled.length === 200);
    expect(seen.map(({ refId }) => refId).sort()).toEqual([...refIds].sort());
    expect(seen.every(({ attempt }) => attempt === 1)).toBe(true);
  });

  it('stores the same kind and ref once', async () => {
    const { kind, seen } = employ(async () => DONE);
    const refId = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => jobs.enqueue([{ kind, refId, group: kind, delaySeconds: 1 }])));
    await until(() => seen.length > 0);
    await pause(400);
    expect(seen).toHaveLength(1);
  });

  it('runs no job of a rolled back transaction', async () => {
    const { kind, seen } = employ(async () => DONE);
    await expect(
      app.app.get(Database).write(async () => {
        await jobs.enqueue([{ kind, refId: randomUUID(), group: kind }]);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await pause(400);
    expect(seen).toEqual([]);
  });

  it('makes a job whose result cannot be written a dead letter, with the error', async () => {
    const ended: string[] = [];
    const { kind, seen, enqueue } = employ(async () => DONE, {
      maxClaims: 1,
      commitResults: () => Promise.reject(new Error('the table rejects the result')),
      deadLetter: async (refIds) => void ended.push(...refIds),
    });
    const refIds = await enqueue(1);
    await until(async () => (await rowsOf(kind)).length === 0);
    const { rows } = await app.db.query('select last_error from dead_jobs where kind = $1', [kind]);
    expect([rows, ended, seen.length]).toEqual([[{ last_error: 'Error: the table rejects the result' }], refIds, 1]);
  });

  it('respects the cap of a group', async () => {
    let [now, most] = [0, 0];
    const { kind, settled, enqueue } = employ(async () => {
      most = Math.max(most, (now += 1));
      await pause(20);
      now -= 1;
      return DONE;
    });
    await jobs.limit(kind, { maxConcurrency: 3 });
    await enqueue(30);
    await until(() => settled.length === 30);
    expect(most).toBe(3);
  });

  it('respects the cap with four concurrent instances', async () => {
    const kind = `claimed-${(kinds += 1)}`;
    await jobs.limit(kind, { maxConcurrency: 3 });
    await enqueue(kind, 20);
    const claims = await Promise.all(
      Array.from({ length: 4 }, () =>
        app.db.query(`select * from claim_jobs(array[$1]::varchar[], array[10], array[30])`, [kind]),
      ),
    );
    expect(claims.map(({ rows }) => rows.length).sort()).toEqual([0, 0, 0, 3]);
  });

  it('runs an ordered group in order, and waits for a failed job', async () => {
    const order: string[] = [];
    const { kind, enqueue } = employ(async ({ refId, attempt }) => {
      order.push(refId);
      return refId === second && attempt === 1 ? { status: 'retry', result: 'again', delaySeconds: 0.3 } : DONE;
    });
    await jobs.limit(kind, { isOrdered: true });
    const refIds = await enqueue(4, { delaySeconds: 0.2 });
    const second = refIds[1] ?? '';
    await until(() => order.length === 5);
    expect(order).toEqual([refIds[0], second, second, refIds[2], refIds[3]]);
  });

  it('prefers jobs with a higher priority', async () => {
    const order: number[] = [];
    const { kind, enqueue } = employ(async ({ priority }) => (order.push(priority), DONE));
    await jobs.limit(kind, { maxConcurrency: 1 });
    for (const priority of [2, 1, 0] as const) await enqueue(2, { priority, delaySeconds: 60 });
    await app.db.query('update jobs set run_at = now() where kind = $1', [kind]);
    await until(() => order.length === 6);
    expect(order).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('retries a job, and counts only counted attempts', async () => {
    const { seen, settled, enqueue } = employ(async ({ attempt }) =>
      (seenTimes += 1) === 1
        ? { status: 'retry', result: 'busy', delaySeconds: 0.1, uncounted: true }
        : attempt < 3
          ? { status: 'retry', result: 'not yet', delaySeconds: 0.1, error: 'not yet' }
          : DONE,
    );
    let seenTimes = 0;
    await enqueue(1);
    await until(() => settled.some(({ outcome }) => outcome.status === 'done'));
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 3]);
  });

  it('dead-letters a job with the reason', async () => {
    const { kind, enqueue } = employ(async () => ({ status: 'dead', result: 'no', error: 'will never work' }));
    await enqueue(1);
    await until(async () => (await rowsOf(kind)).length === 0);
    const { rows } = await app.db.query(`select kind, attempts, last_error from dead_jobs where kind = $1`, [kind]);
    expect(rows).toEqual([{ kind, attempts: 1, last_error: 'will never work' }]);
  });

  it('retries a job after an exception, and gives up after the last attempt', async () => {
    const { kind, seen, enqueue } = employ(() => Promise.reject(new Error('a bug')), { maxClaims: 2 });
    await enqueue(1);
    await until(async () => (await rowsOf(kind))[0]?.last_error === 'a bug');
    await app.db.query(`update jobs set run_at = now() where kind = $1`, [kind]);
    await until(async () => (await rowsOf(kind)).length === 0);
    expect(seen).toHaveLength(2);
  });

  it('runs a job of a dead process after its lease, and drops late results', async () => {
    const letGo: (() => void)[] = [];
    const { kind, seen, settled, enqueue } = employ(async ({ attempt }) => {
      if (attempt === 1) await new Promise<void>((resolve) => letGo.push(resolve));
      return { status: 'done', result: `attempt ${attempt}` };
    });
    await enqueue(1);
    await until(() => seen.length === 1);
    // Simulates a process that was stopped for longer than the lease.
    await app.db.query(`update jobs set lease_until = now() - interval '1 second' where kind = $1`, [kind]);
    await until(() => settled.length === 1);
    letGo.forEach((end) => end());
    await pause(300);
    expect(settled.map(({ outcome }) => outcome.result)).toEqual(['attempt 2']);
  });

  it('gives up a job whose process ends each time', async () => {
    const deadLettered: string[] = [];
    const { kind, seen } = employ(async () => DONE, {
      maxClaims: 3,
      deadLetter: async (refIds) => void deadLettered.push(...refIds),
    });
    const refId = randomUUID();
    await app.db.query(`insert into job_groups (group_key) values ($1)`, [kind]);
    await app.db.query(
      `insert into jobs (id, kind, ref_id, group_key, attempts, lease_token, lease_until)
        values ($1, $2, $3, $2, 3, $1, now() - interval '1 second')`,
      [randomUUID(), kind, refId],
    );
    await until(async () => (await rowsOf(kind)).length === 0);
    expect({ seen: seen.length, deadLettered }).toEqual({ seen: 0, deadLettered: [refId] });
  });

  it('pauses a group without attempts', async () => {
    const { kind, seen, enqueue } = employ(
      async ({ attempt }) =>
        attempt === 1 && seen.length === 1
          ? { status: 'retry', result: 'slow down', delaySeconds: 0, uncounted: true, group: { pauseSeconds: 0.6 } }
          : DONE,
      {},
    );
    await jobs.limit(kind, { maxConcurrency: 1 });
    await enqueue(3);
    await until(() => seen.length === 1);
    const paused = performance.now();
    await until(() => seen.length === 4);
    expect(performance.now() - paused).toBeGreaterThan(550);
    expect(seen.every(({ attempt }) => attempt === 1)).toBe(true);
  });

  it('sends one probe at a time after five failures, until one succeeds', async () => {
    let [now, most, isUp] = [0, 0, false];
    const { kind, seen, settled, enqueue } = employ(
      async () => {
        most = Math.max(most, (now += 1));
        await pause(20);
        now -= 1;
        return isUp
          ? { status: 'done', result: 'up', group: { health: 'succeeded' } }
          : { status: 'retry', result: 'down', delaySeconds: 0.05, group: { health: 'failed' } };
      },
      { maxClaims: 1_000 },
    );
    await jobs.limit(kind, { maxConcurrency: 5 });
    await enqueue(10);
    const failures = async () =>
      (
        await app.db.query<{ consecutive_failures: number }>(
          'select consecutive_failures from job_groups where group_key = $1',
          [kind],
        )
      ).rows[0]?.consecutive_failures ?? 0;
    await until(async () => (await failures()) >= 5 && now <= 1);
    most = 0;
    const before = seen.length;
    await until(() => seen.length >= before + 4);
    expect(most).toBe(1);
    isUp = true;
    await until(() => settled.filter(({ outcome }) => outcome.status === 'done').length === 10);
    expect(await failures()).toBe(0);
  });

  it('writes results separately if one of them is rejected', async () => {
    const retained: string[] = [];
    const { kind, enqueue } = employ(async ({ refId }) => ({ status: 'done', result: refId }), {
      commitResults: async (results) => {
        if (results.some(({ job }) => job.refId === bad)) throw new Error('rejected by its table');
        retained.push(...results.map(({ job }) => job.refId));
      },
    });
    const refIds = await enqueue(5, { delaySeconds: 0.1 });
    const bad = refIds[2];
    await until(async () => retained.length >= 4 && (await rowsOf(kind)).length === 1);
    expect([...retained].sort()).toEqual(refIds.filter((refId) => refId !== bad).sort());
    expect((await rowsOf(kind))[0]).toMatchObject({
      attempts: 1,
      lease_token: null,
      last_error: expect.stringContaining('rejected by its table') as string,
    });
  });

  it('starts soon after the commit, before the next poll', async () => {
    const { seen, enqueue } = employ(async () => DONE);
    const taken: number[] = [];
    for (let round = 1; round <= 5; round += 1) {
      const asked = performance.now();
      await enqueue(1);
      await until(() => seen.length === round);
      taken.push(performance.now() - asked);
    }
    expect(taken.sort((a, b) => a - b)[2]).toBeLessThan(150);
  });

  it('wakes up only for new jobs', () => {
    let woken = 0;
    const signal = new JobSignal();
    signal.onWake(() => (woken += 1));
    signal.wake();
    expect(woken).toBe(1);
  });
});
