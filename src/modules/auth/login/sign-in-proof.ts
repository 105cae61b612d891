import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Unauthorized } from '../../../kernel/errors.js';
import { Accounts, Passwords, type CredentialRow, type PasswordVerdict } from '../../users/index.js';
import { KnownDevices } from '../browser/known-devices.js';
import { SecondFactor, type FactorClaim } from '../second-factor/second-factor.js';
import { LoginThrottle } from './login-throttle.js';

export interface SignInClaim extends FactorClaim {
  readonly email: string;
  readonly password: string;
}

export interface ProvenSignIn {
  readonly account: CredentialRow;
  /** The password hashed anew, where the stored hash is weaker than those of today: for whoever begins the session. */
  readonly strongerHash: string | undefined;
}

/**
 * Whether somebody is who they say: their password, and the code where the account asks for one. Guessing is throttled
 * here, at the one place where either is compared, and what was wrong is on the security log.
 */
@Injectable()
export class SignInProof {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly devices: KnownDevices,
    private readonly factor: SecondFactor,
  ) {}

  /** For every way of signing in. Whoever is unknown, inactive or mistaken gets the same refusal after the same time. */
  async signIn(claim: SignInClaim, request: Request): Promise<ProvenSignIn> {
    const account = await this.accounts.byEmail(claim.email);
    let wrong = wrongLogin();
    const verdict = await this.attempt(account, claim.email, request, async () => {
      const found = await this.passwords.verify(account?.passwordHash, claim.password);
      if (!found.matches || !account) return undefined;
      // Only now: whoever does not know the password learns nothing of a second factor.
      if (await this.passes(account, claim)) return found;
      wrong = wrongCode();
      return undefined;
    });
    if (!verdict || !account) throw wrong;
    return { account, strongerHash: verdict.isOutdated ? await this.passwords.hash(claim.password) : undefined };
  }

  /** Whether it is the password of somebody who is signed in already. */
  async knowsPassword(account: CredentialRow, password: string, request: Request): Promise<boolean> {
    const verdict = await this.attempt(account, account.email, request, () => this.matching(account, password));
    return verdict !== undefined;
  }

  /** Whether somebody who is signed in already has their second factor at hand. Throws `totp-required` where they show none. */
  async hasFactor(account: CredentialRow, claim: FactorClaim, request: Request): Promise<boolean> {
    const passed = await this.attempt(account, account.email, request, async () =>
      (await this.passes(account, claim)) ? true : undefined,
    );
    return passed === true;
  }

  private async attempt<T>(
    account: CredentialRow | undefined,
    email: string,
    request: Request,
    check: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const deviceId = await this.devices.recognise(request, account?.id);
    return this.throttle.attempt({ email, userId: account?.id ?? null, address: request.ip ?? '', deviceId }, check);
  }

  private async matching(account: CredentialRow, password: string): Promise<PasswordVerdict | undefined> {
    const verdict = await this.passwords.verify(account.passwordHash, password);
    return verdict.matches ? verdict : undefined;
  }

  private async passes(account: CredentialRow, claim: FactorClaim): Promise<boolean> {
    const verdict = await this.factor.check(account, claim);
    if (verdict === 'missing')
      throw new Unauthorized(
        'totp-required',
        'This account asks for a code of the authenticator as `code`, or for a `recoveryCode`.',
      );
    return verdict === 'passed';
  }
}

const wrongLogin = (): Unauthorized => new Unauthorized('wrong-login', 'The e-mail address or the password is wrong.');
const wrongCode = (): Unauthorized =>
  new Unauthorized('wrong-code', 'The code is wrong, was used already, or is over.');
