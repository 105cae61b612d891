import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import { checkActivityOwners, checkSums } from '../../demo/totals.js';

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
interface Visit {
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
      'insert into pipeline_stages (pipeline_id, name, rank, kind, probability) values ($1, $2, $3, $4, $5) returning id',
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
const visits = async ({ id }: { id: string }): Promise<Visit[]> =>
  (await admin.get(`/deals/${id}/stages`).expect(200)).body.data as Visit[];
const eventsOf = async (id: string) =>
  (
    await app.db.query<{ type: string; payload: Record<string, unknown> & { changedFields: string[] } }>(
      'select type, payload from events where resource_id = $1 order by sequence',
      [id],
    )
  ).rows;
const back = (id: string, days: number) =>
  app.db.query(
    `update deals set stage_entered_at = stage_entered_at - make_interval(days => $2), created_at = created_at - make_interval(days => $2) where id = $1`,
    [id, days],
  );

/** What the board and the forecast would say if they counted every deal anew, against the sums that the database keeps. */
async function drift(): Promise<unknown[]> {
  const { rows } = await app.db.query(`
    with stage_now as (select stage_id, currency, count(*) n, sum(coalesce(value, 0)) v, sum(coalesce(weighted_value, 0)) w from deals where deleted_at is null and status <> 'abandoned' group by 1, 2),
      stage_kept as (select stage_id, currency, sum(count) n, sum(value) v, sum(weighted_value) w from deal_stage_totals group by 1, 2),
      status_now as (select pipeline_id, status, currency, count(*) n, sum(coalesce(value, 0)) v, sum(coalesce(weighted_value, 0)) w from deals where deleted_at is null group by 1, 2, 3),
      status_kept as (select pipeline_id, status, currency, sum(count) n, sum(value) v, sum(weighted_value) w from deal_forecast_totals group by 1, 2, 3)
    select 'stage' as what, to_json(k) as kept, to_json(s) as counted from stage_now s full join stage_kept k using (stage_id, currency) where (coalesce(s.n, 0), coalesce(s.v, 0), coalesce(s.w, 0)) <> (coalesce(k.n, 0), coalesce(k.v, 0), coalesce(k.w, 0))
    union all select 'status', to_json(k), to_json(s) from status_now s full join status_kept k using (pipeline_id, status, currency) where (coalesce(s.n, 0), coalesce(s.v, 0), coalesce(s.w, 0)) <> (coalesce(k.n, 0), coalesce(k.v, 0), coalesce(k.w, 0))`);
  return rows;
}

describe('making a deal', () => {
  it('gives back what a later read gives', async () => {
    const made = await admin
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
    expect((await admin.get(`/deals/${made.body.id}`).expect(200)).body).toEqual(made.body);
    expect(made.headers['location']).toBe(`/api/v1/deals/${made.body.id}`);
    expect(made.headers['etag']).toBe('"1"');
    expect(made.body).toMatchObject({
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
    expect(Date.parse(made.body.rotsAt) - Date.parse(made.body.stageEnteredAt)).toBe(14 * 86_400_000);
    expect((await eventsOf(made.body.id)).map(({ type }) => type)).toEqual(['deal.created']);
  });

  it.each(['0.01', '0.05', '999999999999.99', '7'])('weighs %s as the database does', async (value) => {
    const made = await aDeal({ value, probability: 50 });
    expect((await admin.get(`/deals/${made.id}`).expect(200)).body.weightedValue).toBe(made.weightedValue);
  });

  it('begins in the first open stage of the pipeline that is named, or in the stage that is named', async () => {
    expect(await aDeal({ pipelineId: other.pipelineId })).toMatchObject({ stageId: other.open, probability: 30 });
    expect(await aDeal({ stageId: other.next })).toMatchObject({
      pipelineId: other.pipelineId,
      probability: 70,
      hasOwnProbability: false,
    });
  });

  it('begins nowhere else', async () => {
    const refused = async (body: object) =>
      (await admin.post('/deals').send(machine(body)).expect(422)).body.errors.map(
        ({ pointer, code }: { pointer: string; code: string }) => [pointer, code],
      );
    expect(await refused({ stageId: randomUUID() })).toEqual([['#/stageId', 'unknown-stage']]);
    expect(await refused({ pipelineId: randomUUID() })).toEqual([['#/pipelineId', 'unknown-pipeline']]);
    expect(await refused({ pipelineId: other.pipelineId, stageId: to('New') })).toEqual([
      ['#/stageId', 'stage-of-other-pipeline'],
    ]);
    expect(await refused({ stageId: to('Closed Won') })).toEqual([['#/stageId', 'stage-not-open']]);
    const retired = await idOf(
      `insert into pipeline_stages (pipeline_id, name, rank, is_active) values ($1, 'Over', 9, false) returning id`,
      [other.pipelineId],
    );
    expect(await refused({ stageId: retired })).toEqual([['#/stageId', 'stage-retired']]);
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
  ])('refuses %j and says where', async (field, pointer) => {
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
  ])('does not let the caller set %s', async (field) => {
    await admin
      .post('/deals')
      .send(machine({ [field]: 'x' }))
      .expect(400);
    await admin
      .patch(`/deals/${(await aDeal()).id}`)
      .send({ [field]: 'x' })
      .expect(400);
  });

  it('is refused by PATCH to change the stage, the pipeline or the owner', async () => {
    const { id } = await aDeal();
    for (const field of ['stageId', 'pipelineId', 'ownerId', 'teamId'])
      await admin
        .patch(`/deals/${id}`)
        .send({ [field]: to('Proposal') })
        .expect(400);
  });
});

describe('the way through the stages', () => {
  it('takes the probability of each stage, and its own only until the next move', async () => {
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

  it('keeps every visit, also a second one of the same stage', async () => {
    const deal = await aDeal();
    await back(deal.id, 3);
    await app.db.query(`update deal_stage_changes set changed_at = changed_at - interval '3 days' where deal_id = $1`, [
      deal.id,
    ]);
    await move(deal, 'Contacted');
    await move(deal, 'New');
    await move(deal, 'Contacted');
    const way = await visits(deal);
    expect(way.map(({ stageId }) => stageId)).toEqual(['New', 'Contacted', 'New', 'Contacted'].map(to));
    expect(way[0]?.seconds).toBeGreaterThanOrEqual(3 * 86_400);
    expect(way[0]?.seconds).toBeLessThan(3 * 86_400 + 60);
    expect(way.slice(0, -1).map(({ leftAt }) => leftAt)).toEqual(way.slice(1).map(({ enteredAt }) => enteredAt));
    expect(way.at(-1)?.leftAt).toBeNull();
    expect(way.every(({ by }) => by !== null)).toBe(true);
    const [, first] = await eventsOf(deal.id);
    expect(first).toMatchObject({
      type: 'deal.stage_changed',
      payload: { fromStageId: to('New'), toStageId: to('Contacted'), seconds: way[0]?.seconds },
    });
  });

  it('leads into another pipeline too, and ends in the stages of that one', async () => {
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

  it('comes to a decision only by deciding: moving there is refused with a hint', async () => {
    const deal = await aDeal();
    for (const name of ['Closed Won', 'Closed Lost'])
      expect((await act(deal, 'move', { stageId: to(name) }, 409)).code).toBe('stage-closes-deal');
    expect(await visits(deal)).toHaveLength(1);
  });

  it('rots from the day it came to its stage, never from the day it was made', async () => {
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

describe('the decision', () => {
  it('counts whole once won', async () => {
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

  it('never counts once lost, and needs a reason for it', async () => {
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

  it('leaves an abandoned deal where it was left, counting in no stage any more', async () => {
    const deal = await aDeal({ stageId: to('Proposal') });
    const inStage = async () =>
      (
        await app.db.query<{ n: number }>(
          'select coalesce(sum(count), 0)::int as n from deal_stage_totals where stage_id = $1',
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

  it('is taken once: what is decided is reopened first', async () => {
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

  it('is taken back with its reasons cleared and its history kept, to the last open stage or the one that is named', async () => {
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
  it('two moves leave two rows of history, and the sums are right', async () => {
    for (let round = 0; round < 5; round += 1) {
      const deal = await aDeal();
      await Promise.all([move(deal, 'Qualified'), move(deal, 'Proposal')]);
      const way = await visits(deal);
      expect(way).toHaveLength(3);
      expect(way.slice(0, -1).map(({ leftAt }) => leftAt)).toEqual(way.slice(1).map(({ enteredAt }) => enteredAt));
      expect(((await admin.get(`/deals/${deal.id}`).expect(200)).body as Deal).stageId).toBe(way.at(-1)?.stageId);
    }
    expect(await drift()).toEqual([]);
  });

  it('winning and losing: one of them', async () => {
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

  it('many steps of many deals, and the sums are right', async () => {
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

  it('a move says 412 to whoever has seen an older version', async () => {
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

describe('what a deal is linked to', () => {
  const company = (ownerId: string | null, deleted = false) =>
    idOf(
      `insert into companies (name, owner_id, deleted_at) values ('Engines ' || gen_random_uuid(), $1, $2) returning id`,
      [ownerId, deleted ? new Date() : null],
    );
  const contact = (ownerId: string | null, companyId: string | null) =>
    idOf(
      `insert into contacts (first_name, email, owner_id, company_id) values ('Ada', gen_random_uuid() || '@example.com', $1, $2) returning id`,
      [ownerId, companyId],
    );

  it('is shown where it is asked for, each part as far as it may be seen', async () => {
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

  it('must live and be seen by whoever links it, in a bulk and an upsert too', async () => {
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

  it('takes a contact of another company: people change', async () => {
    const [one, two] = [await company(null), await company(null)];
    await aDeal({ companyId: one, contactId: await contact(null, two) });
  });

  it('comes from a lead', async () => {
    const lead = (await admin.post('/leads').send({ name: 'Ada', email: 'ada@deals.test' }).expect(201)).body
      .id as string;
    expect(await aDeal({ leadId: lead.toUpperCase() })).toMatchObject({ leadId: lead });
  });
});

describe('who sees a deal', () => {
  it('is said by its owner and team, for every way to it', async () => {
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

  it('changes with an assignment, and with all that somebody owns', async () => {
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
  it('is deleted, restored into a stage that is there, and purged with its history', async () => {
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
      `insert into legal_holds (id, resource_type, record_id, reason) values (gen_random_uuid(), 'deals', $1, 'Dispute')`,
      [deal.id],
    );
    await admin.post(`/deals/${deal.id}/purge`).expect(409);
  });

  it('is made or changed by the id of another system, its stage staying', async () => {
    const put = (body: object) => admin.put('/deals/by-external-id/erp/4711').send(machine(body));
    const made = (await put({ stageId: to('Qualified') }).expect(201)).body as Deal;
    expect(
      (await put({ title: 'Again', stageId: to('New'), pipelineId: other.pipelineId }).expect(200)).body,
    ).toMatchObject({ id: made.id, title: 'Again', stageId: to('Qualified'), externalIds: { erp: '4711' } });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => admin.put('/deals/by-external-id/erp/same').send(machine())),
    );
    expect(new Set(answers.filter(({ status }) => status < 300).map(({ body }) => body.id)).size).toBe(1);
  });

  it('is worked on with others in one go, all or none', async () => {
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

  it('is found by each of the filters', async () => {
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

describe('the stages under the deals', () => {
  it('are retired with their deals moved in one call, each with its row of history and its event', async () => {
    const gone = await idOf(
      `insert into pipeline_stages (pipeline_id, name, rank, probability) values ($1, 'To be retired', 1.7, 20) returning id`,
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

  it('are followed by deals without a probability of their own', async () => {
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

it('leaves sums and owners that are those of the records, after all of this', async () => {
  await checkSums(app.db);
  await checkActivityOwners(app.db);
});
