// Jest loads the whole application anew for every file with tests: three seconds, a hundred times. So the test command
// runs groups of suites, each a describe in one file, and only what replaces modules runs in a file of its own.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const folder = join(dist, 'groups');
// Enough that two workers end about together, few enough that loading stays small.
const GROUPS = 18;

/** The same lines in the same places, so that a failure names the line in the source; the body waits to be called. */
function asFunction(text) {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => /^import .*;$/.test(line));
  const body = lines.slice(last + 1).filter((line) => !/^export \{\};$/.test(line)).join('\n');
  if (/unstable_mockModule/.test(text) || !isPlain(body)) return undefined;
  return `${lines.slice(0, last).map((line) => `${line}\n`).join('')}${lines[last] ?? ''} export default () => {\n${body}\n};\n`;
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
const specs = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.spec.js')).map((file) => ({ file, text: readFileSync(join(dist, file), 'utf8') })).sort((a, b) => b.text.length - a.text.length);
const groups = Array.from({ length: GROUPS }, () => []);
let placed = 0;
for (const { file, text } of specs) {
  const suite = asFunction(text);
  const own = join(dist, file);
  const path = (to) => relative(folder, to).replaceAll('\\', '/');
  if (!suite) {
    writeFileSync(join(folder, `alone-${file.replaceAll(/[\\/]/g, '-')}`), `import '${path(own)}';\n`);
    continue;
  }
  writeFileSync(own.replace(/\.spec\.js$/, '.suite.js'), suite);
  groups[placed % GROUPS].push({ file, from: path(own.replace(/\.spec\.js$/, '.suite.js')) });
  placed += 1;
}
for (const [at, group] of groups.entries()) {
  const imports = group.map(({ from }, index) => `import suite${index} from '${from}';`);
  const calls = group.map(({ file }, index) => `describe('${file.replaceAll('\\', '/').replace(/\.spec\.js$/, '')}', suite${index});`);
  writeFileSync(join(folder, `${String(at + 1).padStart(2, '0')}.spec.js`), `${[...imports, ...calls].join('\n')}\n`);
}
