// Draws who imports whom, from the code, into ARCHITECTURE.md. `--check` fails when the picture is old.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const { stdout } = spawnSync(
  'node_modules/.bin/depcruise',
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
);
const { modules } = JSON.parse(stdout);
const room = (path) => /^src\/(?:modules|platform)\/([^/]+)\//.exec(path)?.[0] ?? /^src\/(kernel)\//.exec(path)?.[0];
const edges = new Set();
for (const { source, dependencies } of modules) {
  const from = room(source);
  for (const { resolved } of dependencies) {
    const to = room(resolved);
    if (from && to && from !== to && from.startsWith('src/modules/') && to.startsWith('src/modules/'))
      edges.add(`  ${name(from)} --> ${name(to)}`);
  }
}

function name(folder) {
  return folder.replace(/^src\/(modules|platform)\//, '').replace(/\/$/, '');
}

const picture = ['<!-- floors -->', '```mermaid', 'flowchart TD', ...[...edges].sort(), '```', '<!-- /floors -->'].join(
  '\n',
);
const text = readFileSync('ARCHITECTURE.md', 'utf8');
const drawn = text.replace(/<!-- floors -->[\s\S]*<!-- \/floors -->/, picture);
if (process.argv.includes('--check')) {
  if (drawn !== text) {
    console.error('ARCHITECTURE.md shows old floors: npm run draw');
    process.exit(1);
  }
} else writeFileSync('ARCHITECTURE.md', drawn);
