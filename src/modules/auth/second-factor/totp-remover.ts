import { Injectable } from '@nestjs/common';
import { Accounts } from '../../users/index.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpSecrets } from './totp-secrets.js';
import { TotpNotifier } from './totp-notifier.js';

/** Removes a second factor with its secret and recovery codes, in the unit of work of the caller. */
@Injectable()
export class TotpRemover {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: TotpSecrets,
    private readonly codes: RecoveryCodes,
    private readonly notifier: TotpNotifier,
  ) {}

  /** Returns false if the user has no second factor. */
  async remove(owner: { id: string; email: string }, byAdmin: boolean): Promise<boolean> {
    if (!(await this.accounts.setTotp(owner.id, false))) return false;
    await this.secrets.forget(owner.id);
    await this.codes.forget(owner.id);
    await this.notifier.disabled(owner, byAdmin);
    return true;
  }
}
