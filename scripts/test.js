// The one test command: build, boundaries, document and SDK up to date, lint of the document, then all suites.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Processes that the suites start load their code as it was compiled for the first of them.
const compiled = join(tmpdir(), `kontor-compiled-${randomUUID()}`);
const results = join(tmpdir(), `kontor-jest-${randomUUID()}.json`);
// Suites that are asked for by name run each in a file of its own.
const grouped = process.argv.length > 2 ? {} : { KONTOR_TEST_GROUPS: '1' };
const environment = {
  ...process.env,
  ...grouped,
  NODE_ENV: 'test',
  NODE_OPTIONS: '--experimental-vm-modules --no-warnings --max-semi-space-size=64',
  KONTOR_TEST_RUN: randomUUID(),
  NODE_COMPILE_CACHE: compiled,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};
const bin = (name) => join('node_modules', '.bin', name);

/** One group after the other; of a group two at a time. What lasts goes on beside the next. */
const groups = [
  [['build', bin('nest'), ['build']]],
  [
    ['document: Spectral', bin('spectral'), ['lint', '--fail-severity=hint', 'openapi.json'], { lasts: true }],
    ['libraries for the tests', process.execPath, ['scripts/bundle-for-tests.js']],
    [
      'lint',
      bin('oxlint'),
      ['--deny-warnings', 'src', 'test', 'migrations', 'bench', 'scripts', 'sdk/src', 'examples'],
    ],
    ['boundaries', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'src']],
    ['floors are drawn', process.execPath, ['scripts/draw-floors.js', '--check']],
    ['problems are listed', process.execPath, ['scripts/write-problems.js', '--check']],
    ['document is up to date', process.execPath, ['dist/src/openapi.js', '--check']],
    ['document: Redocly', bin('redocly'), ['lint', 'openapi.json']],
    ['SDK is up to date', process.execPath, ['sdk/scripts/check.js']],
    ['SDK: build', 'npm', ['run', '-s', 'build', '-w', '@kontor/sdk']],
    ['suites in groups', process.execPath, ['scripts/group-suites.js']],
  ],
  [
    [
      'suites',
      process.execPath,
      [
        join('node_modules', 'jest', 'bin', 'jest.js'),
        '--json',
        `--outputFile=${results}`,
        '--testLocationInResults',
        ...process.argv.slice(2),
      ],
    ],
  ],
];

// tsc trusts its own notes and would not write again what was removed from dist.
rmSync('dist', { force: true, recursive: true });
let failedStep;
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

/** What runs alone is watched as it goes; of others the output comes when they end, or two would be mixed. */
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

const counts = existsSync(results)
  ? JSON.parse(readFileSync(results, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0 };
rmSync(results, { force: true });
if (failedStep && failedStep !== 'suites') console.log(`\nStopped at: ${failedStep}`);
const failed = counts.numFailedTests + (failedStep && counts.numFailedTests === 0 ? 1 : 0);
console.log(`\n${counts.numPassedTests} passed, ${failed} failed`);
process.exit(failedStep ? 1 : 0);
