import { chmodSync, mkdirSync, readdirSync, statSync, type Stats } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of Kontor in DATA_DIR. */
const OURS = /^(mail|master\.key.*|postgres|postgres\..*)$/;
const isRoot = process.getuid?.() === 0;

/** Removes permissions. Only the owner of a file can do this. A mount without permissions stays unchanged. */
function close(path: string, bits: number, { mode, uid }: Stats): void {
  if ((mode & 0o777 & ~bits) === 0 || (!isRoot && uid !== process.getuid?.())) return;
  try {
    chmodSync(path, mode & bits);
  } catch (error) {
    if (!['EPERM', 'EROFS', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Creates DATA_DIR or makes an existing folder private. */
export function openDataFolder(path: string): void {
  const isNew = mkdirSync(path, { recursive: true }) !== undefined;
  // A folder with other files, such as a home folder, keeps its permissions. The files of Kontor are private.
  if (!isNew && !readdirSync(path).every((name) => OURS.test(name))) return;
  const found = statSync(path);
  // If root starts Kontor, the folder has the group of the PostgreSQL user, which needs to traverse it.
  close(path, isRoot && found.gid !== 0 ? 0o710 : 0o700, found);
}

/** Creates a private folder, or makes an existing folder and its files private. */
export function openPrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  close(path, 0o700, statSync(path));
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    // Targets of links may belong to other programs.
    if (entry.isFile()) close(join(path, entry.name), 0o600, statSync(join(path, entry.name)));
  }
}

/** Writes a file that only this user can read. */
export const writePrivateFile = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFile(path, content, { mode: 0o600 });
