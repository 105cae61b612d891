import { checksum, randomBase62, sameSecret } from '../../../platform/crypto/index.js';

const KEY = /^(kontor_live_[0-9A-Za-z]{10})_[0-9A-Za-z]{43}([0-9A-Za-z]{6})$/;

export interface NewKey {
  /** Public part of the key: shown in lists and used to find the row. */
  readonly prefix: string;
  readonly key: string;
}

/**
 * Returns `kontor_live_<public id>_<256 random bits><checksum>`. Secret scanners find leaked keys by the prefix and
 * verify the checksum.
 */
export function createKey(): NewKey {
  const prefix = `kontor_live_${randomBase62(10)}`;
  const body = `${prefix}_${randomBase62(43)}`;
  return { prefix, key: body + checksum(body) };
}

/** Returns the public part of a key; undefined if the format or the checksum is wrong. */
export function prefixOf(key: string): string | undefined {
  const [, prefix, sum = ''] = KEY.exec(key) ?? [];
  return prefix && sameSecret(checksum(key.slice(0, -6)), sum) ? prefix : undefined;
}
