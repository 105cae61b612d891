import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError, invalidAt } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, type CredentialRow } from '../../users/index.js';
import { requireSession } from '../me.js';
import { RecoveryCodes } from './recovery-codes.js';
import { newTotpSecret, totpUri } from './totp-codes.js';
import type { RecoveryCodesView, TotpSetupView, TotpView } from './totp.dto.js';
import { TotpSecrets } from './totp-secrets.js';
import { TotpNotifier } from './totp-notifier.js';

@Injectable()
export class TotpService {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly secrets: TotpSecrets,
    private readonly codes: RecoveryCodes,
    private readonly notifier: TotpNotifier,
  ) {}

  async get(actor: Actor): Promise<TotpView> {
    const { id, totpEnabledAt } = await this.account(actor);
    return {
      isEnabled: totpEnabledAt !== null,
      enabledAt: totpEnabledAt,
      mustSetUp: actor.mustSetUpMfa ?? false,
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

  /** Enables the second factor. The code cannot be used again. */
  async confirm(actor: Actor, code: string): Promise<RecoveryCodesView> {
    const account = await this.account(actor);
    if (account.totpEnabledAt !== null) throw alreadyOn();
    if ((await this.secrets.countTry(account.id)) === undefined) throw notStarted();
    try {
      return { recoveryCodes: await this.database.write(() => this.enable(account, code)) };
    } catch (error) {
      await this.secrets.withdrawTried(account.id);
      throw error;
    }
  }

  /** Returns the recovery codes. */
  private async enable(account: CredentialRow, code: string): Promise<string[]> {
    if (!(await this.secrets.take(account.id, code)))
      throw invalidAt('#/code', 'wrong-code', 'the code is wrong, already used, or expired');
    if (!(await this.accounts.setTotp(account.id, true))) throw alreadyOn();
    await this.notifier.enabled(account);
    return this.codes.issue(account.id);
  }

  async renewCodes(actor: Actor): Promise<RecoveryCodesView> {
    const { id, totpEnabledAt } = await this.account(actor);
    if (totpEnabledAt === null)
      throw new ConflictError('totp-disabled', 'Recovery codes need an enabled second factor.');
    return this.database.write(async () => ({ recoveryCodes: await this.codes.issue(id) }));
  }

  private account(actor: Actor): Promise<CredentialRow> {
    requireSession(actor);
    return this.accounts.requireById(actor.userId);
  }
}

const notStarted = (): ConflictError =>
  new ConflictError(
    'totp-not-started',
    'No setup was started, or too many codes were wrong. Start again with POST /auth/totp/start.',
  );
const alreadyOn = (): ConflictError =>
  new ConflictError('totp-enabled', 'A second factor is already enabled. Disable it first.');
