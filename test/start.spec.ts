import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeWithDatabase } from './harness/folders.js';
import { quickStart } from './harness/processes.js';

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));

const COMMAND = [process.execPath, main];

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts the application in its own folder. */
function launch(directory: string, environment: Record<string, string> = {}, command = COMMAND): Started {
  const clean = {
    PATH: process.env['PATH'] ?? '',
    ...quickStart,
    HOME: directory,
    LOG_LEVEL: 'error',
    MAX_LOOP_DELAY: '20000',
  };
  const [program = '', ...parameters] = command;
  const child = spawn(program, parameters, {
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

/** Returns the PID file of the embedded server, which is in another folder if root starts Kontor. */
function postmasterFile(directory: string): string {
  const retained = JSON.parse(readFileSync(join(directory, '.data', 'postgres.json'), 'utf8')) as { cluster?: string };
  return join(retained.cluster ?? join(directory, '.data', 'postgres'), 'postmaster.pid');
}

const logIn = async (url: string, password: string): Promise<number> =>
  (
    await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'admin@kontor.local', password }),
    })
  ).status;

const STOPPED =
  /Kontor is stopping: no request is open\.\nKontor has stopped after \d+\.\d s: open requests and jobs are finished, connections are closed, the embedded PostgreSQL is down\.\n$/;

describe('npm start', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-start-'));
  let password = '';
  afterAll(() => removeWithDatabase(directory, join(directory, '.data')));

  it('creates a database, a schema and an admin, prints where everything is, and ends cleanly on SIGTERM', async () => {
    const started = launch(directory);
    const url = await address(started);
    expect(started.output()).toMatch(/Swagger UI\s+http/);
    expect(started.output()).toContain(`Admin UI    ${url}/admin\n`);
    password = /Password\s+(\S+)/.exec(started.output())?.[1] ?? '';
    expect(password.length).toBeGreaterThanOrEqual(15);
    expect(await logIn(url, password)).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(statSync(join(directory, '.data', 'master.key')).mode & 0o777).toBe(0o600);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.output()).toMatch(STOPPED);
  }, 90_000);

  it('prints commands that sign in, create an API key and leave no file behind', async () => {
    const started = launch(directory);
    await address(started);
    const commands =
      started.output().split('Next:')[1]?.split('\n').slice(2).join('\n').replace('<your password>', password) ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'kontor-shell-'));
    expect(execFileSync('sh', ['-c', commands], { cwd: folder, encoding: 'utf8' })).toMatch(/^kontor_live_\w+\n$/);
    expect(readdirSync(folder)).toEqual([]);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  }, 90_000);

  it('stores the password nowhere', () => {
    const files = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? files(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : [],
      );
    expect(files(directory).filter((file) => readFileSync(file).includes(password))).toEqual([]);
  });

  it('continues with the same data after kill -9', async () => {
    const killed = launch(directory);
    await address(killed);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const again = launch(directory);
    const url = await address(again);
    expect(again.output()).not.toMatch(/Password|Creating the embedded/);
    expect(await logIn(url, password)).toBe(200);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  }, 90_000);

  it('restarts its database after the database was killed', async () => {
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

  it('migrates once when two processes start on one database, and both serve', async () => {
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

/** Shifts the clock, so that the process seems to have started 1000 seconds earlier. */
const LATE = 'const now = performance.now.bind(performance); performance.now = () => now() + 1e6';

describe('Kontor in a terminal', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-terminal-'));
  const late = `--import=data:text/javascript,${encodeURIComponent(LATE)}`;
  let started: Started;
  let url = '';
  beforeAll(async () => {
    started = launch(directory, {
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'pretty',
      NODE_OPTIONS: `${quickStart['NODE_OPTIONS']} ${late}`,
    });
    url = await address(started);
  }, 90_000);
  afterAll(() => {
    started.child.kill('SIGKILL');
    removeWithDatabase(directory, join(directory, '.data'));
  });

  it('prints the duration since the start of the process', () => {
    expect(Number(/is up after (\S+) s/.exec(started.output())?.[1])).toBeGreaterThanOrEqual(1_000);
  });

  it('writes one short line per request', async () => {
    const before = started.output().length;
    expect((await fetch(`${url}/api/v1/leads?q=secret`)).status).toBe(401);
    expect(await logIn(url, 'not the password')).toBe(401);
    while (!started.output().includes('auth/login 401')) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(
      started
        .output()
        .slice(before)
        .replace(/^\[[\d:.]+\]/gm, '[time]')
        .replace(/\d+ ms/g, '1 ms'),
    ).toBe('[time] INFO: GET /api/v1/leads 401 1 ms\n[time] INFO: POST /api/v1/auth/login 401 1 ms\n');
  });

  it('is named by a second start on its port, before a database is created', async () => {
    const second = mkdtempSync(join(tmpdir(), 'kontor-second-'));
    const { port } = new URL(url);
    const rejected = launch(second, { PORT: port });
    expect(await rejected.ended).toBe(1);
    expect(rejected.output()).toBe(
      `Port ${port} on 127.0.0.1 is in use by Kontor, which runs since ${await since()}; set PORT to a free one ` +
        `(PORT=${Number(port) + 1} npm start).\n`,
    );
    expect(readdirSync(second)).toEqual([]);
  }, 60_000);

  it('reports an open request at the end, and finishes it', async () => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const body = JSON.stringify({ email: 'admin@kontor.local', password: 'not the password' });
    socket.write(
      `POST /api/v1/auth/login HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: ` +
        `application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.slice(0, 5));
    await new Promise((resolve) => setTimeout(resolve, 500));
    started.child.kill('SIGTERM');
    while (!started.output().includes('is stopping')) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(started.output()).toContain('Kontor is stopping: 1 open request is finished first.\n');
    socket.write(body.slice(5));
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    const code = await started.ended;
    expect(started.output()).toMatch(/Kontor has stopped after \d+\.\d s: open requests and jobs are finished/);
    expect(code).toBe(0);
  }, 60_000);

  const since = async (): Promise<string | null> => (await fetch(`${url}/health/live`)).headers.get('X-Kontor-Since');
});

describe('Kontor in an undetected terminal', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-tty-'));
  let child: ChildProcess | undefined;
  afterAll(() => {
    // Without its terminal the process gets SIGHUP.
    child?.kill('SIGKILL');
    removeWithDatabase(directory, join(directory, '.data'));
  });

  it('writes one short line per request and ends on Ctrl-C', async () => {
    // Requires `script` of util-linux. Without it no terminal is available.
    if (spawnSync('script', ['--version']).status !== 0) return;
    const environment = {
      ...quickStart,
      HOME: directory,
      LOG_LEVEL: 'info',
      LOG_FORMAT: 'auto',
      MAX_LOOP_DELAY: '20000',
    };
    const started = launch(directory, environment, [
      'script',
      '-qec',
      `exec '${process.execPath}' '${main}'`,
      '/dev/null',
    ]);
    child = started.child;
    const url = await address(started);
    await fetch(`${url}/api/v1/leads?q=secret`);
    while (!started.output().includes('/leads')) await new Promise((resolve) => setTimeout(resolve, 20));
    const colors = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    const line = started
      .output()
      .split(/\r?\n/)
      .find((text) => text.includes('/leads'))
      ?.replaceAll(colors, '');
    expect(line?.replace(/^\[[\d:.]+\]/, '[time]').replace(/\d+ ms/, '1 ms')).toBe(
      '[time] INFO: GET /api/v1/leads 401 1 ms',
    );
    started.child.stdin?.write(String.fromCharCode(3));
    await started.ended;
    expect(started.output()).toContain('Kontor has stopped after');
  }, 90_000);
});

describe('Kontor without a terminal', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-json-'));
  afterAll(() => removeWithDatabase(directory, join(directory, '.data')));

  it.each(['auto', 'json'])(
    'writes one JSON object per request: LOG_FORMAT=%s',
    async (LOG_FORMAT) => {
      const started = launch(directory, { LOG_LEVEL: 'info', LOG_FORMAT });
      const url = await address(started);
      await fetch(`${url}/api/v1/leads?q=secret`);
      while (!started.output().includes('request completed')) await new Promise((resolve) => setTimeout(resolve, 20));
      const line =
        started
          .output()
          .split('\n')
          .find((text) => text.includes('request completed')) ?? '';
      expect(JSON.parse(line)).toMatchObject({
        level: 30,
        method: 'GET',
        path: '/api/v1/leads',
        status: 401,
        msg: 'request completed',
      });
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
    },
    90_000,
  );

  it('ends cleanly with its database during the start', async () => {
    const started = launch(directory);
    while (!existsSync(postmasterFile(directory)) && started.child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 10));
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.output()).toMatch(STOPPED);
    expect(existsSync(postmasterFile(directory))).toBe(false);
  }, 90_000);
});

describe('a failed start', () => {
  const directory = mkdtempSync(join(tmpdir(), 'kontor-wrong-'));
  afterAll(() => removeWithDatabase(directory, join(directory, '.data')));

  it.each([
    [{ PORT: 'x' }, /PORT/],
    [{ LOG_FORMAT: 'yaml' }, /LOG_FORMAT must be one of the following values: auto, json, pretty/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with postgres/],
    [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://x' }, /MASTER_KEY must be given in production/],
    [{ MASTER_KEY: 'short' }, /MASTER_KEY must be 64 hexadecimal digits/],
    [{ JWT_KEYS: 'secret' }, /JWT_KEYS must be 64 hexadecimal digits/],
    [{ ADMIN_PASSWORD: 'short' }, /ADMIN_PASSWORD must have at least 15/],
    [
      { OUTBOUND_ALLOW: 'mail.internal,10.0.0.0/99' },
      /OUTBOUND_ALLOW must list .*10\.0\.0\.0\/8; 10\.0\.0\.0\/99 is none of these/,
    ],
    [{ OUTBOUND_ALLOW: '10.0.0.300' }, /OUTBOUND_ALLOW .*10\.0\.0\.300 is none of these/],
    [{ OUTBOUND_ALLOW: 'http://model.internal:8080' }, /OUTBOUND_ALLOW .*is none of these/],
    [{ OUTBOUND_ALLOW: 'fd00::/129' }, /OUTBOUND_ALLOW .*fd00::\/129 is none of these/],
    [{ HOST: 'nonsense.invalid' }, /HOST nonsense\.invalid is not an address of this machine/],
    [{ HOST: '192.0.2.1' }, /HOST 192\.0\.2\.1 is not an address of this machine/],
    [
      { DATABASE_URL: 'postgres://kontor:secret-word@127.0.0.1:1/kontor' },
      /^(?!.*secret-word).*DATABASE_URL: the database at 127\.0\.0\.1:1\/kontor cannot be reached: nothing listens there/,
    ],
    [
      { DATABASE_URL: 'postgres://kontor:secret-word@nonsense.invalid/kontor' },
      /^(?!.*secret-word).*DATABASE_URL: the database at nonsense\.invalid\/kontor cannot be reached/,
    ],
  ])(
    'prints one line about %j',
    async (environment, message) => {
      const started = launch(directory, environment as Record<string, string>);
      expect(await started.ended).toBe(1);
      expect(started.output().trim().split('\n')).toHaveLength(1);
      expect(started.output()).toMatch(message);
      expect(existsSync(join(directory, '.data'))).toBe(false);
    },
    60_000,
  );

  it('names a used port', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    const started = launch(directory, { PORT: port });
    expect(await started.ended).toBe(1);
    expect(started.output()).toContain(
      `Port ${port} on 127.0.0.1 is in use by another program; set PORT to a free one`,
    );
    expect(started.output()).not.toContain('"level"');
    // Nothing was created on the disk yet.
    expect(existsSync(join(directory, '.data'))).toBe(false);
    other.close();
  }, 60_000);
});
