import { startApp, type TestApp } from '../../../test/harness/app.js';
import { fill } from '../../../test/harness/fill.js';
import { indexesOf, nodesOf, readWhole } from '../../../test/harness/plans.js';
import type { Actor } from '../../kernel/actor.js';
import { retentionOf } from '../../platform/records/index.js';
import { dealType } from './deal.type.js';
import { DealsQueries } from './deals.queries.js';
import { StageVisitsQueries } from './progress/stage-visits.queries.js';

let app: TestApp;
let some: { deal: string; stage: string; pipeline: string; company: string; contact: string };
const US = '00000000-0000-4000-8000-0000000000';
/**
 * 100 000 deals of 50 users in 20 pipelines, with 2 000 companies and contacts. One deal in 40 has been in its stage
 * for 90 days.
 */
const DATA = `
insert into users (id, email) select ('${US}' || lpad(n::text, 2, '0'))::uuid, 'u' || n || '@kontor.test'
  from generate_series(0, 50) n;
insert into teams (id, name) select ('${US}' || (n + 70))::uuid, 'Team ' || n from generate_series(0, 4) n;
update users set team_id = ('${US}' || (70 + right(id::text, 2)::int % 5))::uuid where id::text like '${US}%';
insert into companies (name) select 'Company ' || n from generate_series(1, 2000) n;
insert into contacts (first_name, last_name) select 'Ada', n::text from generate_series(1, 2000) n;
insert into pipelines (name, rank) select 'Pipeline ' || n, n + 1 from generate_series(1, 19) n;
insert into pipeline_stages (pipeline_id, name, rank, kind, probability, rot_days)
  select p.id, 'Stage ' || k, k, case k when 6 then 'won' when 7 then 'lost' else 'open' end, case k when 6 then 100
    when 7 then 0 else k * 10 end, case when k < 6 then 30 end from pipelines p cross join generate_series(1, 7) k
    where not p.is_default;
create temporary table place as select row_number() over (order by p.rank, s.rank) - 1 as at, s.* from pipeline_stages s
  join pipelines p on p.id = s.pipeline_id;
create temporary table linked as select row_number() over () - 1 as at, c.id as company, p.id as contact
  from (select id, row_number() over () as n from companies) c join (select id, row_number() over () as n
  from contacts) p using (n);
insert into deals (title, value, currency, pipeline_id, stage_id, status, probability, company_id, contact_id, owner_id,
  team_id, source, expected_close_date, closed_at, lost_reason, stage_entered_at, created_at, updated_at, deleted_at)
  select 'Deal ' || n, n % 90000, 'EUR', p.pipeline_id, p.id, p.kind, p.probability, l.company, l.contact, ('${US}'
    || lpad((n % 50)::text, 2, '0'))::uuid, ('${US}' || (70 + n % 50 % 5))::uuid, 'website',
    current_date + (n % 300), case when p.kind <> 'open' then now() - n * interval '1 minute' end, case
      when p.kind = 'lost' then 'x' end,
    now() - case when n % 40 = 0 then interval '90 days' else n % 20 * interval '1 day'
      end, now() - n * interval '1 minute', now() - n * interval '1 minute', case when n % 50 = 0 then now() end
  from generate_series(1, 100000) n join place p on p.at = (n * 31) % 140 join linked l on l.at = n % 2000;
insert into deal_stage_changes (deal_id, to_stage_id, changed_at) select id, stage_id, stage_entered_at from deals;
insert into record_counts select 'deals', jsonb_build_object('status', status, 'priority', priority, 'pipelineId',
  pipeline_id, 'stageId', stage_id), count(*) from deals where deleted_at is null group by 2`;

beforeAll(async () => {
  app = await startApp({ ROW_LEVEL_SECURITY: 'off' });
  await fill(app.db, ['deals', 'deal_stage_changes'], DATA);
  const { rows } = await app.db.query<typeof some>(
    `select id as deal, stage_id as stage, pipeline_id as pipeline, company_id as company, contact_id as contact
      from deals where deleted_at is null offset 5000 limit 1`,
  );
  some = rows[0] as typeof some;
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
    permissions: new Set(['deals:read']),
  }) as Actor;

/** Tables that grow. Pipelines and stages are few, so a sequential scan of them is correct. */
const GROWING = ['deals', 'deal_stage_changes', 'companies', 'contacts'];

const wholeBy = async (read: () => Promise<unknown>): Promise<string[]> =>
  readWhole(await nodesOf(app, 'deal', read), GROWING);

const LISTS: readonly (readonly [string, Actor['recordAccess'], () => object])[] = [
  ['newest', 'all', () => ({})],
  ['by value', 'all', () => ({ sort: ['-value'] })],
  ['by last change', 'all', () => ({ sort: ['-updatedAt'] })],
  ['by title', 'all', () => ({ sort: ['title'] })],
  ['by expected day', 'all', () => ({ sort: ['expectedCloseDate'] })],
  ['by stage entry', 'all', () => ({ sort: ['stageEnteredAt'] })],
  ['of a status', 'all', () => ({ status: ['won'] })],
  ['of a pipeline', 'all', () => ({ pipelineId: [some.pipeline] })],
  ['of a stage', 'all', () => ({ stageId: [some.stage], sort: ['stageEnteredAt'] })],
  ['of a company', 'all', () => ({ companyId: [some.company] })],
  ['of a contact', 'all', () => ({ contactId: [some.contact] })],
  ['of a lead', 'all', () => ({ leadId: [some.deal] })],
  ['of an owner', 'all', () => ({ ownerId: [`${US}07`] })],
  ['rotting', 'all', () => ({ isRotting: true })],
  ['rotting, longest first', 'all', () => ({ isRotting: true, sort: ['stageEnteredAt'] })],
  ['recently closed', 'all', () => ({ closedAt: { gte: new Date(Date.now() - 3_600_000).toISOString() } })],
  ['a word', 'all', () => ({ q: 'deal 777' })],
  ['deleted', 'all', () => ({ deleted: true })],
  ['own', 'own', () => ({})],
  ['own, of a stage', 'own', () => ({ stageId: [some.stage], sort: ['stageEnteredAt'] })],
  ['own, rotting', 'own', () => ({ isRotting: true })],
  ['of the team', 'team', () => ({})],
  ['of the team, by value', 'team', () => ({ sort: ['-value'] })],
  ['with all includes', 'all', () => ({ include: ['owner', 'team'] })],
];

describe('with 100,000 deals', () => {
  it.each(LISTS)('the list %s scans no large table (%s)', async (_, accessScope, query) => {
    expect(await wholeBy(() => app.app.get(DealsQueries).list(actor(accessScope), { limit: 25, ...query() }))).toEqual(
      [],
    );
  });

  it('deleted deals are read in the order of their index', async () => {
    expect(
      indexesOf(await nodesOf(app, 'deal', () => app.app.get(DealsQueries).list(actor('all'), { deleted: true }))),
    ).toContain('deals_deleted_idx');
  });

  it('reads of a deal and its stage visits use indexes', async () => {
    expect(
      await wholeBy(() =>
        app.app
          .get(DealsQueries)
          .get(actor('team'), some.deal)
          .catch(() => undefined),
      ),
    ).toEqual([]);
    expect(await wholeBy(() => app.app.get(StageVisitsQueries).list(actor('all'), some.deal))).toEqual([]);
  });

  it('the count of deals past their retention period uses an index', async () => {
    expect(
      await wholeBy(() => app.app.get(retentionOf(dealType)).count(new Date(Date.now() - 68 * 86_400_000))),
    ).toEqual([]);
  });
});
