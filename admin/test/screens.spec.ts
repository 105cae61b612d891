import { isTooWide, PHONE, seriousFindings, startAdminUi, takePicture, type AdminUi } from './harness/admin-ui.js';

let ui: AdminUi;
const TYPES = ['leads', 'contacts', 'companies', 'deals', 'activities'] as const;
const ids = new Map<string, string>();

beforeAll(async () => {
  ui = await startAdminUi();
  for (const type of TYPES) {
    const { body } = await ui.api.get(`/${type}?limit=1`);
    ids.set(type, (body as { data: { id: string }[] }).data[0]?.id ?? '');
  }
}, 120_000);
afterAll(() => ui.close());

/** Paths of all screens with their names. */
const SCREENS = TYPES.flatMap((type) => [
  [`${type}-list`, () => `/${type}`] as const,
  [`${type}-page`, () => `/${type}/${ids.get(type)}`] as const,
  [`${type}-create`, () => `/${type}/create`] as const,
]);

describe('every screen', () => {
  it.each(SCREENS)('is accessible in light and dark, and fits on a phone: %s', async (name, path) => {
    const page = await ui.open(path());
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await takePicture(page, `${name}-light`);
    const light = await seriousFindings(page);
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const lightGround = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    await takePicture(page, `${name}-dark`);
    const dark = await seriousFindings(page);
    expect(await ground()).not.toBe(lightGround);
    await page.setViewportSize(PHONE);
    await page.waitForLoadState('networkidle');
    await takePicture(page, `${name}-phone`);
    expect({ light, dark, isTooWide: await isTooWide(page) }).toEqual({ light: [], dark: [], isTooWide: false });
    await page.context().close();
  });
});

describe('the sign-in page', () => {
  it.each(['light', 'dark'] as const)('has no serious accessibility finding (%s)', async (colorScheme) => {
    const page = await ui.open('/', { as: null, colorScheme });
    await page.getByLabel('Password').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('follows the language of the browser', async () => {
    const page = await ui.open('/', { as: null, locale: 'de-DE' });
    await page.getByRole('button', { name: 'Anmelden' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });
});

describe('the language of the profile', () => {
  it('applies to menu, labels and values', async () => {
    await ui.api.patch('/users/me').send({ locale: 'de' });
    const page = await ui.open('/companies');
    await page.getByRole('heading', { name: 'Firmen' }).waitFor();
    await page.getByRole('columnheader', { name: 'Branche' }).waitFor();
    await takePicture(page, 'companies-german');
    await ui.api.patch('/users/me').send({ locale: 'en' });
  });
});

describe('the search', () => {
  it('opens with the keyboard and leads to the record', async () => {
    const { body } = await ui.api.post('/companies').send({ name: 'Quaxolotl Shipyards' });
    const page = await ui.open('/leads');
    await page.getByRole('heading', { name: 'Leads' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('quaxolotl');
    await page.getByRole('option', { name: /Quaxolotl Shipyards/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, 'search');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Quaxolotl Shipyards' }).waitFor();
    expect(page.url()).toContain((body as { id: string }).id);
  });
});

it('causes no error in the browser', () => expect(ui.errors).toEqual([]));
