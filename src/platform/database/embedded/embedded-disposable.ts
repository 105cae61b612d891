import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedDatabase, startEmbedded } from './embedded.js';
import { canHold, serverAccount } from './embedded-home.js';
import { processMark } from './embedded-lock.js';
import { isServerOf, readPidFile } from './embedded-server.js';

const PREFIX = 'kontor-pg-';
const BASES = [...new Set([tmpdir(), '/var/tmp'])];

function createFolder(): string {
  const account = serverAccount(undefined);
  for (const base of BASES) {
    const folder = mkdtempSync(join(base, PREFIX));
    chmodSync(folder, 0o711);
    if (!account || canHold(folder, account)) return folder;
    rmSync(folder, { recursive: true });
  }
  throw new Error(`PostgreSQL does not run as root, and its user cannot enter ${BASES.join(' or ')}; set TMPDIR`);
}

/** Stops the server immediately (SIGQUIT) and deletes the folder, because the data is not needed. */
async function destroy(folder: string): Promise<void> {
  const cluster = join(folder, 'postgres');
  const file = readPidFile(cluster);
  if (file && isServerOf(cluster, file.pid)) {
    process.kill(file.pid, 'SIGQUIT');
    for (let tries = 0; tries < 200 && processMark(file.pid); tries += 1) await sleep(25);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function ownerGone(folder: string): boolean {
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) return false;
  try {
    const owner = readFileSync(join(folder, 'owner'), 'utf8');
    return processMark(Number.parseInt(owner, 10)) !== owner;
  } catch {
    return Date.now() - found.mtimeMs > 60_000;
  }
}

/** Deletes folders of earlier test runs whose watcher was killed. */
async function sweep(): Promise<void> {
  for (const base of BASES) {
    for (const name of readdirSync(base).filter((entry) => entry.startsWith(PREFIX))) {
      try {
        if (ownerGone(join(base, name))) await destroy(join(base, name));
      } catch {
        // Another test run deletes the same folder.
      }
    }
  }
}

/**
 * Starts a shell that waits on a pipe and deletes the folder when the pipe closes. A killed test run cannot run a hook.
 */
function watch(pid: number, folder: string): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const script =
    'read _; kill -QUIT "$1"; n=0; while [ -e "$2/postgres/postmaster.pid" ] && [ $n -lt 50 ]; do n=$((n+1)); ' +
    'sleep 0.1; done; rm -rf "$2"';
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(pid), folder], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
  return watcher;
}

/** Starts a PostgreSQL for one test run in a temporary folder. The folder is deleted even if the test run is killed. */
export async function startDisposable(
  options: { readonly log?: (line: string) => void } = {},
): Promise<EmbeddedDatabase> {
  await sweep();
  const folder = createFolder();
  writeFileSync(join(folder, 'owner'), processMark(process.pid) ?? '');
  try {
    const database = await startEmbedded({ ...options, directory: join(folder, 'postgres'), durability: 'disposable' });
    const watcher = watch(database.pid, folder);
    const stop = async (): Promise<void> => {
      watcher?.kill('SIGKILL');
      await destroy(folder);
    };
    return { ...database, stop };
  } catch (error) {
    await destroy(folder);
    throw error;
  }
}
