import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { copyTemplate } from './harness/database.js';
import { quickStart } from './harness/processes.js';
import { isFull } from './harness/share.js';

const script = fileURLToPath(new URL('./harness/clock-process.js', import.meta.url));
const NAME = 'test.accelerated';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let database: Awaited<ReturnType<typeof copyTemplate>>;
let db: pg.Pool;
const children: ChildProcess[] = [];
const killed: number[] = [];

beforeAll(async () => {
  database = await copyTemplate();
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  await db.query(
    `create table test_runs (slot_at timestamptz(3), pid int, done_at timestamptz, primary key (slot_at,
      pid)); grant all on test_runs to kontor_app`,
  );
});
afterAll(async () => {
  const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  await Promise.all(running.map((child) => new Promise((resolve) => child.once('exit', resolve).kill('SIGKILL'))));
  await db.end();
  await database.leave();
});

function launch(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'] ?? '', ...quickStart, DATABASE_URL: database.url },
  });
  children.push(child);
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()).includes('ready') && resolve(child));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('exit', () => reject(new Error(`It did not start:\n${text}`)));
  });
}

async function until<T>(read: () => Promise<T | undefined | false>, milliseconds = 40_000): Promise<T> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(25)) {
    const found = await read();
    if (found) return found;
  }
  throw new Error('It did not come true in time');
}

const count = async (where: string): Promise<number> =>
  Number(
    (await db.query<{ n: string }>(`select count(*) as n from scheduled_job_runs where name = $1 and ${where}`, [NAME]))
      .rows[0]?.n,
  );

describe('three instances with one schedule', () => {
  it('run every due time exactly once, also after the running instance is killed', async () => {
    await Promise.all([launch(), launch(), launch()]);
    await until(async () => (await count(`status = 'succeeded'`)) >= 6);
    const kills = isFull ? 2 : 1;
    for (let kill = 1; kill <= kills; kill += 1) {
      const pid = await until(
        async () =>
          (
            await db.query<{ pid: number }>('select pid from test_runs where done_at is null and pid <> all($1)', [
              killed,
            ])
          ).rows[0]?.pid,
      );
      children.find((child) => child.pid === pid)?.kill('SIGKILL');
      killed.push(pid);
      await until(async () => (await count(`status = 'succeeded'`)) >= (isFull ? 30 : 12) * kill);
    }
    await until(async () => (await count(`status = 'succeeded' and attempts = 1`)) >= (isFull ? 58 : 16));
    await db.query('update scheduled_jobs set enabled = false where name = $1', [NAME]);
    await until(async () => (await count(`status in ('waiting', 'running')`)) === 0);

    const { rows: runs } = await db.query<{ slot_at: Date; status: string; attempts: number }>(
      'select slot_at, status, attempts from scheduled_job_runs where name = $1 order by slot_at',
      [NAME],
    );
    const first = runs[0]?.slot_at.getTime() ?? 0;
    expect(runs.map(({ slot_at }) => slot_at.getTime())).toEqual(runs.map((_, index) => first + index * 500));
    expect(runs.filter(({ status }) => status !== 'succeeded')).toEqual([]);
    expect(runs.filter(({ attempts }) => attempts > 1).length).toBeLessThanOrEqual(kills);
    const { rows: done } = await db.query<{ slot_at: Date }>(
      'select slot_at from test_runs where done_at is not null order by slot_at',
    );
    expect(done.map(({ slot_at }) => slot_at.getTime())).toEqual(runs.map(({ slot_at }) => slot_at.getTime()));
    const { rows: workers } = await db.query('select distinct pid from test_runs');
    expect(workers.length).toBeGreaterThan(1);
    expect((await db.query('select 1 from jobs where kind = $1', ['scheduled'])).rowCount).toBe(0);
  }, 120_000);
});
