import { domainToASCII } from 'node:url';
import { isEmail } from 'class-validator';

const LONGEST = 255;
/** Quoted local parts, comments, control and direction marks. A mail program may read another address from these. */
const REJECTED = /["(),:;<>[\\\]\p{C}\p{Z}]/u;

/** Returns a domain in lower case and ASCII (IDNA). An invalid domain is returned unchanged. */
export function asciiDomain(domain: string): string {
  const lower = domain.normalize('NFC').toLowerCase();
  return domainToASCII(lower) || lower;
}

/** Returns the form in which an e-mail address is stored and compared: trimmed, NFC, lower case, domain in ASCII. */
export function normalEmail(text: string): string {
  const lower = text.normalize('NFC').trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  return at < 1 ? lower : `${lower.slice(0, at)}@${asciiDomain(lower.slice(at + 1))}`;
}

/** Checks an e-mail address in its normal form. */
export const isEmailAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST && !REJECTED.test(value) && isEmail(value);
