import { startApp, type TestApp } from '../../../test/harness/app.js';
import { fill } from '../../../test/harness/fill.js';
import { indexesOf, planOf, type PlanNode, readWhole, statementsOf } from '../../../test/harness/plans.js';
import type { Actor } from '../../kernel/actor.js';
import type { Permission } from '../../kernel/access.js';
import { TermFrequencies } from './matching/term-frequencies.js';
import { SearchQueries } from './search.queries.js';

let app: TestApp;
const US = '00000000-0000-4000-8000-0000000000';
/** Names of two syllables for 100 000 records of 50 owners in five teams. One activity subject in 100 is rare. */
const NAME =
  `(array['ber','cor','dan','fen','gar','hal','jor','kal','lor','mar','nor','ros','sal','tam','ver','win'])[1 ` +
  `+ n % 16] || (array['ba','del','el','ing','mel','per','ral','tor','zen','wal'])[1 + n / 16 % 10] || ` +
  `(n / 160)`;
const OWNER = `('${US}' || lpad((n % 50)::text, 2, '0'))::uuid`;
const TEAM = `('${US}' || (70 + n % 5))::uuid`;
const DATA = `
insert into teams (id, name) select ('${US}' || (n + 70))::uuid, 'Team ' || n from generate_series(0, 4) n;
insert into users (id, email, team_id) select ${OWNER}, 'u' || n || '@kontor.test', ${TEAM}
  from generate_series(0, 49) n;
insert into leads (name, email, company, message, owner_id, team_id)
  select 'Anna ' || ${NAME}, 'l' || n || '@kontor.test', ${NAME}, 'wants an offer', ${OWNER}, ${TEAM}
  from generate_series(1, 20000) n;
insert into contacts (first_name, last_name, email, phone, owner_id, team_id)
  select 'Anna', ${NAME}, 'c' || n || '@kontor.test', '+49 40 ' || (2000000 + n), ${OWNER}, ${TEAM}
  from generate_series(1, 20000) n;
insert into companies (name, domain, owner_id, team_id)
  select ${NAME} || ' GmbH', 'd' || n || '.test', ${OWNER}, ${TEAM} from generate_series(1, 20000) n;
insert into deals (title, currency, owner_id, team_id, pipeline_id, stage_id)
  select ${NAME} || ' shop', 'EUR', ${OWNER}, ${TEAM}, s.pipeline_id, s.id from generate_series(1, 20000) n, (select *
  from pipeline_stages order by rank limit 1) s;
insert into activities (type, subject, lead_id, owner_id, team_id) select 'task', case when n % 100 = 0
  then 'Rare ' || ${NAME} else 'Call back' end, l.id, l.owner_id, l.team_id from (select *, row_number() over () as n
  from leads) l`;

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
  /** Plan nodes that were executed. */
  readonly nodes: readonly PlanNode[];
}

async function asked(q: string, access: Actor['recordAccess'], setting = 'enable_seqscan = on'): Promise<Asked> {
  const statements = await statementsOf(app, 'every_way', () =>
    app.app.get(SearchQueries, { strict: false }).find(actor(access), { q }),
  );
  expect(statements.filter(({ name }) => name === undefined)).toEqual([]);
  const plans = await Promise.all(
    statements.map((statement) =>
      planOf(app.db, statement, { options: 'analyze', settings: [setting], isRetained: true }),
    ),
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
  // Sequential scans of 20 000 rows are acceptable. The test proves that an index can serve each strategy in larger
  // tables.
  describe.each(['all', 'team', 'own'] as const)(
    'with access scope %s, if a scan costs more than an index',
    (access) => {
      it.each(TYPED)('%s', async (q) => {
        expect(scansOf(await asked(q, access, 'enable_seqscan = off'))).toEqual([]);
      });
    },
  );

  it('and finds an address in one step, and a missing word in three steps', async () => {
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
    await app.app.get(TermFrequencies, { strict: false }).renew();
  });

  it('a word of the newest records is ranked without the word index', async () => {
    expect(usesOf(await asked('anna', 'all'))).not.toContain('leads_found_idx');
    expect(usesOf(await asked('call', 'all'))).not.toContain('activities_found_idx');
    expect(usesOf(await asked('anna', 'all'))).toContain('contacts_found_idx');
  });

  it('a part of a word is ranked without the index too', async () => {
    expect(usesOf(await asked('nna', 'all')).filter((index) => index === 'leads_found_idx')).toHaveLength(1);
  });

  it('parts of words return the same hits as in a small table', async () => {
    expect(before.every((found) => found.length > 0)).toBe(true);
    for (const [at, q] of PARTS.entries()) expect(await titles(q)).toEqual(before[at]);
  });

  it('a page is full although a part is estimated to be more frequent than it is', async () => {
    const frequencies = app.app.get(TermFrequencies, { strict: false });
    const estimated = frequencies.estimate.bind(frequencies);
    const estimate = jest
      .spyOn(frequencies, 'estimate')
      .mockImplementation((kind, terms) => ({ ...estimated(kind, terms), arePartsFrequent: true }));
    try {
      const found = (await titles('el12')).filter((title) => title.startsWith('leads '));
      expect([found.length, found.filter((title) => title.includes('el12')).length]).toEqual([25, 25]);
    } finally {
      estimate.mockRestore();
    }
  });

  it('own records are found by the owner index', async () => {
    expect(usesOf(await asked('anna', 'own'))).toContain('leads_found_idx');
  });

  it('a word that the newest records lack is looked up in the index', async () => {
    expect(usesOf(await asked('zzqqxx', 'all'))).toEqual(
      expect.arrayContaining(['leads_found_idx', 'activities_found_idx']),
    );
  });
});
