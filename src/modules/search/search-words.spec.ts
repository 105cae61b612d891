import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import type { SearchView } from './search.dto.js';
import { SearchWords } from './search-words.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp()), 60_000);
afterAll(() => app.close());

const gather = (): Promise<object> => app.app.get(SearchWords, { strict: false }).gather();
const words = async (): Promise<string[]> =>
  (await app.db.query<{ word: string }>('select word from search_words order by 1')).rows.map(({ word }) => word);
const found = async (q: string, caller: Caller = app.admin): Promise<string[]> =>
  ((await caller.get(`/search?q=${encodeURIComponent(q)}`).expect(200)).body as SearchView).best
    .map(({ title, matchedBy }) => `${title}: ${matchedBy}`)
    .toSorted();
const LONG_AGO = `now() - interval '5 minutes'`;

describe('the words of records', () => {
  beforeAll(async () => {
    await app.db.query(
      `insert into companies (name, domain, email, notes, updated_at) values ('Kraftwerk Nord 4711', 'kraftwerk-nord.example', 'office@kraftwerk-nord.example', 'O''Brien knows them', ${LONG_AGO})`,
    );
    await app.db.query(
      `insert into leads (name, email, message, updated_at) values ('Wilhelmine Osterhagen', 'wilhelmine@osterhagen.example', 'Turbines, if possible', ${LONG_AGO})`,
    );
    await app.db.query(
      `insert into deals (title, currency, pipeline_id, stage_id, updated_at) select 'Turbine hall', 'EUR', pipeline_id, id, ${LONG_AGO} from pipeline_stages order by rank limit 1`,
    );
    await gather();
  });

  it('are gathered once each, without addresses and numbers', async () => {
    expect(await words()).toEqual(
      expect.arrayContaining(['kraftwerk', 'nord', 'brien', 'wilhelmine', 'osterhagen', 'turbines', 'turbine', 'hall']),
    );
    expect((await words()).filter((word) => /[\d@.]/.test(word))).toEqual([]);
    expect(await gather()).toEqual({ records: 0, forgotten: 0 });
  });

  it.each([
    ['krafwerk', ['Kraftwerk Nord 4711: similar']],
    ['kraftwrek nord', ['Kraftwerk Nord 4711: similar']],
    ['ostrehagen', ['Wilhelmine Osterhagen: similar']],
    ['turbinse', ['Turbine hall: similar', 'Wilhelmine Osterhagen: similar']],
    ['kraftwrek osterhagen', []],
    ['xyzxyzxyz', []],
    ['a b c d e f g h i j k l m n o p q r s t u v w x y z kraftwrek', []],
    ["'kraftwrek' | \\", ['Kraftwerk Nord 4711: similar']],
  ] as const)('find what was meant by %j', async (q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it('are none for those who do not see the record, and do not stand in the way of what they see', async () => {
    const own = await app.as('sales');
    expect(await found('krafwerk', own)).toEqual([]);
    await app.db.query(
      `insert into companies (name, owner_id, updated_at) values ('Kraftwerke Ost', $1, ${LONG_AGO})`,
      [own.userId],
    );
    await app.db.query(`update search_word_places set changed_at = changed_at - interval '1 hour'`);
    await gather();
    expect(await found('kraftwerk nrod', own)).toEqual([]);
    expect(await found('kraftwerx', own)).toEqual(['Kraftwerke Ost: similar']);
    expect(await found('nord', own)).toEqual([]);
  });

  it('need not have been gathered from what was written just now', async () => {
    await app.db.query(`insert into contacts (first_name, last_name) values ('Theodora', 'Brandstetter')`);
    expect(await found('brandsteter')).toEqual(['Theodora Brandstetter: similar']);
    expect(await gather()).toEqual({ records: 0, forgotten: 0 });
  });

  it('are asked of the records where the job has not run for an hour', async () => {
    await app.db.query(`insert into companies (name, updated_at) values ('Lokomotivbau', ${LONG_AGO})`);
    expect(await found('lokomtivbau')).toEqual([]);
    await app.db.query(`update search_word_places set changed_at = changed_at - interval '2 hours'`);
    expect(await found('lokomtivbau')).toEqual(['Lokomotivbau: similar']);
    expect(await gather()).toMatchObject({ records: 5 });
    expect(await words()).toContain('lokomotivbau');
  });

  it('come along when a record changes, and go a day after the last record that had them', async () => {
    await app.db.query(
      `update leads set name = 'Wilhelmine Sandhofer', email = 'w@example.com', updated_at = ${LONG_AGO}`,
    );
    await app.db.query(`update search_word_places set changed_at = changed_at - interval '1 hour'`);
    expect(await gather()).toMatchObject({ forgotten: 0 });
    expect(await words()).toEqual(expect.arrayContaining(['osterhagen', 'sandhofer']));
    await app.db.query(`update search_words set checked_at = now() - interval '2 days'`);
    expect(await gather()).toEqual({ records: 0, forgotten: 1 });
    expect(await words()).not.toContain('osterhagen');
    expect(await words()).toEqual(expect.arrayContaining(['wilhelmine', 'sandhofer', 'kraftwerk', 'turbine']));
  });

  it('are gathered in smaller steps where a statement takes too long', async () => {
    await app.db.query(
      `insert into companies (name, updated_at) select 'Ziegelei ' || translate(lpad(n::text, 4, '0'), '0123456789', 'qwxzkvjypf') || 'heim', ${LONG_AGO} from generate_series(1, 30) n`,
    );
    await app.db.query(`update search_word_places set changed_at = changed_at - interval '1 hour'`);
    // As the server does when time is over: here after a dozen words.
    await app.db.query(`
      create function out_of_time() returns trigger language plpgsql as $$ begin if (select count(*) from added) > 12 then raise exception 'canceling statement' using errcode = '57014'; end if; return null; end $$;
      create trigger out_of_time after insert on search_words referencing new table as added for each statement execute function out_of_time()`);
    try {
      await gather();
    } finally {
      await app.db.query('drop trigger out_of_time on search_words; drop function out_of_time()');
    }
    expect((await words()).filter((word) => word.endsWith('heim'))).toHaveLength(30);
  });

  it('are gathered by two workers at once as by one', async () => {
    await app.db.query(
      `insert into companies (name, updated_at) select 'Gießerei ' || (array['Abendrot', 'Birkenfeld', 'Distelkamp'])[1 + n % 3], ${LONG_AGO} from generate_series(1, 300) n`,
    );
    await app.db.query(`update search_word_places set changed_at = changed_at - interval '1 hour'`);
    await Promise.all([gather(), gather(), gather()]);
    expect(await words()).toEqual(expect.arrayContaining(['gießerei', 'abendrot', 'birkenfeld', 'distelkamp']));
    expect(await found('birkenfled')).toHaveLength(5);
  });
});
