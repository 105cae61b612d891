import { Injectable } from '@nestjs/common';
import { Accounts, Passwords, UserTokens, type CredentialRow, type PasswordSetting } from '../../users/index.js';
import { PasswordPolicy, SHORTEST } from './password-policy.js';
import { PasswordTold } from './password-told.js';

/** The one road by which somebody gets a new password, whatever let them onto it. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly policy: PasswordPolicy,
    private readonly passwords: Passwords,
    private readonly accounts: Accounts,
    private readonly tokens: UserTokens,
    private readonly told: PasswordTold,
  ) {}

  /** Checked and hashed, before any transaction: hashing takes its time. `field` is where the body holds it. */
  async prepare(password: string, account: CredentialRow, field: string): Promise<PasswordSetting> {
    await this.policy.check(password, { ...account, hasTotp: account.totpEnabledAt !== null }, field);
    return { passwordHash: await this.passwords.hash(password), isShort: [...password].length < SHORTEST };
  }

  /** In the unit of work of its cause. False where there is nobody to set it for. Links that let somebody set a password end with it. */
  async set(userId: string, setting: PasswordSetting): Promise<boolean> {
    for (const purpose of ['invitation', 'password_reset'] as const) await this.tokens.withdraw(userId, purpose);
    return this.accounts.setPassword(userId, setting);
  }

  /** By its owner, in a session that goes on while all others end. */
  async change(account: CredentialRow, setting: PasswordSetting, keptSessionId: string): Promise<void> {
    await this.set(account.id, setting);
    await this.told.changed(account, keptSessionId);
  }

  /** By a link that was sent to them: nobody goes on. False where there is nobody to set it for. */
  async reset(account: CredentialRow, setting: PasswordSetting): Promise<boolean> {
    if (!(await this.set(account.id, { ...setting, provenEmail: account.email }))) return false;
    // Whoever was in may have asked for another address.
    await this.tokens.withdraw(account.id, 'email_verification');
    await this.told.reset(account);
    return true;
  }
}
