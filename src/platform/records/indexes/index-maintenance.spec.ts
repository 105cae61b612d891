import { startApp, type TestApp } from '../../../../test/harness/app.js';
import { IndexMaintenance } from './index-maintenance.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ ROLE: 'web' });
});
afterAll(() => app.close());

describe('recent index entries', () => {
  it('are merged into the search indexes, also by two processes, and searches find the same', async () => {
    const maintenance = app.app.get(IndexMaintenance, { strict: false });
    const commitResults = async (): Promise<number> =>
      ((await maintenance.flushPendingLists()) as { pages: number }).pages;
    await commitResults();
    await app.db.query(
      `insert into leads (name, email, tags) select 'Settler ' || n, 's' || n || '@example.com', '{new}'
        from generate_series(1, 300) n`,
    );
    const found = async (): Promise<number> =>
      (await app.admin.get('/leads?q=settler&tags=new&limit=100').expect(200)).body.data.length as number;
    expect(await found()).toBe(100);
    const pages = await Promise.all([commitResults(), commitResults()]);
    expect(Math.max(...pages)).toBeGreaterThan(2);
    expect(await commitResults()).toBe(0);
    expect(await found()).toBe(100);
  });
});
