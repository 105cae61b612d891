import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ADMIN, startApp, type TestApp } from '../harness/app.js';
import { documentedCalls, loadSdk } from './sdk.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const sdk = join(root, 'sdk');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** What Kontor would send to the receiver of the README. */
const DELIVERY = `
import { createHmac } from 'node:crypto';
const sent = JSON.stringify({ id: 'evt_1', type: 'lead.status_changed', data: { object: { name: 'Delivered' }, oldStatus: 'new', newStatus: 'contacted' } });
const at = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', Buffer.from((process.env.KONTOR_WEBHOOK_SECRET ?? '').slice(6), 'base64')).update(\`evt_1.\${at}.\${sent}\`).digest('base64');
for (const body of [sent, sent + ' ']) {
  const { status } = await receive(new Request('http://receiver/', { method: 'POST', body, headers: { 'webhook-id': 'evt_1', 'webhook-timestamp': at, 'webhook-signature': 'v1,' + signature } }));
  console.log('delivery', status);
}`;

describe('SDK package', () => {
  let app: TestApp;
  let project: string;
  let tarball: string;

  const node = (...parameters: string[]) =>
    run(process.execPath, parameters, {
      cwd: project,
      env: {
        PATH: process.env['PATH'],
        KONTOR_URL: app.url,
        KONTOR_API_KEY: app.admin.headers['X-API-Key'],
        KONTOR_EMAIL: ADMIN.email,
        KONTOR_PASSWORD: ADMIN.password,
        KONTOR_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      },
    });

  beforeAll(async () => {
    app = await startApp();
    project = mkdtempSync(join(tmpdir(), 'kontor-consumer-'));
    await run('npm', ['pack', '--pack-destination', project], { cwd: sdk });
    tarball = join(project, readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '');
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: project });
    const snippets = [...readFileSync(join(sdk, 'README.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)]
      .map(([, code]) => code)
      .join('\n');
    writeFileSync(join(project, 'readme.ts'), `${snippets}\n${DELIVERY}`);
  }, 120_000);
  afterAll(async () => {
    rmSync(project, { recursive: true, force: true });
    await app.close();
  });

  it('has a method for every operation of the document, and no other but what is written by hand', async () => {
    const { Kontor } = await loadSdk();
    const kontor = new Kontor({ baseUrl: app.url }) as Record<string, Record<string, unknown>>;
    const methods = Object.entries(kontor).flatMap(([name, calls]) =>
      Object.keys(calls).map((method) => `${name}.${method}`),
    );
    const written = ['events.feed'];
    expect(methods.sort()).toEqual([...documentedCalls().map(({ call }) => call.join('.')), ...written].sort());
    expect(methods.length).toBeGreaterThan(20);
  });

  it('does what its README says', async () => {
    const { stdout } = await node('--experimental-strip-types', '--no-warnings', 'readme.ts');
    expect(stdout).toMatch(/^[0-9a-f-]{36} new\nAda Lovelace\n/);
    expect(stdout).toContain('422 invalid-body');
    expect(stdout).toContain('#/email');
    expect(stdout).toContain('true\n');
    expect(stdout).toContain('\ntoken\n');
    expect(stdout).toContain('a new lead: Ada Lovelace\n');
    expect(stdout).toMatch(
      /Delivered went from new to contacted\ndelivery 204\nrefused: bad-signature\ndelivery 400\n$/,
    );
  });

  it('works as CommonJS, in parallel with several clients', async () => {
    writeFileSync(
      join(project, 'old.cjs'),
      `
      const { Kontor, isKontorError } = require('@kontor/sdk');
      const clients = Array.from({ length: 5 }, () => new Kontor({ baseUrl: process.env.KONTOR_URL, apiKey: process.env.KONTOR_API_KEY }));
      const stranger = new Kontor({ baseUrl: process.env.KONTOR_URL });
      Promise.all(clients.map((kontor, index) => kontor.leads.create({ name: 'Lead ' + index, email: index + '@example.com' })))
        .then((leads) => Promise.all([clients[0].leads.list({ q: 'Lead', limit: 2 }).toArray(), stranger.leads.list().catch((error) => isKontorError(error) && error.status), leads]))
        .then(([found, status, leads]) => console.log(found.length, status, new Set(leads.map(({ id }) => id)).size));`,
    );
    expect((await node('old.cjs')).stdout).toBe('5 401 5\n');
  });

  it('makes one lead although the first answer is lost', async () => {
    const { Kontor } = await loadSdk();
    let tries = 0;
    const lossy = async (url: string, init: RequestInit) => {
      const answer = await fetch(url, init);
      tries += 1;
      if (tries === 1) throw new TypeError('fetch failed');
      return answer;
    };
    const kontor = new Kontor({ baseUrl: app.url, apiKey: app.admin.headers['X-API-Key'], fetch: lossy });
    const { data, response } = await kontor.leads
      .create({ name: 'Only Once', email: 'once@example.com' })
      .withResponse();
    expect([tries, response.headers.get('idempotency-replayed')]).toEqual([2, 'true']);
    expect((await kontor.leads.list({ q: 'Only Once' })).data.map(({ id }: { id: string }) => id)).toEqual([data.id]);
  });

  it.each(['NodeNext', 'bundler'])(
    'has types for %s',
    async (moduleResolution) => {
      copyFileSync(join(sdk, 'test', 'consumer.ts'), join(project, 'consumer.ts'));
      const compilerOptions = {
        target: 'ES2022',
        module: moduleResolution === 'bundler' ? 'ESNext' : 'NodeNext',
        moduleResolution,
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        typeRoots: [join(root, 'node_modules', '@types')],
        types: ['node'],
        lib: moduleResolution === 'bundler' ? ['ES2022', 'DOM'] : ['ES2022'],
      };
      writeFileSync(
        join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, files: ['consumer.ts', 'readme.ts'] }),
      );
      const { stdout } = await run(bin('tsc'), ['-p', project]).catch((error: { stdout: string }) => error);
      expect(stdout).toBe('');
    },
    120_000,
  );

  it('is packed as publint and attw want it, small and with nothing stray', async () => {
    const { stdout: said } = await run(bin('publint'), ['--strict', tarball]);
    expect(said).toContain('All good!');
    const { stdout: resolved } = await run(bin('attw'), [tarball, '--no-definitely-typed', '--no-color', '--no-emoji']);
    expect(resolved).toContain('No problems found');
    const installed = join(project, 'node_modules', '@kontor', 'sdk');
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { dependencies?: object };
    expect(manifest.dependencies).toBeUndefined();
    expect(readdirSync(installed).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);
    expect(statSync(tarball).size).toBeLessThan(300_000);
  }, 120_000);

  it('is bundled for browsers without any help, in at most 12 kB', async () => {
    mkdirSync(join(project, 'web'), { recursive: true });
    writeFileSync(join(project, 'web', 'page.js'), `export { Kontor, isKontorError } from '@kontor/sdk';`);
    const out = join(project, 'web', 'out.js');
    await run(bin('esbuild'), [
      join(project, 'web', 'page.js'),
      '--bundle',
      '--minify',
      '--platform=browser',
      '--format=esm',
      `--outfile=${out}`,
    ]);
    const bundle = readFileSync(out, 'utf8');
    // CancelError would mean that the generator's own HTTP layer came along.
    expect(/\bprocess\.|\bBuffer\b|\brequire\(|CancelError/.exec(bundle)).toBeNull();
    expect(gzipSync(bundle, { level: 9 }).length).toBeLessThan(12_000);
  });
});
