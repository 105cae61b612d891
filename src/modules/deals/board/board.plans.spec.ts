import { startApp, type TestApp } from '../../../../test/harness/app.js';
import { fill } from '../../../../test/harness/fill.js';
import { nodesOf, readWhole } from '../../../../test/harness/plans.js';
import type { Actor } from '../../../kernel/actor.js';
import { ChangesQueries } from '../changes/changes.queries.js';
import { ForecastQueries } from '../forecast/forecast.queries.js';
import { BoardQueries } from './board.queries.js';

let app: TestApp;
let pipeline: string;
const US = '00000000-0000-4000-8000-0000000000';
/** 100 000 deals of 50 users in 5 teams and 5 open stages, each with a deal state and its day totals. */
const DATA = `
insert into teams (id, name) select ('${US}' || (n + 70))::uuid, 'Team ' || n from generate_series(0, 4) n;
insert into users (id, email, team_id) select ('${US}' || lpad(n::text, 2, '0'))::uuid, 'u' || n || '@kontor.test',
  ('${US}' || (70 + n % 5))::uuid from generate_series(0, 49) n;
insert into deals (title, value, currency, pipeline_id, stage_id, probability, owner_id, team_id, expected_close_date,
  stage_entered_at, created_at)
  select 'Deal ' || n, n % 1000, 'EUR', s.pipeline_id, s.id, s.probability, ('${US}' || lpad((n % 50)::text, 2,
    '0'))::uuid, ('${US}' || (70 + n % 5))::uuid, current_date + n % 300, now() - n * interval '1 minute', now()
    - n * interval '1 minute'
  from generate_series(1, 100000) n join pipeline_stages s on s.rank = 1 + n % 5;
insert into deal_states (deal_id, valid_from, pipeline_id, stage_id, status, value, currency, probability,
  weighted_value, expected_close_date, is_deleted, owner_id, team_id)
  select id, created_at, pipeline_id, stage_id, status, value, currency, probability, weighted_value,
    expected_close_date, false, owner_id, team_id from deals;
insert into deal_day_totals select pipeline_id, day, stage_id, status, date_trunc('month', expected_close_date)::date,
  currency, count(*), sum(value), sum(weighted_value)
  from deal_states cross join lateral (values ((valid_from at time zone 'UTC')::date), ('infinity'::date)) d (day)
    group by 1, 2, 3, 4, 5, 6`;

beforeAll(async () => {
  app = await startApp({ ROW_LEVEL_SECURITY: 'off' });
  await fill(app.db, ['deals', 'deal_states'], DATA);
  pipeline = (await app.db.query<{ id: string }>('select id from pipelines')).rows[0]?.id ?? '';
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

const wholeBy = async (read: () => Promise<unknown>, table = 'deals'): Promise<string[]> =>
  readWhole(await nodesOf(app, 'deal', read), [table]);

describe('with 100,000 deals no query reads the whole table', () => {
  it.each(['all', 'team', 'own'] as const)('for the board and the forecast with access scope %s', async (access) => {
    const [boards, forecasts] = [
      app.app.get(BoardQueries, { strict: false }),
      app.app.get(ForecastQueries, { strict: false }),
    ];
    expect(await wholeBy(() => boards.board(actor(access), pipeline, {}))).toEqual([]);
    expect(await wholeBy(() => boards.board(actor(access), pipeline, { ownerId: [`${US}07`] }))).toEqual([]);
    expect(await wholeBy(() => forecasts.forecast(actor(access), pipeline, {}))).toEqual([]);
  });

  it.each(['all', 'own'] as const)('for an earlier day with access scope %s', async (access) => {
    const asOf = new Date(Date.now() - 3_600_000).toISOString();
    expect(
      await wholeBy(() => app.app.get(BoardQueries, { strict: false }).board(actor(access), pipeline, { asOf })),
    ).toEqual([]);
    expect(
      await wholeBy(() =>
        app.app.get(BoardQueries, { strict: false }).board(actor(access), pipeline, { asOf, ownerId: [`${US}07`] }),
      ),
    ).toEqual([]);
    expect(
      await wholeBy(() => app.app.get(ForecastQueries, { strict: false }).forecast(actor(access), pipeline, { asOf })),
    ).toEqual([]);
  });

  it.each(['all', 'team', 'own'] as const)('for the pipeline changes of a day with access scope %s', async (access) => {
    const since = new Date(Date.now() - 86_400_000).toISOString();
    const changes = app.app.get(ChangesQueries, { strict: false });
    for (const table of ['deals', 'deal_states']) {
      expect(await wholeBy(() => changes.summary(actor(access), pipeline, { since }), table)).toEqual([]);
      expect(await wholeBy(() => changes.list(actor(access), pipeline, { since }), table)).toEqual([]);
      expect(
        await wholeBy(() => changes.list(actor(access), pipeline, { since, kind: ['new'], count: 'exact' }), table),
      ).toEqual([]);
    }
  });

  it('for the sums over all owners', async () => {
    const asOf = new Date(Date.now() - 3_600_000).toISOString();
    const forecasts = app.app.get(ForecastQueries, { strict: false });
    expect(await wholeBy(() => forecasts.forecast(actor('all'), pipeline, { asOf }), 'deal_states')).toEqual([]);
  });
});
