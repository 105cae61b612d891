import type { Page } from 'playwright-core';
import type { Caller } from '../../../test/harness/caller.js';

const STAGES = [
  { name: 'Asked', probability: 20 },
  { name: 'Offered', probability: 50 },
  { name: 'Sold', kind: 'won' },
  { name: 'Gone', kind: 'lost' },
];
let created = 0;

export interface BoardDeal {
  readonly id: string;
  readonly title: string;
}
export interface BoardScene {
  readonly id: string;
  readonly path: string;
  /** Ids of the stages by name. */
  readonly stage: Readonly<Record<string, string>>;
  /** In the order of the column: the first comes first. */
  readonly deals: readonly BoardDeal[];
}

/** Creates a pipeline with a deal of 100 EUR, 200 EUR and so on for each title in its first stage. */
export async function createBoard(
  api: Caller,
  titles: readonly string[] = ['First', 'Second', 'Third'],
): Promise<BoardScene> {
  const name = `Pipeline ${(created += 1)}`;
  const { id } = (await api.post('/pipelines').send({ name, stages: STAGES }).expect(201)).body as { id: string };
  const { data } = (await api.get(`/pipelines/${id}/stages`)).body as { data: { id: string; name: string }[] };
  const deals: BoardDeal[] = [];
  for (const [at, title] of [...titles.entries()].toReversed()) {
    const deal = { title, pipelineId: id, currency: 'EUR', value: `${at + 1}00.00` };
    deals.unshift((await api.post('/deals').send(deal).expect(201)).body as BoardDeal);
  }
  return { id, path: `/board/${id}`, stage: Object.fromEntries(data.map((one) => [one.name, one.id])), deals };
}

export const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
export const card = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true });
export const titlesIn = (page: Page, name: string) =>
  column(page, name).locator('[data-deal] bdi:first-child').allInnerTexts();
/** Returns count and sums of a column. */
export const headOf = async (page: Page, name: string) => [
  await column(page, name).locator('[data-count]').innerText(),
  await column(page, name).locator('[data-sums]').innerText(),
];

/** Moves a card with the keyboard over columns on its right. The announcements for screen readers say what happens. */
export async function drag(page: Page, title: string, columns: readonly string[]): Promise<void> {
  await card(page, title).focus();
  await page.keyboard.press('Space');
  await page.getByText(`You lifted ${title}.`).waitFor({ state: 'attached' });
  for (const name of columns) {
    await page.keyboard.press('ArrowRight');
    await page.getByText(`${title} is over ${name}.`).waitFor({ state: 'attached' });
  }
  await page.keyboard.press('Space');
}
