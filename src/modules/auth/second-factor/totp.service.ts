import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Conflict, invalidAt } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, type CredentialRow } from '../../users/index.js';
import { requireSession } from '../me.js';
import { RecoveryCodes } from './recovery-codes.js';
import { newTotpSecret, totpUri } from './totp-codes.js';
import type { RecoveryCodesView, TotpSetupView, TotpView } from './totp.dto.js';
import { TotpSecrets } from './totp-secrets.js';
import { TotpTold } from './totp-told.js';

/** Setting up one's own second factor. */
@Injectable()
export class TotpService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly secrets: TotpSecrets,
    private readonly codes: RecoveryCodes,
    private readonly told: TotpTold,
  ) {}

  async get(actor: Actor): Promise<TotpView> {
    const { id, totpEnabledAt } = await this.account(actor);
    return {
      isEnabled: totpEnabledAt !== null,
      enabledAt: totpEnabledAt,
      mustSetUp: actor.isConfined ?? false,
      recoveryCodesLeft: await this.codes.left(id),
    };
  }

  async start(actor: Actor): Promise<TotpSetupView> {
    const { id, email, totpEnabledAt } = await this.account(actor);
    if (totpEnabledAt !== null) throw alreadyOn();
    const secret = newTotpSecret();
    await this.secrets.put(id, secret);
    return { secret, uri: totpUri(secret, email) };
  }

  /** The code that confirms is used up by it, as every code is. */
  async confirm(actor: Actor, code: string): Promise<RecoveryCodesView> {
    const account = await this.account(actor);
    if (account.totpEnabledAt !== null) throw alreadyOn();
    return this.database.write(async () => {
      if (!(await this.secrets.take(account.id, code)))
        throw invalidAt('#/code', 'wrong-code', 'the code is wrong, was used already, or is over');
      if (!(await this.accounts.setTotp(account.id, true))) throw alreadyOn();
      await this.told.enabled(account);
      return { recoveryCodes: await this.codes.issue(account.id) };
    });
  }

  async renewCodes(actor: Actor): Promise<RecoveryCodesView> {
    const { id, totpEnabledAt } = await this.account(actor);
    if (totpEnabledAt === null)
      throw new Conflict('totp-disabled', 'There is no second factor that they would stand in for.');
    return this.database.write(async () => ({ recoveryCodes: await this.codes.issue(id) }));
  }

  private account(actor: Actor): Promise<CredentialRow> {
    requireSession(actor);
    return this.accounts.requireById(actor.userId);
  }
}

const alreadyOn = (): Conflict => new Conflict('totp-enabled', 'There is a second factor already. Remove it first.');
