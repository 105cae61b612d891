import type { Page } from 'playwright-core';
import { signIn } from '../../test/harness/app.js';
import { startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

let ui: AdminUi;
const pages: Page[] = [];
beforeAll(async () => (ui = await startAdminUi()), 120_000);
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(() => ui.close());

async function open(...parameters: Parameters<AdminUi['open']>): Promise<Page> {
  const page = await ui.open(...parameters);
  pages.push(page);
  return page;
}

interface Stage {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly probability: number;
  readonly isActive: boolean;
}
interface Deal {
  readonly id: string;
  readonly title: string;
  readonly stageId: string;
  readonly status: string;
}
interface Scene {
  readonly id: string;
  readonly deal: Deal;
}

const STAGES = [
  { name: 'Asked', probability: 20 },
  { name: 'Offered', probability: 50 },
  { name: 'Sold', kind: 'won' },
  { name: 'Gone', kind: 'lost' },
];
let created = 0;

const get = async <T>(path: string): Promise<T> => (await ui.api.get(path).expect(200)).body as T;
const stagesOf = async (id: string): Promise<Stage[]> => (await get<{ data: Stage[] }>(`/pipelines/${id}/stages`)).data;
const stageNames = async (id: string): Promise<string[]> => (await stagesOf(id)).map(({ name }) => name);
const stageOf = async (id: string, name: string): Promise<Stage> =>
  (await stagesOf(id)).find((stage) => stage.name === name) as Stage;

async function newScene(patch: object = {}): Promise<Scene> {
  const name = `Pipeline ${(created += 1)}`;
  const { id } = (await ui.api.post('/pipelines').send({ name, stages: STAGES }).expect(201)).body as { id: string };
  const deal = { title: `Machine ${created}`, pipelineId: id, currency: 'EUR', value: '100.00', ...patch };
  return { id, deal: (await ui.api.post('/deals').send(deal).expect(201)).body as Deal };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the page of a deal', () => {
  it('moves the deal by the buttons of its stages and shows each visit', async () => {
    const { id, deal } = await newScene();
    const page = await open(`/deals/${deal.id}/stages`);
    const path = page.getByRole('navigation', { name: 'Stages of the deal' });
    await path.getByRole('button', { name: /^Offered/ }).click();
    await path.locator('[aria-current=step]').getByText('Offered').waitFor();
    await page.getByRole('rowheader', { name: 'Offered' }).waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Offered', 'Asked']);
    expect((await get<Deal>(`/deals/${deal.id}`)).stageId).toBe((await stageOf(id, 'Offered')).id);
    await takePicture(page, 'deal-stages');
  });

  it('shows the reason of a rejected move, and the stage that the deal is in', async () => {
    const { id, deal } = await newScene();
    const page = await open(`/deals/${deal.id}`);
    const path = page.getByRole('navigation', { name: 'Stages of the deal' });
    await path.getByRole('button', { name: /^Offered/ }).waitFor();
    await ui.api
      .post(`/pipeline-stages/${(await stageOf(id, 'Offered')).id}/retire`)
      .send({})
      .expect(200);
    await path.getByRole('button', { name: /^Offered/ }).click();
    await page.getByRole('alert').filter({ hasText: 'must be an active stage' }).waitFor();
    expect(await path.locator('[aria-current=step]').innerText()).toContain('Asked');
  });

  it('wins and reopens the deal', async () => {
    const { deal } = await newScene();
    const page = await open(`/deals/${deal.id}`);
    await button(page, 'Win').click();
    await page.getByLabel('Why was the deal won?').fill('The better support');
    await button(page, 'Mark as won').click();
    await page.getByText(/^Won on/).waitFor();
    await page.getByText('The better support').first().waitFor();
    await takePicture(page, 'deal-won');
    await button(page, 'Reopen').click();
    await page.getByLabel('Continue in stage').click();
    await page.getByRole('option', { name: 'Offered' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
    await page.locator('[aria-current=step]').getByText('Offered').waitFor();
    expect(await get(`/deals/${deal.id}`)).toMatchObject({ status: 'open', wonReason: null });
  });
});

describe('the forecast', () => {
  const month = new Date().toISOString().slice(0, 7);

  it('shows the figures of the server, and each figure leads to the list of its deals', async () => {
    const { id, deal } = await newScene({ expectedCloseDate: `${month}-28`, value: '1000.00' });
    await ui.api.post('/deals').send({ title: 'Other', pipelineId: id, currency: 'EUR', value: '5.00' }).expect(201);
    const page = await open(`/forecast/${id}`);
    const cell = (bucket: string, figure: string) => page.locator(`[data-figure="${bucket} ${figure}"]`);
    await cell(month, 'weightedValue').getByText('€200').waitFor();
    expect(await cell(month, 'bestCase').innerText()).toBe('€1,000');
    expect(await cell('undated', 'openValue').innerText()).toBe('€5');
    await page.locator('canvas').first().waitFor();
    await takePicture(page, 'forecast-small');
    await cell(month, 'expectedValue').getByRole('link').click();
    await page.getByRole('heading', { name: 'Deals', level: 1 }).waitFor();
    await page.getByRole('row').filter({ hasText: deal.title }).waitFor();
    expect(await page.locator('tbody td:nth-child(2)').allInnerTexts()).toEqual([deal.title]);
  });

  it('counts what changed by kind, and each kind leads to its deals', async () => {
    const { id, deal } = await newScene({ value: '300.00' });
    await ui.api.post(`/deals/${deal.id}/lose`).send({ lostReason: 'Too slow' }).expect(200);
    const page = await open(`/forecast/${id}`);
    const lost = page.locator('[data-kind=lost]');
    await lost.getByText('€300').waitFor();
    await lost.click();
    await page.getByRole('region', { name: 'Lost' }).getByRole('link', { name: deal.title }).click();
    await page.getByRole('heading', { name: deal.title }).waitFor();
  });

  it('says what to do if the period holds no deals', async () => {
    const { id } = await newScene();
    await ui.api.post(`/pipelines`).send({ name: 'Empty pipeline', stages: STAGES }).expect(201);
    const { data } = await get<{ data: { id: string; name: string }[] }>('/pipelines');
    const empty = data.find(({ name }) => name === 'Empty pipeline');
    const page = await open(`/forecast/${empty?.id}`);
    await page.getByText('No deals in this period').waitFor();
    await takePicture(page, 'forecast-empty');
    expect(empty?.id).not.toBe(id);
  });
});

describe('the settings of pipelines', () => {
  const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
  async function choose(page: Page, name: string, action: string): Promise<void> {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
  }

  it('create a pipeline, add a stage to it and make it the default', async () => {
    const page = await open('/settings/pipelines');
    const { data: before } = await get<{ data: { id: string; isDefault: boolean; version: number }[] }>('/pipelines');
    await button(page, 'New pipeline').click();
    await page.getByLabel('Name').fill('Schön & <b>gut</b>');
    await button(page, 'Save').click();
    await page.getByRole('link', { name: 'Schön & <b>gut</b>' }).waitFor();
    await page.waitForURL(/\/settings\/pipelines\/.+/);
    const id = page.url().split('/').at(-1) ?? '';
    await button(page, 'New stage').click();
    await page.getByLabel('Name').fill('Legal review');
    await page.getByLabel('Probability in %').fill('70');
    await page.getByLabel('Days until rotting').fill('9');
    await takePicture(page, 'stage-dialog');
    await button(page, 'Save').click();
    await row(page, 'Legal review').getByText('70 % · rots after 9 days').waitFor();
    expect(await stageOf(id, 'Legal review')).toMatchObject({ probability: 70, rotDays: 9, kind: 'open' });
    await choose(page, 'Schön & <b>gut</b>', 'Make default');
    await row(page, 'Schön & <b>gut</b>').getByText('Default').waitFor();
    const former = before.find(({ isDefault }) => isDefault);
    await ui.api.patch(`/pipelines/${former?.id}`).send({ isDefault: true }).expect(200);
  });

  it('change the order of stages with the keyboard', async () => {
    const { id } = await newScene();
    const page = await open(`/settings/pipelines/${id}`);
    const handle = page.getByRole('button', { name: 'Change the position of Asked' });
    await handle.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    const saved = page.waitForResponse((response) => response.url().endsWith('/move'));
    await page.keyboard.press('Space');
    expect((await saved).status()).toBe(200);
    expect(await stageNames(id)).toEqual(['Offered', 'Asked', 'Sold', 'Gone']);
    await page.getByRole('list', { name: 'Stages' }).and(page.locator('[aria-busy=false]')).waitFor();
    expect(await page.getByRole('list', { name: 'Stages' }).getByRole('listitem').first().innerText()).toContain(
      'Offered',
    );
  });

  it('retire a stage and say where its deals go; a stage with deals cannot be deleted', async () => {
    const { id, deal } = await newScene();
    const page = await open(`/settings/pipelines/${id}`);
    await choose(page, 'Asked', 'Delete …');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('alert').waitFor();
    await takePicture(page, 'stage-in-use');
    await dialog.getByRole('button', { name: 'Retire instead …' }).click();
    await page.getByLabel('Move its deals to').click();
    await page.getByRole('option', { name: 'Offered' }).click();
    await button(page, 'Retire').click();
    await page.getByText('Retired; one deal moved.').waitFor();
    await row(page, 'Asked').getByText('Retired').waitFor();
    expect((await get<Deal>(`/deals/${deal.id}`)).stageId).toBe((await stageOf(id, 'Offered')).id);
    expect((await stageOf(id, 'Asked')).isActive).toBe(false);
  });

  it('delete a stage that never had a deal', async () => {
    const { id } = await newScene();
    await ui.api.post(`/pipelines/${id}/stages`).send({ name: 'Never used', position: 2 }).expect(201);
    const page = await open(`/settings/pipelines/${id}`);
    await choose(page, 'Never used', 'Delete …');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await row(page, 'Never used').waitFor({ state: 'detached' });
    expect(await stageNames(id)).toEqual(['Asked', 'Offered', 'Sold', 'Gone']);
  });

  it('keep the typed name if somebody else renamed the stage, and show the other name', async () => {
    const { id } = await newScene();
    const { id: stageId } = await stageOf(id, 'Offered');
    const page = await open(`/settings/pipelines/${id}`);
    await choose(page, 'Offered', 'Edit stage');
    await page.getByLabel('Name').fill('My name');
    await (await signIn(ui.url)).patch(`/pipeline-stages/${stageId}`).send({ name: 'Their name', probability: 66 });
    await button(page, 'Save').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').getByText('Their name').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('My name');
    expect(await page.getByLabel('Probability in %').inputValue()).toBe('66');
    await takePicture(page, 'stage-conflict');
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await button(page, 'Save').click();
    expect((await sent).postDataJSON()).toEqual({ name: 'My name' });
    await dialog.waitFor({ state: 'detached' });
    expect(await stageOf(id, 'My name')).toMatchObject({ probability: 66 });
  });

  it('cannot be changed by a person who may only read', async () => {
    const { userId } = await ui.app.as('viewer');
    const { rows } = await ui.app.db.query<{ email: string }>('select email from users where id = $1', [userId]);
    const page = await open('/settings/pipelines', {
      as: { email: rows[0]?.email ?? '', password: 'amber ladders cross the wide harbour' },
    });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('listitem').first().waitFor();
    for (const name of ['New pipeline', 'New stage']) expect(await button(page, name).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^(Actions|Change the position)/ }).count()).toBe(0);
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
