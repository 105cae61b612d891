// Removes compiled migrations without a source file. The compiler keeps them, and they would run.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function removeOutdatedMigrations(root) {
  const compiled = join(root, 'dist', 'migrations');
  if (!existsSync(compiled)) return;
  for (const file of readdirSync(compiled)) {
    const name = /^(Migration\d\w*)\./.exec(file)?.[1];
    if (name && !existsSync(join(root, 'migrations', `${name}.ts`))) rmSync(join(compiled, file));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) removeOutdatedMigrations(process.cwd());
