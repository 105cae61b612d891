import { startApp, type TestApp } from '../../../test/harness/app.js';
import { fill } from '../../../test/harness/fill.js';
import { indexesOf, nodesOf, readWhole } from '../../../test/harness/plans.js';
import type { Actor } from '../../kernel/actor.js';
import { CompaniesQueries } from './companies.queries.js';

let app: TestApp;
const US = '00000000-0000-4000-8000-0000000000';
/** 100,000 companies of 50 users in five teams, with realistic values. Every tenth company is deleted. */
const DATA = `
insert into teams (id, name) select ('${US}' || (n + 70))::uuid, 'Team ' || n from generate_series(0, 4) n;
insert into users (id, email, team_id) select ('${US}' || lpad(n::text, 2, '0'))::uuid, 'u' || n || '@kontor.test',
  ('${US}' || (70 + n % 5))::uuid from generate_series(0, 50) n;
insert into companies (name, domain, email, phone, industry, size, status, country, city, currency, employee_count,
  annual_revenue, tags, owner_id, team_id, created_at, updated_at, deleted_at)
  select 'Company ' || md5(n::text), 'd' || n || '.example', 'office' || n || '@kontor.test', '+49 30 ' || (10000000
    + n), 'industry ' || n % 60, (array['solo', 'small', 'medium', 'large', 'enterprise'])[1 + n % 5],
    (array['prospect', 'active', 'inactive', 'churned'])[1 + n % 4], (array['DE', 'GB', 'FR', 'US', 'CH', 'AT'])[1
      + n % 6], 'City ' || n % 900, (array['EUR', 'USD'])[1 + n % 2], n % 5000, case when n % 3 > 0 then n * 17 end,
    array['t' || n % 400], ('${US}' || lpad((n % 50)::text, 2, '0'))::uuid, ('${US}' || (70 + n % 5))::uuid, now()
      - n * interval '1 minute', now() - n * interval '30 seconds', case when n % 10 = 0
      then now() - n * interval '20 seconds' end
  from generate_series(1, 100000) n;
insert into record_counts select 'companies', jsonb_build_object('status', status, 'size', size, 'country', country),
  count(*) from companies where deleted_at is null group by 2`;

beforeAll(async () => {
  app = await startApp({ ROW_LEVEL_SECURITY: 'off' });
  await fill(app.db, ['companies'], DATA);
}, 240_000);
afterAll(() => app.close());

const actor = (recordAccess: Actor['recordAccess']): Actor =>
  ({
    kind: 'session',
    userId: `${US}07`,
    email: '',
    name: '',
    teamId: recordAccess === 'team' ? `${US}72` : null,
    recordAccess,
    permissions: new Set(['companies:read']),
  }) as Actor;
const queries = (): CompaniesQueries => app.app.get(CompaniesQueries, { strict: false });

async function plansOf(read: () => Promise<unknown>): Promise<{ seq: string[]; sorts: number; indexes: string[] }> {
  const nodes = await nodesOf(app, 'companies', read);
  return {
    seq: readWhole(nodes, ['companies']),
    sorts: nodes.filter((node) => node['Node Type'] === 'Sort').length,
    indexes: indexesOf(nodes),
  };
}

const ACCESS = ['all', 'team', 'own'] as const;

describe('no list of companies reads the whole table', () => {
  it.each([
    ['newest', {}, 'companies_created_at_idx'],
    ['by change', { sort: ['-updatedAt'] }, 'companies_times_idx'],
    ['by name', { sort: ['name'] }, 'companies_name_idx'],
    ['by revenue', { sort: ['-annualRevenue'] }, 'companies_annual_revenue_idx'],
    ['of a status', { status: ['churned'] }, undefined],
    ['of an industry', { industry: ['industry 7'] }, undefined],
    ['of a size', { size: ['solo'] }, undefined],
    ['of a country', { country: ['CH'] }, undefined],
    ['of an owner', { ownerId: [`${US}11`] }, undefined],
    ['of a team', { teamId: [`${US}71`] }, undefined],
    ['of one domain', { domain: { eq: 'd4711.example' } }, 'companies_domain_key'],
    ['of one address', { email: { eq: 'office4711@kontor.test' } }, undefined],
    ['with a tag', { tags: ['t7'] }, undefined],
    ['of a word', { q: '4711' }, undefined],
    ['of a city', { city: { eq: 'City 7' } }, undefined],
    ['of a revenue', { annualRevenue: { gte: '1000000' } }, undefined],
    ['of few people', { employeeCount: { lt: 10 } }, undefined],
    ['of a day', { createdAt: { gte: new Date(Date.now() - 86_400_000).toISOString() } }, undefined],
    ['deleted', { deleted: true }, 'companies_deleted_idx'],
  ] as const)('%s, with any access scope', async (_, query, index) => {
    for (const access of ACCESS) {
      const { seq, indexes } = await plansOf(() =>
        queries().list(actor(access), JSON.parse(JSON.stringify(query)) as object),
      );
      expect([access, seq]).toEqual([access, []]);
      if (index && access === 'all') expect(indexes).toContain(index);
    }
  });

  it.each([
    ['own', 'companies_owner_id_idx'],
    ['team', 'companies_team_id_idx'],
  ] as const)('%s companies are read in index order', async (access, index) => {
    const { indexes, sorts } = await plansOf(() => queries().list(actor(access), {}));
    expect([indexes, sorts]).toEqual([[index], 0]);
  });

  it('reads by id and duplicate searches use indexes', async () => {
    const { data } = await queries().list(actor('all'), { limit: 1 });
    expect(
      (
        await plansOf(() =>
          queries()
            .get(actor('own'), data[0]?.id ?? '')
            .catch(() => undefined),
        )
      ).seq,
    ).toEqual([]);
    for (const access of ACCESS) {
      const { seq } = await plansOf(() =>
        queries().duplicates(actor(access), {
          domain: 'd4711.example',
          email: 'office4711@kontor.test',
          phone: '030 10004711',
          name: 'Company abcdef',
        }),
      );
      expect([access, seq]).toEqual([access, []]);
    }
  });
});

describe('facets of companies', () => {
  it.each(['status', 'industry', 'size', 'country', 'ownerId', 'teamId', 'tags', 'currency'])(
    'by %s read an index or a sample',
    async (facet) => {
      for (const access of ACCESS) {
        const { seq } = await plansOf(() => queries().facets(actor(access), { facets: [facet] }));
        expect([access, seq]).toEqual([access, []]);
      }
      expect(
        (
          await plansOf(() =>
            queries().facets(actor('all'), {
              facets: [facet],
              filter: { field: 'industry', op: 'eq', value: 'industry 7' },
            }),
          )
        ).seq,
      ).toEqual([]);
      expect(
        (
          await plansOf(() =>
            queries().facets(actor('all'), { facets: [facet], filter: { field: 'tags', op: 'has', value: 't7' } }),
          )
        ).seq,
      ).toEqual([]);
    },
  );
});
