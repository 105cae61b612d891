import fc from 'fast-check';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { defineRelation, field, relationsOf, type Fields, type RecordSource, type Relation } from './index.js';

export const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const table = `name text, status varchar(20), source varchar(20), score smallint, value numeric(14,2), hot boolean, created_at timestamptz(3), close_on date, owner_id uuid, tags text[], custom_fields jsonb`;
const ID = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** 100 000 people, a fifth of them Smiths, sixteen with a rare name and old; 60 full of ties; 10 deleted. */
export const SCHEMA = `
create extension pg_trgm;
create table drawn (at int, ${table});
create table linked (link text, of int, hidden boolean, at int, ${table});
create table person (id uuid primary key default gen_random_uuid(), ${table}, deleted_at timestamptz(3),
  search_text text generated always as (lower(name)) stored);
insert into person (name, status, source, score, value, hot, created_at, close_on, owner_id, tags, custom_fields)
select case when n % 5 = 0 then 'Smith ' when n between 500 and 519 then 'Rarest ' when n = 700 then '100% ' when n % 997 = 0 then 'Müller ' else 'Person ' end || 'person ' || md5(n::text),
  (array['new', 'won'])[1 + n % 2], (array['web', 'phone', null])[1 + n % 3], n % 101, case when n % 4 > 0 then n % 1000 end, n % 7 = 0,
  timestamptz '2025-01-01' + n * interval '7 minutes', case when n % 3 > 0 then date '2026-01-01' + n % 300 end,
  case when n % 1000 = 0 then '${ID(1)}'::uuid end, (array['{a}', '{a,b}', '{c}'])[1 + n % 3]::text[], jsonb_build_object('code', 'c' || n % 5000)
from generate_series(1, 100000) n;
insert into person (name, status, source, score, value, hot, created_at, close_on, tags, custom_fields)
select 'Tie ' || n % 3, 'new', null, n % 4, case when n % 3 > 0 then n % 2 end, n % 2 = 0, timestamptz '2024-06-01' + (n % 5) * interval '1.001 s', case when n % 4 > 0 then date '2026-01-01' end, '{}', '{}'
from generate_series(1, 60) n;
insert into person (name, status, score, hot, created_at, deleted_at, tags, custom_fields)
select 'Gone', 'new', 1, true, now(), now(), '{}', '{}' from generate_series(1, 10);
create index person_created_at_idx on person (created_at, id) where deleted_at is null;
create index person_status_idx on person (status, created_at, id) where deleted_at is null;
create index person_owner_id_idx on person (owner_id, created_at, id) where deleted_at is null;
create index person_score_idx on person (score, id) where deleted_at is null;
create index person_name_idx on person (lower(name), id) where deleted_at is null;
create index person_search_idx on person using gin (search_text gin_trgm_ops) where deleted_at is null;
create index person_custom_fields_idx on person using gin (custom_fields jsonb_path_ops) where deleted_at is null;
-- A sample of the rows thinks, one time in fifty, that a thousand people have the code that is looked for.
alter table person alter custom_fields set statistics 10000;
analyze person`;

const fieldsOf = (l: string): Fields => ({
  name: field.text(`${l}.name`, {
    sort: { expression: sql`lower(${sql.ref(`${l}.name`)})` },
    searched: sql`lower(${sql.ref(`${l}.name`)})`,
  }),
  status: field.choice(`${l}.status`, ['new', 'won'], { sort: true, facet: true }),
  source: field.text(`${l}.source`, { nullable: true, facet: true, lowercase: true }),
  score: field.integer(`${l}.score`, { sort: true }),
  value: field.decimal(`${l}.value`, {
    nullable: true,
    sort: { expression: sql`coalesce(${sql.ref(`${l}.value`)}, -1)` },
  }),
  hot: field.boolean(`${l}.hot`, { sort: true, facet: true, whenTrue: sql`${sql.ref(`${l}.hot`)} is true` }),
  createdAt: field.timestamp(`${l}.created_at`, { sort: true }),
  closeOn: field.day(`${l}.close_on`, {
    nullable: true,
    sort: { expression: sql`coalesce(${sql.ref(`${l}.close_on`)}, '9999-12-31'::date)` },
  }),
  owner: field.uuid(`${l}.owner_id`, { nullable: true, user: true }),
  tags: field.tags(`${l}.tags`, { facet: true }),
  custom: field.json(`${l}.custom_fields`, { property: 'customFields' }),
});
export const fields = fieldsOf('l');
export const COLUMNS: Readonly<Record<string, string>> = {
  name: 'name',
  status: 'status',
  source: 'source',
  score: 'score',
  value: 'value',
  hot: 'hot',
  createdAt: 'created_at',
  closeOn: 'close_on',
  owner: 'owner_id',
  tags: 'tags',
  customFields: 'custom_fields',
};

export const people = (resource: string): RecordSource => ({
  resource,
  from: sql`person l`,
  id: sql.ref('l.id'),
  fields,
  columns: { id: sql.ref('l.id'), name: sql.ref('l.name'), score: sql.ref('l.score') },
  search: sql.ref('l.search_text'),
  live: sql`l.deleted_at is null`,
  deleted: sql`l.deleted_at is not null`,
});

export const context = {
  userId: ID(1),
  teamMemberIds: [ID(1), ID(2)],
  now: new Date('2026-03-31T10:00:00.000Z'),
  timezone: 'Europe/Berlin',
  seer: { permissions: new Set(['bosses:read', 'pets:read']) } as unknown as Actor,
};

/** Who is linked to whom comes from a setting of the session, so that no table has to be filled for each try. */
const linkTo = (resource: string, alias: string, link: string, to: string, many: boolean): Relation => ({
  resource,
  many,
  permission: `${resource}:read`,
  fields: fieldsOf(alias),
  from: sql`jsonb_populate_recordset(null::linked, current_setting('test.linked')::jsonb) ${sql.ref(alias)}`,
  on: sql`${sql.ref(`${alias}.of`)} = ${sql.ref(`${to}.at`)}`,
  live: sql`${sql.ref(`${alias}.link`)} = ${sql.lit(link)}`,
  visible: (actor) => (actor ? [sql`${sql.ref(`${alias}.hidden`)} is not true`] : []),
});
defineRelation('drawn', 'boss', linkTo('bosses', 'b', 'boss', 'l', false));
defineRelation('drawn', 'pets', linkTo('pets', 'p', 'pets', 'l', true));
defineRelation('bosses', 'pets', linkTo('pets', 'p', 'pets', 'b', true));
defineRelation('pets', 'boss', linkTo('bosses', 'b', 'boss', 'p', false));
export const relations = relationsOf('drawn');

const nullable = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 3 });
const text = fc.oneof(
  fc.constantFrom('', 'a', 'A', 'ab', 'Ab%', 'a_b', 'a\\', 'Ä', 'ä', '😀', '\uffee', 'web', 'Weber', 'a_web%'),
  fc.string({ maxLength: 4 }).filter((drawn) => !drawn.includes('\0')),
);
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
  leaf(CUSTOM, ['contains', 'startsWith', 'has'], text),
  leaf('hot', EQUAL, fc.boolean()),
  leaf(['name', 'source'], ['contains', 'startsWith'], text),
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

const along = (name: string): Node =>
  aCondition.map((condition) => ({ ...condition, field: `${name}.${(condition as { field: string }).field}` }));
const quantified = (relation: string, inner: Node): Node =>
  fc
    .tuple(fc.constantFrom('some', 'none'), fc.option(inner, { nil: undefined, freq: 8 }))
    .map(([word, filter]) => ({ [word]: filter ? { relation, filter } : { relation } }));
const farthest = filterOf(aCondition, 1);
const ofPets = filterOf(fc.oneof(aCondition, along('boss'), quantified('boss', farthest)), 1);
const ofBoss = filterOf(fc.oneof(aCondition, quantified('pets', farthest)), 1);
/** Levels and nodes as the language counts them. */
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
/** With relations, up to two of them away. */
export const aFarFilter = filterOf(
  fc.oneof(aCondition, along('boss'), quantified('pets', ofPets), quantified('boss', ofBoss)),
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

/** As a view would carry it: what is out of sight is not there. */
export function shownOf({ record, links }: Drawn): object {
  const seen = links.filter(({ hidden }) => !hidden);
  const boss = seen.find(({ link }) => link === 'boss');
  return {
    ...record,
    boss: boss ? shownOf(boss.drawn) : null,
    pets: seen.filter(({ link }) => link === 'pets').map(({ drawn }) => shownOf(drawn)),
  };
}

/** As rows: those of the records themselves, and of all that are linked. */
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
  return { own: drawn.map(({ record }, place) => ({ ...rowOf(record), at: place })), linked };
}
