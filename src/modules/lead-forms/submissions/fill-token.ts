import { Injectable } from '@nestjs/common';
import { DecryptionError, SecretCipher } from '../../../platform/crypto/index.js';

const OLDEST_MS = 3 * 24 * 3_600_000;

const placeOf = (formId: string) => ({ table: 'lead_forms', column: 'fill_token', id: formId });

/** An encrypted creation time in the form page. A client cannot create a token without loading the page of the form. */
@Injectable()
export class FillToken {
  constructor(private readonly cipher: SecretCipher) {}

  create(formId: string, now = Date.now()): string {
    return this.cipher.encrypt(String(now), placeOf(formId));
  }

  /** Returns the reason why a token is invalid, else undefined. */
  faultOf(token: string, formId: string, minimumSeconds: number, now = Date.now()): string | undefined {
    const age = now - this.issuedAt(token, formId);
    if (Number.isNaN(age)) return 'the token is not one of this form';
    if (age > OLDEST_MS) return 'the page was opened more than three days ago';
    return age < minimumSeconds * 1_000 ? `filled in within ${minimumSeconds} s` : undefined;
  }

  private issuedAt(token: string, formId: string): number {
    try {
      return Number(this.cipher.decrypt(token, placeOf(formId)));
    } catch (error) {
      if (error instanceof DecryptionError) return Number.NaN;
      throw error;
    }
  }
}
