import { Injectable } from '@nestjs/common';
import { SealBroken, Vault } from '../../../platform/crypto/index.js';

const OLDEST_MS = 3 * 24 * 3_600_000;

const placeOf = (formId: string) => ({ table: 'lead_forms', column: 'fill_token', id: formId });

/** Says in a page when it was made, sealed for its form: nobody makes one without having asked for the page. */
@Injectable()
export class FillToken {
  constructor(private readonly vault: Vault) {}

  make(formId: string, now = Date.now()): string {
    return this.vault.seal(String(now), placeOf(formId));
  }

  /** What is wrong with a token; undefined where nothing is. */
  faultOf(token: string, formId: string, minimumSeconds: number, now = Date.now()): string | undefined {
    const age = now - this.madeAt(token, formId);
    if (Number.isNaN(age)) return 'the token is not one of this form';
    if (age > OLDEST_MS) return 'the page was opened more than three days ago';
    return age < minimumSeconds * 1_000 ? `filled in within ${minimumSeconds} s` : undefined;
  }

  private madeAt(token: string, formId: string): number {
    try {
      return Number(this.vault.open(token, placeOf(formId)));
    } catch (error) {
      if (error instanceof SealBroken) return Number.NaN;
      throw error;
    }
  }
}
