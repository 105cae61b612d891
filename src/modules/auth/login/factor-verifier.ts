import { Injectable } from '@nestjs/common';
import { UnauthorizedError } from '../../../kernel/errors.js';
import type { CredentialRow } from '../../users/index.js';
import { SecondFactor, type FactorClaim, type FactorOutcome } from '../second-factor/second-factor.js';
import { CodeThrottle } from './code-throttle.js';

/** Checks the second factor of an account. Attempts with a code are throttled. */
@Injectable()
export class FactorVerifier {
  constructor(
    private readonly codes: CodeThrottle,
    private readonly factor: SecondFactor,
  ) {}

  /** Throws `totp-required` if the account needs a code and the claim has none. */
  async verify(account: CredentialRow, claim: FactorClaim): Promise<boolean> {
    const isGuess = account.totpEnabledAt !== null && (claim.code ?? claim.recoveryCode) !== undefined;
    const check = (): Promise<FactorOutcome> => this.factor.check(account, claim);
    const outcome = await (isGuess ? this.codes.attempt(account, check) : check());
    if (outcome === 'missing')
      throw new UnauthorizedError(
        'totp-required',
        'This account needs an authenticator code in `code`, or a `recoveryCode`.',
      );
    return outcome === 'passed';
  }
}
