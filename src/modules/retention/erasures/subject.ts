import { Injectable } from '@nestjs/common';
import { invalidAt } from '../../../kernel/errors.js';
import { toE164 } from '../../../kernel/values/phone.js';
import type { DataSubject } from '../../../kernel/records/retention.js';
import { hmacSha256 } from '../../../platform/crypto/index.js';
import { GeneratedSecrets } from '../../settings/index.js';
import type { ErasureSubject } from './erasures.dto.js';

const LEAST_DIGITS = 7;

export type PersonIdentifiers = Pick<DataSubject, 'email' | 'phone'>;

/** Returns the normalised e-mail address and phone number of a request. */
export function identifiersOf({ email, phone }: ErasureSubject, defaultCountry: string): PersonIdentifiers {
  const digits = phone?.replace(/\D/g, '').replace(/^0+/, '');
  if (email === undefined && digits === undefined) throw invalidAt('#', 'nobody', 'set email, phone, or both');
  if (digits !== undefined && digits.length < LEAST_DIGITS)
    throw invalidAt('#/phone', 'too-short', `a phone number has at least ${LEAST_DIGITS} digits`);
  return {
    email: email ?? null,
    phone: phone === undefined ? null : (toE164(phone, defaultCountry) ?? digits ?? null),
  };
}

/** Keyed hash of a person, because addresses and numbers can be guessed. The key is encrypted in the settings. */
@Injectable()
export class SubjectHash {
  constructor(private readonly secrets: GeneratedSecrets) {}

  async compute({ email, phone }: PersonIdentifiers): Promise<string> {
    return hmacSha256(await this.secrets.get('erasure-pepper'), JSON.stringify([email, phone]));
  }
}
