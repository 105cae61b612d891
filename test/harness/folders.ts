import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder in which an embedded database was started, with the database, which lies elsewhere where root starts it. */
export function removeWithDatabase(folder: string, data = folder): void {
  const file = join(data, 'postgres.json');
  const { cluster } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cluster?: string }) : {};
  if (cluster) rmSync(dirname(cluster), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
