import { isCommon } from './leaked-passwords.js';

/** Minimum length without a second factor. */
export const SHORTEST_PASSWORD = 15;
const SHORTEST_WITH_TOTP = 8;
const LONGEST = 128;
const SHORTEST_WORD = 4;

export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  readonly hasTotp: boolean;
  readonly company: string | null;
}

/** Reason for a rejection. `detail` continues a sentence that begins with the name of the field. */
export interface PasswordMistake {
  readonly code: string;
  readonly detail: string;
}

/**
 * Checks length, common passwords, patterns and names. There are no composition rules. The password is checked
 * unchanged, and the check calls no external service.
 */
export async function passwordMistake(password: string, owner: PasswordOwner): Promise<PasswordMistake | undefined> {
  const length = [...password].length;
  const shortest = owner.hasTotp ? SHORTEST_WITH_TOTP : SHORTEST_PASSWORD;
  if (length < shortest) return { code: 'too-short', detail: `must have at least ${shortest} characters` };
  if (length > LONGEST) return { code: 'too-long', detail: `must have at most ${LONGEST} characters` };
  if (await isCommon(password)) return { code: 'too-common', detail: 'is a common password' };
  if (isPattern(password)) return { code: 'too-simple', detail: 'repeats itself or is a sequence' };
  const holdsName = wordsOf(owner).some((word) => password.toLowerCase().includes(word));
  return holdsName
    ? { code: 'contains-own-name', detail: 'must not contain your name, your e-mail address or your company' }
    : undefined;
}

/** Returns true for fewer than five different characters, a repeated short text, or a sequence such as `abcdef`. */
function isPattern(password: string): boolean {
  const points = [...password.toLowerCase()].map((character) => character.codePointAt(0) ?? 0);
  if (new Set(points).size < 5) return true;
  if (/^(.{1,7}?)\1+.{0,6}$/su.test(password.toLowerCase()) && new Set(points).size < 8) return true;
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  const commonest = Math.max(...[1, -1].map((step) => steps.filter((value) => value === step).length));
  return commonest >= steps.length * 0.8;
}

function wordsOf({ email, name, company }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@');
  const words = [
    email,
    local,
    domain.split('.').at(-2) ?? '',
    ...name.split(/\s+/),
    name,
    ...(company ? [company, ...company.split(/\s+/)] : []),
  ];
  return words.map((word) => word.toLowerCase()).filter((word) => [...word].length >= SHORTEST_WORD);
}
