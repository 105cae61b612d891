import { newPerson } from '../../test/harness/account-mails.js';
import { startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { button, choose, dialogOf } from './harness/people.js';

let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterAll(() => ui.close());

const roleNamed = async (name: string, permissions: string[], more: object = {}): Promise<string> =>
  (
    (
      await ui.api
        .post('/roles')
        .send({ name, permissions, ...more })
        .expect(201)
    ).body as { id: string }
  ).id;

describe('a team', () => {
  it('is created, gets and loses members, and is deleted when it is empty', async () => {
    const { id, email } = await newPerson(ui.app);
    const page = await ui.open('/settings/teams');
    await button(page, 'New team').click();
    await dialogOf(page, 'New team').getByLabel('Name').fill('Crew');
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Crew' }).waitFor();
    await page.getByText('No members yet').waitFor();
    await takePicture(page, 'team-empty');

    await button(page, 'Add a member').click();
    await dialogOf(page, 'Add a member').getByLabel('User').fill(email);
    await page.getByRole('option', { name: email }).click();
    await dialogOf(page, 'Add a member').getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('link', { name: email }).waitFor();
    const teamOf = async () => (await ui.api.get(`/users/${id}`)).body.team as { name: string } | null;
    expect((await teamOf())?.name).toBe('Crew');

    await button(page, 'Delete').click();
    const dialog = dialogOf(page, /Delete the team/);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await page.getByRole('button', { name: /^Remove .* from the team/ }).click();
    await dialogOf(page, /Remove .* from the team/)
      .getByRole('button', { name: 'Remove' })
      .click();
    await page.getByText('No members yet').waitFor();
    expect(await teamOf()).toBeNull();
    await button(page, 'Delete').click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(/settings\/teams$/);
    expect(await page.getByRole('link', { name: 'Crew' }).count()).toBe(0);
  });
});

describe('a role', () => {
  it('is created as a copy, and the matrix sends only the permissions', async () => {
    const page = await ui.open('/settings/roles');
    await button(page, 'New role').click();
    const dialog = dialogOf(page, 'New role');
    await dialog.getByLabel('Name').fill('Junior sales');
    await choose(page, 'Copy the permissions of', 'viewer');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Junior sales' }).waitFor();
    await page.getByText('Nobody has this role yet.').waitFor();
    const box = page.getByRole('checkbox', { name: 'Leads: Create' });
    expect(await page.getByRole('checkbox', { name: 'Leads: Read' }).isChecked()).toBe(true);
    await box.check();
    await takePicture(page, 'role-changed');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await button(page, 'Save').click();
    const body = (await sent).postDataJSON() as { permissions: string[] };
    expect(Object.keys(body)).toEqual(['permissions']);
    expect(body.permissions).toContain('leads:create');
    expect((await sent).headers()['if-match']).toBe('"1"');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await box.isChecked()).toBe(true);
    // Undoing a change by hand leaves nothing to save.
    await box.uncheck();
    await box.check();
    expect(await button(page, 'Save').isDisabled()).toBe(true);
  });

  it('shows who has it', async () => {
    const id = await roleNamed('Watcher', ['leads:read']);
    const { email } = await newPerson(ui.app, { role: 'Watcher' });
    const page = await ui.open(`/settings/roles/${id}`);
    await page.getByText(/1 user has this role/).waitFor();
    await page.getByRole('link', { name: email }).click();
    await page.getByRole('heading', { name: email }).waitFor();
  });

  it('disables what the person does not have, and says why', async () => {
    await roleNamed('Role keeper', ['roles:read', 'roles:manage', 'leads:read'], { recordAccess: 'team' });
    const id = await roleNamed('Narrow', ['leads:read']);
    const keeper = await newPerson(ui.app, { role: 'Role keeper' });
    const page = await ui.open(`/settings/roles/${id}`, { as: keeper });
    const locked = page.getByRole('checkbox', { name: 'Deals: Delete. You do not have this permission' });
    await locked.waitFor();
    expect(await locked.isDisabled()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Leads: Read' }).isEnabled()).toBe(true);
    await page.getByRole('combobox', { name: 'Access scope' }).click();
    expect(await page.getByRole('option', { name: 'All records' }).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    await takePicture(page, 'role-locked');
  });

  it('that is built in allows only to require the second factor', async () => {
    const { rows } = await ui.app.db.query<{ id: string }>(`select id from roles where name = 'support'`);
    const page = await ui.open(`/settings/roles/${rows[0]?.id}`);
    await page.getByText(/Of a built-in role/).waitFor();
    expect(await page.getByLabel('Name').isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Second factor' }).check();
    await button(page, 'Save').click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect((await ui.api.get(`/roles/${rows[0]?.id}`)).body.requiresTotp).toBe(true);
  });

  it('in use cannot be deleted, and the reason is shown', async () => {
    const id = await roleNamed('In use', ['leads:read']);
    await newPerson(ui.app, { role: 'In use' });
    const page = await ui.open(`/settings/roles/${id}`);
    await button(page, 'Delete').click();
    const dialog = dialogOf(page, /Delete the role/);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('alert').waitFor();
    await takePicture(page, 'role-in-use');
    await ui.api.get(`/roles/${id}`).expect(200);
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
