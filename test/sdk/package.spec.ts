import { execFile } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ADMIN, startApp, type TestApp } from '../harness/app.js';
import { isCurrency } from '../../src/kernel/values/money.js';
import { LossyProxy } from '../harness/lossy-proxy.js';
import { documentedCalls, loadSdk, rejection, type Untyped } from './sdk.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const sdk = join(root, 'sdk');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** Copies the sources of the SDK without a build, as in a new clone, so that packing must build. */
function freshCopy(folder: string): string {
  const copy = join(folder, 'sdk');
  const isSource = (path: string): boolean => !/[\\/](dist|node_modules)$/.test(path);
  cpSync(sdk, copy, { recursive: true, filter: isSource });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** A signed delivery as Kontor sends it to the receiver in the README. */
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
    app = await startApp({ OUTBOUND_ALLOW: '127.0.0.1' });
    project = mkdtempSync(join(tmpdir(), 'kontor-consumer-'));
    await run('npm', ['pack', '--pack-destination', project], { cwd: freshCopy(project) });
    tarball = join(project, readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '');
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: project });
    const snippets = [...readFileSync(join(sdk, 'README.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)]
      .map(([, code]) => code)
      .join('\n');
    writeFileSync(join(project, 'readme.ts'), `${snippets}\n${DELIVERY}`);
  }, 240_000);
  afterAll(async () => {
    rmSync(project, { recursive: true, force: true });
    await app.close();
  });

  it('has a method for every operation of the document, and no other generated method', async () => {
    const { Kontor } = await loadSdk();
    const kontor = new Kontor({ baseUrl: app.url, apiKey: null }) as Record<string, Record<string, unknown>>;
    const methods = Object.entries(kontor).flatMap(([name, calls]) =>
      Object.keys(calls).map((method) => `${name}.${method}`),
    );
    const written = ['events.feed'];
    expect(methods).toContain('auditLogs.export');
    expect(methods.sort()).toEqual([...documentedCalls().map(({ call }) => call.join('.')), ...written].sort());
    expect(methods.length).toBeGreaterThan(20);
  });

  it('runs the examples of its README', async () => {
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

  it('works as CommonJS, with several concurrent clients', async () => {
    writeFileSync(
      join(project, 'old.cjs'),
      `
      const { Kontor, isKontorError } = require('@kontor/sdk');
      const clients = Array.from({ length: 5 }, () => new Kontor({ baseUrl: process.env.KONTOR_URL, apiKey: process.env.KONTOR_API_KEY }));
      const stranger = new Kontor({ apiKey: null });
      Promise.all(clients.map((kontor, index) => kontor.leads.create({ name: 'Lead ' + index, email: index + '@example.com' })))
        .then((leads) => Promise.all([clients[0].leads.list({ q: 'Lead', limit: 2 }).toArray(), stranger.leads.list().catch((error) => isKontorError(error) && error.status), leads]))
        .then(([found, status, leads]) => console.log(found.length, status, new Set(leads.map(({ id }) => id)).size));`,
    );
    expect((await node('old.cjs')).stdout).toBe('5 401 5\n');
  });

  describe('with the first response of each call lost', () => {
    const lossy = async (): Promise<{ kontor: Untyped; attempts: () => number }> => {
      const { Kontor } = await loadSdk();
      const proxy = await LossyProxy.before(app.url);
      proxies.push(proxy);
      const kontor = new Kontor({ baseUrl: proxy.url, apiKey: app.admin.headers['X-API-Key'] });
      return { kontor, attempts: () => proxy.attempts };
    };
    const proxies: LossyProxy[] = [];
    afterAll(() => Promise.all(proxies.map((proxy) => proxy.close())));

    it('creates one lead', async () => {
      const { kontor, attempts } = await lossy();
      const lead = { name: 'Only Once', email: 'once@example.com' };
      const { data, response } = await kontor.leads.create(lead).withResponse();
      expect([attempts(), response.headers.get('idempotency-replayed')]).toEqual([2, 'true']);
      expect((await kontor.leads.list({ q: 'Only Once' })).data.map(({ id }: { id: string }) => id)).toEqual([data.id]);
    });

    it('returns the own change, deletion or upsert, not a conflict', async () => {
      const { kontor } = await lossy();
      const upsert = await kontor.companies.upsert('crm', 'lost-1', { name: 'Once Ltd' }).withResponse();
      expect([upsert.response.status, upsert.data.version]).toEqual([201, 1]);
      const changed = await kontor.companies.update(upsert.data.id, { name: 'Twice Ltd' }, { ifMatch: 1 });
      expect([changed.name, changed.version]).toEqual(['Twice Ltd', 2]);
      const outdated = await rejection(kontor.companies.update(upsert.data.id, { name: 'Late Ltd' }, { ifMatch: 1 }));
      expect(outdated).toMatchObject({ status: 412, code: 'stale-version' });
      await kontor.companies.delete(upsert.data.id, { ifMatch: 2 });
      expect((await rejection(kontor.companies.get(upsert.data.id))).status).toBe(404);
    });

    it('returns the secret of a new API key', async () => {
      const { kontor } = await lossy();
      const { id, key } = await kontor.apiKeys.create({ name: 'sync', scopes: ['leads:read'] });
      const { Kontor } = await loadSdk();
      const other = new Kontor({ baseUrl: app.url, apiKey: key });
      expect((await other.leads.list()).data).toBeInstanceOf(Array);
      expect((await kontor.apiKeys.list()).data.filter((stored: { id: string }) => stored.id === id)).toHaveLength(1);
    });
  });

  it('streams the audit log, sends raw requests and turns pages', async () => {
    const { Kontor } = await loadSdk();
    const kontor = new Kontor({ baseUrl: app.url, apiKey: app.admin.headers['X-API-Key'] });
    await kontor.leads.create({ name: 'Paged One', email: 'paged1@example.com' });
    await kontor.leads.create({ name: 'Paged Two', email: 'paged2@example.com' });
    const file = await kontor.auditLogs.export({ format: 'csv' });
    expect((await file.text()).split('\n')[0]).toContain('action');
    const raw = await kontor.request('GET', '/api/v1/leads', { query: { q: 'Paged', limit: 1 } });
    expect((await raw.json()).data).toHaveLength(1);
    const failure = await kontor.request('GET', '/api/v1/nothing').catch((error: unknown) => error);
    expect(failure).toMatchObject({ status: 404, code: 'route-not-found' });
    const first = kontor.leads.list({ q: 'Paged', limit: 1 });
    expect(await first.hasNextPage()).toBe(true);
    expect((await first.nextPage()).data[0].id).not.toBe((await first).data[0].id);
    const all = kontor.leads.list({ q: 'Paged' });
    expect(await all.hasNextPage()).toBe(false);
    await expect(all.nextPage()).rejects.toThrow(RangeError);
  });

  it('writes custom fields as types, and does the whole sales process with them in an empty strict project', async () => {
    const define = (body: object) => app.admin.post('/custom-fields').send(body).expect(201);
    const options = ['gold', 'silver'].map((value) => ({ value, label: value }));
    await define({ resource: 'leads', key: 'tier', label: 'Tier */ of service', type: 'choice', options });
    await define({ resource: 'leads', key: 'seats', label: 'Seats', type: 'number' });
    await define({ resource: 'deals', key: 'areas', label: 'Areas', type: 'multi-choice', options });
    const folder = join(project, 'sales');
    mkdirSync(folder);
    const at = {
      cwd: folder,
      env: { ...process.env, KONTOR_URL: app.url, KONTOR_API_KEY: app.admin.headers['X-API-Key'] },
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'sales', private: true, type: 'module' }));
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], at);
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['@kontor']);

    const command = join(folder, 'node_modules', '.bin', 'kontor-sdk');
    const { stdout: types } = await run(command, ['types', '--url', app.url], at);
    expect(types).toContain('tier?: "gold" | "silver";\n    /** Seats */\n    seats?: number;');
    expect(types).toContain('areas?: ReadonlyArray<"gold" | "silver">;');
    await run(command, ['types', '--out', 'custom-fields.ts'], at);
    expect(readFileSync(join(folder, 'custom-fields.ts'), 'utf8')).toBe(types);
    const { stderr, code } = (await run(command, ['types', '--url', app.url], {
      ...at,
      env: { ...at.env, KONTOR_API_KEY: 'wrong' },
    }).catch((error: unknown) => error)) as { stderr: string; code: number };
    expect([code, stderr]).toEqual([1, expect.stringContaining('401')]);

    const source = readFileSync(join(sdk, 'test', 'sales-process.ts'), 'utf8');
    expect(/\bany\b(?!`)|\bas\b (?!an application)|@ts-|!\./.exec(source)).toBeNull();
    writeFileSync(join(folder, 'sales-process.ts'), source);
    const compilerOptions = {
      target: 'ES2022',
      module: 'NodeNext',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noImplicitOverride: true,
      typeRoots: [join(root, 'node_modules', '@types')],
      types: ['node'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['sales-process.ts'] }));
    const compiled = await run(bin('tsc'), ['-p', folder]).catch((error: { stdout: string }) => error);
    expect(compiled.stdout).toBe('');
    const { stdout } = await run(process.execPath, ['sales-process.js'], at);
    expect(stdout.trim().split('\n')).toEqual([
      'lead Ada Lovelace ada@engines.example gold',
      'cards Engine No. 2',
      'deal won',
      'activities First call',
      'webhook Engine No. 2 won',
      'feed gold',
    ]);
  }, 120_000);

  it('has the closed lists of the server', async () => {
    const generated = (file: string): string => readFileSync(join(sdk, 'src', file), 'utf8');
    const named = (file: string, name: string): string[] => {
      const [, list = ''] = new RegExp(`type ${name} = ([^;]*)`).exec(generated(file)) ?? [];
      return [...list.matchAll(/'([^']+)'/g)].map(([, word]) => word as string);
    };
    const { data: permissions } = (await app.admin.get('/permissions').expect(200)).body as {
      data: { name: string }[];
    };
    expect(named('generated/closed-lists.ts', 'Permission')).toEqual(permissions.map(({ name }) => name).sort());
    const { data: settings } = (await app.admin.get('/settings').expect(200)).body as { data: { key: string }[] };
    const keys = [...generated('settings.ts').matchAll(/^  ([a-z_]+): /gm)].map(([, key]) => key);
    expect(keys.slice(0, settings.length)).toEqual(settings.map(({ key }) => key).sort());
    const currencies = named('generated/closed-lists.ts', 'CurrencyCode');
    expect(currencies.filter((code) => !isCurrency(code))).toEqual([]);
    expect(currencies.length).toBeGreaterThan(150);
    expect(named('generated/closed-lists.ts', 'CountryCode')).toEqual(expect.arrayContaining(['AT', 'DE', 'GB', 'US']));
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

  it('has declarations without any, internal classes or unnamed errors, in less than 520 kB', () => {
    const folder = join(project, 'node_modules', '@kontor', 'sdk', 'dist', 'esm');
    const declarations = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.d.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const code = declarations.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
    expect(/\bany\b|CancelablePromise|httpRequest|BaseHttpRequest|@@/.exec(code)).toBeNull();
    expect(new Set(declarations.match(/@throws .*/g))).toEqual(new Set(['@throws {KontorError}']));
    expect(declarations.length).toBeLessThan(520_000);
  });

  it('leads from code and types to its sources', () => {
    const folder = join(project, 'node_modules', '@kontor', 'sdk', 'dist');
    const maps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map'));
    expect(maps).toEqual(expect.arrayContaining(['esm/client.js.map', 'esm/client.d.ts.map', 'cjs/client.d.ts.map']));
    for (const name of maps) {
      const map = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { sources: string[] };
      for (const source of map.sources)
        expect([source, existsSync(join(folder, name, '..', source))]).toEqual([source, true]);
    }
  });

  it('passes publint and attw, is small and has no unexpected files', async () => {
    const { stdout: said } = await run(bin('publint'), ['--strict', tarball]);
    expect(said).toContain('All good!');
    const { stdout: resolved } = await run(bin('attw'), [tarball, '--no-definitely-typed', '--no-color', '--no-emoji']);
    expect(resolved).toContain('No problems found');
    const installed = join(project, 'node_modules', '@kontor', 'sdk');
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { dependencies?: object };
    expect(manifest.dependencies).toBeUndefined();
    expect(readdirSync(installed).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'package.json',
      'src',
    ]);
    expect(statSync(tarball).size).toBeLessThan(500_000);
  }, 120_000);

  it.each([
    ['the whole client', `export { Kontor, isKontorError } from '@kontor/sdk';`, 12_000],
    [
      'one call',
      `import { createKontor, leads } from '@kontor/sdk/resources';
       createKontor({ baseUrl: 'https://crm.example.com', apiKey: 'key' }, [leads]).leads.list();`,
      6_500,
    ],
    ['the check of webhooks', `export { verifyWebhook } from '@kontor/sdk';`, 1_700],
  ])(
    'bundles %s for browsers without configuration, with few bytes',
    async (_, code, limit) => {
      mkdirSync(join(project, 'web'), { recursive: true });
      writeFileSync(join(project, 'web', 'page.js'), code);
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
      expect(/\bprocess\.|\bBuffer\b|\brequire\(/.exec(bundle)).toBeNull();
      expect(bundle.includes('/api/v1/deals')).toBe(/\bKontor\b/.test(code));
      expect(gzipSync(bundle, { level: 9 }).length).toBeLessThan(limit);
    },
    60_000,
  );
});
