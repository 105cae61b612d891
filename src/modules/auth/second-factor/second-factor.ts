import { Injectable } from '@nestjs/common';
import { SecurityLog } from '../../../kernel/security-log.js';
import type { CredentialRow } from '../../users/index.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpSecrets } from './totp-secrets.js';

/** What somebody shows besides their password. */
export interface FactorClaim {
  /** Six digits of their authenticator. */
  readonly code?: string | undefined;
  /** One of their recovery codes, where the authenticator is gone. */
  readonly recoveryCode?: string | undefined;
}

export type FactorVerdict = 'passed' | 'missing' | 'wrong';

/** The second factor of an account that has one. What passes is used up by it. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly secrets: TotpSecrets,
    private readonly codes: RecoveryCodes,
    private readonly log: SecurityLog,
  ) {}

  async check(account: CredentialRow, { code, recoveryCode }: FactorClaim): Promise<FactorVerdict> {
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
      description: 'A recovery code took the place of the authenticator.',
      details: { left },
    });
    return 'passed';
  }
}
