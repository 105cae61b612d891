import { Injectable } from '@nestjs/common';
import {
  Accounts,
  Passwords,
  SHORTEST_PASSWORD,
  UserTokens,
  type CredentialRow,
  type PasswordSetting,
} from '../../users/index.js';
import { PasswordPolicy } from './password-policy.js';
import { PasswordNotifier } from './password-notifier.js';

/** Sets new passwords, for all kinds of changes and resets. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly policy: PasswordPolicy,
    private readonly passwords: Passwords,
    private readonly accounts: Accounts,
    private readonly tokens: UserTokens,
    private readonly notifier: PasswordNotifier,
  ) {}

  /**
   * Checks and hashes a password. Call before the transaction: hashing is slow. `field` is the body property of the
   * password.
   */
  async prepare(password: string, account: CredentialRow, field: string): Promise<PasswordSetting> {
    await this.policy.check(password, { ...account, hasTotp: account.totpEnabledAt !== null }, field);
    return { passwordHash: await this.passwords.hash(password), isShort: [...password].length < SHORTEST_PASSWORD };
  }

  /**
   * Sets the password and withdraws links that could set a password, in the unit of work of the caller. Returns false
   * if the user is not active.
   */
  async set(userId: string, setting: PasswordSetting): Promise<boolean> {
    for (const purpose of ['invitation', 'password_reset'] as const) await this.tokens.withdraw(userId, purpose);
    return this.accounts.setPassword(userId, setting);
  }

  /** Changes the password of a signed-in user. Ends all other sessions. */
  async change(account: CredentialRow, setting: PasswordSetting, retainedSessionId: string): Promise<void> {
    await this.set(account.id, setting);
    await this.notifier.changed(account, retainedSessionId);
  }

  /** Resets the password by a link. Ends all sessions. Returns false if the user is not active. */
  reset(account: CredentialRow, setting: PasswordSetting): Promise<boolean> {
    return this.replace(account, { ...setting, provenEmail: account.email }, 'link');
  }

  /** Resets the password by a server command, which verifies no address. Returns false if the user is not active. */
  resetByOperator(account: CredentialRow, setting: PasswordSetting): Promise<boolean> {
    return this.replace(account, setting, 'operator');
  }

  private async replace(account: CredentialRow, setting: PasswordSetting, by: 'link' | 'operator'): Promise<boolean> {
    if (!(await this.set(account.id, setting))) return false;
    // An attacker with the old password may have requested another e-mail address.
    await this.tokens.withdraw(account.id, 'email_verification');
    await this.notifier.reset(account, by);
    return true;
  }
}
