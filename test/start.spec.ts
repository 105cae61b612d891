import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeWithDatabase } from './harness/folders.js';
import { quickStart } from './harness/processes.js';

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** The process that ships, in a folder of its own. */
function launch(directory: string, environment: Record<string, string> = {}): Started {
  const clean = {
    PATH: process.env['PATH'] ?? '',
    ...quickStart,
    HOME: directory,
    LOG_LEVEL: 'error',
    MAX_LOOP_DELAY: '20000',
  };
  const child = spawn(process.execPath, [main], {
    cwd: directory,
    env: { ...clean, PORT: '0', DATA_DIR: join(directory, '.data'), ...environment },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

async function address(started: Started): Promise<string> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const found = /API\s+(http:\S+)\/api\/v1/.exec(started.output())?.[1];
    if (found && started.output().includes('Next:')) return found;
    if (started.child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not start:\n${started.output()}`);
}

/** Of the embedded server, whose folder may lie elsewhere when root starts it. */
function postmasterFile(directory: string): string {
  const kept = JSON.parse(readFileSync(join(directory, '.data', 'postgres.json'), 'utf8')) as { cluster?: string };
  return join(kept.cluster ?? join(directory, '.data', 'postgres'), 'postmaster.pid');
}

const logIn = async (url: string, password: string): Promise<number> =>
  (
    await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'admin@kontor.local', password }),
    })
  ).status;

describe('npm start', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-start-'));
  let password = '';
  afterAll(() => removeWithDatabase(directory, join(directory, '.data')));

  it('makes a database, a schema and an admin out of nothing, says where everything is, and ends cleanly on SIGTERM', async () => {
    const started = launch(directory);
    const url = await address(started);
    expect(started.output()).toMatch(/Swagger UI\s+http/);
    password = /Password\s+(\S+)/.exec(started.output())?.[1] ?? '';
    expect(password.length).toBeGreaterThanOrEqual(15);
    expect(await logIn(url, password)).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(statSync(join(directory, '.data', 'master.key')).mode & 0o777).toBe(0o600);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  }, 90_000);

  it('keeps the password nowhere', () => {
    const files = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? files(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : [],
      );
    expect(files(directory).filter((file) => readFileSync(file).includes(password))).toEqual([]);
  });

  it('goes on after a kill -9, with the same data', async () => {
    const killed = launch(directory);
    await address(killed);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const again = launch(directory);
    const url = await address(again);
    expect(again.output()).not.toMatch(/Password|Making/);
    expect(await logIn(url, password)).toBe(200);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  }, 90_000);

  it('starts its database again when that is killed under it', async () => {
    const started = launch(directory);
    const url = await address(started);
    const postmaster = (): number => Number.parseInt(readFileSync(postmasterFile(directory), 'utf8'), 10);
    const first = postmaster();
    process.kill(first, 'SIGKILL');
    const ready = async (): Promise<boolean> =>
      (await fetch(`${url}/health/ready`)).status === 200 && postmaster() !== first;
    const deadline = Date.now() + 30_000;
    while (!(await ready().catch(() => false)) && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ready()).toBe(true);
    expect(await logIn(url, password)).toBe(200);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  }, 90_000);

  it('migrates once when two start at once on one database, and both serve', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'kontor-two-'));
    try {
      const both = [launch(fresh), launch(fresh)];
      const urls = await Promise.all(both.map(address));
      for (const url of urls) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      expect(both.filter((started) => /Password\s/.test(started.output()))).toHaveLength(1);
      for (const { child } of both) child.kill('SIGTERM');
      expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    } finally {
      removeWithDatabase(fresh, join(fresh, '.data'));
    }
  }, 120_000);
});

describe('a start that cannot work', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-wrong-'));
  afterAll(() => removeWithDatabase(directory, join(directory, '.data')));

  it.each([
    [{ PORT: 'x' }, /PORT/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with postgres/],
    [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://x' }, /MASTER_KEY must be given in production/],
    [{ MASTER_KEY: 'short' }, /MASTER_KEY must be 64 hexadecimal digits/],
    [{ JWT_KEYS: 'secret' }, /JWT_KEYS must be 64 hexadecimal digits/],
    [{ ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD must have at least 15/],
  ])(
    'says in one line what is wrong with %j',
    async (environment, message) => {
      const started = launch(directory, environment as Record<string, string>);
      expect(await started.ended).toBe(1);
      expect(started.output().trim().split('\n')).toHaveLength(1);
      expect(started.output()).toMatch(message);
      expect(existsSync(join(directory, '.data'))).toBe(false);
    },
    30_000,
  );

  it('names a port that is taken', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    const started = launch(directory, { PORT: port });
    expect(await started.ended).toBe(1);
    expect(started.output()).toContain(`Port ${port}`);
    expect(started.output()).not.toContain('"level"');
    expect(existsSync(join(directory, '.data'))).toBe(true);
    expect(existsSync(postmasterFile(directory))).toBe(false);
    other.close();
  }, 60_000);
});
