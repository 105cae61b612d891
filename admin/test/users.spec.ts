import type { Page } from 'playwright-core';
import { AccountMails, newPerson, tokenIn } from '../../test/harness/account-mails.js';
import { signIn } from '../../test/harness/app.js';
import { PHONE, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { button, choose, confirmPassword, dialogOf, forgetConfirmation } from './harness/people.js';

const mails = new AccountMails();
const PASSWORD = 'seven slow boats pass the pier';
let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi({ SMTP_URL: await mails.start() })), 120_000);
afterAll(async () => {
  await ui.close();
  await mails.stop();
});

const roleId = async (name: string): Promise<string> =>
  (await ui.app.db.query<{ id: string }>('select id from roles where name = $1', [name])).rows[0]?.id ?? '';
const userRow = async (id: string) =>
  (
    await ui.app.db.query<{ is_active: boolean; email: string; title: string | null; deleted_at: Date | null }>(
      'select is_active, email, title, deleted_at from users where id = $1',
      [id],
    )
  ).rows[0];
/** A demo user who owns records, and another one. */
async function owners(): Promise<{ id: string; name: string }[]> {
  const { rows } = await ui.app.db.query<{ id: string; name: string }>(
    `select u.id, u.first_name || ' ' || u.last_name as name from users u join leads l on l.owner_id = u.id
      where u.is_active and l.deleted_at is null group by u.id order by count(*) desc, u.id limit 2`,
  );
  return rows;
}

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: 'Account' }).getByRole('button', { name }).click();
}

describe('an invitation', () => {
  it('leads by mail to a page that sets the password, and from there to the admin UI', async () => {
    const page = await ui.open('/settings/users');
    await button(page, 'Invite a user').click();
    const dialog = dialogOf(page, 'Invite a user');
    await dialog.getByLabel('E-mail address').fill('grace@kontor.test');
    await dialog.getByLabel('First name').fill('Grace');
    await dialog.getByLabel('Last name').fill('عمر 🚀 <b>Hopper</b>');
    await dialog.getByRole('checkbox', { name: /^sales/ }).check();
    await takePicture(page, 'users-invite');
    await dialog.getByRole('button', { name: 'Send the invitation' }).dblclick();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Grace عمر 🚀 <b>Hopper</b>' }).waitFor();
    expect(await page.locator('td b').count()).toBe(0);
    const token = tokenIn(await mails.next('grace@kontor.test'));
    expect(mails.count('grace@kontor.test')).toBe(1);

    const invited = await ui.open('/', { as: null });
    await invited.goto(`${ui.url}/account/invitation#token=${token}`);
    await invited.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await invited.getByLabel('Password again').fill(PASSWORD);
    await button(invited, 'Set the password').click();
    await invited.getByRole('link', { name: 'Continue to Kontor' }).click();
    await invited.getByLabel('E-mail address').fill('grace@kontor.test');
    await invited.getByLabel('Password').fill(PASSWORD);
    await button(invited, 'Sign in').click();
    await invited.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(invited.url()).pathname).toMatch(/^\/admin/);
  });

  it('shows the reason at the field that the server rejects, and the dialog stays open', async () => {
    const page = await ui.open('/settings/users');
    await button(page, 'Invite a user').click();
    const dialog = dialogOf(page, 'Invite a user');
    await dialog.getByLabel('E-mail address').fill('admin@kontor.test');
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await dialog.getByText(/already/).waitFor();
    expect(await dialog.getByLabel('E-mail address').inputValue()).toBe('admin@kontor.test');
  });

  it('is sent again to a user who has not accepted it', async () => {
    const { id, email } = await newPerson(ui.app, { hasPassword: false });
    const page = await ui.open(`/settings/users/${id}`);
    await act(page, 'Send again');
    await dialogOf(page, /Send a new invitation/)
      .getByRole('button', { name: 'Send again' })
      .click();
    await page.getByText(/A new invitation was sent/).waitFor();
    expect(tokenIn(await mails.next(email))).toHaveLength(43);
  });
});

describe('the list of users', () => {
  it('is restored from its address', async () => {
    const { id, email } = await newPerson(ui.app, { role: 'viewer' });
    const page = await ui.open('/settings/users');
    await page.getByLabel('Search name or e-mail address').fill(email);
    await page.waitForURL(/q=/);
    await choose(page, 'State', 'Active');
    await page.getByText('1 user', { exact: true }).waitFor();
    const again = await ui.open(page.url().slice(`${ui.url}/admin`.length));
    await again.getByRole('link', { name: email }).waitFor();
    expect(await again.locator('tbody tr').count()).toBe(1);
    await choose(again, 'State', 'Inactive');
    await again.getByText('No user matches').waitFor();
    await takePicture(again, 'users-no-match');
    expect(id).toHaveLength(36);
  });

  it('offers only what the person may do', async () => {
    const viewer = await newPerson(ui.app, { role: 'viewer' });
    const page = await ui.open('/settings/users', { as: viewer, viewport: PHONE });
    await page.getByRole('heading', { name: 'Users' }).waitFor();
    await page.getByRole('table').waitFor();
    expect(await button(page, 'Invite a user').count()).toBe(0);
    const { id } = await newPerson(ui.app);
    await page.goto(`${ui.url}/admin/settings/users/${id}`);
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    expect(await page.getByRole('region', { name: 'Account' }).count()).toBe(0);
    expect(await page.getByLabel('First name').isDisabled()).toBe(true);
    expect(await button(page, 'Save').count()).toBe(0);
  });
});

describe('the page of a user', () => {
  it('sends only what was changed, with the version it is based on', async () => {
    const { id } = await newPerson(ui.app);
    const page = await ui.open(`/settings/users/${id}`);
    await page.getByLabel('Job title').fill('Captain');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await button(page, 'Save').first().click();
    const request = await sent;
    expect(request.postDataJSON()).toEqual({ title: 'Captain' });
    expect(request.headers()['if-match']).toBe('"1"');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect((await userRow(id))?.title).toBe('Captain');
  });

  it('shows both values of a conflict, and keeps the typed text until the person decides', async () => {
    const { id } = await newPerson(ui.app);
    const page = await ui.open(`/settings/users/${id}`);
    await page.getByLabel('Job title').fill('Mine');
    await (await signIn(ui.url)).patch(`/users/${id}`).send({ title: 'Theirs' }).expect(200);
    await button(page, 'Save').first().click();
    const dialog = dialogOf(page, 'Somebody changed this record');
    await dialog.getByRole('cell', { name: 'Mine' }).waitFor();
    await dialog.getByRole('cell', { name: 'Theirs' }).waitFor();
    await takePicture(page, 'user-conflict');
    expect((await userRow(id))?.title).toBe('Theirs');
    await dialog.getByRole('button', { name: 'Save my value' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await userRow(id))?.title).toBe('Mine');
  });

  it('asks before typed text is lost', async () => {
    const { id } = await newPerson(ui.app);
    const page = await ui.open(`/settings/users/${id}`);
    await page.getByLabel('Department').fill('Typed');
    await page.getByRole('link', { name: 'Teams' }).first().click();
    await dialogOf(page, 'Leave without saving?').getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Department').inputValue()).toBe('Typed');
  });

  it('sets roles after the password was confirmed', async () => {
    const { id } = await newPerson(ui.app, { role: 'viewer' });
    const page = await ui.open(`/settings/users/${id}`);
    await page.getByRole('checkbox', { name: /^sales/ }).check();
    await forgetConfirmation(ui, page);
    await page.getByRole('region', { name: 'Roles' }).getByRole('button', { name: 'Save' }).click();
    await dialogOf(page, 'Confirm your password').waitFor();
    await takePicture(page, 'user-step-up');
    expect((await ui.api.get(`/users/${id}`)).body.roles).toHaveLength(1);
    await confirmPassword(page);
    await page.getByText('Saved', { exact: true }).waitFor();
    const { rows } = await ui.app.db.query('select role_id from user_roles where user_id = $1', [id]);
    expect(rows.map(({ role_id }) => role_id as string).sort()).toEqual(
      [await roleId('sales'), await roleId('viewer')].sort(),
    );
  });

  it('disables roles with more than the person has, and says why', async () => {
    const { body } = await ui.api.post('/roles').send({
      name: 'Staff manager',
      recordAccess: 'all',
      permissions: ['users:read', 'users:update', 'users:manage-roles', 'roles:read'],
    });
    const manager = await newPerson(ui.app, { role: (body as { name: string }).name });
    const { id } = await newPerson(ui.app);
    const page = await ui.open(`/settings/users/${id}`, { as: manager });
    const admin = page.getByRole('checkbox', { name: /admin.*You lack/ });
    await admin.waitFor();
    expect(await admin.isDisabled()).toBe(true);
    expect(await page.getByRole('checkbox', { name: /Staff manager/ }).isEnabled()).toBe(true);
    await takePicture(page, 'user-roles-locked');
  });

  it('changes the e-mail address and shows why a second factor cannot be removed', async () => {
    const { id } = await newPerson(ui.app);
    const page = await ui.open(`/settings/users/${id}`);
    await act(page, 'Change the address');
    const dialog = dialogOf(page, /Change the e-mail address/);
    await dialog.getByLabel('E-mail address').fill(`moved-${id}@kontor.test`);
    await dialog.getByRole('button', { name: 'Change the address' }).click();
    await page.getByText(/The e-mail address of .* was changed/).waitFor();
    expect((await userRow(id))?.email).toBe(`moved-${id}@kontor.test`);
    await act(page, 'Remove the factor');
    const factor = dialogOf(page, /Remove the second factor/);
    await factor.getByRole('button', { name: 'Remove the factor' }).click();
    await factor.getByRole('alert').waitFor();
    await takePicture(page, 'user-no-factor');
  });
});

describe('a leaving user', () => {
  it('is deactivated with the transfer of the records: counts first, then progress', async () => {
    const [leaver, heir] = await owners();
    const page = await ui.open(`/settings/users/${leaver?.id}`);
    await act(page, 'Deactivate');
    const dialog = dialogOf(page, /Deactivate .*\?/);
    const leads = dialog.getByRole('row', { name: /^Leads/ });
    await leads.waitFor();
    const { rows } = await ui.app.db.query<{ count: number }>(
      'select count(*)::int as count from leads where owner_id = $1 and deleted_at is null',
      [leaver?.id],
    );
    expect(await leads.getByRole('cell').innerText()).toBe(String(rows[0]?.count));
    expect(await dialog.getByRole('button', { name: 'Deactivate and transfer' }).isDisabled()).toBe(true);
    await dialog.getByLabel('New owner').fill(heir?.name ?? '');
    await page
      .getByRole('option', { name: heir?.name ?? '' })
      .first()
      .click();
    await takePicture(page, 'user-deactivate');
    await dialog.getByRole('button', { name: 'Deactivate and transfer' }).click();
    await page.getByText(/records were transferred/).waitFor();
    await takePicture(page, 'user-transferred');
    expect((await userRow(leaver?.id ?? ''))?.is_active).toBe(false);
    const left = await ui.app.db.query('select 1 from leads where owner_id = $1 and deleted_at is null', [leaver?.id]);
    expect(left.rows).toHaveLength(0);
    await button(page, 'Close').click();
    await act(page, 'Reactivate');
    await dialogOf(page, /Reactivate/)
      .getByRole('button', { name: 'Reactivate' })
      .click();
    await page.getByText(/was reactivated/).waitFor();
    expect((await userRow(leaver?.id ?? ''))?.is_active).toBe(true);
  });

  it('is deleted only without records, and can be restored', async () => {
    const [owner] = await owners();
    const page = await ui.open(`/settings/users/${owner?.id}`);
    await act(page, 'Delete');
    const dialog = dialogOf(page, /^Delete/);
    await dialog.getByText(/First transfer these records/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);

    const { id, email } = await newPerson(ui.app);
    await page.goto(`${ui.url}/admin/settings/users/${id}`);
    await act(page, 'Delete');
    await dialogOf(page, /^Delete/)
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.waitForURL(/settings\/users$/);
    expect((await userRow(id))?.deleted_at).not.toBeNull();
    await page.goto(`${ui.url}/admin/settings/users?status=deleted`);
    await page.getByRole('link', { name: email }).click();
    await act(page, 'Restore');
    await dialogOf(page, /Restore/)
      .getByRole('button', { name: 'Restore' })
      .click();
    await page.getByText(/was restored/).waitFor();
    expect((await userRow(id))?.deleted_at).toBeNull();
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
