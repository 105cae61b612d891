import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { ADMIN } from '../../test/harness/app.js';
import { startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

const root = new URL('../../../', import.meta.url);
const VIEWPORT = { width: 1360, height: 860 };
let ui: AdminUi;
let email: string;
beforeAll(async () => {
  ui = await startAdminUi();
  const { rows } = await ui.app.db.query<{ email: string }>(
    `select email from users where title = 'Head of Sales North'`,
  );
  email = rows[0]?.email ?? '';
}, 120_000);
afterAll(() => ui.close());

/** The open deal of the team with the most activities. */
async function busiestDeal(): Promise<string> {
  const { rows } = await ui.app.db.query<{ id: string }>(
    `select d.id from deals d join users u on u.team_id = d.team_id and u.email = $1
      where d.status = 'open' order by (select count(*) from activities a where a.deal_id = d.id) desc, d.id limit 1`,
    [email],
  );
  return rows[0]?.id ?? '';
}

/** With KONTOR_PICTURES, also replaces the picture of the README. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await takePicture(page, name);
  if (process.env['KONTOR_PICTURES'])
    await page.screenshot({
      path: fileURLToPath(new URL(`docs/images/${name}.png`, root)),
      animations: 'disabled',
    });
}

describe('the pictures of the README', () => {
  const open = (path: string) => ui.open(path, { as: { ...ADMIN, email }, viewport: VIEWPORT });
  it.each([
    ['admin-home', () => '/', (page: Page) => page.locator('[data-group=upcoming] [data-activity]').first()],
    ['admin-board', () => '/board', (page: Page) => page.locator('[data-deal]').first()],
    ['admin-record', async () => `/deals/${await busiestDeal()}`, (page: Page) => page.locator('[data-entry]').nth(3)],
  ])('shows the demo company: %s', async (name, path, content) => {
    const page = await open(await path());
    await content(page).waitFor();
    await take(page, name);
    expect(readFileSync(new URL('README.md', root), 'utf8')).toContain(`(docs/images/${name}.png)`);
  });
});
