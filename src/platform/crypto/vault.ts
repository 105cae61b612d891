import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MasterKey } from './master-keys.js';

/** Where a sealed value lives. It is bound to this place: moved to another row it no longer opens. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

const ENVELOPE = /^v1\.([\w-]{8})\.([\w-]{16})\.([\w-]*)\.([\w-]{22})$/;
const VERSION = 'v1';
const aad = ({ table, column, id }: SealedPlace): Buffer => Buffer.from(`${table}:${column}:${id}`);
const encode = (bytes: Buffer): string => bytes.toString('base64url');
const decode = (text: string): Buffer => Buffer.from(text, 'base64url');

/** A sealed value does not open: a key that we do not hold, another place, or changed bytes. */
export class SealBroken extends Error {}

/**
 * Secrets at rest: AES-256-GCM under the newest master key, `v1.<key id>.<iv>.<ciphertext>.<tag>`.
 * Older keys still open what they sealed until `npm run keys:rotate` has sealed it anew.
 */
@Injectable()
export class Vault {
  private readonly keys: ReadonlyMap<string, MasterKey>;
  private readonly newest: MasterKey;

  constructor(keys: readonly MasterKey[]) {
    const [newest] = keys;
    if (!newest) throw new Error('The vault needs a master key');
    this.newest = newest;
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  seal(plain: string, place: SealedPlace): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.newest.sealing, iv).setAAD(aad(place));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [VERSION, this.newest.id, encode(iv), encode(text), encode(cipher.getAuthTag())].join('.');
  }

  open(sealed: string, place: SealedPlace): string {
    const [, keyId = '', iv = '', text = '', tag = ''] = ENVELOPE.exec(sealed) ?? [];
    const key = this.keys.get(keyId);
    if (!key)
      throw new SealBroken(
        `${place.table}.${place.column} of ${place.id} is sealed with a key that MASTER_KEY does not hold`,
      );
    const decipher = createDecipheriv('aes-256-gcm', key.sealing, decode(iv), { authTagLength: 16 })
      .setAAD(aad(place))
      .setAuthTag(decode(tag));
    try {
      return Buffer.concat([decipher.update(decode(text)), decipher.final()]).toString('utf8');
    } catch (error) {
      throw new SealBroken(`${place.table}.${place.column} of ${place.id} does not open: it was changed or moved`, {
        cause: error,
      });
    }
  }

  /** Whether the newest key sealed it. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(this.currentPrefix);
  }

  get currentPrefix(): string {
    return `${VERSION}.${this.newest.id}.`;
  }

  /** The same secret under the newest key. */
  reseal(sealed: string, place: SealedPlace): string {
    return this.isCurrent(sealed) ? sealed : this.seal(this.open(sealed, place), place);
  }
}
