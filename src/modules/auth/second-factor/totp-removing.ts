import { Injectable } from '@nestjs/common';
import { Accounts } from '../../users/index.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpSecrets } from './totp-secrets.js';
import { TotpTold } from './totp-told.js';

/** Takes a second factor away, in the unit of work at hand: its secret and its recovery codes go with it. */
@Injectable()
export class TotpRemoving {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: TotpSecrets,
    private readonly codes: RecoveryCodes,
    private readonly told: TotpTold,
  ) {}

  /** False where there was none. */
  async remove(owner: { id: string; email: string }, byAdmin: boolean): Promise<boolean> {
    if (!(await this.accounts.setTotp(owner.id, false))) return false;
    await this.secrets.forget(owner.id);
    await this.codes.forget(owner.id);
    await this.told.disabled(owner, byAdmin);
    return true;
  }
}
