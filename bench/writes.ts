import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEmbedded, type EmbeddedDatabase } from '../src/platform/database/embedded/embedded.js';
import { createAdmin, createKey, EMAIL } from './capture.js';
import { prepareData } from './data.js';
import { preparePlainTables } from './plain-tables.js';
import {
  cpuOf,
  cpuOfMachine,
  cpuOfServer,
  freePort,
  killAll,
  startNode,
  untilAnswers,
  type Started,
} from './processes.js';
import { table } from './report.js';
import { SALES } from './sales-data.js';
import { drive, startKontor, type Server } from './serving.js';
import type { Measured } from './load.js';
import { clearUp, createWriteCases, type WriteCase } from './write-cases.js';

// Measures writes of Kontor (ROLE=all, LOG_LEVEL=info) beside the same rows in plain tables by node:http and pg.
// `npm run bench:writes -- 100000`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  args: process.argv.slice(2),
  options: {
    seconds: { type: 'string', default: '3' },
    cycles: { type: 'string', default: '1' },
    connections: { type: 'string', default: '1,16,64' },
    only: { type: 'string', default: '' },
    profile: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
});
const rows = Number(positionals[0] ?? 100_000);
const seconds = Number(options.seconds);
const directory = fileURLToPath(new URL(`../../.data/bench-sales-${rows}`, import.meta.url));
const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Round {
  readonly measured: Measured;
  readonly node: number;
  readonly postgres: number;
  /** Processors that other programs used during the round. */
  readonly neighbours: number;
}

interface Side {
  readonly server: Server;
  readonly rounds: Round[];
}

let numbers = 1;
/** Requests of a case that a server has received. */
const sent = new Map<string, number>();

interface Setting {
  readonly load: Started;
  readonly database: EmbeddedDatabase;
  readonly key: string;
}

async function round(
  setting: Setting,
  server: Server,
  one: WriteCase,
  connections: number,
  length = seconds,
): Promise<Round> {
  const { load, database, key } = setting;
  const name = `${server.name} ${one.name}`;
  await one.reset?.();
  const first = one.reset ? 0 : (sent.get(name) ?? 0);
  const cpu = (): number[] =>
    [cpuOf(server.started.pid), cpuOfServer(database.pid), cpuOf(load.pid), cpuOfMachine()].map((value) => value ?? 0);
  const before = cpu();
  const requests = one.requests(key);
  const measured = await drive(load, { port: server.port, connections, seconds: length, requests, numbers, first });
  const [node = 0, postgres = 0, client = 0, machine = 0] = cpu().map((value, at) => value - (before[at] ?? 0));
  numbers += measured.requests;
  sent.set(name, first + measured.requests);
  return { measured, node, postgres, neighbours: Math.max(0, machine - node - postgres - client) / measured.seconds };
}

const WARM_REQUESTS = 1_500;
const WARM_SECONDS = 15;

/** Sends requests until V8 has compiled the hot code. */
async function warm(setting: Setting, server: Server, one: WriteCase, connections: number): Promise<void> {
  const until = performance.now() + WARM_SECONDS * 1000;
  for (let requests = 0; requests < WARM_REQUESTS && performance.now() < until;)
    requests += (await round(setting, server, one, connections, 1)).measured.requests;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const perSecond = ({ measured }: Round): number => (measured.requests - measured.failures) / measured.seconds;
const mean = (values: readonly number[]): number => sum(values) / values.length;
const lowestToHighest = (rounds: readonly Round[]): string => {
  const all = rounds.map(perSecond);
  return `${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}`;
};
const rate = ({ rounds }: Side): number => mean(rounds.map(perSecond));
const micros = ({ rounds }: Side, of: 'node' | 'postgres'): string =>
  ((sum(rounds.map((one) => one[of])) / sum(rounds.map(({ measured }) => measured.requests))) * 1e6).toFixed(0);
const ms = ({ rounds }: Side, of: 'p50' | 'p95'): string => mean(rounds.map(({ measured }) => measured[of])).toFixed(1);

function line(one: WriteCase, connections: number, kontor: Side, plain: Side): string[] {
  const failures = sum(kontor.rounds.map(({ measured }) => measured.failures));
  const ratio = rate(kontor) / rate(plain);
  const met = connections === 16 ? ratio >= one.share : connections === 1 ? Number(ms(kontor, 'p50')) <= 5 : true;
  return [
    one.name,
    `${connections}`,
    rate(kontor).toFixed(0),
    lowestToHighest(kontor.rounds),
    rate(plain).toFixed(0),
    lowestToHighest(plain.rounds),
    ratio.toFixed(2),
    `${ms(kontor, 'p50')}, ${ms(kontor, 'p95')}`,
    `${ms(plain, 'p50')}, ${ms(plain, 'p95')}`,
    `${micros(kontor, 'node')} + ${micros(kontor, 'postgres')}`,
    `${micros(plain, 'node')} + ${micros(plain, 'postgres')}`,
    mean([...kontor.rounds, ...plain.rounds].map(({ neighbours }) => neighbours)).toFixed(1),
    `${failures}`,
    failures === 0 && met ? 'met' : 'MISSED',
  ];
}

const HEAD = [
  'case',
  'conn.',
  'req/s',
  'rounds',
  'plain',
  'rounds',
  'ratio',
  'p50, p95',
  'plain',
  'µs Node + PG',
  'plain',
  'others',
  'failed',
  '',
];

/** Rounds in the order Kontor, plain, plain, Kontor, so that a slower machine affects both. */
async function compare(setting: Setting, [kontor, plain]: [Server, Server], one: WriteCase): Promise<string[][]> {
  const lines: string[][] = [];
  for (const connections of options.connections.split(',').map(Number)) {
    const sides = [kontor, plain].map((server): Side => ({ server, rounds: [] })) as [Side, Side];
    for (const { server } of sides) await warm(setting, server, one, connections);
    for (let cycle = 0; cycle < Number(options.cycles); cycle += 1)
      for (const at of [0, 1, 1, 0] as const)
        sides[at].rounds.push(await round(setting, sides[at].server, one, connections));
    lines.push(line(one, connections, ...sides));
    console.log(`  ${lines.at(-1)?.join(' | ')}`);
    const failure = sides[0].rounds.find(({ measured }) => measured.failures > 0)?.measured.failure;
    if (failure) console.log(failure);
  }
  return lines;
}

async function startPlain(url: string): Promise<Server> {
  const port = await freePort();
  const started = startNode(local('plain.js'), { BENCH_URL: url, PORT: `${port}` });
  await untilAnswers(`http://127.0.0.1:${port}/`, started);
  return { name: 'bare', port, started };
}

async function run(database: EmbeddedDatabase): Promise<void> {
  const { url } = database;
  const { reused, seconds: took } = await prepareData(url, rows, options.fresh, SALES);
  console.log(
    `${rows.toLocaleString('en')} leads, ${reused ? 'from an earlier run' : `made in ${Math.round(took)} s`}`,
  );
  await preparePlainTables(url);
  const password = await createAdmin(url);
  const profile = ['--cpu-prof', `--cpu-prof-dir=${join(directory, 'profiles')}`, '--cpu-prof-interval=500'];
  const kontor = await startKontor(directory, url, options.profile ? profile : []);
  const plain = await startPlain(url);
  const key = await createKey(`http://127.0.0.1:${kontor.port}`, EMAIL, password);
  const setting = { load: startNode(local('load.js'), {}, [], true), database, key };
  await clearUp(url);
  const cases = (await createWriteCases(url)).filter(({ name }) => name.includes(options.only));
  const lines: string[][] = [];
  for (const one of cases) lines.push(...(await compare(setting, [kontor, plain], one)));
  console.log(`\n${table(HEAD, lines)}`);
  if (options.profile) kontor.started.child.kill('SIGTERM');
  if (options.profile) await new Promise((resolve) => kontor.started.child.once('exit', resolve));
}

mkdirSync(directory, { recursive: true });
chmodSync(directory, 0o755);
const database = await startEmbedded({ directory: join(directory, 'postgres'), log: (text) => console.log(text) });
try {
  await run(database);
} finally {
  await killAll();
  await database.stop();
}
