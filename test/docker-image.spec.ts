import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyTemplate } from './harness/database.js';
import { ADMIN } from './harness/app.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

interface Instruction {
  readonly name: string;
  readonly value: string;
}

/** Returns the instructions of each stage. The last stage is named `final`. */
function stagesOf(text: string): ReadonlyMap<string, readonly Instruction[]> {
  const stages = new Map<string, Instruction[]>();
  let current: Instruction[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('#'))) {
    const [, name = '', value = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') stages.set(/ AS (\S+)$/.exec(value)?.[1] ?? 'final', (current = []));
    else current.push({ name, value });
  }
  return stages;
}

const stages = stagesOf(dockerfile);
const valuesOf = (stage: string, name: string): string[] =>
  (stages.get(stage) ?? []).filter((one) => one.name === name).map(({ value }) => value);

/** Returns the source files of a COPY instruction, without the target. */
const sourcesOf = (value: string): string[] => value.split(/\s+/).slice(0, -1);

/**
 * Follows the COPY and RUN instructions of a stage in a folder. With `installed`, the packages are not installed again.
 */
function followStage(stage: string, folder: string, installed?: string): void {
  for (const { name, value } of stages.get(stage) ?? []) {
    if (name === 'COPY') {
      for (const source of sourcesOf(value))
        cpSync(join(root, source), join(folder, targetOf(value, source)), { recursive: true });
    } else if (name === 'RUN' && installed !== undefined && value === 'npm ci')
      linkFiles(installed, join(folder, 'node_modules'));
    else if (name === 'RUN')
      execFileSync('sh', ['-ec', value.replace(/--mount=\S+\s+/g, '')], {
        cwd: folder,
        env: installEnvironment(),
        stdio: 'pipe',
      });
  }
}

/** Links single files: through a link to the folder, the compiler would find files that the image does not have. */
function linkFiles(from: string, to: string): void {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'pipe' });
  } catch {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}

function targetOf(value: string, source: string): string {
  const target = value.split(/\s+/).at(-1) ?? './';
  return target === './' || target.endsWith('/') ? join(target, source.split('/').at(-1) ?? source) : target;
}

const NPM_NETWORK = /^npm_config_(registry|ca|cafile|cache|proxy|https_proxy|noproxy|strict_ssl|userconfig)$/i;

/** Returns the environment without the settings of this test run. Uses the npm cache for packages downloaded before. */
function installEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => NPM_NETWORK.test(name) || !/^(npm_|NODE_|KONTOR_)/i.test(name),
  );
  return {
    ...Object.fromEntries(own),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
}

/** Returns the variables of `ENV` instructions. */
const imageEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    valuesOf('final', 'ENV').flatMap((value) =>
      value.split(/\s+/).map((pair) => pair.split('=', 2) as [string, string]),
    ),
  );

const command = (): string[] => JSON.parse(valuesOf('final', 'CMD')[0] ?? '[]') as string[];

/** Copies the files of the last stage. */
function assemble(folder: string, dependencies: string, build: string): void {
  for (const value of valuesOf('final', 'COPY')) {
    const from = /^--from=(\S+)\s+\/app\/(\S+)\s/.exec(value);
    if (from?.[1] === 'dependencies')
      cpSync(join(dependencies, from[2] ?? ''), join(folder, from[2] ?? ''), {
        recursive: true,
        verbatimSymlinks: true,
      });
    else if (from) cpSync(join(build, from[2] ?? ''), join(folder, from[2] ?? ''), { recursive: true });
    else for (const source of sourcesOf(value)) cpSync(join(root, source), join(folder, source));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitUntilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break;
    if (
      await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The image did not become ready (exit ${child.exitCode}):\n${output()}`);
}

describe('the Docker image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-image-'));
  const dependencies = join(folder, 'dependencies');
  const build = join(folder, 'build');
  const app = join(folder, 'app');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is built, starts in production with an existing PostgreSQL, accepts a login and ends on SIGTERM', async () => {
    mkdirSync(build);
    followStage('build', build, join(root, 'node_modules'));
    mkdirSync(dependencies);
    followStage('dependencies', dependencies);
    mkdirSync(app);
    assemble(app, dependencies, build);
    const { url: databaseUrl, leave } = await copyTemplate();
    const port = await freePort();
    const [program = '', ...parameters] = command();
    expect(program).toBe('node');
    const secrets = { MASTER_KEY: '22'.repeat(32), ADMIN_EMAIL: 'admin@kontor.test', ADMIN_PASSWORD: ADMIN.password };
    const child = spawn(process.execPath, parameters, {
      cwd: app,
      env: {
        PATH: dirname(process.execPath),
        ...imageEnvironment(),
        ...secrets,
        DATABASE_URL: databaseUrl,
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: join(folder, 'data'),
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      const url = `http://127.0.0.1:${port}`;
      await waitUntilReady(url, child, () => said);
      const body = JSON.stringify({ email: secrets.ADMIN_EMAIL, password: secrets.ADMIN_PASSWORD });
      expect(
        (
          await fetch(`${url}/api/v1/auth/token`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body,
          })
        ).status,
      ).toBe(200);
      expect((await fetch(`${url}/docs`)).status).toBe(200);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    } finally {
      child.kill('SIGKILL');
      await leave();
    }
  }, 300_000);
});
