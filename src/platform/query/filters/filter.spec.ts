import fc from 'fast-check';
import { BadRequestError, UnprocessableError, type FieldError } from '../../../kernel/errors.js';
import { field, matches, parseFilter, parseSort, simpleFilter, sortable } from '../index.js';
import { isRelative, momentOf, resolveRelative, startOfDay } from './moments.js';

const fields = {
  name: field.text('l.name', { sort: true }),
  email: field.text('l.email', { nullable: true, lowercase: true }),
  status: field.choice('l.status', ['new', 'won'], { facet: true }),
  score: field.integer('l.score', { sort: true }),
  value: field.decimal('l.value', { nullable: true }),
  hot: field.boolean('l.hot'),
  createdAt: field.timestamp('l.created_at', { sort: true }),
  closeOn: field.day('l.close_on', { nullable: true }),
  owner: field.uuid('l.owner_id', { nullable: true, user: true }),
  tags: field.tags('l.tags'),
  custom: field.json('l.custom_fields', { property: 'customFields' }),
  secret: field.text('l.secret', { filter: false }),
};
const context = { userId: '00000000-0000-4000-8000-000000000001', now: new Date('2026-03-31T10:00:00Z') };

function rejection(work: () => unknown): readonly FieldError[] {
  try {
    work();
  } catch (error) {
    if (error instanceof UnprocessableError || error instanceof BadRequestError) return error.extras.errors ?? [];
    throw error;
  }
  throw new Error('nothing was rejected');
}
const mistakes = (input: unknown): string[] =>
  rejection(() => parseFilter(input, fields)).map(({ pointer, code }) => `${pointer} ${code}`);
const nested = (levels: number): unknown =>
  JSON.parse('{"not":'.repeat(levels) + '{"field":"hot","op":"eq","value":true}' + '}'.repeat(levels));

describe('a filter is rejected with the location of each error', () => {
  it.each([
    [{ field: 'nope', op: 'eq', value: 1 }, '#/filter/field unknown-field'],
    [{ field: 'secret', op: 'eq', value: 'x' }, '#/filter/field unknown-field'],
    [{ field: 'constructor', op: 'eq', value: 'x' }, '#/filter/field unknown-field'],
    [{ field: '__proto__', op: 'eq', value: 'x' }, '#/filter/field unknown-field'],
    [{ field: 'custom.__proto__', op: 'eq', value: 'x' }, '#/filter/field unknown-field'],
    [{ field: ['name'], op: 'eq', value: 'x' }, '#/filter/field unknown-field'],
    [{ field: 'name', op: 'lt', value: 'x' }, '#/filter/op unknown-operator'],
    [{ field: 'name', op: 'toString', value: 'x' }, '#/filter/op unknown-operator'],
    [{ field: 'name', op: 'eq' }, '#/filter/value missing'],
    [{ field: 'name', op: 'eq', value: null }, '#/filter/value wrong-type'],
    [{ field: 'name', op: 'eq', value: { $ne: '' } }, '#/filter/value wrong-type'],
    [{ field: 'name', op: 'eq', value: 'a\0b' }, '#/filter/value wrong-type'],
    [{ field: 'name', op: 'eq', value: '\ud800' }, '#/filter/value wrong-type'],
    [{ field: 'name', op: 'eq', value: 'x'.repeat(501) }, '#/filter/value too-long'],
    [{ field: 'status', op: 'in', value: ['new', 'old'] }, '#/filter/value/1 unknown-value'],
    [{ field: 'status', op: 'in', value: 'new' }, '#/filter/value wrong-type'],
    [{ field: 'score', op: 'in', value: Array(101).fill(1) }, '#/filter/value too-many-values'],
    [{ field: 'score', op: 'gte', value: 1.5 }, '#/filter/value wrong-type'],
    [{ field: 'value', op: 'gte', value: '1e9' }, '#/filter/value wrong-type'],
    [{ field: 'hot', op: 'eq', value: 'true' }, '#/filter/value wrong-type'],
    [{ field: 'createdAt', op: 'gte', value: '2026-02-30T00:00:00Z' }, '#/filter/value wrong-type'],
    [{ field: 'createdAt', op: 'gte', value: '2026-01-01T00:00:00' }, '#/filter/value wrong-type'],
    [{ field: 'createdAt', op: 'gte', value: { rel: '-101y' } }, '#/filter/value wrong-type'],
    [{ field: 'createdAt', op: 'gte', value: { rel: '-1d', extra: 1 } }, '#/filter/value wrong-type'],
    [{ field: 'closeOn', op: 'eq', value: '0000-01-01' }, '#/filter/value wrong-type'],
    [{ field: 'owner', op: 'eq', value: '$us' }, '#/filter/value wrong-type'],
    [{ field: 'tags', op: 'eq', value: 'a' }, '#/filter/op unknown-operator'],
    [{ field: 'custom.size', op: 'lt', value: true }, '#/filter/value wrong-type'],
    [{ field: 'name', op: 'isNull', value: 'yes' }, '#/filter/value wrong-type'],
    [
      {
        and: [
          { field: 'hot', op: 'eq', value: true },
          { field: 'score', op: 'eq', value: 'x' },
        ],
      },
      '#/filter/and/1/value wrong-type',
    ],
    [{ or: [{ not: { and: [{ field: 'x', op: 'eq', value: 1 }] } }] }, '#/filter/or/0/not/and/0/field unknown-field'],
    [{ and: [] }, '#/filter/and wrong-type'],
    [{ and: { length: 1 } }, '#/filter/and wrong-type'],
    [{ and: [null] }, '#/filter/and/0 wrong-type'],
    [{ or: [{ field: 'hot', op: 'eq', value: true }], and: [] }, '#/filter/or unknown-key'],
    [{ field: 'hot', op: 'eq', value: true, 'a/b~': 1 }, '#/filter/a~1b~0 unknown-key'],
    [JSON.parse('{"field":"hot","op":"eq","value":true,"__proto__":{}}'), '#/filter/__proto__ unknown-key'],
    [{}, '#/filter unknown-shape'],
    ['name=1', '#/filter wrong-type'],
    [nested(5), `#/filter${'/not'.repeat(5)} too-deep`],
  ])('%j', (input, expected) => expect(mistakes(input)).toEqual([expected]));

  it('reports all errors and the allowed values', () => {
    const errors = rejection(() =>
      parseFilter(
        {
          and: [
            { field: 'x', op: 'eq', value: 1 },
            { field: 'status', op: 'gt', value: 1 },
          ],
        },
        fields,
      ),
    );
    expect(errors.map(({ pointer }) => pointer)).toEqual(['#/filter/and/0/field', '#/filter/and/1/op']);
    expect(errors[0]?.detail).toContain('createdAt');
    expect(errors[0]?.detail).not.toContain('secret');
    expect(errors[1]?.detail).toContain('eq, ne, in, notIn, isNull');
  });

  it('is parsed quickly for large, deep and strange input', () => {
    expect(mistakes({ or: Array(100_000).fill({ field: 'hot', op: 'eq', value: true }) })).toEqual([
      '#/filter/or/49 too-many-nodes',
    ]);
    expect(mistakes(nested(2000))).toEqual([`#/filter${'/not'.repeat(5)} too-deep`]);
    expect(mistakes({ or: Array(49).fill({ field: 'x'.repeat(1e6), op: 'eq', value: 1 }) })).toHaveLength(20);
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (input) =>
        expect(mistakes(input).length).toBeGreaterThan(0),
      ),
    );
    const leaf = fc.record({
      field: fc.constantFrom(...Object.keys(fields), 'custom.a'),
      op: fc.string(),
      value: fc.anything(),
    });
    fc.assert(fc.property(leaf, (input) => expect(mistakes(input).length).toBeGreaterThan(0)));
  });

  it('accepts 50 nodes and 5 levels, and returns values in normal form', () => {
    parseFilter({ or: Array(49).fill({ field: 'hot', op: 'eq', value: true }) }, fields);
    parseFilter(nested(4), fields);
    const read = (name: string, value: unknown): unknown =>
      (parseFilter({ value, op: 'eq', field: name }, fields) as { value: unknown }).value;
    expect(read('owner', 'AAAAAAAA-0000-4000-8000-00000000000A')).toBe('aaaaaaaa-0000-4000-8000-00000000000a');
    expect(read('createdAt', '2026-01-01T01:00+01:00')).toBe('2026-01-01T00:00:00.000Z');
    expect(read('value', 12.5)).toBe('12.5');
  });
});

describe('a query string', () => {
  it('accepts repeated values, one bracket, and the notation of each kind', () => {
    expect(simpleFilter({ limit: 5, sort: ['name'], q: 'x', status: undefined }, fields)).toBeUndefined();
    expect(simpleFilter({ status: 'new' }, fields)).toEqual({ field: 'status', op: 'eq', value: 'new' });
    expect(
      simpleFilter(
        { status: ['new', 'won'], score: { gte: '5', lt: 9 }, hot: 'true', tags: ['a'], owner: '$me' },
        fields,
      ),
    ).toEqual({
      and: [
        { field: 'status', op: 'in', value: ['new', 'won'] },
        { field: 'score', op: 'gte', value: 5 },
        { field: 'score', op: 'lt', value: 9 },
        { field: 'hot', op: 'eq', value: true },
        { field: 'tags', op: 'hasAny', value: ['a'] },
        { field: 'owner', op: 'eq', value: '$me' },
      ],
    });
  });

  it('is rejected with the name of the parameter', () => {
    const reported = (query: Record<string, unknown>): string[] =>
      rejection(() => simpleFilter(query, fields)).map(({ parameter, code }) => `${parameter} ${code}`);
    expect(reported({ createdAt: { gte: 'soon', like: 'x' }, nope: 1, status: ['new', 'old'] })).toEqual([
      'createdAt[gte] wrong-type',
      'createdAt[like] unknown-operator',
      'nope unknown-parameter',
      'status unknown-value',
    ]);
    expect(
      reported(
        JSON.parse('{"__proto__": "x", "name": {"__proto__": {"a": 1}}, "custom": {"a": "b"}, "score": "1 or 1=1"}'),
      ),
    ).toEqual([
      '__proto__ unknown-parameter',
      'name[__proto__] unknown-operator',
      'custom unknown-parameter',
      'score wrong-type',
    ]);
  });

  it('sorts by at most three declared fields', () => {
    expect(sortable(fields)).toEqual(['name', '-name', 'score', '-score', 'createdAt', '-createdAt']);
    expect(parseSort(undefined, fields, ['-createdAt'])).toMatchObject([{ field: 'createdAt', direction: 'desc' }]);
    for (const sort of [
      ['email'],
      ['__proto__'],
      ['--name'],
      [{}],
      ['name', '-name'],
      ['name', 'score', 'createdAt', 'hot'],
    ]) {
      expect(rejection(() => parseSort(sort, fields, []))[0]?.parameter).toBe('sort');
    }
    expect(() => field.text('x', { nullable: true, sort: true })).toThrow();
  });
});

describe('relative dates', () => {
  const at = (rel: string, now: string, zone?: string): string =>
    resolveRelative({ rel }, new Date(now), zone).toISOString();
  it.each([
    ['today', '2026-03-31T10:00:00Z', 'UTC', '2026-03-31T00:00:00.000Z'],
    ['today', '2026-03-31T23:30:00Z', 'Europe/Berlin', '2026-03-31T22:00:00.000Z'],
    ['-1m', '2026-03-31T10:00:00.123Z', 'UTC', '2026-02-28T10:00:00.123Z'],
    ['-1y', '2024-02-29T10:00:00Z', 'UTC', '2023-02-28T10:00:00.000Z'],
    ['-1d', '2026-03-29T10:00:00Z', 'Europe/Berlin', '2026-03-28T11:00:00.000Z'],
    ['-24h', '2026-03-29T10:00:00Z', 'Europe/Berlin', '2026-03-28T10:00:00.000Z'],
    ['startOfWeek', '2026-03-29T10:00:00Z', 'UTC', '2026-03-23T00:00:00.000Z'],
    ['startOfQuarter', '2026-06-30T10:00:00Z', 'America/New_York', '2026-04-01T04:00:00.000Z'],
    ['startOfMonth-1m', '2026-03-31T10:00:00Z', 'UTC', '2026-02-01T00:00:00.000Z'],
    ['startOfYear+1w', '2026-03-31T10:00:00Z', 'UTC', '2026-01-08T00:00:00.000Z'],
  ])('%s at %s in %s', (rel, now, zone, expected) => expect(at(rel, now, zone)).toBe(expected));

  it('use the first moment of a day in the time zone', () => {
    expect(startOfDay('2026-07-01', 'Europe/Berlin').toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(
      matches(
        parseFilter({ field: 'createdAt', op: 'gte', value: '2026-07-01' }, fields),
        { createdAt: '2026-06-30T22:00:00Z' },
        fields,
        { ...context, timezone: 'Europe/Berlin' },
      ),
    ).toBe(true);
    expect([momentOf('9999-12-31T23:59:00-14:00'), isRelative({ rel: '' }), isRelative({ rel: '-5000y' })]).toEqual([
      undefined,
      false,
      false,
    ]);
  });
});
