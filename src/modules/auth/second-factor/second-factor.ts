import { Injectable } from '@nestjs/common';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import type { CredentialRow } from '../../users/index.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpSecrets } from './totp-secrets.js';

/** A code in addition to the password. */
export interface FactorClaim {
  /** Six digits of the authenticator app. */
  readonly code?: string | undefined;
  /** Recovery code, if the authenticator is lost. */
  readonly recoveryCode?: string | undefined;
}

export type FactorOutcome = 'passed' | 'missing' | 'wrong';

/** Checks the second factor of an account. An accepted code cannot be used again. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly secrets: TotpSecrets,
    private readonly codes: RecoveryCodes,
    private readonly log: SecurityLog,
  ) {}

  async check(account: CredentialRow, { code, recoveryCode }: FactorClaim): Promise<FactorOutcome> {
    if (account.totpEnabledAt === null) return 'passed';
    if (code !== undefined) return (await this.secrets.take(account.id, code)) ? 'passed' : 'wrong';
    if (recoveryCode === undefined) return 'missing';
    if (!(await this.codes.use(account.id, recoveryCode))) return 'wrong';
    const left = await this.codes.left(account.id);
    await this.log.recordApart({
      event: 'recovery_code_used',
      severity: 'warning',
      userId: account.id,
      email: account.email,
      description: 'A recovery code was used instead of the authenticator.',
      details: { left },
    });
    return 'passed';
  }
}
