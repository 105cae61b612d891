import type { Page } from 'playwright-core';
import { isTooWide, PHONE, seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

const PASSWORD = 'amber ladders cross the wide harbour';
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

const head = () => ({ email, password: PASSWORD });
const figure = (page: Page, name: string) => page.locator(`[data-figure="${name}"]`);
const countOf = (text: string): number => Number(text.replaceAll(/\D/g, ''));
/** Opens the list of a figure and returns its total. */
async function totalBehind(page: Page, name: string): Promise<number> {
  await figure(page, name).click();
  await page.waitForURL(/filter=/);
  const total = page.getByRole('status').filter({ hasText: /^\d/ });
  await total.waitFor();
  return countOf(await total.innerText());
}

describe('Home', () => {
  it('shows agenda, new leads, pipeline, won and lost, and the forecast', async () => {
    const page = await ui.open('/', { as: head() });
    for (const name of ['My agenda', 'New leads', 'Pipeline by stage', 'Won and lost', 'Forecast'])
      await page.getByRole('region', { name, exact: true }).waitFor();
    await page.getByRole('img', { name: /^Chart of the forecast/ }).waitFor();
    await figure(page, 'overdue').waitFor();
    await takePicture(page, 'home-light');
    const light = await seriousFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, 'home-dark');
    const dark = await seriousFindings(page);
    await page.setViewportSize(PHONE);
    await takePicture(page, 'home-phone');
    expect({ light, dark, isTooWide: await isTooWide(page) }).toEqual({ light: [], dark: [], isTooWide: false });
  });

  it('leads from each figure to a list of as many records, and back', async () => {
    const page = await ui.open('/', { as: head() });
    const now = new Date();
    const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
    for (const name of ['overdue', 'upcoming', 'new-leads', 'stage New', `won ${lastMonth}`, `lost ${lastMonth}`]) {
      await figure(page, name).waitFor();
      const shown = countOf(await figure(page, name).innerText());
      expect(shown).toBeGreaterThan(0);
      expect([name, await totalBehind(page, name)]).toEqual([name, shown]);
      await page.goBack();
    }
  });

  it('completes an activity in place once the server has stored it, and takes it back', async () => {
    const page = await ui.open('/', { as: head() });
    const row = page.locator('[data-group=overdue] [data-activity]').first();
    await row.waitFor();
    const id = (await row.getAttribute('data-activity')) ?? '';
    const stored = async () => ((await ui.api.get(`/activities/${id}`)).body as { status: string }).status;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/complete', async (route) => {
      await held;
      await route.continue();
    });
    await row.getByRole('checkbox').click();
    await row.getByRole('progressbar', { name: 'Saving' }).waitFor();
    expect(await stored()).toBe('pending');
    release();
    await page.locator(`[data-activity="${id}"]`).waitFor({ state: 'detached' });
    expect(await stored()).toBe('completed');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone').waitFor();
    await page.locator(`[data-activity="${id}"]`).waitFor();
    expect(await stored()).toBe('pending');
  });

  it('shows the reason and the activity again if the server rejects the completion', async () => {
    const page = await ui.open('/', { as: head() });
    const row = page.locator('[data-group=overdue] [data-activity]').first();
    await row.waitFor();
    const id = (await row.getAttribute('data-activity')) ?? '';
    await ui.app.db.query('update activities set version = version + 1, subject = $2 where id = $1', [id, 'Renamed']);
    await row.getByRole('checkbox').click();
    await page
      .getByRole('alert')
      .filter({ hasText: /changed/ })
      .waitFor();
    await page.locator(`[data-activity="${id}"]`).getByText('Renamed').waitFor();
  });

  it('postpones an activity to tomorrow at the same time of day', async () => {
    const page = await ui.open('/', { as: head() });
    const row = page.locator('[data-group=overdue] [data-activity]').first();
    await row.waitFor();
    const id = (await row.getAttribute('data-activity')) ?? '';
    const before = (await ui.api.get(`/activities/${id}`)).body as { dueAt: string };
    await row.getByRole('button', { name: /^Postpone/ }).click();
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
    const request = await sent;
    expect(request.headers()['if-match']).toMatch(/^"\d+"$/);
    expect(Object.keys(request.postDataJSON() as object)).toEqual(['dueAt']);
    await page.getByText('Postponed:').waitFor();
    const after = (await ui.api.get(`/activities/${id}`)).body as { dueAt: string };
    expect(after.dueAt.slice(11, 16)).toBe(before.dueAt.slice(11, 16));
    expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.now());
  });

  it('shows only what the person may see', async () => {
    const { rows } = await ui.app.db.query<{ id: string }>(
      `insert into roles (name, record_access) values ('deals-only', 'all') returning id`,
    );
    await ui.app.db.query(
      `insert into role_permissions (role_id, permission_id) select $1, id from permissions
        where (resource, action) in (('deals', 'read'), ('pipelines', 'read'))`,
      [rows[0]?.id],
    );
    const { userId } = await ui.app.as('deals-only');
    const person = await ui.app.db.query<{ email: string }>('select email from users where id = $1', [userId]);
    const page = await ui.open('/', { as: { email: person.rows[0]?.email ?? '', password: PASSWORD } });
    await page.getByRole('region', { name: 'Pipeline by stage' }).waitFor();
    for (const name of ['My agenda', 'New leads']) expect(await page.getByRole('region', { name }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Agenda' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'New', exact: true }).count()).toBe(0);
  });

  it('is in the language of the profile', async () => {
    await ui.api.patch('/users/me').send({ locale: 'de' });
    const page = await ui.open('/');
    await page.getByRole('heading', { name: 'Pipeline nach Phase' }).waitFor();
    await takePicture(page, 'home-german');
    await ui.api.patch('/users/me').send({ locale: 'en' });
  });
});

describe('the keyboard', () => {
  it('opens screens with g and a letter, creates with c, and lists the shortcuts with ?', async () => {
    const page = await ui.open('/leads');
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, 'shortcuts');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Companies' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'New company' }).waitFor();
    await page.getByLabel('Name').fill('g');
    await page.getByLabel('Name').press('a');
    expect(await page.getByLabel('Name').inputValue()).toBe('ga');
  });

  it('does nothing with single keys after the person turned them off', async () => {
    const page = await ui.open('/leads');
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByRole('switch', { name: 'Shortcuts with single keys' }).uncheck();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await page.keyboard.press('?');
    await dialog.waitFor();
    expect(page.url()).toMatch(/\/leads$/);
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));

describe('Home of an empty database', () => {
  it('says what to do: create, load the demo, invite', async () => {
    for (const table of ['activities', 'leads', 'deals', 'contacts', 'companies'])
      await ui.app.db.query(`update ${table} set deleted_at = now() where deleted_at is null`);
    const page = await ui.open('/');
    await page.getByText('npm run demo').waitFor();
    await takePicture(page, 'home-empty');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'New company' }).click();
    await page.getByRole('heading', { name: 'New company' }).waitFor();
    const seller = await ui.open('/', { as: head() });
    await seller.getByText('You see no records yet', { exact: false }).waitFor();
    expect(await seller.getByText('npm run demo').count()).toBe(0);
  });
});
