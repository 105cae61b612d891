import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp, type TestApp } from '../../test/harness/app.js';
import { startAdminUi } from './harness/admin-ui.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const MOST_BYTES = 350 * 1024;

describe('the server', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ ROLE: 'web' })));
  afterAll(() => app.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, { headers, redirect: 'manual' });
  const scriptOf = (page: string): string => /src="(\/admin\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';

  it.each(['/admin', '/admin/', '/admin/companies', '/admin/deals/0193a1c2/history', '/admin/index.html'])(
    'answers %s with the page of the admin UI, which is never stored',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-store',
      ]);
      expect(scriptOf(await answer.text())).not.toBe('');
    },
  );

  it('allows only own scripts, and only styles with the nonce of the response', async () => {
    const answers = await Promise.all([get('/admin'), get('/admin')]);
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    const policies = answers.map((answer) => answer.headers.get('content-security-policy') ?? '');
    for (const [at, policy] of policies.entries()) {
      expect(policy).toContain(`default-src 'none'; script-src 'self'; `);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1];
      expect(pages[at]).toContain(`content="${nonce}"`);
    }
    expect(policies[0]).not.toBe(policies[1]);
    expect(pages[0]).not.toMatch(/<script(?![^>]+src=)|\son\w+=|style="/);
  });

  it('serves files with a hash in their names for a year, compressed for browsers that accept it', async () => {
    const path = scriptOf(await (await get('/admin')).text());
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await get(path, { 'Accept-Encoding': encoding });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(answer.headers.get('vary')).toContain('Accept-Encoding');
      expect(await answer.text()).toBe(readFileSync(join(root, path.replace('/admin/', 'admin/dist/')), 'utf8'));
    }
  });

  it('does not count these files against the rate limit of an address', async () => {
    const path = scriptOf(await (await get('/admin')).text());
    const answers = await Promise.all(Array.from({ length: 3 }, () => get(path, { 'X-Forwarded-For': '192.0.2.7' })));
    expect(answers.map(({ headers }) => headers.get('ratelimit'))).toEqual([null, null, null]);
    expect((await get('/admin')).headers.get('ratelimit')).toMatch(/^"default";r=/);
  });

  it.each(['/admin/%', '/admin/assets/%E0%A4%A'])('answers 400 to a path that is no text: %s', async (path) => {
    expect((await get(path)).status).toBe(400);
  });

  it.each(['/admin/assets/missing.js', '/admin/assets/', '/administrator', '/admin/assets/..%2f..%2fpackage.json'])(
    'answers 404 as a problem: %s',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );

  it('shows no file outside the build', async () => {
    for (const path of ['/admin/.built', '/admin/..%2fpackage.json', '/admin/%2e%2e/package.json'])
      expect(await (await get(path)).text()).not.toMatch(/"dependencies"|^\d{10}/);
  });

  it('answers other methods with 405', async () => {
    const answer = await fetch(`${app.url}/admin`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await fetch(`${app.url}/admin`, { method: 'HEAD' })).status).toBe(200);
  });

  it('redirects browsers from / to the admin UI, and programs to the documentation', async () => {
    const targets = await Promise.all(
      ['text/html,*/*', 'application/json', '*/*'].map(async (accept) =>
        (await get('/', { Accept: accept })).headers.get('location'),
      ),
    );
    expect(targets).toEqual(['/admin', '/docs', '/docs']);
  });
});

describe('ADMIN_UI=off', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ ROLE: 'web', ADMIN_UI: 'off' })));
  afterAll(() => app.close());

  it('leaves the admin UI out', async () => {
    expect((await fetch(`${app.url}/admin`)).status).toBe(404);
    const start = await fetch(app.url, { headers: { Accept: 'text/html' }, redirect: 'manual' });
    expect(start.headers.get('location')).toBe('/docs');
  });
});

describe('the first screen', () => {
  it('loads at most 350 kB of compressed JavaScript', async () => {
    const ui = await startAdminUi();
    try {
      const page = await ui.open('/leads', { as: null });
      const loaded = new Set<string>();
      page.on('response', (answer) => loaded.add(answer.url()));
      await page.reload();
      await page.getByLabel('Password').waitFor();
      await page.waitForLoadState('networkidle');
      const scripts = [...loaded].map((one) => new URL(one).pathname).filter((path) => path.endsWith('.js'));
      const sizes = scripts.map(
        (path) => readFileSync(join(root, path.replace('/admin/', 'admin/dist/') + '.gz')).length,
      );
      expect(scripts.length).toBeGreaterThan(0);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
    } finally {
      await ui.close();
    }
  });
});
