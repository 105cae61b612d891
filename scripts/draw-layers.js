// Draws the imports between modules into ARCHITECTURE.md. `--check` fails if the diagram is out of date.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const { stdout } = spawnSync(
  'node_modules/.bin/depcruise',
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
);
const { modules } = JSON.parse(stdout);
const moduleOf = (path) =>
  /^src\/(?:modules|platform)\/([^/]+)\//.exec(path)?.[0] ?? /^src\/(kernel)\//.exec(path)?.[0];
const edges = new Set();
for (const { source, dependencies } of modules) {
  const from = moduleOf(source);
  for (const { resolved } of dependencies) {
    const to = moduleOf(resolved);
    if (from && to && from !== to && from.startsWith('src/modules/') && to.startsWith('src/modules/'))
      edges.add(`  ${name(from)} --> ${name(to)}`);
  }
}

function name(folder) {
  return folder.replace(/^src\/(modules|platform)\//, '').replace(/\/$/, '');
}

const picture = ['<!-- layers -->', '```mermaid', 'flowchart TD', ...[...edges].sort(), '```', '<!-- /layers -->'].join(
  '\n',
);
const text = readFileSync('ARCHITECTURE.md', 'utf8');
const drawn = text.replace(/<!-- layers -->[\s\S]*<!-- \/layers -->/, picture);
if (process.argv.includes('--check')) {
  if (drawn !== text) {
    console.error('ARCHITECTURE.md shows old layers: npm run draw');
    process.exit(1);
  }
} else writeFileSync('ARCHITECTURE.md', drawn);
