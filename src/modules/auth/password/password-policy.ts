import { Injectable } from '@nestjs/common';
import { invalidAt, type Invalid } from '../../../kernel/errors.js';
import { Settings } from '../../settings/index.js';
import { isCommon } from './leaked-passwords.js';

/** For whoever has nothing but a password. */
export const SHORTEST = 15;
/** Beside a second factor. */
const SHORTEST_WITH_TOTP = 8;
export const LONGEST = 128;
const SHORTEST_WORD = 4;

interface Owner {
  readonly email: string;
  readonly name: string;
  readonly hasTotp: boolean;
}

/** No rules of composition: length, and nothing that is guessed first. Nothing leaves this machine to find out. */
@Injectable()
export class PasswordPolicy {
  constructor(private readonly settings: Settings) {}

  /** Passwords are taken exactly as they come: no trimming, no normalising. `field` is where the body holds it. */
  async check(password: string, owner: Owner, field: string): Promise<void> {
    const refused = (code: string, detail: string): Invalid => invalidAt(`#/${field}`, code, `${field} ${detail}`);
    const length = [...password].length;
    const shortest = owner.hasTotp ? SHORTEST_WITH_TOTP : SHORTEST;
    if (length < shortest) throw refused('too-short', `must have at least ${shortest} characters`);
    if (length > LONGEST) throw refused('too-long', `must have at most ${LONGEST} characters`);
    if (await isCommon(password)) throw refused('too-common', 'is among the passwords that are tried first');
    if (isPattern(password)) throw refused('too-simple', 'repeats itself or is a sequence');
    const words = wordsOf(owner, await this.settings.get('company_name'));
    const found = words.find((word) => password.toLowerCase().includes(word));
    if (found) throw refused('contains-own-name', 'must not hold your name, your e-mail address or your company');
  }
}

/** Fewer than five different characters, a short text again and again, or a run along the alphabet. */
function isPattern(password: string): boolean {
  const points = [...password.toLowerCase()].map((character) => character.codePointAt(0) ?? 0);
  if (new Set(points).size < 5) return true;
  if (/^(.{1,7}?)\1+.{0,6}$/su.test(password.toLowerCase()) && new Set(points).size < 8) return true;
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  const commonest = Math.max(...[1, -1].map((step) => steps.filter((value) => value === step).length));
  return commonest >= steps.length * 0.8;
}

function wordsOf({ email, name }: Owner, company: string | null): string[] {
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
