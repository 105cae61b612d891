import { recordFieldsOf, KINDS } from '../../platform/query/index.js';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { MetaFieldView, MetaObjectView } from './meta.dto.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.admin
    .post('/custom-fields')
    .send({
      resource: 'leads',
      key: 'tier',
      label: 'Tier',
      type: 'choice',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B', archived: true },
      ],
      isRequired: true,
    })
    .expect(201);
  await app.admin
    .post('/custom-fields')
    .send({ resource: 'leads', key: 'worth', label: 'Worth', type: 'money' })
    .expect(201);
  const { body } = await app.admin
    .post('/custom-fields')
    .send({ resource: 'leads', key: 'gone', label: 'Gone', type: 'text' })
    .expect(201);
  await app.admin.post(`/custom-fields/${body.id}/archive`).expect(200);
});
afterAll(() => app.close());

const fieldsOf = async (who = app.admin, object = 'leads'): Promise<Map<string, MetaFieldView>> =>
  new Map(
    ((await who.get(`/meta/objects/${object}/fields`).expect(200)).body.data as MetaFieldView[]).map((field) => [
      field.name,
      field,
    ]),
  );

describe('record types', () => {
  it('are those that the caller can read, with the allowed actions', async () => {
    const objects = (await app.admin.get('/meta/objects').expect(200)).body.data as MetaObjectView[];
    expect(objects.find(({ name }) => name === 'leads')).toEqual({
      name: 'leads',
      label: 'Leads',
      hasCustomFields: true,
      actions: ['create', 'delete', 'purge', 'read', 'update'],
    });
    const narrow = await app.as('sales', { scopes: ['leads:read'] });
    expect((await narrow.get('/meta/objects').expect(200)).body.data).toEqual([
      { name: 'leads', label: 'Leads', hasCustomFields: true, actions: ['read'] },
    ]);
    await narrow.get('/meta/objects/webhooks').expect(404);
    await app.admin.get('/meta/objects/nothing').expect(404);
    await app.admin.get('/meta/objects/__proto__').expect(404);
    await app.anonymous.get('/meta/objects').expect(401);
  });
});

describe('fields', () => {
  it('are all fields of the views and filters', async () => {
    const fields = await fieldsOf();
    const { body: lead } = await app.admin
      .post('/leads')
      .send({ name: 'Ada', email: 'ada@example.com', customFields: { tier: 'a' } })
      .expect(201);
    for (const property of Object.keys(lead as object))
      expect([property, fields.has(property)]).toEqual([property, true]);
    for (const [name, known] of Object.entries(recordFieldsOf('leads') ?? {})) {
      const reported = fields.get(known.property ?? name);
      expect([name, reported?.isFilterable, reported?.isSortable, reported?.isFacetable, reported?.operators]).toEqual([
        name,
        known.filter !== false,
        known.sort !== undefined,
        known.facet === true,
        KINDS[known.kind].operators,
      ]);
    }
    expect(fields.get('status')).toMatchObject({
      type: 'choice',
      label: 'Status',
      values: ['new', 'contacted', 'qualified', 'proposal', 'won', 'lost'],
      isCreatable: false,
      isUpdatable: false,
      isFacetable: true,
    });
    expect(fields.get('status')?.transitions).toContainEqual({ from: 'lost', to: ['contacted'] });
    expect(fields.get('status')?.transitions).toContainEqual({ from: 'won', to: [] });
    expect(fields.get('source')?.transitions).toBeNull();
    expect(fields.get('expectedCloseDate')).toMatchObject({
      type: 'day',
      label: 'Expected close date',
      isCreatable: true,
      isUpdatable: true,
    });
    expect(fields.get('scoreReasons')).toMatchObject({
      type: 'list',
      filterName: null,
      operators: [],
      isFilterable: false,
      isCreatable: false,
    });
  });

  it('include custom fields with their types', async () => {
    const fields = await fieldsOf();
    expect(fields.get('customFields.tier')).toMatchObject({
      filterName: 'custom.tier',
      type: 'choice',
      customType: 'choice',
      values: ['a'],
      isRequired: true,
      isCustom: true,
      isSortable: false,
      isFacetable: false,
      isCreatable: true,
    });
    expect(fields.get('customFields.worth')).toMatchObject({
      type: 'decimal',
      customType: 'money',
      operators: KINDS.decimal.operators,
    });
    expect(fields.has('customFields.gone')).toBe(false);
    expect((await app.admin.get('/meta/objects/leads').expect(200)).body.fields).toEqual([...fields.values()]);
  });

  it('show whether the credential can write them', async () => {
    const queryRunner = await fieldsOf(await app.as('viewer'));
    expect([...queryRunner.values()].filter(({ isCreatable, isUpdatable }) => isCreatable || isUpdatable)).toEqual([]);
    const creator = await fieldsOf(await app.as('sales', { scopes: ['leads:read', 'leads:create'] }));
    expect(creator.get('company')).toMatchObject({ isCreatable: true, isUpdatable: false });
    expect(creator.get('customFields.worth')).toMatchObject({ isCreatable: true, isUpdatable: false });
  });

  it('are available for every record type', async () => {
    const { body } = await app.admin.get('/meta/objects').expect(200);
    for (const { name } of body.data as MetaObjectView[])
      expect([name, (await fieldsOf(app.admin, name)).has('id')]).toEqual([name, true]);
  });
});

describe('the document with custom fields', () => {
  const documentFor = (key?: string): Promise<Response> =>
    fetch(`${app.url}/openapi.json?custom=1`, { headers: key === undefined ? {} : { 'X-API-Key': key } });
  const keyFor = async (scopes: string[]): Promise<string> => {
    const { signIn, createApiKey: createKey } = await import('../../../test/harness/app.js');
    return createKey(await signIn(app.url), scopes);
  };

  it('types them in all leads operations, for callers who can see them', async () => {
    expect((await documentFor()).status).toBe(401);
    expect((await documentFor(await keyFor(['leads:read']))).status).toBe(403);
    const answer = await documentFor(await keyFor(['custom-fields:read']));
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    const {
      components: { schemas },
      paths,
    } = (await answer.json()) as {
      components: {
        schemas: Record<
          string,
          { properties: Record<string, object>; required?: string[]; additionalProperties?: boolean }
        >;
      };
      paths: Record<string, { get: { parameters: { name: string; schema: { properties?: object } }[] } }>;
    };
    expect(schemas['LeadView']?.properties['customFields']).toEqual({
      $ref: '#/components/schemas/LeadViewCustomFields',
    });
    expect(schemas['LeadViewCustomFields']?.properties).toMatchObject({
      tier: { type: 'string', enum: ['a', 'b'] },
      worth: { type: 'string' },
    });
    expect(schemas['LeadViewCustomFields']?.properties).not.toHaveProperty('gone');
    expect(schemas['LeadCreateCustomFields']).toMatchObject({ required: ['tier'], additionalProperties: false });
    const list = paths['/api/v1/leads']?.get.parameters.find(({ name }) => name === 'custom');
    expect(list).toMatchObject({
      style: 'deepObject',
      explode: true,
      schema: { properties: { tier: { type: 'string', enum: ['a', 'b'] } } },
    });
    expect(Object.keys(list?.schema.properties ?? {})).not.toContain('gone');
    expect(schemas['LeadUpdateCustomFields']?.properties['worth']).toMatchObject({ nullable: true });
  });

  it('does not change the public document', async () => {
    const text = await (await fetch(`${app.url}/openapi.json`)).text();
    expect(text).not.toContain('LeadViewCustomFields');
  });
});

describe('the document in version 3.1', () => {
  it('has a webhook with a typed body for every event type', async () => {
    const newer = (await (await fetch(`${app.url}/openapi-3.1.json`)).json()) as {
      webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: { $ref: string } }> } } }>;
      components: { schemas: Record<string, { properties: { type: { const: string }; data: object } }> };
    };
    const types = (await (await fetch(`${app.url}/openapi.json`)).json()) as { 'x-events': { type: string }[] };
    expect(Object.keys(newer.webhooks).toSorted()).toEqual(types['x-events'].map(({ type }) => type).toSorted());
    for (const [type, { post }] of Object.entries(newer.webhooks)) {
      const name = post.requestBody.content['application/json']?.schema.$ref.split('/').at(-1) ?? '';
      expect(newer.components.schemas[name]?.properties.type.const).toBe(type);
    }
  });
});
