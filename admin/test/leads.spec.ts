import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ADMIN, signIn } from '../../test/harness/app.js';
import { isTooWide, PHONE, seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterAll(() => ui.close());

type Body = Record<string, unknown> & { readonly id: string };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function create(path: string, body: object): Promise<string> {
  const answer = await ui.api.post(path).send(body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return (answer.body as Body).id;
}
const stored = async (path: string): Promise<Body> => (await ui.api.get(path)).body as Body;
const NAMES = [
  'Ada',
  'Grace',
  'Emmy',
  'Sofia',
  'Maryam',
  'Hedy',
  'Lise',
  'Rosalind',
  'Dorothy',
  'Katherine',
  'Mary',
  'Vera',
];
/** Returns names that are not similar to each other. */
const word = (): string => `${NAMES.shift() ?? ''}${randomBytes(8).toString('hex').replaceAll(/\d/g, 'x')}`;
async function newLead(more: object = {}): Promise<{ id: string; name: string }> {
  const name = `${word()} ${word()}`;
  const lead = { name, email: `me@${word().toLowerCase()}.example`, company: word(), ...more };
  return { id: await create('/leads', lead), name };
}

describe('the status of a lead', () => {
  it('offers only the statuses that the server allows', async () => {
    const { id } = await newLead();
    const page = await ui.open(`/leads/${id}`);
    const moves = page.getByRole('group', { name: 'Change the status to' }).getByRole('button');
    await moves.first().waitFor();
    expect(await moves.allTextContents()).toEqual(['Contacted', 'Qualified', 'Proposal', 'Won', 'Lost']);
    await button(page, 'Lost').click();
    await button(page, 'Qualified').waitFor({ state: 'detached' });
    expect(await moves.allTextContents()).toEqual(['Contacted']);
    expect(await stored(`/leads/${id}`)).toMatchObject({ status: 'lost' });
  });

  it('is shown as changed only after the server has stored it, and a double click has one effect', async () => {
    const { id } = await newLead();
    const page = await ui.open(`/leads/${id}`);
    let release: () => void = () => undefined;
    let sent = 0;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/status', async (route) => {
      sent += 1;
      await held;
      await route.continue();
    });
    await button(page, 'Contacted').dblclick();
    const status = section(page, 'Status and score').getByRole('status');
    expect(await status.textContent()).toBe('New');
    release();
    await status.getByText('Contacted').waitFor();
    expect(sent).toBe(1);
  });

  it('is not overwritten if somebody changed the status meanwhile', async () => {
    const { id } = await newLead();
    const page = await ui.open(`/leads/${id}`);
    await button(page, 'Contacted').waitFor();
    await (await signIn(ui.url)).post(`/leads/${id}/status`).send({ status: 'proposal' });
    await button(page, 'Contacted').click();
    await section(page, 'Status and score').getByRole('status').getByText('Proposal').waitFor();
    expect(await stored(`/leads/${id}`)).toMatchObject({ status: 'proposal' });
  });

  it('cannot be changed by a person who may only read', async () => {
    const { id } = await newLead();
    const { userId } = await ui.app.as('viewer');
    const { email } = (await stored(`/users/${userId}`)) as unknown as { email: string };
    const page = await ui.open(`/leads/${id}`, { as: { email, password: ADMIN.password } });
    await section(page, 'Status and score').waitFor();
    await page.getByText('of 100').first().waitFor();
    expect(await page.getByRole('group', { name: 'Change the status to' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Convert' }).count()).toBe(0);
  });

  it('shows the score with its reasons', async () => {
    const { id } = await newLead({ phone: '+49 221 5551234' });
    const page = await ui.open(`/leads/${id}`);
    await section(page, 'Score').getByText('Has a phone number').waitFor();
    const { scoreReasons } = (await stored(`/leads/${id}`)) as unknown as { scoreReasons: object[] };
    expect(await section(page, 'Score').getByRole('listitem').count()).toBe(scoreReasons.length);
  });
});

describe('the conversion of a lead', () => {
  it('is checked without saving, creates three records, and can be undone', async () => {
    const { id, name } = await newLead({ estimatedValue: '5000' });
    const page = await ui.open(`/leads/${id}`);
    await page.getByRole('link', { name: 'Convert' }).click();
    await section(page, 'Deal').getByLabel('Title').fill('Engine for the fair');
    await takePicture(page, 'convert-choose');
    await button(page, 'Check').click();
    await page.getByText('Nothing has been saved yet').waitFor();
    await section(page, 'Deal').getByText('Engine for the fair').first().waitFor();
    await takePicture(page, 'convert-check');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await stored(`/leads/${id}`)).toMatchObject({ convertedAt: null });
    await button(page, 'Convert').dblclick();
    await page.getByText('The lead was converted.').waitFor();
    await takePicture(page, 'convert-done');
    const lead = await stored(`/leads/${id}`);
    expect(await stored(`/deals/${String(lead['convertedDealId'])}`)).toMatchObject({
      title: 'Engine for the fair',
      value: '5000.00',
    });
    await section(page, 'Contact').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goto(`${ui.url}/admin/leads/${id}`);
    await section(page, 'Status and score').getByRole('link', { name: 'Engine for the fair' }).waitFor();
    expect(await page.getByRole('button', { name: /^Edit / }).count()).toBe(0);
    await takePicture(page, 'lead-converted');
    await button(page, 'Undo the conversion').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the conversion' }).click();
    await page.getByRole('link', { name: 'Convert' }).waitFor();
    expect(await stored(`/leads/${id}`)).toMatchObject({ convertedAt: null });
  });

  it('shows duplicates with their likelihood, and links the chosen record', async () => {
    const companyId = await create('/companies', { name: 'Babbage Works', domain: 'babbage.example' });
    const { id } = await newLead({ company: 'Babbage Works', website: 'https://babbage.example' });
    const page = await ui.open(`/leads/${id}/convert`);
    await button(page, 'Check').click();
    const company = section(page, 'Company');
    await company.getByText('same domain').waitFor();
    await takePicture(page, 'convert-duplicates');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await button(page, 'Check').isDisabled()).toBe(true);
    await company.getByRole('radio', { name: /Use Babbage Works/ }).check();
    await button(page, 'Check').click();
    await company.getByText('Will be linked').waitFor();
    await button(page, 'Convert').click();
    await page.getByText('The lead was converted.').waitFor();
    expect(await stored(`/leads/${id}`)).toMatchObject({ convertedCompanyId: companyId });
  });

  it('creates a new record although a similar one exists, if the person wants it', async () => {
    await create('/companies', { name: 'Turing Machines' });
    const { id } = await newLead({ company: 'Turing Machines' });
    const page = await ui.open(`/leads/${id}/convert`);
    await section(page, 'Deal').getByRole('radio', { name: 'None' }).check();
    await button(page, 'Check').click();
    await section(page, 'Company').getByRole('radio', { name: 'Create a new record anyway' }).check();
    await button(page, 'Check').click();
    await section(page, 'Company').getByText('Will be created').waitFor();
    await button(page, 'Convert').click();
    await page.getByText('The lead was converted.').waitFor();
    expect(await stored(`/leads/${id}`)).toMatchObject({ convertedDealId: null });
  });

  it('links an existing record from the search, and shows the reason at an invalid field', async () => {
    const contactId = await create('/contacts', { firstName: 'Mary', lastName: 'Somerville Known' });
    const { id } = await newLead();
    const page = await ui.open(`/leads/${id}/convert`);
    const contact = section(page, 'Contact');
    await contact.getByRole('radio', { name: 'Existing' }).check();
    await contact.getByLabel('Find: Contact').fill('Somerville Known');
    await page.getByRole('option', { name: 'Mary Somerville Known' }).click();
    await section(page, 'Deal').getByLabel('Value').fill('much');
    await button(page, 'Check').click();
    await page.getByRole('status').getByRole('alert').waitFor();
    expect(await section(page, 'Deal').getByLabel('Value').inputValue()).toBe('much');
    expect(await section(page, 'Deal').getByLabel('Value').getAttribute('aria-invalid')).toBe('true');
    await takePicture(page, 'convert-invalid');
    await section(page, 'Deal').getByLabel('Value').fill('10');
    await button(page, 'Check').click();
    await button(page, 'Convert').click();
    await page.getByText('The lead was converted.').waitFor();
    expect(await stored(`/leads/${id}`)).toMatchObject({ convertedContactId: contactId });
  });

  it('begins again with the present lead if somebody changed the lead meanwhile', async () => {
    const { id } = await newLead();
    const page = await ui.open(`/leads/${id}/convert`);
    await section(page, 'Company').getByLabel('Name').fill('Typed name');
    await (await signIn(ui.url)).patch(`/leads/${id}`).send({ phone: '+49 221 999' });
    await button(page, 'Check').click();
    await page.getByRole('status').getByRole('alert').waitFor();
    expect(await section(page, 'Company').getByLabel('Name').inputValue()).toBe('Typed name');
    await button(page, 'Check').click();
    await page.getByText('Nothing has been saved yet').waitFor();
  });
});

describe('a lead from text', () => {
  const TEXT = [
    'Hello, we need a new web shop, our budget is 25.000 EUR.',
    'Best regards',
    'Grace Hopper',
    'Navy Systems GmbH',
    'grace@navy-systems.example',
  ].join('\n');

  it('is read, corrected and saved, and each value names its words', async () => {
    const page = await ui.open('/leads');
    await button(page, 'New').click();
    await page.getByRole('menuitem', { name: 'Lead from text' }).click();
    await page.getByLabel('Text', { exact: true }).fill(TEXT);
    await button(page, 'Read the text').click();
    const fields = section(page, 'Found fields');
    await fields.getByLabel('Company').fill('Navy Systems Ltd');
    await page.locator('mark', { hasText: 'Grace Hopper' }).waitFor();
    await takePicture(page, 'lead-from-text');
    expect(await seriousFindings(page)).toEqual([]);
    const sent = page.waitForRequest((request) => request.url().endsWith('/leads/from-text'));
    await button(page, 'Create the lead').click();
    expect((await sent).postDataJSON()).toEqual({ text: TEXT, overrides: { company: 'Navy Systems Ltd' } });
    await page.getByRole('heading', { level: 1, name: 'Grace Hopper' }).waitFor();
  });

  it('warns of a lead that exists, and keeps corrections when the text is edited', async () => {
    await create('/leads', { name: 'Joan Clarke', email: 'joan@clarke.example' });
    const page = await ui.open('/leads/from-text');
    await page.getByLabel('Text', { exact: true }).fill('Please call Joan Clarke, joan@clarke.example');
    await button(page, 'Read the text').click();
    await page.getByText('This lead may exist already').waitFor();
    await section(page, 'Found fields').getByLabel('Job title').fill('Analyst');
    await button(page, 'Edit the text').click();
    await page
      .getByLabel('Text', { exact: true })
      .fill('Please call Joan Clarke of Hut Eight Ltd, joan@clarke.example');
    await button(page, 'Read the text').click();
    expect(await section(page, 'Found fields').getByLabel('Job title').inputValue()).toBe('Analyst');
  });

  it('stays on the screen while the session is lost, and is saved after signing in again', async () => {
    const page = await ui.open('/leads/from-text');
    await page
      .getByLabel('Text', { exact: true })
      .fill('Please call me.\nBest regards\nIda Rhodes\nida@rhodes.example');
    await button(page, 'Read the text').click();
    await button(page, 'Create the lead').waitFor();
    const id = await page.evaluate<string>(
      `fetch('/api/v1/auth/me').then((answer) => answer.json()).then(({ sessionId }) => sessionId)`,
    );
    await ui.api.delete(`/auth/sessions/${id}`).expect(204);
    await button(page, 'Create the lead').click();
    await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    await page.getByRole('dialog').getByLabel('Password').fill(ADMIN.password);
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ida Rhodes' }).waitFor();
  });
});

describe('lead screens', () => {
  beforeAll(() => ui.api.patch('/users/me').send({ locale: 'de' }));
  afterAll(() => ui.api.patch('/users/me').send({ locale: 'en' }));
  const LONG = `${'Ä'.repeat(60)} أبو عبد الله 🦉 <b>x</b>`;

  it.each([
    ['page', (id: string) => `/leads/${id}`],
    ['conversion', (id: string) => `/leads/${id}/convert`],
    ['text', () => '/leads/from-text'],
  ])('fit on a phone, in German and in the dark: %s', async (what, path) => {
    const { id } = await newLead({ name: LONG });
    const page = await ui.open(path(id), { viewport: PHONE, colorScheme: 'dark' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await takePicture(page, `lead-${what}-phone-german`);
    expect(await isTooWide(page)).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.locator('main b').count()).toBe(0);
  });

  it('cause no error in the browser', () => expect(ui.errors).toEqual([]));
});
