import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set<ChildProcess>();

export interface Started {
  readonly child: ChildProcess;
  readonly pid: number;
  /** What it has written so far, for when it fails. */
  output(): string;
}

/** Only what this program needs of the environment: settings of the shell must not change what is measured. */
const inherited = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'LANG'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
);

export function startNode(
  file: string,
  environment: Record<string, string>,
  flags: readonly string[] = [],
  ipc = false,
): Started {
  // In a session of its own: Ctrl-C reaches the bench alone, which then stops its children in order.
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

/** SIGTERM, and SIGKILL for what does not listen. */
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

/** Milliseconds until the address answers 200. */
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

/** CPU seconds of a process; undefined where there is no /proc. */
export function cpuOf(pid: number): number | undefined {
  const ticks = ticksOf(pid);
  return ticks && ticks.own / TICKS_A_SECOND;
}

/** CPU seconds of a PostgreSQL server: its postmaster, all its children, and those that have ended (parallel workers). */
export function cpuOfServer(postmaster: number): number | undefined {
  const own = ticksOf(postmaster);
  if (!own) return undefined;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(ticksOf)
    .filter((ticks) => ticks?.parent === postmaster);
  return (own.own + own.reaped + children.reduce((sum, ticks) => sum + (ticks?.own ?? 0), 0)) / TICKS_A_SECOND;
}

/** Resident megabytes. */
export function memoryOf(pid: number): number | undefined {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
