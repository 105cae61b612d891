import { COMMON_LONG_PASSWORDS } from './guessed-first.js';

let loaded: Promise<ReadonlySet<string>> | undefined;

/** 18,000 leaked passwords and what few of them are long. Read when the first password is set: most processes never need them. */
const commonPasswords = (): Promise<ReadonlySet<string>> => (loaded ??= load());

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set([...COMMON_LONG_PASSWORDS, ...(dictionary['passwords-common'] as readonly string[]).map(plain)]);
}

/** `Password…1` is as common as `password…`. */
const plain = (password: string): string => password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** As it is, without what people put behind it to please a rule, and said twice. */
export async function isCommon(password: string): Promise<boolean> {
  const common = await commonPasswords();
  const text = plain(password);
  const [, said] = /^(.{4,}?)\1+$/u.exec(text) ?? [];
  return [text, text.replace(/\p{N}+$/u, ''), said ?? ''].some((form) => form !== '' && common.has(form));
}
