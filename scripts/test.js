// Runs all checks and suites: build, lint, boundaries, API document, SDK, then all test suites. With parameters, such as
// `npm test -- leads`, builds only what changed and runs only the selected suites, without the other checks.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Compile cache that the processes of the suites share.
const compiled = join(tmpdir(), `kontor-compiled-${randomUUID()}`);
const results = join(tmpdir(), `kontor-jest-${randomUUID()}.json`);
const selection = process.argv.slice(2);
const isWhole = selection.length === 0;
const isAdmin = selection.some((name) => name.startsWith('admin'));
const environment = {
  ...process.env,
  NODE_ENV: 'test',
  NODE_OPTIONS: '--no-warnings --max-semi-space-size=64',
  KONTOR_TEST_RUN: randomUUID(),
  NODE_COMPILE_CACHE: compiled,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};
const bin = (name) => join('node_modules', '.bin', name);

const build = ['build', bin('nest'), ['build']];
const sdkBuild = ['SDK: build', 'npm', ['run', '-s', 'build', '-w', '@kontor/sdk']];
const adminBuild = ['admin UI: build', 'npm', ['run', '-s', 'build', '-w', '@kontor/admin']];
const checks = [
  ['document: Spectral', bin('spectral'), ['lint', '--fail-severity=hint', 'openapi.json'], { lasts: true }],
  ['format', bin('prettier'), ['--log-level', 'warn', '--check', '.'], { lasts: true }],
  [
    'lint',
    bin('oxlint'),
    [
      '--type-aware',
      '--deny-warnings',
      'src',
      'test',
      'migrations',
      'bench',
      'scripts',
      'sdk/src',
      'admin/src',
      'admin/test',
      'examples',
    ],
  ],
  ['boundaries', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'src']],
  ['layers are drawn', process.execPath, ['scripts/draw-layers.js', '--check']],
  ['words', process.execPath, ['scripts/check-words.js']],
  ['problems are listed', process.execPath, ['scripts/write-problems.js', '--check']],
  ['schema is documented', process.execPath, ['scripts/write-schema.js', '--check']],
  ['document is up to date', process.execPath, ['dist/src/openapi.js', '--check']],
  ['document: Redocly', bin('redocly'), ['lint', 'openapi.json']],
  ['SDK is up to date', process.execPath, ['sdk/scripts/check.js']],
  sdkBuild,
  ['admin UI: types', 'npm', ['run', '-s', 'check', '-w', '@kontor/admin']],
  adminBuild,
];
const suites = [
  'suites',
  process.execPath,
  [
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${results}`,
    '--testLocationInResults',
    ...selection,
  ],
];

/**
 * The groups run in order, with two commands of a group at a time. Long commands continue next to the following groups.
 */
const groups = isWhole
  ? [[build], checks, [suites]]
  : [
      [
        build,
        ...(existsSync('sdk/dist') ? [] : [sdkBuild]),
        ...(isAdmin || !existsSync('admin/dist/index.html') ? [adminBuild] : []),
      ],
      [suites],
    ];

// tsc relies on its incremental state and would not write removed files of dist again.
if (isWhole) rmSync('dist', { force: true, recursive: true });
let failedStep;
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

/**
 * Shows the output of a single command directly. Concurrent commands are shown at their end, so that their lines do not
 * mix.
 */
function run([title, command, parameters], isAlone) {
  const started = Date.now();
  const said = [];
  if (isAlone) process.stdout.write(`\n── ${title}\n`);
  const child = spawn(command, parameters, {
    stdio: isAlone ? 'inherit' : ['inherit', 'pipe', 'pipe'],
    env: environment,
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    const end = (isOk) => {
      if (!isAlone) process.stdout.write(`\n── ${title}\n${Buffer.concat(said).toString()}`);
      process.stdout.write(`── ${title}: ${isOk ? 'ok' : 'failed'} (${seconds(started)} s)\n`);
      if (!isOk) failedStep ??= title;
      resolve();
    };
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0));
  });
}

const lasting = [];
for (const group of groups) {
  const left = [...group];
  const work = async () => {
    for (let step = left.shift(); step && !failedStep; step = left.shift()) {
      const running = run(step, group.length === 1);
      if (step[3]?.lasts) lasting.push(running);
      else await running;
    }
  };
  await Promise.all([work(), work()]);
  if (failedStep) break;
}

await Promise.all(lasting);
rmSync(compiled, { recursive: true, force: true });

/** Returns the slowest suites with their seconds, without hooks. */
function slowest(files, count) {
  const seconds = files.map(({ name, assertionResults }) => [
    name.replace(/^.*\/dist\//, ''),
    assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0) / 1000, 0),
  ]);
  const longest = seconds.sort(([, one], [, other]) => other - one).slice(0, count);
  return longest.map(([suite, time]) => `${time.toFixed(0)} s ${suite}`).join(', ');
}

const counts = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0 };
rmSync(results, { force: true });
if (counts.testResults) console.log(`\nSlowest suites: ${slowest(counts.testResults, 40)}`);
if (failedStep && failedStep !== 'suites') console.log(`\nStopped at: ${failedStep}`);
const failed = counts.numFailedTests + (failedStep && counts.numFailedTests === 0 ? 1 : 0);
console.log(`\n${counts.numPassedTests} passed, ${failed} failed`);
process.exit(failedStep ? 1 : 0);
