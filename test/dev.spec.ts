import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive } from './harness/processes.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Creates a project of two files with the compiler settings and the watch script of this repository. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-dev-'));
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, 'dist'));
  const compilerOptions = {
    rootDir: '.',
    outDir: 'dist',
    tsBuildInfoFile: 'dist/.tsbuildinfo-dev',
    types: [],
    lib: ['ES2024', 'DOM'],
  };
  const settings = { extends: join(root, 'tsconfig.dev.json'), compilerOptions, include: ['src'], exclude: ['dist'] };
  writeFileSync(join(folder, 'tsconfig.dev.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'src', 'word.ts'), "export const word: string = 'first';\n");
  writeFileSync(
    join(folder, 'src', 'main.ts'),
    `import { word } from './word.js';
declare const process: { pid: number };
setInterval(() => undefined, 1_000);
console.log(\`runs \${word} as \${process.pid};\`);
`,
  );
  return folder;
}

describe('npm run dev', () => {
  const folder = project();
  const word = join(folder, 'src', 'word.ts');
  let output = '';
  let compiler: ChildProcess;
  let ended: Promise<number | null>;

  beforeAll(() => {
    writeFileSync(join(folder, 'dist', '.built'), '1');
    compiler = spawn(process.execPath, [join(root, 'scripts', 'dev.js'), folder], { cwd: folder });
    for (const stream of [compiler.stdout, compiler.stderr]) stream?.on('data', (text: Buffer) => (output += text));
    ended = new Promise((done) => compiler.once('exit', done));
  });
  afterAll(() => {
    compiler.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  async function says(text: RegExp): Promise<string> {
    for (let tries = 0; tries < 250 && !text.test(output); tries += 1)
      await new Promise((next) => setTimeout(next, 100));
    expect(output).toMatch(text);
    return text.exec(output)?.[1] ?? '';
  }

  it('compiles and runs the application', async () => {
    await says(/runs first as \d+;/);
    // The next `npm start` builds again.
    expect(existsSync(join(folder, 'dist', '.built'))).toBe(false);
  });

  it.each(['second', 'third'])('restarts after an editor replaces a file: %s', async (text) => {
    writeFileSync(`${word}.new`, `export const word: string = '${text}';\n`);
    renameSync(`${word}.new`, word);
    await says(new RegExp(`runs ${text} as \\d+;`));
  });

  it('restarts after a file is appended to', async () => {
    appendFileSync(word, "console.log('appended to');\n");
    await says(/appended to/);
  });

  it('restarts after a file is created', async () => {
    writeFileSync(join(folder, 'src', 'other.ts'), "console.log('created');\n");
    appendFileSync(word, "import './other.js';\n");
    await says(/created/);
  });

  it('prints a type error, keeps the application running, and continues after the correction', async () => {
    writeFileSync(word, 'export const word: string = 4;\n');
    await says(/TS2322.*[^]*Compiled with errors: 1\. The application runs the previous code\./);
    const running = [...output.matchAll(/runs third as (\d+);/g)].at(-1)?.[1];
    expect(isAlive(Number(running))).toBe(true);
    writeFileSync(word, "export const word: string = 'corrected';\n");
    await says(/runs corrected as \d+;/);
    expect(isAlive(Number(running))).toBe(false);
  });

  it('leaves no process behind', async () => {
    const running = await says(/runs corrected as (\d+);/);
    compiler.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(isAlive(Number(running))).toBe(false);
  });
});
