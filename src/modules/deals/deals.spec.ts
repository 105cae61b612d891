import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import { checkSums } from '../../demo/totals.js';

interface Deal {
  id: string;
  version: number;
  stageId: string;
  pipelineId: string;
  status: string;
  probability: number;
  weightedValue: string | null;
  [field: string]: unknown;
}
interface StageStay {
  stageId: string;
  enteredAt: string;
  leftAt: string | null;
  seconds: number;
  by: { id: string } | null;
}

let app: TestApp;
let admin: Caller;
let stages: Record<string, string>;
let other: { pipelineId: string; open: string; next: string; won: string; lost: string };
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
  stages = Object.fromEntries(
    (await app.db.query<{ id: string; name: string }>('select id, name from pipeline_stages')).rows.map(
      ({ id, name }) => [name, id],
    ),
  );
  const pipelineId = await idOf(`insert into pipelines (name, rank) values ('Partners', 2) returning id`);
  const stage = (name: string, rank: number, kind: string, probability: number) =>
    idOf(
      `insert into pipeline_stages (pipeline_id, name, rank, kind, probability) values ($1, $2, $3, $4, $5)
        returning id`,
      [pipelineId, name, rank, kind, probability],
    );
  other = {
    pipelineId,
    open: await stage('Met', 1, 'open', 30),
    next: await stage('Agreed', 2, 'open', 70),
    won: await stage('Won', 3, 'won', 100),
    lost: await stage('Lost', 4, 'lost', 0),
  };
});
afterAll(() => app.close());

const idOf = async (statement: string, values: readonly unknown[] = []): Promise<string> =>
  (await app.db.query<{ id: string }>(statement, [...values])).rows[0]?.id ?? '';
const machine = (more: object = {}) => ({ title: 'Calculating machine', value: '1000.00', ...more });
const aDeal = async (more: object = {}, who: Caller = admin): Promise<Deal> =>
  (await who.post('/deals').send(machine(more)).expect(201)).body as Deal;
const to = (name: string): string => stages[name] ?? '';
const act = async ({ id }: { id: string }, what: string, body: object = {}, status = 200) =>
  (await admin.post(`/deals/${id}/${what}`).send(body).expect(status)).body as Deal & {
    code: string;
    errors: { pointer: string; code: string }[];
  };
const move = (deal: { id: string }, name: string) => act(deal, 'move', { stageId: to(name) });
const visits = async ({ id }: { id: string }): Promise<StageStay[]> =>
  (await admin.get(`/deals/${id}/stages`).expect(200)).body.data as StageStay[];
const eventsOf = async (id: string) =>
  (
    await app.db.query<{ type: string; payload: Record<string, unknown> & { changedFields: string[] } }>(
      'select type, payload from events where resource_id = $1 order by sequence',
      [id],
    )
  ).rows;
const back = (id: string, days: number) =>
  app.db.query(
    `update deals set stage_entered_at = stage_entered_at - make_interval(days => $2), created_at = created_at
      - make_interval(days => $2) where id = $1`,
    [id, days],
  );

/** Compares the stored totals of board and forecast with a new count of the deals. Returns the differences. */
async function drift(): Promise<unknown[]> {
  const { rows } = await app.db.query(`
    with stage_now as (select stage_id, currency, count(*) n, sum(coalesce(value, 0)) v, sum(coalesce(weighted_value,
      0)) w from deals where deleted_at is null and status <> 'abandoned' group by 1, 2),
      stage_kept as (select stage_id, currency, sum(count) n, sum(value) v, sum(weighted_value) w from deal_day_totals
        where day = 'infinity' and status <> 'abandoned' group by 1, 2),
      status_now as (select pipeline_id, status, currency, count(*) n, sum(coalesce(value, 0)) v,
        sum(coalesce(weighted_value, 0)) w from deals where deleted_at is null group by 1, 2, 3),
      status_kept as (select pipeline_id, status, currency, sum(count) n, sum(value) v, sum(weighted_value) w
        from deal_day_totals where day = 'infinity' group by 1, 2, 3)
    select 'stage' as what, to_json(k) as kept, to_json(s) as counted from stage_now s full join stage_kept k
      using (stage_id, currency) where (coalesce(s.n, 0), coalesce(s.v, 0), coalesce(s.w, 0)) <> (coalesce(k.n, 0),
      coalesce(k.v, 0), coalesce(k.w, 0))
    union all select 'status', to_json(k), to_json(s) from status_now s full join status_kept k
      using (pipeline_id, status, currency) where (coalesce(s.n, 0), coalesce(s.v, 0), coalesce(s.w, 0))
      <> (coalesce(k.n, 0), coalesce(k.v, 0), coalesce(k.w, 0))`);
  return rows;
}

describe('creating a deal', () => {
  it('returns the same record as a later read', async () => {
    const created = await admin
      .post('/deals')
      .send(
        machine({
          value: '12345.5',
          tags: ['vip'],
          externalIds: { hubspot: 'd1' },
          expectedCloseDate: '2027-03-31',
          priority: 'high',
          probability: 33,
          description: 'By spring',
        }),
      )
      .expect(201);
    expect((await admin.get(`/deals/${created.body.id}`).expect(200)).body).toEqual(created.body);
    expect(created.headers['location']).toBe(`/api/v1/deals/${created.body.id}`);
    expect(created.headers['etag']).toBe('"1"');
    expect(created.body).toMatchObject({
      status: 'open',
      stageId: to('New'),
      currency: 'USD',
      value: '12345.50',
      weightedValue: '4074.02',
      probability: 33,
      hasOwnProbability: true,
      isRotting: false,
      closedAt: null,
    });
    expect(Date.parse(created.body.rotsAt) - Date.parse(created.body.stageEnteredAt)).toBe(14 * 86_400_000);
    expect((await eventsOf(created.body.id)).map(({ type }) => type)).toEqual(['deal.created']);
  });

  it.each(['0.01', '0.05', '999999999999.99', '7'])(
    'computes the weighted value of %s like the database',
    async (value) => {
      const created = await aDeal({ value, probability: 50 });
      expect((await admin.get(`/deals/${created.id}`).expect(200)).body.weightedValue).toBe(created.weightedValue);
    },
  );

  it('starts in the first open stage of the pipeline, or in the given stage', async () => {
    expect(await aDeal({ pipelineId: other.pipelineId })).toMatchObject({ stageId: other.open, probability: 30 });
    expect(await aDeal({ stageId: other.next })).toMatchObject({
      pipelineId: other.pipelineId,
      probability: 70,
      hasOwnProbability: false,
    });
  });

  it('is rejected for other stages', async () => {
    const rejected = async (body: object) =>
      (await admin.post('/deals').send(machine(body)).expect(422)).body.errors.map(
        ({ pointer, code }: { pointer: string; code: string }) => [pointer, code],
      );
    expect(await rejected({ stageId: randomUUID() })).toEqual([['#/stageId', 'unknown-stage']]);
    expect(await rejected({ pipelineId: randomUUID() })).toEqual([['#/pipelineId', 'unknown-pipeline']]);
    expect(await rejected({ pipelineId: other.pipelineId, stageId: to('New') })).toEqual([
      ['#/stageId', 'stage-of-other-pipeline'],
    ]);
    expect(await rejected({ stageId: to('Closed Won') })).toEqual([['#/stageId', 'stage-not-open']]);
    const retired = await idOf(
      `insert into pipeline_stages (pipeline_id, name, rank, is_active) values ($1, 'Over', 9, false) returning id`,
      [other.pipelineId],
    );
    expect(await rejected({ stageId: retired })).toEqual([['#/stageId', 'stage-retired']]);
    const deal = await aDeal();
    expect((await act(deal, 'move', { stageId: retired }, 422)).errors).toEqual([
      expect.objectContaining({ pointer: '#/stageId', code: 'stage-retired' }),
    ]);
  });

  it.each([
    [{ title: '' }, '#/title'],
    [{ value: 12 }, '#/value'],
    [{ value: '-1' }, '#/value'],
    [{ currency: null }, '#/currency'],
    [{ probability: 101 }, '#/probability'],
    [{ priority: 'urgent' }, '#/priority'],
    [{ expectedCloseDate: '2026-02-30' }, '#/expectedCloseDate'],
    [{ companyId: randomUUID() }, '#/companyId'],
    [{ contactId: randomUUID() }, '#/contactId'],
    [{ leadId: randomUUID() }, '#/leadId'],
    [{ ownerId: randomUUID() }, '#/ownerId'],
  ])('rejects %j with its location', async (field, pointer) => {
    const { body } = await admin.post('/deals').send(machine(field)).expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it.each([
    'status',
    'weightedValue',
    'closedAt',
    'stageEnteredAt',
    'wonReason',
    'lostReason',
    'hasOwnProbability',
    'isRotting',
  ])('rejects %s as unknown', async (field) => {
    await admin
      .post('/deals')
      .send(machine({ [field]: 'x' }))
      .expect(400);
    await admin
      .patch(`/deals/${(await aDeal()).id}`)
      .send({ [field]: 'x' })
      .expect(400);
  });

  it('cannot change stage, pipeline or owner by PATCH', async () => {
    const { id } = await aDeal();
    for (const field of ['stageId', 'pipelineId', 'ownerId', 'teamId'])
      await admin
        .patch(`/deals/${id}`)
        .send({ [field]: to('Proposal') })
        .expect(400);
  });
});

describe('moving through the stages', () => {
  it('uses the probability of each stage, and an own probability until the next move', async () => {
    const deal = await aDeal();
    expect(deal.probability).toBe(10);
    const own = (await admin.patch(`/deals/${deal.id}`).send({ probability: 55 }).expect(200)).body as Deal;
    expect(own).toMatchObject({ probability: 55, hasOwnProbability: true, weightedValue: '550.00' });
    expect(await move(deal, 'New')).toMatchObject({ probability: 55, hasOwnProbability: true, version: own.version });
    expect(await move(deal, 'Qualified')).toMatchObject({
      probability: 40,
      hasOwnProbability: false,
      weightedValue: '400.00',
    });
    await admin.patch(`/deals/${deal.id}`).send({ probability: 0 }).expect(200);
    expect((await admin.patch(`/deals/${deal.id}`).send({ probability: null }).expect(200)).body).toMatchObject({
      probability: 40,
      hasOwnProbability: false,
    });
  });

  it('stores every stage visit, also repeated ones', async () => {
    const deal = await aDeal();
    await back(deal.id, 3);
    await app.db.query(`update deal_stage_changes set changed_at = changed_at - interval '3 days' where deal_id = $1`, [
      deal.id,
    ]);
    await move(deal, 'Contacted');
    await move(deal, 'New');
    await move(deal, 'Contacted');
    const method = await visits(deal);
    expect(method.map(({ stageId }) => stageId)).toEqual(['New', 'Contacted', 'New', 'Contacted'].map(to));
    expect(method[0]?.seconds).toBeGreaterThanOrEqual(3 * 86_400);
    expect(method[0]?.seconds).toBeLessThan(3 * 86_400 + 60);
    expect(method.slice(0, -1).map(({ leftAt }) => leftAt)).toEqual(method.slice(1).map(({ enteredAt }) => enteredAt));
    expect(method.at(-1)?.leftAt).toBeNull();
    expect(method.every(({ by }) => by !== null)).toBe(true);
    const [, first] = await eventsOf(deal.id);
    expect(first).toMatchObject({
      type: 'deal.stage_changed',
      payload: { fromStageId: to('New'), toStageId: to('Contacted'), seconds: method[0]?.seconds },
    });
  });

  it('works between pipelines', async () => {
    const deal = await aDeal();
    expect(await act(deal, 'move', { stageId: other.next })).toMatchObject({
      pipelineId: other.pipelineId,
      stageId: other.next,
      probability: 70,
    });
    expect(await act(deal, 'win')).toMatchObject({ stageId: other.won, status: 'won' });
    expect(await act(deal, 'reopen')).toMatchObject({ stageId: other.next, status: 'open', probability: 70 });
    expect(await drift()).toEqual([]);
  });

  it('closes deals only by their own operations: other moves are rejected with a hint', async () => {
    const deal = await aDeal();
    for (const name of ['Closed Won', 'Closed Lost'])
      expect((await act(deal, 'move', { stageId: to(name) }, 409)).code).toBe('stage-closes-deal');
    expect(await visits(deal)).toHaveLength(1);
  });

  it('counts the days until rotting from the stage entry', async () => {
    const old = await aDeal({ title: 'Rot old' });
    await back(old.id, 15);
    const moved = await aDeal({ title: 'Rot moved' });
    await back(moved.id, 200);
    await move(moved, 'Contacted');
    const young = await aDeal({ title: 'Rot young' });
    await back(young.id, 13);
    const never = await aDeal({ title: 'Rot never', stageId: other.open });
    await back(never.id, 900);
    const listed = async (query: object) =>
      (
        (
          await admin
            .get('/deals')
            .query({ q: 'rot', ...query })
            .expect(200)
        ).body.data as { title: string }[]
      )
        .map(({ title }) => title)
        .sort();
    expect(await listed({ isRotting: true })).toEqual(['Rot old']);
    expect(await listed({ isRotting: false })).toEqual(['Rot moved', 'Rot never', 'Rot young']);
    expect((await admin.get(`/deals/${never.id}`).expect(200)).body).toMatchObject({ rotsAt: null, isRotting: false });
    const facet = (
      await admin
        .post('/deals/facets')
        .send({ q: 'rot', facets: ['isRotting'] })
        .expect(200)
    ).body.facets[0].values as { value: string; count: number }[];
    expect(Object.fromEntries(facet.map(({ value, count }) => [value, count]))).toEqual({ true: 1, false: 3 });
    expect(await move(old, 'Contacted')).toMatchObject({ isRotting: false });
    await back(old.id, 30);
    expect(await act(old, 'lose', { lostReason: 'Late' })).toMatchObject({ isRotting: false, rotsAt: null });
  });
});

describe('closing a deal', () => {
  it('counts a won deal fully', async () => {
    const deal = await aDeal({ probability: 12 });
    const won = await act(deal, 'win', { wonReason: 'Better support' });
    expect(won).toMatchObject({
      status: 'won',
      stageId: to('Closed Won'),
      probability: 100,
      hasOwnProbability: false,
      weightedValue: '1000.00',
      wonReason: 'Better support',
    });
    expect(won['closedAt']).not.toBeNull();
    expect((await eventsOf(deal.id)).map(({ type }) => type)).toEqual(['deal.created', 'deal.won']);
  });

  it('never counts a lost deal, which needs a reason', async () => {
    const deal = await aDeal({ probability: 90 });
    expect(new Set((await act(deal, 'lose', {}, 422)).errors.map(({ pointer }) => pointer))).toEqual(
      new Set(['#/lostReason']),
    );
    await act(deal, 'lose', { lostReason: '  ' }, 422);
    expect(await act(deal, 'lose', { lostReason: 'Too expensive' })).toMatchObject({
      status: 'lost',
      stageId: to('Closed Lost'),
      probability: 0,
      weightedValue: '0.00',
      lostReason: 'Too expensive',
    });
    expect((await admin.patch(`/deals/${deal.id}`).send({ probability: 50 }).expect(409)).body.code).toBe(
      'deal-closed',
    );
    expect((await admin.patch(`/deals/${deal.id}`).send({ value: '5000.00' }).expect(200)).body.weightedValue).toBe(
      '0.00',
    );
  });

  it('leaves an abandoned deal in its stage, without totals', async () => {
    const deal = await aDeal({ stageId: to('Proposal') });
    const inStage = async () =>
      (
        await app.db.query<{ n: number }>(
          `select coalesce(sum(count), 0)::int as n from deal_day_totals where day = 'infinity'
            and status <> 'abandoned' and stage_id = $1`,
          [to('Proposal')],
        )
      ).rows[0]?.n ?? 0;
    const before = await inStage();
    expect(await act(deal, 'abandon', { reason: 'Nobody answers' })).toMatchObject({
      status: 'abandoned',
      stageId: to('Proposal'),
      probability: 0,
      weightedValue: '0.00',
      lostReason: 'Nobody answers',
    });
    expect(await inStage()).toBe(before - 1);
    expect(await act(deal, 'reopen')).toMatchObject({
      status: 'open',
      stageId: to('Proposal'),
      probability: 60,
      lostReason: null,
      closedAt: null,
    });
    expect(await inStage()).toBe(before);
    expect(await visits(deal)).toHaveLength(1);
    expect((await eventsOf(deal.id)).map(({ type }) => type)).toEqual([
      'deal.created',
      'deal.abandoned',
      'deal.reopened',
    ]);
  });

  it('is rejected for a closed deal, which must be reopened first', async () => {
    const deal = await aDeal();
    await act(deal, 'win');
    for (const [what, body] of [
      ['win', {}],
      ['lose', { lostReason: 'x' }],
      ['abandon', {}],
      ['move', { stageId: to('New') }],
    ] as const)
      expect((await act(deal, what, body, 409)).code).toBe('deal-closed');
    expect((await act(await aDeal(), 'reopen', {}, 409)).code).toBe('deal-open');
  });

  it('is undone by reopening into the last open or the given stage, without reasons and with its history', async () => {
    const deal = await aDeal();
    await move(deal, 'Negotiation');
    await act(deal, 'lose', { lostReason: 'Too expensive' });
    expect(await act(deal, 'reopen')).toMatchObject({
      status: 'open',
      stageId: to('Negotiation'),
      probability: 80,
      closedAt: null,
      lostReason: null,
    });
    await act(deal, 'win', { wonReason: 'Cheaper now' });
    expect((await act(deal, 'reopen', { stageId: to('Closed Lost') }, 409)).code).toBe('stage-closes-deal');
    expect(await act(deal, 'reopen', { stageId: to('Qualified') })).toMatchObject({
      stageId: to('Qualified'),
      wonReason: null,
    });
    expect((await visits(deal)).map(({ stageId }) => stageId)).toEqual(
      ['New', 'Negotiation', 'Closed Lost', 'Negotiation', 'Closed Won', 'Qualified'].map(to),
    );
  });
});

describe('at the same time', () => {
  it('two concurrent moves add two stage visits, and the totals are right', async () => {
    for (let round = 0; round < 5; round += 1) {
      const deal = await aDeal();
      await Promise.all([move(deal, 'Qualified'), move(deal, 'Proposal')]);
      const method = await visits(deal);
      expect(method).toHaveLength(3);
      expect(method.slice(0, -1).map(({ leftAt }) => leftAt)).toEqual(
        method.slice(1).map(({ enteredAt }) => enteredAt),
      );
      expect(((await admin.get(`/deals/${deal.id}`).expect(200)).body as Deal).stageId).toBe(method.at(-1)?.stageId);
    }
    expect(await drift()).toEqual([]);
  });

  it('concurrent winning and losing: one succeeds', async () => {
    for (let round = 0; round < 5; round += 1) {
      const deal = await aDeal();
      const answers = await Promise.all([
        admin.post(`/deals/${deal.id}/win`).send({}),
        admin.post(`/deals/${deal.id}/lose`).send({ lostReason: 'x' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await visits(deal)).toHaveLength(2);
    }
    expect(await drift()).toEqual([]);
  });

  it('many concurrent steps of many deals leave right totals', async () => {
    const deals = await Promise.all(
      Array.from({ length: 8 }, (_, at) => aDeal({ value: `${at}00.50`, currency: at % 2 ? 'EUR' : 'USD' })),
    );
    const steps = deals.flatMap((deal, at) => [
      admin.post(`/deals/${deal.id}/move`).send({ stageId: to('Proposal') }),
      admin.patch(`/deals/${deal.id}`).send({ value: `${at}.25` }),
      admin.post(`/deals/${deal.id}/${at % 2 ? 'win' : 'abandon'}`).send({}),
      admin.delete(`/deals/${deal.id}`),
    ]);
    for (const { status } of await Promise.all(steps)) expect([200, 204, 404, 409, 503]).toContain(status);
    expect(await drift()).toEqual([]);
  });

  it('a move with an outdated version returns 412', async () => {
    const deal = await aDeal();
    await admin.patch(`/deals/${deal.id}`).send({ title: 'Newer' }).expect(200);
    for (const [what, body] of [
      ['move', { stageId: to('Proposal') }],
      ['win', {}],
      ['lose', { lostReason: 'x' }],
      ['abandon', {}],
    ] as const) {
      expect(
        (await admin.post(`/deals/${deal.id}/${what}`).set('If-Match', '"1"').send(body).expect(412)).body.code,
      ).toBe('stale-version');
    }
    expect(
      (await admin.patch(`/deals/${deal.id}`).set('If-Match', '"1"').send({ title: 'Mine' }).expect(412)).body,
    ).toMatchObject({ currentVersion: 2, differingFields: ['title'] });
  });
});

describe('linked records of a deal', () => {
  const company = (ownerId: string | null, deleted = false) =>
    idOf(
      `insert into companies (name, owner_id, deleted_at) values ('Engines ' || gen_random_uuid(), $1, $2) returning id`,
      [ownerId, deleted ? new Date() : null],
    );
  const contact = (ownerId: string | null, companyId: string | null) =>
    idOf(
      `insert into contacts (first_name, email, owner_id, company_id)
        values ('Ada', gen_random_uuid() || '@example.com', $1, $2) returning id`,
      [ownerId, companyId],
    );

  it('are included on request, if they are visible', async () => {
    const seller = await app.as('sales');
    const companyId = await company(null);
    const deal = await aDeal({ companyId, contactId: await contact(seller.userId, null), ownerId: seller.userId });
    const include = ['owner', 'team', 'company', 'contact', 'stage', 'pipeline'];
    expect((await admin.get(`/deals/${deal.id}`).query({ include }).expect(200)).body).toMatchObject({
      company: { id: companyId },
      contact: { name: 'Ada' },
      stage: { name: 'New', kind: 'open' },
      pipeline: { name: 'Sales' },
      owner: { id: seller.userId },
      team: null,
    });
    const seen = (await seller.get('/deals').query({ include }).expect(200)).body.data as Deal[];
    expect(seen).toEqual([
      expect.objectContaining({
        id: deal.id,
        companyId,
        company: null,
        contact: expect.objectContaining({ name: 'Ada' }),
      }),
    ]);
    const narrow = await app.as('admin', { scopes: ['deals:read'] });
    for (const name of ['company', 'contact', 'stage', 'pipeline'])
      await narrow.get(`/deals/${deal.id}`).query({ include: name }).expect(403);
  });

  it('must be active and visible to the caller, also in bulk and upsert', async () => {
    const seller = await app.as('sales');
    const mine = await company(seller.userId);
    for (const companyId of [await company(null), await company(seller.userId, true)]) {
      expect((await seller.post('/deals').send(machine({ companyId })).expect(422)).body.errors[0]).toMatchObject({
        pointer: '#/companyId',
        code: 'unknown-company',
      });
      await seller.put(`/deals/by-external-id/erp/${companyId}`).send(machine({ companyId })).expect(422);
      expect(
        (
          await seller
            .post('/deals/bulk')
            .send({ operations: [{ create: machine({ companyId }) }] })
            .expect(422)
        ).body.errors[0].pointer,
      ).toBe('#/operations/0/companyId');
    }
    const deal = await aDeal({ companyId: mine }, seller);
    await seller
      .patch(`/deals/${deal.id}`)
      .send({ companyId: await company(null) })
      .expect(422);
    await app.db.query('update companies set owner_id = null where id = $1', [mine]);
    expect(
      (await seller.patch(`/deals/${deal.id}`).send({ companyId: mine, title: 'Still' }).expect(200)).body.title,
    ).toBe('Still');
  });

  it('can include a contact of another company', async () => {
    const [one, two] = [await company(null), await company(null)];
    await aDeal({ companyId: one, contactId: await contact(null, two) });
  });

  it('can include the original lead', async () => {
    const lead = (await admin.post('/leads').send({ name: 'Ada', email: 'ada@deals.test' }).expect(201)).body
      .id as string;
    expect(await aDeal({ leadId: lead.toUpperCase() })).toMatchObject({ leadId: lead });
  });
});

describe('visibility of deals', () => {
  it('follows owner and team in every read', async () => {
    const [seller, stranger] = [await app.as('sales'), await app.as('sales')];
    const deal = await aDeal({ title: 'Secret machine' }, seller);
    expect(deal['ownerId']).toBe(seller.userId);
    for (const path of ['', '/history', '/stages']) await stranger.get(`/deals/${deal.id}${path}`).expect(404);
    for (const [what, body] of [
      ['move', { stageId: to('Proposal') }],
      ['win', {}],
      ['lose', { lostReason: 'x' }],
      ['abandon', {}],
      ['reopen', {}],
      ['restore', {}],
    ] as const)
      await stranger.post(`/deals/${deal.id}/${what}`).send(body).expect(404);
    await stranger.patch(`/deals/${deal.id}`).send({ title: 'Mine' }).expect(404);
    expect((await stranger.get('/deals?q=secret').expect(200)).body.data).toEqual([]);
    expect((await seller.get('/deals?q=secret').expect(200)).body.data).toHaveLength(1);
  });

  it('changes by an assignment and by a transfer', async () => {
    const [seller, heir] = [await app.as('sales'), await app.as('sales')];
    const deal = await aDeal({ ownerId: seller.userId });
    expect(await act(deal, 'assign', { ownerId: heir.userId })).toMatchObject({ ownerId: heir.userId });
    await seller.get(`/deals/${deal.id}`).expect(404);
    await heir.get(`/deals/${deal.id}`).expect(200);
    expect((await eventsOf(deal.id)).map(({ type }) => type)).toEqual(['deal.created', 'deal.assigned']);
    expect(await drift()).toEqual([]);
  });
});

describe('a deal', () => {
  it('is deleted, restored to an existing stage, and purged with its history', async () => {
    const gone = await idOf(
      `insert into pipeline_stages (pipeline_id, name, rank, probability) values ($1, 'Passing', 1.5, 45) returning id`,
      [other.pipelineId],
    );
    const deal = await aDeal({ stageId: gone });
    await admin.delete(`/deals/${deal.id}`).expect(204);
    await admin.get(`/deals/${deal.id}`).expect(404);
    await app.db.query('update pipeline_stages set is_active = false where id = $1', [gone]);
    expect(await act(deal, 'restore')).toMatchObject({ deletedAt: null, stageId: other.open, probability: 30 });
    expect((await visits(deal)).map(({ stageId }) => stageId)).toEqual([gone, other.open]);
    expect((await admin.get(`/deals/${deal.id}/history`).expect(200)).body.data.length).toBeGreaterThan(1);
    await admin.post(`/deals/${deal.id}/purge`).expect(204);
    expect(
      (
        await app.db.query(
          'select 1 from deal_stage_changes where deal_id = $1 union all select 1 from deal_states where deal_id = $1',
          [deal.id],
        )
      ).rows,
    ).toEqual([]);
    expect(await drift()).toEqual([]);
  });

  it('stays under a legal hold', async () => {
    const deal = await aDeal();
    await app.db.query(
      `insert into legal_holds (id, resource_type, record_id, reason)
        values (gen_random_uuid(), 'deals', $1, 'Dispute')`,
      [deal.id],
    );
    await admin.post(`/deals/${deal.id}/purge`).expect(409);
  });

  it('is created or updated by external id and keeps its stage', async () => {
    const put = (body: object) => admin.put('/deals/by-external-id/erp/4711').send(machine(body));
    const created = (await put({ stageId: to('Qualified') }).expect(201)).body as Deal;
    expect(
      (await put({ title: 'Again', stageId: to('New'), pipelineId: other.pipelineId }).expect(200)).body,
    ).toMatchObject({ id: created.id, title: 'Again', stageId: to('Qualified'), externalIds: { erp: '4711' } });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => admin.put('/deals/by-external-id/erp/same').send(machine())),
    );
    expect(new Set(answers.filter(({ status }) => status < 300).map(({ body }) => body.id)).size).toBe(1);
  });

  it('is changed in bulk, all operations or none', async () => {
    const [one, two] = [await aDeal(), await aDeal()];
    const operations = [
      { create: machine({ title: 'Bulk made' }) },
      { move: { id: one.id, stageId: to('Proposal') } },
      { update: { id: one.id, changes: { value: '5.00' } } },
      { win: { id: two.id } },
      { move: { id: two.id, stageId: to('New') } },
    ];
    expect((await admin.post('/deals/bulk').send({ operations }).expect(409)).body).toMatchObject({
      code: 'deal-closed',
      operation: 4,
    });
    expect((await admin.get('/deals?q=bulk').expect(200)).body.data).toEqual([]);
    const steps = [
      ...operations.slice(0, 4),
      { reopen: { id: two.id } },
      { lose: { id: two.id, lostReason: 'x' } },
      { reopen: { id: two.id } },
      { abandon: { id: two.id } },
      { assign: { id: one.id, ownerId: null } },
      { remove: { id: one.id } },
      { restore: { id: one.id } },
    ];
    const { body } = await admin.post('/deals/bulk').send({ operations: steps }).expect(200);
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual([
      201, 200, 200, 200, 200, 200, 200, 200, 200, 204, 200,
    ]);
    expect((await visits(two)).map(({ stageId }) => stageId)).toEqual(
      ['New', 'Closed Won', 'New', 'Closed Lost', 'New'].map(to),
    );
    expect(await drift()).toEqual([]);
  });

  it('is found by each filter', async () => {
    const deal = await aDeal({
      title: 'Needle',
      source: 'fair',
      priority: 'critical',
      value: '777.77',
      tags: ['haystack'],
      expectedCloseDate: '2030-01-15',
      stageId: other.next,
    });
    const found = async (query: object) =>
      (
        (
          await admin
            .get('/deals')
            .query({ q: 'needle', ...query })
            .expect(200)
        ).body.data as Deal[]
      ).map(({ id }) => id);
    for (const query of [
      { status: 'open' },
      { pipelineId: other.pipelineId },
      { stageId: other.next },
      { priority: 'critical' },
      { source: 'fair' },
      { 'value[gte]': '777.77' },
      { 'probability[lt]': 71 },
      { tags: 'haystack' },
      { 'expectedCloseDate[lte]': '2030-01-15' },
      { 'stageEnteredAt[gte]': '2020-01-01T00:00:00Z' },
      { sort: '-value' },
      { sort: 'stageEnteredAt' },
    ])
      expect([query, await found(query)]).toEqual([query, [deal.id]]);
    for (const query of [
      { status: 'won' },
      { pipelineId: randomUUID() },
      { priority: 'low' },
      { 'value[gt]': '777.77' },
      { 'closedAt[gte]': '2020-01-01T00:00:00Z' },
      { companyId: randomUUID() },
      { contactId: randomUUID() },
      { leadId: randomUUID() },
      { deleted: true },
    ])
      expect([query, await found(query)]).toEqual([query, []]);
    const filter = {
      and: [
        { field: 'title', op: 'startsWith', value: 'need' },
        { field: 'weightedValue', op: 'gt', value: '500' },
      ],
    };
    expect(
      (
        await admin
          .post('/deals/search')
          .send({ filter, include: ['stage'] })
          .expect(200)
      ).body.data,
    ).toEqual([expect.objectContaining({ id: deal.id, stage: expect.objectContaining({ name: 'Agreed' }) })]);
  });
});

describe('the stages of deals', () => {
  it('are retired and move their deals in one request, each with a stage visit and an event', async () => {
    const gone = await idOf(
      `insert into pipeline_stages (pipeline_id, name, rank, probability) values ($1, 'To be retired', 1.7, 20)
        returning id`,
      [other.pipelineId],
    );
    const deals = await Promise.all([aDeal({ stageId: gone, probability: 77 }), aDeal({ stageId: gone })]);
    const left = await aDeal({ stageId: gone });
    await act(left, 'abandon');
    const answer = await admin.post(`/pipeline-stages/${gone}/retire`).send({ toStageId: other.next });
    expect([answer.status, answer.body.moved]).toEqual([200, 3]);
    for (const { id } of deals)
      expect((await admin.get(`/deals/${id}`).expect(200)).body).toMatchObject({
        stageId: other.next,
        probability: 70,
        hasOwnProbability: false,
      });
    expect((await admin.get(`/deals/${left.id}`).expect(200)).body).toMatchObject({
      stageId: other.next,
      status: 'abandoned',
      probability: 0,
    });
    expect((await eventsOf(deals[0]?.id ?? '')).at(-1)).toMatchObject({
      type: 'deal.stage_changed',
      payload: { fromStageId: gone, toStageId: other.next },
    });
    expect(await visits(deals[0] as Deal)).toHaveLength(2);
    expect(await drift()).toEqual([]);
  });

  it('update deals without an own probability', async () => {
    const stage = await idOf(
      `insert into pipeline_stages (pipeline_id, name, rank, probability) values ($1, 'Followed', 1.8, 20) returning id`,
      [other.pipelineId],
    );
    const [follows, own] = [await aDeal({ stageId: stage }), await aDeal({ stageId: stage, probability: 5 })];
    await admin.patch(`/pipeline-stages/${stage}`).send({ probability: 25 }).expect(200);
    expect((await admin.get(`/deals/${follows.id}`).expect(200)).body).toMatchObject({
      probability: 25,
      weightedValue: '250.00',
    });
    expect((await admin.get(`/deals/${own.id}`).expect(200)).body.probability).toBe(5);
    expect(await drift()).toEqual([]);
  });
});

it('leaves counts and ownership equal to the records', async () => {
  await checkSums(app.db);
});

describe('a deal keeps', () => {
  const pipelineOf = async (): Promise<Record<string, string>> => {
    const { body } = await admin
      .post('/pipelines')
      .send({
        name: `Kept ${randomUUID()}`,
        stages: [
          { name: 'One', probability: 10 },
          { name: 'Two', probability: 20 },
          { name: 'Three', probability: 30 },
          { name: 'Four', probability: 40 },
          { name: 'Won', kind: 'won' },
          { name: 'Lost', kind: 'lost' },
        ],
      })
      .expect(201);
    const { data } = (await admin.get(`/pipelines/${body.id}/stages`).expect(200)).body as {
      data: { id: string; name: string }[];
    };
    return Object.fromEntries(data.map(({ id, name }) => [name, id]));
  };
  const retire = (from = '', toStageId = '') =>
    admin.post(`/pipeline-stages/${from}/retire`).send({ toStageId }).expect(200);

  it('a deleted deal of a retired stage is restored into the stage that received the deals', async () => {
    const own = await pipelineOf();
    const [deleted, abandoned] = [await aDeal({ stageId: own['Two'] }), await aDeal({ stageId: own['Two'] })];
    await admin.delete(`/deals/${deleted.id}`).expect(204);
    await act(abandoned, 'lose', { lostReason: 'Too dear' });
    await retire(own['Two'], own['Three']);
    await retire(own['Three'], own['Four']);
    expect((await admin.post(`/deals/${deleted.id}/restore`).expect(200)).body).toMatchObject({
      stageId: own['Four'],
      probability: 40,
    });
    expect(await act(abandoned, 'reopen')).toMatchObject({ stageId: own['Four'], probability: 40 });
  });

  it.each([
    ['lose', { lostReason: 'Too dear' }],
    ['win', {}],
    ['abandon', {}],
  ] as const)('its own probability when it is reopened after %s in the same stage', async (what, body) => {
    const deal = await aDeal({ probability: 77 });
    expect((await act(deal, what, body)).hasOwnProbability).toBe(false);
    expect(await act(deal, 'reopen')).toMatchObject({ stageId: to('New'), probability: 77, hasOwnProbability: true });
    await act(deal, what, body);
    expect(await act(deal, 'reopen', { stageId: to('Proposal') })).toMatchObject({
      probability: 60,
      hasOwnProbability: false,
    });
  });

  it.each(['patch', 'bulk', 'upsert'] as const)('its probability if %s sends the same value', async (method) => {
    const deal = await aDeal({ externalIds: { crm: method } });
    const send = {
      patch: () => admin.patch(`/deals/${deal.id}`).send({ probability: 10 }),
      bulk: () =>
        admin.post('/deals/bulk').send({ operations: [{ update: { id: deal.id, changes: { probability: 10 } } }] }),
      upsert: () => admin.put(`/deals/by-external-id/crm/${method}`).send(machine({ probability: 10 })),
    };
    await send[method]().expect(200);
    expect((await admin.get(`/deals/${deal.id}`).expect(200)).body).toMatchObject({
      version: deal.version,
      probability: 10,
      hasOwnProbability: false,
    });
    expect((await eventsOf(deal.id)).map(({ type }) => type)).toEqual(['deal.created']);
    await act(deal, 'abandon');
    await admin.patch(`/deals/${deal.id}`).send({ probability: 0 }).expect(200);
  });
});
