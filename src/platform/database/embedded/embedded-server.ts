import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, executable } from './embedded-home.js';
import { signalable } from './embedded-lock.js';

export interface Cluster {
  readonly path: string;
  readonly native: string;
  readonly account: Account | undefined;
  readonly logFile: string;
  readonly password: string;
  readonly durable: boolean;
}

/** A running server, with a connection that prevents other processes from stopping the server. */
export interface Answer {
  readonly pid: number;
  readonly port: number;
  readonly lease: pg.Client;
}

export const LEASE = 'kontor lease';
const ANSWER_MS = 60_000;
const LOG_LIMIT = 10_000_000;

/** A minimal environment, because PG* variables of the shell would redirect the server. */
const env = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
};

const lastLines = (text: string): string =>
  text
    .trim()
    .split('\n')
    .slice(-4)
    .map((line) => line.trim())
    .join(' | ');

export function logTail(logFile: string, from = 0): string {
  return existsSync(logFile) ? lastLines(readFileSync(logFile).subarray(from).toString('utf8')) : '';
}

export function run(cluster: Cluster, name: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(executable(cluster.native, name), args, { ...cluster.account, cwd: '/', env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${name} failed: ${lastLines(stderr) || lastLines(stdout) || error.message}`));
      else resolve();
    });
  });
}

/**
 * Sets LC_CTYPE to UTF-8. pg_trgm and full text search use the C library to classify letters, and LC_CTYPE=C would
 * ignore words outside ASCII.
 */
async function initialiseWithLetters(cluster: Cluster, folder: string, passwordFile: string): Promise<void> {
  const fixed = [
    '-D',
    folder,
    '-U',
    'kontor',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ];
  const args = cluster.durable ? fixed : [...fixed, '--no-sync'];
  for (const letters of ['C.UTF-8', 'en_US.UTF-8']) {
    try {
      return await run(cluster, 'initdb', [...args, `--lc-ctype=${letters}`]);
    } catch (error) {
      if (!/locale name/.test(String(error))) throw error;
    }
  }
  await run(cluster, 'initdb', args);
}

/** Deletes leftovers of interrupted starts. Their initdb may still run for a while and write into a deleted folder. */
export function clearTemporaryFolders(path: string): void {
  for (const name of readdirSync(dirname(path)).filter((entry) => entry.startsWith(`${basename(path)}.new-`))) {
    rmSync(join(dirname(path), name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Creates a cluster in a temporary folder and renames the folder at the end, so that an interrupted initdb leaves no
 * cluster.
 */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { path, account } = cluster;
  if (existsSync(path) && readdirSync(path).length > 0)
    throw new Error(`${path} is not empty and holds no PostgreSQL database`);
  const draft = `${path}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (account) [draft, passwordFile].forEach((file) => chownSync(file, account.uid, account.gid));
  try {
    await initialiseWithLetters(cluster, draft, passwordFile);
    renameSync(draft, path);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Sets the password again if the password file was lost. Access to the folder is enough to own the database. */
export function resetPassword(cluster: Cluster): void {
  const done = spawnSync(executable(cluster.native, 'postgres'), ['--single', '-D', cluster.path, 'postgres'], {
    ...cluster.account,
    cwd: '/',
    env,
    encoding: 'utf8',
    input: `ALTER ROLE kontor PASSWORD '${cluster.password}'\n`,
  });
  if (done.status !== 0) throw new Error(`the database password could not be renewed: ${lastLines(done.stderr)}`);
}

export function readPidFile(path: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(path, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number.parseInt(lines[0] ?? '', 10), port: Number.parseInt(lines[3] ?? '', 10) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${path} belongs to another user; start Kontor as that user or as root`, { cause: error });
  }
}

/**
 * Reads the command line instead of /proc/<pid>/cwd, because root in a container cannot always read the cwd of other
 * users.
 */
export function isServerOf(path: string, pid: number): boolean {
  if (!(pid > 0) || !signalable(pid)) return false;
  if (process.platform === 'win32') return true;
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return basename(args[0] ?? '') === 'postgres' && args.includes(path);
  } catch {
    const line = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
    return line.includes('postgres') && line.includes(path);
  }
}

async function tryLease(cluster: Cluster, port: number): Promise<pg.Client | undefined> {
  const { password, path } = cluster;
  const lease = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'kontor',
    password,
    database: 'postgres',
    application_name: LEASE,
    connectionTimeoutMillis: 5_000,
  });
  // The server may end the connection at any time. Without a listener, the error would end the process.
  lease.on('error', () => undefined);
  try {
    await lease.connect();
    const { rows } = await lease.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0]?.data_directory === path) return lease;
  } catch (error) {
    if (['28P01', '28000'].includes((error as { code?: string }).code ?? '')) {
      throw new Error(
        `the PostgreSQL on port ${port} does not accept the password kept for ${path}; stop it and start again`,
        { cause: error },
      );
    }
  }
  await lease.end().catch(() => undefined);
  return undefined;
}

/** Returns the running server of this folder. Waits for a server that is starting or stopping. */
export async function findRunning(cluster: Cluster): Promise<Answer | undefined> {
  const deadline = Date.now() + ANSWER_MS;
  for (;;) {
    const file = readPidFile(cluster.path);
    if (!file || !isServerOf(cluster.path, file.pid)) return undefined;
    const lease = file.port > 0 ? await tryLease(cluster, file.port) : undefined;
    if (lease) return { ...file, lease };
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL (process ${file.pid}) does not answer on port ${file.port}: ${logTail(cluster.logFile)}`,
      );
    }
    await sleep(60);
  }
}

/**
 * Disables an old postmaster.pid and returns whether the file existed. If another process has the pid now, only the pid
 * is replaced. PostgreSQL needs the rest of the file to detect orphaned backends.
 */
export function disarmPidFile(path: string): boolean {
  const file = readPidFile(path);
  if (!file) return false;
  const name = join(path, 'postmaster.pid');
  if (!(file.pid > 0)) rmSync(name);
  else if (signalable(file.pid)) writeFileSync(name, readFileSync(name, 'utf8').replace(/^\d+/, '99999999'));
  return true;
}

function settings({ durable }: Cluster, port: number): string[] {
  const common = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: durable ? '256MB' : '128MB',
    max_connections: durable ? 60 : 100,
    jit: 'off',
    random_page_cost: 1.1,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    logging_collector: 'off',
  };
  // Without autovacuum, no ANALYZE changes plans during tests.
  const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
  return Object.entries(durable ? common : { ...common, ...careless }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
}

/** Starts the server. Throws the last lines of the server log if the server exits before it accepts connections. */
export async function launch(cluster: Cluster, port: number): Promise<Answer> {
  const size = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(cluster.logFile, `${cluster.logFile}.1`);
  const log = openSync(cluster.logFile, 'a', 0o600);
  // Detached, so that Ctrl-C or kill -9 of Kontor does not stop the database before open requests end.
  const child = spawn(executable(cluster.native, 'postgres'), ['-D', cluster.path, ...settings(cluster, port)], {
    ...cluster.account,
    cwd: '/',
    env,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', () => (ended ??= logTail(cluster.logFile, size > LOG_LIMIT ? 0 : size)));
  child.unref();
  while (ended === undefined) {
    const file = readPidFile(cluster.path);
    const lease = file?.pid === child.pid && file?.port ? await tryLease(cluster, file.port) : undefined;
    if (file && lease) return { ...file, lease };
    await sleep(20);
  }
  throw new Error(ended);
}
