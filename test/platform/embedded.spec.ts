import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../src/platform/database/embedded/embedded.js';
import { startDisposable } from '../../src/platform/database/embedded/embedded-disposable.js';

const platform = fileURLToPath(new URL('../../src/platform/database/embedded/', import.meta.url));
const asRoot = process.getuid?.() === 0;

let base: string;
let directory: string;
const open: EmbeddedDatabase[] = [];
const children: ChildProcess[] = [];

async function start(port?: number): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ directory, durability: 'disposable', ...(port ? { port } : {}) });
  open.push(database);
  return database;
}

/** Starts another process that starts the same database, prints a line and keeps running. */
async function other(script: string): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', `${script}; setInterval(() => undefined, 1000);`],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const line = await new Promise<string>((done) => {
    child.stdout?.once('data', (data: Buffer) => done(data.toString().trim()));
    child.once('exit', () => done('exited'));
  });
  return { child, line };
}

const sharing = (): string => `import { startEmbedded } from ${JSON.stringify(`${platform}embedded.js`)};
  const database = await startEmbedded({ directory: ${JSON.stringify(directory)}, durability: 'disposable' });
  console.log(database.state, database.pid)`;

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
}

async function ask<T>(url: string, sql: string): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as T;
  } finally {
    await client.end();
  }
}

function running(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function eventually(fact: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !fact(); tries += 1) await sleep(50);
  return fact();
}

function newFolder(mode: number): void {
  base = mkdtempSync(join(tmpdir(), 'kontor-embedded-'));
  chmodSync(base, mode);
  directory = join(base, '.data', 'postgres');
}

async function letGo(): Promise<void> {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await killed(child);
  for (const database of open.splice(0)) await database.stop();
}

async function clear(): Promise<void> {
  await letGo();
  rmSync(base, { recursive: true, force: true });
}

describe('the embedded PostgreSQL', () => {
  beforeAll(() => newFolder(0o755));
  afterEach(letGo);
  afterAll(clear);

  it('repeats a first start that was killed', async () => {
    mkdirSync(`${directory}.new-dead/base`, { recursive: true });
    writeFileSync(`${directory}.json`, '{"password": "written before init');
    const database = await start();
    expect(database.state).toBe('created');
    expect(readdirSync(dirname(directory)).filter((name) => name.includes('.new'))).toEqual([]);
  });

  it('keeps its password private and stops on request', async () => {
    const database = await start();
    expect(database.state).toBe('started');
    expect(statSync(`${directory}.json`).mode & 0o777).toBe(0o600);
    // If root starts Kontor, the group of the PostgreSQL user can traverse the folder. No other user has access.
    expect(statSync(dirname(directory)).mode & 0o777).toBe(asRoot ? 0o710 : 0o700);
    await database.stop();
    expect(running(database.pid)).toBe(false);
  });

  it('listens only on 127.0.0.1, with UTC and UTF-8', async () => {
    const { url } = await start();
    const row = await ask(
      url,
      `SELECT current_setting('listen_addresses') AS listens, current_setting('TimeZone') AS zone,
      current_setting('unix_socket_directories') AS sockets, lower('ÄЖ') AS lower, to_tsvector('simple', 'Жук')::text AS words`,
    );
    expect(row).toEqual({ listens: '127.0.0.1', zone: 'UTC', sockets: '', lower: 'äж', words: "'жук':1" });
  });

  it('reuses a database after kill -9', async () => {
    const { child, line } = await other(sharing());
    await killed(child);
    const database = await start();
    expect([database.state, `started ${database.pid}`]).toEqual(['reused', line]);
  });

  it('recovers from a killed server with its pid file', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    await eventually(() => !running(first.pid));
    expect((await start()).state).toBe('recovered');
  });

  it('recovers when another program has the pid of the pid file', async () => {
    await (await start()).stop();
    writeFileSync(
      join(directory, 'postmaster.pid'),
      `${process.pid}\n${directory}\n1\n5432\n\n127.0.0.1\n  1 1\nready   \n`,
    );
    if (asRoot) chmodSync(join(directory, 'postmaster.pid'), 0o666);
    expect((await start()).state).toBe('recovered');
  });

  it('recovers from a lock file of a dead process', async () => {
    writeFileSync(`${directory}.lock`, '99999999 1');
    expect((await start()).state).toBe('started');
  });

  it('serves two processes that start at once', async () => {
    const [one, two] = await Promise.all([other(sharing()), other(sharing())]);
    const states = [one.line, two.line].map((line) => line.split(' '));
    expect(states.map(([state]) => state).sort()).toEqual(['reused', 'started']);
    expect(states[0]?.[1]).toBe(states[1]?.[1]);
    // Both processes are killed next. A start by this test then stops the server.
    await start();
  });

  it('stops with its last process', async () => {
    const first = await start();
    const { child } = await other(sharing());
    await first.stop();
    expect(running(first.pid)).toBe(true);
    await killed(child);
    await (await start()).stop();
    expect(running(first.pid)).toBe(false);
  });

  it('renews a lost password', async () => {
    await (await start()).stop();
    rmSync(`${directory}.json`);
    const { url } = await start();
    expect(await ask(url, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });

  describe('on a port of another program', () => {
    let taken: Server;
    beforeAll(
      () =>
        new Promise<void>((done) => {
          taken = createServer().listen(0, '127.0.0.1', done);
        }),
    );
    afterAll(() => new Promise((done) => taken.close(done)));
    const port = (): number => (taken.address() as { port: number }).port;

    it('fails with one line if the port was configured', async () => {
      await expect(start(port())).rejects.toThrow(
        new Error(`port ${port()} is in use by another program; set EMBEDDED_PG_PORT or DATABASE_URL`),
      );
    });

    it('moves to a free port if the port was only the last one', async () => {
      const retained = JSON.parse(readFileSync(`${directory}.json`, 'utf8')) as object;
      writeFileSync(`${directory}.json`, JSON.stringify({ ...retained, port: port() }));
      expect(new URL((await start()).url).port).not.toBe(String(port()));
    });
  });
});

(asRoot ? describe : describe.skip)('root, in a folder that nobody else may enter', () => {
  let home: string | undefined;
  beforeAll(() => newFolder(0o700));
  afterAll(async () => {
    await clear();
    if (home) rmSync(home, { recursive: true });
  });

  it('keeps the data in another folder, names it, and finds it again', async () => {
    const first = await start();
    const { cluster } = JSON.parse(readFileSync(`${directory}.json`, 'utf8')) as { cluster: string };
    home = dirname(cluster);
    expect(readFileSync(join(home, 'origin'), 'utf8')).toBe(directory);
    await first.stop();
    expect((await start()).state).toBe('started');
  });
});

describe('a disposable PostgreSQL', () => {
  it('leaves nothing behind', async () => {
    const database = await startDisposable();
    const { folder } = await ask<{ folder: string }>(
      database.url,
      `SELECT current_setting('data_directory') AS folder`,
    );
    await database.stop();
    expect([running(database.pid), existsSync(dirname(folder))]).toEqual([false, false]);
  });

  it('ends with a killed test run', async () => {
    const { child, line } =
      await other(`import { startDisposable } from ${JSON.stringify(`${platform}embedded-disposable.js`)};
      console.log((await startDisposable()).pid)`);
    expect(running(Number(line))).toBe(true);
    await killed(child);
    expect(await eventually(() => !running(Number(line)))).toBe(true);
  });
});
