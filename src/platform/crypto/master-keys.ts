import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, type Config } from '../config/index.js';
import { openDataFolder } from '../private-files/index.js';

/** A master key. The id does not reveal the key. */
export interface MasterKey {
  readonly id: string;
  /** The derived encryption key. The master key itself stays in this file. */
  readonly encryption: Buffer;
  /** The derived key of message authentication codes. */
  readonly authentication: Buffer;
}

const HEX_KEY = /^[0-9a-f]{64}$/i;

export function masterKey(hex: string): MasterKey {
  const secret = Buffer.from(hex, 'hex');
  const id = createHash('sha256').update('kontor key id').update(secret).digest('base64url').slice(0, 8);
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return { id, encryption: derive('kontor vault v1'), authentication: derive('kontor authentication v1') };
}

/** Returns the keys of MASTER_KEY, newest first. Without the variable, returns the generated key in DATA_DIR. */
export async function readMasterKeys(config: Config): Promise<MasterKey[]> {
  if (config.MASTER_KEY && config.MASTER_KEY.length > 0) return config.MASTER_KEY.map(masterKey);
  if (config.isProduction) throw new ConfigError('MASTER_KEY must be given in production: openssl rand -hex 32');
  const path = join(config.DATA_DIR, 'master.key');
  const hex = (await readIfThere(path)) ?? (await create(config.DATA_DIR, path));
  if (!HEX_KEY.test(hex))
    throw new ConfigError(
      `${path} does not hold a master key (64 hexadecimal digits). Restore the key: data that it ` +
        `encrypted cannot be read without it.`,
    );
  return [masterKey(hex)];
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Writes the key to a temporary file and links the file. If two processes start at the same time, both use the key of
 * the first link.
 */
async function create(folder: string, path: string): Promise<string> {
  openDataFolder(folder);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await file.sync();
    await link(draft, path).catch(ignoreExisting);
  } finally {
    await file.close();
    await unlink(draft);
  }
  return (await readFile(path, 'utf8')).trim();
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
