import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import { AccessCache } from '../users/index.js';
import type { CustomFieldView } from './definitions/custom-fields.dto.js';
import { FieldIndexBuilder, indexName } from './indexes/field-index.builder.js';

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
});
afterAll(() => app.close());
afterEach(async () => {
  await app.db.query('delete from leads');
  for (const { id } of await all()) await admin.delete(`/custom-fields/${id}`).expect(204);
});

const all = async (): Promise<CustomFieldView[]> =>
  (await admin.get('/custom-fields').query({ limit: 100 }).expect(200)).body.data as CustomFieldView[];
const define = async (patch: object): Promise<CustomFieldView> =>
  (
    await admin
      .post('/custom-fields')
      .send({ resource: 'leads', key: 'size', label: 'Size', type: 'text', ...patch })
      .expect(201)
  ).body as CustomFieldView;
const choices = (...values: string[]): object[] => values.map((value) => ({ value, label: value.toUpperCase() }));

let leads = 0;
const aLead = (customFields?: object): ReturnType<Caller['post']> =>
  admin
    .post('/leads')
    .send({ name: 'Ada Lovelace', email: `ada-${(leads += 1)}@example.com`, ...(customFields && { customFields }) });
const leadWith = async (customFields?: object): Promise<{ id: string; customFields: Record<string, unknown> }> =>
  (await aLead(customFields).expect(201)).body as { id: string; customFields: Record<string, unknown> };
const mistakes = (body: { errors?: { pointer: string; code: string }[] }): string[] =>
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
const search = async (filter: object | undefined, more: object = {}): Promise<string[]> =>
  (
    (
      await admin
        .post('/leads/search')
        .send({ ...(filter && { filter }), ...more })
        .expect(200)
    ).body.data as { id: string }[]
  ).map(({ id }) => id);

/** Waits until the index of a field has the given status. */
async function indexed(id: string, status: 'ready' | 'failed' | null = 'ready'): Promise<CustomFieldView> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { body } = await admin.get(`/custom-fields/${id}`).expect(200);
    if (body.indexStatus === status) return body as CustomFieldView;
  }
  throw new Error(
    `the index of ${id} is not ${status}: ` +
      `${JSON.stringify((await app.db.query('select kind, status, last_error from jobs')).rows).slice(0, 500)}`,
  );
}

const validIndexes = async (name: string): Promise<boolean[]> =>
  (
    await app.db.query<{ valid: boolean }>(
      'select i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = $1',
      [name],
    )
  ).rows.map(({ valid }) => valid);

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (await holds()) return;
  throw new Error(`not in time: ${what}`);
}

describe('definitions', () => {
  it('never change key and type; all other properties can change', async () => {
    const field = await define({ key: 'industry', label: 'Branch' });
    expect(field).toMatchObject({
      resource: 'leads',
      key: 'industry',
      type: 'text',
      maxLength: 500,
      position: 1,
      isRequired: false,
      indexStatus: null,
      version: 1,
    });
    const { body } = await admin
      .patch(`/custom-fields/${field.id}`)
      .send({ label: 'Industry', maxLength: 50, defaultValue: 'computing' })
      .expect(200);
    expect(body).toMatchObject({ label: 'Industry', maxLength: 50, defaultValue: 'computing', version: 2 });
    for (const fixed of ['key', 'type', 'resource'])
      await admin
        .patch(`/custom-fields/${field.id}`)
        .send({ [fixed]: 'number' })
        .expect(400);
    await admin.patch(`/custom-fields/${field.id}`).set('If-Match', '"1"').send({ label: 'Late' }).expect(412);
    expect(
      (
        await admin
          .post('/custom-fields')
          .send({ resource: 'leads', key: 'industry', label: 'Again', type: 'number' })
          .expect(409)
      ).body.code,
    ).toBe('custom-field-key-taken');
    const history = (await admin.get(`/custom-fields/${field.id}/history`).expect(200)).body.data as {
      action: string;
    }[];
    expect(history.map(({ action }) => action)).toEqual(['update', 'create']);
  });

  it.each([
    [{ type: 'choice' }, '#/options wrong-length'],
    [{ options: choices('a') }, '#/options wrong-length'],
    [{ type: 'choice', options: choices('a', 'a') }, '#/options repeated-option'],
    [{ type: 'record-link' }, '#/targetResource not-for-this-type'],
    [{ targetResource: 'leads' }, '#/targetResource not-for-this-type'],
    [{ type: 'boolean', isUnique: true }, '#/isUnique not-for-this-type'],
    [{ type: 'number', maxLength: 5 }, '#/maxLength not-for-this-type'],
    [{ maxLength: 501, isFilterable: true }, '#/maxLength too-long'],
    [{ minimum: 1 }, '#/minimum not-for-this-type'],
    [{ type: 'number', minimum: 2, maximum: 1 }, '#/maximum out-of-bounds'],
    [{ type: 'number', defaultValue: 'x' }, '#/defaultValue wrong-type'],
    [{ isUnique: true, defaultValue: 'x' }, '#/defaultValue not-for-unique'],
    [{ type: 'user', defaultValue: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a' }, '#/defaultValue not-for-this-type'],
  ])('reject %j', async (patch, mistake) => {
    const { body } = await admin
      .post('/custom-fields')
      .send({ resource: 'leads', key: 'x', label: 'X', type: 'text', ...patch })
      .expect(422);
    expect(mistakes(body)).toContain(mistake);
  });

  it('are ordered in one request', async () => {
    const [a, b, c] = [await define({ key: 'a' }), await define({ key: 'b' }), await define({ key: 'c' })];
    const { body } = await admin
      .post('/custom-fields/order')
      .send({ resource: 'leads', ids: [c.id, a.id, b.id] })
      .expect(200);
    expect((body.data as CustomFieldView[]).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect((await all()).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect(
      mistakes(
        (
          await admin
            .post('/custom-fields/order')
            .send({ resource: 'leads', ids: [c.id, a.id] })
            .expect(422)
        ).body,
      ),
    ).toEqual(['#/ids incomplete']);
  });

  it('are limited to one hundred per record type, also with concurrent requests', async () => {
    await app.db.query(
      `insert into custom_field_definitions (resource, key, label, type, position)
        select 'deals', 'f' || n, 'F', 'number', n from generate_series(1, 95) n`,
    );
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        admin.post('/custom-fields').send({ resource: 'deals', key: `g${n}`, label: 'G', type: 'number' }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 201, 409, 409, 409, 409, 409]);
    await app.db.query('delete from custom_field_definitions');
  });

  it('are readable by all users and changed by the admin', async () => {
    const field = await define({});
    for (const role of ['manager', 'sales', 'support', 'finance', 'viewer']) {
      const person = await app.as(role);
      await person.get('/custom-fields').expect(200);
      await person.patch(`/custom-fields/${field.id}`).send({ label: 'Mine' }).expect(403);
    }
  });
});

describe('values', () => {
  it.each([
    [{ type: 'text', maxLength: 3 }, 'abc', 'abc', [' ', 'abcd', 1, '\u0000']],
    [{ type: 'number', minimum: 0, maximum: 10 }, 2.5, 2.5, ['2', -1, 11, 1.1234567, true]],
    [{ type: 'money' }, '0012.5', '12.50', [12.5, '1.234', '-1', 'x']],
    [{ type: 'date' }, '2028-02-29', '2028-02-29', ['2027-02-29', '2027-1-1', 20270101]],
    [{ type: 'boolean' }, true, true, ['true', 1]],
    [{ type: 'choice', options: choices('a', 'b') }, 'b', 'b', ['c', ['a'], 1]],
    [{ type: 'multi-choice', options: choices('a', 'b') }, ['b', 'a'], ['b', 'a'], ['a', ['a', 'a'], ['c'], [1]]],
    [{ type: 'url' }, 'https://example.com/x', 'https://example.com/x', ['example', 'javascript:alert(1)', 5]],
    [{ type: 'email' }, ' ADA@Example.com', 'ada@example.com', ['ada', 5]],
  ])('of %j are checked and stored in normal form', async (patch, good, stored, bad) => {
    await define({ key: 'field', ...patch });
    expect((await leadWith({ field: good })).customFields).toEqual({ field: stored });
    for (const value of bad)
      expect(
        mistakes(
          (
            await aLead({ field: value }).expect((answer) => {
              if (answer.status !== 422 && answer.status !== 400)
                throw new Error(JSON.stringify([value, answer.status]));
            })
          ).body,
        ).join(),
      ).toMatch(/customFields/);
  });

  it('with unknown keys are rejected once a definition exists, and stored ones stay', async () => {
    const { id } = await leadWith({ old: 'x', older: 1 });
    await define({ key: 'industry' });
    expect(mistakes((await aLead({ other: 1 }).expect(422)).body)).toEqual(['#/customFields/other unknown-field']);
    expect(
      (
        await admin
          .patch(`/leads/${id}`)
          .send({ customFields: { industry: 'computing' } })
          .expect(200)
      ).body.customFields,
    ).toEqual({ old: 'x', older: 1, industry: 'computing' });
    // Stored values can be sent again or cleared.
    expect(
      (
        await admin
          .patch(`/leads/${id}`)
          .send({ customFields: { old: 'x', older: null } })
          .expect(200)
      ).body.customFields,
    ).toEqual({ old: 'x', industry: 'computing' });
    expect(
      mistakes(
        (
          await admin
            .patch(`/leads/${id}`)
            .send({ customFields: { old: 'y' } })
            .expect(422)
        ).body,
      ),
    ).toEqual(['#/customFields/old unknown-field']);
  });

  it('of archived fields and options stay and cannot be written', async () => {
    const color = await define({ key: 'color', type: 'choice', options: choices('red', 'blue') });
    const { id } = await leadWith({ color: 'red' });
    expect(
      mistakes(
        (
          await admin
            .patch(`/custom-fields/${color.id}`)
            .send({ options: choices('blue') })
            .expect(422)
        ).body,
      ),
    ).toEqual(['#/options option-missing']);
    await admin
      .patch(`/custom-fields/${color.id}`)
      .send({ options: [{ value: 'red', label: 'Red', archived: true }, ...choices('blue')] })
      .expect(200);
    await admin
      .patch(`/leads/${id}`)
      .send({ customFields: { color: 'red' } })
      .expect(200);
    expect(mistakes((await aLead({ color: 'red' }).expect(422)).body)).toEqual(['#/customFields/color unknown-option']);
    await admin.post(`/custom-fields/${color.id}/archive`).expect(200);
    expect(mistakes((await aLead({ color: 'blue' }).expect(422)).body)).toEqual([
      '#/customFields/color archived-field',
    ]);
    expect((await admin.get(`/leads/${id}`).expect(200)).body.customFields).toEqual({ color: 'red' });
    await admin.post(`/custom-fields/${color.id}/archive`).expect(409);
    await admin.post(`/custom-fields/${color.id}/restore`).expect(200);
    await aLead({ color: 'blue' }).expect(201);
  });

  it('get default values, and required values are checked at the next write of custom fields', async () => {
    const { id } = await leadWith();
    await define({ key: 'tier', type: 'number', defaultValue: 3 });
    const region = await define({ key: 'region', isRequired: true });
    expect(mistakes((await aLead().expect(422)).body)).toEqual(['#/customFields/region required']);
    expect((await leadWith({ region: 'EU' })).customFields).toEqual({ tier: 3, region: 'EU' });
    await admin.patch(`/leads/${id}`).send({ company: 'Analytical Engines Ltd' }).expect(200);
    expect(
      mistakes(
        (
          await admin
            .patch(`/leads/${id}`)
            .send({ customFields: { tier: 1 } })
            .expect(422)
        ).body,
      ),
    ).toEqual(['#/customFields/region required']);
    await admin
      .patch(`/leads/${id}`)
      .send({ customFields: { tier: 1, region: 'US' } })
      .expect(200);
    expect(
      mistakes(
        (
          await admin
            .patch(`/leads/${id}`)
            .send({ customFields: { region: null } })
            .expect(422)
        ).body,
      ),
    ).toEqual(['#/customFields/region required']);
    await admin.patch(`/custom-fields/${region.id}`).send({ isRequired: false }).expect(200);
    await admin
      .patch(`/leads/${id}`)
      .send({ customFields: { region: null } })
      .expect(200);
  });

  it('with the name of a JavaScript object property are checked too', async () => {
    const { id } = await define({ key: 'region', isRequired: true });
    await app.db.query(`update custom_field_definitions set key = 'constructor' where id = $1`, [id]);
    app.app.get(AccessCache).drop();
    expect(mistakes((await aLead({}).expect(422)).body)).toEqual(['#/customFields/constructor required']);
  });

  it('of links must be active users and active visible records', async () => {
    const seller = await app.as('sales');
    const foreign = await leadWith();
    await define({ key: 'buddy', type: 'user' });
    await define({ key: 'twin', type: 'record-link', targetResource: 'leads' });
    expect((await leadWith({ buddy: seller.userId, twin: foreign.id })).customFields).toEqual({
      buddy: seller.userId,
      twin: foreign.id,
    });
    expect(mistakes((await aLead({ buddy: foreign.id }).expect(422)).body)).toEqual([
      '#/customFields/buddy unknown-user',
    ]);
    const asSeller = (twin: string): ReturnType<Caller['post']> =>
      seller.post('/leads').send({ name: 'Grace', email: 'grace@example.com', customFields: { twin } });
    expect(mistakes((await asSeller(foreign.id).expect(422)).body)).toEqual(['#/customFields/twin unknown-record']);
    await admin.post(`/leads/${foreign.id}/assign`).send({ ownerId: seller.userId }).expect(200);
    await asSeller(foreign.id).expect(201);
    await admin.delete(`/leads/${foreign.id}`).expect(204);
    expect(mistakes((await asSeller(foreign.id).expect(422)).body)).toEqual(['#/customFields/twin unknown-record']);
  });

  it('are written by bulk and upsert, and appear in events, history and webhooks', async () => {
    await define({ key: 'tier', type: 'number' });
    const { body } = await admin
      .post('/leads/bulk')
      .send({
        operations: [
          { create: { name: 'A', email: 'a@example.com', customFields: { tier: 1 } } },
          { create: { name: 'B', email: 'b@example.com', customFields: { tier: 'x' } } },
        ],
        atomic: false,
      })
      .expect(200);
    expect((body.results as { status: number }[]).map(({ status }) => status)).toEqual([201, 422]);
    await admin
      .put('/leads/by-external-id/hub/1')
      .send({ name: 'C', email: 'c@example.com', customFields: { tier: 2 } })
      .expect(201);
    const { body: again } = await admin
      .put('/leads/by-external-id/hub/1')
      .send({ name: 'C', email: 'c@example.com', customFields: { tier: 4 } })
      .expect(200);
    expect(again.customFields).toEqual({ tier: 4 });
    await admin
      .put('/leads/by-external-id/hub/1')
      .send({ name: 'C', email: 'c@example.com', customFields: { tier: '4' } })
      .expect(422);
    const { rows } = await app.db.query<{ payload: { previous: object; object: { customFields: object } } }>(
      `select payload from events where resource_id = $1 and type = 'lead.updated'`,
      [again.id],
    );
    expect(rows[0]?.payload).toMatchObject({
      previous: { customFields: { tier: 2 } },
      object: { customFields: { tier: 4 } },
    });
    const history = (await admin.get(`/leads/${again.id}/history`).expect(200)).body.data as { changes: object }[];
    expect(JSON.stringify(history[0])).toContain('"tier":4');
  });
});

describe('unique values', () => {
  it('are unique among active records in any case, also with concurrent requests', async () => {
    await define({ key: 'code', isUnique: true });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => aLead({ code: n % 2 ? 'A-1' : 'a-1' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(11).fill(409)]);
    const rejected = answers.find(({ status }) => status === 409);
    expect(rejected?.body).toMatchObject({
      code: 'custom-field-taken',
      errors: [{ pointer: '#/customFields/code', code: 'taken' }],
    });
    const first = answers.find(({ status }) => status === 201)?.body as { id: string };
    const other = await leadWith({ code: 'b' });
    await admin
      .patch(`/leads/${other.id}`)
      .send({ customFields: { code: 'A-1' } })
      .expect(409);
    await admin.delete(`/leads/${first.id}`).expect(204);
    await admin
      .patch(`/leads/${other.id}`)
      .send({ customFields: { code: 'A-1' } })
      .expect(200);
    expect((await admin.post(`/leads/${first.id}/restore`).expect(409)).body.code).toBe('custom-field-taken');
    await admin.delete(`/leads/${other.id}`).expect(204);
    await admin.post(`/leads/${other.id}/purge`).expect(204);
    await admin.post(`/leads/${first.id}/restore`).expect(200);
  });

  it('can be required later only without existing duplicates', async () => {
    const field = await define({ key: 'code' });
    const [one] = [await leadWith({ code: 'x' }), await leadWith({ code: 'X' })];
    expect((await admin.patch(`/custom-fields/${field.id}`).send({ isUnique: true }).expect(409)).body.code).toBe(
      'custom-field-not-unique',
    );
    await admin
      .patch(`/leads/${one.id}`)
      .send({ customFields: { code: 'y' } })
      .expect(200);
    await admin.patch(`/custom-fields/${field.id}`).send({ isUnique: true }).expect(200);
    await aLead({ code: 'Y' }).expect(409);
    await admin.patch(`/custom-fields/${field.id}`).send({ isUnique: false }).expect(200);
    await aLead({ code: 'Y' }).expect(201);
  });

  it('are complete after values were added while the field became unique', async () => {
    const field = await define({ key: 'code' });
    const [patched, ...created] = await Promise.all([
      admin.patch(`/custom-fields/${field.id}`).send({ isUnique: true }),
      ...Array.from({ length: 8 }, () => aLead({ code: 'same' })),
    ]);
    const active =
      (
        await app.db.query<{ n: number }>(
          `select count(*)::int as n from leads where custom_fields ->> 'code' = 'same'`,
        )
      ).rows[0]?.n ?? 0;
    expect(patched?.status === 200 ? active <= 1 : active > 1).toBe(true);
    expect(created.filter(({ status }) => status === 201)).toHaveLength(active);
  });
});

describe('filters', () => {
  it('compare by type, with and without an index', async () => {
    const definitions = [
      await define({ key: 'n', type: 'number', isFilterable: true }),
      await define({ key: 'm', type: 'money', isFilterable: true }),
      await define({ key: 'd', type: 'date', isFilterable: true }),
      await define({ key: 'b', type: 'boolean', isFilterable: true }),
      await define({ key: 'c', type: 'choice', options: choices('red', 'blue'), isFilterable: true }),
      await define({ key: 't', type: 'text', isFilterable: true }),
      await define({ key: 's', type: 'multi-choice', options: choices('x', 'y', 'z'), isFilterable: true }),
      await define({ key: 'u', type: 'user', isFilterable: true }),
    ];
    const { body: me } = await admin.get('/auth/me').expect(200);
    const one = (
      await leadWith({ n: 9, m: '9.00', d: '2027-01-31', b: true, c: 'red', t: 'Alpha', s: ['x', 'y'], u: me.id })
    ).id;
    const two = (await leadWith({ n: 10, m: '10.50', d: '2027-02-01', b: false, c: 'blue', t: 'beta', s: ['z'] })).id;
    const none = (await leadWith()).id;
    // Values that are older than their definition can have any type.
    await app.db.query(
      `update leads set custom_fields =
        '{"n": "9", "m": 9, "d": "2027-99-99", "b": "true", "c": 5, "t": 7, "s": "x", "u": "me"}' where id = $1`,
      [none],
    );
    const expectations: [object, string[]][] = [
      [{ field: 'custom.n', op: 'gt', value: 9 }, [two]],
      [{ field: 'custom.n', op: 'lt', value: 9.5 }, [one]],
      [{ field: 'custom.n', op: 'in', value: [9, '10.0'] }, [one, two]],
      [{ field: 'custom.n', op: 'isNull', value: true }, [none]],
      [{ field: 'custom.m', op: 'gte', value: '9.5' }, [two]],
      [{ field: 'custom.m', op: 'eq', value: '9' }, [one]],
      [{ field: 'custom.d', op: 'lt', value: '2027-02-01' }, [one]],
      [{ field: 'custom.d', op: 'gt', value: { rel: '-30d' } }, [one, two]],
      [{ field: 'custom.b', op: 'eq', value: false }, [two]],
      [{ field: 'custom.b', op: 'ne', value: true }, [two, none]],
      [{ field: 'custom.c', op: 'eq', value: 'red' }, [one]],
      [{ field: 'custom.c', op: 'notIn', value: ['red'] }, [two, none]],
      [{ field: 'custom.t', op: 'eq', value: 'Alpha' }, [one]],
      [{ field: 'custom.t', op: 'eq', value: 'alpha' }, []],
      [{ field: 'custom.t', op: 'startsWith', value: 'BE' }, [two]],
      [{ field: 'custom.s', op: 'hasAny', value: ['y', 'z'] }, [one, two]],
      [{ field: 'custom.s', op: 'hasAll', value: ['x', 'y'] }, [one]],
      [{ field: 'custom.u', op: 'eq', value: '$me' }, [one]],
    ];
    const check = async (): Promise<void> => {
      for (const [filter, expected] of expectations)
        expect([filter, (await search(filter)).toSorted()]).toEqual([filter, expected.toSorted()]);
    };
    await check();
    for (const { id } of definitions) await indexed(id);
    await check();
    for (const [filter, code] of [
      [{ field: 'custom.n', op: 'eq', value: 'x' }, 'wrong-type'],
      [{ field: 'custom.c', op: 'eq', value: 'green' }, 'unknown-value'],
      [{ field: 'custom.n', op: 'contains', value: '1' }, 'unknown-operator'],
    ] as const) {
      expect(mistakes((await admin.post('/leads/search').send({ filter }).expect(422)).body).join()).toContain(code);
    }
    expect(await search(undefined, { sort: ['-custom.n'] })).toEqual([two, one, none]);
    expect(await search(undefined, { sort: ['custom.d'] })).toEqual([one, two, none]);
    expect(await search(undefined, { sort: ['custom.t'] })).toEqual([none, one, two]);
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { body } = await admin
        .post('/leads/search')
        .send({ sort: ['-custom.m'], limit: 1, ...(cursor && { cursor }) })
        .expect(200);
      pages.push(...(body.data as { id: string }[]).map(({ id }) => id));
      cursor = body.pageInfo.nextCursor as string | null;
    }
    expect(pages).toEqual([two, one, none]);
    const { body } = await admin
      .post('/leads/facets')
      .send({ facets: ['custom.c', 'custom.s', 'custom.b'] })
      .expect(200);
    expect(body.facets[1]).toEqual({
      field: 'custom.s',
      kind: 'exact',
      values: [
        { value: 'x', count: 1 },
        { value: 'y', count: 1 },
        { value: 'z', count: 1 },
        { value: null, count: 1 },
      ],
    });
    expect(body.facets[0].values).toContainEqual({ value: 'blue', count: 1 });
  }, 60_000);

  it('are typed parameters of every list of the record type', async () => {
    for (const resource of ['leads', 'companies', 'contacts', 'deals', 'activities'])
      await define({ resource, key: 'tier', type: 'choice', options: choices('gold', 'silver', 'tin') });
    const { id: seats } = await define({ key: 'seats', type: 'number', isFilterable: true });
    await define({ key: 'hot', type: 'boolean' });
    await define({ key: 'langs', type: 'multi-choice', options: choices('de', 'en', 'fr') });
    const gold = (await leadWith({ tier: 'gold', seats: 9, hot: true, langs: ['de'] })).id;
    const silver = (await leadWith({ tier: 'silver', seats: 10.5, hot: false, langs: ['en', 'fr'] })).id;
    const tin = (await leadWith({ tier: 'tin' })).id;
    await indexed(seats);
    const found = async (query: string): Promise<string[]> =>
      ((await admin.get(`/leads?${query}`).expect(200)).body.data as { id: string }[]).map(({ id }) => id);
    for (const [query, expected] of [
      ['custom.tier=gold', [gold]],
      ['custom.tier=gold&custom.tier=tin', [tin, gold]],
      ['custom.tier[ne]=gold', [tin, silver]],
      ['custom.seats=9.0', [gold]],
      ['custom.seats[gte]=9&custom.seats[lt]=10', [gold]],
      ['custom.seats[isNull]=true', [tin]],
      ['custom.hot=false', [silver]],
      ['custom.langs=de&custom.langs=fr', [silver, gold]],
      ['custom.tier=gold&status=lost', []],
      ['custom[tier]=gold', [gold]],
      ['custom%5Btier%5D=gold&custom%5Btier%5D=tin', [tin, gold]],
      ['custom[seats.gte]=9&custom[seats][lt]=10', [gold]],
      ['custom[tier.ne]=gold&custom[hot]=false', [silver]],
      ['sort=-custom.seats', [silver, gold, tin]],
      ['sort=custom.seats&custom.tier[ne]=tin&count=exact', [gold, silver]],
    ] as const)
      expect([query, await found(query)]).toEqual([query, expected]);
    const first = (await admin.get('/leads?sort=-custom.seats&limit=2').expect(200)).body.pageInfo.nextCursor as string;
    expect(await found(`sort=-custom.seats&limit=2&cursor=${first}`)).toEqual([tin]);
    for (const resource of ['companies', 'contacts', 'deals', 'activities'])
      expect((await admin.get(`/${resource}?custom.tier=gold`).expect(200)).body.data).toEqual([]);
    expect((await admin.get(`/leads/${gold}/activities?custom.tier=gold`).expect(200)).body.data).toEqual([]);
    for (const [query, parameter, code] of [
      ['custom.size=1', 'custom.size', 'unknown-parameter'],
      ['custom.tier=brass', 'custom.tier', 'unknown-value'],
      ['custom.seats=many', 'custom.seats', 'wrong-type'],
      ['custom.tier[gte]=gold', 'custom.tier[gte]', 'unknown-operator'],
      ['custom.constructor=1', 'custom.constructor', 'unknown-parameter'],
      ['custom.__proto__=1', 'custom', 'custom-filters'],
      ['custom=gold', 'custom', 'custom-filters'],
      ['custom[status]=new', 'custom.status', 'unknown-parameter'],
      ['custom[tier.gte]=gold', 'custom.tier[gte]', 'unknown-operator'],
      ['custom[__proto__]=1', 'custom[__proto__]', 'unreadable'],
      ['custom[tier][gte][x]=1', 'custom[tier][gte][x]', 'unreadable'],
      ['custom.=x', 'custom.', 'unknown-parameter'],
      [`custom.tier=${'x'.repeat(501)}`, 'custom', 'custom-filters'],
      ['sort=custom.tier', 'sort', 'unknown-field'],
      ['sort=custom.nothing', 'sort', 'unknown-field'],
      ['sort=custom.a.b', 'sort', 'is-in'],
    ]) {
      const { errors } = (await admin.get(`/leads?${query}`).expect(400)).body as {
        errors: { parameter: string; code: string }[];
      };
      expect([query, errors.map((error) => [error.parameter, error.code])]).toEqual([query, [[parameter, code]]]);
    }
    await admin.get('/users?custom.tier=gold').expect(400);
  }, 60_000);

  it('sort and count only with a ready index, which is dropped with the option', async () => {
    const field = await define({ key: 'tier', type: 'choice', options: choices('a') });
    const statistics = async (): Promise<unknown[]> =>
      (
        await app.db.query('select 1 from pg_statistic_ext where stxname like $1', [
          `cf_${field.id.replaceAll('-', '')}%`,
        ])
      ).rows;
    await admin
      .post('/leads/search')
      .send({ sort: ['custom.tier'] })
      .expect(400);
    await admin
      .post('/leads/facets')
      .send({ facets: ['custom.tier'] })
      .expect(422);
    expect(
      (await admin.patch(`/custom-fields/${field.id}`).send({ isFilterable: true }).expect(200)).body.indexStatus,
    ).toBe('building');
    await indexed(field.id);
    await admin
      .post('/leads/search')
      .send({ sort: ['custom.tier'] })
      .expect(200);
    expect(await validIndexes(indexName(field.id))).toEqual([true]);
    expect(await statistics()).toHaveLength(1);
    // A later attempt creates the statistics that an interrupted attempt did not create.
    await app.db.query(`drop statistics "${indexName(field.id).replace('_idx', '_stats')}"`);
    await app.app.get(FieldIndexBuilder, { strict: false }).ensure(field.id, new AbortController().signal);
    expect(await statistics()).toHaveLength(1);
    expect((await admin.post(`/custom-fields/${field.id}/archive`).expect(200)).body.indexStatus).toBeNull();
    await until(async () => (await validIndexes(indexName(field.id))).length === 0, 'dropped when archived');
    await until(async () => (await statistics()).length === 0, 'what the planner knew of it goes with it');
    await admin.post(`/custom-fields/${field.id}/restore`).expect(200);
    await indexed(field.id);
    await admin.patch(`/custom-fields/${field.id}`).send({ isFilterable: false }).expect(200);
    await until(async () => (await validIndexes(indexName(field.id))).length === 0, 'dropped when unmarked');
  }, 60_000);

  it('an index of an interrupted attempt is dropped and built again', async () => {
    const field = await define({ key: 'tier', type: 'number' });
    await leadWith({ tier: 1 });
    await leadWith({ tier: 1 });
    // A failed unique index stays invalid in PostgreSQL, like an index of an interrupted session.
    await expect(
      app.db.query(`create unique index concurrently "${indexName(field.id)}" on leads ((custom_fields ->> 'tier'))`),
    ).rejects.toThrow();
    expect(await validIndexes(indexName(field.id))).toEqual([false]);
    await admin.patch(`/custom-fields/${field.id}`).send({ isFilterable: true }).expect(200);
    await indexed(field.id);
    expect(await validIndexes(indexName(field.id))).toEqual([true]);
  }, 60_000);

  it('a later field with the same key and another type has its own index', async () => {
    const first = await define({ key: 'tier', type: 'number', isFilterable: true });
    await indexed(first.id);
    const { id } = await leadWith({ tier: 5 });
    await admin.delete(`/custom-fields/${first.id}`).expect(204);
    const second = await define({ key: 'tier', type: 'text', isFilterable: true });
    await indexed(second.id);
    await until(async () => (await validIndexes(indexName(first.id))).length === 0, 'the old index is gone');
    expect(await search({ field: 'custom.tier', op: 'isNull', value: true })).toEqual([id]);
    expect((await admin.get(`/leads/${id}`).expect(200)).body.customFields).toEqual({ tier: 5 });
  }, 60_000);

  it('the index build waits for old transactions and continues after a killed process', async () => {
    const field = await define({ key: 'tier', type: 'number' });
    await leadWith({ tier: 1 });
    const old = await app.db.connect();
    try {
      await old.query('begin');
      await old.query('select pg_current_xact_id()');
      await old.query('update leads set notes = $1', ['held']);
      await admin.patch(`/custom-fields/${field.id}`).send({ isFilterable: true }).expect(200);
      await until(async () => (await validIndexes(indexName(field.id)))[0] === false, 'half built');
      await admin
        .post('/leads/search')
        .send({ sort: ['custom.tier'] })
        .expect(400);
      expect(await search({ field: 'custom.tier', op: 'eq', value: 1 })).toHaveLength(1);
      const { rowCount } = await app.db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kontor-owner'
          and datname = current_database()`,
      );
      expect(rowCount).toBe(1);
    } finally {
      await old.query('rollback');
      old.release();
    }
    await indexed(field.id);
    expect(await validIndexes(indexName(field.id))).toEqual([true]);
  }, 60_000);

  it('concurrent builds create one index', async () => {
    const field = await define({ key: 'tier', type: 'number' });
    await app.db.query('update custom_field_definitions set is_filterable = true where id = $1', [field.id]);
    const builder = app.app.get(FieldIndexBuilder, { strict: false });
    const { signal } = new AbortController();
    expect(await Promise.all([1, 2, 3].map(() => builder.ensure(field.id, signal)))).toEqual([true, true, true]);
    expect(await validIndexes(indexName(field.id))).toEqual([true]);
  }, 60_000);
});
