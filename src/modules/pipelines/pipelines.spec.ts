import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import type { PipelineView } from './pipelines.dto.js';
import type { PipelineStageView } from './stages/stages.dto.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app.close());

let created = 0;
const newPipeline = async (patch: object = {}): Promise<PipelineView> =>
  (
    await app.admin
      .post('/pipelines')
      .send({ name: `Pipeline ${(created += 1)}`, ...patch })
      .expect(201)
  ).body as PipelineView;
const pipelines = async (): Promise<PipelineView[]> =>
  (await app.admin.get('/pipelines').query({ limit: 100 }).expect(200)).body.data as PipelineView[];
const stagesOf = async (id: string): Promise<PipelineStageView[]> =>
  (await app.admin.get(`/pipelines/${id}/stages`).query({ limit: 100 }).expect(200)).body.data as PipelineStageView[];
const namesOf = async (id: string): Promise<string[]> => (await stagesOf(id)).map(({ name }) => name);
const stageOf = async (id: string, name: string): Promise<PipelineStageView> =>
  (await stagesOf(id)).find((stage) => stage.name === name) as PipelineStageView;
const rejection = async (request: ReturnType<Caller['post']>): Promise<unknown[]> => {
  const { status, body } = await request;
  return [status, body.errors?.[0]?.code ?? body.code];
};
const SEEDED = ['New', 'Contacted', 'Qualified', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'];

describe('a pipeline', () => {
  it('exists from the start and is the default', async () => {
    const [sales] = await pipelines();
    expect(sales).toMatchObject({ name: 'Sales', isDefault: true, isActive: true, position: 1 });
    expect(
      (await stagesOf(sales?.id ?? '')).map(({ name, position, kind, probability }) => [
        name,
        position,
        kind,
        probability,
      ]),
    ).toEqual([
      ['New', 1, 'open', 10],
      ['Contacted', 2, 'open', 20],
      ['Qualified', 3, 'open', 40],
      ['Proposal', 4, 'open', 60],
      ['Negotiation', 5, 'open', 80],
      ['Closed Won', 6, 'won', 100],
      ['Closed Lost', 7, 'lost', 0],
    ]);
  });

  it('is created with the default stages or with its own stages', async () => {
    const copy = await newPipeline({ description: 'As the other' });
    expect(copy).toMatchObject({ description: 'As the other', isDefault: false, isActive: true, version: 1 });
    expect(await namesOf(copy.id)).toEqual(SEEDED);
    const own = await newPipeline({
      stages: [
        { name: 'Asked', probability: 30, rotDays: 5, color: '#0a0b0c' },
        { name: 'Sold', kind: 'won' },
        { name: 'Gone', kind: 'lost' },
      ],
    });
    expect(
      (await stagesOf(own.id)).map(({ name, kind, probability, rotDays, color }) => [
        name,
        kind,
        probability,
        rotDays,
        color,
      ]),
    ).toEqual([
      ['Asked', 'open', 30, 5, '#0a0b0c'],
      ['Sold', 'won', 100, null, null],
      ['Gone', 'lost', 0, null, null],
    ]);
  });

  it('is rejected without a stage of each kind and with a duplicate name', async () => {
    const rejected = (stages: object[], name = 'Nonsense') =>
      rejection(app.admin.post('/pipelines').send({ name, stages }));
    const [open, won, lost] = [{ name: 'a' }, { name: 'b', kind: 'won' }, { name: 'c', kind: 'lost' }];
    expect(await rejected([open, won, { name: 'd', kind: 'won' }])).toEqual([422, 'kind-missing']);
    expect(await rejected([open, won, lost, { name: 'A' }])).toEqual([422, 'duplicate']);
    expect(await rejected([open, { ...won, probability: 90 }, lost])).toEqual([422, 'probability-of-kind']);
    expect(await rejected([open, won, { ...lost, probability: 1 }])).toEqual([422, 'probability-of-kind']);
    expect(await rejected([open, won, lost], 'sALES')).toEqual([409, 'pipeline-name-taken']);
    expect((await pipelines()).some(({ name }) => name === 'Nonsense')).toBe(false);
  });

  it('is the only default with concurrent requests', async () => {
    const [sales] = (await pipelines()).filter(({ isDefault }) => isDefault);
    const wanting = await Promise.all(Array.from({ length: 6 }, () => newPipeline()));
    const answers = await Promise.all([
      ...wanting.map(({ id }) => app.admin.patch(`/pipelines/${id}`).send({ isDefault: true })),
      app.admin.post('/pipelines').send({ name: 'At once', isDefault: true }),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
    expect((await pipelines()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
    const [last] = (await pipelines()).filter(({ isDefault }) => isDefault);
    const rejected = (patch: object) => rejection(app.admin.patch(`/pipelines/${last?.id}`).send(patch));
    expect(await rejected({ isActive: false })).toEqual([409, 'default-pipeline']);
    expect(await rejected({ isDefault: false })).toEqual([409, 'default-pipeline']);
    expect(await rejection(app.admin.delete(`/pipelines/${last?.id}`))).toEqual([409, 'default-pipeline']);
    await app.admin.patch(`/pipelines/${sales?.id}`).send({ isDefault: true }).expect(200);
    await app.admin.patch(`/pipelines/${last?.id}`).send({ isActive: false }).expect(200);
    expect(await rejected({ isDefault: true })).toEqual([409, 'pipeline-retired']);
    expect(
      (await app.admin.get('/pipelines').query({ isActive: false }).expect(200)).body.data.map(
        ({ id }: PipelineView) => id,
      ),
    ).toEqual([last?.id]);
    await app.admin.patch(`/pipelines/${last?.id}`).send({ isActive: true }).expect(200);
    for (const { id } of [...wanting, ...answers.slice(-1).map(({ body }) => body as PipelineView)])
      await app.admin.delete(`/pipelines/${id}`).expect(204);
  });

  it('moves alone, and its position is its place in the list', async () => {
    const one = await newPipeline({ position: 1 });
    expect((await pipelines())[0]?.id).toBe(one.id);
    const before = await versions('pipelines');
    const { body } = await app.admin.post(`/pipelines/${one.id}/move`).send({ position: 10000 }).expect(200);
    expect([body.position, (await pipelines()).map(({ position }) => position)]).toEqual([
      before.size,
      [...before.keys()].map((_, at) => at + 1),
    ]);
    expect(await changedSince('pipelines', before)).toEqual([one.id]);
    await app.admin.post(`/pipelines/${one.id}/move`).send({ position: 10000 }).expect(200);
    expect((await app.admin.get(`/pipelines/${one.id}`).expect(200)).body.version).toBe(2);
  });

  it('can be deleted only without past deals, and has a history', async () => {
    const one = await newPipeline();
    await app.admin.patch(`/pipelines/${one.id}`).set('If-Match', '"1"').send({ description: 'First' }).expect(200);
    expect(
      (await app.admin.patch(`/pipelines/${one.id}`).set('If-Match', '"1"').send({ description: 'Second' }).expect(412))
        .body.differingFields,
    ).toEqual(['description']);
    expect((await app.admin.get(`/pipelines/${one.id}/history`).expect(200)).body.data).toHaveLength(2);
    await app.admin.delete(`/pipelines/${one.id}`).expect(204);
    await app.admin.get(`/pipelines/${one.id}`).expect(404);
    await app.admin.get(`/pipelines/${one.id}/stages`).expect(404);
  });

  it('is visible to all users with deals, and changed with the permission', async () => {
    const [one] = await pipelines();
    for (const role of ['sales', 'support', 'finance', 'viewer']) {
      const who = await app.as(role);
      await who.get(`/pipelines/${one?.id}/stages`).expect(200);
      await who.patch(`/pipelines/${one?.id}`).send({ description: 'Mine' }).expect(403);
    }
    await (await app.as('manager')).patch(`/pipelines/${one?.id}`).send({ description: 'Ours' }).expect(200);
  });
});

const versions = async (table: 'pipelines' | 'pipeline_stages'): Promise<Map<string, string>> =>
  new Map(
    (await app.db.query<{ id: string; at: string }>(`select id, xmin::text as at from ${table}`)).rows.map(
      ({ id, at }) => [id, at],
    ),
  );
const changedSince = async (
  table: 'pipelines' | 'pipeline_stages',
  before: ReadonlyMap<string, string>,
): Promise<string[]> => [...(await versions(table))].filter(([id, at]) => before.get(id) !== at).map(([id]) => id);

describe('a stage', () => {
  it('is added at the requested position', async () => {
    const { id } = await newPipeline();
    await app.admin.post(`/pipelines/${id}/stages`).send({ name: 'Last' }).expect(201);
    const { body } = await app.admin
      .post(`/pipelines/${id}/stages`)
      .send({ name: 'Second', position: 2, probability: 15 })
      .expect(201);
    expect(body).toMatchObject({ position: 2, probability: 15, kind: 'open', isActive: true });
    expect(await namesOf(id)).toEqual([
      'New',
      'Second',
      'Contacted',
      'Qualified',
      'Proposal',
      'Negotiation',
      'Closed Won',
      'Closed Lost',
      'Last',
    ]);
    expect(await rejection(app.admin.post(`/pipelines/${id}/stages`).send({ name: 'second' }))).toEqual([
      409,
      'stage-name-taken',
    ]);
  });

  it('moves to every position by a change of one row', async () => {
    const { id } = await newPipeline();
    for (const position of [1, 7, 4, 2, 6, 3, 5]) {
      const stage = await stageOf(id, 'Proposal');
      const before = await versions('pipeline_stages');
      expect(
        (await app.admin.post(`/pipeline-stages/${stage.id}/move`).send({ position: position }).expect(200)).body
          .position,
      ).toBe(position);
      expect((await namesOf(id))[position - 1]).toBe('Proposal');
      expect(await changedSince('pipeline_stages', before)).toEqual(stage.position === position ? [] : [stage.id]);
    }
  });

  it('keeps its position after any number of concurrent moves', async () => {
    const { id } = await newPipeline();
    const stages = await stagesOf(id);
    for (let turn = 0; turn < 75; turn += 1)
      await app.admin
        .post(`/pipeline-stages/${stages[turn % 2]?.id}/move`)
        .send({ position: 2 })
        .expect(200);
    expect((await stagesOf(id)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect((await namesOf(id)).slice(2)).toEqual(SEEDED.slice(2));
    const longest = await app.db.query<{ n: number }>('select max(length(rank::text))::int as n from pipeline_stages');
    expect(longest.rows[0]?.n).toBeLessThan(65);
    await Promise.all(
      stages.map((stage, at) =>
        app.admin
          .post(`/pipeline-stages/${stage.id}/move`)
          .send({ position: 7 - at })
          .expect(200),
      ),
    );
    expect((await stagesOf(id)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  }, 30_000);

  it('is updated; a won stage has a fixed probability', async () => {
    const { id } = await newPipeline();
    const [first] = await stagesOf(id);
    const at = `/pipeline-stages/${first?.id}`;
    expect(
      (
        await app.admin
          .patch(at)
          .send({ name: 'Fresh', probability: 12, color: null, rotDays: 3, position: 3 })
          .expect(200)
      ).body,
    ).toMatchObject({ name: 'Fresh', probability: 12, color: null, rotDays: 3, position: 3, version: 2 });
    expect(await rejection(app.admin.patch(at).send({ color: '#FFFFFF' }))).toEqual([422, 'matches']);
    expect(await rejection(app.admin.patch(at).send({ kind: 'won', probability: 50 }))).toEqual([
      422,
      'probability-of-kind',
    ]);
    expect((await app.admin.patch(at).send({ kind: 'won' }).expect(200)).body).toMatchObject({
      kind: 'won',
      probability: 100,
    });
    expect((await app.admin.patch(at).send({ kind: 'open', probability: 7 }).expect(200)).body).toMatchObject({
      kind: 'open',
      probability: 7,
    });
    expect((await app.admin.get(`${at}/history`).expect(200)).body.data).toHaveLength(4);
  });

  it('cannot be the last of its kind', async () => {
    const { id } = await newPipeline({
      stages: [{ name: 'Asked' }, { name: 'Sold', kind: 'won' }, { name: 'Gone', kind: 'lost' }],
    });
    for (const { id: stageId } of await stagesOf(id)) {
      expect(await rejection(app.admin.post(`/pipeline-stages/${stageId}/retire`).send({}))).toEqual([
        409,
        'last-stage-of-kind',
      ]);
      expect(await rejection(app.admin.delete(`/pipeline-stages/${stageId}`))).toEqual([409, 'last-stage-of-kind']);
    }
    expect(
      await rejection(app.admin.patch(`/pipeline-stages/${(await stageOf(id, 'Asked')).id}`).send({ kind: 'won' })),
    ).toEqual([409, 'last-stage-of-kind']);
    const { body: other } = await app.admin.post(`/pipelines/${id}/stages`).send({ name: 'Heard' }).expect(201);
    // If both requests succeeded, no open stage would be left.
    const answers = await Promise.all(
      [other.id, (await stageOf(id, 'Asked')).id].map((stageId: string) =>
        app.admin.post(`/pipeline-stages/${stageId}/retire`).send({}),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is retired, activated and, without past deals, deleted', async () => {
    const { id } = await newPipeline();
    const stage = await stageOf(id, 'Qualified');
    const at = `/pipeline-stages/${stage.id}`;
    expect((await app.admin.post(`${at}/retire`).send({}).expect(200)).body).toMatchObject({
      toStageId: null,
      moved: 0,
      jobId: null,
      stage: { id: stage.id, isActive: false },
    });
    expect(
      (await app.admin.get(`/pipelines/${id}/stages`).query({ isActive: false }).expect(200)).body.data,
    ).toHaveLength(1);
    expect((await app.admin.post(`${at}/activate`).expect(200)).body.isActive).toBe(true);
    expect(await rejection(app.admin.post(`${at}/activate`))).toEqual([409, 'stage-active']);
    await app.admin.delete(at).expect(204);
    await app.admin.get(at).expect(404);
  });

  it('moves its deals only to a suitable stage', async () => {
    const [one, other] = [await newPipeline(), await newPipeline()];
    const at = `/pipeline-stages/${(await stageOf(one.id, 'New')).id}/retire`;
    const rejected = (toStageId: string) => rejection(app.admin.post(at).send({ toStageId }));
    expect(await rejected((await stageOf(other.id, 'New')).id)).toEqual([422, 'unknown-stage']);
    expect(await rejected((await stageOf(one.id, 'New')).id)).toEqual([422, 'same-stage']);
    expect(await rejected((await stageOf(one.id, 'Closed Won')).id)).toEqual([422, 'other-kind']);
    const contacted = await stageOf(one.id, 'Contacted');
    await app.admin.post(`/pipeline-stages/${contacted.id}/retire`).send({}).expect(200);
    expect(await rejected(contacted.id)).toEqual([422, 'stage-retired']);
  });
});
