import { checksum, randomBase62, sameSecret } from '../../platform/crypto/index.js';

const KEY = /^(kontor_live_[0-9A-Za-z]{10})_[0-9A-Za-z]{43}([0-9A-Za-z]{6})$/;

export interface NewKey {
  /** The public half: shown in lists, and how the row is found. */
  readonly prefix: string;
  readonly key: string;
}

/** `kontor_live_<public id>_<256 random bits><checksum>`: scanners find a leaked one by its beginning and are sure by its end. */
export function makeKey(): NewKey {
  const prefix = `kontor_live_${randomBase62(10)}`;
  const body = `${prefix}_${randomBase62(43)}`;
  return { prefix, key: body + checksum(body) };
}

/** The public half of a well-formed key; undefined for what was mistyped or cut off. */
export function prefixOf(key: string): string | undefined {
  const [, prefix, sum = ''] = KEY.exec(key) ?? [];
  return prefix && sameSecret(checksum(key.slice(0, -6)), sum) ? prefix : undefined;
}
