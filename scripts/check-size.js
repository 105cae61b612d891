// Prints sizes and their upper limits (see ARCHITECTURE.md). Never fails.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

const CEILINGS = {
  'lines of the longest file': 300,
  'lines of the longest function': 30,
  'parameters of a constructor': 5,
  'lines over 120 characters, in 1,000': 5,
  'files at the top of a folder': 12,
  'lines that record modules repeat': 300,
  'summary tables': 3,
  'functions of the database': 45,
  'indexes of a record table': 14,
};
const RECORD_MODULES = [
  ...readFileSync('src/platform/records/type/record-names.ts', 'utf8').matchAll(/^ {2}(\w+): '\w+',$/gm),
].map(([, module]) => module);
const SUMMARY_TABLE = /_(counts|totals)$/;

const filesIn = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
const isSource = (file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file);
const files = filesIn('src').filter(isSource);
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const codeLines = (text) => text.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line));

/** Prints the largest of `entries` (`[size, name]`), and how many exceed the limit. */
function report(title, entries) {
  const ceiling = CEILINGS[title];
  const sorted = entries.toSorted(([one], [other]) => other - one);
  const over = sorted.filter(([size]) => size > ceiling);
  const named = (over.length > 0 ? over : sorted).slice(0, 5).map(([size, name]) => `${size} ${name}`);
  console.log(
    `${over.length > 0 ? 'over' : 'ok  '}  ${title}: ceiling ${ceiling}, ${over.length} over (${named.join('; ')})`,
  );
}

function functionsAndConstructors() {
  const functions = [];
  const constructors = [];
  for (const [file, text] of textOf) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const lineAt = (position) => source.getLineAndCharacterOfPosition(position).line;
    const collect = (node) => {
      if (ts.isConstructorDeclaration(node)) constructors.push([node.parameters.length, file]);
      else if (ts.isFunctionLike(node) && node.body) {
        const name = node.name?.getText() ?? 'function';
        functions.push([lineAt(node.end) - lineAt(node.getStart()) + 1, `${file} ${name}`]);
      }
      ts.forEachChild(node, collect);
    };
    collect(source);
  }
  report('lines of the longest function', functions);
  report('parameters of a constructor', constructors);
}

/** Returns lines of more than 30 characters that occur in several record modules, without imports. */
function repeatedLines() {
  const seen = new Map();
  for (const module of RECORD_MODULES) {
    for (const [file, text] of textOf) {
      if (!file.startsWith(join('src', 'modules', module))) continue;
      for (const line of codeLines(text).map((one) => one.trim())) {
        if (line.length <= 30 || line.startsWith('import ')) continue;
        const places = seen.get(line) ?? { modules: new Set(), count: 0 };
        places.modules.add(module);
        places.count += 1;
        seen.set(line, places);
      }
    }
  }
  const shared = [...seen.values()].filter(({ modules }) => modules.size > 1);
  const repeated = shared.reduce((sum, { count }) => sum + count - 1, 0);
  report('lines that record modules repeat', [[repeated, RECORD_MODULES.join(', ')]]);
}

function folders() {
  const counts = new Map();
  for (const file of files) {
    const folder = file.slice(0, -basename(file).length - 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  report(
    'files at the top of a folder',
    [...counts].map(([folder, count]) => [count, folder]),
  );
}

function lines() {
  report(
    'lines of the longest file',
    [...textOf].map(([file, text]) => [codeLines(text).length, file]),
  );
  // Files of the repository, without the output of the generator checks.
  const folders = ['src', 'test', 'migrations', 'bench', 'scripts', 'admin'];
  const all = execFileSync('git', ['ls-files', ...folders], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(tsx?|js)$/.test(file));
  const every = all.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const long = every.filter((line) => line.length > 120).length;
  const share = Math.round((long / every.length) * 10_000) / 10;
  report('lines over 120 characters, in 1,000', [[share, `${long} of ${every.length}`]]);
}

async function database() {
  if (!existsSync('dist/src/main.js')) return console.log('      database: run npm run build first');
  const { startDisposable } = await import('../dist/src/platform/database/embedded/embedded-disposable.js');
  const { migrate, openOrm } = await import('../dist/src/platform/database/index.js');
  const { default: pg } = await import('pg');
  const cluster = await startDisposable();
  try {
    const orm = await openOrm({ url: cluster.url, entities: [], statementTimeout: 0 });
    await migrate(orm, cluster.url);
    await orm.close();
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    const { rows: tables } = await client.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    const { rows: functions } = await client.query(
      `select proname as name from pg_proc p where pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    );
    const { rows: indexes } = await client.query(
      `select tablename as name, count(*)::int as count from pg_indexes where schemaname = 'public' group by 1`,
    );
    await client.end();
    const summaries = tables.map(({ name }) => name).filter((name) => SUMMARY_TABLE.test(name));
    report('summary tables', [[summaries.length, summaries.join(', ')]]);
    report('functions of the database', [[functions.length, 'in all']]);
    const ofRecords = indexes.filter(({ name }) => RECORD_MODULES.includes(name));
    report(
      'indexes of a record table',
      ofRecords.map(({ name, count }) => [count, name]),
    );
  } finally {
    await cluster.stop();
  }
}

lines();
functionsAndConstructors();
folders();
repeatedLines();
await database();
