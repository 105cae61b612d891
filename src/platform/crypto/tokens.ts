import { createHash, createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
// Bytes from here on would make the first characters likelier than the rest.
const FAIR = 256 - (256 % ALPHABET.length);

/** Random text of letters and digits: 43 characters hold 256 bits. */
export function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < FAIR && text.length < length) text += ALPHABET[byte % ALPHABET.length];
    }
  }
  return text;
}

/** Six letters and digits that change with every typing mistake. */
export function checksum(text: string): string {
  let value = crc32(text);
  let digits = '';
  for (let index = 0; index < 6; index += 1) {
    digits = ALPHABET.charAt(value % ALPHABET.length) + digits;
    value = Math.floor(value / ALPHABET.length);
  }
  return digits;
}

/** 256 random bits. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token that has 256 random bits: nothing slower is needed, nobody guesses those. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const prepared = new WeakMap<Buffer, KeyObject>();

/** Node makes a key object of a bare buffer anew each time, which costs six times what the HMAC itself does. */
export function hmacSha256(key: Buffer, text: string): string {
  const known = prepared.get(key) ?? createSecretKey(key);
  prepared.set(key, known);
  return createHmac('sha256', known).update(text).digest('hex');
}

/** Compares without telling by its time where the two differ. */
export function sameSecret(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
