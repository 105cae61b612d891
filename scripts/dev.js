// Compiles on every save and restarts the application. The compiler keeps running, so that a change takes seconds.
// `node scripts/dev.js <folder>` uses the tsconfig.dev.json and dist/src/main.js of another project.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { removeOutdatedMigrations } from './outdated-migrations.js';

const kontor = dirname(dirname(fileURLToPath(import.meta.url)));
const root = resolve(process.argv[2] ?? kontor);
const dist = join(root, 'dist');
const plugin = createRequire(import.meta.url)('./openapi-plugin.cjs');
const { options } = JSON.parse(readFileSync(join(kontor, 'nest-cli.json'), 'utf8')).compilerOptions.plugins[0];
const format = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
const program = ['--max-semi-space-size=8', '--enable-source-maps', join(dist, 'src', 'main.js')];
const environment = { NODE_COMPILE_CACHE: join(kontor, 'node_modules', '.cache', 'dev'), ...process.env };

let child;
let isEnding = false;
let isRequested = false;

/** Runs one application at a time: the next starts after the previous has ended. */
function restart() {
  if (isEnding) return;
  isRequested = true;
  if (child) return void child.kill('SIGTERM');
  isRequested = false;
  child = spawn(process.execPath, program, { env: environment, stdio: 'inherit' });
  child.once('exit', () => {
    child = undefined;
    if (isEnding) process.exit();
    if (isRequested) restart();
    else console.log('The application has ended; it starts again at the next save.');
  });
}

function compile(builder) {
  const found = [
    ...builder.getOptionsDiagnostics(),
    ...builder.getGlobalDiagnostics(),
    ...builder.getSyntacticDiagnostics(),
    ...builder.getSemanticDiagnostics(),
  ];
  if (found.length > 0) {
    console.error(ts.formatDiagnosticsWithColorAndContext(found, format));
    const state = child ? 'runs the previous code' : 'is not started';
    return console.error(`Compiled with errors: ${found.length}. The application ${state}.`);
  }
  const before = [plugin.before(options, builder.getProgram())];
  builder.emit(undefined, undefined, undefined, undefined, { before });
  restart();
}

function end() {
  isEnding = true;
  if (child) child.kill('SIGTERM');
  else process.exit();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
process.on('exit', () => child?.kill('SIGTERM'));

// A full build has run since: the incremental state of this compiler is out of date.
if (existsSync(join(dist, '.tsbuildinfo'))) rmSync(join(dist, '.tsbuildinfo-dev'), { force: true });
removeOutdatedMigrations(root);
// The output of this compiler is not a full build either.
for (const notes of ['.built', '.tsbuildinfo']) rmSync(join(dist, notes), { force: true });

const report = ({ messageText }) => console.log(ts.flattenDiagnosticMessageText(messageText, '\n'));
const host = ts.createWatchCompilerHost(
  join(root, 'tsconfig.dev.json'),
  {},
  ts.sys,
  ts.createEmitAndSemanticDiagnosticsBuilderProgram,
  undefined,
  report,
);
host.afterProgramCreate = compile;
ts.createWatchProgram(host);
