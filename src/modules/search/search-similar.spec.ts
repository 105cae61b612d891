import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import type { SearchView } from './search.dto.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp()), 60_000);
afterAll(() => app.close());

const found = async (q: string, caller: Caller = app.admin): Promise<string[]> =>
  ((await caller.get(`/search?q=${encodeURIComponent(q)}`).expect(200)).body as SearchView).best
    .map(({ title, matchedBy }) => `${title}: ${matchedBy}`)
    .toSorted();

describe('a search with a typing error', () => {
  beforeAll(async () => {
    await app.db.query(
      `insert into companies (name, domain, email, industry)
        values ('Kraftwerk Nord 4711', 'kraftwerk-nord.example', 'office@kraftwerk-nord.example',
        'O''Brien knows them')`,
    );
    await app.db.query(
      `insert into leads (name, email, message)
        values ('Wilhelmine Osterhagen', 'wilhelmine@osterhagen.example', 'Turbines, if possible')`,
    );
    await app.db.query(
      `insert into deals (title, currency, pipeline_id, stage_id) select 'Turbine hall', 'EUR', pipeline_id, id
        from pipeline_stages order by rank limit 1`,
    );
    await app.db.query(`insert into contacts (first_name, last_name) values ('Theodora', 'Brandstetter')`);
  });

  it.each([
    ['krafwerk', ['Kraftwerk Nord 4711: similar']],
    ['kraftwrek nord', ['Kraftwerk Nord 4711: similar']],
    ['ostrehagen', ['Wilhelmine Osterhagen: similar']],
    ['turbinse', ['Turbine hall: similar']],
    ['brandsteter', ['Theodora Brandstetter: similar']],
    ['xyzxyzxyz', []],
    ["'kraftwrek' | \\", ['Kraftwerk Nord 4711: similar']],
  ] as const)('finds the intended records for %j', async (q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it('finds a record as soon as it exists, whatever its last change', async () => {
    await app.db.query(
      `insert into companies (name, updated_at)
        values ('Lokomotivbau', '2019-01-01'), ('Drehgestellwerk', now() - interval '2 minutes'), ('Weichenfabrik',
        now() + interval '1 day')`,
    );
    expect([await found('lokomtivbau'), await found('drehgestelwerk'), await found('weichnfabrik')]).toEqual([
      ['Lokomotivbau: similar'],
      ['Drehgestellwerk: similar'],
      ['Weichenfabrik: similar'],
    ]);
    await app.db.query(
      `update companies set name = 'Signalbauanstalt', updated_at = '2018-01-01' where name = 'Lokomotivbau'`,
    );
    expect([await found('lokomtivbau'), await found('signalbauanstlt')]).toEqual([[], ['Signalbauanstalt: similar']]);
  });

  it('finds only visible records, also other own records', async () => {
    const own = await app.as('sales');
    expect(await found('krafwerk', own)).toEqual([]);
    await app.db.query(`insert into companies (name, owner_id) values ('Kraftwerke Ost', $1)`, [own.userId]);
    expect(await found('kraftwerx', own)).toEqual(['Kraftwerke Ost: similar']);
  });
});
