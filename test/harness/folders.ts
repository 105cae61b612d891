import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Removes the folder and its embedded database, which is in another folder if root starts Kontor. */
export function removeWithDatabase(folder: string, data = folder): void {
  const file = join(data, 'postgres.json');
  const { cluster } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cluster?: string }) : {};
  if (cluster) rmSync(dirname(cluster), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
