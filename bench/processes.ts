import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set<ChildProcess>();

export interface Started {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Returns the output so far, for error messages. */
  output(): string;
}

/** Only the required variables, because other settings of the shell would change the result. */
const inherited = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
);

export function startNode(
  file: string,
  environment: Record<string, string>,
  flags: readonly string[] = [],
  ipc = false,
): Started {
  // Detached, so that Ctrl-C reaches only the benchmark, which then stops its children in order.
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...inherited, ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (text = (text + data.toString()).slice(-4_000)));
  child.once('exit', () => running.delete(child));
  if (child.pid === undefined) throw new Error(`${file} could not be started`);
  return { child, pid: child.pid, output: () => text };
}

/** Sends SIGTERM, and later SIGKILL to processes that do not end. */
export async function stop({ child }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(late);
}

export async function killAll(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      return ended;
    }),
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Returns the milliseconds until the URL answers 200. */
export async function untilAnswers(url: string, started: Started, since = performance.now()): Promise<number> {
  while (performance.now() - since < 60_000) {
    if (started.child.exitCode !== null) break;
    const answered = await fetch(url).then(
      (response) => response.arrayBuffer().then(() => response.ok),
      () => false,
    );
    if (answered) return performance.now() - since;
    await sleep(5);
  }
  throw new Error(`${url} does not answer\n${started.output()}`);
}

const TICKS_A_SECOND = 100;

interface Ticks {
  readonly parent: number;
  readonly own: number;
  readonly reaped: number;
}

function ticksOf(pid: number | string): Ticks | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return {
      parent: fields[1] ?? 0,
      own: (fields[11] ?? 0) + (fields[12] ?? 0),
      reaped: (fields[13] ?? 0) + (fields[14] ?? 0),
    };
  } catch {
    return undefined;
  }
}

/** Returns the CPU seconds of a process. Undefined without /proc. */
export function cpuOf(pid: number): number | undefined {
  const ticks = ticksOf(pid);
  return ticks && ticks.own / TICKS_A_SECOND;
}

/**
 * Returns the CPU seconds of a PostgreSQL server: the postmaster, its children, and ended children (parallel workers).
 */
export function cpuOfServer(postmaster: number): number | undefined {
  const own = ticksOf(postmaster);
  if (!own) return undefined;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(ticksOf)
    .filter((ticks) => ticks?.parent === postmaster);
  return (own.own + own.reaped + children.reduce((sum, ticks) => sum + (ticks?.own ?? 0), 0)) / TICKS_A_SECOND;
}

/** Returns the CPU seconds that the whole machine has used, including other users. */
export function cpuOfMachine(): number | undefined {
  try {
    const [user = 0, nice = 0, system = 0] = readFileSync('/proc/stat', 'utf8').split(/\s+/).slice(1, 4).map(Number);
    return (user + nice + system) / TICKS_A_SECOND;
  } catch {
    return undefined;
  }
}

/** Returns the resident memory in megabytes. */
export function memoryOf(pid: number): number | undefined {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
