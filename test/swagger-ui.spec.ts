import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { signIn, startApp, type TestApp } from './harness/app.js';
import { openBrowser } from './harness/browser.js';
import { operations, resolve, type Operation } from './harness/document.js';
import { RecordCreator } from './harness/records.js';
import { shareOf } from './harness/share.js';

let app: TestApp;
let browser: Browser;
let page: Page;
let records: RecordCreator;
const errors: string[] = [];

const isList = ({ answer }: Operation): boolean => resolve(answer ?? {}).properties?.['pageInfo'] !== undefined;
/** Operations that accept no API key. */
const WITH_SESSION = new Set(['listSessions']);
const LISTS = operations.filter(
  (operation) => operation.method === 'get' && isList(operation) && !WITH_SESSION.has(operation.operationId),
);
/** POST operations that need no existing record and no secret, so that their example can be sent directly. */
const POSTS = operations.filter(
  ({ method, path, bodyExample, isPublic }) =>
    method === 'post' && bodyExample !== undefined && !path.includes('{') && !isPublic,
);
/**
 * Operations that need a password, a code or ids that the page does not know. test/body-examples.spec.ts checks them.
 */
const WITHOUT_SECRET = new Set([
  'changePassword',
  'reauthenticate',
  'confirmTotpSetup',
  'changeEmail',
  'reorderCustomFields',
]);

/** Opening an operation takes a second, so `npm test` executes a part. `npm run test:faults` executes all. */
const ONE_IN = 4;
const hasOpenParameter = ({ parameters }: Operation): boolean => parameters.some(({ name }) => name === 'custom');
const EXECUTED_LISTS = [
  ...LISTS.filter(hasOpenParameter),
  ...shareOf(
    LISTS.filter((operation) => !hasOpenParameter(operation)),
    0,
    ONE_IN,
  ),
];
const EXECUTED_POSTS = shareOf(
  POSTS.filter(({ operationId }) => !WITHOUT_SECRET.has(operationId)),
  0,
  ONE_IN,
);

const search = (): Locator => page.getByLabel('Search operations');
const groups = async (): Promise<string[]> =>
  page.locator('.opblock-tag').evaluateAll((all) => all.map((one) => one.getAttribute('data-tag') ?? ''));
const summaries = async (): Promise<string[]> => page.locator('.opblock-summary-description').allInnerTexts();

async function authorize(key: string): Promise<void> {
  await page.locator('.auth-wrapper .authorize').click();
  const form = page.locator('.auth-container').filter({ hasText: 'X-API-Key' });
  await form.locator('input').fill(key);
  await form.locator('button.authorize').click();
  await page.locator('.auth-container button.btn-done').first().click();
}

/** Finds the operation with the search, opens it and clicks Execute. Fills in only ids of records. */
async function execute(
  operation: Operation,
  ids: Readonly<Record<string, string>> = {},
): Promise<{ status: string; url: string; body: string }> {
  await search().fill(operation.operationId);
  const block = page.locator(`[id$="-${operation.operationId}"].opblock`);
  await block.locator('.opblock-summary-control').click();
  for (const [name, value] of Object.entries(ids))
    await block.locator(`tr[data-param-name="${name}"] input`).fill(value);
  await block.locator('button.execute').click();
  const live = block.locator('.live-responses-table');
  await live.locator('.response-col_status').nth(1).waitFor();
  const answer = {
    status: (await live.locator('.response-col_status').nth(1).innerText()).trim().slice(0, 3),
    url: await block.locator('.request-url pre').innerText(),
    body: await live.innerText(),
  };
  await block.locator('.opblock-summary-control').click();
  return answer;
}

/** Returns ids of real records for the path and the required ids in the query. */
async function idsFor({ path, parameters }: Operation): Promise<Record<string, string>> {
  const resource = /^\/api\/v1\/([a-z-]+)\/\{id\}/.exec(path)?.[1];
  const stage = parameters.some(({ name, required }) => name === 'stageId' && required);
  if (resource === undefined) return {};
  const id = stage
    ? ((await app.db.query<{ id: string }>('select id from pipelines where is_default')).rows[0]?.id ?? '')
    : await records.build(resource);
  const stageId = stage
    ? (
        await app.db.query<{ id: string }>(
          'select id from pipeline_stages where pipeline_id = $1 order by rank limit 1',
          [id],
        )
      ).rows[0]?.id
    : undefined;
  return { id, ...(stageId !== undefined && { stageId }) };
}

beforeAll(async () => {
  app = await startApp();
  records = new RecordCreator(app, await signIn(app.url));
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(60_000);
  page.setDefaultNavigationTimeout(120_000);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  // The first request waits until the document is built.
  await (await fetch(`${app.url}/docs/swagger-ui-init.js`)).arrayBuffer();
  await page.goto(`${app.url}/docs`);
  await page.locator('.opblock-tag').first().waitFor();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('Swagger UI', () => {
  it('shows Authorize, the search and the first groups on the first screen, records first and administration last', async () => {
    const bottoms = await Promise.all(
      [page.locator('.auth-wrapper .authorize'), search(), page.locator('.opblock-tag').nth(4)].map((element) =>
        element.boundingBox(),
      ),
    );
    for (const box of bottoms) expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(1_000);
    const shown = await groups();
    expect(shown.slice(0, 7)).toEqual(['Leads', 'Lead forms', 'Forms', 'Companies', 'Contacts', 'Deals', 'Pipelines']);
    expect(shown.at(-1)).toBe('Health');
    expect(errors).toEqual([]);
    if (process.env['KONTOR_PICTURES'])
      await page.screenshot({ path: fileURLToPath(new URL('../../docs/images/swagger-ui.png', import.meta.url)) });
  });

  it('offers an API key and an access token under Authorize, and no cookie', async () => {
    await page.locator('.auth-wrapper .authorize').click();
    expect(await page.locator('.auth-container h4').allInnerTexts()).toEqual([
      expect.stringContaining('apiKey'),
      expect.stringContaining('bearer'),
    ]);
    await page.locator('.auth-container button.btn-done').first().click();
  });

  it.each([
    ['convert', ['Convert a lead', 'Undo the conversion of a lead']],
    ['leads convert', ['Convert a lead', 'Undo the conversion of a lead']],
    ['POST companies FACETS', ['Count companies by field values']],
    ['/leads/{id}/unconvert', ['Undo the conversion of a lead']],
  ])('finds operations by %s, in any case and any part of path and summary', async (words, expected) => {
    await search().fill(words);
    await page.locator('.opblock').nth(expected.length).waitFor({ state: 'detached' });
    await page
      .locator('.opblock')
      .nth(expected.length - 1)
      .waitFor();
    expect(await summaries()).toEqual(expected);
  });

  it('reports a search without results, and shows all groups after the search is cleared', async () => {
    await search().fill('nothing is called like this');
    await page.getByText('No operation matches this search.').waitFor();
    await search().fill('');
    await page.locator('.opblock-tag').first().waitFor();
    expect(await groups()).toHaveLength(new Set(operations.flatMap(({ tags }) => tags)).size);
    expect(await page.locator('.opblock').count()).toBe(0);
  });

  it('shows no backtick in a summary, and no link to a missing page', async () => {
    expect(await page.locator('.info').innerText()).not.toContain('`');
    expect(
      await page.locator('.info a').evaluateAll((links) => links.map((link) => link.getAttribute('href')).join(' ')),
    ).not.toContain('kontor.example');
  });

  describe('with an API key', () => {
    beforeAll(() => authorize(app.admin.headers['X-API-Key'] ?? ''), 120_000);

    it.each(EXECUTED_LISTS.map((operation) => [`GET ${operation.path}`, operation] as const))(
      'executes %s without changes',
      async (_, operation) => {
        const { status, url, body } = await execute(operation, await idsFor(operation));
        expect([status, status === '200' ? '' : `${url} ${body}`]).toEqual(['200', '']);
      },
      120_000,
    );

    it.each(EXECUTED_POSTS.map((operation) => [`POST ${operation.path}`, operation] as const))(
      'executes %s without changes',
      async (_, operation) => {
        const { status, body } = await execute(operation);
        expect([status.slice(0, 1), status.startsWith('2') ? '' : body]).toEqual(['2', '']);
      },
      120_000,
    );
  });
});
