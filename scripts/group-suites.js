// Jest loads the whole application anew for every file with tests: three seconds, a hundred times. So the test command
// runs groups of suites, each a describe in one file, and only what replaces modules runs in a file of its own.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const folder = join(dist, 'groups');
// Enough that two workers end about together, few enough that loading stays small.
const GROUPS = 8;
/** About how many seconds the slow ones take; of the others their length says it. */
const SLOW = {
  'test/matrix/sight': 60,
  'test/matrix/grants': 40,
  'test/matrix/detours': 15,
  'test/matrix/roles': 15,
  'test/matrix/scopes': 15,
  'test/hostile': 60,
  'test/hostile-fields': 60,
  'test/start': 65,
  'test/faults/kills': 60,
  'test/faults/receivers': 60,
  'test/faults/commits': 25,
  'test/faults/outage': 15,
  'test/faults': 12,
  'test/clock': 20,
  'src/modules/events/events': 30,
  'src/modules/custom-fields/custom-fields.plans': 20,
  'src/modules/webhooks/sending/sending': 18,
  'test/platform/embedded': 20,
  'src/modules/lead-intake/rule-parser': 20,
};
const secondsOf = ({ file, text }) =>
  SLOW[file.replaceAll('\\', '/').replace(/\.spec\.js$/, '')] ?? 1.5 + text.length / 2500;

/** The same lines in the same places, so that a failure names the line in the source; the body waits to be called. */
function asFunction(text) {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => /^import .*;$/.test(line));
  const body = lines
    .slice(last + 1)
    .filter((line) => !/^export \{\};$/.test(line))
    .join('\n');
  if (/unstable_mockModule/.test(text) || !isPlain(body)) return undefined;
  return `${lines
    .slice(0, last)
    .map((line) => `${line}\n`)
    .join('')}${lines[last] ?? ''} export default () => {\n${body}\n};\n`;
}

/** Whether it can be the body of a function: no `await` and no `export` at the top. */
function isPlain(body) {
  try {
    new Function(body.replaceAll('import.meta', 'importMeta').replaceAll('import(', 'load('));
    return true;
  } catch {
    return false;
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const specs = readdirSync(dist, { recursive: true })
  .filter((file) => file.endsWith('.spec.js'))
  .map((file) => ({ file, text: readFileSync(join(dist, file), 'utf8') }))
  .sort((a, b) => secondsOf(b) - secondsOf(a));
const groups = Array.from({ length: GROUPS }, () => ({ seconds: 0, suites: [] }));
for (const { file, text } of specs) {
  const suite = asFunction(text);
  const own = join(dist, file);
  const path = (to) => relative(folder, to).replaceAll('\\', '/');
  if (!suite) {
    writeFileSync(join(folder, `alone-${file.replaceAll(/[\\/]/g, '-')}`), `import '${path(own)}';\n`);
    continue;
  }
  writeFileSync(own.replace(/\.spec\.js$/, '.suite.js'), suite);
  const lightest = groups.reduce((one, other) => (other.seconds < one.seconds ? other : one));
  lightest.suites.push({ file, from: path(own.replace(/\.spec\.js$/, '.suite.js')) });
  lightest.seconds += secondsOf({ file, text });
}
for (const [at, { suites }] of groups.entries()) {
  const imports = suites.map(({ from }, index) => `import suite${index} from '${from}';`);
  const calls = suites.map(
    ({ file }, index) => `describe('${file.replaceAll('\\', '/').replace(/\.spec\.js$/, '')}', suite${index});`,
  );
  writeFileSync(join(folder, `${String(at + 1).padStart(2, '0')}.spec.js`), `${[...imports, ...calls].join('\n')}\n`);
}
