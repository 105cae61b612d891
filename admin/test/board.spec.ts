import type { Page } from 'playwright-core';
import { seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { card, column, createBoard, drag, headOf, titlesIn, type BoardDeal, type BoardScene } from './harness/board.js';

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

const newScene = (titles?: readonly string[]): Promise<BoardScene> => createBoard(ui.api, titles);
async function openBoard({ path, deals }: BoardScene): Promise<Page> {
  const page = await open(path);
  await card(page, deals[0]?.title ?? '').waitFor();
  return page;
}

const stored = async ({ id }: BoardDeal) => (await ui.api.get(`/deals/${id}`)).body as object;

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
    expect(await stored(scene.deals[1] as BoardDeal)).toMatchObject({ stageId: scene.stage['Offered'] });
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
    expect(await stored(scene.deals[0] as BoardDeal)).toMatchObject({ stageId: scene.stage['Offered'] });
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
      (deal: BoardDeal) => ui.api.patch(`/deals/${deal.id}`).send({ description: 'Changed meanwhile' }).expect(200),
      /changed|version/i,
    ],
    [
      'the stage was retired meanwhile',
      (_: BoardDeal, { stage }: BoardScene) =>
        ui.api.post(`/pipeline-stages/${stage['Offered']}/retire`).send({}).expect(200),
      /active stage/,
    ],
    [
      'the network is gone',
      (_: BoardDeal, __: BoardScene, page: Page) => page.context().setOffline(true),
      /reach|network|fetch|connect/i,
    ],
  ])('goes back to its exact place with the reason if %s', async (cause, prepare, reason) => {
    const scene = await newScene();
    const second = scene.deals[1] as BoardDeal;
    const page = await openBoard(scene);
    await prepare(second, scene, page);
    await drag(page, 'Second', ['Offered']);
    const note = page.getByRole('alert').filter({ hasText: 'Not changed: Second' });
    await note.filter({ hasText: reason }).waitFor();
    expect(await titlesIn(page, 'Asked')).toEqual(['First', 'Second', 'Third']);
    expect((await headOf(page, 'Asked'))[0]).toBe('3');
    await takePicture(page, `board-rejected-${cause.split(' ')[1]}`);
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
    expect(await stored(scene.deals[1] as BoardDeal)).toMatchObject({ status: 'lost', lostReason: 'Too expensive' });
  });

  it('keeps the typed reason if somebody changed the deal, and a second attempt succeeds', async () => {
    const scene = await newScene();
    const second = scene.deals[1] as BoardDeal;
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
    expect(await stored(scene.deals[0] as BoardDeal)).toMatchObject({ status: 'open' });
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

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
