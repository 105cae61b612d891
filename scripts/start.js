// Builds when the sources are newer than the build, then becomes the application: one process, so signals reach it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const lock = join(root, 'dist', '.building');
const sources = ['src', 'migrations', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'];

function fail(line) {
  console.error(line);
  process.exit(1);
}

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  // A folder's own time counts too: it changes when a file is removed.
  const inside = found.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(found.mtimeMs, ...inside);
}

// The stamp holds the time seen before the build, so that an edit made during it is built next time.
function stale() {
  const built = existsSync(stamp) ? Number(readFileSync(stamp, 'utf8')) : 0;
  return (
    built !== Math.max(...sources.map((name) => newest(join(root, name)))) ||
    !existsSync(join(root, 'dist/src/main.js'))
  );
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function lockTaken() {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const found = statSync(lock, { throwIfNoEntry: false });
  const age = found ? Date.now() - found.mtimeMs : 0;
  // The age covers a pid that has passed to another program, and a lock caught between created and written.
  if (found && age > 1_000 && (age > 300_000 || !alive(Number(readFileSync(lock, 'utf8')))))
    rmSync(lock, { force: true });
  return false;
}

function build() {
  const seen = Math.max(...sources.map((name) => newest(join(root, name))));
  console.log('Building Kontor (first start or sources changed)…');
  // tsc trusts its own notes and would not write again what was removed from dist.
  rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build'], { cwd: root, encoding: 'utf8' });
  if (status === 0) writeFileSync(stamp, String(seen));
  return status === 0 ? '' : `${stdout}${stderr}The build failed.`;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19))
  fail(
    `Kontor needs Node 22.19 or newer, this is ${process.versions.node}: \`npm ci\` brings Node 24; use \`npm start\`.`,
  );
if (!existsSync(join(root, 'node_modules/@nestjs/core'))) fail('The dependencies are missing: run `npm ci` first.');
while (stale()) {
  if (!lockTaken()) await new Promise((done) => setTimeout(done, 200));
  else {
    const problem = stale() ? build() : '';
    rmSync(lock, { force: true });
    if (problem) fail(problem);
  }
}
process.title = 'kontor';
await import(pathToFileURL(join(root, 'dist/src/main.js')).href);
