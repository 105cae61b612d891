import { startApp, type TestApp } from '../../../test/harness/app.js';
import { fill } from '../../../test/harness/fill.js';
import { indexesOf, nodesOf, planOf, readWhole, rowsOf, statementsOf } from '../../../test/harness/plans.js';
import type { Actor } from '../../kernel/actor.js';
import type { ContactView } from './contacts.dto.js';
import { ContactsQueries } from './contacts.queries.js';

let app: TestApp;
const US = '00000000-0000-4000-8000-0000000000';
/** 100,000 contacts of 50 users at 20,000 companies. */
const DATA = `
insert into teams (id, name) select ('${US}' || (n + 70))::uuid, 'Team ' || n from generate_series(0, 4) n;
insert into users (id, email, team_id) select ('${US}' || lpad(n::text, 2, '0'))::uuid, 'u' || n || '@kontor.test',
  ('${US}' || (70 + n % 5))::uuid from generate_series(0, 50) n;
insert into companies (id, name, created_at)
  select ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Company ' || n, now()
  from generate_series(0, 19999) n;
insert into contacts (first_name, last_name, email, phone, mobile, company_id, is_primary, owner_id, team_id, status,
  source, country, city, department, preferred_contact, lead_score, tags, external_ids, created_at, updated_at,
  deleted_at)
  select 'First' || n % 900, 'Last' || n % 7000, 'c' || n || '@kontor.test', '030' || (1000000 + n), '+49171'
    || (2000000 + n), ('00000000-0000-4000-9000-' || lpad((n % 20000)::text, 12, '0'))::uuid, n <= 20000,
    ('${US}' || lpad((n % 50)::text, 2, '0'))::uuid, ('${US}' || (70 + n % 5))::uuid, (array['new', 'contacted',
      'qualified', 'customer', 'inactive'])[1 + n % 5], (array['website', 'referral', 'other', null])[1 + n % 4],
    (array['GB', 'DE', 'FR', 'US', null])[1 + n % 5], 'City ' || n % 300, 'Department ' || n % 20, 'email', n % 101,
      array['t' || n % 40], '{}', now() - n * interval '1 minute', now() - n * interval '1 minute', case when n % 50 = 0
      then now() end
  from generate_series(1, 100000) n;
insert into record_counts select 'contacts', jsonb_build_object('status', status, 'source', source, 'country', country),
  count(*) from contacts where deleted_at is null group by 2`;

beforeAll(async () => {
  app = await startApp({ ROW_LEVEL_SECURITY: 'off' });
  await fill(app.db, ['contacts', 'companies'], DATA);
  await app.db.query('vacuum contacts');
}, 120_000);
afterAll(() => app.close());

const actor = (recordAccess: Actor['recordAccess']): Actor =>
  ({
    kind: 'session',
    userId: `${US}07`,
    email: '',
    name: '',
    teamId: recordAccess === 'team' ? `${US}72` : null,
    recordAccess,
    permissions: new Set(['contacts:read', 'companies:read']),
  }) as Actor;
const queries = () => app.app.get(ContactsQueries, { strict: false });

/** Returns the tables that a read scans sequentially. */
const scannedBy = async (read: () => Promise<unknown>): Promise<string[]> =>
  readWhole(await nodesOf(app, 'contacts', read), ['contacts', 'companies']);

const COMPANY = '00000000-0000-4000-9000-000000000077';

describe('no list of contacts reads the whole table', () => {
  const asked: readonly (readonly [string, object])[] = [
    ['newest', {}],
    ['by name', { sort: ['name'] }],
    ['by last name', { sort: ['-lastName'] }],
    ['by score', { sort: ['-leadScore'] }],
    ['last changed', { sort: ['-updatedAt'] }],
    ['of a company', { companyId: [COMPANY], include: ['company', 'owner', 'team'] }],
    ['by status', { status: ['customer'] }],
    ['by source', { source: ['referral'] }],
    ['by country', { country: ['DE'] }],
    ['by city', { city: ['City 7'] }],
    ['by score over', { leadScore: { gte: 99 } }],
    ['primary', { isPrimary: true }],
    ['primary of a company', { isPrimary: true, companyId: [COMPANY] }],
    ['by address', { email: { eq: 'c77@kontor.test' } }],
    ['by tag', { tags: ['t7'] }],
    ['by text', { q: 'c777' }],
    ['by owner', { ownerId: [`${US}07`] }],
    ['by team', { teamId: [`${US}72`] }],
    ['deleted', { deleted: true }],
    ['added lately', { createdAt: { gte: new Date(Date.now() - 3_600_000).toISOString() } }],
  ];
  it.each(
    (['all', 'team', 'own'] as const).flatMap((access) => asked.map(([name, query]) => [name, access, query] as const)),
  )('%s, of %s', async (_, access, query) => {
    expect(await scannedBy(() => queries().list(actor(access), JSON.parse(JSON.stringify(query)) as object))).toEqual(
      [],
    );
  });

  it.each([
    [{ country: ['ZW'] }, 'contacts_found_idx'],
    [{ tags: ['nobody'] }, 'contacts_found_idx'],
    [{ email: { contains: 'qqzz' } }, 'contacts_found_idx'],
    [{ email: { startsWith: 'qqzz' } }, 'contacts_email_key'],
    [{ createdAt: { lt: '2001-01-01T00:00:00Z' }, sort: ['name'] }, 'contacts_created_at_idx'],
    [{ deleted: true }, 'contacts_deleted_idx'],
  ] as const)('a filter with few matches uses an index: %j', async (query, index) => {
    const nodes = await nodesOf(app, 'contacts', () =>
      queries().list(actor('all'), JSON.parse(JSON.stringify(query)) as object),
    );
    expect(indexesOf(nodes)).toContain(index);
  });

  // `first8` matches every eighth name, but too few new rows. `030109` matches the phone numbers of the oldest tenth.
  it.each([
    ['first8', 1_000, 20_000],
    ['030109', 10_000, 20_000],
  ])(
    'a search for the frequent word %s reads neither all hits nor all rows, also with row-level security',
    async (q, most, far) => {
      const found: ContactView[] = [];
      const [search] = await statementsOf(app, 'contacts', async () =>
        found.push(...(await queries().list(actor('all'), { q })).data),
      );
      expect(found.filter(({ firstName, phone }) => `${firstName} ${phone}`.toLowerCase().includes(q))).toHaveLength(
        25,
      );
      const { nodes } = await planOf(app.db, search ?? { text: '' }, {
        options: 'analyze',
        settings: ['role = kontor_app'],
      });
      const read = (type: string): number =>
        Math.max(...nodes.filter((node) => node['Node Type'] === type).map(rowsOf));
      expect(read('Bitmap Heap Scan')).toBeLessThanOrEqual(most);
      expect(read('Index Scan')).toBeLessThanOrEqual(far);
    },
  );

  it.each([{ email: 'c77@kontor.test' }, { phone: '030 1000077' }, { mobile: '+49 171 2000077' }])(
    'the duplicate search for %j uses indexes',
    async (query) => {
      expect(await scannedBy(() => queries().duplicates(actor('all'), query))).toEqual([]);
    },
  );
});

describe('no facet reads the whole table', () => {
  it.each(
    (
      [
        'status',
        'source',
        'companyId',
        'country',
        'city',
        'ownerId',
        'teamId',
        'isPrimary',
        'department',
        'preferredContact',
        'tags',
      ] as const
    ).flatMap((facet) => (['all', 'team', 'own'] as const).map((access) => [facet, access] as const)),
  )('%s, of %s', async (facet, access) => {
    expect(await scannedBy(() => queries().facets(actor(access), { facets: [facet] }))).toEqual([]);
  });
});
