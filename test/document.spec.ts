import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { forReading } from '../src/openapi/swagger-ui/reading.js';
import { operationIdOf, sdkMethodOf } from '../src/openapi/operations/names.js';
import { dropUnused, encodeNullable, inlineReference, correctExample } from '../src/openapi/schemas/schemas.js';
import {
  eachPart,
  eachSchema,
  operationsOf,
  resolve,
  type Components,
  type Document,
  type Schema,
} from '../src/openapi/schemas/shapes.js';
import { toVersion31 } from '../src/openapi/schemas/version-31.js';
import { tags } from '../src/openapi/tags.js';

const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as Document;
const operations = operationsOf(document);
const repeated = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
const failing = (rule: (position: (typeof operations)[number]) => boolean): string[] =>
  operations.filter((position) => !rule(position)).map(({ operation }) => operation.operationId);

describe('every operation', () => {
  it('has a unique name in the document and the SDK', () => {
    expect(repeated(operations.map(({ operation }) => operation.operationId))).toEqual([]);
    expect(
      repeated(operations.map(({ operation }) => `${operation.tags?.[0]}.${String(operation['x-sdk-method'])}`)),
    ).toEqual([]);
    expect(failing(({ operation }) => /^[a-z][A-Za-z]+$/.test(operation.operationId))).toEqual([]);
  });

  it('has exactly one tag with a description', () => {
    expect(failing(({ operation }) => operation.tags?.length === 1)).toEqual([]);
    expect(document.tags?.filter(({ name, description }) => !description || description === name)).toEqual([]);
  });

  it('names its permission or is public', () => {
    const permission = ({ operation }: (typeof operations)[number]): string | undefined =>
      operation['x-required-permission'] as string | undefined;
    expect(failing(({ operation }) => operation.security !== undefined)).toEqual([]);
    const names = (position: (typeof operations)[number]): boolean =>
      position.operation.description?.includes(`Required permission: \`${permission(position)}\``) === true;
    expect(failing((position) => permission(position) === undefined || names(position))).toEqual([]);
    expect(
      failing((position) => permission(position) === undefined || position.operation.security?.length !== 0),
    ).toEqual([]);
  });

  // Spectral checks the form of summaries and the verbs of operation ids.
  it('has a description that does not repeat the summary', () => {
    const repeats = ({ summary = '', description = '' }: (typeof operations)[number]['operation']): boolean =>
      description.toLowerCase().startsWith(summary.toLowerCase());
    expect(failing(({ operation }) => !repeats(operation))).toEqual([]);
  });

  it('has an id without a repeated noun', () => {
    const words = (id: string): string[] => id.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
    const isPlain = (id: string): boolean => words(id).every((word, at, all) => word !== all[at - 1]);
    expect(failing(({ operation }) => isPlain(operation.operationId))).toEqual([]);
  });

  it('has an id that begins with search, count, find or preview if it is a reading POST', () => {
    const reads = ({ method, path }: (typeof operations)[number]): boolean =>
      method === 'post' && /\/(search|facets|duplicates|preview)$/.test(path);
    const isNamed = (id: string): boolean => /^(search|count|find|preview)[A-Z]/.test(id);
    expect(failing((position) => !reads(position) || isNamed(position.operation.operationId))).toEqual([]);
  });

  it('returns a problem for every error', () => {
    const problems = Object.entries(document.components.responses ?? {})
      .filter(
        ([, { content }]) => content?.['application/problem+json']?.schema?.$ref === '#/components/schemas/Problem',
      )
      .map(([name]) => `#/components/responses/${name}`);
    const isProblem = (status: string, { $ref, content }: { $ref?: string; content?: object }) =>
      !/^[45]/.test(status) ||
      ($ref === undefined ? 'application/problem+json' in (content ?? {}) : problems.includes($ref));
    expect(
      failing(({ operation }) =>
        Object.entries(operation.responses).every(([status, answer]) => isProblem(status, answer)),
      ),
    ).toEqual([]);
    expect(failing(({ operation }) => ['400', '500', '503'].every((status) => status in operation.responses))).toEqual(
      [],
    );
  });

  it('is documented without an invented URL', () => {
    expect(JSON.stringify(document)).not.toContain('kontor.example');
  });

  it('has one success status, or describes when each status is returned', () => {
    expect(
      failing(({ operation }) => Object.entries(operation.responses).some(([status]) => status.startsWith('2'))),
    ).toEqual([]);
    expect(
      failing(({ operation }) =>
        Object.values(operation.responses).every(({ $ref, description }) => $ref !== undefined || Boolean(description)),
      ),
    ).toEqual([]);
  });

  it('describes its parameters with an example', () => {
    const parameters = [
      ...operations.flatMap(({ operation }) =>
        (operation.parameters ?? []).map((parameter) => ({ ...parameter, of: operation.operationId })),
      ),
      ...Object.values(document.components.parameters ?? {}).map((parameter) => ({ ...parameter, of: 'components' })),
    ].filter(({ $ref }) => $ref === undefined);
    expect(parameters.filter(({ description }) => !description).map(({ of, name }) => `${of} ${name}`)).toEqual([]);
    expect(parameters.filter(({ example }) => example === undefined).map(({ of, name }) => `${of} ${name}`)).toEqual(
      [],
    );
    expect(
      operations.filter(
        ({ operation }) => repeated((operation.parameters ?? []).map(({ name, $ref }) => name ?? $ref)).length > 0,
      ),
    ).toEqual([]);
  });
});

describe('examples', () => {
  const newer = toVersion31(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (formats as unknown as (target: Ajv2020) => void)(ajv);
  for (const format of ['int32', 'int64']) ajv.addFormat(format, true);
  ajv.addSchema({ $id: 'document', components: { schemas: newer.components.schemas } });
  const mistakes = (schema: Schema, value: unknown): string | undefined => {
    const validate = ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')) as object,
    );
    return validate(value) ? undefined : ajv.errorsText(validate.errors);
  };

  it.each(operationsOf(newer).map(({ operation }) => [operation.operationId, operation] as const))(
    'of %s exist and are valid',
    (_, operation) => {
      const bodies = Object.values(operation.requestBody?.content ?? {});
      const answers = Object.entries(operation.responses)
        .filter(([status]) => status.startsWith('2'))
        .flatMap(([, { content }]) => Object.values(content ?? {}));
      for (const { schema, example } of [...bodies, ...answers]) {
        expect(example).toBeDefined();
        expect(mistakes(schema ?? {}, example)).toBeUndefined();
      }
      for (const { schema, example } of operation.parameters ?? [])
        expect(schema && mistakes(schema, example)).toBeUndefined();
    },
  );

  it('of problems are valid', () => {
    for (const { content } of Object.values(document.components.responses ?? {}))
      for (const { schema, example } of Object.values(content ?? {}))
        expect(mistakes(schema ?? {}, example)).toBeUndefined();
  });

  // The compiler plugin loses an example with spaces unless it is in double quotes.
  it('exist for every property that is not an object', () => {
    const bare = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(
          ([key, property]) =>
            property.example === undefined && key !== 'cursor' && key !== 'filter' && isScalar(property),
        )
        .map(([key]) => `${name}.${key}`),
    );
    expect(bare).toEqual([]);
  });

  const isScalar = (property: Schema): boolean => {
    const target = resolve(property, document.components);
    return target.type !== 'array' && !target.properties && !target.enum;
  };
});

describe('schemas', () => {
  it('of objects and enumerations are components', () => {
    const inline: string[] = [];
    const components = new Set(Object.values(document.components.schemas));
    for (const [name, filter] of Object.entries(document.components.schemas))
      if (name.endsWith('Filter') && filter.anyOf) eachPart(filter, (part) => components.add(part));
    eachSchema(document, (schema) => {
      const isNull = schema.enum?.length === 1 && schema.enum[0] === null;
      if (!components.has(schema) && ((schema.enum && !isNull) || schema.properties))
        inline.push(JSON.stringify(schema).slice(0, 200));
    });
    expect(inline).toEqual([]);
  });

  it('describe properties, parameters and responses by noun phrases', () => {
    const texts: string[] = [];
    JSON.stringify(document, (key, value: unknown) => {
      if (key === 'description' && typeof value === 'string') texts.push(value);
      return key === 'example' || key === 'x-events' ? undefined : value;
    });
    const asks = /^(What|Whom|Who|Whose|Where|When|Why|How|Since when|Until when|By what|Any of these)\b/;
    expect(texts.filter((text) => asks.test(text))).toEqual([]);
    const hasBreak = (text: string): boolean => text.replaceAll('\n\n', '').includes('\n');
    expect(texts.filter((text) => hasBreak(text) && !text.includes('##'))).toEqual([]);
  });

  it('describe every property', () => {
    const bare = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => !property.description)
        .map(([key]) => `${name}.${key}`),
    );
    expect(bare).toEqual([]);
  });

  it('encode null as `nullable` with a type, the only form that all checked generators understand', () => {
    const wrong: string[] = [];
    eachSchema(document, (schema) => {
      const isNull = schema.enum?.length === 1 && schema.enum[0] === null;
      if (isNull || (schema.nullable && (!schema.type || schema.$ref || schema.anyOf)))
        wrong.push(JSON.stringify(schema).slice(0, 200));
    });
    expect(wrong).toEqual([]);
  });

  it('have patterns without escaped slashes, which openapi-zod-client would escape again', () => {
    const escaped: unknown[] = [];
    JSON.stringify(document, (key, value: unknown) => {
      if (key === 'pattern' && typeof value === 'string' && value.includes('\\/')) escaped.push(value);
      return value;
    });
    expect(escaped).toEqual([]);
  });

  it('limit the records of a page to the maximum of its parameter', () => {
    const pages = Object.entries(document.components.schemas ?? {}).filter(([name]) => name.endsWith('Page'));
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter(([, { properties }]) => properties?.['data']?.maxItems === undefined)).toEqual([]);
    const wrong = operations.filter(({ operation }) => {
      const limit = operation.parameters?.find(({ name }) => name === 'limit')?.schema?.maximum;
      const answer = operation.responses['200']?.content?.['application/json']?.schema;
      const data = answer && resolve(answer, document.components).properties?.['data'];
      return limit !== undefined && data?.maxItems !== undefined && data.maxItems !== limit;
    });
    expect(wrong.map(({ operation }) => operation.operationId)).toEqual([]);
  });

  it('have valid references and no unused components', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(
      ([, kind = '', name = '']) => [kind, name] as const,
    );
    const components = document.components as unknown as Record<string, Record<string, unknown>>;
    expect(refs.filter(([kind, name]) => !components[kind]?.[name])).toEqual([]);
  });

  it('are sorted, so that differences are readable', () => {
    expect(Object.keys(document.components.schemas)).toEqual(Object.keys(document.components.schemas).toSorted());
    expect(Object.keys(document.paths)).toEqual(Object.keys(document.paths).toSorted());
  });
});

describe('the rules', () => {
  const components: Components = { schemas: { Colour: { type: 'string', enum: ['red'] } } };

  it.each([
    ['list', 'Leads', 'listLeads'],
    ['get', 'Leads', 'getLead'],
    ['stats', 'Leads', 'getLeadStats'],
    ['changeStatus', 'Leads', 'changeLeadStatus'],
    ['create', 'API keys', 'createApiKey'],
    ['create', 'Activities', 'createActivity'],
    ['login', 'Auth', 'login'],
    ['me', 'Auth', 'getMe'],
    ['changePassword', 'Auth', 'changePassword'],
    ['remove', 'Companies', 'deleteCompany'],
    ['facets', 'Deals', 'countDealFacets'],
    ['duplicates', 'Contacts', 'findContactDuplicates'],
    ['createFromText', 'Leads', 'createLeadFromText'],
    ['checkReadiness', 'Health', 'checkReadiness'],
  ])('name %s of %s %s', (method, tag, id) => {
    expect(operationIdOf(method, tag)).toBe(id);
  });

  it.each([
    ['listLeads', 'Leads', 'list'],
    ['createLeadFromText', 'Leads', 'createFromText'],
    ['mergeCompanies', 'Companies', 'merge'],
    ['setPrimaryContact', 'Contacts', 'setPrimary'],
    ['getApiKeyHistory', 'API keys', 'getHistory'],
    ['explainAccess', 'Access', 'explain'],
    ['login', 'Auth', 'login'],
    ['countOwnedRecords', 'Users', 'countOwnedRecords'],
  ])('name the SDK method of %s of %s %s', (id, tag, method) => {
    expect(sdkMethodOf(id, tag)).toBe(method);
  });

  it('simplify a reference without siblings and keep a reference with a description', () => {
    const alone: Schema = { allOf: [{ $ref: '#/components/schemas/Colour' }] };
    const described: Schema = { description: 'What it looks like.', allOf: [{ $ref: '#/components/schemas/Colour' }] };
    inlineReference(alone);
    inlineReference(described);
    expect(alone).toEqual({ $ref: '#/components/schemas/Colour' });
    expect(described.allOf).toHaveLength(1);
  });

  it('encode a nullable reference', () => {
    const schema: Schema = { nullable: true, allOf: [{ $ref: '#/components/schemas/Colour' }] };
    encodeNullable(schema, components);
    expect(schema).toEqual({
      type: 'string',
      nullable: true,
      allOf: [{ $ref: '#/components/schemas/Colour' }],
    });
  });

  it('add null to an enumeration and to alternatives', () => {
    const list: Schema = { type: 'string', nullable: true, enum: ['a'] };
    const either: Schema = { nullable: true, oneOf: [{ type: 'string' }] };
    encodeNullable(list, components);
    encodeNullable(either, components);
    expect(list.enum).toEqual(['a', null]);
    expect(either).toEqual({ oneOf: [{ type: 'string', nullable: true }] });
  });

  it('correct examples that the compiler read as numbers', () => {
    const schema: Schema = { type: 'string', example: 4711 };
    correctExample(schema, components);
    expect(schema.example).toBe('4711');
  });

  it('remove unused components', () => {
    const small = {
      openapi: '3.0.3',
      info: {},
      paths: {},
      components: { schemas: { A: { items: { $ref: '#/components/schemas/B' } }, B: {} } },
    } as Document;
    dropUnused(small);
    expect(small.components.schemas).toEqual({});
  });
});

describe('filters', () => {
  const { schemas } = document.components;
  const searches = operations.filter(({ path }) => /^\/api\/v1\/[a-z-]+\/(search|facets)$/.test(path));

  it('are typed in every search and facet count', () => {
    const filters = searches.map(({ operation }) => {
      const body = operation.requestBody?.content['application/json']?.schema ?? {};
      return resolve(body, document.components).properties?.['filter']?.allOf?.[0]?.$ref;
    });
    expect(filters.length).toBeGreaterThan(10);
    expect(filters.filter((ref) => !/\/[A-Z][A-Za-z]+Filter$/.test(ref ?? ''))).toEqual([]);
  });

  it('of a record type are recursive and name fields of linked records', () => {
    expect(JSON.stringify(schemas['DealFilter'])).toContain('"and":{"type":"array"');
    expect(schemas['DealTextField']?.enum).toEqual(expect.arrayContaining(['title', 'company.industry']));
  });

  it('have a closed list of sort fields, includes and facets', () => {
    const { sort, include } = schemas['LeadSearchRequest']?.properties ?? {};
    expect(JSON.stringify([sort, include])).toMatch(/LeadSort.*LeadInclude/);
    expect(schemas['LeadFacet']?.enum).toContain('status');
  });
});

describe('closed lists', () => {
  it('name every event type for webhooks, and every resource for scopes', () => {
    const { EventSelector, WebhookCreate, ApiKeyCreate } = document.components.schemas;
    const types = (document['x-events'] as { type: string }[]).map(({ type }) => type);
    expect(EventSelector?.enum).toEqual(expect.arrayContaining([...types, 'lead.*', '*']));
    expect(WebhookCreate?.properties?.['events']?.items).toEqual({ $ref: '#/components/schemas/EventSelector' });
    const scope = new RegExp(ApiKeyCreate?.properties?.['scopes']?.items?.pattern ?? '');
    expect(['leads:read', '*:*', 'users:write'].filter((text) => !scope.test(text))).toEqual([]);
    expect(scope.test('leds:read')).toBe(false);
  });
});

describe('other versions of the document', () => {
  it('encode null as in OpenAPI 3.1', () => {
    const newer = toVersion31(document);
    expect(newer.openapi).toBe('3.1.0');
    expect(JSON.stringify(newer.components.schemas)).not.toContain('"nullable"');
    eachSchema(newer, (schema) => expect(schema.example).toBeUndefined());
    expect(document.openapi).toBe('3.0.3');
  });

  it('sort groups by use, and omit credentials that a page cannot send', () => {
    const reading = forReading(document, tags);
    expect(reading.tags?.slice(0, 6).map(({ name }) => name)).toEqual([
      'Leads',
      'Lead forms',
      'Forms',
      'Companies',
      'Contacts',
      'Deals',
    ]);
    expect(reading.tags?.at(-1)?.name).toBe('Health');
    expect(reading.tags?.map(({ name }) => name).toSorted()).toEqual(tags.map(({ name }) => name).toSorted());
    expect(Object.keys(reading.components.securitySchemes ?? {}).toSorted()).toEqual(['apiKey', 'bearer']);
    expect(JSON.stringify(reading.paths)).not.toContain('"session":[]');
  });

  it('prefill no parameter that would limit a list', () => {
    const reading = forReading(document);
    const filled = operationsOf(reading)
      .flatMap(({ operation }) => operation.parameters ?? [])
      .filter(
        ({ in: position, required, example }) =>
          position === 'query' && !required && example !== undefined && JSON.stringify(example) !== '{}',
      );
    expect(filled).toEqual([]);
  });
});
