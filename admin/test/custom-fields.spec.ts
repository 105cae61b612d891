import { startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { button, choose, dialogOf } from './harness/people.js';

let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterAll(() => ui.close());

interface Field {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly options: { label: string; value: string; archived: boolean }[];
}
const fieldsOf = async (resource: string): Promise<Field[]> =>
  ((await ui.api.get(`/custom-fields?resource=${resource}`).expect(200)).body as { data: Field[] }).data;
const define = async (body: object): Promise<string> =>
  ((await ui.api.post('/custom-fields').send(body).expect(201)).body as { id: string }).id;

describe('a new field', () => {
  it('has the options of its type, and a proposed key', async () => {
    const page = await ui.open('/settings/custom-fields?resource=contacts');
    await page.getByText('No custom fields yet').waitFor();
    await takePicture(page, 'custom-fields-empty');
    await button(page, 'New field').first().click();
    const dialog = dialogOf(page, 'New field');
    await dialog.getByRole('textbox', { name: 'Label', exact: true }).fill('Größe der Firma');
    expect(await dialog.getByLabel('Key').inputValue()).toBe('groesseDerFirma');
    expect(await dialog.getByLabel('Maximum length').count()).toBe(1);
    await choose(page, 'Type', 'Choice');
    expect(await dialog.getByLabel('Maximum length').count()).toBe(0);
    expect(await dialog.getByRole('checkbox', { name: 'Unique' }).count()).toBe(0);
    for (const label of ['Small', 'Very large']) {
      await button(page, 'Add a choice').click();
      await dialog.getByLabel('Label of the choice').last().fill(label);
    }
    await dialog.getByRole('checkbox', { name: 'Filter and sort' }).check();
    await choose(page, 'Default value', 'Small');
    await takePicture(page, 'custom-field-create');
    await dialog.getByRole('button', { name: 'Save' }).dblclick();
    await page.getByRole('link', { name: 'Größe der Firma' }).waitFor();
    expect(await fieldsOf('contacts')).toMatchObject([
      {
        key: 'groesseDerFirma',
        defaultValue: 'small',
        options: [{ value: 'small' }, { value: 'very_large', label: 'Very large' }],
      },
    ]);
    await page.getByText('Index ready').waitFor();
  });

  it('shows the reason at the input that the server rejects', async () => {
    const page = await ui.open('/settings/custom-fields?resource=deals');
    await button(page, 'New field').first().click();
    const dialog = dialogOf(page, 'New field');
    await dialog.getByRole('textbox', { name: 'Label', exact: true }).fill('Discount');
    await choose(page, 'Type', 'Number');
    await dialog.getByLabel('Minimum').fill('10.05');
    await dialog.getByLabel('Maximum').fill('2');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('must not be less than minimum').waitFor();
    expect(await dialog.getByLabel('Minimum').inputValue()).toBe('10.05');
    await takePicture(page, 'custom-field-rejected');
  });
});

describe('the order of fields', () => {
  it('is changed with buttons, and shown once the server has stored it', async () => {
    for (const key of ['one', 'two', 'three']) await define({ resource: 'companies', key, label: key, type: 'text' });
    const page = await ui.open('/settings/custom-fields?resource=companies');
    const labels = () => page.getByRole('link', { name: /^(one|two|three)$/ }).allInnerTexts();
    await page.getByRole('button', { name: /Move .*three.* up/ }).click();
    await page.getByText('three is now number 2.').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await labels()).toEqual(['one', 'three', 'two']);
    expect((await fieldsOf('companies')).map(({ key }) => key)).toEqual(['one', 'three', 'two']);
  });

  it('stays as it was if the server rejects the change', async () => {
    const page = await ui.open('/settings/custom-fields?resource=companies');
    await page.route('**/custom-fields/order', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title: 'Conflict', status: 409, code: 'x', detail: 'Not now.' }),
      }),
    );
    const down = page.getByRole('button', { name: /Move .*one.* down/ });
    await down.waitFor();
    const before = await page.getByRole('link', { name: /^(one|two|three)$/ }).allInnerTexts();
    await down.click();
    await page.getByText('Not now.').waitFor();
    expect(await page.getByRole('link', { name: /^(one|two|three)$/ }).allInnerTexts()).toEqual(before);
  });
});

describe('a field', () => {
  it('gets another label and choice, and only those are sent', async () => {
    const id = await define({
      resource: 'leads',
      key: 'tier',
      label: 'Tier',
      type: 'choice',
      options: [{ value: 'gold', label: 'Gold' }],
    });
    const page = await ui.open(`/settings/custom-fields/${id}`);
    await page.getByRole('textbox', { name: 'Label', exact: true }).fill('Rank');
    await button(page, 'Add a choice').click();
    await page.getByLabel('Label of the choice').last().fill('Silver');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await button(page, 'Save').click();
    expect(Object.keys((await sent).postDataJSON() as object).sort()).toEqual(['label', 'options']);
    await page.getByRole('heading', { name: 'Rank' }).waitFor();
    await page.getByRole('region', { name: 'Definition' }).getByRole('button', { name: 'Archive' }).first().click();
    await button(page, 'Save').click();
    await button(page, 'Use again').waitFor();
    await page.waitForLoadState('networkidle');
    expect((await fieldsOf('leads'))[0]?.options).toMatchObject([{ archived: true }, { value: 'silver' }]);
    await takePicture(page, 'custom-field');
  });

  it('is archived, restored, and deleted after the list of what stops working', async () => {
    const id = await define({ resource: 'activities', key: 'place', label: 'Place', type: 'text' });
    const view = { resource: 'activities', name: 'By place', columns: ['custom.place'] };
    await ui.api.post('/views').send(view).expect(201);
    const page = await ui.open(`/settings/custom-fields/${id}`);
    await button(page, 'Archive').click();
    await dialogOf(page, /Archive the field/)
      .getByRole('button', { name: 'Archive' })
      .click();
    await page.getByText('This field is archived.').waitFor();
    await button(page, 'Restore').click();
    await dialogOf(page, /Restore the field/)
      .getByRole('button', { name: 'Restore' })
      .click();
    await button(page, 'Archive').waitFor();
    await button(page, 'Delete').click();
    const dialog = dialogOf(page, /Delete the field/);
    await dialog.getByText('Saved view "By place"').waitFor();
    await takePicture(page, 'custom-field-delete');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(/resource=activities/);
    expect(await fieldsOf('activities')).toEqual([]);
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
