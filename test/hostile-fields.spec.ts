import { operations, resolve, type Operation, type Schema } from './harness/document.js';
import { isFull, shareOf } from './harness/share.js';
import { inEarnest } from './matrix/cells.js';
import type { Answer, Question } from './matrix/client.js';
import { changedBetween, fingerprintOf } from './matrix/fingerprint.js';
import { addressOf, Scene, type Caller } from './matrix/scene.js';

let scene: Scene;
let admin: Caller;
let columns: Map<string, string[]>;

beforeAll(async () => {
  scene = await Scene.open();
  admin = { ...scene.stranger('admin', {}), headers: { ...scene.app.admin.headers, 'Sec-Fetch-Site': 'same-origin' } };
  const { rows } = await scene.db.query<{ table: string; columns: string[] }>(
    `select table_name as table, array_agg(column_name::text) as columns from information_schema.columns
      where table_schema = 'public' group by 1`,
  );
  columns = new Map(rows.map((row) => [row.table, row.columns]));
}, 60_000);
afterAll(() => scene.close());

const camel = (name: string): string => name.replace(/_(\w)/g, (_, character: string) => character.toUpperCase());
const tableOf = ({ path }: Operation): string => (path.split('/')[3] ?? '').replaceAll('-', '_');
// Public forms accept the fields of their page. The value of a setting depends on its key.
const writes = operations.filter(
  ({ path, method, bodyExample }) =>
    path.startsWith('/api/v1') &&
    !path.includes('/forms/') &&
    method !== 'get' &&
    method !== 'delete' &&
    bodyExample !== undefined,
);

/** Names that must be rejected if the API document does not contain them. */
const NEVER = [
  '__proto__',
  'constructor',
  'prototype',
  'id',
  '_id',
  'ownerId',
  'owner',
  'teamId',
  'version',
  'deletedAt',
  'createdAt',
  'createdById',
  'createdBy',
  'updatedById',
  'userId',
  'user',
  'isSystem',
  'isAdmin',
  'isActive',
  'admin',
  'role',
  'roles',
  'roleIds',
  'permissions',
  'recordAccess',
  'actor',
  'passwordHash',
  'password',
  'emailVerifiedAt',
  'stage',
  'score',
  'attempts',
  'feedSequence',
  'keyHash',
  'tokenHash',
  '$set',
  '$inc',
  '__raw',
  'toJSON',
  'hasOwnProperty',
  'toString',
  'valueOf',
];

interface Location {
  readonly at: readonly (string | number)[];
  readonly schema: Schema;
}

/** Returns every object of the body with its own fields, and every scalar field. */
function placesIn(
  schema: Schema,
  example: unknown,
  at: readonly (string | number)[] = [],
): { objects: Location[]; scalars: Location[] } {
  const target = resolve(schema);
  if (Array.isArray(example) && target.items && example.length > 0)
    return placesIn(target.items, example[0], [...at, 0]);
  if (!target.properties || typeof example !== 'object' || example === null) return { objects: [], scalars: [] };
  const found = { objects: [{ at, schema: target }], scalars: [] as Location[] };
  for (const [name, property] of Object.entries(target.properties)) {
    const inner = resolve(property);
    if (['string', 'integer', 'number', 'boolean'].includes(inner.type ?? '') || inner.enum)
      found.scalars.push({ at: [...at, name], schema: inner });
    const deeper = placesIn(property, (example as Record<string, unknown>)[name], [...at, name]);
    found.objects.push(...deeper.objects);
    found.scalars.push(...deeper.scalars);
  }
  return found;
}

function withValue(body: unknown, [first, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(body))
    return body.map((entry: unknown, index) => (index === first ? withValue(entry, rest, value) : entry));
  // `defineProperty` instead of an assignment, so that `__proto__` arrives as a field.
  const copy = { ...(body as object) };
  Object.defineProperty(copy, first, {
    value: withValue((body as Record<string, unknown>)[first], rest, value),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

const codesOf = ({ body }: Answer): string[] => [
  String(body['code']),
  ...((body['errors'] ?? []) as { code: string }[]).map(({ code }) => code),
];

/** Returns the fields that a response calls unknown. */
const namedIn = ({ body }: Answer): Set<string> =>
  new Set(
    ((body['errors'] ?? []) as { code: string; pointer?: string }[])
      .filter(({ code }) => code === 'unknown-field')
      .map(({ pointer }) => decodeURIComponent(pointer?.split('/').at(-1) ?? '')),
  );

/** Sends all requests. Returns the requests that were not rejected, and the changed tables. */
async function rejections(
  questions: readonly (Question & { readonly about: string })[],
  isRejected: (answer: Answer, about: string) => boolean,
): Promise<string[]> {
  const before = await fingerprintOf(scene.db);
  const found: string[] = [];
  await scene.client.askAll(questions, async (question) => {
    const answer = await scene.client.ask(question);
    if (!isRejected(answer, question.about))
      found.push(`${question.about}: ${answer.status} ${codesOf(answer).join()}`);
  });
  return [...changedBetween(before, await fingerprintOf(scene.db)).map((table) => `changed: ${table}`), ...found].slice(
    0,
    30,
  );
}

describe('mass assignment', () => {
  it('of any column or dangerous name is rejected at every depth of every body', async () => {
    const questions: (Question & { about: string; expected: string[]; alone: (name: string) => Question })[] = [];
    for (const operation of writes) {
      const question = inEarnest(operation, admin, await scene.sampleOf(operation));
      const names = new Set([
        ...(columns.get(tableOf(operation)) ?? []).flatMap((column) => [column, camel(column)]),
        ...NEVER,
      ]);
      for (const { at, schema } of placesIn(operation.body ?? {}, operation.bodyExample).objects) {
        const strange = [...names].filter((name) => !(schema.properties && Object.hasOwn(schema.properties, name)));
        // Sends all names together: the response must list each of them. Forbidden names are rejected before other
        // names are checked.
        const [deadly, unknown] = [
          strange.filter((name) => name in {} || name === 'prototype'),
          strange.filter((name) => !(name in {}) && name !== 'prototype'),
        ];
        const alone = (name: string): Question => ({
          ...question,
          body: withValue(question.body, [...at, name], 'x') as object,
        });
        questions.push({
          ...question,
          about: `${operation.operationId} ${at.join('.')}`,
          alone,
          expected: unknown,
          body: unknown.reduce(
            (body: unknown, name) => withValue(body, [...at, name], admin.userId || 'x'),
            question.body,
          ) as object,
        });
        questions.push(
          ...deadly.map((name) => ({
            ...question,
            about: `${operation.operationId} ${[...at, name].join('.')}`,
            alone,
            expected: [],
            body: withValue(question.body, [...at, name], { isAdmin: true }) as object,
          })),
        );
      }
    }
    expect(questions.reduce((sum, { expected }) => sum + Math.max(1, expected.length), 0)).toBeGreaterThan(2_000);
    // Some responses list only the first errors. The missing names are sent alone.
    const unnamed: (Question & { about: string })[] = [];
    const asked = new Map(questions.map((question) => [question.about, question]));
    expect(
      await rejections(questions, (answer, about) => {
        const question = asked.get(about);
        const missing = (question?.expected ?? []).filter((name) => !namedIn(answer).has(name));
        unnamed.push(
          ...missing.map(
            (name) => ({ ...question?.alone(name), about: `${about} ${name} alone` }) as Question & { about: string },
          ),
        );
        return (
          answer.status === 400 &&
          answer.body['code'] === (question?.expected.length === 0 ? 'forbidden-key' : 'unknown-field')
        );
      }),
    ).toEqual([]);
    expect(
      await rejections(unnamed, (answer) => answer.status === 400 && answer.body['code'] === 'unknown-field'),
    ).toEqual([]);
  }, 90_000);

  it('is rejected in a query too, also with names of JavaScript properties', async () => {
    const names = [
      '__proto__',
      'constructor',
      'prototype',
      'hasOwnProperty',
      'toString',
      'valueOf',
      'isPrototypeOf',
      'toLocaleString',
      'propertyIsEnumerable',
    ];
    const gets = operations.filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1'));
    const questions = gets.flatMap((operation) =>
      names.map((name) => ({
        about: `${operation.operationId} ${name}`,
        method: 'get',
        path: `${addressOf(operation)}?${name}=1`,
        headers: admin.headers,
      })),
    );
    expect(await rejections(questions, ({ status }) => status === 400)).toEqual([]);
  }, 60_000);
});

const OPERATORS = [
  '$eq',
  '$ne',
  '$in',
  '$nin',
  '$not',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$like',
  '$re',
  '$fulltext',
  '$ilike',
  '$overlap',
  '$contains',
  '$contained',
  '$exists',
  '$hasKey',
  '$hasKeys',
  '$hasSomeKeys',
  '$and',
  '$or',
  '$some',
  '$none',
  '$every',
  '$size',
];

// Each field gets a few operators in turn, so that every operator is tested with every kind of field.
let turn = 0;
const nextOperators = (most: number): string[] => {
  const few = isFull ? most : 2;
  turn += few;
  return Array.from({ length: few }, (_, step) => OPERATORS[(turn + step) % OPERATORS.length] ?? '');
};

describe('operators', () => {
  it('instead of a scalar in a body are rejected', async () => {
    const questions: (Question & { about: string })[] = [];
    for (const operation of writes.filter(({ path }) => !path.includes('/settings/'))) {
      const question = inEarnest(operation, admin, await scene.sampleOf(operation));
      for (const { at, schema } of placesIn(operation.body ?? {}, operation.bodyExample).scalars)
        for (const operator of nextOperators(4)) {
          const value = /n$|^\$(and|or|has)/.test(operator) ? [null] : operator === '$like' ? '%' : null;
          questions.push({
            ...question,
            about: `${operation.operationId} ${at.join('.')} ${operator} (${schema.type})`,
            body: withValue(question.body, at, { [operator]: value }) as object,
          });
        }
    }
    expect(questions.length).toBeGreaterThan(400);
    expect(await rejections(questions, ({ status }) => [400, 422].includes(status))).toEqual([]);
  }, 90_000);

  it('in a parameter are rejected', async () => {
    const questions = operations
      .filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1'))
      .flatMap((operation) =>
        [
          ...operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
          'where',
          'id',
        ].flatMap((name) =>
          nextOperators(2)
            .flatMap((operator, at) => [
              `${name}[${operator}]=1`,
              at === 0 ? `${name}[${operator}][]=1` : `${operator}=1`,
            ])
            .map((query) => ({
              about: `${operation.operationId} ${query}`,
              method: 'get',
              path: `${addressOf(operation)}?${encodeURI(query)}`,
              headers: admin.headers,
            })),
        ),
      );
    expect(await rejections(questions, ({ status }) => status === 400)).toEqual([]);
  }, 90_000);
});

/** Returns the response without the parts that belong to this request. */
const shapeOf = ({ status, text }: Answer, name: string): string =>
  `${status} ${text
    .replace(/"requestId":"[^"]*"/, '')
    .replaceAll(encodeURIComponent(name), 'NAME')
    .replaceAll(name, 'NAME')}`;
/** Returns the fields and filters of a resource. Other fields are hidden. */
const viewOf = (operation: Operation): Set<string> => {
  const list = operations.find(
    ({ path, method }) => method === 'get' && path === operation.path.replace(/\/(search|facets)$/, ''),
  );
  const item = resolve(list?.answer ?? {}).properties?.['data']?.items;
  return new Set([
    ...Object.keys(item ? (resolve(item).properties ?? {}) : {}),
    ...(list?.parameters ?? []).map(({ name }) => name),
  ]);
};

describe('hidden fields', () => {
  const SECRET = /hash|secret|token|password|pepper|search_text|digits|headers|payload|lease/;
  const UNKNOWN = 'nobodyKnowsThis';
  // Words of every problem document, which would be taken for the name, such as `id` of `invalid`.
  const OF_PROBLEMS = new Set(['id', 'type', 'title', 'status', 'detail', 'instance', 'code', 'errors', 'value']);
  const namesFor = (operation: Operation): string[] => {
    const own = columns.get(tableOf(operation)) ?? [];
    const secret = [...columns.values()].flat().filter((column) => SECRET.test(column));
    const names = [...new Set([...own, ...secret])].flatMap((column) => [column, camel(column)]);
    const view = viewOf(operation);
    return [
      ...new Set([
        ...names,
        ...['passwordHash', 'password_hash', 'email', 'keyHash'].flatMap((name) => [
          `owner.${name}`,
          `createdBy.${name}`,
          `assignee.${name}`,
        ]),
      ]),
    ].filter((name) => !view.has(name) && !OF_PROBLEMS.has(name));
  };
  const searches = operations.filter(({ path, method }) => method === 'post' && /\/(search|facets)$/.test(path));
  const lists = operations.filter(
    ({ parameters, method }) => method === 'get' && parameters.some(({ name }) => name === 'limit'),
  );

  /** Returns bodies that use the field in each possible place. */
  const bodiesWith = (operation: Operation, name: string): object[] =>
    operation.path.endsWith('/facets')
      ? [{ facets: [name] }, { facets: ['status'], filter: { field: name, op: 'eq', value: 'x' } }]
      : [
          { filter: { field: name, op: 'eq', value: 'x' } },
          { filter: { not: { field: name, op: 'isNull' } } },
          { filter: { field: name, op: 'startsWith', value: 'a' } },
          { sort: [name] },
          { sort: [`-${name}`] },
          { include: [name] },
        ];

  it('are unknown to searches and facets, like missing fields', async () => {
    const reported: string[] = [];
    for (const operation of searches) {
      const ask = async (body: object): Promise<Answer> =>
        scene.client.ask({ method: 'post', path: operation.path, headers: admin.headers, body });
      const unknown = await Promise.all(
        bodiesWith(operation, UNKNOWN).map(async (body) => shapeOf(await ask(body), UNKNOWN)),
      );
      expect(unknown.filter((shape) => !/^(400|422) /.test(shape))).toEqual([]);
      await scene.client.askAll(
        shareOf(namesFor(operation), (turn += 1), 6).flatMap((name) =>
          bodiesWith(operation, name).map((body, method) => ({ name, body, way: method })),
        ),
        async ({ name, body, way: method }) => {
          if (shapeOf(await ask(body), name) !== unknown[method])
            reported.push(`${operation.operationId} ${JSON.stringify(body)}`);
        },
      );
    }
    expect(reported.slice(0, 20)).toEqual([]);
  }, 60_000);

  it('are unknown to list parameters, like missing fields', async () => {
    const reported: string[] = [];
    for (const operation of lists) {
      const known = new Set(operation.parameters.map(({ name }) => name));
      const queries = (name: string): string[] => [`${name}=x`, `sort=${name}`, `include=${name}`];
      const ask = async (query: string): Promise<Answer> =>
        scene.client.ask({
          method: 'get',
          path: `${addressOf(operation, await scene.sampleOf(operation))}?${query}`,
          headers: admin.headers,
        });
      const unknown = await Promise.all(queries(UNKNOWN).map(async (query) => shapeOf(await ask(query), UNKNOWN)));
      expect([operation.operationId, unknown.filter((shape) => !shape.startsWith('400 '))]).toEqual([
        operation.operationId,
        [],
      ]);
      await scene.client.askAll(
        shareOf(
          namesFor(operation).filter((name) => !known.has(name) && /^[a-z.]+$/i.test(name)),
          (turn += 1),
          8,
        ).flatMap((name) => queries(name).map((query, method) => ({ name, query, way: method }))),
        async ({ name, query, way: method }) => {
          if (shapeOf(await ask(query), name) !== unknown[method]) reported.push(`${operation.operationId} ${query}`);
        },
      );
    }
    expect(reported.slice(0, 20)).toEqual([]);
  }, 90_000);

  it('change no response: two databases that differ only in them look the same', async () => {
    // Logs show that something changed, but never the secret itself.
    const isLog = /events|jobs|-logs|history/;
    const all = async (): Promise<string[]> => {
      const questions: Question[] = [
        ...lists
          .filter(({ path }) => !isLog.test(path))
          .map((operation) => ({ method: 'get', path: `${addressOf(operation)}?limit=100`, headers: admin.headers })),
        ...searches
          .filter(({ path }) => !isLog.test(path))
          .map((operation) => ({
            method: 'post',
            path: operation.path,
            headers: admin.headers,
            body: operation.path.endsWith('/facets') ? { facets: ['status'] } : { q: 'secretword', limit: 100 },
          })),
      ];
      const answers: string[] = [];
      await scene.client.askAll(
        questions,
        async (question, index) =>
          void (answers[index] = `${question.path} ${shapeOf(await scene.client.ask(question), UNKNOWN)}`),
      );
      return answers;
    };
    const person = await scene.person([]);
    await scene.withKey(person);
    const [before] = [await all()];
    await scene.db.query(`update users set password_hash = 'secretword' where id = $1`, [person.userId]);
    await scene.db.query(`update api_keys set key_hash = 'secretword' where created_by_id = $1`, [person.userId]);
    expect(await all()).toEqual(before);
  }, 60_000);
});
