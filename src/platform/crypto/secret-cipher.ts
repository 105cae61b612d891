import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MasterKey } from './master-keys.js';
import { hmacSha256, sameSecret } from './tokens.js';

/** The place of an encrypted value. The value cannot be decrypted with another place. */
export interface CipherContext {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

const ENVELOPE = /^v1\.([\w-]{8})\.([\w-]{16})\.([\w-]*)\.([\w-]{22})$/;
const VERSION = 'v1';
const aad = ({ table, column, id }: CipherContext): Buffer => Buffer.from(`${table}:${column}:${id}`);
const encode = (bytes: Buffer): string => bytes.toString('base64url');
const decode = (text: string): Buffer => Buffer.from(text, 'base64url');

/** Decryption failed: an unknown key, another place, or changed bytes. */
export class DecryptionError extends Error {}

/**
 * Encrypts secrets with AES-256-GCM and the newest master key: `v1.<key id>.<iv>.<ciphertext>.<tag>`. Older keys still
 * decrypt their values until `npm run keys:rotate` has run.
 */
@Injectable()
export class SecretCipher {
  private readonly keys: ReadonlyMap<string, MasterKey>;
  private readonly newest: MasterKey;

  constructor(keys: readonly MasterKey[]) {
    const [newest] = keys;
    if (!newest) throw new Error('The cipher needs a master key');
    this.newest = newest;
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  encrypt(plain: string, cipherContext: CipherContext): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.newest.encryption, iv).setAAD(aad(cipherContext));
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [VERSION, this.newest.id, encode(iv), encode(text), encode(cipher.getAuthTag())].join('.');
  }

  decrypt(encrypted: string, cipherContext: CipherContext): string {
    const [, keyId = '', iv = '', text = '', tag = ''] = ENVELOPE.exec(encrypted) ?? [];
    const key = this.keys.get(keyId);
    if (!key)
      throw new DecryptionError(
        `${cipherContext.table}.${cipherContext.column} of ${cipherContext.id} is encrypted with a key that ` +
          `MASTER_KEY does not contain`,
      );
    const decipher = createDecipheriv('aes-256-gcm', key.encryption, decode(iv), { authTagLength: 16 })
      .setAAD(aad(cipherContext))
      .setAuthTag(decode(tag));
    try {
      return Buffer.concat([decipher.update(decode(text)), decipher.final()]).toString('utf8');
    } catch (error) {
      throw new DecryptionError(
        `${cipherContext.table}.${cipherContext.column} of ${cipherContext.id} cannot be decrypted: it was changed or moved`,
        { cause: error },
      );
    }
  }

  /** Returns a code by which the text can be recognized but not guessed, for texts with a password. */
  authenticate(text: string): string {
    return hmacSha256(this.newest.authentication, text);
  }

  /** Returns whether one of the keys made the code from this text. */
  isAuthentic(code: string, text: string): boolean {
    return [...this.keys.values()].some(({ authentication }) => sameSecret(code, hmacSha256(authentication, text)));
  }

  /** Returns whether the newest key encrypted the value. */
  isCurrent(encrypted: string): boolean {
    return encrypted.startsWith(this.currentPrefix);
  }

  get currentPrefix(): string {
    return `${VERSION}.${this.newest.id}.`;
  }

  /** Returns the same secret, encrypted with the newest key. */
  reencrypt(encrypted: string, cipherContext: CipherContext): string {
    return this.isCurrent(encrypted) ? encrypted : this.encrypt(this.decrypt(encrypted, cipherContext), cipherContext);
  }
}
