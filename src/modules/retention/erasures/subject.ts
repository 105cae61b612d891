import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../../kernel/errors.js';
import type { Person } from '../../../kernel/retention.js';
import { hmacSha256 } from '../../../platform/crypto/index.js';
import { GeneratedSecrets } from '../../settings/index.js';
import type { ErasureSubject } from './erasures.dto.js';

const LEAST_DIGITS = 7;

export type Sought = Pick<Person, 'email' | 'phone'>;

/** Whom a request is about, in the one form in which they are looked for. */
export function soughtIn({ email, phone }: ErasureSubject): Sought {
  const digits = phone?.replace(/\D/g, '').replace(/^0+/, '');
  if (email === undefined && digits === undefined)
    throw invalidAt('#', 'nobody', 'give an e-mail address, a phone number, or both');
  if (digits !== undefined && digits.length < LEAST_DIGITS)
    throw invalidAt('#/phone', 'too-short', `a phone number has at least ${LEAST_DIGITS} digits`);
  return { email: email ?? null, phone: digits ?? null };
}

/** Addresses and numbers can be guessed: without the key, which is sealed in the settings, the hash tells nobody anything. */
@Injectable()
export class SubjectHash {
  constructor(private readonly secrets: GeneratedSecrets) {}

  async of({ email, phone }: Sought): Promise<string> {
    return hmacSha256(await this.secrets.get('erasure-pepper'), JSON.stringify([email, phone]));
  }
}
