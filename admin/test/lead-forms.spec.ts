import type { Page } from 'playwright-core';
import { ADMIN, signIn } from '../../test/harness/app.js';
import { isTooWide, PHONE, seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterAll(() => ui.close());

interface Form {
  readonly id: string;
  readonly title: string;
  readonly submitUrl: string;
  readonly publicKey: string;
  readonly fields: readonly { readonly name: string; readonly required: boolean }[];
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

async function newForm(name: string, more: object = {}): Promise<Form> {
  return (await ui.api.post('/lead-forms').send({ name, ...more })).body as Form;
}
const stored = async (id: string) => (await ui.api.get(`/lead-forms/${id}`)).body as Form & Record<string, unknown>;
const submit = (form: Form, name: string, more: object = {}) =>
  ui.app.anonymous
    .post(`/forms/${form.publicKey}/submissions`)
    .send({ name, email: `${name.toLowerCase().replaceAll(/\W/g, '')}@example.com`, message: 'Hello', ...more });

describe('a lead form', () => {
  it('is built with fields in their order, and published with code that creates a lead', async () => {
    const page = await ui.open('/lead-forms');
    await page.getByRole('link', { name: 'New lead form' }).first().click();
    await page.getByLabel('Name *').first().fill('Fair in Köln');
    await page.getByLabel('Heading', { exact: true }).fill('Talk to us');
    await button(page, 'Field').click();
    await page.getByRole('menuitem', { name: 'Phone' }).click();
    const phone = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Phone' }) });
    await phone.getByLabel('Required').check();
    await button(page, 'Move Phone up').click();
    await button(page, 'Remove Company').click();
    await page.getByRole('region', { name: 'Preview' }).getByText('Talk to us').waitFor();
    await takePicture(page, 'form-builder');
    expect(await seriousFindings(page)).toEqual([]);
    await button(page, 'Save').dblclick();
    const code = page.getByLabel('HTML for your website', { exact: true });
    await code.waitFor();
    await takePicture(page, 'form-publish');
    expect(await seriousFindings(page)).toEqual([]);
    const { data } = (await ui.api.get('/lead-forms')).body as { data: Form[] };
    const form = data.filter(({ title }) => title === 'Talk to us');
    expect(form).toHaveLength(1);
    expect(form[0]?.fields.map(({ name, required }) => `${name}${required ? '*' : ''}`)).toEqual([
      'name*',
      'email*',
      'phone*',
      'message*',
    ]);

    const site = await page.context().newPage();
    await site.setContent((await code.textContent()) ?? '');
    await site.getByLabel('Name').fill('Edith Clarke');
    await site.getByLabel('Email').fill('edith@clarke.example');
    await site.getByLabel('Phone').fill('+49 221 123456');
    await site.getByLabel('How can we help?').fill('An offer, please.');
    await site.getByRole('button', { name: 'Send' }).click();
    await site.getByRole('heading', { name: 'Thank you' }).waitFor();
    const leads = (await ui.api.get('/leads?email=edith@clarke.example')).body as { data: object[] };
    expect(leads.data).toHaveLength(1);
  });

  it('shows the reason of the server, and sends only what was changed', async () => {
    const form = await newForm('Changed form');
    const page = await ui.open(`/lead-forms/${form.id}`);
    await page.getByLabel('Address after sending').fill('javascript:alert(1)');
    await button(page, 'Save').click();
    await page.getByRole('status').getByRole('alert').waitFor();
    expect(await page.getByLabel('Address after sending').getAttribute('aria-invalid')).toBe('true');
    await takePicture(page, 'form-rejected');
    await page.getByLabel('Address after sending').fill('');
    await page.getByLabel('Submissions per hour').fill('12');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await button(page, 'Save').click();
    expect((await sent).postDataJSON()).toEqual({ hourlyLimit: 12 });
    expect((await sent).headers()['if-match']).toBe('"1"');
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('keeps both changes of two persons, and shows both values of the same text', async () => {
    const form = await newForm('Two persons', { title: 'Before' });
    const page = await ui.open(`/lead-forms/${form.id}`);
    await page.getByLabel('Heading', { exact: true }).fill('Mine');
    await (await signIn(ui.url)).patch(`/lead-forms/${form.id}`).send({ hourlyLimit: 7 });
    await button(page, 'Save').click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await stored(form.id)).toMatchObject({ title: 'Mine', hourlyLimit: 7 });

    await page.getByLabel('Heading', { exact: true }).fill('Mine again');
    await (await signIn(ui.url)).patch(`/lead-forms/${form.id}`).send({ title: 'Theirs' });
    await button(page, 'Save').click();
    const note = page.getByRole('alert').filter({ hasText: 'Somebody changed this record' });
    await note.getByText('Theirs').waitFor();
    await takePicture(page, 'form-conflict');
    expect(await page.getByLabel('Heading', { exact: true }).inputValue()).toBe('Mine again');
    expect(await stored(form.id)).toMatchObject({ title: 'Theirs' });
    await note.getByRole('button', { name: 'Save my value' }).click();
    await note.waitFor({ state: 'detached' });
    expect(await stored(form.id)).toMatchObject({ title: 'Mine again' });
  });

  it('asks before typed changes are thrown away', async () => {
    const form = await newForm('Unsaved');
    const page = await ui.open(`/lead-forms/${form.id}`);
    await page.getByLabel('Heading', { exact: true }).fill('Not saved yet');
    await page.getByRole('tab', { name: 'Publish' }).click();
    await dialog(page).getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Heading', { exact: true }).inputValue()).toBe('Not saved yet');
  });

  it('gets a new address, is deleted and restored', async () => {
    const form = await newForm('Rotated');
    const page = await ui.open(`/lead-forms/${form.id}/publish`);
    await button(page, 'New address').click();
    await dialog(page).getByRole('button', { name: 'New address' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    expect((await stored(form.id)).publicKey).not.toBe(form.publicKey);
    await button(page, 'Delete').click();
    await dialog(page).getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lead forms' }).waitFor();
    await button(page, 'Deleted').click();
    const row = page.getByRole('row', { name: /Rotated/ });
    await row.getByRole('button', { name: 'Restore' }).click();
    await row.waitFor({ state: 'detached' });
    expect((await ui.api.get(`/lead-forms/${form.id}`)).status).toBe(200);
  });
});

describe('held submissions', () => {
  it('are accepted as a lead or rejected, once each', async () => {
    const form = await newForm('Reviewed', { hourlyLimit: 1 });
    await submit(form, 'First Person').expect(202);
    await submit(form, 'Good Person', { message: 'Hello <b>you</b> مرحبا' }).expect(202);
    await submit(form, 'Bad Person').expect(202);
    const page = await ui.open('/lead-forms');
    await page
      .getByRole('row', { name: /Reviewed/ })
      .getByRole('link', { name: '2 to review' })
      .click();
    await page.getByRole('button', { name: 'To review 2' }).click();
    const card = (name: string) => page.getByRole('article').filter({ hasText: name });
    await card('Good Person').waitFor();
    await takePicture(page, 'submissions');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.locator('article b').count()).toBe(0);
    await card('Good Person').getByRole('button', { name: 'Accept as a lead' }).dblclick();
    await card('Good Person').waitFor({ state: 'detached' });
    await card('Bad Person').getByRole('button', { name: 'Reject' }).click();
    await card('Bad Person').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'All 3' }).click();
    await card('Bad Person').getByText('Rejected').waitFor();
    await takePicture(page, 'submissions-reviewed');
    await card('Good Person').getByRole('link', { name: 'Open the lead' }).click();
    await page.getByRole('heading', { level: 1, name: 'Good Person' }).waitFor();
    const leads = (await ui.api.get('/leads?q=Person')).body as { data: { name: string }[] };
    expect(leads.data.map(({ name }) => name).toSorted()).toEqual(['First Person', 'Good Person']);
  });

  it('offer nothing to a person who may only read', async () => {
    const form = await newForm('Read only', { hourlyLimit: 1 });
    await submit(form, 'One').expect(202);
    await submit(form, 'Two').expect(202);
    const { userId } = await ui.app.as('viewer');
    const { email } = (await ui.api.get(`/users/${userId}`)).body as { email: string };
    const page = await ui.open(`/lead-forms/${form.id}/submissions`, { as: { email, password: ADMIN.password } });
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('button', { name: /Accept|Reject|Delete/ }).count()).toBe(0);
    await page.getByRole('tab', { name: 'Form' }).click();
    expect(await page.getByLabel('Name *').first().isDisabled()).toBe(true);
    expect(await button(page, 'Save').count()).toBe(0);
  });
});

describe('lead form screens', () => {
  beforeAll(() => ui.api.patch('/users/me').send({ locale: 'de' }));
  afterAll(() => ui.api.patch('/users/me').send({ locale: 'en' }));
  it.each([
    ['list', () => '/lead-forms'],
    ['builder', (id: string) => `/lead-forms/${id}`],
    ['publish', (id: string) => `/lead-forms/${id}/publish`],
    ['submissions', (id: string) => `/lead-forms/${id}/submissions`],
  ])('fit on a phone, in German and in the dark: %s', async (name, path) => {
    const form = await newForm(`${'Ü'.repeat(80)} نموذج 🦉`, { title: 'W'.repeat(200) });
    await submit(form, 'W'.repeat(100), { email: 'wide@example.com' }).expect(202);
    const page = await ui.open(path(form.id), { viewport: PHONE, colorScheme: 'dark' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await takePicture(page, `form-${name}-phone-german`);
    expect(await isTooWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('cause no error in the browser', () => expect(ui.errors).toEqual([]));
});
