import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ADMIN, signIn, startApp, type TestApp } from './harness/app.js';

describe('the admin command', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ NODE_ENV: 'test' })));
  afterAll(() => app.close());

  const command = fileURLToPath(new URL('../src/admin.js', import.meta.url));
  const run = promisify(execFile);
  const reset = (...args: string[]) =>
    run(process.execPath, [command, ...args], {
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'test',
        LOG_LEVEL: 'error',
        DATABASE_URL: app.databaseUrl,
        MASTER_KEY: '11'.repeat(32),
        DATA_DIR: tmpdir(),
      },
      cwd: tmpdir(),
    });

  it('sets a password, prints it once, sends no mail and ends the sessions of the user', async () => {
    const session = await signIn(app.url);
    const { stdout } = await reset('reset-password', ADMIN.email.toUpperCase());
    const [, password = ''] = /^The new password of \S+ is (\S+) {3}\(shown this once\)$/m.exec(stdout) ?? [];
    expect(password).toMatch(/^[\w-]{24}$/);
    await app.anonymous.post('/auth/login').send(ADMIN).expect(401);
    await signIn(app.url, { email: ADMIN.email, password });
    for (let tries = 0; (await session.get('/auth/me')).status === 200; tries += 1)
      if (tries > 100) throw new Error('The session goes on');
    const { rows } = await app.db.query(
      `select description from security_logs where event_type = 'password_reset' and user_email = $1`,
      [ADMIN.email],
    );
    expect(rows).toEqual([{ description: 'A password was reset by a command on the server.' }]);
  }, 180_000);

  it('names the active admins if no active user has the address', async () => {
    await expect(reset('reset-password', 'nobody@kontor.test')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        `No active user has the address nobody@kontor.test. Active admins: ${ADMIN.email}.`,
      ),
    });
    await expect(reset('reset')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm run admin -- reset-password <email>'),
    });
  }, 180_000);
});

describe('the commands of the image, which has no compiler', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));

  it.each(['admin', 'demo', 'migrate'])('run the build: %s', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'kontor-image-'));
    mkdirSync(join(folder, 'scripts'));
    mkdirSync(join(folder, 'dist', 'src'), { recursive: true });
    mkdirSync(join(folder, 'node_modules', '@nestjs', 'core'), { recursive: true });
    copyFileSync(join(root, 'scripts', 'start.js'), join(folder, 'scripts', 'start.js'));
    writeFileSync(join(folder, 'package.json'), readFileSync(join(root, 'package.json')));
    writeFileSync(join(folder, 'dist', 'src', 'main.js'), '');
    writeFileSync(join(folder, 'dist', 'src', `${name}.js`), 'console.log(process.argv.slice(2).join());');
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(folder, 'scripts', 'start.js'),
      name,
      'up',
      'x',
    ]);
    rmSync(folder, { recursive: true, force: true });
    expect(stdout).toBe('up,x\n');
  });

  it('are npm scripts, and their files are part of the image', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const name of ['admin', 'demo', 'migrate:up', 'migrate:down', 'migrate:status'])
      expect([name, scripts[name]]).toEqual([name, `exec node scripts/start.js ${name.replace(':', ' ')}`]);
    expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).toMatch(/^COPY scripts\/start\.js scripts\/$/m);
  });
});
