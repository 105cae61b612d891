import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { forReading } from '../src/document/reading.js';
import { operationIdOf } from '../src/document/names.js';
import { dropUnused, encodeNullable, foldReference, mendExample } from '../src/document/schemas.js';
import {
  eachSchema,
  operationsOf,
  resolve,
  type Components,
  type Document,
  type Schema,
} from '../src/document/shapes.js';
import { toVersion31 } from '../src/document/version-31.js';

const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as Document;
const operations = operationsOf(document);
const repeated = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
const failing = (rule: (place: (typeof operations)[number]) => boolean): string[] =>
  operations.filter((place) => !rule(place)).map(({ operation }) => operation.operationId);

describe('every operation', () => {
  it('has a name of its own, here and in the SDK', () => {
    expect(repeated(operations.map(({ operation }) => operation.operationId))).toEqual([]);
    expect(
      repeated(operations.map(({ operation }) => `${operation.tags?.[0]}.${String(operation['x-sdk-method'])}`)),
    ).toEqual([]);
    expect(failing(({ operation }) => /^[a-z][A-Za-z]+$/.test(operation.operationId))).toEqual([]);
  });

  it('has exactly one tag, and each tag says what it is about', () => {
    expect(failing(({ operation }) => operation.tags?.length === 1)).toEqual([]);
    expect(document.tags?.filter(({ name, description }) => !description || description === name)).toEqual([]);
  });

  it('names its permission or says that it is open', () => {
    const permission = ({ operation }: (typeof operations)[number]): string | undefined =>
      operation['x-required-permission'] as string | undefined;
    expect(failing(({ operation }) => operation.security !== undefined)).toEqual([]);
    expect(
      failing(
        (place) =>
          permission(place) === undefined ||
          place.operation.description?.includes(`Needs \`${permission(place)}\``) === true,
      ),
    ).toEqual([]);
    expect(failing((place) => permission(place) === undefined || place.operation.security?.length !== 0)).toEqual([]);
  });

  it('has a summary that fits on a line', () => {
    expect(failing(({ operation: { summary = '' } }) => summary.length > 5 && summary.length <= 100)).toEqual([]);
  });

  it('answers every failure with a problem', () => {
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

  it('has one success, or says in words when it has which', () => {
    expect(
      failing(({ operation }) => Object.entries(operation.responses).some(([status]) => status.startsWith('2'))),
    ).toEqual([]);
    expect(
      failing(({ operation }) =>
        Object.values(operation.responses).every(({ $ref, description }) => $ref !== undefined || Boolean(description)),
      ),
    ).toEqual([]);
  });

  it('describes its parameters and gives an example of each', () => {
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
  const ajv = new Ajv({ strict: false, allErrors: true });
  (formats as unknown as (target: Ajv) => void)(ajv);
  for (const format of ['int32', 'int64']) ajv.addFormat(format, true);
  ajv.addSchema({ $id: 'document', components: { schemas: document.components.schemas } });
  const mistakes = (schema: Schema, value: unknown): string | undefined => {
    const validate = ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')) as object,
    );
    return validate(value) ? undefined : ajv.errorsText(validate.errors);
  };

  it.each(operations.map(({ operation }) => [operation.operationId, operation] as const))(
    'of %s are there and true',
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

  it('of problems are true', () => {
    for (const { content } of Object.values(document.components.responses ?? {}))
      for (const { schema, example } of Object.values(content ?? {}))
        expect(mistakes(schema ?? {}, example)).toBeUndefined();
  });

  // The compiler plugin loses an example with blanks unless it stands in double quotes.
  it('are there for every property that is no object', () => {
    const bare = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([key, property]) => property.example === undefined && key !== 'cursor' && isScalar(property))
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
  it('are components where they are objects or enumerations', () => {
    const inline: string[] = [];
    const components = new Set(Object.values(document.components.schemas));
    eachSchema(document, (schema) => {
      const isNull = schema.enum?.length === 1 && schema.enum[0] === null;
      if (!components.has(schema) && ((schema.enum && !isNull) || schema.properties))
        inline.push(JSON.stringify(schema).slice(0, 200));
    });
    expect(inline).toEqual([]);
  });

  it('describe every property', () => {
    const bare = Object.entries(document.components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => !property.description)
        .map(([key]) => `${name}.${key}`),
    );
    expect(bare).toEqual([]);
  });

  it('say null in the one encoding that every validator understands', () => {
    const wrong: string[] = [];
    eachSchema(document, (schema) => {
      if (!schema.nullable) return;
      const hasReference = schema.anyOf?.some(({ $ref }) => $ref);
      if (
        !schema.type ||
        schema.allOf ||
        schema.$ref ||
        (hasReference && !schema.anyOf?.some((member) => member.enum?.[0] === null))
      )
        wrong.push(JSON.stringify(schema).slice(0, 200));
    });
    expect(wrong).toEqual([]);
  });

  it('refer only to what is there, and everything there is referred to', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(
      ([, kind = '', name = '']) => [kind, name] as const,
    );
    const components = document.components as unknown as Record<string, Record<string, unknown>>;
    expect(refs.filter(([kind, name]) => !components[kind]?.[name])).toEqual([]);
  });

  it('are sorted, so that changes are easy to read', () => {
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
    ['parse', 'Lead intake', 'parseLead'],
    ['createFromText', 'Lead intake', 'createLeadFromText'],
    ['checkReadiness', 'Health', 'checkReadiness'],
  ])('name %s of %s %s', (method, tag, id) => {
    expect(operationIdOf(method, tag)).toBe(id);
  });

  it('fold a reference that stands alone, and keep one with a description', () => {
    const alone: Schema = { allOf: [{ $ref: '#/components/schemas/Colour' }] };
    const described: Schema = { description: 'What it looks like.', allOf: [{ $ref: '#/components/schemas/Colour' }] };
    foldReference(alone);
    foldReference(described);
    expect(alone).toEqual({ $ref: '#/components/schemas/Colour' });
    expect(described.allOf).toHaveLength(1);
  });

  it('encode a reference that may be null', () => {
    const schema: Schema = { nullable: true, allOf: [{ $ref: '#/components/schemas/Colour' }] };
    encodeNullable(schema, components);
    expect(schema).toEqual({
      type: 'string',
      nullable: true,
      anyOf: [{ $ref: '#/components/schemas/Colour' }, { enum: [null] }],
    });
  });

  it('add null to an enumeration and to alternatives that may be null', () => {
    const list: Schema = { type: 'string', nullable: true, enum: ['a'] };
    const either: Schema = { nullable: true, oneOf: [{ type: 'string' }] };
    encodeNullable(list, components);
    encodeNullable(either, components);
    expect(list.enum).toEqual(['a', null]);
    expect(either).toEqual({ oneOf: [{ type: 'string', nullable: true }] });
  });

  it('mend examples that the compiler read as numbers', () => {
    const schema: Schema = { type: 'string', example: 4711 };
    mendExample(schema, components);
    expect(schema.example).toBe('4711');
  });

  it('drop components that nothing uses', () => {
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

describe('the other faces', () => {
  it('say null as 3.1 does', () => {
    const newer = toVersion31(document);
    expect(newer.openapi).toBe('3.1.0');
    expect(JSON.stringify(newer.components.schemas)).not.toContain('"nullable"');
    eachSchema(newer, (schema) => expect(schema.example).toBeUndefined());
    expect(document.openapi).toBe('3.0.3');
  });

  it('fill in nothing in advance that would narrow a list', () => {
    const reading = forReading(document);
    const filled = operationsOf(reading)
      .flatMap(({ operation }) => operation.parameters ?? [])
      .filter(({ in: place, required, example }) => place === 'query' && !required && example !== undefined);
    expect(filled).toEqual([]);
  });
});
