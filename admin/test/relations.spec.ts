import type { Page } from 'playwright-core';
import { signIn } from '../../test/harness/app.js';
import { isTooWide, PHONE, seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterAll(() => ui.close());

type Body = Record<string, unknown> & { readonly id: string };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

async function create(path: string, body: object): Promise<string> {
  const answer = await ui.api.post(path).send(body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return (answer.body as Body).id;
}
const stored = async (path: string): Promise<Body> => (await ui.api.get(path)).body as Body;

describe('related records', () => {
  it('of a company are its contacts, deals and activities, and new ones are linked', async () => {
    const id = await create('/companies', { name: 'Related GmbH' });
    await create('/contacts', { firstName: 'Rosa', lastName: 'Related', companyId: id });
    await create('/deals', { title: 'Related deal', value: '100', companyId: id });
    const page = await ui.open(`/companies/${id}/related`);
    await section(page, 'Contacts').getByRole('link', { name: 'Rosa Related' }).waitFor();
    await section(page, 'Deals').getByRole('link', { name: 'Related deal' }).waitFor();
    await section(page, 'Activities').getByText('None').waitFor();
    await takePicture(page, 'related');
    await section(page, 'Contacts').getByRole('link', { name: 'New contact' }).click();
    await page.getByLabel('Last name').fill('Newcomer');
    await button(page, 'Save').click();
    await page.getByRole('heading', { level: 1, name: 'Newcomer' }).waitFor();
    await page.getByRole('link', { name: 'Related GmbH' }).first().waitFor();
  });

  it('lead to the list of all of them if there are many', async () => {
    const id = await create('/companies', { name: 'Many contacts' });
    await ui.api.post('/contacts/bulk').send({
      operations: Array.from({ length: 12 }, (_, at) => ({ create: { lastName: `Crowd ${at}`, companyId: id } })),
    });
    const page = await ui.open(`/companies/${id}/related`);
    await section(page, 'Contacts').getByRole('link', { name: 'Show all 12' }).click();
    await page.getByRole('status').getByText('12', { exact: true }).waitFor();
  });
});

describe('duplicates', () => {
  async function pair(name: string): Promise<[string, string]> {
    const phone = `+49 221 ${Math.round(1_000_000 + Math.random() * 8_000_000)}`;
    const first = await create('/companies', { name, phone, city: 'Köln' });
    const second = await create('/companies', { name: `${name} AG`, phone, city: 'Bonn', industry: 'Shipping' });
    await create('/contacts', { lastName: `Of ${name}`, companyId: second });
    return [first, second];
  }

  it('are compared and merged with the chosen values, and the merge can be undone', async () => {
    const [first, second] = await pair('Merged works');
    const page = await ui.open(`/companies/${first}/duplicates`);
    await page.getByText('same phone').waitFor();
    await takePicture(page, 'duplicates');
    await page.getByRole('checkbox', { name: 'Select Merged works AG' }).check();
    await button(page, 'Compare and merge').click();
    await dialog(page).getByRole('radiogroup', { name: 'City' }).getByRole('radio', { name: /Bonn/ }).check();
    await dialog(page).getByText('Moved – Contacts: 1').waitFor();
    await takePicture(page, 'merge');
    expect(await seriousFindings(page)).toEqual([]);
    const sent = page.waitForRequest((request) => request.url().endsWith('/merge'));
    await dialog(page).getByRole('button', { name: 'Merge 2 records' }).dblclick();
    expect((await sent).postDataJSON()).toEqual({ duplicateIds: [second], fields: { city: second } });
    await section(page, 'Merges').getByText('One record merged').waitFor();
    expect(await stored(`/companies/${first}`)).toMatchObject({ city: 'Bonn', industry: 'Shipping' });
    await takePicture(page, 'merged');

    const other = await ui.open(`/companies/${second}`);
    await other.getByText('This record was merged.').waitFor();
    expect(other.url()).toContain(first);

    await section(page, 'Merges').getByRole('button', { name: 'Undo' }).click();
    await dialog(page).getByRole('button', { name: 'Undo' }).click();
    await section(page, 'Merges')
      .getByText(/^Undone on/)
      .waitFor();
    expect(await stored(`/companies/${second}`)).toMatchObject({ name: 'Merged works AG', deletedAt: null });
  });

  it('can be merged into the other record', async () => {
    const [first, second] = await pair('Swapped works');
    const page = await ui.open(`/companies/${first}/duplicates`);
    await page.getByRole('checkbox', { name: 'Select Swapped works AG' }).check();
    await button(page, 'Compare and merge').click();
    await dialog(page).getByLabel('Record that remains').click();
    await page.getByRole('option', { name: /Swapped works AG/ }).click();
    await dialog(page).getByRole('button', { name: 'Merge 2 records' }).click();
    await page.getByRole('heading', { level: 1, name: 'Swapped works AG' }).waitFor();
    expect((await ui.api.get(`/companies/${first}`)).status).toBe(410);
    expect(page.url()).toContain(second);
  });

  it('are not shown as merged if a record changed meanwhile, and the choices stay', async () => {
    const [first] = await pair('Raced works');
    const page = await ui.open(`/companies/${first}/duplicates`);
    await page.getByRole('checkbox', { name: 'Select Raced works AG' }).check();
    await button(page, 'Compare and merge').click();
    await dialog(page).getByRole('radiogroup', { name: 'City' }).getByRole('radio', { name: /Bonn/ }).check();
    await (await signIn(ui.url)).patch(`/companies/${first}`).send({ industry: 'Fishing' });
    await dialog(page).getByRole('button', { name: 'Merge 2 records' }).click();
    await dialog(page).getByRole('alert').first().waitFor();
    await dialog(page).getByText('Fishing').waitFor();
    expect(
      await dialog(page).getByRole('radiogroup', { name: 'City' }).getByRole('radio', { name: /Bonn/ }).isChecked(),
    ).toBe(true);
    await dialog(page).getByRole('button', { name: 'Merge 2 records' }).click();
    await section(page, 'Merges').getByText('One record merged').waitFor();
    expect(await stored(`/companies/${first}`)).toMatchObject({ industry: 'Fishing', city: 'Bonn' });
  });

  it('of leads are shown without a merge', async () => {
    const id = await create('/leads', { name: 'Twice Seen', email: 'twice@seen.example' });
    await create('/leads', { name: 'Twice Seen', email: 'twice@seen.example' });
    const page = await ui.open(`/leads/${id}/duplicates`);
    await page.getByText('same e-mail').waitFor();
    expect(await page.getByRole('button', { name: /merge/i }).count()).toBe(0);
  });
});

describe('access', () => {
  it('is explained for every person by the rule that decides', async () => {
    const seller = await ui.app.as('sales');
    const id = await create('/companies', { name: 'Explained', ownerId: seller.userId });
    const page = await ui.open(`/companies/${id}/access`);
    await page.getByLabel('Find a person').fill('Test sales');
    await page.getByText('Yes: as the owner.').waitFor();
    await page.getByText('Yes: a role gives access to all records.').first().waitFor();
    await takePicture(page, 'access');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('ids in other systems are added and removed', async () => {
    const id = await create('/contacts', { lastName: 'Outside', externalIds: { erp: '7' } });
    const page = await ui.open(`/contacts/${id}/access`);
    const ids = section(page, 'IDs in other systems');
    await ids.getByRole('textbox', { name: 'System' }).fill('shop');
    await ids.getByRole('textbox', { name: 'ID there' }).fill('K-1');
    await ids.getByRole('button', { name: 'Add' }).click();
    await ids.getByText('K-1').waitFor();
    expect(await stored(`/contacts/${id}`)).toMatchObject({ externalIds: { erp: '7', shop: 'K-1' } });
    await ids.getByRole('button', { name: 'Remove the id in erp' }).click();
    await ids.getByText('erp', { exact: true }).waitFor({ state: 'detached' });
    expect(await stored(`/contacts/${id}`)).toMatchObject({ externalIds: { shop: 'K-1' } });
  });
});

describe('removing for good', () => {
  it('names the records and what goes with them, and says why a held record stays', async () => {
    const free = await create('/companies', { name: 'Purged <i>one</i>' });
    const held = await create('/companies', { name: 'Held one' });
    await create('/contacts', { lastName: 'Left behind', companyId: free });
    const hold = await ui.open(`/companies/${held}/access`);
    await button(hold, 'Place a hold').click();
    await dialog(hold).getByLabel('Reason').fill('Lawsuit 12');
    await dialog(hold).getByRole('button', { name: 'Place a hold' }).click();
    await section(hold, 'Legal holds').getByText('Lawsuit 12').waitFor();
    await takePicture(hold, 'legal-hold');

    for (const id of [free, held]) await ui.api.delete(`/companies/${id}`);
    const page = await ui.open('/companies');
    await button(page, 'Deleted').click();
    await page.getByRole('checkbox', { name: 'Select Purged <i>one</i>' }).check();
    await page.getByRole('checkbox', { name: 'Select Held one' }).check();
    await button(page, 'Remove permanently').click();
    await dialog(page).getByText('Purged <i>one</i>').waitFor();
    await dialog(page).getByText('Linked records – Contacts: 1').waitFor();
    await takePicture(page, 'purge');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Remove 2 records permanently' }).click();
    await dialog(page).getByRole('alert').getByText('Held one').waitFor();
    await takePicture(page, 'purge-refused');
    expect((await ui.api.get(`/companies/${free}`)).status).toBe(404);

    await section(hold, 'Legal holds').getByRole('button', { name: 'Release' }).click();
    await dialog(hold).getByRole('button', { name: 'Release' }).click();
    await section(hold, 'Legal holds').getByText('No legal hold').waitFor();
    await dialog(page).getByRole('button', { name: 'Remove 1 record permanently' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect(await page.getByText('Held one').count()).toBe(0);
  });
});

describe('the tabs of a record', () => {
  beforeAll(() => ui.api.patch('/users/me').send({ locale: 'de' }));
  afterAll(() => ui.api.patch('/users/me').send({ locale: 'en' }));
  it.each(['related', 'duplicates', 'access'])('fit on a phone, in German and in the dark: %s', async (tab) => {
    const id = await create('/companies', { name: `${'Ö'.repeat(80)} شركة 🦉 ${tab}` });
    const page = await ui.open(`/companies/${id}/${tab}`, { viewport: PHONE, colorScheme: 'dark' });
    await page.getByRole('tabpanel').waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('tabpanel').scrollIntoViewIfNeeded();
    await takePicture(page, `tab-${tab}-phone-german`);
    expect(await isTooWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('cause no error in the browser', () => expect(ui.errors).toEqual([]));
});
