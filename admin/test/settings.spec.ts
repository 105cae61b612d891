import { newPerson } from '../../test/harness/account-mails.js';
import { signIn } from '../../test/harness/app.js';
import { isTooWide, PHONE, seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { choose, dialogOf } from './harness/people.js';

let ui: AdminUi;
const paths = new Map<string, string>();
const SCREENS = ['settings', 'users', 'user', 'teams', 'team', 'roles', 'role', 'custom-fields', 'custom-field'];
const OTHERS = ['company', 'profile', 'profile-security', 'profile-sessions', 'profile-api-keys', 'profile-log'];
const LONG = `${'W'.repeat(90)} عمر 🚀`;

beforeAll(async () => {
  ui = await startAdminUi();
  const idOf = async (table: string) =>
    (await ui.app.db.query<{ id: string }>(`select id from ${table} order by created_at desc limit 1`)).rows[0]?.id;
  const { body } = await ui.api.post('/custom-fields').send({
    resource: 'leads',
    key: 'tier',
    label: LONG.slice(0, 99),
    type: 'choice',
    options: [{ value: 'gold', label: 'Gold' }],
    isFilterable: true,
  });
  await ui.api.post('/teams').send({ name: LONG }).expect(201);
  await ui.api.patch('/users/me').send({ firstName: 'Zoe', lastName: 'King' }).expect(200);
  const { id: user } = await newPerson(ui.app, { role: 'sales' });
  await ui.api.patch(`/users/${user}`).send({ firstName: LONG, title: LONG }).expect(200);
  paths.set('user', `/settings/users/${user}`);
  paths.set('team', `/settings/teams/${await idOf('teams')}`);
  paths.set('role', `/settings/roles/${await idOf('roles')}`);
  paths.set('custom-field', `/settings/custom-fields/${(body as { id: string }).id}`);
  for (const name of ['users', 'teams', 'roles', 'custom-fields', 'company']) paths.set(name, `/settings/${name}`);
  for (const name of OTHERS.slice(2)) paths.set(name, `/${name.replace('-', '/')}`);
}, 120_000);
afterAll(() => ui.close());

describe('every screen of the settings', () => {
  it.each([...SCREENS, ...OTHERS])('is accessible in light and dark, and fits on a phone: %s', async (name) => {
    const page = await ui.open(paths.get(name) ?? `/${name}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await takePicture(page, `${name}-light`);
    const light = await seriousFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, `${name}-dark`);
    const dark = await seriousFindings(page);
    await page.setViewportSize(PHONE);
    await page.waitForLoadState('networkidle');
    await takePicture(page, `${name}-phone`);
    expect({ light, dark, isTooWide: await isTooWide(page) }).toEqual({ light: [], dark: [], isTooWide: false });
    await page.context().close();
  });

  it('is a tile of the start page only if the person may open it', async () => {
    const { body } = await ui.api.post('/roles').send({ name: 'Teams only', permissions: ['teams:read'] });
    const person = await newPerson(ui.app, { role: (body as { name: string }).name });
    const page = await ui.open('/settings', { as: person });
    const tiles = page.getByRole('main').getByRole('link');
    await tiles.first().waitFor();
    expect(await tiles.allInnerTexts()).toEqual([
      expect.stringMatching(/^Teams/),
      expect.stringMatching(/^API documentation/),
    ]);
    await page.goto(`${ui.url}/admin/settings/company`);
    await page.getByText('You do not have permission to open this page.').waitFor();
  });

  it('is in German for a person with that language', async () => {
    const person = await newPerson(ui.app, { role: 'admin' });
    await ui.app.db.query(`update users set locale = 'de' where id = $1`, [person.id]);
    const page = await ui.open('/settings/company', { as: person });
    await page.getByRole('heading', { name: 'Firmeneinstellungen' }).waitFor();
    await page.getByText('Standard: UTC').waitFor();
    await takePicture(page, 'company-german');
  });
});

describe('a setting', () => {
  const setting = async (key: string) => (await ui.api.get(`/settings/${key}`)).body as Record<string, unknown>;

  it('is saved on its own, and reset to its default', async () => {
    const page = await ui.open('/settings/company');
    const card = page.getByRole('region', { name: 'Company name' });
    await card.getByLabel('Company name', { exact: true }).fill('Kontor <i>Café</i>');
    await card.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: Company name').waitFor();
    expect(await setting('company_name')).toMatchObject({ value: 'Kontor <i>Café</i>', isSet: true });
    await card.getByRole('button', { name: 'Use the default' }).click();
    await card.getByRole('button', { name: 'Use the default' }).waitFor({ state: 'detached' });
    expect(await setting('company_name')).toMatchObject({ value: null, isSet: false });
  });

  it('has the input of its type, and shows the reason if the server rejects the value', async () => {
    const page = await ui.open('/settings/company');
    await choose(page, 'Currency', 'Swiss Franc (CHF)');
    await page.getByRole('region', { name: 'Currency' }).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: Currency').waitFor();
    expect((await setting('default_currency'))['value']).toBe('CHF');
    const days = page.getByRole('region', { name: 'Days of history' });
    await days.getByRole('textbox').fill('7');
    await days.getByRole('button', { name: 'Save' }).click();
    await days.getByText(/must be a whole number of 30 to 3650/).waitFor();
    expect(await days.getByRole('textbox').inputValue()).toBe('7');
    await takePicture(page, 'setting-rejected');
  });

  it('that is a secret can be written and removed, and is never shown', async () => {
    const page = await ui.open('/settings/company');
    const card = page.getByRole('region', { name: 'Key of the language model' });
    await card.getByText('No value is stored.').waitFor();
    await card.getByLabel('Value').fill('sk-0123456789abcdef-last');
    await card.getByRole('button', { name: 'Save' }).click();
    await card.getByText('A value is stored. It ends in last.').waitFor();
    expect(await card.getByLabel('New value').inputValue()).toBe('');
    expect(await page.content()).not.toContain('sk-0123456789');
    await takePicture(page, 'setting-secret');
    await card.getByRole('button', { name: 'Remove the value' }).click();
    await dialogOf(page, /Remove the value of/)
      .getByRole('button', { name: 'Remove the value' })
      .click();
    await card.getByText('No value is stored.').waitFor();
  });

  it('that somebody else changed meanwhile shows both values', async () => {
    const page = await ui.open('/settings/company');
    const card = page.getByRole('region', { name: 'Company name' });
    await card.getByLabel('Company name', { exact: true }).fill('Mine');
    await (await signIn(ui.url)).put('/settings/company_name').send({ value: 'Theirs' }).expect(200);
    await card.getByRole('button', { name: 'Save' }).click();
    const dialog = dialogOf(page, 'Somebody changed this record');
    await dialog.getByRole('cell', { name: 'Theirs' }).waitFor();
    await dialog.getByRole('button', { name: 'Save my value' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await setting('company_name'))['value']).toBe('Mine');
  });

  it('of rules is edited with the filter builder', async () => {
    const page = await ui.open('/settings/company');
    const card = page.getByRole('region', { name: 'Lead scoring' });
    await card.getByRole('button', { name: 'Add a rule' }).click();
    await card.getByLabel('Name of the rule').last().fill('Has a name');
    await card.getByLabel('Points').last().fill('-5');
    await card.getByRole('button', { name: /Condition of .*Has a name/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Condition', exact: true }).click();
    await dialog.getByRole('textbox').last().fill('a');
    await takePicture(page, 'setting-rule');
    await dialog.getByRole('button', { name: 'Use this condition' }).click();
    await card.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: Lead scoring').waitFor();
    expect(((await setting('lead_scoring_rules'))['value'] as unknown[]).at(-1)).toEqual({
      name: 'Has a name',
      points: -5,
      when: { field: 'name', op: 'contains', value: 'a' },
    });
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
