import { startApp, type TestApp } from '../../../test/harness/app.js';
import { Jobs } from '../jobs/index.js';
import type { Misfire, ScheduledCall } from './index.js';
import { ScheduleClock, ScheduledJobs, ScheduleTiming } from './index.js';

let app: TestApp;
let serial = 0;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app.close());

interface Run {
  status: string;
  slot_at: Date;
  attempts: number;
  result: unknown;
  error: string | null;
  trigger: string;
}
const runsOf = async (name: string): Promise<Run[]> =>
  (await app.db.query<Run>('select * from scheduled_job_runs where name = $1 order by slot_at, created_at', [name]))
    .rows;

async function until<T>(read: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const found = await read();
    if (found) return found;
  }
  throw new Error('It did not come true in time');
}
const ended = (name: string) =>
  until(async () => {
    const runs = await runsOf(name);
    return runs.length > 0 && runs.every(({ status }) => !['waiting', 'running'].includes(status)) && runs;
  });

/** Declares a job that is due at every full minute, with a cursor some minutes ago. */
async function declare(
  misfire: Misfire,
  run: (call: ScheduledCall) => Promise<object | void>,
  minutesAgo = 0,
): Promise<string> {
  const name = `test.job-${'abcdefghijklmnopqrstuvwxyz'[(serial += 1)]}`;
  app.app.get(ScheduledJobs).declare({ name, cron: '* * * * *', misfire, description: 'A test.' }, run);
  await app.db.query(
    `insert into scheduled_jobs (name, last_slot_at)
      values ($1, date_trunc('minute', now()) - make_interval(mins => $2))`,
    [name, minutesAgo],
  );
  return name;
}
const tick = () => app.app.get(ScheduleClock).tick();

describe('the schedule', () => {
  it('runs due jobs with the due time, and stores the result', async () => {
    const seen: Date[] = [];
    const name = await declare('run_once', async ({ slotAt }) => (seen.push(slotAt), { deleted: 12 }), 1);
    await tick();
    const [run] = await ended(name);
    expect(run).toMatchObject({
      status: 'succeeded',
      result: { deleted: 12 },
      attempts: 1,
      error: null,
      trigger: 'schedule',
    });
    expect(seen).toEqual([run?.slot_at]);
    expect(run?.slot_at.getSeconds()).toBe(0);
    await Promise.all([tick(), tick()]);
    expect((await runsOf(name)).length).toBeLessThanOrEqual(2);
  });

  it('runs once for many missed due times, and shows the others as skipped', async () => {
    const name = await declare('run_once', async () => undefined, 10);
    await tick();
    const runs = await ended(name);
    expect(runs.map(({ status }) => status)).toEqual([...Array.from({ length: 9 }, () => 'skipped'), 'succeeded']);
  });

  it('runs each missed due time in order if configured', async () => {
    const seen: string[] = [];
    let atOnce = 0;
    const name = await declare(
      'run_all',
      async ({ slotAt }) => {
        expect((atOnce += 1)).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 10));
        atOnce -= 1;
        seen.push(slotAt.toISOString());
      },
      5,
    );
    await tick();
    const runs = await ended(name);
    expect(runs.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'succeeded'));
    expect(seen).toEqual([...seen].sort());
  });

  it('runs at most a hundred missed due times of a year', async () => {
    const name = await declare('run_all', async () => undefined, 525_600);
    await tick();
    const runs = await ended(name);
    expect([runs.length, runs.filter(({ status }) => status === 'succeeded').length, runs[0]?.status]).toEqual([
      101,
      100,
      'skipped',
    ]);
  });

  it('ignores disabled jobs', async () => {
    const name = await declare('run_all', async () => undefined, 5);
    await app.db.query('update scheduled_jobs set enabled = false where name = $1', [name]);
    await tick();
    expect(await runsOf(name)).toEqual([]);
  });

  it('assigns every due time to one of many instances', async () => {
    const name = await declare('run_all', async () => undefined, 20);
    const others = await Promise.all([1, 2, 3].map(() => startOn(app)));
    await Promise.all([tick(), ...others.map(({ clock }) => clock.tick())]);
    const runs = await ended(name);
    expect(new Set(runs.map(({ slot_at }) => slot_at.getTime())).size).toBe(runs.length);
    expect(runs.length).toBeGreaterThanOrEqual(20);
    expect(runs.length).toBeLessThanOrEqual(21);
  });
});

/** Starts another clock on the same database, like another instance. */
async function startOn({ app: nest }: TestApp): Promise<{ clock: ScheduleClock }> {
  const own = nest.get(ScheduleClock);
  return {
    clock: Object.assign(Object.create(Object.getPrototypeOf(own) as object) as ScheduleClock, own, {
      ticking: undefined,
    }),
  };
}

describe('a failed run', () => {
  beforeAll(() => void (app.app.get(ScheduleTiming).retryDelays = [0, 0]));
  afterAll(() => void (app.app.get(ScheduleTiming).retryDelays = [30, 300]));

  it('is retried three times and then recorded as an event', async () => {
    let tries = 0;
    const name = await declare('run_once', async () => Promise.reject(new Error(`no luck ${(tries += 1)}`)), 1);
    await tick();
    const runs = await ended(name);
    expect(runs.at(-1)).toMatchObject({ status: 'failed', attempts: 3, error: 'no luck 3' });
    const { rows } = await app.db.query(
      `select payload from events where type = 'scheduled_job.failed' and payload->>'name' = $1`,
      [name],
    );
    expect(rows).toEqual([{ payload: expect.objectContaining({ name, attempts: 3, error: 'no luck 3' }) }]);
    expect((await app.db.query(`select 1 from dead_jobs where group_key = $1`, [`scheduled:${name}`])).rowCount).toBe(
      1,
    );
  });

  it('accepts any error text', async () => {
    const name = await declare(
      'run_once',
      async () => Promise.reject(new Error(`\u0000\ud800${'é'.repeat(5_000)}`)),
      1,
    );
    await tick();
    expect((await ended(name)).at(-1)?.error?.length).toBeLessThanOrEqual(2_000);
  });

  it('is successful when the second attempt succeeds', async () => {
    let tries = 0;
    const name = await declare(
      'run_once',
      async () => ((tries += 1) < 2 ? Promise.reject(new Error('not yet')) : { tries }),
      1,
    );
    await tick();
    expect((await ended(name)).at(-1)).toMatchObject({
      status: 'succeeded',
      attempts: 2,
      result: { tries: 2 },
      error: null,
    });
  });
});

describe('a declaration', () => {
  it.each([
    ['Bad', '* * * * *'],
    ['test.six', '* * * * * *'],
    ['test.nonsense', 'every day'],
    ['test.never', '0 0 30 2 *'],
  ])('%s at %s stops the start', (name, cron) => {
    expect(() => app.app.get(ScheduledJobs).declare({ name, cron, description: '' }, async () => undefined)).toThrow();
  });

  it('with a used name stops the start', () => {
    expect(() =>
      app.app
        .get(ScheduledJobs)
        .declare({ name: 'sessions.purge', cron: '* * * * *', description: '' }, async () => undefined),
    ).toThrow(/Two scheduled jobs/);
  });
});

describe('a clock that was set back', () => {
  it('does not stop a job whose last due time is far in the future', async () => {
    const name = await declare('run_once', async () => undefined);
    await app.db.query(`update scheduled_jobs set last_slot_at = now() + interval '3 days' where name = $1`, [name]);
    await tick();
    const { rows } = await app.db.query<{ ahead: boolean }>(
      'select last_slot_at > now() as ahead from scheduled_jobs where name = $1',
      [name],
    );
    expect(rows).toEqual([{ ahead: false }]);
    await app.db.query(`update scheduled_jobs set last_slot_at = last_slot_at - interval '1 minute' where name = $1`, [
      name,
    ]);
    await tick();
    expect((await ended(name)).at(-1)?.status).toBe('succeeded');
  });

  it('skips no due time that is less than one period ahead', async () => {
    const name = await declare('run_once', async () => undefined);
    const {
      rows: [before],
    } = await app.db.query<{ at: Date }>(
      `update scheduled_jobs set last_slot_at = now() + interval '30 seconds' where name = $1 returning last_slot_at
        as at`,
      [name],
    );
    await tick();
    expect(
      (await app.db.query<{ at: Date }>('select last_slot_at as at from scheduled_jobs where name = $1', [name])).rows,
    ).toEqual([before]);
  });

  it('keeps the delay of a retry, but not longer', async () => {
    await app.db.query(
      `insert into jobs (id, kind, ref_id, group_key, run_at, waits_since)
        values (gen_random_uuid(), 'test.waits', gen_random_uuid(), 'test', now() + interval '1 day 90 seconds', now()
        + interval '1 day')`,
    );
    await app.app.get(Jobs, { strict: false }).followClock();
    const { rows } = await app.db.query<{ seconds: number }>(
      `select round(extract(epoch from run_at - now()))::int as seconds from jobs where kind = 'test.waits'`,
    );
    expect(rows[0]?.seconds).toBeGreaterThan(60);
    expect(rows[0]?.seconds).toBeLessThanOrEqual(90);
  });
});
