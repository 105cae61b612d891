import { jest } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import { fill } from '../../../test/harness/fill.js';
import { indexesOf, planOf, type PlanNode, readWhole, statementsOf } from '../../../test/harness/plans.js';
import type { Actor } from '../../kernel/actor.js';
import type { Permission } from '../../kernel/access.js';
import { compiled, Reader } from '../../platform/database/index.js';
import { SearchSample } from './search-sample.js';
import { SearchQueries } from './search.queries.js';
import { SearchWords } from './search-words.js';

let app: TestApp;
const US = '00000000-0000-4000-8000-0000000000';
/** 100 000 records of fifty people in five teams: names of two syllables, and one subject in a hundred that is rare. */
const NAME = `(array['ber','cor','dan','fen','gar','hal','jor','kal','lor','mar','nor','ros','sal','tam','ver','win'])[1 + n % 16] || (array['ba','del','el','ing','mel','per','ral','tor','zen','wal'])[1 + n / 16 % 10] || (n / 160)`;
const OWNER = `('${US}' || lpad((n % 50)::text, 2, '0'))::uuid`;
const TEAM = `('${US}' || (70 + n % 5))::uuid`;
const DATA = `
insert into teams (id, name) select ('${US}' || (n + 70))::uuid, 'Team ' || n from generate_series(0, 4) n;
insert into users (id, email, team_id) select ${OWNER}, 'u' || n || '@kontor.test', ${TEAM} from generate_series(0, 49) n;
insert into leads (name, email, company, message, owner_id, team_id) select 'Anna ' || ${NAME}, 'l' || n || '@kontor.test', ${NAME}, 'wants an offer', ${OWNER}, ${TEAM} from generate_series(1, 20000) n;
insert into contacts (first_name, last_name, email, phone, owner_id, team_id) select 'Anna', ${NAME}, 'c' || n || '@kontor.test', '+49 40 ' || (2000000 + n), ${OWNER}, ${TEAM} from generate_series(1, 20000) n;
insert into companies (name, domain, owner_id, team_id) select ${NAME} || ' GmbH', 'd' || n || '.test', ${OWNER}, ${TEAM} from generate_series(1, 20000) n;
insert into deals (title, currency, owner_id, team_id, pipeline_id, stage_id) select ${NAME} || ' shop', 'EUR', ${OWNER}, ${TEAM}, s.pipeline_id, s.id from generate_series(1, 20000) n, (select * from pipeline_stages order by rank limit 1) s;
insert into activities (type, subject, lead_id, owner_id, team_id) select 'task', case when n % 100 = 0 then 'Rare ' || ${NAME} else 'Call back' end, l.id, l.owner_id, l.team_id from (select *, row_number() over () as n from leads) l`;

beforeAll(async () => {
  app = await startApp({ ROW_LEVEL_SECURITY: 'off' });
  await fill(app.db, ['leads', 'contacts', 'companies', 'deals', 'activities'], DATA);
}, 120_000);
afterAll(() => app.close());

const actor = (recordAccess: Actor['recordAccess']): Actor => ({
  kind: 'session',
  userId: `${US}07`,
  email: '',
  name: '',
  teamId: `${US}72`,
  recordAccess,
  permissions: new Set<Permission>(['leads:read', 'contacts:read', 'companies:read', 'deals:read', 'activities:read']),
});

const GROWING = ['leads', 'contacts', 'companies', 'deals', 'activities'];

interface Asked {
  readonly statements: number;
  /** Every node of their plans that really ran. */
  readonly nodes: readonly PlanNode[];
}

async function asked(q: string, access: Actor['recordAccess'], setting = 'enable_seqscan = on'): Promise<Asked> {
  const statements = await statementsOf(app, 'every_way', () =>
    app.app.get(SearchQueries, { strict: false }).find(actor(access), { q }),
  );
  expect(statements.filter(({ name }) => name === undefined)).toEqual([]);
  const plans = await Promise.all(
    statements.map((statement) => planOf(app.db, statement, { options: 'analyze', settings: [setting], isKept: true })),
  );
  return {
    statements: statements.length,
    nodes: plans.flatMap(({ nodes }) => nodes).filter((node) => node['Actual Loops'] !== 0),
  };
}

const scansOf = ({ nodes }: Asked): string[] => readWhole(nodes, GROWING);
const TYPED = [
  'marmel',
  'anna marmel',
  'anna',
  'call',
  'mar',
  'ma',
  'c77@kontor.test',
  '+49 40 2000077',
  'd77.test',
  'armel12',
  'mramel',
  'zzqqxx',
  'zz',
  '---',
];

describe('no search reads a whole table', () => {
  // Twenty thousand rows may well be read whole; that an index could answer each way decides about millions.
  describe.each(['all', 'team', 'own'] as const)(
    'of one who sees %s, where reading it costs more than an index',
    (access) => {
      it.each(TYPED)('%s', async (q) => {
        expect(scansOf(await asked(q, access, 'enable_seqscan = off'))).toEqual([]);
      });
    },
  );

  it('asks once for what is known by its address, three times for what is not there', async () => {
    expect((await asked('c77@kontor.test', 'all')).statements).toBe(1);
    expect((await asked('zzqqxx', 'all')).statements).toBe(3);
  });
});

describe('in a large table', () => {
  const titles = async (q: string): Promise<string[]> =>
    (await app.app.get(SearchQueries, { strict: false }).find(actor('all'), { q, limit: 25 })).groups
      .flatMap(({ kind, hits }) => hits.map(({ title, matchedBy }) => `${kind} ${title} ${matchedBy}`))
      .toSorted();
  const PARTS = ['el119', 'armel11', 'nna marel7', 'marmel gmb', 'c77@kontor'];
  const before: string[][] = [];
  beforeAll(async () => {
    for (const q of PARTS) before.push(await titles(q));
  });

  const usesOf = ({ nodes }: Asked): string[] =>
    indexesOf(nodes).filter((index) => /_(?:words|found)_idx$/.test(index));
  beforeAll(async () => {
    await app.db.query(`update pg_class set reltuples = 50000 where relname in ('leads', 'activities')`);
    await app.app.get(SearchSample, { strict: false }).renew();
  });

  it('a word that the newest have is ranked among them, without its index', async () => {
    expect(usesOf(await asked('anna', 'all'))).not.toContain('leads_found_idx');
    expect(usesOf(await asked('call', 'all'))).not.toContain('activities_words_idx');
    expect(usesOf(await asked('anna', 'all'))).toContain('contacts_found_idx');
  });

  it('so is a part of a word', async () => {
    expect(usesOf(await asked('nna', 'all')).filter((index) => index === 'leads_found_idx')).toHaveLength(1);
  });

  it('parts of words find what they find in a small one', async () => {
    expect(before.every((found) => found.length > 0)).toBe(true);
    for (const [at, q] of PARTS.entries()) expect(await titles(q)).toEqual(before[at]);
  });

  it('of one who sees their own, the index knows whose it is', async () => {
    expect(usesOf(await asked('anna', 'own'))).toContain('leads_found_idx');
    expect(usesOf(await asked('call', 'own'))).not.toContain('activities_words_idx');
  });

  it('a word that they do not have is looked up', async () => {
    expect(usesOf(await asked('zzqqxx', 'all'))).toEqual(
      expect.arrayContaining(['leads_found_idx', 'activities_words_idx']),
    );
  });
});

describe('the job that gathers words', () => {
  it('asks of each word by itself whether a record has it, of the index', async () => {
    const said = jest.spyOn(app.app.get(Reader, { strict: false }), 'row');
    await app.db.query(
      `insert into search_words (word, checked_at) select 'zzqq' || chr(97 + n), now() - interval '2 days' from generate_series(0, 9) n on conflict do nothing`,
    );
    await app.app.get(SearchWords, { strict: false }).gather();
    const asked = said.mock.calls
      .map(([query]) => compiled(query as Parameters<typeof compiled>[0]))
      .filter(({ sql }) => sql.includes('is_there'));
    said.mockRestore();
    expect(asked.length).toBeGreaterThan(0);
    // As in a table fifty times as large: whoever expects to meet one of its many records soon reads it from its beginning, for a word that nobody has to its end.
    for (const { sql, parameters } of asked)
      expect(
        readWhole(
          (await planOf(app.db, { text: sql, values: parameters }, { settings: ['seq_page_cost = 0.1'] })).nodes,
          GROWING,
        ),
      ).toEqual([]);
    expect((await app.db.query(`select 1 from search_words where word like 'zzqq%'`)).rows).toEqual([]);
  });
});
