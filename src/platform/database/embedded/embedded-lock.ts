import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 180_000;

/** Returns whether a process exists. Zombies count, because PostgreSQL also counts zombies. */
export function signalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Returns pid and start time of a live process, because the operating system reuses pids. */
export function processMark(pid: number): string | undefined {
  if (!signalable(pid)) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${pid} ${fields[19]}`;
  } catch {
    return `${pid}`;
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, processMark(process.pid) ?? '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new Error(`${path} cannot be written (${code}); start Kontor as the user who owns the folder`, {
      cause: error,
    });
  }
}

function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}

function lockOwnerOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function abandoned(path: string): boolean {
  const owner = lockOwnerOf(path);
  if (owner === undefined) return false;
  // A lock file is empty between its creation and its first write.
  if (owner === '') return ageOf(path) > 2_000;
  return processMark(Number.parseInt(owner, 10)) !== owner;
}

/**
 * Removes the lock of a dead process. Only one process may do this at a time; otherwise a second process could remove a
 * new lock.
 */
function evictDead(path: string): void {
  if (!abandoned(path)) return;
  const turn = `${path}.evict`;
  if (!take(turn)) {
    if (ageOf(turn) > 5_000) rmSync(turn, { force: true });
    return;
  }
  try {
    if (abandoned(path)) rmSync(path, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

/** Runs `work` while this process holds the lock file. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(path)) {
    evictDead(path);
    if (Date.now() > deadline) {
      throw new Error(
        `${path} is held by process ${Number.parseInt(lockOwnerOf(path) ?? '', 10)}, which does not finish`,
      );
    }
    await sleep(40);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
