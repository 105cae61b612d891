// The one test command: build, boundaries, document and SDK up to date, lint of the document, then all suites.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const results = join(tmpdir(), `kontor-jest-${randomUUID()}.json`);
const environment = { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '--experimental-vm-modules --no-warnings --max-semi-space-size=64', KONTOR_TEST_RUN: randomUUID(), REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const bin = (name) => join('node_modules', '.bin', name);

const steps = [
  ['build', bin('nest'), ['build']],
  ['libraries for the tests', process.execPath, ['scripts/bundle-for-tests.js']],
  ['lint', bin('oxlint'), ['--deny-warnings', 'src', 'test', 'migrations', 'scripts', 'sdk/src', 'examples']],
  ['boundaries', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'src']],
  ['floors are drawn', process.execPath, ['scripts/draw-floors.js', '--check']],
  ['problems are listed', process.execPath, ['scripts/write-problems.js', '--check']],
  ['document is up to date', process.execPath, ['dist/src/openapi.js', '--check']],
  ['document: Redocly', bin('redocly'), ['lint', 'openapi.json']],
  ['document: Spectral', bin('spectral'), ['lint', '--fail-severity=hint', 'openapi.json']],
  ['SDK is up to date', process.execPath, ['sdk/scripts/check.js']],
  ['SDK: build', 'npm', ['run', '-s', 'build', '-w', '@kontor/sdk']],
  ['suites', process.execPath, [join('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${results}`, '--testLocationInResults', ...process.argv.slice(2)]],
];

// tsc trusts its own notes and would not write again what was removed from dist.
rmSync('dist', { force: true, recursive: true });
let failedStep;
for (const [title, command, parameters] of steps) {
  const started = Date.now();
  process.stdout.write(`\n── ${title}\n`);
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', env: environment });
  process.stdout.write(`── ${title}: ${status === 0 ? 'ok' : 'failed'} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  if (status !== 0) {
    failedStep = title;
    break;
  }
}

const counts = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
rmSync(results, { force: true });
if (failedStep && failedStep !== 'suites') console.log(`\nStopped at: ${failedStep}`);
const failed = counts.numFailedTests + (failedStep && counts.numFailedTests === 0 ? 1 : 0);
console.log(`\n${counts.numPassedTests} passed, ${failed} failed`);
process.exit(failedStep ? 1 : 0);
