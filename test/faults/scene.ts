import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp, type TestApp } from '../harness/app.js';
import { quickStart } from '../harness/processes.js';
import { isFull } from '../harness/share.js';
import { Receiver } from './receiver.js';

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));

/** `npm run test:faults` uses the full load. `npm test` runs the same faults with less load. */
export const scaled = (full: number, short: number): number => (isFull ? full : short);
export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export async function until(holds: () => boolean | Promise<boolean>, milliseconds: number, what = 'It'): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} did not come true within ${milliseconds} ms`);
    await pause(20);
  }
}

export interface Process {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts another instance of the application on the same database. */
export async function startProcess(databaseUrl: string, environment: Record<string, string> = {}): Promise<Process> {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-worker-'));
  const child = spawn(process.execPath, [main], {
    cwd: directory,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...quickStart,
      HOME: directory,
      NODE_ENV: 'test',
      ROLE: 'worker',
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATA_DIR: directory,
      DATABASE_URL: databaseUrl,
      MASTER_KEY: '11'.repeat(32),
      OUTBOUND_ALLOW: '127.0.0.1',
      MAX_LOOP_DELAY: '20000',
      ADMIN_EMAIL: 'admin@kontor.test',
      ADMIN_PASSWORD: 'amber ladders cross the wide harbour',
      ...environment,
    },
  });
  running.add(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child);
      rmSync(directory, { recursive: true, force: true });
      resolve(code);
    }),
  );
  const started = { child, output: () => text, ended };
  await until(() => / is up after/.test(text) || child.exitCode !== null, 60_000, 'The start of a process');
  if (child.exitCode !== null) throw new Error(`It did not start:\n${text}`);
  return started;
}

export const killRemaining = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** The common secret of all webhooks in these tests. */
export const SECRET = `whsec_${Buffer.from('a secret of these fault tests!!!').toString('base64')}`;

/** An API without jobs, a webhook receiver, and a database that worker processes of the tests share. */
export class Scene {
  private constructor(
    readonly app: TestApp,
    readonly receiver: Receiver,
  ) {}

  static async open(environment: Record<string, string> = {}): Promise<Scene> {
    const [app, receiver] = await Promise.all([
      startApp({ ROLE: 'web', OUTBOUND_ALLOW: '127.0.0.1', ...environment }),
      Receiver.start(),
    ]);
    return new Scene(app, receiver);
  }

  async close(): Promise<void> {
    killRemaining();
    await this.receiver.stop();
    await this.app.close();
  }

  worker(environment: Record<string, string> = {}): Promise<Process> {
    return startProcess(this.app.databaseUrl, environment);
  }

  /** Creates endpoints `/hook/1` … that receive every lead event. */
  async endpoints(count: number, more: object = {}): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 1; index <= count; index += 1) {
      const answer = await this.app.admin
        .post('/webhooks')
        .send({
          name: `Endpoint ${index}`,
          url: this.receiver.url(`/hook/${index}`),
          events: ['lead.*'],
          secret: SECRET,
          ...more,
        })
        .expect(201);
      ids.push(answer.body.id as string);
    }
    return ids;
  }

  /** Writes events to the outbox, as many transactions would. */
  async events(count: number): Promise<void> {
    await this.app.db.query(
      `insert into events (id, type, resource_type, resource_id, payload)
       select gen_random_uuid(), 'lead.created', 'leads', gen_random_uuid(), jsonb_build_object('object',
         jsonb_build_object('name', 'Lead ' || i), 'previous', '{}'::jsonb, 'changedFields', '[]'::jsonb)
         from generate_series(1, $1::int) i`,
      [count],
    );
  }

  /** Counts the deliveries by status. */
  async deliveries(): Promise<Record<string, number>> {
    const { rows } = await this.app.db.query<{ status: string; n: number }>(
      `select status, count(*)::int as n from webhook_deliveries group by 1`,
    );
    return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
  }

  /** Ends the leases of killed processes. */
  async endLeases(): Promise<void> {
    await this.app.db.query(`update jobs set lease_until = now() - interval '1 second' where lease_token is not null`);
  }

  /** Sets the due time of waiting retries to now. */
  async hurry(): Promise<void> {
    await this.app.db.query(`update jobs set run_at = now() where lease_token is null and run_at > now()`);
    await this.app.db.query(`update job_groups set paused_until = null where paused_until is not null`);
  }
}
