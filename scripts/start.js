// Builds if the sources are newer than the build, and then runs the application in this process, so that signals reach
// it. `start.js migrate up` runs a command (admin, demo, migrate). An image has no sources: its build is used.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'dist', '.building');
const compiler = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const entry = ['admin', 'demo', 'migrate'].includes(process.argv[2]) ? process.argv.splice(2, 1)[0] : 'main';
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

const server = {
  title: 'Kontor',
  duration: 'about half a minute',
  sources: ['src', 'migrations', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'],
  output: join(root, 'dist/src/main.js'),
  stamp: join(root, 'dist', '.built'),
  tool: compiler,
  parameters: ['build'],
  folder: root,
  async prepare() {
    (await import('./outdated-migrations.js')).removeOutdatedMigrations(root);
    // tsc relies on its incremental state and would not write removed files of dist again.
    rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
  },
};
const adminUi = {
  title: 'the admin UI',
  duration: 'about 15 seconds',
  sources: [
    'admin/src',
    'admin/index.html',
    'admin/package.json',
    'admin/vite.config.ts',
    'sdk/src',
    'package-lock.json',
  ],
  output: join(root, 'admin/dist/index.html'),
  stamp: join(root, 'admin/dist', '.built'),
  tool: vite,
  parameters: ['build', '--logLevel', 'error'],
  folder: join(root, 'admin'),
  prepare: () => undefined,
};

function fail(line) {
  console.error(line);
  process.exit(1);
}

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  // The time of a folder changes when a file is removed.
  const inside = found.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(found.mtimeMs, ...inside);
}

// The stamp holds the newest time before the build, so that an edit during the build causes another build.
function isOutdated({ tool, output, stamp, sources }) {
  if (!existsSync(tool) && existsSync(output)) return false;
  const built = existsSync(stamp) ? Number(readFileSync(stamp, 'utf8')) : 0;
  return built !== newestOf(sources) || !existsSync(output);
}

const newestOf = (sources) => Math.max(...sources.map((name) => newest(join(root, name))));

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function lockTaken() {
  try {
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM')
      fail(
        `${dirname(lock)} cannot be written (${error.code}), so Kontor cannot be built; start it as the user ` +
          `who owns the folder.`,
      );
    if (error.code !== 'EEXIST') throw error;
  }
  const found = statSync(lock, { throwIfNoEntry: false });
  const age = found ? Date.now() - found.mtimeMs : 0;
  // The age covers a reused process id, and a lock that was created but not written yet.
  if (found && age > 1_000 && (age > 300_000 || !alive(Number(readFileSync(lock, 'utf8')))))
    rmSync(lock, { force: true });
  return false;
}

async function build({ title, duration, sources, stamp, tool, parameters, folder, prepare }) {
  const seen = newestOf(sources);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1_000);
  console.log(`Building ${title} (first start or sources changed), ${duration}…`);
  const progress = setInterval(() => console.log(`  still building, ${seconds()} s`), 10_000);
  await prepare();
  const child = spawn(process.execPath, [tool, ...parameters], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const status = await new Promise((done) => child.once('close', done));
  clearInterval(progress);
  if (status !== 0) return `${output}The build failed.`;
  writeFileSync(stamp, String(seen));
  console.log(`Built in ${seconds()} s.`);
  return '';
}

/** The admin UI is built only for a web server, and not in an installation without its tools. */
const needsAdminUi = () =>
  entry === 'main' && process.env.ADMIN_UI !== 'off' && process.env.ROLE !== 'worker' && existsSync(vite);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19))
  fail(
    `Kontor needs Node 22.19 or newer, this is ${process.versions.node}: \`npm ci\` brings Node 24; use \`npm start\`.`,
  );
if (!existsSync(join(root, 'node_modules/@nestjs/core'))) fail('The dependencies are missing: run `npm ci` first.');
if (existsSync('.env')) loadEnvFile('.env');
if (entry === 'main') {
  // An image has no sources. Before the first build there are only sources.
  const checks = ['src/start/quick-checks.ts', 'dist/src/start/quick-checks.js']
    .map((path) => join(root, path))
    .find((path) => existsSync(path));
  const { startProblem } = await import(pathToFileURL(checks).href);
  const obstacle = await startProblem(process.env);
  if (obstacle) fail(obstacle);
}
for (const target of [server, ...(needsAdminUi() ? [adminUi] : [])])
  while (isOutdated(target)) {
    if (!lockTaken()) await new Promise((done) => setTimeout(done, 200));
    else {
      const problem = isOutdated(target) ? await build(target) : '';
      rmSync(lock, { force: true });
      if (problem) fail(problem);
    }
  }
process.title = 'kontor';
await import(pathToFileURL(join(root, `dist/src/${entry}.js`)).href);
