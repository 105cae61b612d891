import { createHash, createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
// Bytes from this value on are skipped. They would make the first characters of the alphabet more frequent.
const FAIR = 256 - (256 % ALPHABET.length);

/** Returns random letters and digits. 43 characters hold 256 bits. */
export function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < FAIR && text.length < length) text += ALPHABET[byte % ALPHABET.length];
    }
  }
  return text;
}

/** Returns a checksum of six letters and digits that detects typing mistakes. */
export function checksum(text: string): string {
  let value = crc32(text);
  let digits = '';
  for (let index = 0; index < 6; index += 1) {
    digits = ALPHABET.charAt(value % ALPHABET.length) + digits;
    value = Math.floor(value / ALPHABET.length);
  }
  return digits;
}

/** Returns 256 random bits. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** Returns the hash that is stored of a token. A token with 256 random bits needs no slow hash. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const prepared = new WeakMap<Buffer, KeyObject>();

/** Caches key objects: Node creates a new one for each plain buffer, which costs six times as much as the HMAC. */
export function hmacSha256(key: Buffer, text: string): string {
  const known = prepared.get(key) ?? createSecretKey(key);
  prepared.set(key, known);
  return createHmac('sha256', known).update(text).digest('hex');
}

/** Compares in constant time. */
export function sameSecret(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
