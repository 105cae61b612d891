// Writes docs/schema.md from the catalog of an empty database after all migrations. `--check` fails if it is out of
// date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { startDisposable } from '../dist/src/platform/database/embedded/embedded-disposable.js';
import { migrate, openOrm } from '../dist/src/platform/database/index.js';
import { TABLES, VISIBLE } from '../dist/migrations/tables.js';

const QUERIES = {
  tables: `
    select c.relname as name, obj_description(c.oid, 'pg_class') as about
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
      and c.relname <> 'mikro_orm_migrations'`,
  columns: `
    select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as "isRequired", a.attgenerated <> '' as "isGenerated", a.attidentity <> '' as "isIdentity",
      pg_get_expr(d.adbin, d.adrelid) as "default", col_description(c.oid, a.attnum) as meaning,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
        and a.attnum = any((i.indkey::int2[])[0:i.indnkeyatts - 1])) as "isKey"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname, a.attnum`,
  references: `
    select conrelid::regclass::text as "table", a.attname as name, confrelid::regclass::text as target,
      confdeltype as "onDelete"
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and cardinality(k.conkey) = 1 and k.connamespace = 'public'::regnamespace
      and k.conparentid = 0`,
  choices: `
    select conrelid::regclass::text as "table", a.attname as name, pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'c' and cardinality(k.conkey) = 1 and pg_get_constraintdef(k.oid) like '%= ANY (%'`,
  triggers: `
    select t.tgrelid::regclass::text as "table", p.proname as function, obj_description(p.oid, 'pg_proc') as about,
      bool_or(t.tgtype & 4 > 0) as insert, bool_or(t.tgtype & 16 > 0) as update, bool_or(t.tgtype & 8 > 0) as delete,
      bool_or(t.tgtype & 32 > 0) as truncate,
      coalesce(array_agg(distinct a.attname::text order by a.attname::text) filter (where a.attname is not null), '{}')
        as columns
    from pg_trigger t
    join pg_proc p on p.oid = t.tgfoid
    join pg_class c on c.oid = t.tgrelid and not c.relispartition
    left join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = any(t.tgattr)
    where not t.tgisinternal group by 1, 2, 3 order by 1, 2`,
};

const ON_DELETE = {
  c: 'removed with it',
  n: 'cleared with it',
  r: 'forbids its removal',
  a: 'forbids its removal',
};
const SHORT_TYPES = [
  [/character varying/g, 'varchar'],
  [/timestamp\((\d)\) with time zone/g, 'timestamptz($1)'],
  [/character\(/g, 'char('],
];

async function readCatalog() {
  const cluster = await startDisposable();
  try {
    const orm = await openOrm({ url: cluster.url, entities: [], statementTimeout: 0 });
    await migrate(orm, cluster.url);
    await orm.close();
    const db = new pg.Client({ connectionString: cluster.url });
    await db.connect();
    const catalog = {};
    for (const [name, query] of Object.entries(QUERIES)) catalog[name] = (await db.query(query)).rows;
    await db.end();
    return catalog;
  } finally {
    await cluster.stop();
  }
}

/** Returns the modules in order of their migrations: title, sentence, tables and views. */
function modulesOf(folder) {
  const files = readdirSync(folder).filter((file) => /^Migration\d+_\w+\.ts$/.test(file));
  return files
    .sort()
    .map((file) => moduleOf(file, readFileSync(`${folder}/${file}`, 'utf8')))
    .filter(({ tables }) => tables.length > 0);
}

function moduleOf(file, text) {
  const title = file.replace(/^Migration\d+_(\w+)\.ts$/, '$1').replaceAll('_', ' ');
  const created = (pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
  // Tables and views that `addRecordType` creates.
  const added = created(/addRecordType\(\{ table: '(\w+)'/g).map((name) => ({
    name,
    noun: TABLES.find((one) => one.name === name)?.externalIds.of,
  }));
  return {
    title: title[0].toUpperCase() + title.slice(1),
    about: /\/\*\* (.+?) \*\//.exec(text)?.[1] ?? '',
    tables: [...created(/^create (?:unlogged )?table (\w+) \(/gm), ...added.map(({ noun }) => `${noun}_external_ids`)],
    views: [...created(/^create view (\w+)/gm), ...added.flatMap(({ name, noun }) => [`${noun}_refs`, `held_${name}`])],
  };
}

const isOf = (table) => (row) => row.table === table;
const cell = (text) => (text ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const code = (text) => `\`${text}\``;
const gridOf = (titles, rows) =>
  [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
const typeOf = ({ type }) => SHORT_TYPES.reduce((text, [pattern, name]) => text.replace(pattern, name), type);

function defaultOf(column) {
  if (column.isGenerated) return 'computed';
  if (column.isIdentity) return 'identity';
  return column.default ? code(cell(column.default.replace(/::[a-z ]+(\[\])?(\(\d\))?/g, ''))) : '';
}

function meaningOf(column, { references, choices }) {
  const isSame = (row) => row.table === column.table && row.name === column.name;
  const target = references.find(isSame);
  const values = [...(choices.find(isSame)?.text.matchAll(/'([^']+)'/g) ?? [])].map(([, value]) => code(value));
  const sentences = [
    column.meaning,
    values.length > 0 && `One of ${values.join(', ')}.`,
    target && `References ${code(target.target)}; ${ON_DELETE[target.onDelete]}.`,
  ];
  return cell(sentences.filter(Boolean).join(' '));
}

/** Draws primary keys, foreign keys and relations of the tables of a module. */
function diagramOf({ tables }, { columns, references }) {
  const links = references.filter(({ table }) => tables.includes(table));
  const columnOf = ({ table, name }) => columns.find((column) => column.table === table && column.name === name);
  const marksOf = (column) =>
    [column.isKey && 'PK', links.some((link) => columnOf(link) === column) && 'FK'].filter(Boolean).join(', ');
  const entities = tables.map((table) => {
    const keys = columns.filter(isOf(table)).filter((column) => marksOf(column) !== '');
    const lines = keys.map((column) => `    ${typeOf(column).replace(/\W.*/, '')} ${column.name} ${marksOf(column)}\n`);
    return `  ${table} {\n${lines.join('')}  }`;
  });
  const relations = links.map(
    (link) => `  ${link.target} ${columnOf(link).isRequired ? '||' : '|o'}--o{ ${link.table} : ${link.name}`,
  );
  return ['```mermaid', 'erDiagram', ...entities, ...relations.sort(), '```'].join('\n');
}

function eventsOf(trigger) {
  const columns = trigger.columns.length > 0 ? ` of ${trigger.columns.map(code).join(', ')}` : '';
  const events = ['insert', 'update', 'delete', 'truncate'].filter((event) => trigger[event]);
  return events.map((event) => (event === 'update' ? `update${columns}` : event)).join('; ');
}

function sectionOf(table, catalog) {
  const { about } = catalog.tables.find(({ name }) => name === table);
  const sentence = about.replace(/^append-only: /, 'Append-only: ').replace(/([^.])$/, '$1.');
  const columns = catalog.columns
    .filter(isOf(table))
    .map((column) => [
      code(column.name),
      typeOf(column),
      column.isRequired ? '' : 'yes',
      defaultOf(column),
      meaningOf(column, catalog),
    ]);
  const writes = catalog.triggers
    .filter(isOf(table))
    .map((trigger) => [eventsOf(trigger), code(trigger.function), cell(trigger.about)]);
  return [
    `### ${table}\n\n${sentence}\n`,
    gridOf(['column', 'type', 'null', 'default', 'meaning'], columns),
    writes.length > 0 && gridOf(['on', 'function', 'what it does'], writes),
    VISIBLE[table] && `Row-level security: ${code(VISIBLE[table])}\n`,
  ]
    .filter(Boolean)
    .join('\n');
}

function chapterOf(module, catalog) {
  const aboutOf = (view) => cell(catalog.tables.find(({ name }) => name === view).about);
  const views = module.views.map((view) => [code(view), aboutOf(view)]);
  return [
    `## ${module.title}\n\n${module.about}\n\n${diagramOf(module, catalog)}\n`,
    views.length > 0 && gridOf(['view', 'rows'], views),
    ...module.tables.map((table) => sectionOf(table, catalog)),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Requires a comment for every table, view and trigger function, and a module for every table and view. */
function requireComplete(modules, catalog) {
  const unexplained = [...catalog.tables, ...catalog.triggers].filter(({ about }) => !about);
  if (unexplained.length > 0) {
    throw new Error(`Without a comment: ${unexplained.map((row) => row.name ?? row.function).join(', ')}`);
  }
  const listed = modules.flatMap(({ tables, views }) => [...tables, ...views]);
  const unlisted = catalog.tables.filter(({ name }) => !listed.includes(name));
  if (unlisted.length > 0) throw new Error(`In no module: ${unlisted.map(({ name }) => name).join(', ')}`);
}

const lineOf = ({ title, about, tables }) => {
  const count = `${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`;
  return `- [${title}](#${title.toLowerCase().replaceAll(' ', '-')}): ${about} ${count}.`;
};

const pageOf = (modules, catalog) => `# Database schema

Written by \`npm run schema\` from the catalog of a migrated database. Sentences and meanings are comments of the
migrations. Partitions of a month and the table of MikroORM are left out.

- **null**: whether the column can be null.
- **meaning**: empty if the name is clear. For a foreign key: the effect of deleting the referenced row.
- **on**: what an insert, update or delete of a row does besides writing the row.
- **Row-level security**: the rows of users without access to all records, with \`ROW_LEVEL_SECURITY=on\`.

${modules.map(lineOf).join('\n')}

${modules.map((module) => chapterOf(module, catalog)).join('\n')}`;

const modules = modulesOf('migrations');
const catalog = await readCatalog();
requireComplete(modules, catalog);
const page = pageOf(modules, catalog);
if (!process.argv.includes('--check')) writeFileSync('docs/schema.md', page);
else if (readFileSync('docs/schema.md', 'utf8') !== page) {
  console.error('docs/schema.md is old: npm run schema');
  process.exitCode = 1;
}
