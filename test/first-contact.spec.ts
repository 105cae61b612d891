import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const NOBODY = 65_534;

describe('a clone of the repository', () => {
  const parent = mkdtempSync(join(tmpdir(), 'kontor-clone-'));
  beforeAll(() => chmodSync(parent, 0o755));
  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  /**
   * Returns the output of `npm install` in a folder that requires a newer Node, with or without the npm settings of the
   * repository.
   */
  function installed(name: string, npmrc: string): string {
    const folder = join(parent, name);
    mkdirSync(join(folder, 'newer'), { recursive: true });
    writeFileSync(join(folder, '.npmrc'), npmrc);
    writeFileSync(
      join(folder, 'newer', 'package.json'),
      '{"name":"newer","version":"1.0.0","engines":{"node":">=999"}}',
    );
    writeFileSync(
      join(folder, 'package.json'),
      '{"name":"clone","private":true,"dependencies":{"newer":"file:newer"}}',
    );
    const own = Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key));
    const command = 'npm install --offline --no-audit --no-fund --install-links 2>&1';
    return execFileSync('sh', ['-c', command], { cwd: folder, env: Object.fromEntries(own), encoding: 'utf8' });
  }

  it('is installed without a warning for each package that requires a newer Node', () => {
    expect(installed('without', '')).toContain('EBADENGINE');
    expect(installed('with', read('.npmrc'))).not.toContain('EBADENGINE');
  }, 60_000);

  it('names the folder that the user cannot write to in one line', async () => {
    const folder = join(parent, 'foreign');
    for (const path of ['scripts', 'src/start', 'node_modules/@nestjs/core'])
      mkdirSync(join(folder, path), { recursive: true });
    copyFileSync(join(root, 'scripts', 'start.js'), join(folder, 'scripts', 'start.js'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'src', 'start', 'quick-checks.ts'), 'export const startProblem = () => undefined;');
    for (const name of ['migrations', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'])
      writeFileSync(join(folder, name), '');
    mkdirSync(join(folder, 'node_modules', '@nestjs', 'cli', 'bin'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), '');
    chmodSync(folder, 0o555);
    // Permissions do not restrict root, so root starts the process as another user.
    const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const node = join(parent, 'node');
    copyFileSync(process.execPath, node);
    chmodSync(node, 0o755);
    const child = spawn(node, [join(folder, 'scripts', 'start.js')], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '' },
      ...user,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
    chmodSync(folder, 0o755);
    const dist = join(folder, 'dist');
    expect(said).toBe(
      `${dist} cannot be written (EACCES), so Kontor cannot be built; start it as the user who owns the folder.\n`,
    );
  });

  it('excludes cookies, builds, data and settings from git', () => {
    const retained = ['kontor.cookies', 'dist/src/main.js', '.data/master.key', '.env', 'kontor-0.1.0.tgz'];
    const ignored = execFileSync('git', ['check-ignore', '--no-index', ...retained], { cwd: root, encoding: 'utf8' });
    expect(ignored.trim().split('\n')).toEqual(retained);
  });
});

describe('the documents', () => {
  it('describe a release by its start and features, without figures of tuning', () => {
    const changes = read('CHANGELOG.md');
    expect(/^## .*\n(?:(?!^###).*\n)*### (.*)$/m.exec(changes)?.[1]).toBe('Start and use');
    expect(changes.match(/\d+(\.\d+)? ?(ms|µs|%)|\bfaster\b/g)).toBeNull();
  });

  it.each(['README.md', 'docs/operations.md'])('describe who can read the metrics: %s', (file) => {
    const text = read(file).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(
      /Without `METRICS_TOKEN`, `\/metrics` answers only requests from the same machine that came through no proxy/,
    );
  });
});
