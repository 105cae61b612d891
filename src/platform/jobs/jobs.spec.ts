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
  type Outcome,
  type Settled,
} from './index.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const DONE: Outcome<string> = { verdict: 'done', result: 'fine' };

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

  /** A worker of a kind of its own, with what it did and what was settled. */
  function employ(work: (job: LeasedJob) => Promise<Outcome<string>>, given: Partial<JobWorker<string>> = {}) {
    const kind = `test-${(kinds += 1)}`;
    const seen: LeasedJob[] = [];
    const settled: Settled<string>[] = [];
    const worker: JobWorker<string> = {
      kind,
      leaseSeconds: 30,
      concurrency: 50,
      maxClaims: 5,
      ...given,
      work: (job) => (seen.push(job), work(job)),
      settle: given.settle ?? (async (results) => void settled.push(...results)),
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
        `select attempts, lease_token, last_error, extract(epoch from run_at - now())::float8 as seconds from jobs where kind = $1 order by sequence`,
        [kind],
      )
    ).rows;

  it('does every job once, settles what came of it, and keeps no row of a success', async () => {
    const { kind, seen, settled, enqueue } = employ(async () => DONE);
    const refIds = await enqueue(200);
    await until(async () => (await rowsOf(kind)).length === 0 && settled.length === 200);
    expect(seen.map(({ refId }) => refId).sort()).toEqual([...refIds].sort());
    expect(seen.every(({ attempt }) => attempt === 1)).toBe(true);
  });

  it('takes the same kind and ref twice as once', async () => {
    const { kind, seen } = employ(async () => DONE);
    const refId = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => jobs.enqueue([{ kind, refId, group: kind, delaySeconds: 1 }])));
    await until(() => seen.length > 0);
    await pause(400);
    expect(seen).toHaveLength(1);
  });

  it('begins nothing that a rolled back transaction asked for', async () => {
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

  it('never has more of a group at work than its cap', async () => {
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

  it('gives four instances that claim at the same moment together no more than the cap', async () => {
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

  it('does an ordered group in the order of enqueueing, and holds the others up behind one that fails', async () => {
    const order: string[] = [];
    const { kind, enqueue } = employ(async ({ refId, attempt }) => {
      order.push(refId);
      return refId === second && attempt === 1 ? { verdict: 'retry', result: 'again', delaySeconds: 0.3 } : DONE;
    });
    await jobs.limit(kind, { isOrdered: true });
    const refIds = await enqueue(4, { delaySeconds: 0.2 });
    const second = refIds[1] ?? '';
    await until(() => order.length === 5);
    expect(order).toEqual([refIds[0], second, second, refIds[2], refIds[3]]);
  });

  it('gives way to what a person waits for', async () => {
    const order: number[] = [];
    const { kind, enqueue } = employ(async ({ priority }) => (order.push(priority), DONE));
    await jobs.limit(kind, { maxConcurrency: 1 });
    for (const priority of [2, 1, 0] as const) await enqueue(2, { priority, delaySeconds: 60 });
    await app.db.query('update jobs set run_at = now() where kind = $1', [kind]);
    await until(() => order.length === 6);
    expect(order).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('tries again when told to, counting only what counts', async () => {
    const { seen, settled, enqueue } = employ(async ({ attempt }) =>
      (seenTimes += 1) === 1
        ? { verdict: 'retry', result: 'busy', delaySeconds: 0.1, uncounted: true }
        : attempt < 3
          ? { verdict: 'retry', result: 'not yet', delaySeconds: 0.1, error: 'not yet' }
          : DONE,
    );
    let seenTimes = 0;
    await enqueue(1);
    await until(() => settled.some(({ outcome }) => outcome.verdict === 'done'));
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 3]);
  });

  it('buries what is given up, with the reason', async () => {
    const { kind, enqueue } = employ(async () => ({ verdict: 'dead', result: 'no', error: 'will never work' }));
    await enqueue(1);
    await until(async () => (await rowsOf(kind)).length === 0);
    const { rows } = await app.db.query(`select kind, attempts, last_error from dead_jobs where kind = $1`, [kind]);
    expect(rows).toEqual([{ kind, attempts: 1, last_error: 'will never work' }]);
  });

  it('tries a job again whose worker throws, and gives it up in the end', async () => {
    const { kind, seen, enqueue } = employ(() => Promise.reject(new Error('a bug')), { maxClaims: 2 });
    await enqueue(1);
    await until(async () => (await rowsOf(kind))[0]?.last_error === 'a bug');
    await app.db.query(`update jobs set run_at = now() where kind = $1`, [kind]);
    await until(async () => (await rowsOf(kind)).length === 0);
    expect(seen).toHaveLength(2);
  });

  it('does a job of a dead process again when its lease ends, and drops what the dead one would still say', async () => {
    const letGo: (() => void)[] = [];
    const { kind, seen, settled, enqueue } = employ(async ({ attempt }) => {
      if (attempt === 1) await new Promise<void>((resolve) => letGo.push(resolve));
      return { verdict: 'done', result: `attempt ${attempt}` };
    });
    await enqueue(1);
    await until(() => seen.length === 1);
    // As if this process had been stopped for longer than the lease.
    await app.db.query(`update jobs set lease_until = now() - interval '1 second' where kind = $1`, [kind]);
    await until(() => settled.length === 1);
    letGo.forEach((end) => end());
    await pause(300);
    expect(settled.map(({ outcome }) => outcome.result)).toEqual(['attempt 2']);
  });

  it('gives up a job under which its process died each time', async () => {
    const buried: string[] = [];
    const { kind, seen } = employ(async () => DONE, {
      maxClaims: 3,
      bury: async (refIds) => void buried.push(...refIds),
    });
    const refId = randomUUID();
    await app.db.query(`insert into job_groups (group_key) values ($1)`, [kind]);
    await app.db.query(
      `insert into jobs (id, kind, ref_id, group_key, attempts, lease_token, lease_until) values ($1, $2, $3, $2, 3, $1, now() - interval '1 second')`,
      [randomUUID(), kind, refId],
    );
    await until(async () => (await rowsOf(kind)).length === 0);
    expect({ seen: seen.length, buried }).toEqual({ seen: 0, buried: [refId] });
  });

  it('lets a paused group rest without costing it attempts', async () => {
    const { kind, seen, enqueue } = employ(
      async ({ attempt }) =>
        attempt === 1 && seen.length === 1
          ? { verdict: 'retry', result: 'slow down', delaySeconds: 0, uncounted: true, group: { pauseSeconds: 0.6 } }
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

  it('sends one probe at a time into a group that failed five times in a row, until one succeeds', async () => {
    let [now, most, isUp] = [0, 0, false];
    const { kind, seen, settled, enqueue } = employ(
      async () => {
        most = Math.max(most, (now += 1));
        await pause(20);
        now -= 1;
        return isUp
          ? { verdict: 'done', result: 'up', group: { health: 'succeeded' } }
          : { verdict: 'retry', result: 'down', delaySeconds: 0.05, group: { health: 'failed' } };
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
    await until(() => settled.filter(({ outcome }) => outcome.verdict === 'done').length === 10);
    expect(await failures()).toBe(0);
  });

  it('writes results apart when one of them cannot be written', async () => {
    const kept: string[] = [];
    const { kind, enqueue } = employ(async ({ refId }) => ({ verdict: 'done', result: refId }), {
      settle: async (results) => {
        if (results.some(({ job }) => job.refId === bad)) throw new Error('refused by its table');
        kept.push(...results.map(({ job }) => job.refId));
      },
    });
    const refIds = await enqueue(5, { delaySeconds: 0.1 });
    const bad = refIds[2];
    await until(async () => kept.length >= 4 && (await rowsOf(kind)).length === 1);
    expect([...kept].sort()).toEqual(refIds.filter((refId) => refId !== bad).sort());
    expect((await rowsOf(kind))[0]).toMatchObject({
      attempts: 1,
      lease_token: null,
      last_error: expect.stringContaining('refused by its table') as string,
    });
  });

  it('begins soon after the commit, without waiting for its next look', async () => {
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

  it('is woken by whoever puts work in, and by nobody else', () => {
    let woken = 0;
    const signal = new JobSignal();
    signal.onWake(() => (woken += 1));
    signal.wake();
    expect(woken).toBe(1);
  });
});
