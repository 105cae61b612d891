import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { PipelineStageView, PipelineView } from '../../pipelines/index.js';
import type { ChangedDealView, PipelineChangesView } from '../changes/changes.dto.js';
import type { DealView } from '../deals.dto.js';
import type { ForecastTotal, ForecastView } from '../forecast/forecast.dto.js';
import type { BoardColumnView, BoardView } from './board.dto.js';
import { DayTotalsMaintenance } from './day-totals-maintenance.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.close());

let created = 0;
const stages = [
  { name: 'Asked', probability: 20, rotDays: 5 },
  { name: 'Offered', probability: 50 },
  { name: 'Sold', kind: 'won' },
  { name: 'Sold again', kind: 'won' },
  { name: 'Gone', kind: 'lost' },
  { name: 'Set aside', probability: 40 },
];

interface Scene {
  readonly id: string;
  readonly at: string;
  readonly stage: Readonly<Record<string, string>>;
}

async function newPipeline(): Promise<Scene> {
  const { id } = (
    await app.admin
      .post('/pipelines')
      .send({ name: `Pipeline ${(created += 1)}`, stages })
      .expect(201)
  ).body as PipelineView;
  const { data } = (await app.admin.get(`/pipelines/${id}/stages`).expect(200)).body as { data: PipelineStageView[] };
  return { id, at: `/pipelines/${id}`, stage: Object.fromEntries(data.map((stage) => [stage.name, stage.id])) };
}

const newDeal = async ({ id }: Scene, patch: object = {}, who = app.admin): Promise<DealView> =>
  (
    await who
      .post('/deals')
      .send({ title: 'Machine', pipelineId: id, currency: 'EUR', value: '100.00', ...patch })
      .expect(201)
  ).body as DealView;
const act = async (deal: DealView, action: string, body: object = {}): Promise<DealView> =>
  (await app.admin.post(`/deals/${deal.id}/${action}`).send(body).expect(200)).body as DealView;
const boardOf = async ({ at }: Scene, query: object = {}, who = app.admin): Promise<BoardView> =>
  (await who.get(`${at}/board`).query(query).expect(200)).body as BoardView;
const column = (board: BoardView, name: string): BoardColumnView =>
  board.columns.find(({ stage }) => stage.name === name) as BoardColumnView;
const now = async (): Promise<string> =>
  ((await app.db.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]?.at as Date).toISOString();
/** Waits 5 ms before and after, so that no change has the same time. */
const moment = async (): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const at = await now();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return at;
};

describe('the board', () => {
  it('shows stages in order with their deals, with separate totals per currency', async () => {
    const scene = await newPipeline();
    const first = await newDeal(scene);
    const second = await newDeal(scene, { value: '50.50' });
    await newDeal(scene, { currency: 'CHF', value: null });
    const won = await act(await newDeal(scene, { value: '1000.00' }), 'win');
    await act(await newDeal(scene, { value: '9000.00' }), 'lose', { lostReason: 'Too dear' });
    await act(await newDeal(scene, { value: '7000.00' }), 'abandon');
    const deleted = await newDeal(scene, { value: '6000.00' });
    await app.admin.delete(`/deals/${deleted.id}`).expect(204);
    const board = await boardOf(scene, { limit: 2 });
    expect(board.columns.map(({ stage, count }) => [stage.name, count])).toEqual([
      ['Asked', { count: 3, kind: 'exact' }],
      ['Offered', { count: 0, kind: 'exact' }],
      ['Sold', { count: 1, kind: 'exact' }],
      ['Sold again', { count: 0, kind: 'exact' }],
      ['Gone', { count: 1, kind: 'exact' }],
      ['Set aside', { count: 0, kind: 'exact' }],
    ]);
    expect(column(board, 'Asked').totals).toEqual([
      { currency: 'CHF', count: 1, value: '0.00', weightedValue: '0.00' },
      { currency: 'EUR', count: 2, value: '150.50', weightedValue: '30.10' },
    ]);
    expect(column(board, 'Sold').totals).toEqual([
      { currency: 'EUR', count: 1, value: '1000.00', weightedValue: '1000.00' },
    ]);
    // Lost deals have the weighted value 0.
    expect(column(board, 'Gone').totals).toEqual([
      { currency: 'EUR', count: 1, value: '9000.00', weightedValue: '0.00' },
    ]);
    expect(column(board, 'Sold').cards.map(({ id }) => id)).toEqual([won.id]);
    const { cards, nextCursor } = column(board, 'Asked');
    expect([cards.length, cards[1]?.id]).toEqual([2, second.id]);
    const { body } = await app.admin
      .get(`${scene.at}/cards`)
      .query({ stageId: scene.stage['Asked'], cursor: nextCursor })
      .expect(200);
    expect([body.data.map(({ id }: DealView) => id), body.pageInfo.nextCursor]).toEqual([[first.id], null]);
    expect(
      (
        await app.admin
          .get(`${scene.at}/cards`)
          .query({ stageId: (await newPipeline()).stage['Asked'] })
          .expect(404)
      ).body.code,
    ).toBe('pipeline-stage-not-found');
  });

  it('has the same totals from daily sums and from deal states, at every hour of a day', async () => {
    const scene = await newPipeline();
    const owner = await app.as('sales');
    const [early, late] = [
      await newDeal(scene, { ownerId: owner.userId, value: '3.00' }),
      await newDeal(scene, { ownerId: owner.userId, value: '5.00' }),
    ];
    await act(early, 'move', { stageId: scene.stage['Offered'] });
    await app.db.query(`update deals set created_at = '2026-03-09T10:00:00Z' where id = any($1)`, [
      [early.id, late.id],
    ]);
    await app.db.query(
      `
      update deal_states set valid_to = case when valid_to < 'infinity' then timestamptz '2026-03-10T05:00:00Z'
        else valid_to end,
        valid_from = case when deal_id = $2 then timestamptz '2026-03-10T18:00:00Z' when valid_to = 'infinity'
          then timestamptz '2026-03-10T05:00:00Z' else timestamptz '2026-03-09T12:00:00Z' end
      where deal_id = any($1)`,
      [[early.id, late.id], late.id],
    );
    await app.db.query(`update deal_stage_changes set changed_at = '2026-03-09T11:00:00Z' where deal_id = any($1)`, [
      [early.id, late.id],
    ]);
    const standing = async (query: object) =>
      (await boardOf(scene, query)).columns.flatMap(({ stage, count, totals, cards }) =>
        count.count > 0 ? [`${stage.name} ${count.count} ${totals[0]?.value} ${cards.length}`] : [],
      );
    const expected: Record<string, string[]> = {
      '09T11:59:59.999': [],
      '09T12:00:00.000': ['Asked 1 3.00 1'],
      '09T23:59:59.999': ['Asked 1 3.00 1'],
      '10T00:00:00.000': ['Asked 1 3.00 1'],
      '10T04:59:59.999': ['Asked 1 3.00 1'],
      '10T05:00:00.000': ['Offered 1 3.00 1'],
      '10T11:59:59.999': ['Offered 1 3.00 1'],
      '10T12:00:00.000': ['Offered 1 3.00 1'],
      '10T17:59:59.999': ['Offered 1 3.00 1'],
      '10T18:00:00.000': ['Asked 1 5.00 1', 'Offered 1 3.00 1'],
      '11T00:00:00.000': ['Asked 1 5.00 1', 'Offered 1 3.00 1'],
    };
    for (const [moment, patch] of Object.entries(expected)) {
      const asOf = `2026-03-${moment}Z`;
      expect([moment, await standing({ asOf }), await standing({ asOf, ownerId: owner.userId })]).toEqual([
        moment,
        patch,
        patch,
      ]);
    }
  });

  it('names owner and company on its cards with include, also of an earlier day', async () => {
    const scene = await newPipeline();
    const { body: company } = await app.admin.post('/companies').send({ name: 'Mint of Paris' }).expect(201);
    const owner = await app.as('sales');
    await newDeal(scene, { ownerId: owner.userId, companyId: company.id });
    await newDeal(scene);
    const asOf = await moment();
    const named = [
      { owner: null, company: null },
      { owner: { id: owner.userId }, company: { id: company.id, name: 'Mint of Paris' } },
    ];
    for (const query of [{}, { asOf }, { q: 'machine' }]) {
      const board = await boardOf(scene, { ...query, include: ['owner', 'company'] });
      expect(column(board, 'Asked').cards).toMatchObject(named);
      const cards = await app.admin
        .get(`${scene.at}/cards`)
        .query({ ...query, stageId: scene.stage['Asked'], include: ['owner', 'company'] })
        .expect(200);
      expect(cards.body.data).toMatchObject(named);
    }
    expect(column(await boardOf(scene), 'Asked').cards[0]).not.toHaveProperty('company');
  });

  it('continues a column of an earlier day after its first cards', async () => {
    const scene = await newPipeline();
    const owner = await app.as('sales');
    const deals: DealView[] = [];
    for (let n = 0; n < 5; n += 1) deals.push(await newDeal(scene, { ownerId: owner.userId, title: `Deal ${n}` }));
    const asOf = await moment();
    for (const [who, query] of [
      [app.admin, { asOf, ownerId: owner.userId }],
      [owner, { asOf }],
    ] as const) {
      const first = column(await boardOf(scene, { ...query, limit: 2 }, who), 'Asked');
      const rest = (
        await who
          .get(`${scene.at}/cards`)
          .query({ ...query, stageId: scene.stage['Asked'], cursor: first.nextCursor })
          .expect(200)
      ).body as { data: DealView[] };
      expect([...first.cards, ...rest.data].map(({ title }) => title)).toEqual([
        'Deal 4',
        'Deal 3',
        'Deal 2',
        'Deal 1',
        'Deal 0',
      ]);
    }
  });

  it('adds up the deals of some owners exactly', async () => {
    const scene = await newPipeline();
    const [one, other] = [await app.as('sales'), await app.as('sales')];
    for (const [ownerId, value] of [
      [one.userId, '1.00'],
      [one.userId, '2.00'],
      [other.userId, '4.00'],
      [null, '8.00'],
    ] as const)
      await newDeal(scene, { ownerId, value });
    await act(await newDeal(scene, { ownerId: one.userId, value: '16.00' }), 'abandon');
    const asked = async (query: object, who = app.admin) => column(await boardOf(scene, query, who), 'Asked');
    expect(await asked({ ownerId: one.userId })).toMatchObject({
      count: { count: 2, kind: 'exact' },
      totals: [{ value: '3.00' }],
      cards: [{}, {}],
    });
    expect(await asked({ ownerId: [one.userId, other.userId] })).toMatchObject({
      count: { count: 3, kind: 'exact' },
      totals: [{ value: '7.00' }],
    });
    expect(await asked({ ownerId: one.userId, priority: 'medium' })).toMatchObject({
      count: { count: 2 },
      totals: [{ value: '3.00' }],
    });
    expect(await asked({ ownerId: [one.userId, other.userId] }, other)).toMatchObject({
      count: { count: 1 },
      totals: [{ value: '4.00' }],
      cards: [{}],
    });
  });

  it('counts the deals of a filter', async () => {
    const scene = await newPipeline();
    const mine = await app.as('sales');
    await newDeal(scene, { ownerId: mine.userId, priority: 'high', tags: ['vip'] });
    await newDeal(scene, { title: 'Typewriter', value: '10.00' });
    const found = async (query: object) => column(await boardOf(scene, query), 'Asked');
    for (const query of [{ ownerId: mine.userId }, { priority: 'high' }, { tags: 'vip' }, { q: 'machine' }]) {
      expect(await found(query)).toMatchObject({
        count: { count: 1, kind: 'exact' },
        totals: [{ currency: 'EUR', count: 1, value: '100.00', weightedValue: '20.00' }],
        cards: [{ title: 'Machine' }],
      });
      expect((await found({ ...query, asOf: await moment() })).count).toEqual({ count: 1, kind: 'exact' });
    }
    expect(await found({ ownerId: mine.userId, q: 'typewriter' })).toMatchObject({
      count: { count: 0 },
      totals: [],
      cards: [],
    });
  });

  it('applies a saved view, also with custom fields', async () => {
    const scene = await newPipeline();
    await app.admin
      .post('/custom-fields')
      .send({ resource: 'deals', key: 'machines', label: 'Machines', type: 'number' })
      .expect(201);
    const view = async (filter: object): Promise<string> =>
      (await app.admin.post('/views').send({ resource: 'deals', name: 'Narrow', filter }).expect(201)).body
        .id as string;
    const large = await newDeal(scene, { customFields: { machines: 12 }, priority: 'high' });
    await newDeal(scene, { customFields: { machines: 3 }, priority: 'high' });
    const viewId = await view({ field: 'custom.machines', op: 'gte', value: 10 });
    for (const query of [{ viewId }, { viewId, asOf: await moment() }]) {
      expect(column(await boardOf(scene, query), 'Asked')).toMatchObject({
        count: { count: 1, kind: 'exact' },
        totals: [{ count: 1 }],
        cards: [{ id: large.id }],
      });
      const { body } = await app.admin
        .get(`${scene.at}/cards`)
        .query({ ...query, stageId: scene.stage['Asked'] })
        .expect(200);
      expect(body.data.map(({ id }: DealView) => id)).toEqual([large.id]);
    }
    expect(column(await boardOf(scene, { viewId, priority: 'low' }), 'Asked').count.count).toBe(0);
    const others = await app.as('manager');
    expect((await others.get(`${scene.at}/board`).query({ viewId }).expect(422)).body.errors).toMatchObject([
      { code: 'unknown-view' },
    ]);
  });

  it('shows only visible deals, also in the totals', async () => {
    const scene = await newPipeline();
    const { body: team } = await app.admin
      .post('/teams')
      .send({ name: `Team ${(created += 1)}` })
      .expect(201);
    const [manager, seller, other] = [
      await app.as('manager', { teamId: team.id }),
      await app.as('sales', { teamId: team.id }),
      await app.as('sales'),
    ];
    await newDeal(scene, { ownerId: seller.userId, value: '1.00' });
    await newDeal(scene, { teamId: team.id, value: '2.00' });
    await newDeal(scene, { value: '4.00' });
    const seen = async (who: typeof seller) => {
      const then = await moment();
      const [today, past, { months, undated }] = [
        column(await boardOf(scene, {}, who), 'Asked'),
        column(await boardOf(scene, { asOf: then }, who), 'Asked'),
        (await who.get(`${scene.at}/forecast`).expect(200)).body as ForecastView,
      ];
      expect(months.flatMap(({ totals }) => totals)).toEqual([]);
      expect([past.totals, past.cards.length]).toEqual([today.totals, today.cards.length]);
      expect(
        ((await who.get(`${scene.at}/forecast`).query({ asOf: then }).expect(200)).body as ForecastView).undated,
      ).toEqual(undated);
      return [today.count.count, today.cards.length, today.totals[0]?.value, undated[0]?.openValue];
    };
    expect(await seen(app.admin as typeof seller)).toEqual([3, 3, '7.00', '7.00']);
    expect(await seen(manager)).toEqual([2, 2, '3.00', '3.00']);
    expect(await seen(seller)).toEqual([1, 1, '1.00', '1.00']);
    expect(await seen(other)).toEqual([0, 0, undefined, undefined]);
  });

  it('counts the time in the stage for rotting, not the age of the deal', async () => {
    const scene = await newPipeline();
    const [old, rotten] = [await newDeal(scene), await newDeal(scene)];
    await app.db.query(`update deals set created_at = now() - interval '90 days' where id = $1`, [old.id]);
    await app.db.query(`update deals set stage_entered_at = now() - interval '6 days' where id = $1`, [rotten.id]);
    expect(
      Object.fromEntries(column(await boardOf(scene), 'Asked').cards.map(({ id, isRotting }) => [id, isRotting])),
    ).toEqual({ [old.id]: false, [rotten.id]: true });
    await act(rotten, 'move', { stageId: scene.stage['Offered'] });
    await act(rotten, 'move', { stageId: scene.stage['Asked'] });
    expect(column(await boardOf(scene), 'Asked').cards.some(({ isRotting }) => isRotting)).toBe(false);
  });

  it('shows the state of an earlier moment', async () => {
    const scene = await newPipeline();
    const before = await moment();
    const deal = await newDeal(scene);
    const gone = await newDeal(scene, { value: '5.00' });
    const then = await moment();
    await act(deal, 'move', { stageId: scene.stage['Offered'] });
    await app.admin.patch(`/deals/${deal.id}`).send({ value: '300.00', title: 'Two machines' }).expect(200);
    await app.admin.delete(`/deals/${gone.id}`).expect(204);
    expect((await boardOf(scene, { asOf: before })).columns.every(({ count }) => count.count === 0)).toBe(true);
    const past = await boardOf(scene, { asOf: then, limit: 1 });
    expect(past.asOf).toBe(then);
    expect(column(past, 'Asked').totals).toEqual([
      { currency: 'EUR', count: 2, value: '105.00', weightedValue: '21.00' },
    ]);
    expect(column(past, 'Offered').count.count).toBe(0);
    expect(column(past, 'Asked').cards).toMatchObject([{ id: gone.id }]);
    const { body } = await app.admin
      .get(`${scene.at}/cards`)
      .query({ stageId: scene.stage['Asked'], asOf: then, cursor: column(past, 'Asked').nextCursor })
      .expect(200);
    expect(body.data).toMatchObject([
      {
        id: deal.id,
        title: 'Two machines',
        value: '100.00',
        stageId: scene.stage['Asked'],
        stageEnteredAt: deal.stageEnteredAt,
        isRotting: false,
      },
    ]);
    expect(
      (await app.admin.get(`${scene.at}/board`).query({ asOf: '2199-01-01T00:00:00Z' }).expect(400)).body.errors[0]
        .code,
    ).toBe('in-future');
  });
});

describe('the forecast', () => {
  const forecastOf = async ({ at }: Scene, query: object = {}): Promise<ForecastView> =>
    (
      await app.admin
        .get(`${at}/forecast`)
        .query({ from: '2027-01', months: 3, ...query })
        .expect(200)
    ).body as ForecastView;

  it('counts won deals fully, open deals by probability, and no lost deals', async () => {
    const scene = await newPipeline();
    const month = (await now()).slice(0, 7);
    await newDeal(scene, { expectedCloseDate: '2027-01-31' });
    await newDeal(scene, { expectedCloseDate: '2027-02-01', value: '10.00', currency: 'CHF' });
    await newDeal(scene, { expectedCloseDate: '2026-01-01', value: '11.00' });
    await newDeal(scene, { value: '12.00' });
    await act(await newDeal(scene, { expectedCloseDate: '2027-01-15', value: '1000.00' }), 'win');
    await act(await newDeal(scene, { expectedCloseDate: '2027-01-15', value: '9000.00' }), 'lose', {
      lostReason: 'Too dear',
    });
    await act(await newDeal(scene, { expectedCloseDate: '2027-01-15', value: '500.00' }), 'abandon');
    const none: ForecastTotal = {
      currency: 'EUR',
      openCount: 0,
      openValue: '0.00',
      weightedValue: '0.00',
      wonCount: 0,
      wonValue: '0.00',
      lostCount: 0,
      lostValue: '0.00',
      abandonedCount: 0,
      abandonedValue: '0.00',
      expectedValue: '0.00',
      bestCase: '0.00',
    };
    const open = (value: string, weightedValue: string, currency = 'EUR'): ForecastTotal => ({
      ...none,
      currency,
      openCount: 1,
      openValue: value,
      weightedValue,
      expectedValue: weightedValue,
      bestCase: value,
    });
    const forecast = await forecastOf(scene);
    expect(forecast).toEqual({
      pipelineId: scene.id,
      asOf: null,
      overdue: [open('11.00', '2.20')],
      undated: [open('12.00', '2.40')],
      months: [
        { month: '2027-01', totals: [open('100.00', '20.00')] },
        { month: '2027-02', totals: [open('10.00', '2.00', 'CHF')] },
        { month: '2027-03', totals: [] },
      ],
    });
    const decided = (await forecastOf(scene, { from: month, months: 1 })).months[0]?.totals;
    expect(decided).toEqual([
      {
        ...none,
        wonCount: 1,
        wonValue: '1000.00',
        lostCount: 1,
        lostValue: '9000.00',
        abandonedCount: 1,
        abandonedValue: '500.00',
        expectedValue: '1000.00',
        bestCase: '1000.00',
      },
    ]);
    expect(await forecastOf(scene, { asOf: await moment() })).toEqual({ ...forecast, asOf: expect.any(String) });
  });

  it('shows the state of an earlier moment', async () => {
    const scene = await newPipeline();
    const deal = await newDeal(scene, { expectedCloseDate: '2027-01-31' });
    const then = await moment();
    await app.admin
      .patch(`/deals/${deal.id}`)
      .send({ expectedCloseDate: '2027-03-01', value: '80.00', probability: 90 })
      .expect(200);
    expect((await forecastOf(scene)).months.map(({ totals }) => totals[0]?.expectedValue)).toEqual([
      undefined,
      undefined,
      '72.00',
    ]);
    expect((await forecastOf(scene, { asOf: then })).months.map(({ totals }) => totals[0]?.expectedValue)).toEqual([
      '20.00',
      undefined,
      undefined,
    ]);
    for (const query of [{ from: '2027-13' }, { months: 37 }, { from: '2027' }])
      expect((await app.admin.get(`${scene.at}/forecast`).query(query)).status).toBeGreaterThanOrEqual(400);
  });
});

it('the totals of any moment equal the deal states of that moment', async () => {
  // Spreads the changes of one minute over several days and months.
  const earlier =
    'make_interval(days => 20 * ((hashtext(deal_id::text) >> 4) & 7), secs => 7 * 3600 * ' +
    '(hashtext(deal_id::text) & 15))';
  await app.db.query(`update deal_states set valid_from = valid_from - ${earlier}, valid_to = valid_to - ${earlier}`);
  await app.db.query(`update deal_stage_changes set changed_at = changed_at - ${earlier}`);
  const { rows } = await app.db.query<{ at: Date; pipeline: string }>(
    `select at, pipeline_id as pipeline from (select distinct on (pipeline_id, at) at, pipeline_id from deal_states
      cross join lateral (values (valid_from), (valid_from - interval '1 ms'), (date_trunc('day', valid_from, 'UTC')),
      (date_trunc('day', valid_from, 'UTC') - interval '1 ms')) v (at)) v order by md5(at::text || pipeline_id)
      limit 60`,
  );
  let seen = 0;
  const most = async (): Promise<unknown> =>
    (
      await app.db.query<{ n: number }>(
        `select max(n)::int as n from (select count(*) as n from deal_day_totals
          group by pipeline_id, day, stage_id, status, month, currency) places`,
      )
    ).rows[0]?.n;
  for (const [turn, { at, pipeline }] of rows.entries()) {
    if (turn === 30) {
      expect(await most()).toBeGreaterThan(1);
      const maintenance = app.app.get(DayTotalsMaintenance, { strict: false });
      await maintenance.compact();
      expect(await most()).toBe(1);
      await app.db.query(
        `insert into deal_day_totals select pipeline_id, day, stage_id, status, month, currency, c, v, 0
          from deal_day_totals cross join (values (1, 5), (-1, -5)) x (c, v)`,
      );
      await Promise.all([maintenance.compact(), maintenance.compact()]);
      expect((await app.db.query('select 1 from deal_day_totals where not is_compacted')).rows).toEqual([]);
      await app.db.query(
        `insert into deal_day_totals select pipeline_id, day, stage_id, status, month, currency, c, v, 0
          from deal_day_totals cross join (values (1, 5), (-1, -5)) x (c, v)`,
      );
    }
    const { rows: columns } = await app.db.query<{ stage: string; currency: string }>(
      `select stage_id as stage, currency, count(*)::int as count, coalesce(sum(value), 0)::numeric(20,2)::text
        as value, coalesce(sum(weighted_value), 0)::numeric(20,2)::text as "weightedValue" from deal_states
       where pipeline_id = $1 and valid_from <= $2 and valid_to > $2 and not is_deleted and status <> 'abandoned'
         group by 1, 2 order by 1, 2`,
      [pipeline, at],
    );
    const board = (
      await app.admin.get(`/pipelines/${pipeline}/board`).query({ asOf: at.toISOString(), limit: 1 }).expect(200)
    ).body as BoardView;
    expect(
      board.columns
        .flatMap(({ stage, totals }) => totals.map((total) => ({ stage: stage.id, ...total })))
        .toSorted((a, b) => (a.stage + a.currency < b.stage + b.currency ? -1 : 1)),
    ).toEqual(columns);
    seen += columns.length;
  }
  expect(seen).toBeGreaterThan(50);
});

describe('pipeline changes', () => {
  it('are listed by kind, with the earlier and the current state', async () => {
    const scene = await newPipeline();
    const [still, moved, back, dear, cheap, late, soon, won, lost, left] = [
      await newDeal(scene),
      await newDeal(scene),
      await newDeal(scene, { stageId: scene.stage['Set aside'] }),
      await newDeal(scene),
      await newDeal(scene),
      await newDeal(scene, { expectedCloseDate: '2027-01-01' }),
      await newDeal(scene, { expectedCloseDate: '2027-01-01' }),
      await newDeal(scene),
      await newDeal(scene),
      await newDeal(scene),
    ];
    const since = await moment();
    await newDeal(scene, { value: '7.00' });
    await act(moved, 'move', { stageId: scene.stage['Offered'] });
    await act(back, 'move', { stageId: scene.stage['Asked'] });
    const patch = (deal: DealView, patch: object) => app.admin.patch(`/deals/${deal.id}`).send(patch).expect(200);
    await patch(dear, { value: '130.00' });
    await patch(cheap, { value: '60.00' });
    await patch(late, { expectedCloseDate: '2027-02-01' });
    await patch(soon, { expectedCloseDate: '2026-12-24' });
    await patch(still, { title: 'Another name' });
    await act(won, 'win');
    await act(lost, 'lose', { lostReason: 'Too dear' });
    await act(left, 'abandon');
    const { changes } = (await app.admin.get(`${scene.at}/changes`).query({ since }).expect(200))
      .body as PipelineChangesView;
    expect(
      Object.fromEntries(
        changes
          .filter(({ totals }) => totals.length > 0)
          .map(({ kind, totals }) => [kind, totals.map(({ count, value }) => [count, value])]),
      ),
    ).toEqual({
      new: [[1, '7.00']],
      won: [[1, '100.00']],
      lost: [[1, '100.00']],
      abandoned: [[1, '100.00']],
      moved_forward: [[1, '100.00']],
      moved_back: [[1, '100.00']],
      value_up: [[1, '30.00']],
      value_down: [[1, '40.00']],
      slipped: [[1, '100.00']],
      pulled_in: [[1, '100.00']],
    });
    const page = async (query: object) =>
      (
        await app.admin
          .get(`${scene.at}/changed-deals`)
          .query({ since, ...query })
          .expect(200)
      ).body as { data: ChangedDealView[]; pageInfo: { nextCursor: string | null } };
    const all: ChangedDealView[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { data, pageInfo } = await page({ limit: 3, ...(cursor && { cursor }) });
      all.push(...data);
      cursor = pageInfo.nextCursor;
    }
    expect(all.map(({ id }) => id)).toEqual([
      left.id,
      lost.id,
      won.id,
      soon.id,
      late.id,
      cheap.id,
      dear.id,
      back.id,
      moved.id,
      expect.any(String),
    ]);
    expect((await page({ kind: 'value_up' })).data).toMatchObject([
      { id: dear.id, kinds: ['value_up'], was: { value: '100.00', status: 'open' }, is: { value: '130.00' } },
    ]);
    expect((await page({ kind: 'new' })).data).toMatchObject([
      { was: null, kinds: ['new'], is: { value: '7.00', probability: 20 } },
    ]);
    expect(
      (await (await app.as('sales')).get(`${scene.at}/changed-deals`).query({ since }).expect(200)).body.data,
    ).toEqual([]);
    await app.admin.get(`${scene.at}/changes`).expect(400);
  });
});

describe('a stage with deals', () => {
  it('is retired and moves all its deals in one request, each with an event', async () => {
    const scene = await newPipeline();
    const deals = [await newDeal(scene), await newDeal(scene, { probability: 77 }), await newDeal(scene)];
    await act(deals[2] as DealView, 'abandon');
    const at = `/pipeline-stages/${scene.stage['Asked']}`;
    expect((await app.admin.delete(at).expect(409)).body.code).toBe('stage-in-use');
    expect((await app.admin.patch(at).send({ kind: 'won' }).expect(409)).body.code).toBe('stage-holds-deals');
    expect((await app.admin.post(`${at}/retire`).send({}).expect(409)).body.code).toBe('stage-holds-deals');
    expect((await app.admin.delete(scene.at).expect(409)).body.code).toBe('pipeline-in-use');
    expect(
      (await app.admin.post(`${at}/retire`).send({ toStageId: scene.stage['Offered'] }).expect(200)).body,
    ).toMatchObject({ moved: 3, jobId: null, toStageId: scene.stage['Offered'], stage: { isActive: false } });
    const moved = await Promise.all(
      deals.map(async ({ id }) => (await app.admin.get(`/deals/${id}`).expect(200)).body as DealView),
    );
    expect(
      moved.map(({ stageId, status, probability, hasOwnProbability }) => [
        stageId === scene.stage['Offered'],
        status,
        probability,
        hasOwnProbability,
      ]),
    ).toEqual([
      [true, 'open', 50, false],
      [true, 'open', 50, false],
      [true, 'abandoned', 0, false],
    ]);
    const { rows } = await app.db.query<{ n: number }>(
      `select count(*)::int as n from events where type = 'deal.stage_changed'
        and payload -> 'object' ->> 'pipelineId' = $1`,
      [scene.id],
    );
    expect(rows[0]?.n).toBe(3);
    expect((await app.admin.delete(at).expect(409)).body.code).toBe('stage-in-use');
    expect((await boardOf(scene)).columns.map(({ stage }) => stage.name)).not.toContain('Asked');
    await app.admin
      .post('/deals')
      .send({ title: 'Late', pipelineId: scene.id, stageId: scene.stage['Asked'] })
      .expect(422);
  });

  const ended = async (jobId: string): Promise<{ status: string; progress: object }> => {
    let job = { status: 'waiting', progress: {} };
    while (['waiting', 'running'].includes(job.status)) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      job = (await app.admin.get(`/jobs/${jobId}`).expect(200)).body as typeof job;
    }
    return job;
  };

  it('moves more than a thousand deals by a job', async () => {
    const scene = await newPipeline();
    await app.db.query(
      `insert into deals (title, value, currency, pipeline_id, stage_id, probability)
        select 'Deal ' || n, 10, 'EUR', $1, $2, 20 from generate_series(1, 1001) n`,
      [scene.id, scene.stage['Asked']],
    );
    const { body } = await app.admin
      .post(`/pipeline-stages/${scene.stage['Asked']}/retire`)
      .send({ toStageId: scene.stage['Offered'] })
      .expect(200);
    expect(body).toMatchObject({ moved: 0, jobId: expect.any(String), stage: { isActive: false } });
    expect(await ended(body.jobId)).toMatchObject({ status: 'succeeded', progress: { done: 1001, total: 1001 } });
    expect(column(await boardOf(scene), 'Offered').totals).toEqual([
      { currency: 'EUR', count: 1001, value: '10010.00', weightedValue: '5005.00' },
    ]);
    const { body: likelier } = await app.admin
      .patch(`/pipeline-stages/${scene.stage['Offered']}`)
      .send({ probability: 60 })
      .expect(200);
    expect(likelier).toMatchObject({ id: scene.stage['Offered'], probability: 60, jobId: expect.any(String) });
    expect(await ended(likelier.jobId)).toMatchObject({ status: 'succeeded', progress: { done: 1001, total: 1001 } });
    expect(column(await boardOf(scene), 'Offered').totals).toMatchObject([{ weightedValue: '6006.00' }]);
    expect(
      (await app.admin.patch(`/pipeline-stages/${scene.stage['Offered']}`).send({ name: 'Offered again' }).expect(200))
        .body.jobId,
    ).toBeNull();
  }, 60_000);

  it('updates the deals that use its probability, and no others', async () => {
    const scene = await newPipeline();
    const [follows, own, closed] = [
      await newDeal(scene),
      await newDeal(scene, { probability: 77 }),
      await newDeal(scene),
    ];
    await act(closed, 'abandon');
    await app.admin.patch(`/pipeline-stages/${scene.stage['Asked']}`).send({ probability: 30 }).expect(200);
    const after = await Promise.all(
      [follows, own, closed].map(async ({ id }) => (await app.admin.get(`/deals/${id}`).expect(200)).body as DealView),
    );
    expect(after.map(({ probability, version }) => [probability, version])).toEqual([
      [30, 2],
      [77, 1],
      [0, 2],
    ]);
    expect(column(await boardOf(scene), 'Asked').totals).toEqual([
      { currency: 'EUR', count: 2, value: '200.00', weightedValue: '107.00' },
    ]);
  });
});

describe('after many concurrent writes', () => {
  const same = async (summary: string, plain: string): Promise<void> =>
    expect((await app.db.query(summary)).rows).toEqual((await app.db.query(plain)).rows);

  it('the totals equal the deals to the cent', async () => {
    const scenes = [await newPipeline(), await newPipeline()] as const;
    const people = [(await app.as('sales')).userId, (await app.as('sales')).userId, null];
    const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
    const deals = await Promise.all(
      Array.from({ length: 12 }, () =>
        newDeal(any(scenes), {
          ownerId: any(people),
          value: any(['0.01', '99.99', '12345.67', null]),
          currency: any(['EUR', 'CHF']),
        }),
      ),
    );
    const open = ['Asked', 'Offered', 'Set aside'];
    const wild = async (): Promise<readonly [number, string | undefined]> => {
      const id = any(deals).id;
      const scene = any(scenes);
      const writes = [
        () => app.admin.post(`/deals/${id}/move`).send({ stageId: scene.stage[any(open)] }),
        () => app.admin.post(`/deals/${id}/move`).send({ stageId: scene.stage[any(open)] }),
        () =>
          app.admin.patch(`/deals/${id}`).send({
            value: any(['0.03', '777.77', null]),
            currency: any(['EUR', 'CHF']),
            expectedCloseDate: any(['2027-01-15', '2027-02-15', null]),
          }),
        () => app.admin.patch(`/deals/${id}`).send({ probability: any([0, 33, 100, null]) }),
        () => app.admin.post(`/deals/${id}/${any(['win', 'abandon'])}`).send({}),
        () => app.admin.post(`/deals/${id}/lose`).send({ lostReason: 'Too dear' }),
        () => app.admin.post(`/deals/${id}/reopen`).send({}),
        () => app.admin.post(`/deals/${id}/assign`).send({ ownerId: any(people) }),
        () => app.admin.delete(`/deals/${id}`),
        () => app.admin.post(`/deals/${id}/restore`).send(),
        () => app.admin.patch(`/pipeline-stages/${scene.stage['Asked']}`).send({ probability: any([5, 25, 45]) }),
      ];
      const { status, body } = await any(writes)();
      return [status, body?.code as string | undefined] as const;
    };
    const statuses: (readonly [number, string | undefined])[] = [];
    for (let round = 0; round < 4; round += 1) statuses.push(...(await Promise.all(Array.from({ length: 30 }, wild))));
    expect(statuses.filter(([status]) => status >= 500)).toEqual([]);
    expect(statuses.filter(([status]) => status < 300).length).toBeGreaterThan(30);
    await same(
      `
      select stage_id, month, status, currency, sum(count)::int as count, sum(value)::numeric(20,2) as value,
        sum(weighted_value)::numeric(20,2) as weighted
      from deal_day_totals where day = 'infinity' group by 1, 2, 3, 4
      having sum(count) <> 0 or sum(value) <> 0 or sum(weighted_value) <> 0 order by 1, 2, 3, 4`,
      `
      select stage_id,
        case when status = 'open' then coalesce(date_trunc('month', expected_close_date)::date, '9999-12-01')
          else date_trunc('month', closed_at at time zone 'UTC')::date end as month,
        status, currency, count(*)::int as count, sum(coalesce(value, 0))::numeric(20,2) as value,
        sum(coalesce(weighted_value, 0))::numeric(20,2) as weighted
      from deals where deleted_at is null group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    );
    // The current board equals the board as of now.
    for (const scene of scenes) {
      const then = await moment();
      const sums = (board: BoardView) =>
        board.columns.filter(({ count }) => count.count > 0).map(({ stage, totals }) => [stage.name, totals]);
      expect(sums(await boardOf(scene, { asOf: then }))).toEqual(sums(await boardOf(scene)));
    }
  }, 60_000);

  interface State {
    deal: string;
    at: string;
    pipeline: string;
    rank: string;
    status: string;
    value: string | null;
    currency: string;
    day: string | null;
    isDeleted: boolean;
    owner: string | null;
  }
  /** Computes the kinds of change from the history of a deal alone. */
  const judge = (states: readonly State[], pipeline: string, since: string): string[] => {
    const [now, then] = [states.at(-1) as State, states.findLast(({ at }) => at <= since)];
    const was = then?.pipeline === pipeline && !then.isDeleted ? then : undefined;
    const [worth, wasWorth] = [Number(now.value ?? 0), Number(was?.value ?? 0)];
    const isActive = !now.isDeleted;
    const holds: Record<string, boolean | undefined> = {
      new: !was && isActive,
      deleted: was && !isActive,
      reopened: was && was.status !== 'open' && now.status === 'open' && isActive,
      ...Object.fromEntries(
        ['won', 'lost', 'abandoned'].map((status) => [
          status,
          now.status === status && was?.status !== status && isActive,
        ]),
      ),
      moved_forward: was && was.status === 'open' && now.status === 'open' && now.rank > was.rank && isActive,
      moved_back: was && was.status === 'open' && now.status === 'open' && now.rank < was.rank && isActive,
      value_up: was && was.currency === now.currency && worth > wasWorth && isActive,
      value_down: was && was.currency === now.currency && worth < wasWorth && isActive,
      slipped: was?.day && now.day && now.day > was.day && isActive ? true : undefined,
      pulled_in: was?.day && now.day && now.day < was.day && isActive ? true : undefined,
    };
    return Object.keys(holds)
      .filter((kind) => holds[kind])
      .toSorted();
  };

  it('changes since any moment equal the histories of visible deals', async () => {
    const seller = await app.as('sales');
    const [here, there] = [await newPipeline(), await newPipeline()];
    const [wanders, returns, comesBack, goes] = [
      await newDeal(here),
      await newDeal(there),
      await newDeal(here),
      await newDeal(here),
    ];
    await act(wanders, 'move', { stageId: there.stage['Asked'] });
    await act(returns, 'move', { stageId: here.stage['Offered'] });
    await app.admin.delete(`/deals/${comesBack.id}`).expect(204);
    await act(returns, 'move', { stageId: there.stage['Set aside'] });
    await app.admin.post(`/deals/${comesBack.id}/restore`).expect(200);
    await app.admin.delete(`/deals/${goes.id}`).expect(204);
    await act(wanders, 'move', { stageId: here.stage['Offered'] });
    // Some deals get another owner. The visibility of their earlier states follows the new owner.
    const { rows: input } = await app.db.query<{ id: string }>(
      'select id from deals where deleted_at is null order by md5(id::text) limit 30',
    );
    for (const { id } of [...input, wanders, comesBack])
      await app.admin.post(`/deals/${id}/assign`).send({ ownerId: seller.userId }).expect(200);
    const { rows } = await app.db.query<State>(`
      select s.deal_id as deal, to_char(s.valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        as at, s.pipeline_id as pipeline, t.rank, s.status, s.value::text, s.currency, s.expected_close_date::text
        as day, s.is_deleted as "isDeleted", d.owner_id as owner
      from deal_states s join deals d on d.id = s.deal_id join pipeline_stages t on t.id = s.stage_id
        order by s.deal_id, s.valid_from`);
    const histories = [...Map.groupBy(rows, ({ deal }) => deal).values()];
    const pipelines = [
      ...new Set([
        here.id,
        there.id,
        ...rows.filter(({ owner }) => owner === seller.userId).map(({ pipeline }) => pipeline),
      ]),
    ];
    let reported = 0;
    for (const pipeline of pipelines) {
      const moments = [...new Set(rows.filter((state) => state.pipeline === pipeline).map(({ at }) => at))].toSorted();
      for (const since of new Set(
        [0, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9].map((part) => moments[Math.floor(part * moments.length)] as string),
      )) {
        for (const who of [app.admin, seller]) {
          const among = histories.filter(
            (states) =>
              states.at(-1)?.pipeline === pipeline &&
              states.some(({ at, pipeline: position }) => position === pipeline && at > since) &&
              (who === app.admin || states[0]?.owner === seller.userId),
          );
          const expected: Record<string, string[]> = Object.fromEntries(
            among
              .map((states) => [states[0]?.deal ?? '', judge(states, pipeline, since)] as const)
              .filter(([, kinds]) => kinds.length > 0),
          );
          const found: ChangedDealView[] = [];
          for (let cursor: string | null | undefined; cursor !== null;) {
            const { body } = await who
              .get(`/pipelines/${pipeline}/changed-deals`)
              .query({ since, limit: 100, ...(cursor && { cursor }) })
              .expect(200);
            found.push(...(body.data as ChangedDealView[]));
            cursor = body.pageInfo.nextCursor as string | null;
          }
          expect(Object.fromEntries(found.map(({ id, kinds }) => [id, kinds.toSorted()]))).toEqual(expected);
          const { changes } = (await who.get(`/pipelines/${pipeline}/changes`).query({ since }).expect(200))
            .body as PipelineChangesView;
          for (const { kind, totals } of changes)
            expect([kind, totals.reduce((sum, { count }) => sum + count, 0)]).toEqual([
              kind,
              Object.values(expected).filter((kinds) => kinds.includes(kind)).length,
            ]);
          reported += found.length;
        }
      }
    }
    expect(reported).toBeGreaterThan(100);
  }, 60_000);
});
