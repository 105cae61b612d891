import { randomBytes } from 'node:crypto';
import { invalidAt } from '../../../kernel/errors.js';

const PREFIX = 'whsec_';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const SHORTEST = 24;
const LONGEST = 64;

/** 256 random bits, as Standard Webhooks writes them. */
export const makeSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

/** The bytes that sign: what is behind `whsec_` decoded, or the text itself. */
export const keyOf = (secret: string): Buffer =>
  secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret, 'ascii');

/**
 * A secret that somebody brings along. ASCII only: receivers' libraries disagree on the bytes of everything else.
 */
export function requireStrongSecret(secret: string, pointer = '#/secret'): void {
  const refuse = (code: string, detail: string): never => {
    throw invalidAt(pointer, code, detail);
  };
  if (!/^[\x21-\x7e]+$/.test(secret)) refuse('not-ascii', 'secret must be visible ASCII characters without blanks');
  if (!secret.startsWith(PREFIX))
    return secret.length < SHORTEST
      ? refuse('too-weak', `secret must have at least ${SHORTEST} characters`)
      : undefined;
  const key = keyOf(secret);
  const encoded = secret.slice(PREFIX.length);
  if (!BASE64.test(encoded) || key.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, ''))
    refuse('not-base64', 'behind whsec_ there must be base64');
  if (key.length < SHORTEST || key.length > LONGEST)
    refuse('too-weak', `behind whsec_ there must be ${SHORTEST} to ${LONGEST} bytes in base64`);
}
