import type { Page } from 'playwright-core';
import { ADMIN } from '../../test/harness/app.js';
import { startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterAll(() => ui.close());

const email = (page: Page) => page.getByLabel('E-mail address');
const password = (page: Page) => page.getByLabel('Password');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function fillIn(page: Page, secret = ADMIN.password): Promise<void> {
  await email(page).fill(ADMIN.email);
  await password(page).fill(secret);
  await button(page, 'Sign in').click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

/** Ends the session of a page, as the person does on another device. */
async function endSession(page: Page): Promise<void> {
  const id = await page.evaluate<string>(
    `fetch('/api/v1/auth/me').then((answer) => answer.json()).then(({ sessionId }) => sessionId)`,
  );
  await ui.api.delete(`/auth/sessions/${id}`).expect(204);
}

describe('signing in', () => {
  it('shows the reason of a wrong password, then opens the page that was asked for', async () => {
    const page = await ui.open('/companies', { as: null });
    await fillIn(page, 'not the password');
    await page.getByText('The e-mail address or the password is wrong.').waitFor();
    await takePicture(page, 'sign-in-wrong');
    await fillIn(page);
    await page.getByRole('heading', { name: 'Companies' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/companies');
  });

  it('ends with signing out, which ends the session on the server', async () => {
    const page = await ui.open('/companies');
    await page.getByRole('heading', { name: 'Companies' }).waitFor();
    await signOut(page);
    await password(page).waitFor();
    expect(await page.evaluate(`fetch('/api/v1/auth/me').then((answer) => answer.status)`)).toBe(401);
  });

  it('is not over if the server could not end the session', async () => {
    const page = await ui.open('/companies');
    await page.getByRole('heading', { name: 'Companies' }).waitFor();
    await page.route('**/api/v1/auth/logout', (route) => route.abort());
    await signOut(page);
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(`fetch('/api/v1/auth/me').then((answer) => answer.status)`)).toBe(200);
    await page.getByRole('heading', { name: 'Companies', includeHidden: true }).waitFor();
  });

  it('sends a link for a forgotten password, whether or not the account exists', async () => {
    const page = await ui.open('/', { as: null });
    await button(page, 'Forgot your password?').click();
    await email(page).fill('nobody@kontor.test');
    await button(page, 'Send the link').click();
    await page.getByText('If the account exists, an e-mail with a link is on its way.').waitFor();
  });
});

describe('a lost session', () => {
  it('asks for the password over the page, and the typed text is saved afterwards', async () => {
    const page = await ui.open('/companies/create');
    await page.getByLabel('Name').fill('Typed before the session ended');
    await endSession(page);
    await button(page, 'Save').click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    await takePicture(page, 'session-lost');
    await dialog.getByLabel('Password').fill(ADMIN.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Typed before the session ended' }).waitFor();
    const { rows } = await ui.app.db.query(`select 1 from companies where name = 'Typed before the session ended'`);
    expect(rows).toHaveLength(1);
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
