import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { JobGroupView } from '../../src/modules/jobs/groups/job-groups.dto.js';
import type { RetentionPolicyView } from '../../src/modules/retention/policies/policies.dto.js';
import { newPerson } from '../../test/harness/account-mails.js';
import { until } from '../../test/harness/receiver.js';
import { isTooWide, PHONE, seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { button, choose, dialogOf } from './harness/people.js';

let ui: AdminUi;
const LONG = `${'W'.repeat(90)} عمر 🚀`;
const SCREENS = [
  'webhooks',
  'webhook',
  'webhook?tab=settings',
  'notification-channels',
  'notification-channel',
  'events',
  'retention',
  'retention?tab=runs',
  'retention?tab=holds',
  'erasure',
  'audit-log',
  'security-log',
  'jobs',
  'jobs?tab=jobs',
  'jobs?tab=groups',
  'jobs?tab=events',
  'scheduled-jobs',
  'scheduled-jobs/sessions.purge',
];
const paths = new Map<string, string>();

beforeAll(async () => {
  ui = await startAdminUi();
  const events = ['lead.*', 'deal.won', 'company.created'];
  const webhook = { name: LONG, url: `https://example.com/${'a'.repeat(200)}`, events, headers: { 'x-team': 'north' } };
  const channel = { name: LONG, type: 'email', config: { to: ['sales@example.com'] }, events };
  const idOf = async (path: string, body: object) =>
    ((await ui.api.post(path).send(body).expect(201)).body as { id: string }).id;
  paths.set('webhook', `webhooks/${await idOf('/webhooks', webhook)}`);
  paths.set('notification-channel', `notification-channels/${await idOf('/notification-channels', channel)}`);
  await idOf('/legal-holds', { email: 'held@example.com', reason: LONG });
  await ui.app.db.query(
    `insert into dead_jobs (id, kind, ref_id, group_key, priority, attempts, last_error, created_at, died_at)
      values ($1, 'webhook', $1, 'webhook:north', 1, 7, 'connect ECONNREFUSED', now(), now())`,
    [randomUUID()],
  );
}, 120_000);
afterAll(() => ui.close());

describe('every screen of operations', () => {
  it.each(SCREENS)('is accessible in light and dark, and fits on a phone: %s', async (name) => {
    const [first = '', query = ''] = name.split('?');
    const page = await ui.open(`/settings/${paths.get(first) ?? first}${query && `?${query}`}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const picture = name.replaceAll(/\W+/g, '-');
    await takePicture(page, `${picture}-light`);
    const light = await seriousFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, `${picture}-dark`);
    const dark = await seriousFindings(page);
    await page.setViewportSize(PHONE);
    await takePicture(page, `${picture}-phone`);
    expect({ light, dark, isTooWide: await isTooWide(page) }).toEqual({ light: [], dark: [], isTooWide: false });
    await page.context().close();
  });

  it('is in German for a person with that language', async () => {
    const person = await newPerson(ui.app, { role: 'admin' });
    await ui.app.db.query(`update users set locale = 'de' where id = $1`, [person.id]);
    const page = await ui.open(`/settings/${paths.get('webhook')}?tab=settings`, { as: person });
    await page.getByRole('tab', { name: 'Zustellungen' }).waitFor();
    await takePicture(page, 'webhook-german');
    await page.goto(`${ui.url}/admin/settings`);
    await page
      .getByRole('link', { name: /Löschsperren/ })
      .first()
      .waitFor();
    await takePicture(page, 'settings-german');
    expect(await page.getByText(/settings\.|webhooks\./).count()).toBe(0);
  });
});

describe('a retention policy', () => {
  it('is changed after a count of what it would delete', async () => {
    const page = await ui.open('/settings/retention');
    await button(page, 'Leads').click();
    const dialog = dialogOf(page, 'Leads');
    await dialog.getByLabel('Days').fill('400');
    await dialog.getByRole('button', { name: 'Count what would be deleted' }).click();
    await dialog.getByText('would be deleted now, with 400 days', { exact: false }).waitFor();
    await takePicture(page, 'retention-count');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialogOf(page, 'Leave without saving?').getByRole('button', { name: 'Stay' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { body } = await ui.api.get('/retention-policies/leads').expect(200);
    expect(body as RetentionPolicyView).toMatchObject({ days: 400, enabled: true });
    await page.getByRole('tab', { name: 'Runs' }).click();
    await page.getByRole('cell', { name: 'Count only' }).first().waitFor();
  });
});

describe('the data of a person', () => {
  const email = 'asks.for.erasure@example.com';

  it('is protected by a legal hold, and erased with a preview and a report after the release', async () => {
    await ui.api.post('/leads').send({ email, name: 'Asks for erasure', source: 'website' }).expect(201);
    const page = await ui.open('/settings/retention?tab=holds');
    await button(page, 'Place a legal hold').first().click();
    const hold = dialogOf(page, 'Place a legal hold');
    await hold.getByLabel('E-mail address').fill(email);
    await hold.getByLabel('Reason').fill('Lawsuit 12');
    await hold.getByRole('button', { name: 'Place a legal hold' }).click();
    await page.getByText('The legal hold is placed').waitFor();

    await page.goto(`${ui.url}/admin/settings/erasure`);
    await button(page, 'Erase a person').click();
    const erase = dialogOf(page, 'Erase a person');
    await erase.getByLabel('E-mail address').fill(email);
    await erase.getByRole('button', { name: 'Show what would be erased' }).click();
    await erase.getByText('A legal hold protects data of this person', { exact: false }).waitFor();
    expect(await erase.getByRole('button', { name: 'Erase permanently' }).isDisabled()).toBe(true);
    await takePicture(page, 'erasure-held');

    await page.goto(`${ui.url}/admin/settings/retention?tab=holds&state=active&email=${email}`);
    await button(page, 'Release').click();
    await dialogOf(page, 'Release this legal hold?').getByRole('button', { name: 'Release' }).click();
    await page.getByText('The legal hold is released').waitFor();

    await page.goto(`${ui.url}/admin/settings/erasure`);
    await button(page, 'Erase a person').click();
    await erase.getByLabel('E-mail address').fill(email);
    await erase.getByRole('button', { name: 'Show what would be erased' }).click();
    await erase.getByRole('row', { name: /Leads 1/ }).waitFor();
    await erase.getByLabel('I have checked the list', { exact: false }).check();
    await takePicture(page, 'erasure-preview');
    await erase.getByRole('button', { name: 'Erase permanently' }).click();
    const report = dialogOf(page, 'Report of the erasure');
    await report.getByText('Completed').first().waitFor();
    await report.getByRole('row', { name: /Leads/ }).waitFor();
    await takePicture(page, 'erasure-report');
    expect(await seriousFindings(page)).toEqual([]);
    expect((await ui.app.db.query('select 1 from leads where email = $1', [email])).rowCount).toBe(0);
  });
});

describe('the audit log', () => {
  it('shows each field before and after, follows the filter in the address, and is exported with it', async () => {
    const { body } = await ui.api.post('/companies').send({ name: 'Before the change' }).expect(201);
    const { id } = body as { id: string };
    await ui.api.patch(`/companies/${id}`).send({ name: '<b>After</b> the change' }).expect(200);
    const page = await ui.open(`/settings/audit-log?resourceId=${id}`);
    await choose(page, 'Action', 'Changed');
    await page.getByText('1 entry').waitFor();
    await page.getByRole('main').getByRole('row').nth(1).getByRole('button').click();
    const dialog = dialogOf(page, /Companies · Changed/);
    await dialog.getByRole('row', { name: 'name Before the change <b>After</b> the change' }).waitFor();
    expect(await dialog.locator('b').count()).toBe(0);
    await takePicture(page, 'audit-entry');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await button(page, 'Export').click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV, for spreadsheets' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text).toContain(id);
  });
});

describe('the security log', () => {
  it('finds the sign-ins of an address and shows where they came from', async () => {
    const page = await ui.open('/settings/security-log');
    await page.getByLabel('Event').fill('Signed in');
    await page.getByRole('option', { name: 'Signed in' }).click();
    await page.getByRole('main').getByRole('row').nth(1).getByRole('button').click();
    await dialogOf(page, 'Signed in').getByText('127.0.0.1').waitFor();
    await takePicture(page, 'security-entry');
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe('jobs', () => {
  it('that failed for good show their error, and are tried again', async () => {
    const page = await ui.open('/settings/jobs?tab=jobs&status=dead');
    await button(page, 'webhook').click();
    const dialog = dialogOf(page, 'Job: webhook');
    await dialog.getByText('connect ECONNREFUSED').waitFor();
    await takePicture(page, 'job-dead');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The job is tried again').waitFor();
    await until(async () => (await ui.app.db.query('select 1 from dead_jobs')).rowCount === 0);
  });

  it('of a group are paused and resumed', async () => {
    const key = 'scheduled:sessions.purge';
    await ui.api.post('/scheduled-jobs/sessions.purge/run').expect(202);
    const group = async () =>
      ((await ui.api.get(`/job-groups?key[eq]=${encodeURIComponent(key)}`)).body as { data: JobGroupView[] }).data[0];
    const page = await ui.open(`/settings/jobs?tab=groups&key=${key}`);
    await button(page, 'Pause').click();
    await dialogOf(page, /Pause the group/)
      .getByRole('button', { name: 'Pause' })
      .click();
    await page.getByText(/^Paused until/).waitFor();
    await takePicture(page, 'job-group-paused');
    expect((await group())?.pausedUntil).toEqual(expect.any(String));
    await button(page, 'Resume').click();
    await page.getByText('The group is resumed').waitFor();
    expect((await group())?.pausedUntil).toBeNull();
  });

  it('by the clock are run now, with the run in the history, and switched off', async () => {
    const page = await ui.open('/settings/scheduled-jobs');
    await page.getByRole('link', { name: 'idempotency-keys.purge' }).click();
    await page.getByRole('heading', { name: 'idempotency-keys.purge' }).waitFor();
    await button(page, 'Run now: idempotency-keys.purge').click();
    await page.getByRole('row', { name: /Done A person/ }).waitFor();
    await button(page, 'Disable').dblclick();
    await page.getByText('The schedule is disabled').waitFor();
    await page.getByText('Disabled', { exact: true }).waitFor();
    await takePicture(page, 'scheduled-job');
    await button(page, 'Enable').click();
    await page.getByText('The schedule is enabled').waitFor();
  });

  it('show events that were given up, which are tried again', async () => {
    const { body } = await ui.api.post('/companies').send({ name: 'Unheard' }).expect(201);
    await ui.app.db.query(
      `update events set dead_lettered_at = now(), dispatched_at = null, attempts = 10, last_error = 'a listener broke'
        where resource_id = $1`,
      [(body as { id: string }).id],
    );
    const page = await ui.open('/settings/jobs?tab=events');
    await page.getByText('a listener broke').waitFor();
    await takePicture(page, 'dead-lettered-events');
    await button(page, 'Try again').click();
    await page.getByText('No failed events').waitFor();
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
