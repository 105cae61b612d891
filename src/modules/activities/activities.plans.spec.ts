import { startApp, type TestApp } from '../../../test/harness/app.js';
import { fill } from '../../../test/harness/fill.js';
import { indexesOf, nodesOf, planOf, readWhole, statementsOf } from '../../../test/harness/plans.js';
import type { Actor } from '../../kernel/actor.js';
import { LeadsQueries } from '../leads/index.js';
import { ActivitiesQueries } from './activities.queries.js';
import { AgendaQueries } from './agenda/agenda.queries.js';
import { TimelinesQueries } from './timelines/timelines.queries.js';

let app: TestApp;
let lead: string;
let company: string;
const US = '00000000-0000-4000-8000-0000000000';
/**
 * 20 000 leads, 4 000 companies, 12 000 contacts, 4 000 deals and 105 000 activities of 50 users. 10 % of the
 * activities are open. One lead and one company have many activities.
 */
const DATA = `
insert into users (id, email) select ('${US}' || lpad(n::text, 2, '0'))::uuid, 'u' || n || '@kontor.test'
  from generate_series(0, 50) n;
insert into leads (id, name, email, owner_id, created_at)
  select gen_random_uuid(), 'Lead ' || n, 'l' || n || '@kontor.test', ('${US}' || lpad((n % 50)::text, 2, '0'))::uuid,
    now() - n * interval '1 minute' from generate_series(1, 20000) n;
insert into activities (type, subject, status, completed_at, due_at, lead_id, owner_id, assignee_id, created_at)
  select t, 'x', case when open then 'pending' else 'completed' end, case when not open then at end, case
    when t <> 'status_change' then at + (k - 1) * interval '20 days' end,
    id, owner_id, case when t <> 'status_change' then ('${US}' || lpad((n % 50)::text, 2, '0'))::uuid end, at
  from (select l.id, l.owner_id, k, n, l.created_at + k * interval '1 second'
    as at, (array['status_change', 'call', 'task'])[k] as t, k > 1 and n % 7 = 0 as open
    from (select *, row_number() over () as n from leads) l cross join generate_series(1, 3) k) made;
insert into events (id, type, resource_type, resource_id, payload, occurred_at)
  select gen_random_uuid(), t, 'leads', l.id, '{"changedFields":["notes"],"previous":{}}', l.created_at from leads l
  cross join unnest(array['lead.created', 'lead.updated']) t;
insert into activities (type, subject, status, completed_at, lead_id, created_at)
  select 'note', 'x', 'completed', now(), (select id from leads
  where email = 'l77@kontor.test'), now() - n * interval '1 minute' from generate_series(1, 5000) n;
insert into events (id, type, resource_type, resource_id, payload, occurred_at)
  select gen_random_uuid(), 'lead.updated', 'leads', (select id from leads
  where email = 'l77@kontor.test'), '{"changedFields":["notes"],"previous":{}}', now() - n * interval '1 minute'
  from generate_series(1, 5000) n;
insert into companies (name, domain, owner_id, created_at)
  select 'Company ' || n, 'c' || n || '.example', ('${US}' || lpad((n % 50)::text, 2, '0'))::uuid, now()
  - n * interval '1 minute' from generate_series(1, 4000) n;
insert into contacts (first_name, company_id, owner_id, created_at)
  select 'Contact ' || n, c.id, c.owner_id, c.created_at + n * interval '1 second' from companies c cross
  join generate_series(1, 3) n;
insert into contacts (first_name, company_id, owner_id) select 'Busy ' || n, (select id from companies
  where domain = 'c77.example'), '${US}07' from generate_series(1, 300) n;
insert into deals (title, currency, pipeline_id, stage_id, company_id, owner_id, created_at)
  select 'Deal', 'EUR', s.pipeline_id, s.id, c.id, c.owner_id, c.created_at from companies c cross join (select *
  from pipeline_stages order by rank limit 1) s;
insert into deal_stage_changes (deal_id, to_stage_id, changed_at) select id, stage_id, created_at from deals;
insert into activities (type, subject, status, completed_at, due_at, company_id, owner_id, created_at)
  select 'task', 'x', case when n = 3 then 'pending' else 'completed' end, case when n <> 3 then now()
    end, now() + n * interval '10 days', id, owner_id, created_at + n * interval '1 second' from companies cross
    join generate_series(1, 3) n;
insert into activities (type, subject, status, completed_at, contact_id, company_id, owner_id, created_at)
  select 'call', 'x', 'completed', now(), id, company_id, owner_id, created_at from contacts cross
  join generate_series(1, 1) n;
insert into activities (type, subject, status, completed_at, deal_id, owner_id, created_at)
  select 'note', 'x', 'completed', now(), id, owner_id, created_at + n * interval '1 second' from deals cross
  join generate_series(1, 4) n;
insert into events (id, type, resource_type, resource_id, payload, occurred_at)
  select gen_random_uuid(), 'x.updated', r.type, r.id, '{"changedFields":["notes"],"previous":{}}', r.created_at
    from (select 'companies' as type, id, created_at from companies union all select 'contacts', id, created_at
    from contacts union all select 'deals', id, created_at from deals) r;
insert into teams (id, name) select ('${US}' || (n + 70))::uuid, 'Team ' || n from generate_series(0, 4) n;
update users set team_id = ('${US}' || (70 + right(id::text, 2)::int % 5))::uuid where id::text like '${US}%';
${['leads', 'companies', 'contacts', 'deals']
  .map(
    (table) => `update ${table} r set team_id = u.team_id from users u
  where u.id = r.owner_id;`,
  )
  .join('\n')}
update activities a set team_id = u.team_id from users u where u.id = a.owner_id`;

beforeAll(async () => {
  app = await startApp({ ROW_LEVEL_SECURITY: 'off' });
  await fill(app.db, ['leads', 'contacts', 'companies', 'deals', 'activities', 'deal_stage_changes'], DATA);
  company =
    (await app.db.query<{ id: string }>(`select id from companies where domain = 'c77.example'`)).rows[0]?.id ?? '';
  lead = (await app.db.query<{ id: string }>('select id from leads offset 5000 limit 1')).rows[0]?.id ?? '';
}, 120_000);
afterAll(() => app.close());

const actor = (recordAccess: Actor['recordAccess'], n = '07'): Actor =>
  ({
    kind: 'session',
    userId: `${US}${n}`,
    email: '',
    name: '',
    teamId: recordAccess === 'team' ? `${US}7${Number(n) % 5}` : null,
    recordAccess,
    permissions: new Set(['leads:read']),
  }) as Actor;

/** The tables that grow. Sequential scans of small tables, such as settings and users, are acceptable. */
const GROWING = ['activities', 'events', 'leads', 'companies', 'contacts', 'deals', 'deal_stage_changes'];

async function plansOf(read: () => Promise<unknown>): Promise<{ seq: string[]; indexes: string[] }> {
  const nodes = await nodesOf(app, '', read);
  return { seq: readWhole(nodes, GROWING), indexes: indexesOf(nodes) };
}

describe('no list of activities scans the whole table', () => {
  it.each([
    ['newest', 'all', {}],
    ['by lead', 'all', { leadId: ['LEAD'] }],
    ['by company', 'all', { companyId: ['COMPANY'] }],
    ['by contact', 'all', { contactId: ['LEAD'] }],
    ['by deal, own', 'own', { dealId: ['LEAD'] }],
    ['follow-ups', 'all', { followUpOfId: ['LEAD'] }],
    ['by assignee and status', 'all', { assigneeId: [`${US}07`], status: ['pending', 'in_progress'] }],
    ['by owner', 'all', { ownerId: [`${US}07`] }],
    ['by type', 'all', { type: ['call'] }],
    ['overdue', 'all', { overdue: true }],
    ['overdue by due', 'all', { overdue: true, sort: ['dueAt'] }],
    ['own overdue', 'own', { overdue: true, assigneeId: [`${US}07`] }],
    [
      'due soon',
      'all',
      {
        dueAt: { gte: new Date().toISOString(), lt: new Date(Date.now() + 7 * 86_400_000).toISOString() },
        sort: ['dueAt'],
      },
    ],
    [
      'due soon, open',
      'all',
      {
        status: ['pending', 'in_progress'],
        dueAt: { gte: new Date().toISOString(), lt: new Date(Date.now() + 7 * 86_400_000).toISOString() },
      },
    ],
    ['by due', 'all', { sort: ['dueAt'] }],
    ['own', 'own', {}],
    ['own, by due', 'own', { sort: ['dueAt'] }],
    ['own of a team', 'team', {}],
    ['open activities of a team', 'team', { status: ['pending'] }],
    ['deleted', 'all', { deleted: true }],
    ['own of a new user', 'newcomer', {}],
  ] as const)('%s', async (_, access, query) => {
    const asked = JSON.parse(JSON.stringify(query).replace('LEAD', lead).replace('COMPANY', company)) as object;
    const who = access === 'newcomer' ? actor('own', '50') : actor(access);
    const { seq } = await plansOf(() => app.app.get(ActivitiesQueries, { strict: false }).list(who, asked));
    expect(seq).toEqual([]);
  });

  it.each([
    [{ status: ['cancelled'] }, 'activities_found_idx'],
    [{ priority: ['critical'] }, 'activities_found_idx'],
    [{ dueAt: { lt: '2001-01-01T00:00:00Z' } }, 'activities_times_idx'],
  ] as const)('a filter with few matches uses an index: %j', async (query, index) => {
    const { indexes } = await plansOf(() =>
      app.app.get(ActivitiesQueries, { strict: false }).list(actor('all'), JSON.parse(JSON.stringify(query)) as object),
    );
    expect(indexes).toContain(index);
  });

  it('deleted activities are read in the order of their index', async () => {
    await app.db.query(
      `update activities set deleted_at = now() where id in (select id from activities order by md5(id::text)
        limit 2000); update leads set deleted_at = now() where id in (select id from leads where id <> '${lead}'
        order by md5(id::text) limit 400); analyze activities; analyze leads`,
    );
    expect(
      (await plansOf(() => app.app.get(ActivitiesQueries, { strict: false }).list(actor('all'), { deleted: true })))
        .indexes,
    ).toContain('activities_deleted_idx');
    expect(
      (await plansOf(() => app.app.get(LeadsQueries, { strict: false }).list(actor('all'), { deleted: true }))).indexes,
    ).toContain('leads_deleted_idx');
  });

  it.each([
    ['own', {}, 'leads_owner_id_idx'],
    ['team', {}, 'leads_team_id_idx'],
    ['own', { sort: ['name'] }, undefined],
    ['team', { sort: ['-score'] }, undefined],
    ['team', { status: ['new'], count: 'exact' }, undefined],
  ] as const)('the list of leads uses an index for access scope %s: %j', async (access, query, index) => {
    const { seq, indexes } = await plansOf(() =>
      app.app.get(LeadsQueries, { strict: false }).list(actor(access), JSON.parse(JSON.stringify(query)) as object),
    );
    expect(seq).toEqual([]);
    if (index) expect(indexes).toContain(index);
  });

  it('the list and the timeline of a lead use two indexes', async () => {
    const busy =
      (await app.db.query<{ id: string }>(`select id from leads where email = 'l77@kontor.test'`)).rows[0]?.id ?? '';
    for (const id of [lead, busy]) {
      expect(
        (await plansOf(() => app.app.get(ActivitiesQueries, { strict: false }).listOn(actor('all'), 'lead', id, {})))
          .seq,
      ).toEqual([]);
      const timeline = await plansOf(() =>
        app.app.get(TimelinesQueries, { strict: false }).list(actor('all'), 'lead', id, {}),
      );
      expect(timeline.seq).toEqual([]);
      expect(timeline.indexes).toEqual(expect.arrayContaining(['activities_lead_id_idx', 'events_resource_idx']));
    }
  });

  it.each(['all', 'own', 'team'] as const)(
    'the timelines of a large company and of a deal use indexes for access scope %s',
    async (access) => {
      const timelines = app.app.get(TimelinesQueries, { strict: false });
      const who = {
        ...actor(access, '27'),
        permissions: new Set(['companies:read', 'contacts:read', 'deals:read']),
      } as Actor;
      const { seq, indexes } = await plansOf(() => timelines.list(who, 'company', company, {}));
      expect(seq).toEqual([]);
      expect(indexes).toEqual(
        expect.arrayContaining([
          'activities_company_id_idx',
          'activities_contact_id_idx',
          'activities_deal_id_idx',
          'events_resource_idx',
          'deal_stage_changes_deal_id_idx',
        ]),
      );
      const deal =
        (await app.db.query<{ id: string }>('select id from deals where company_id = $1', [company])).rows[0]?.id ?? '';
      expect((await plansOf(() => timelines.list(who, 'deal', deal, {}))).seq).toEqual([]);
    },
  );

  it.each([
    { overdue: true },
    { type: ['call'], status: ['pending'] },
    { dueAt: { gte: new Date().toISOString() } },
    { status: ['completed'], count: 'exact' },
    { createdAt: { gte: new Date(Date.now() - 3_600_000).toISOString() }, count: 'exact' },
  ])('filtered own activities are found by indexes: %j', async (query) => {
    const { seq } = await plansOf(() =>
      app.app.get(ActivitiesQueries, { strict: false }).list(actor('own'), JSON.parse(JSON.stringify(query)) as object),
    );
    expect(seq).toEqual([]);
  });

  it('the agenda scans one index', async () => {
    const { seq, indexes } = await plansOf(() => app.app.get(AgendaQueries, { strict: false }).get(actor('own'), {}));
    expect(seq).toEqual([]);
    expect(indexes).toContain('activities_agenda_idx');
  });

  it('deleting a lead with its activities uses an index', async () => {
    const { nodes } = await planOf(app.db, { text: 'delete from activities where lead_id = $1', values: [lead] });
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  });
});

describe('lists in index order', () => {
  it.each([
    [
      'the agenda',
      '~part',
      'activities_agenda_idx',
      () => app.app.get(AgendaQueries, { strict: false }).get(actor('own'), {}),
    ],
  ] as const)('are read in index order with row-level security too: %s', async (_, mark, index, read) => {
    const pages = await statementsOf(app, mark, read);
    expect(pages).toHaveLength(1);
    const { nodes } = await planOf(
      app.db,
      { text: pages[0]?.text ?? '' },
      { options: 'generic_plan', settings: ['role = kontor_app'] },
    );
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
    expect(indexesOf(nodes)).toContain(index);
  });
});
