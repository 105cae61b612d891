import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { ADMIN, startApp, type TestApp } from './harness/app.js';
import { compileStrictly, createProject } from './harness/typescript.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PLACEHOLDER = 'the password that was printed';

interface Block {
  readonly language: string;
  readonly isRun: boolean;
  readonly text: string;
}

interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Returns the fenced blocks of a document, also indented blocks in lists. */
function blocksOf(file: string): readonly Block[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^( *)```(\w+)([^\n]*)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = '', language = '', marks = '', body = '']) => ({
      language,
      isRun: !marks.split(' ').includes('no-run'),
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];
const SHELL = new Set(['sh', 'bash']);
const SCRIPT = new Set(['ts', 'js']);
/** Diagrams, parts of web pages, and statements for psql, which Kontor does not include. */
const NO_CODE = new Set(['mermaid', 'sql', 'json', 'http', 'html']);

let app: TestApp;
let folder: string;

beforeAll(async () => {
  app = await startApp({ OUTBOUND_ALLOW: '127.0.0.1/32' });
  folder = createProject();
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.close();
});

const run = (program: string, parameters: readonly string[], environment: Record<string, string>): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      program,
      parameters,
      { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...environment } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` }),
    );
  });

const pointedAtApp = (text: string): string =>
  text.replaceAll('http://127.0.0.1:3000', app.url).replaceAll('admin@kontor.local', ADMIN.email);
const environment = (): Record<string, string> => {
  const key = app.admin.headers['X-API-Key'] ?? '';
  return { KEY: key, KONTOR_API_KEY: key, KONTOR_URL: app.url, HOME: folder };
};

/** Runs all blocks of a document in one shell, which stops at the first failed command or rejected request. */
const runShell = (text: string): Promise<Outcome> =>
  run(
    'bash',
    ['-c', `set -euo pipefail\ncurl() { command curl --fail-with-body "$@"; }\n${pointedAtApp(text)}`],
    environment(),
  );

async function runScript(text: string): Promise<Outcome> {
  const file = join(folder, 'block.js');
  writeFileSync(file, transformSync(pointedAtApp(text), { loader: 'ts', format: 'esm' }).code);
  return run(process.execPath, [file], environment());
}

const shellOf = (file: string): string =>
  blocksOf(file)
    .filter(({ language, isRun }) => SHELL.has(language) && isRun)
    .map(({ text }) => text)
    .join('\n');
const scriptsOf = (file: string): string[] =>
  blocksOf(file)
    .filter(({ language, isRun }) => SCRIPT.has(language) && isRun)
    .map(({ text }) => text);

/** The output of each program of a document in its last run. */
const outputs = new Map<string, string>();

/** Creates namesakes of the people and companies in the documents, and a pipeline before the default one. */
async function use(): Promise<void> {
  for (const email of ['ada@other.example', null])
    await app.admin.post('/contacts').send({ firstName: 'Ada', lastName: 'Lovelace', email }).expect(201);
  for (const name of ['Analytical Engine', 'Analytical Engines'])
    await app.admin.post('/companies').send({ name }).expect(201);
  await app.admin.post('/leads').send({ name: 'Ada Lovelace', email: 'ada@example.com' }).expect(201);
  const pipeline = await app.admin.post('/pipelines').send({ name: 'First of all' }).expect(201);
  await app.admin
    .post(`/pipelines/${String(pipeline.body.id)}/move`)
    .send({ position: 1 })
    .expect(200);
}

describe.each([
  ['an empty database', () => Promise.resolve()],
  ['a used database', use],
])('on %s', (_, prepare) => {
  beforeAll(prepare);

  it.each(DOCUMENTS.filter((file) => shellOf(file) !== ''))(
    'the commands of %s run without a rejected request',
    async (file) => {
      const { code, output } = await runShell(shellOf(file).replace(PLACEHOLDER, ADMIN.password));
      expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    },
    60_000,
  );

  it.each(DOCUMENTS.filter((file) => scriptsOf(file).length > 0))(
    'the programs of %s run',
    async (file) => {
      for (const [at, text] of scriptsOf(file).entries()) {
        const { code, output } = await runScript(text);
        outputs.set(`${file} ${at}`, output);
        expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
      }
    },
    60_000,
  );
});

describe('programs', () => {
  // The output of each program of a guide, in the order of the page.
  it.each([
    ['sync-contacts', [/save \S+ Ada Lovelace/, /^$/, /^Rear Admiral Arlington$/m, /save \S+ Grace Hopper/]],
    ['receive-webhooks', [/received webhook\.test\nsucceeded 204/]],
    ['report', [/^new \d+$[^]*'won'/m, /^exact \d+$/m]],
    ['import-data', [/^OLD-X 422 invalid-body$/m]],
  ])('of the guide %s do what the page says', (guide, patterns) => {
    for (const [at, pattern] of patterns.entries())
      expect(outputs.get(`docs/guides/${guide}.md ${at}`)).toMatch(pattern);
  });

  it('in TypeScript compile in a strict project', async () => {
    const programs = DOCUMENTS.flatMap((file) =>
      blocksOf(file)
        .filter(({ language, isRun }) => language === 'ts' && isRun)
        .map(({ text }, at) => [`${file.replaceAll(/\W/g, '-')}-${at}`, text] as const),
    );
    expect(programs.length).toBeGreaterThan(10);
    await compileStrictly(folder, new Map(programs));
  }, 60_000);
});

describe('the commands of README.md', () => {
  it('stop with a message if the password is missing', async () => {
    const { code, output } = await run('bash', ['-c', `set -euo pipefail\n${pointedAtApp(shellOf('README.md'))}`], {
      HOME: folder,
    });
    expect(code).not.toBe(0);
    expect(output).toContain('signing in failed, check PASSWORD');
    expect(output).not.toContain('mistyped');
  });

  it('print each response on its own lines and leave no file behind', async () => {
    const before = readdirSync(folder);
    const { output } = await runShell(shellOf('README.md').replace(PLACEHOLDER, ADMIN.password));
    expect(output.split('\n').filter((line) => line.includes('}{'))).toEqual([]);
    expect(output.endsWith('\n')).toBe(true);
    expect(readdirSync(folder)).toEqual(before);
  }, 60_000);
});

describe('blocks that do not run', () => {
  const left = DOCUMENTS.flatMap((file) =>
    blocksOf(file)
      .filter(({ isRun }) => !isRun)
      .map((block) => ({ file, ...block })),
  );

  it.each(left.map((block) => [block.file, block.text.split('\n', 1)[0] ?? '', block] as const))(
    'have valid syntax in %s: %s',
    (_, __, { language, text }) => {
      if (SHELL.has(language)) execFileSync('bash', ['-n'], { input: text });
      else transformSync(text, { loader: 'ts' });
    },
  );

  it('have a known language', () => {
    const unknown = DOCUMENTS.flatMap((file) =>
      blocksOf(file)
        .filter(({ language }) => ![SHELL, SCRIPT, NO_CODE].some((known) => known.has(language)))
        .map(({ language }) => `${file} ${language}`),
    );
    expect(unknown).toEqual([]);
  });
});
