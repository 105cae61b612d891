import type { Page } from 'playwright-core';
import { startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';
import { card, column, createBoard, titlesIn, type BoardScene } from './harness/board.js';

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
    await first.locator('[data-deal]').last().scrollIntoViewIfNeeded();
    const top = (await page.getByRole('region', { name: 'Board' }).boundingBox())?.y ?? 0;
    expect((await first.locator('[data-count]').boundingBox())?.y).toBeGreaterThan(top);
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
