import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { loadDemo } from '../../../src/demo/load.js';
import { ADMIN, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { openBrowser } from '../../../test/harness/browser.js';
import type { Caller } from '../../../test/harness/caller.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const PICTURES = join(root, 'admin/test/screenshots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WAIT_MS = 15_000;
const SIZE = { width: 1360, height: 860 };
export const PHONE = { width: 360, height: 740 };

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** A server with the demo company, and a browser. */
export interface AdminUi {
  readonly app: TestApp;
  readonly url: string;
  /** The admin as a program, to change data beside the browser. */
  readonly api: Caller;
  /** Errors of all pages: exceptions, and files or styles that the policy blocked. */
  readonly errors: readonly string[];
  /** Opens a page in a new session of a person; without a person, signed out. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}
interface OpenOptions {
  readonly as?: { readonly email: string; readonly password: string } | null;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
}

export async function startAdminUi(environment: Record<string, string> = {}): Promise<AdminUi> {
  const app = await startApp(environment);
  const { rows } = await app.db.query<{ hash: string }>('select password_hash as hash from users limit 1');
  const passwordHash = rows[0]?.hash ?? '';
  await loadDemo({ url: app.databaseUrl, scale: 0.1, reset: false, passwordHash, onProgress: () => undefined });
  const browser = await openBrowser();
  const errors: string[] = [];
  return {
    app,
    url: app.url,
    api: await signIn(app.url),
    errors,
    open: async (path, options) => openPage(browser, app.url, path, errors, options),
    async close() {
      await browser.close();
      await app.close();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  path: string,
  errors: string[],
  { as = ADMIN, viewport = SIZE, colorScheme = 'light', locale = 'en' }: OpenOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme, locale, baseURL: `${url}/admin/` });
  if (as) await addSession(context, url, as);
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // The first request of a signed-out page is answered with 401, which the browser logs.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  await page.goto(`${url}/admin${path}`);
  return page;
}

async function addSession(context: BrowserContext, url: string, person: { email: string; password: string }) {
  const { headers } = await signIn(url, person);
  const cookies = (headers['Cookie'] ?? '').split('; ').map((pair) => pair.split('=', 2) as [string, string]);
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url })));
}

/** Returns the serious findings of axe, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResult>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Stores a screenshot to look at, without animations. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}

/** Returns whether the page is wider than its window. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
