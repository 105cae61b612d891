import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../src/platform/database/embedded/embedded.js';
import { cpuOf, cpuOfServer, freePort, killAll, startNode, stop, untilAnswers, type Started } from './processes.js';

// Measures the cost of an event, the delay of webhooks, the throughput of a backlog, and the cost of a claim with a
// full table. `npm run bench:events`

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ENDPOINTS = 20;
const ADMIN = { ADMIN_EMAIL: 'bench@kontor.test', ADMIN_PASSWORD: 'amber ladders cross the wide harbour' };

const sorted = (values: number[]): number[] => [...values].sort((a, b) => a - b);
const quantile = (values: number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

interface Goal {
  readonly what: string;
  readonly requested: string;
  readonly found: string;
  readonly isMet: boolean;
}

class EventBench {
  readonly goals: Goal[] = [];
  private constructor(
    readonly directory: string,
    readonly database: EmbeddedDatabase,
    readonly db: pg.Client,
    readonly receiver: Started,
    readonly receiverPort: number,
  ) {}

  static async open(): Promise<EventBench> {
    const directory = mkdtempSync(join(tmpdir(), 'kontor-bench-events-'));
    const database = await startEmbedded({ directory: join(directory, 'postgres') });
    const db = new pg.Client({ connectionString: database.url });
    await db.connect();
    const receiver = startNode(file('receiver.js'), {}, [], true);
    const { port } = await new Promise<{ port: number }>((resolve) =>
      receiver.child.once('message', resolve as (message: unknown) => void),
    );
    return new EventBench(directory, database, db, receiver, port);
  }

  async close(): Promise<void> {
    await killAll();
    await this.db.end();
    await this.database.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  readonly key = randomBytes(32).toString('hex');

  async kontor(role: 'web' | 'worker' | 'all'): Promise<{ readonly started: Started; readonly url: string }> {
    const port = await freePort();
    const environment = {
      NODE_ENV: 'development',
      MASTER_KEY: this.key,
      DATA_DIR: this.directory,
      DATABASE_URL: this.database.url,
      LOG_LEVEL: 'warn',
      ROLE: role,
      PORT: `${port}`,
      OUTBOUND_ALLOW: '127.0.0.1',
      RATE_LIMIT_PER_CREDENTIAL: '1000000000',
      ...ADMIN,
    };
    const started = startNode(file('../src/main.js'), environment);
    const url = `http://127.0.0.1:${port}`;
    if (role === 'worker') while (!started.output().includes('is up after')) await sleep(10);
    else await untilAnswers(`${url}/health/ready`, started);
    return { started, url };
  }

  async signIn(url: string): Promise<(path: string, body: object) => Promise<{ id: string }>> {
    const login = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD }),
    });
    const cookie = login.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ');
    const created = await fetch(`${url}/api/v1/api-keys`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ name: 'bench', scopes: ['*:*'] }),
    });
    const { key } = (await created.json()) as { key: string };
    return async (path, body) => {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-API-Key': key },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { id: string };
    };
  }

  ask<T>(message: string): Promise<T> {
    const answer = new Promise<T>((resolve) =>
      this.receiver.child.once('message', resolve as (message: unknown) => void),
    );
    this.receiver.child.send(message);
    return answer;
  }

  goal(what: string, found: number, unit: string, limit: number, isAtLeast = false): void {
    this.goals.push({
      what,
      requested: `${isAtLeast ? '≥' : '≤'} ${limit} ${unit}`,
      found: `${found.toFixed(found < 10 ? 2 : 0)} ${unit}`,
      isMet: isAtLeast ? found >= limit : found <= limit,
    });
  }
}

/** Creates the same lead and activity with and without the outbox row, alternately. */
async function priceOfAnEvent(bench: EventBench): Promise<void> {
  const { db } = bench;
  const head = `with l as (insert into leads (id, name, email, source, status)
    values ($1, 'Price', 'price@example.com', 'api', 'new') returning id), a
    as (insert into activities (id, type, subject, lead_id) values ($2, 'note', 'Came in', $1)
    returning 1)`;
  const payload = JSON.stringify({
    object: { name: 'Price', email: 'price@example.com', notes: 'x'.repeat(1_200) },
    previous: {},
    changedFields: [],
  });
  const plain = () => db.query({ name: 'plain', text: `${head} select 1`, values: [randomUUID(), randomUUID()] });
  const withEvent = () =>
    db.query({
      name: 'event',
      text:
        `${head}, e as (insert into events (id, type, resource_type, resource_id, payload) values ($3, ` +
        `'lead.created', 'leads', $1, $4) returning 1) select 1`,
      values: [randomUUID(), randomUUID(), randomUUID(), payload],
    });
  const times = { plain: [] as number[], event: [] as number[] };
  for (let round = 0; round < 1_500; round += 1) {
    for (const [name, run] of [
      ['plain', plain],
      ['event', withEvent],
    ] as const) {
      const asked = performance.now();
      await run();
      times[name].push(performance.now() - asked);
    }
  }
  const difference = (share: number) => quantile(times.event, share) - quantile(times.plain, share);
  console.log(
    `an event's row: p50 ${quantile(times.plain, 0.5).toFixed(2)} -> ${quantile(times.event, 0.5).toFixed(2)} ` +
      `ms, p99 ${quantile(times.plain, 0.99).toFixed(2)} -> ${quantile(times.event, 0.99).toFixed(2)} ms`,
  );
  bench.goal('An event costs its request, p50', difference(0.5), 'ms', 1);
  await db.query('truncate events, activities, leads cascade');
}

async function soonHeard(bench: EventBench): Promise<void> {
  const { started, url } = await bench.kontor('all');
  const post = await bench.signIn(url);
  await post('/webhooks', {
    name: 'Soon',
    url: `http://127.0.0.1:${bench.receiverPort}/soon`,
    events: ['lead.created'],
    headers: { 'X-Bench-Note': 'resource' },
  });
  const asked = new Map<string, number>();
  for (let round = 0; round < 100; round += 1) {
    const { id } = await post('/leads', { name: 'Soon', email: 'soon@example.com' });
    asked.set(id, performance.timeOrigin + performance.now());
    await sleep(50 + Math.random() * 300);
  }
  await sleep(1_000);
  const { arrivals } = await bench.ask<{ arrivals: [string, number][] }>('arrivals');
  const times = arrivals.map(([id, at]) => at - (asked.get(id) ?? at));
  if (times.length !== 100) throw new Error(`${times.length} of 100 events arrived`);
  console.log(
    `commit to first byte: p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
  );
  bench.goal('Commit to first byte, p50', quantile(times, 0.5), 'ms', 150);
  bench.goal('Commit to first byte, p99', quantile(times, 0.99), 'ms', 1_000);
  await stop(started);
  await bench.db.query('truncate events, webhooks, webhook_messages, jobs, leads cascade');
}

async function drain(bench: EventBench, events: number): Promise<void> {
  const { db } = bench;
  const web = await bench.kontor('web');
  const post = await bench.signIn(web.url);
  for (let index = 0; index < ENDPOINTS; index += 1)
    await post('/webhooks', {
      name: `Endpoint ${index}`,
      url: `http://127.0.0.1:${bench.receiverPort}/${index}`,
      events: ['lead.*'],
    });
  await stop(web.started);
  await db.query(
    `insert into events (id, type, resource_type, resource_id, payload)
    select gen_random_uuid(), 'lead.created', 'leads', gen_random_uuid(), jsonb_build_object('object',
      jsonb_build_object('name', 'Lead ' || i, 'notes', repeat('x', 1200)), 'previous', '{}'::jsonb, 'changedFields',
      '[]'::jsonb) from generate_series(1, $1::int) i`,
    [events],
  );
  const { count: before } = await bench.ask<{ count: number }>('count');
  const [serverBefore, asked] = [cpuOfServer(bench.database.pid) ?? 0, performance.now()];
  const { started } = await bench.kontor('worker');
  const workerBefore = cpuOf(started.pid) ?? 0;
  const up = performance.now();
  const requested = before + events * ENDPOINTS;
  while ((await bench.ask<{ count: number }>('count')).count < requested && performance.now() - up < 120_000)
    await sleep(20);
  const seconds = (performance.now() - up) / 1_000;
  await sleep(200);
  const perDelivery = (from: number, to: number | undefined) => (((to ?? 0) - from) / (events * ENDPOINTS)) * 1e6;
  const cpu = {
    worker: perDelivery(workerBefore, cpuOf(started.pid)),
    server: perDelivery(serverBefore, cpuOfServer(bench.database.pid)),
  };
  console.log(
    `${events * ENDPOINTS} deliveries to ${ENDPOINTS} endpoints: ${seconds.toFixed(1)} s after ` +
      `${((up - asked) / 1_000).toFixed(1)} s of starting; ${cpu.worker.toFixed(0)} µs of the worker and ` +
      `${cpu.server.toFixed(0)} µs of PostgreSQL each`,
  );
  bench.goal('Backlog goes out', (events * ENDPOINTS) / seconds, 'deliveries/s', 1_000, true);
  bench.goal('CPU of a delivery, worker and PostgreSQL', cpu.worker + cpu.server, 'µs', 400);
  await stop(started);
  await db.query('truncate events, webhooks, webhook_messages, jobs cascade');
}

async function claims(bench: EventBench): Promise<void> {
  const { db } = bench;
  const fill = (count: number, at: string) =>
    db.query(
      `insert into jobs (id, kind, ref_id, group_key, run_at)
        select uuidv7(), 'bench', gen_random_uuid(), 'bench:' || (i % 40), now() + $2::interval
        from generate_series(1, $1::int) i`,
      [count, at],
    );
  await db.query(
    `insert into job_groups (group_key) select 'bench:' || i from generate_series(0, 39) i on conflict do nothing`,
  );
  await db.query('alter table jobs set (autovacuum_enabled = false)');
  await fill(100_000, '1 day');
  await fill(20_000, '-1 second');
  await fill(50_000, '-1 hour');
  await db.query(`delete from jobs where run_at < now() - interval '30 minutes'`);
  await db.query('analyze jobs');
  const times: number[] = [];
  for (let round = 0; round < 400; round += 1) {
    const asked = performance.now();
    const { rows } = await db.query<{ id: string }>(
      `select id from claim_jobs(array['bench']::varchar[], array[50], array[30])`,
    );
    times.push(performance.now() - asked);
    if (rows.length !== 50) throw new Error(`claimed ${rows.length} of 50`);
    await db.query('delete from jobs where id = any($1)', [rows.map(({ id }) => id)]);
  }
  console.log(
    `claim of 50 beside 100,000 future and 50,000 dead rows: p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ` +
      `${quantile(times, 0.99).toFixed(2)} ms`,
  );
  bench.goal('A claim beside 150,000 other rows, p99', quantile(times, 0.99), 'ms', 10);
  await db.query('alter table jobs reset (autovacuum_enabled)');
}

const bench = await EventBench.open();
try {
  const first = await bench.kontor('web');
  await stop(first.started);
  await priceOfAnEvent(bench);
  await soonHeard(bench);
  await drain(bench, Number(process.argv[2] ?? 500));
  await claims(bench);
  console.log(
    `\n| goal | wanted | found | |\n|---|---:|---:|---|\n${bench.goals.map(({ what, requested, found, isMet }) => `| ${what} | ${requested} | ${found} | ${isMet ? 'met' : 'MISSED'} |`).join('\n')}`,
  );
} finally {
  await bench.close();
}
