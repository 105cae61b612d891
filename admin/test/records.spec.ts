import type { Page } from 'playwright-core';
import { signIn } from '../../test/harness/app.js';
import { startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterAll(() => ui.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

async function newCompany(name: string, more: object = {}): Promise<string> {
  const { body } = await ui.api.post('/companies').send({ name, ...more });
  return (body as { id: string }).id;
}
const stored = async (id: string) => (await ui.api.get(`/companies/${id}`)).body as Record<string, unknown>;

async function edit(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('button', { name: `Edit ${label}` }).click();
  await page.getByLabel(label, { exact: true }).fill(value);
  await button(page, 'Save').click();
}

describe('a company', () => {
  it('is created, with the reason at the field that the server rejects', async () => {
    const page = await ui.open('/companies/create');
    await page.getByLabel('Name').fill('Ada & Söhne <b>GmbH</b>');
    await page.getByLabel('Email').fill('not an address');
    await button(page, 'Save').click();
    await page.getByText('email must be an e-mail address', { exact: false }).waitFor();
    await takePicture(page, 'create-rejected');
    await page.getByLabel('Email').fill('ada@example.com');
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Ada & Söhne <b>GmbH</b>' }).waitFor();
    expect(await page.locator('h1 b').count()).toBe(0);
  });

  it('is edited in place, and only the changed field is sent, with the version it is based on', async () => {
    const id = await newCompany('Edited in place', { city: 'Bonn' });
    const page = await ui.open(`/companies/${id}`);
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await edit(page, 'Industry', 'Shipping');
    const request = await sent;
    expect(request.postDataJSON()).toEqual({ industry: 'Shipping' });
    expect(request.headers()['if-match']).toBe('"1"');
    await field(page, 'industry').getByText('Shipping').waitFor();
    expect(await stored(id)).toMatchObject({ industry: 'Shipping', city: 'Bonn', version: 2 });
  });

  it('shows the old value until the server has stored the new value', async () => {
    const id = await newCompany('Slow server', { industry: 'Before' });
    const page = await ui.open(`/companies/${id}`);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/api/v1/companies/*', async (route) => {
      if (route.request().method() === 'PATCH') await held;
      await route.continue();
    });
    await edit(page, 'Industry', 'After');
    expect(await field(page, 'industry').count()).toBe(0);
    expect(await page.getByLabel('Industry', { exact: true }).inputValue()).toBe('After');
    expect((await stored(id))['industry']).toBe('Before');
    release();
    await field(page, 'industry').getByText('After').waitFor();
  });

  it('keeps both changes if two persons edit different fields', async () => {
    const id = await newCompany('Two persons');
    const page = await ui.open(`/companies/${id}`);
    await field(page, 'name').waitFor();
    await (await signIn(ui.url)).patch(`/companies/${id}`).send({ city: 'Kiel' });
    await edit(page, 'Industry', 'Fishing');
    await field(page, 'city').getByText('Kiel').waitFor();
    expect(await stored(id)).toMatchObject({ city: 'Kiel', industry: 'Fishing' });
  });

  it.each([
    ['Save my value', 'Mine'],
    ['Keep the saved value', 'Theirs'],
  ])('shows both values of a conflict, and the person decides: %s', async (choice, expected) => {
    const id = await newCompany('Conflict', { industry: 'Before' });
    const page = await ui.open(`/companies/${id}`);
    await page.getByRole('button', { name: 'Edit Industry' }).click();
    await page.getByLabel('Industry', { exact: true }).fill('Mine');
    await (await signIn(ui.url)).patch(`/companies/${id}`).send({ industry: 'Theirs' });
    await button(page, 'Save').click();
    const dialog = page.getByRole('dialog', { name: 'Somebody changed this record' });
    await dialog.getByRole('cell', { name: 'Mine' }).waitFor();
    await dialog.getByRole('cell', { name: 'Theirs' }).waitFor();
    await takePicture(page, 'conflict');
    expect(await page.getByLabel('Industry', { exact: true }).inputValue()).toBe('Mine');
    await dialog.getByRole('button', { name: choice }).click();
    await dialog.waitFor({ state: 'detached' });
    await field(page, 'industry')
      .getByText(expected)
      .or(page.getByLabel('Industry', { exact: true }))
      .first()
      .waitFor();
    expect((await stored(id))['industry']).toBe(expected);
  });

  it('is deleted after a question, and restored from the message', async () => {
    const id = await newCompany('Deleted and restored');
    const page = await ui.open(`/companies/${id}`);
    await button(page, 'Delete').click();
    const dialog = page.getByRole('dialog', { name: 'Delete this record?' });
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Deleted: Deleted and restored').waitFor();
    await takePicture(page, 'deleted');
    await ui.api.get(`/companies/${id}`).expect(404);
    await button(page, 'Restore').click();
    await page.getByText('Restored', { exact: true }).waitFor();
    expect(await stored(id)).toMatchObject({ name: 'Deleted and restored', deletedAt: null });
  });

  it('leads to the primary record after a merge', async () => {
    const [duplicate, primary] = [await newCompany('Merged away'), await newCompany('The primary record')];
    const merge = await ui.api.post(`/companies/${primary}/merge`).send({ duplicateIds: [duplicate] });
    expect(merge.status).toBeLessThan(300);
    const page = await ui.open(`/companies/${duplicate}`);
    await page.getByRole('heading', { name: 'The primary record' }).waitFor();
    expect(page.url()).toContain(primary);
  });

  it('gets a note in the timeline', async () => {
    const id = await newCompany('With a note');
    const page = await ui.open(`/companies/${id}`);
    await page.getByLabel('Text of the activity').fill('Wants a prototype\nbefore the summer');
    await button(page, 'Add').click();
    await page.getByRole('link', { name: 'Wants a prototype' }).waitFor();
    expect(await page.getByLabel('Text of the activity').inputValue()).toBe('');
  });
});

describe('a website address', () => {
  it('is a link only with http or https', async () => {
    const id = await newCompany('Website');
    await ui.app.db.query(`update companies set website = 'javascript:alert(1)' where id = $1`, [id]);
    const page = await ui.open(`/companies/${id}`);
    await field(page, 'website').getByText('javascript:alert(1)').waitFor();
    expect(await field(page, 'website').locator('a').count()).toBe(0);
  });
});

describe('a list', () => {
  it('is restored from its address: search, facet and page', async () => {
    const page = await ui.open('/leads');
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    await page.getByRole('checkbox', { name: /^New/ }).click();
    await page.waitForURL(/facets/);
    await rows.filter({ hasNotText: 'New' }).first().waitFor({ state: 'detached' });
    const names = await rows.locator('td:nth-child(2)').allInnerTexts();
    const again = await ui.open(page.url().slice(`${ui.url}/admin`.length));
    await again.locator('tbody tr').first().waitFor();
    expect(await again.locator('tbody tr td:nth-child(2)').allInnerTexts()).toEqual(names);
    expect(await again.getByRole('checkbox', { name: /^New/ }).isChecked()).toBe(true);
  });

  it('turns pages without gaps, also after a reload of a later page', async () => {
    const page = await ui.open('/activities?perPage=25');
    const first = page.locator('tbody tr td:nth-child(2) a').first();
    await first.waitFor();
    const links = () =>
      page.locator('tbody tr td:nth-child(2) a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const seen = new Set(await links());
    for (const next of [2, 3]) {
      const former = await first.getAttribute('href');
      await button(page, 'Next page').click();
      await page.locator(`tbody tr:first-child a[href="${former}"]`).waitFor({ state: 'detached' });
      for (const link of await links()) seen.add(link);
      expect(seen.size).toBe(next * 25);
    }
    const third = await first.getAttribute('href');
    await page.reload();
    await first.waitFor();
    expect(await first.getAttribute('href')).toBe(third);
  });

  it('deletes the selected records after the count was confirmed', async () => {
    for (const at of [1, 2, 3]) await newCompany(`Selected ${at}`);
    const page = await ui.open(`/companies?filter=${encodeURIComponent(JSON.stringify({ q: 'Selected' }))}`);
    await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check();
    await page.getByRole('region', { name: 'Selected records' }).getByRole('button', { name: 'Delete' }).click();
    await page.getByText('3 records will be deleted.').waitFor();
    await takePicture(page, 'bulk-delete');
    await button(page, 'Delete 3 records').click();
    await page.getByText('No record matches').waitFor();
    const { rows } = await ui.app.db.query(
      `select 1 from companies where name like 'Selected %' and deleted_at is null`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a person who may only read', () => {
  it('is offered no button that changes something', async () => {
    const { userId } = await ui.app.as('viewer');
    const { rows } = await ui.app.db.query<{ email: string }>('select email from users where id = $1', [userId]);
    const id = await newCompany('Only to read');
    const page = await ui.open(`/companies/${id}`, {
      as: { email: rows[0]?.email ?? '', password: 'amber ladders cross the wide harbour' },
    });
    await page.getByRole('heading', { name: 'Only to read' }).waitFor();
    await page.getByRole('tab', { name: 'Timeline' }).waitFor();
    for (const name of ['Delete', 'New', 'Add']) expect(await button(page, name).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Edit / }).count()).toBe(0);
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
