import type { Page } from 'playwright-core';
import { seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

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

const STAGES = [
  { name: 'Asked', probability: 20 },
  { name: 'Offered', probability: 50 },
  { name: 'Sold', kind: 'won' },
  { name: 'Gone', kind: 'lost' },
];
let created = 0;

interface Deal {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly stageId: string;
  readonly lostReason: string | null;
}
interface Scene {
  readonly id: string;
  readonly path: string;
  readonly stage: Readonly<Record<string, string>>;
  /** In the order of the column: the first comes first. */
  readonly deals: readonly Deal[];
}

/** Creates a pipeline with three deals of 100, 200 and 300 EUR in its first stage. */
async function newScene(titles: readonly string[] = ['First', 'Second', 'Third']): Promise<Scene> {
  const name = `Pipeline ${(created += 1)}`;
  const { id } = (await ui.api.post('/pipelines').send({ name, stages: STAGES }).expect(201)).body as { id: string };
  const { data } = (await ui.api.get(`/pipelines/${id}/stages`)).body as { data: { id: string; name: string }[] };
  const deals: Deal[] = [];
  for (const [at, title] of [...titles.entries()].toReversed()) {
    const deal = { title, pipelineId: id, currency: 'EUR', value: `${at + 1}00.00` };
    deals.unshift((await ui.api.post('/deals').send(deal).expect(201)).body as Deal);
  }
  return { id, path: `/board/${id}`, stage: Object.fromEntries(data.map((one) => [one.name, one.id])), deals };
}

const stored = async ({ id }: Deal) => (await ui.api.get(`/deals/${id}`)).body as Deal;
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true });
const titlesIn = (page: Page, name: string) =>
  column(page, name).locator('[data-deal] bdi:first-child').allInnerTexts();
const headOf = async (page: Page, name: string) => [
  await column(page, name).locator('[data-count]').innerText(),
  await column(page, name).locator('[data-sums]').innerText(),
];

async function openBoard({ path, deals }: Scene): Promise<Page> {
  const page = await open(path);
  await card(page, deals[0]?.title ?? '').waitFor();
  return page;
}

/** Moves a card with the keyboard to a column on its right. The announcements for screen readers say what happens. */
async function drag(page: Page, title: string, columns: readonly string[]): Promise<void> {
  await card(page, title).focus();
  await page.keyboard.press('Space');
  await page.getByText(`You lifted ${title}.`).waitFor({ state: 'attached' });
  for (const name of columns) {
    await page.keyboard.press('ArrowRight');
    await page.getByText(`${title} is over ${name}.`).waitFor({ state: 'attached' });
  }
  await page.keyboard.press('Space');
}

async function chooseInMenu(page: Page, title: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${title}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Holds the requests that move a deal until the test lets them go. */
async function holdMoves(page: Page): Promise<(answer: 'continue' | 'fail') => void> {
  let release: (answer: 'continue' | 'fail') => void = () => undefined;
  const held = new Promise<'continue' | 'fail'>((resolve) => (release = resolve));
  await page.route('**/api/v1/deals/*/move', async (route) => {
    if ((await held) === 'continue') return route.continue();
    const problem = { status: 500, code: 'internal-error', title: 'Internal error', detail: 'The server failed.' };
    return route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) });
  });
  return release;
}

describe('a card of the board', () => {
  it('is moved by keyboard, and count and sums follow the server', async () => {
    const scene = await newScene();
    const page = await openBoard(scene);
    expect(await headOf(page, 'Asked')).toEqual(['3', '€600 · €120 weighted']);
    await drag(page, 'Second', ['Offered']);
    await column(page, 'Offered').getByText('€200 · €100 weighted').waitFor();
    expect(await headOf(page, 'Offered')).toEqual(['1', '€200 · €100 weighted']);
    expect(await headOf(page, 'Asked')).toEqual(['2', '€400 · €80 weighted']);
    expect(await titlesIn(page, 'Asked')).toEqual(['First', 'Third']);
    expect(await stored(scene.deals[1] as Deal)).toMatchObject({ stageId: scene.stage['Offered'] });
  });

  it('is moved by the pointer', async () => {
    const scene = await newScene();
    const page = await openBoard(scene);
    const from = await card(page, 'First').boundingBox();
    const to = await column(page, 'Offered').boundingBox();
    if (!from || !to) throw new Error('The board is not shown.');
    await page.mouse.move(from.x + 60, from.y + from.height - 12);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + from.height, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 140, { steps: 8 });
    await page.getByText('First is over Offered.').waitFor({ state: 'attached' });
    await page.mouse.up();
    await column(page, 'Offered').getByText('€100 · €50 weighted').waitFor();
    expect(await stored(scene.deals[0] as Deal)).toMatchObject({ stageId: scene.stage['Offered'] });
  });

  it('waits in the new column until the server has stored the move, and the sums wait too', async () => {
    const scene = await newScene();
    const page = await openBoard(scene);
    const release = await holdMoves(page);
    await drag(page, 'Second', ['Offered']);
    await column(page, 'Offered').getByLabel('Saving …').waitFor();
    expect(await card(page, 'Second').getAttribute('aria-busy')).toBe('true');
    expect(await headOf(page, 'Offered')).toEqual(['0', '']);
    await takePicture(page, 'board-saving');
    release('continue');
    await column(page, 'Offered').getByText('€200 · €100 weighted').waitFor();
    expect(await card(page, 'Second').getAttribute('aria-busy')).toBe('false');
  });

  it.each([
    [
      'somebody changed the deal meanwhile',
      (deal: Deal) => ui.api.patch(`/deals/${deal.id}`).send({ description: 'Changed meanwhile' }).expect(200),
      /changed|version/i,
    ],
    [
      'the stage was retired meanwhile',
      (_: Deal, { stage }: Scene) => ui.api.post(`/pipeline-stages/${stage['Offered']}/retire`).send({}).expect(200),
      /active stage/,
    ],
    [
      'the network is gone',
      (_: Deal, __: Scene, page: Page) => page.context().setOffline(true),
      /reach|network|fetch|connect/i,
    ],
  ])('goes back to its exact place with the reason if %s', async (_, prepare, reason) => {
    const scene = await newScene();
    const second = scene.deals[1] as Deal;
    const page = await openBoard(scene);
    await prepare(second, scene, page);
    await drag(page, 'Second', ['Offered']);
    const note = page.getByRole('alert').filter({ hasText: 'Not changed: Second' });
    await note.filter({ hasText: reason }).waitFor();
    expect(await titlesIn(page, 'Asked')).toEqual(['First', 'Second', 'Third']);
    expect((await headOf(page, 'Asked'))[0]).toBe('3');
    await takePicture(page, `board-rejected-${reason.source.slice(0, 6)}`);
    await page.context().setOffline(false);
    expect(await stored(second)).toMatchObject({ stageId: scene.stage['Asked'] });
  });

  it('goes back to its exact place if the server fails after a long time', async () => {
    const scene = await newScene();
    const page = await openBoard(scene);
    const release = await holdMoves(page);
    await drag(page, 'Second', ['Offered']);
    await column(page, 'Offered').getByLabel('Saving …').waitFor();
    release('fail');
    await page.getByRole('alert').filter({ hasText: 'The server failed.' }).waitFor();
    expect(await titlesIn(page, 'Asked')).toEqual(['First', 'Second', 'Third']);
    expect(await headOf(page, 'Asked')).toEqual(['3', '€600 · €120 weighted']);
    expect(await headOf(page, 'Offered')).toEqual(['0', '']);
  });

  it('moves alone: two tabs that move different cards keep both moves', async () => {
    const scene = await newScene();
    const one = await openBoard(scene);
    const other = await openBoard(scene);
    await drag(one, 'First', ['Offered']);
    await column(one, 'Offered').getByText('€100 · €50 weighted').waitFor();
    await drag(other, 'Second', ['Offered']);
    await column(other, 'Offered').getByText('€300 · €150 weighted').waitFor();
    expect(await titlesIn(other, 'Offered')).toEqual(['Second', 'First']);
    for (const deal of scene.deals.slice(0, 2))
      expect(await stored(deal)).toMatchObject({ stageId: scene.stage['Offered'] });
  });

  it('shows names as text: HTML, right-to-left and 255 characters', async () => {
    const titles = ['<img src=x onerror=alert(1)>', 'שלום עולם', '🦊'.repeat(60) + 'W'.repeat(135)];
    const page = await openBoard(await newScene(titles));
    expect(await titlesIn(page, 'Asked')).toEqual(titles);
    expect(await page.locator('[data-deal] img[src=x]').count()).toBe(0);
    await takePicture(page, 'board-names');
  });
});

describe('closing a deal on the board', () => {
  it('as lost needs a reason; without it the card is back in its place', async () => {
    const scene = await newScene();
    const page = await openBoard(scene);
    await drag(page, 'Second', ['Offered', 'Sold', 'Gone']);
    const dialog = page.getByRole('dialog', { name: 'Lose this deal' });
    expect(await dialog.getByRole('button', { name: 'Mark as lost' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await titlesIn(page, 'Asked')).toEqual(['First', 'Second', 'Third']);
    await drag(page, 'Second', ['Offered', 'Sold', 'Gone']);
    await dialog.getByLabel('Why was the deal lost?').fill('Too expensive');
    await takePicture(page, 'board-lose');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Mark as lost' }).click();
    await column(page, 'Gone').getByText('€200').first().waitFor();
    expect(await stored(scene.deals[1] as Deal)).toMatchObject({ status: 'lost', lostReason: 'Too expensive' });
  });

  it('keeps the typed reason if somebody changed the deal, and a second attempt succeeds', async () => {
    const scene = await newScene();
    const second = scene.deals[1] as Deal;
    const page = await openBoard(scene);
    await chooseInMenu(page, 'Second', 'Lose');
    await page.getByLabel('Why was the deal lost?').fill('They chose another offer');
    await ui.api.patch(`/deals/${second.id}`).send({ value: '250.00' }).expect(200);
    const button = page.getByRole('button', { name: 'Mark as lost' });
    await button.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').waitFor();
    await dialog.getByText('€250').waitFor();
    expect(await page.getByLabel('Why was the deal lost?').inputValue()).toBe('They chose another offer');
    await button.click();
    await dialog.waitFor({ state: 'detached' });
    expect(await stored(second)).toMatchObject({ status: 'lost', lostReason: 'They chose another offer' });
  });

  it('as won sends one request for a double click; reopening brings the card back', async () => {
    const scene = await newScene();
    const page = await openBoard(scene);
    const sent: string[] = [];
    page.on('request', (request) => request.url().endsWith('/win') && sent.push(request.url()));
    await chooseInMenu(page, 'First', 'Win');
    await page.getByRole('button', { name: 'Mark as won' }).dblclick();
    await column(page, 'Sold').getByText('€100').first().waitFor();
    expect(sent).toHaveLength(1);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await chooseInMenu(page, 'First', 'Reopen');
    await page.getByRole('button', { name: 'Reopen' }).click();
    await column(page, 'Asked').getByText('€600').waitFor();
    expect(await stored(scene.deals[0] as Deal)).toMatchObject({ status: 'open' });
  });

  it('as abandoned takes the card from the board', async () => {
    const scene = await newScene();
    const page = await openBoard(scene);
    await chooseInMenu(page, 'Third', 'Abandon');
    await page.getByRole('button', { name: 'Abandon' }).click();
    await column(page, 'Asked').getByText('€300 · €60 weighted').waitFor();
    expect(await titlesIn(page, 'Asked')).toEqual(['First', 'Second']);
  });
});

describe('the board', () => {
  it('reads more cards on scroll, each card once', async () => {
    const page = await open('/board');
    await page.locator('[data-deal]').first().waitFor();
    const first = page.locator('section[data-stage]').first();
    const count = Number(await first.locator('[data-count]').innerText());
    expect(count).toBeGreaterThan(20);
    expect(await first.locator('[data-deal]').count()).toBe(20);
    await first.locator('[data-deal]').last().scrollIntoViewIfNeeded();
    await first
      .locator('[data-deal]')
      .nth(count - 1)
      .waitFor();
    const ids = await first
      .locator('[data-deal]')
      .evaluateAll((cards) => cards.map((one) => one.getAttribute('data-deal')));
    expect(new Set(ids).size).toBe(count);
  });

  it('is restored from its address: pipeline, search and priority', async () => {
    const scene = await newScene();
    await ui.api.patch(`/deals/${scene.deals[0]?.id}`).send({ priority: 'high' }).expect(200);
    const page = await openBoard(scene);
    await page.getByRole('searchbox', { name: 'Search titles' }).fill('first');
    await card(page, 'Second').waitFor({ state: 'detached' });
    await page.getByLabel('Priority').click();
    await page.getByRole('option', { name: 'High' }).click();
    await page.waitForURL(/priority=high/);
    const again = await open(page.url().slice(`${ui.url}/admin`.length));
    await card(again, 'First').waitFor();
    expect(await titlesIn(again, 'Asked')).toEqual(['First']);
    expect(await again.getByRole('searchbox', { name: 'Search titles' }).inputValue()).toBe('first');
  });

  it('leads from a sum to the list of its deals', async () => {
    const page = await openBoard(await newScene());
    await column(page, 'Asked').getByRole('link', { name: '€600' }).click();
    await page.getByRole('heading', { name: 'Deals' }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect((await page.locator('tbody td:nth-child(2)').allInnerTexts()).toSorted()).toEqual([
      'First',
      'Second',
      'Third',
    ]);
  });

  it('of an earlier day shows that day, and nothing can be changed', async () => {
    const { body } = await ui.api.get('/pipelines');
    const { id } = (body as { data: { id: string; isDefault: boolean }[] }).data.find((one) => one.isDefault) ?? {
      id: '',
    };
    const day = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
    const page = await open('/board');
    await page.getByRole('button', { name: 'As of …' }).click();
    await page.getByLabel('Day').fill(day);
    await page.getByText('Nothing can be changed.').waitFor();
    await page.waitForLoadState('networkidle');
    const asked = new URL(page.url()).searchParams.get('asOf');
    expect(asked).toBe(day);
    const past = (await ui.api.get(`/pipelines/${id}/board?asOf=${day}T23:59:00.000Z`)).body as {
      columns: { count: { count: number } }[];
    };
    const counts = (await page.locator('[data-count]').allInnerTexts()).map(Number);
    expect(counts).toEqual(past.columns.map(({ count }) => count.count));
    expect(await page.getByRole('button', { name: /^Actions for/ }).count()).toBe(0);
    expect(await page.locator('[data-sums] a').count()).toBe(0);
    await takePicture(page, 'board-as-of');
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .waitFor();
  });

  it('says what to do if no deal matches', async () => {
    const scene = await newScene();
    const page = await open(`${scene.path}?q=nothing+has+this+title`);
    await page.getByText('No record matches').waitFor();
    await takePicture(page, 'board-empty');
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await card(page, 'First').waitFor();
  });

  it('offers nothing that changes a deal to a person who may only read', async () => {
    const { userId } = await ui.app.as('viewer');
    const { rows } = await ui.app.db.query<{ email: string }>('select email from users where id = $1', [userId]);
    const page = await open('/board', {
      as: { email: rows[0]?.email ?? '', password: 'amber ladders cross the wide harbour' },
    });
    await page.getByRole('heading', { name: 'Board' }).waitFor();
    await page.locator('section[data-stage]').first().waitFor();
    expect(await page.getByRole('button', { name: /^Actions for/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'New deal' }).count()).toBe(0);
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
