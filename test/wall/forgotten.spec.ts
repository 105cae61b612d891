import { jest } from '@jest/globals';
import type { TestApp } from '../harness/app.js';
import type { Company } from './company.js';

// Here the first wall is missing: whoever asks, the code's own condition lets everything through.
const visibility = '../../src/platform/sight/visibility.js';
const shipped = (await import(visibility)) as Record<string, unknown>;
jest.unstable_mockModule(visibility, () => ({
  ...shipped,
  visibleTo: () => [],
  ...('visibleHolders' in shipped && { visibleHolders: () => [] }),
}));
const { startApp } = await import('../harness/app.js');
const { activitiesBy, expectedActivities, expectedLeads, foundCompany, leadsBy, SEEN } = await import('./company.js');

describe('where every read has forgotten whose records they are', () => {
  describe('without the second wall', () => {
    let t: TestApp;
    let company: Company;
    beforeAll(async () => {
      t = await startApp({ ROW_LEVEL_SECURITY: 'off' });
      company = await foundCompany(t);
    });
    afterAll(() => t.close());

    it('everybody sees everything, so that what follows says something', async () => {
      expect(await leadsBy(company.people.seller, company)).toEqual(expectedLeads(SEEN.support.leads));
    });
  });

  describe('behind the second wall', () => {
    let t: TestApp;
    let company: Company;
    beforeAll(async () => {
      t = await startApp({ ROW_LEVEL_SECURITY: 'on' });
      company = await foundCompany(t);
    });
    afterAll(() => t.close());

    it.each(Object.entries(SEEN))('no read shows the %s a foreign lead', async (who, { leads }) => {
      expect(await leadsBy(company.people[who as keyof typeof SEEN], company)).toEqual(expectedLeads(leads));
    });

    it.each(Object.entries(SEEN))('no read shows the %s a foreign activity', async (who, { activities }) => {
      expect(await activitiesBy(company.people[who as keyof typeof SEEN], company)).toEqual(
        expectedActivities(activities),
      );
    });

    it('no write reaches a foreign record either', async () => {
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
