import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import { TooManyRequestsError } from '../../../kernel/errors.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { Database, QueryRunner, requireNoUnit } from '../../../platform/database/index.js';
import type { CredentialRow } from '../../users/index.js';
import { AccountMail } from '../mail/account-mail.js';
import type { FactorOutcome } from '../second-factor/second-factor.js';
import { codeDelayLeft, countCode, FREE_CODES, forget, decrementFailures } from './login-throttle.queries.js';

/**
 * Limits second-factor codes per account: ten wrong codes, then one code every 15 minutes. Only a correct code resets
 * the count; a correct password does not.
 */
@Injectable()
export class CodeThrottle {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly log: SecurityLog,
    private readonly mail: AccountMail,
  ) {}

  /** Runs `check`, which compares a code. Counts the attempt before the comparison, outside of any unit of work. */
  async attempt(account: CredentialRow, check: () => Promise<FactorOutcome>): Promise<FactorOutcome> {
    const bucket = `factor:${account.id}`;
    const failures = await this.count(bucket);
    const outcome = await check().catch(async (error: unknown) => {
      await this.run(decrementFailures([bucket]));
      throw error;
    });
    if (outcome === 'passed') await this.run(forget([bucket]));
    else if (failures % FREE_CODES === 0) await this.warn(account, failures);
    return outcome;
  }

  private async count(bucket: string): Promise<number> {
    const [counted] = (await this.run(countCode(bucket))) as { failures: number }[];
    if (counted) return counted.failures;
    const [row] = (await this.run(codeDelayLeft(bucket))) as { seconds: number }[];
    throw new TooManyRequestsError('too-many-logins', 'Too many wrong codes. Wait before you try again.', {
      retryAfter: Math.max(1, row?.seconds ?? 1),
    });
  }

  /** Informs the owner: a person who tries codes knows the password or has a session. */
  private async warn({ id, email }: CredentialRow, failures: number): Promise<void> {
    await this.log.recordApart({
      event: 'account_locked',
      severity: 'warning',
      userId: id,
      email,
      description: 'Too many wrong codes.',
      details: { bucket: 'factor', failures },
      actionTaken: 'Only one code per 15 minutes is checked until a code is right',
    });
    await this.database.write(() => this.mail.codeAttemptsExceeded(email));
  }

  private run(query: RawBuilder<unknown>): Promise<object[]> {
    requireNoUnit('Counting codes');
    return this.queryRunner.rows<object>(query);
  }
}
