import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UnauthorizedError } from '../../../kernel/errors.js';
import { Accounts, Passwords, type CredentialRow, type PasswordOutcome } from '../../users/index.js';
import { KnownDevices } from '../browser/known-devices.js';
import type { FactorClaim } from '../second-factor/second-factor.js';
import { FactorVerifier } from './factor-verifier.js';
import { LoginThrottle } from './login-throttle.js';

export interface SignInClaim extends FactorClaim {
  readonly email: string;
  readonly password: string;
}

export interface VerifiedSignIn {
  readonly account: CredentialRow;
  /** New hash if the stored hash is outdated. The code that starts the session stores the new hash. */
  readonly strongerHash: string | undefined;
}

interface Claimed {
  readonly account: CredentialRow | undefined;
  readonly email: string;
  readonly isWhole: boolean;
}

/**
 * Checks the password, and the second factor if the account has one. Passwords and codes are compared only here, so
 * that throttling and the security log cover every attempt.
 */
@Injectable()
export class CredentialVerifier {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly devices: KnownDevices,
    private readonly factors: FactorVerifier,
  ) {}

  /**
   * Checks a sign-in of any kind. Unknown users, inactive users and wrong passwords get the same error after the same
   * time.
   */
  async signIn(claim: SignInClaim, request: Request): Promise<VerifiedSignIn> {
    const account = await this.accounts.byEmail(claim.email);
    let wrong = wrongLogin();
    const outcome = await this.attempt({ account, email: claim.email, isWhole: true }, request, async () => {
      const found = await this.passwords.verify(account?.passwordHash, claim.password);
      if (!found.matches || !account) return undefined;
      // Checked last: without the password, the response must not show that the account has a second factor.
      if (await this.factors.verify(account, claim)) return found;
      wrong = wrongCode();
      return undefined;
    });
    if (!outcome || !account) throw wrong;
    return { account, strongerHash: outcome.isOutdated ? await this.passwords.hash(claim.password) : undefined };
  }

  /**
   * Checks the password of a signed-in user. If the account has a second factor, a correct password resets no count.
   */
  async knowsPassword(account: CredentialRow, password: string, request: Request): Promise<boolean> {
    const isWhole = account.totpEnabledAt === null;
    const outcome = await this.attempt({ account, email: account.email, isWhole }, request, () =>
      this.matching(account, password),
    );
    return outcome !== undefined;
  }

  /** Checks the second factor of a signed-in user. Throws `totp-required` if the claim has no code. */
  async hasFactor(account: CredentialRow, claim: FactorClaim): Promise<boolean> {
    const hasPassed = await this.factors.verify(account, claim);
    if (!hasPassed) await this.throttle.noteFailure({ email: account.email, userId: account.id });
    return hasPassed;
  }

  private async attempt<T>(
    { account, email, isWhole }: Claimed,
    request: Request,
    check: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const deviceId = await this.devices.recognise(request, account?.id);
    return this.throttle.attempt(
      { email, userId: account?.id ?? null, address: request.ip ?? '', deviceId, isWhole },
      check,
    );
  }

  private async matching(account: CredentialRow, password: string): Promise<PasswordOutcome | undefined> {
    const outcome = await this.passwords.verify(account.passwordHash, password);
    return outcome.matches ? outcome : undefined;
  }
}

const wrongLogin = (): UnauthorizedError =>
  new UnauthorizedError('wrong-login', 'The e-mail address or the password is wrong.');
const wrongCode = (): UnauthorizedError =>
  new UnauthorizedError('wrong-code', 'The code is wrong, already used, or expired.');
