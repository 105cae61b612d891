import { COMMON_LONG_PASSWORDS } from './most-used-passwords.js';

let loaded: Promise<ReadonlySet<string>> | undefined;

/**
 * Returns 18,000 leaked passwords and the common long passwords. The list is loaded at the first use, because most
 * processes never need the list.
 */
const commonPasswords = (): Promise<ReadonlySet<string>> => (loaded ??= load());

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set([...COMMON_LONG_PASSWORDS, ...(dictionary['passwords-common'] as readonly string[]).map(plain)]);
}

/** Removes case and punctuation: `Password-1` is as common as `password1`. */
const plain = (password: string): string => password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Checks the password unchanged, without digits at the end, and as a repetition of a common password. */
export async function isCommon(password: string): Promise<boolean> {
  const common = await commonPasswords();
  const text = plain(password);
  const [, said] = /^(.{4,}?)\1+$/u.exec(text) ?? [];
  return [text, text.replace(/\p{N}+$/u, ''), said ?? ''].some((form) => form !== '' && common.has(form));
}
