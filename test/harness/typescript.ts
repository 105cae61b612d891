import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const run = promisify(execFile);

/** Creates a folder in which programs can import `@kontor/sdk`. */
export function createProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-project-'));
  mkdirSync(join(folder, 'node_modules', '@kontor'), { recursive: true });
  symlinkSync(join(root, 'sdk'), join(folder, 'node_modules', '@kontor', 'sdk'));
  symlinkSync(join(root, 'node_modules', '@types'), join(folder, 'node_modules', '@types'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return folder;
}

const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  module: 'nodenext',
  target: 'es2023',
  lib: ['es2023', 'dom'],
  types: ['node'],
};

/** Compiles programs, by name, as one strict TypeScript project. Returns the folder of the JavaScript. */
export async function compileStrictly(project: string, programs: ReadonlyMap<string, string>): Promise<string> {
  const folder = mkdtempSync(join(project, 'programs-'));
  for (const [name, text] of programs) writeFileSync(join(folder, `${name}.ts`), text);
  const configuration = { compilerOptions: COMPILER_OPTIONS, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await run(process.execPath, [compiler, '-p', folder]).catch(({ stdout }: { stdout: string }) => {
    throw new Error(stdout);
  });
  return folder;
}
