import { registerHooks } from 'node:module';
import type { TestApp } from '../harness/app.js';
import type { Company } from './company.js';

const COPY = '?without-visibility';
const CONDITION = 'export function visibleTo(';

// Loads a second copy of the application, in which `visibleTo` returns no condition, to show that row-level security
// still filters.
const hooks = registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const isCopied = context.parentURL?.endsWith(COPY) && /\/dist\/(?:src|test)\//.test(found.url);
    return isCopied ? { ...found, url: found.url + COPY } : found;
  },
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(`/visibility/visibility.js${COPY}`)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(CONDITION)) throw new Error('The condition of visibility is another function now');
    return { ...loaded, source: source.replace(CONDITION, `${CONDITION}) { return []; }\nfunction replaced(`) };
  },
});
const load = <T>(path: string): Promise<T> => import(path + COPY) as Promise<T>;
const { startApp } = await load<typeof import('../harness/app.js')>('../harness/app.js');
const { activitiesBy, expectedActivities, expectedLeads, foundCompany, leadsBy, SEEN } =
  await load<typeof import('./company.js')>('./company.js');
hooks.deregister();

describe('with reads that lack the visibility condition', () => {
  describe('without row-level security', () => {
    let t: TestApp;
    let company: Company;
    beforeAll(async () => {
      t = await startApp({ ROW_LEVEL_SECURITY: 'off' });
      company = await foundCompany(t);
    });
    afterAll(() => t.close());

    it('all records are visible, so that the following tests are valid', async () => {
      expect(await leadsBy(company.people.seller, company)).toEqual(expectedLeads(SEEN.support.leads));
    });
  });

  describe('under row-level security', () => {
    let t: TestApp;
    let company: Company;
    beforeAll(async () => {
      t = await startApp({ ROW_LEVEL_SECURITY: 'on' });
      company = await foundCompany(t);
    });
    afterAll(() => t.close());

    it.each(Object.entries(SEEN))('no read shows the %s a hidden lead', async (who, { leads }) => {
      expect(await leadsBy(company.people[who as keyof typeof SEEN], company)).toEqual(expectedLeads(leads));
    });

    it.each(Object.entries(SEEN))('no read shows the %s a hidden activity', async (who, { activities }) => {
      expect(await activitiesBy(company.people[who as keyof typeof SEEN], company)).toEqual(
        expectedActivities(activities),
      );
    });

    it('no write changes a hidden record', async () => {
      const { seller, manager } = company.people;
      for (const [person, name] of [
        [seller, 'Bea Colleague'],
        [manager, 'Cem Stranger'],
      ] as const) {
        await person.patch(`/leads/${company.leads[name]}`).send({ notes: 'mine now' }).expect(404);
        await person.delete(`/leads/${company.leads[name]}`).expect(404);
        await person
          .patch(`/activities/${company.activities[`on ${name}`]}`)
          .send({ subject: 'mine now' })
          .expect(404);
      }
      expect((await t.db.query(`select 1 from leads where notes is not null or deleted_at is not null`)).rowCount).toBe(
        0,
      );
    });
  });
});
