import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 180_000;

/** Whether a signal would reach this pid; a zombie counts, because PostgreSQL's own check counts it too. */
export function signalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Pid and birth of a live process: a bare pid may have passed to another program since it was written down. */
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
    writeFileSync(path, processMark(process.pid) ?? '', { flag: 'wx', mode: 0o644 });
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

function holderOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function abandoned(path: string): boolean {
  const holder = holderOf(path);
  if (holder === undefined) return false;
  // Created and written are two steps, so an empty lock is a live one for a moment.
  if (holder === '') return ageOf(path) > 2_000;
  return processMark(Number.parseInt(holder, 10)) !== holder;
}

/** Only one process may evict at a time, else the second would remove the lock the first has just taken. */
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

/** Runs `work` while no other live process on this machine holds the lock file. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(path)) {
    evictDead(path);
    if (Date.now() > deadline) {
      throw new Error(`${path} is held by process ${Number.parseInt(holderOf(path) ?? '', 10)}, which does not finish`);
    }
    await sleep(40);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
