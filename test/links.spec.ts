import { readFileSync } from 'node:fs';
import { toVersion31 } from '../src/openapi/schemas/version-31.js';
import { operationsOf, nameIn, type Document, type Link, type SchemaLocation } from '../src/openapi/schemas/shapes.js';
import { signIn, startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';
import { operations, type Operation } from './harness/document.js';
import { ExampleRequests } from './harness/example-requests.js';

const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as Document;

interface Followed {
  readonly from: string;
  readonly status: string;
  readonly link: Link;
}

const linksOf = ({ components, ...rest }: Document): Followed[] =>
  operationsOf({ components, ...rest }).flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, { links = {} }]) =>
      Object.values(links).map((link) => ({
        from: operation.operationId,
        status,
        link: '$ref' in link ? (components.links?.[nameIn(link.$ref)] as Link) : link,
      })),
    ),
  );
const operation = (id: string): Operation => operations.find(({ operationId }) => operationId === id) as Operation;

describe('links', () => {
  const links = linksOf(document);
  const targetsOf = (id: string): string[] =>
    links.filter(({ from }) => from === id).map(({ link }) => link.operationId);

  it('lead from a new lead to everything that can be done with it', () => {
    expect(targetsOf('createLead')).toEqual(
      expect.arrayContaining(['getLead', 'updateLead', 'changeLeadStatus', 'convertLead', 'createLeadActivity']),
    );
  });

  it('lead from a conversion to the new records', () => {
    expect(targetsOf('convertLead')).toEqual(['getLead', 'getCompany', 'getContact', 'getDeal']);
  });

  it('lead from every response with a new record', () => {
    const created = operations.filter(({ path, method }) => {
      const hasOne = operations.some((one) => one.method === 'get' && one.path === `${path}/{id}`);
      return method === 'post' && hasOne && document.paths[path]?.['post']?.responses['201'] !== undefined;
    });
    expect(created.length).toBeGreaterThan(15);
    expect(created.filter(({ operationId }) => targetsOf(operationId).length === 0)).toEqual([]);
  });

  it('name existing operations and all their required parameters', () => {
    const wrong = links.filter(({ link }) => {
      const { parameters = [] } = operation(link.operationId) ?? {};
      const names = parameters.map(({ name }) => name);
      const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
      const named = Object.keys(link.parameters);
      return !named.every((name) => names.includes(name)) || !required.every((name) => named.includes(name));
    });
    expect(links.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });

  it('are in OpenAPI 3.1 as well', () => {
    expect(linksOf(toVersion31(document))).toEqual(links);
  });
});

describe('links on a server', () => {
  let app: TestApp;
  let session: Caller;
  let examples: ExampleRequests;

  beforeAll(async () => {
    app = await startApp();
    session = await signIn(app.url);
    examples = new ExampleRequests(app, session, (await app.as('sales')).userId);
    await Promise.all([1, 2, 3].map(() => examples.records.build('leads')));
  }, 60_000);
  afterAll(() => app.close());

  const at = (body: unknown, expression: string): unknown =>
    expression
      .replace('$response.body#/', '')
      .split('/')
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], body);

  /** Follows a link to a GET and returns the response. */
  async function follow(body: unknown, { operationId, parameters }: Link): Promise<{ status: number; body: unknown }> {
    const { path } = operation(operationId);
    const values = Object.entries(parameters).map(
      ([name, expression]) => [name, String(at(body, expression))] as const,
    );
    const inQuery = values.filter(([name]) => !path.includes(`{${name}}`));
    const url = values.reduce((text, [name, value]) => text.replace(`{${name}}`, value), path.replace('/api/v1', ''));
    return session.get(`${url}?${new URLSearchParams(Object.fromEntries(inQuery)).toString()}`);
  }

  const readable = (from: SchemaLocation['operation']['operationId']): Link[] =>
    linksOf(document)
      .filter((followed) => followed.from === from && operation(followed.link.operationId).method === 'get')
      .map(({ link }) => link);

  it.each(['createLead', 'createCompany', 'createDeal', 'createWebhook', 'createPipeline', 'createApiKey'])(
    'of %s can be followed',
    async (id) => {
      const { path, bodyExample } = operation(id);
      const { body } = await session
        .post(path.replace('/api/v1', ''))
        .send(bodyExample as object)
        .expect(201);
      const links = readable(id);
      expect(links.length).toBeGreaterThan(1);
      for (const link of links)
        expect([link.operationId, (await follow(body, link)).status]).toEqual([link.operationId, 200]);
    },
  );

  it('of a conversion return the new records', async () => {
    const conversion = { onDuplicate: 'create', deal: { create: { title: 'Engine' } } };
    const { body } = await session
      .post(await examples.pathFor(operation('convertLead')))
      .send(conversion)
      .expect(200);
    for (const link of readable('convertLead')) {
      const found = await follow(body, link);
      expect([found.status, (found.body as { id: string }).id]).toEqual([200, at(body, link.parameters['id'] ?? '')]);
    }
  });

  it('of a page return the next page', async () => {
    const { body } = await session.get('/leads?limit=1').expect(200);
    const [link] = readable('listLeads');
    const next = await follow(body, link as Link);
    expect(next.status).toBe(200);
    expect(at(next.body, '$response.body#/data/0/id')).not.toBe(at(body, '$response.body#/data/0/id'));
  });
});
