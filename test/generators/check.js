// Generates code from openapi.json with other generators, and fails if the code does not compile under strict TypeScript.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const document = join(folder, '..', '..', 'openapi.json');
const TIMEOUT_MS = 180_000;

/** Each generator with its parameters; `out/<name>` is the output. */
const generators = {
  'openapi-typescript': ['openapi-typescript', (out) => [document, '-o', join(out, 'client.ts')]],
  'hey-api': ['openapi-ts', (out) => ['-i', document, '-o', out, '-c', '@hey-api/client-fetch']],
  'orval-fetch': ['orval', (out) => ['--input', document, '--output', join(out, 'client.ts'), '--client', 'fetch']],
  'orval-zod': ['orval', (out) => ['--input', document, '--output', join(out, 'client.ts'), '--client', 'zod']],
  'openapi-zod-client': ['openapi-zod-client', (out) => [document, '-o', join(out, 'client.ts')]],
};

function run(program, parameters) {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(folder, 'node_modules', '.bin', program), ...parameters],
    { cwd: folder, encoding: 'utf8', timeout: TIMEOUT_MS, env: { ...process.env, CI: '1' } },
  );
  return status === 0 ? undefined : `${error?.message ?? `exit ${status}`}\n${`${stdout}${stderr}`.slice(0, 2_000)}`;
}

function check(name) {
  const [program, parametersOf] = generators[name];
  const out = join(folder, 'out', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const project = join(out, 'tsconfig.json');
  const failure = run(program, parametersOf(out));
  if (failure) return `generation failed: ${failure}`;
  writeFileSync(project, JSON.stringify({ extends: '../../tsconfig.json', include: ['.'] }));
  return run('tsc', ['-p', project]);
}

const chosen = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : Object.keys(generators)) {
  const started = Date.now();
  const failure = check(name);
  console.log(`${name}: ${failure ? 'failed' : 'compiles'} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  if (failure) console.error(failure);
  if (failure) process.exitCode = 1;
}
