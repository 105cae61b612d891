import { randomBytes } from 'node:crypto';
import { invalidAt } from '../../../kernel/errors.js';

const PREFIX = 'whsec_';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const SHORTEST = 24;
const LONGEST = 64;

/** Returns 256 random bits in the format of Standard Webhooks. */
export const createSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

/** Returns the signing key: the decoded part after `whsec_`, or the bytes of the text. */
export const keyOf = (secret: string): Buffer =>
  secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret, 'ascii');

/** Validates a secret of a client. Allows only ASCII, because libraries encode other characters differently. */
export function requireStrongSecret(secret: string, pointer = '#/secret'): void {
  const reject = (code: string, detail: string): never => {
    throw invalidAt(pointer, code, detail);
  };
  if (!/^[\x21-\x7e]+$/.test(secret)) reject('not-ascii', 'secret must be visible ASCII characters without blanks');
  if (!secret.startsWith(PREFIX))
    return secret.length < SHORTEST
      ? reject('too-weak', `secret must have at least ${SHORTEST} characters`)
      : undefined;
  const key = keyOf(secret);
  const encoded = secret.slice(PREFIX.length);
  if (!BASE64.test(encoded) || key.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, ''))
    reject('not-base64', 'whsec_ must be followed by base64');
  if (key.length < SHORTEST || key.length > LONGEST)
    reject('too-weak', `whsec_ must be followed by ${SHORTEST} to ${LONGEST} bytes in base64`);
}
