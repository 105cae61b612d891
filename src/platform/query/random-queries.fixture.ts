import fc from 'fast-check';
import { COLUMNS, fields, ID } from './query.fixture.js';

const nullable = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 3 });
const text = fc.oneof(
  fc.constantFrom('', 'a', 'A', 'ab', 'Ab%', 'a_b', 'a\\', 'Ä', 'ä', '😀', '\uffee', 'web', 'Weber', 'a_web%'),
  fc.string({ maxLength: 4 }).filter((drawn) => !drawn.includes('\0')),
);
/** An empty text is rejected, because every text contains it. */
const aPart = text.filter((drawn) => drawn !== '');
const lower = fc.constantFrom('web', 'phone', 'w', '');
const choice = fc.constantFrom('new', 'won');
const integer = fc.integer({ min: -2, max: 3 });
const decimal = fc.constantFrom('0', '-0.50', '0.5', '0.50', '10.00', '9.99', '100');
const moment = fc.constantFrom(
  '2026-03-30T22:00:00.000Z',
  '2026-03-31T10:00:00.000Z',
  '2026-03-01T10:00:00.001Z',
  '2025-12-31T23:00:00.000Z',
);
const day = fc.constantFrom('2026-03-31', '2026-03-30', '2026-01-01', '9999-12-31');
const uuid = fc.constantFrom(ID(1), ID(2), ID(3));
const tag = fc.constantFrom('a', 'b', 'A', '');
const scalar = fc.oneof(text, integer, fc.boolean(), fc.constantFrom(0.1, 1e21, -0, 1.5, '1', 'true'));
const relative = fc
  .constantFrom(
    'today',
    '-1d',
    '+0d',
    'startOfMonth',
    'startOfQuarter',
    'startOfYear',
    'startOfMonth-1m',
    '-30d',
    '-12h',
  )
  .map((rel) => ({ rel }));

export const aRecord = fc.record({
  name: nullable(text),
  status: nullable(choice),
  source: nullable(lower),
  score: nullable(integer),
  value: nullable(decimal),
  hot: nullable(fc.boolean()),
  createdAt: nullable(moment),
  closeOn: nullable(day),
  owner: nullable(uuid),
  tags: nullable(fc.array(tag, { maxLength: 3 })),
  customFields: nullable(
    fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(scalar, fc.constant(null), fc.array(text, { maxLength: 2 }))),
  ),
});

const leaf = (names: string | string[], ops: string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.record({ field: fc.constantFrom(...[names].flat()), op: fc.constantFrom(...ops), value });
const some = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.array(value, { minLength: 1, maxLength: 3 });
const EQUAL = ['eq', 'ne'];
const LISTS = ['in', 'notIn'];
const ORDER = ['lt', 'lte', 'gt', 'gte'];
const CUSTOM = ['custom.a', 'custom.b'];
const equality = (name: string | string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<object>[] => [
  leaf(name, EQUAL, value),
  leaf(name, LISTS, some(value)),
];
const ordered = (name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<object>[] => [
  ...equality(name, value),
  leaf(name, ORDER, value),
];

const aCondition = fc.oneof(
  ...equality('name', text),
  ...equality('source', fc.oneof(lower, fc.constant('WEB'))),
  ...equality('status', choice),
  ...ordered('score', integer),
  ...ordered('value', decimal),
  ...ordered('createdAt', fc.oneof(moment, day, relative)),
  ...ordered('closeOn', fc.oneof(day, relative)),
  ...equality('owner', fc.oneof(uuid, fc.constantFrom('$me', '$myTeam'))),
  ...equality(CUSTOM, scalar),
  leaf(CUSTOM, ORDER, fc.oneof(text, integer, relative)),
  leaf(CUSTOM, ['contains', 'startsWith', 'has'], aPart),
  leaf('hot', EQUAL, fc.boolean()),
  leaf(['name', 'source'], ['contains', 'startsWith'], aPart),
  leaf('tags', ['has'], tag),
  leaf('tags', ['hasAny', 'hasAll'], some(tag)),
  leaf([...Object.keys(fields).filter((name) => name !== 'custom'), ...CUSTOM], ['isNull'], fc.boolean()),
);

type Node = fc.Arbitrary<object>;
const filterOf = (leaves: Node, maxDepth: number): Node =>
  fc.letrec<{ node: object }>((tie) => ({
    node: fc.oneof(
      { maxDepth, depthIdentifier: `filter${maxDepth}`, withCrossShrink: true },
      leaves,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
      tie('node').map((not) => ({ not })),
    ),
  })).node;
export const aFilter = filterOf(aCondition, 3);

const related = (name: string): Node =>
  aCondition.map((condition) => ({ ...condition, field: `${name}.${(condition as { field: string }).field}` }));
const quantified = (relation: string, inner: Node): Node =>
  fc
    .tuple(fc.constantFrom('some', 'none'), fc.option(inner, { nil: undefined, freq: 8 }))
    .map(([word, filter]) => ({ [word]: filter ? { relation, filter } : { relation } }));
const farthest = filterOf(aCondition, 1);
const ofPets = filterOf(fc.oneof(aCondition, related('boss'), quantified('boss', farthest)), 1);
const ofBoss = filterOf(fc.oneof(aCondition, quantified('pets', farthest)), 1);
/** Counts levels and nodes by the same rules as the filter parser. */
function sizeOf(node: object): readonly [levels: number, nodes: number] {
  const [inner] = Object.values(node) as unknown[];
  const below =
    'field' in node
      ? []
      : Array.isArray(inner)
        ? (inner as object[])
        : 'not' in node
          ? [inner as object]
          : [(inner as { filter?: object }).filter].filter((one) => one !== undefined);
  const sizes = below.map(sizeOf);
  return [1 + Math.max(0, ...sizes.map(([levels]) => levels)), 1 + sizes.reduce((sum, [, nodes]) => sum + nodes, 0)];
}
/** Filters with up to two relations. */
export const aFarFilter = filterOf(
  fc.oneof(aCondition, related('boss'), quantified('pets', ofPets), quantified('boss', ofBoss)),
  2,
).filter((node) => sizeOf(node)[0] <= 5 && sizeOf(node)[1] <= 50);

export interface Drawn {
  readonly record: object;
  readonly links: readonly { readonly link: 'boss' | 'pets'; readonly hidden: boolean; readonly drawn: Drawn }[];
}
const linkedTo = (links: Record<'boss' | 'pets', fc.Arbitrary<Drawn> | undefined>): fc.Arbitrary<Drawn> => {
  const of = (link: 'boss' | 'pets', maxLength: number) =>
    links[link]
      ? fc.array(fc.record({ link: fc.constant(link), hidden: fc.boolean(), drawn: links[link] }), { maxLength })
      : fc.constant([]);
  return fc
    .tuple(aRecord, of('boss', 1), of('pets', 2))
    .map(([record, bosses, pets]) => ({ record, links: [...bosses, ...pets] }));
};
const alone = linkedTo({ boss: undefined, pets: undefined });
export const aDrawn = linkedTo({
  boss: linkedTo({ boss: undefined, pets: alone }),
  pets: linkedTo({ boss: alone, pets: undefined }),
});

/** Returns the record as a view contains it: without invisible related records. */
export function shownOf({ record, links }: Drawn): object {
  const seen = links.filter(({ hidden }) => !hidden);
  const boss = seen.find(({ link }) => link === 'boss');
  return {
    ...record,
    boss: boss ? shownOf(boss.drawn) : null,
    pets: seen.filter(({ link }) => link === 'pets').map(({ drawn }) => shownOf(drawn)),
  };
}

/** Returns the rows of the records and of all related records. */
export function rowsOf(drawn: readonly Drawn[]): { readonly own: object[]; readonly linked: object[] } {
  const linked: object[] = [];
  let at = drawn.length;
  const rowOf = (record: object): object =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [COLUMNS[name], value]));
  const link = ({ links }: Drawn, of: number): void =>
    links.forEach((one) => {
      const id = (at += 1);
      linked.push({ ...rowOf(one.drawn.record), link: one.link, of, hidden: one.hidden, at: id });
      link(one.drawn, id);
    });
  drawn.forEach(link);
  return { own: drawn.map(({ record }, location) => ({ ...rowOf(record), at: location })), linked };
}
