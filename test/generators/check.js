// Generates code from openapi.json with other generators, and fails if the code does not compile under strict TypeScript,
// or if a client sends another query than the server reads (custom-fields.spec.ts reads the same query).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const document = join(folder, '..', '..', 'openapi.json');
const TIMEOUT_MS = 180_000;
const QUERY = 'custom[tier]=gold&custom[seats.gte]=10&createdAt[gte]=2026-01-01T00:00:00Z';

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

/** Runs the calls of a generated client against a server that records them. Returns undefined if the query is right. */
async function wrongCall(name, out) {
  const bundle = join(out, 'call.mjs');
  const failure = run('esbuild', [
    join(folder, 'calls', `${name}.ts`),
    '--bundle',
    '--format=esm',
    `--outfile=${bundle}`,
  ]);
  if (failure) return failure;
  const queries = [];
  const server = createServer((request, response) => {
    queries.push(decodeURIComponent(new URL(request.url, 'http://server').search.slice(1)));
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await (await import(pathToFileURL(bundle).href)).call(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return queries.join() === QUERY ? undefined : `the client sends ${queries.join() || 'nothing'}, not ${QUERY}`;
}

async function check(name) {
  const [program, parametersOf] = generators[name];
  const out = join(folder, 'out', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const project = join(out, 'tsconfig.json');
  const failure = run(program, parametersOf(out));
  if (failure) return `generation failed: ${failure}`;
  const hasCalls = existsSync(join(folder, 'calls', `${name}.ts`));
  const include = ['.', ...(hasCalls ? [`../../calls/${name}.ts`] : [])];
  writeFileSync(project, JSON.stringify({ extends: '../../tsconfig.json', include }));
  return run('tsc', ['-p', project]) ?? (hasCalls ? wrongCall(name, out) : undefined);
}

const chosen = process.argv.slice(2);
for (const name of chosen.length > 0 ? chosen : Object.keys(generators)) {
  const started = Date.now();
  const failure = await check(name);
  console.log(`${name}: ${failure ? 'failed' : 'compiles'} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  if (failure) console.error(failure);
  if (failure) process.exitCode = 1;
}
