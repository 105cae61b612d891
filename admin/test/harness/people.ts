import type { Page } from 'playwright-core';
import { ADMIN } from '../../../test/harness/app.js';
import type { AdminUi } from './admin-ui.js';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const dialogOf = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** Chooses an entry of a select or of an autocomplete. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Makes the last check of the password too old for critical operations, and waits until the server applies it. */
export async function forgetConfirmation(ui: AdminUi, page: Page): Promise<void> {
  const id = await page.evaluate<string>(
    `fetch('/api/v1/auth/me').then((answer) => answer.json()).then(({ sessionId }) => sessionId)`,
  );
  await ui.app.db.query(`update sessions set proven_at = now() - interval '11 minutes' where id = $1`, [id]);
  // Drops the cached state of the session.
  await ui.app.db.query('insert into access_epoch default values');
  const start = `fetch('/api/v1/auth/totp/start', { method: 'POST' }).then((answer) => answer.text())`;
  while (!(await page.evaluate<string>(start)).includes('reauthentication-required'));
}

/** Confirms the password in the dialog that the API asks for. */
export async function confirmPassword(page: Page, password = ADMIN.password): Promise<void> {
  const dialog = dialogOf(page, 'Confirm your password');
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.waitFor({ state: 'detached' });
}
