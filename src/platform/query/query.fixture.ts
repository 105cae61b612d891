import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { equalText } from '../../../migrations/functions/equal-text.js';
import { foldText } from '../../../migrations/functions/fold-text.js';
import { defineRelation, field, relationsOf, type Fields, type RecordSource, type Relation } from './index.js';

export const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const table =
  `name text, status varchar(20), source varchar(20), score smallint, value numeric(14,2), hot boolean, ` +
  `created_at timestamptz(3), close_on date, owner_id uuid, tags text[], custom_fields jsonb`;
export const ID = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** 100 000 people: 20 % Smiths, sixteen old rows with a rare name, 60 rows with many ties, 10 deleted rows. */
export const SCHEMA = `
create extension pg_trgm;
${foldText}${equalText}
create table drawn (at int, ${table});
create table linked (link text, of int, hidden boolean, at int, ${table});
create table person (id uuid primary key default gen_random_uuid(), ${table}, deleted_at timestamptz(3),
  search_text text generated always as (fold_text(name)) stored);
insert into person (name, status, source, score, value, hot, created_at, close_on, owner_id, tags, custom_fields)
select case when n % 5 = 0 then 'Smith ' when n between 500 and 519 then 'Rarest ' when n = 700 then '100% '
  when n % 997 = 0 then 'Müller ' else 'Person ' end || 'person ' || md5(n::text),
  (array['new', 'won'])[1 + n % 2], (array['web', 'phone', null])[1 + n % 3], n % 101, case when n % 4 > 0 then n % 1000
    end, n % 7 = 0,
  timestamptz '2025-01-01' + n * interval '7 minutes', case when n % 3 > 0 then date '2026-01-01' + n % 300 end,
  case when n % 1000 = 0 then '${ID(1)}'::uuid
    end, (array['{a}', '{a,b}', '{c}'])[1 + n % 3]::text[], jsonb_build_object('code', 'c' || n % 5000)
from generate_series(1, 100000) n;
insert into person (name, status, source, score, value, hot, created_at, close_on, tags, custom_fields)
select 'Tie ' || n % 3, 'new', null, n % 4, case when n % 3 > 0 then n % 2
  end, n % 2 = 0, timestamptz '2024-06-01' + (n % 5) * interval '1.001 s', case when n % 4 > 0 then date '2026-01-01'
  end, '{}', '{}'
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
    searched: sql`fold_text(${sql.ref(`${l}.name`)})`,
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
  viewer: { permissions: new Set(['bosses:read', 'pets:read']) } as unknown as Actor,
};

/** Links come from a session setting, so that no table has to be filled for each test case. */
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
