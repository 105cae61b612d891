import { deepEqual } from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEmbedded, type EmbeddedDatabase } from '../src/platform/database/embedded/embedded.js';
import { ask, capture, type Captured } from './capture.js';
import { createCases, wire, type Call, type Case } from './cases.js';
import { prepareData, withClient } from './data.js';
import type { Measured } from './load.js';
import { readOptions, type Options } from './options.js';
import { explainAll } from './plans.js';
import {
  cpuOf,
  cpuOfServer,
  freePort,
  killAll,
  memoryOf,
  startNode,
  stop,
  untilAnswers,
  type Started,
} from './processes.js';
import { comparison, goals, goalsTable, plansTable, type Compared, type Figures, type Starts } from './report.js';
import { drive, environmentFor, startKontor, type Server } from './serving.js';

const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const RESULTS = join(ROOT, 'bench/results');
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** State of the whole run. */
interface Bench {
  readonly options: Options;
  readonly database: EmbeddedDatabase;
  readonly directory: string;
  readonly captured: Captured;
  readonly load: Started;
}

async function startBare(directory: string, url: string, { recorded }: Captured): Promise<Server> {
  const port = await freePort();
  const recipe = join(directory, 'bare.json');
  writeFileSync(recipe, JSON.stringify({ url, port, recorded }), { mode: 0o600 });
  const started = startNode(file('bare.js'), { BENCH_BARE: recipe });
  await untilAnswers(`http://127.0.0.1:${port}/api/v1/leads?limit=25`, started);
  return { name: 'bare', port, started };
}

interface Round {
  readonly measured: Measured;
  readonly nodeCpu: number | undefined;
  readonly postgresCpu: number | undefined;
}

async function round(
  bench: Bench,
  server: Server,
  { calls, name }: Case,
  connections: number,
  seconds: number,
): Promise<Round> {
  const requests = calls.map((call) => wire(call, bench.captured.key));
  const before = [cpuOf(server.started.pid), cpuOfServer(bench.database.pid)];
  const measured = await drive(bench.load, { port: server.port, connections, seconds, requests, numbers: 1 });
  const after = [cpuOf(server.started.pid), cpuOfServer(bench.database.pid)];
  if (measured.failures > 0)
    throw new Error(
      `${name}: ${server.name} failed ${measured.failures} of ${measured.requests} times\n${measured.failure}`,
    );
  const spent = (at: number): number | undefined =>
    before[at] === undefined || after[at] === undefined ? undefined : after[at] - before[at];
  return { measured, nodeCpu: spent(0), postgresCpu: spent(1) };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function figures(server: Server, rounds: readonly Round[]): Figures {
  const requests = sum(rounds.map(({ measured }) => measured.requests));
  const micros = (values: (number | undefined)[]): number | undefined =>
    values.includes(undefined) ? undefined : (sum(values as number[]) / requests) * 1e6;
  return {
    server: server.name,
    requests,
    perSecond: requests / sum(rounds.map(({ measured }) => measured.seconds)),
    p50: median(rounds.map(({ measured }) => measured.p50)),
    p99: median(rounds.map(({ measured }) => measured.p99)),
    nodeCpu: micros(rounds.map(({ nodeCpu }) => nodeCpu)),
    postgresCpu: micros(rounds.map(({ postgresCpu }) => postgresCpu)),
    memory: memoryOf(server.started.pid),
  };
}

const WARM_REQUESTS = 1_500;
const WARM_SECONDS = 6;

/** Sends requests until V8 has compiled the hot code. A time limit applies on slow machines. */
async function warm(bench: Bench, server: Server, one: Case, connections: number): Promise<void> {
  const until = performance.now() + WARM_SECONDS * 1000;
  for (let requests = 0; requests < WARM_REQUESTS && performance.now() < until && !(one.heavy && requests > 20);) {
    requests += (await round(bench, server, one, connections, 0.5)).measured.requests;
  }
}

/** Runs Kontor, bare, bare, Kontor, so that a slower machine affects both servers. */
async function compare(bench: Bench, kontor: Server, bare: Server, one: Case, connections: number): Promise<Compared> {
  const { seconds, cycles } = bench.options;
  for (const server of [kontor, bare]) await warm(bench, server, one, connections);
  const rounds = new Map<Server, Round[]>([
    [kontor, []],
    [bare, []],
  ]);
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    for (const server of [kontor, bare, bare, kontor])
      rounds.get(server)?.push(await round(bench, server, one, connections, seconds));
  }
  const [ours, limit] = [figures(kontor, rounds.get(kontor) ?? []), figures(bare, rounds.get(bare) ?? [])];
  return { name: one.name, connections, kontor: ours, bare: limit, ratio: ours.perSecond / limit.perSecond };
}

/** Removes the list name from cursors, because the bare server copies it. */
const nameless = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
    key.endsWith('Cursor') && typeof value === 'string'
      ? Buffer.from(value, 'base64url')
          .toString()
          .replace(/^(\[1,"\w+",)"[^"]*"/, '$1')
      : value,
  );

/** Requires equal responses, otherwise the comparison has no meaning. */
async function requireSameAnswers(bench: Bench, servers: readonly Server[], cases: readonly Case[]): Promise<void> {
  for (const { name, calls } of cases) {
    const call = calls[Math.min(1, calls.length - 1)] as Call;
    const [ours, limit] = await Promise.all(
      servers.map(({ port }) => ask(`http://127.0.0.1:${port}`, bench.captured.key, call)),
    );
    try {
      deepEqual(nameless(limit), nameless(ours));
    } catch (error) {
      throw new Error(`${name}: the bare server answers something else than Kontor`, { cause: error });
    }
  }
}

async function measureStarts(directory: string, database: EmbeddedDatabase): Promise<Starts> {
  const times: number[] = [];
  let idleMemory: number | undefined;
  for (let turn = 0; turn < 3; turn += 1) {
    const kontor = await startKontor(directory, database.url);
    times.push(kontor.milliseconds);
    if (turn === 2) {
      await sleep(10_000);
      idleMemory = memoryOf(kontor.started.pid);
    }
    await stop(kontor.started);
  }
  await database.stop();
  const whole = await startKontor(directory, undefined);
  await stop(whole.started);
  return { coldStart: median(times), coldStartWithDatabase: whole.milliseconds, idleMemory };
}

async function profile(bench: Bench, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    const name = one.name.replaceAll(/\W+/g, '-');
    const kontor = await startKontor(bench.directory, bench.database.url, [
      '--cpu-prof',
      `--cpu-prof-dir=${RESULTS}`,
      `--cpu-prof-name=${name}.cpuprofile`,
      '--cpu-prof-interval=500',
    ]);
    await round(bench, kontor, one, 16, 2);
    const { measured, nodeCpu } = await round(bench, kontor, one, 16, bench.options.seconds);
    await stop(kontor.started);
    console.log(
      `${one.name}: ${Math.round(((nodeCpu ?? 0) / measured.requests) * 1e6)} µs of Node a request under the ` +
        `profiler; bench/results/${name}.cpuprofile`,
    );
  }
}

async function compareAll(bench: Bench, cases: readonly Case[]): Promise<Compared[]> {
  const kontor = await startKontor(bench.directory, bench.database.url);
  const bare = await startBare(bench.directory, bench.database.url, bench.captured);
  await requireSameAnswers(bench, [kontor, bare], cases);
  const all: Compared[] = [];
  for (const one of cases) {
    // For heavy requests, concurrent requests are rejected by design and cannot be compared.
    for (const connections of one.heavy ? [1] : bench.options.connections) {
      const compared = await compare(bench, kontor, bare, one, connections);
      all.push(compared);
      console.log(
        `  ${one.name}, ${connections} connections: ${Math.round(compared.kontor.perSecond)} against ` +
          `${Math.round(compared.bare.perSecond)} requests/s, ${compared.ratio.toFixed(2)}`,
      );
    }
  }
  await Promise.all([stop(kontor.started), stop(bare.started)]);
  return all;
}

async function open(options: Options): Promise<{ database: EmbeddedDatabase; directory: string; bytes: number }> {
  const directory = join(ROOT, '.data', `bench-${options.rows}`);
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
  mkdirSync(RESULTS, { recursive: true });
  const database = await startEmbedded({ directory: join(directory, 'postgres'), log: (line) => console.log(line) });
  closing.push(async () => {
    // Ends remaining connections of this benchmark, which would keep the server running.
    await withClient(database.url.replace(/\/[^/]+$/, '/postgres'), (client) =>
      client.query("select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = 'kontor'"),
    ).catch(() => undefined);
    await database.stop();
  });
  const { reused, seconds, bytes } = await prepareData(database.url, options.rows, options.fresh);
  console.log(
    `${options.rows.toLocaleString('en')} leads, ${(bytes / 1e9).toFixed(2)} GB, ` +
      `${reused ? 'from an earlier run' : `made in ${Math.round(seconds)} s`}`,
  );
  return { database, directory, bytes };
}

async function run(options: Options): Promise<void> {
  const { database, directory, bytes } = await open(options);
  const every = await createCases(database.url);
  const cases = every.filter(
    ({ name }) => options.only.length === 0 || options.only.some((only) => name.startsWith(only)),
  );
  const captured = await capture(
    database.url,
    environmentFor(directory),
    cases.length < every.length ? [...new Set([...cases, ...every.slice(0, 2)])] : cases,
  );
  const load = startNode(file('load.js'), {}, [], true);
  const bench: Bench = { options, database, directory, captured, load };
  if (options.profile) return profile(bench, cases);
  const plans = options.plans ? await explainAll(database.url, captured.recorded) : [];
  if (plans.length > 0) console.log(`\n${plansTable(plans)}\n`);
  const compared = await compareAll(bench, cases);
  const starts = options.starts ? await measureStarts(directory, database) : undefined;
  const reached = goals(cases, compared, starts);
  console.log(`\n${comparison(compared)}\n\n${goalsTable(reached)}`);
  const about = {
    rows: options.rows,
    bytes,
    cores: cpus().length,
    node: process.versions.node,
    seconds: options.seconds,
    cycles: options.cycles,
  };
  writeFileSync(
    join(RESULTS, `${options.rows}-${new Date().toISOString().replaceAll(':', '')}.json`),
    JSON.stringify({ about, compared, plans, starts, goals: reached }, null, 2),
  );
}

/** Functions that must run at the end, last opened first. */
const closing: (() => Promise<void>)[] = [];
let ended = false;
async function end(status: number): Promise<never> {
  if (ended) return new Promise(() => undefined);
  ended = true;
  await killAll();
  for (const close of closing.reverse()) await close().catch((error: unknown) => console.error(error));
  process.exit(status);
}

process.on('SIGINT', () => void end(130));
process.on('SIGTERM', () => void end(143));
const options = readOptions(process.argv.slice(2));
run(options).then(
  () => end(0),
  (error: unknown) => {
    console.error(error);
    return end(1);
  },
);
