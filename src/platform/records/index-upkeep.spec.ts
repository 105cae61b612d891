import { startApp, type TestApp } from '../../../test/harness/app.js';
import { IndexUpkeep } from './index-upkeep.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ ROLE: 'web' });
});
afterAll(() => app.close());

describe('what was written lately', () => {
  it('is put away from the lists that every search reads, by two at once as by one, and found before and after', async () => {
    const upkeep = app.app.get(IndexUpkeep, { strict: false });
    const settle = async (): Promise<number> => ((await upkeep.settle()) as { pages: number }).pages;
    await settle();
    await app.db.query(
      `insert into leads (name, email, tags) select 'Settler ' || n, 's' || n || '@example.com', '{new}' from generate_series(1, 300) n`,
    );
    const found = async (): Promise<number> =>
      (await app.admin.get('/leads?q=settler&tags=new&limit=100').expect(200)).body.data.length as number;
    expect(await found()).toBe(100);
    const pages = await Promise.all([settle(), settle()]);
    expect(Math.max(...pages)).toBeGreaterThan(2);
    expect(await settle()).toBe(0);
    expect(await found()).toBe(100);
  });
});
