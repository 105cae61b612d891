import type { Page } from 'playwright-core';
import { isTooWide, PHONE, seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

let ui: AdminUi;
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterAll(() => ui.close());

interface Activity {
  readonly id: string;
  readonly [field: string]: unknown;
}
const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const stored = async (id: string) => (await ui.api.get(`/activities/${id}`)).body as Activity;
const create = async (path: string, body: object): Promise<string> =>
  ((await ui.api.post(path).send(body)).body as Activity).id;
const row = (page: Page, id: string) => page.locator(`[data-activity="${id}"]`);

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: false }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describe('the agenda', () => {
  it('lists overdue activities and the days of the week, of the person or of everybody', async () => {
    const { userId } = await ui.app.as('sales');
    const mine = await create('/activities', { type: 'task', subject: 'Mine, overdue', dueAt: inHours(-1) });
    const theirs = await create('/activities', {
      type: 'task',
      subject: 'Theirs',
      dueAt: inHours(-2),
      assigneeId: userId,
    });
    const page = await ui.open('/agenda');
    const overdue = page.getByRole('region', { name: /^Overdue/ });
    await overdue.locator(`[data-activity="${mine}"]`).waitFor();
    expect(await row(page, theirs).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, 'agenda-light');
    const other = await ui.open(`/agenda?who=${userId}`);
    await row(other, theirs).waitFor();
    expect(await row(other, mine).count()).toBe(0);
    await page.getByRole('button', { name: 'Everybody' }).click();
    await page.waitForURL(/who=all/);
    await page.getByText(/^Show all \d+ overdue activities/).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, 'agenda-dark');
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await takePicture(page, 'agenda-phone');
    expect(await isTooWide(page)).toBe(false);
  });

  it('turns to other weeks and days, and the address restores them', async () => {
    const dueAt = inHours(7 * 24);
    const id = await create('/activities', { type: 'meeting', subject: 'In a week', dueAt });
    const page = await ui.open('/agenda');
    await button(page, 'Later').click();
    await row(page, id).waitFor();
    const again = await ui.open(page.url().slice(`${ui.url}/admin`.length));
    await row(again, id).waitFor();
    await button(again, 'Today').click();
    await row(again, id).waitFor({ state: 'detached' });
    const day = await ui.open(`/agenda?period=day&date=${dueAt.slice(0, 10)}`);
    await row(day, id).waitFor();
    await button(day, 'Earlier').click();
    await row(day, id).waitFor({ state: 'detached' });
  });
});

describe('an activity', () => {
  it('has the fields of its type, and several links', async () => {
    const companyId = await create('/companies', { name: 'Linked company' });
    const contactId = await create('/contacts', { lastName: 'Linked contact', companyId });
    const page = await ui.open(`/activities/create?companyId=${companyId}&contactId=${contactId}`);
    await page.getByLabel('Subject').fill('A call');
    expect(await page.getByRole('combobox', { name: 'Direction' }).count()).toBe(0);
    await choose(page, 'Type', 'Meeting');
    await page.getByLabel('Location').fill('Royal Society');
    await choose(page, 'Type', 'Call');
    expect(await page.getByLabel('Location').count()).toBe(0);
    await choose(page, 'Direction', 'Outbound');
    await choose(page, 'Result of the call', 'Voicemail');
    await takePicture(page, 'activity-create');
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'A call' }).waitFor();
    await field(page, 'callResult').getByText('Voicemail').waitFor();
    const { rows } = await ui.app.db.query<{ id: string }>(`select id from activities where subject = 'A call'`);
    expect(await stored(rows[0]?.id ?? '')).toMatchObject({
      type: 'call',
      direction: 'outbound',
      callResult: 'voicemail',
      location: null,
      companyId,
      contactId,
    });
  });

  it('is completed with outcome and follow-up date, which creates the next task', async () => {
    const id = await create('/activities', { type: 'call', subject: 'Ask Ada', dueAt: inHours(1) });
    const page = await ui.open(`/activities/${id}`);
    await button(page, 'Complete').click();
    const dialog = page.getByRole('dialog', { name: 'Complete this activity' });
    await dialog.getByLabel('Outcome').fill('She wants a prototype');
    await dialog.getByLabel('Duration').fill('15');
    await dialog.getByLabel('Follow-up on').fill('2031-03-08');
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, 'activity-complete');
    await dialog.getByRole('button', { name: 'Complete' }).dblclick();
    await page.getByText('A follow-up task was created.', { exact: false }).waitFor();
    await button(page, 'Reopen').waitFor();
    expect(await stored(id)).toMatchObject({
      status: 'completed',
      outcome: 'She wants a prototype',
      durationMinutes: 15,
      followUpOn: '2031-03-08',
    });
    const { body } = await ui.api.get(`/activities?followUpOfId=${id}`);
    const [next, ...others] = (body as { data: Activity[] }).data;
    expect([next?.['subject'], others]).toEqual(['Follow up: Ask Ada', []]);
    const follow = await ui.open(`/activities/${next?.id}`);
    await field(follow, 'followUpOfId').getByRole('link', { name: 'Ask Ada' }).waitFor();
  });

  it('is started, called off, taken back and reopened, as its status allows', async () => {
    const id = await create('/activities', { type: 'task', subject: 'Steps' });
    const page = await ui.open(`/activities/${id}`);
    await button(page, 'Start').click();
    await button(page, 'Pause').waitFor();
    await button(page, 'Cancel activity').click();
    await button(page, 'Reopen').waitFor();
    expect(await button(page, 'Complete').count()).toBe(0);
    await button(page, 'Undo').click();
    await button(page, 'Pause').waitFor();
    expect((await stored(id))['status']).toBe('in_progress');
  });

  it('tells the person who completes it that somebody changed it meanwhile, and keeps the typed outcome', async () => {
    const id = await create('/activities', { type: 'task', subject: 'Changed meanwhile' });
    const page = await ui.open(`/activities/${id}`);
    await button(page, 'Complete').click();
    const dialog = page.getByRole('dialog', { name: 'Complete this activity' });
    await dialog.getByLabel('Outcome').fill('Typed');
    await ui.api.patch(`/activities/${id}`).send({ priority: 'high' });
    await dialog.getByRole('button', { name: 'Complete' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('Outcome').inputValue()).toBe('Typed');
    await dialog.getByRole('button', { name: 'Complete' }).click();
    await button(page, 'Reopen').waitFor();
    expect(await stored(id)).toMatchObject({ status: 'completed', outcome: 'Typed', priority: 'high' });
  });

  it('offers no change of a status change, which is history', async () => {
    const { rows } = await ui.app.db.query<{ id: string }>(
      `select id from activities where type = 'status_change' limit 1`,
    );
    const id = rows[0]?.id ?? (await statusChange());
    const page = await ui.open(`/activities/${id}`);
    await field(page, 'newStatus').waitFor();
    for (const name of ['Delete', 'Complete', 'Reopen']) expect(await button(page, name).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Edit / }).count()).toBe(0);
  });
});

async function statusChange(): Promise<string> {
  const lead = await create('/leads', { name: 'Ada', email: 'status@example.com' });
  await ui.api.post(`/leads/${lead}/status`).send({ status: 'contacted' });
  const { body } = await ui.api.get(`/leads/${lead}/activities?type=status_change&limit=1`);
  return (body as { data: Activity[] }).data[0]?.id ?? '';
}

describe('the timeline of a record', () => {
  it('gets a call with its result, which is taken back with Undo', async () => {
    const id = await create('/companies', { name: 'With a call <b>and</b> שלום 🙂' });
    const page = await ui.open(`/companies/${id}`);
    await button(page, 'Call').click();
    await page.getByLabel('Text of the activity').fill('Asked for the price\nTwo lines');
    await choose(page, 'Direction', 'Inbound');
    await choose(page, 'Result of the call', 'Answered');
    await page.getByLabel('Duration').fill('5');
    await button(page, 'Add').dblclick();
    await page.getByRole('link', { name: 'Asked for the price' }).waitFor();
    await page.getByText('Call · Completed · Inbound · Answered · 5 minutes', { exact: false }).waitFor();
    await takePicture(page, 'timeline');
    expect(await page.getByRole('link', { name: 'Asked for the price' }).count()).toBe(1);
    await button(page, 'Undo').click();
    await page.getByRole('link', { name: 'Asked for the price' }).waitFor({ state: 'detached' });
  });

  it('plans a meeting, completes it in place, and filters by kind', async () => {
    const id = await create('/companies', { name: 'With a meeting' });
    await ui.api.patch(`/companies/${id}`).send({ city: 'Kiel' });
    const page = await ui.open(`/companies/${id}`);
    await button(page, 'Meeting').click();
    await page.getByLabel('Text of the activity').fill('Demo of the machine');
    await page.getByLabel('Planned').check();
    await page.getByLabel('Due or start').fill('2031-03-01T10:00');
    await button(page, 'Add').click();
    const entry = page.locator('[data-entry]').filter({ hasText: 'Demo of the machine' });
    await entry.getByRole('button', { name: 'Complete' }).click();
    await entry.getByText('Completed', { exact: false }).waitFor();
    await button(page, 'Changes').click();
    await entry.waitFor({ state: 'detached' });
    await page.getByText('Changed: City').waitFor();
    await page.reload();
    await page.getByText('Changed: City').waitFor();
    expect(await entry.count()).toBe(0);
    await button(page, 'Activities').click();
    await entry.waitFor();
  });

  it('keeps the text and shows the reason if the server rejects the activity', async () => {
    const id = await create('/companies', { name: 'Rejected activity' });
    const page = await ui.open(`/companies/${id}`);
    await button(page, 'Call').click();
    await page.getByLabel('Text of the activity').fill('Too long a call');
    await page.route('**/activities', (route) => route.continue({ postData: '{"type":"call","durationMinutes":-1}' }));
    await button(page, 'Add').click();
    await page.getByText(/durationMinutes/).waitFor();
    expect(await page.getByLabel('Text of the activity').inputValue()).toBe('Too long a call');
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
