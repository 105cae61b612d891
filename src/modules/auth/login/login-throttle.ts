import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import { TooManyRequestsError } from '../../../kernel/errors.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { sha256 } from '../../../platform/crypto/index.js';
import { deleteInBatches, requireNoUnit, QueryRunner } from '../../../platform/database/index.js';
import { addressBlock } from '../../../platform/http/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import {
  countInWindow,
  countWithDelay,
  delayLeft,
  forget,
  isForgettable,
  decrementFailures,
  windowLeft,
} from './login-throttle.queries.js';

const PER_ACCOUNT_AND_ADDRESS = 10;
const PER_ADDRESS = 100;
const PER_DEVICE = 10;
const DELAYED_FROM = 20;

export interface LoginAttempt {
  readonly email: string;
  readonly address: string;
  /** User of the account, for the security log; null if no account has the e-mail address. */
  readonly userId: string | null;
  /** Known device that sends the request, if any. */
  readonly deviceId?: string | undefined;
  /**
   * Whether a success proves the whole sign-in. If not, a success only takes back its own attempt and resets no count.
   */
  readonly isWhole: boolean;
}

interface Bucket {
  readonly name: string;
  readonly count: RawBuilder<unknown>;
  readonly left: RawBuilder<unknown>;
  /**
   * Whether a success deletes the count. For an address, which many users may share, a success takes back one attempt.
   */
  readonly isOwn: boolean;
  /** Number of failures from which the bucket rejects or delays attempts. */
  readonly limit: number;
}

interface Counted extends Bucket {
  readonly failures: number;
}

/**
 * Limits password guesses without letting an attacker lock out an account. Counts an attempt before its check, in a
 * separate statement, so that no rollback loses the count. A known device has only its own count.
 */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly log: SecurityLog,
  ) {}

  /** Runs `check`, which returns undefined for a wrong password or code. */
  async attempt<T>(attempt: LoginAttempt, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const buckets = bucketsOf(attempt);
    const counted: Counted[] = [];
    for (const bucket of buckets) counted.push({ ...bucket, failures: await this.count(bucket) });
    try {
      const result = await check();
      await (result === undefined ? this.failed(attempt, counted) : this.succeeded(attempt, counted));
      return result;
    } catch (error) {
      await this.run(decrementFailures(counted.map(({ name }) => name)));
      throw error;
    }
  }

  @Scheduled({
    name: 'login-failures.purge',
    cron: '22 * * * *',
    description: 'Deletes counters of wrong passwords two days after the last attempt.',
  })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return { deleted: await deleteInBatches(this.queryRunner, 'login_failures', isForgettable, signal) };
  }

  /** Writes a wrong password or code to the security log, also if the request fails. */
  async noteFailure({ email, userId }: Pick<LoginAttempt, 'email' | 'userId'>): Promise<void> {
    await this.log.recordApart({
      event: 'login_failed',
      severity: 'warning',
      userId,
      email,
      description: 'A password or a code was wrong.',
    });
  }

  private async count({ count, left }: Bucket): Promise<number> {
    const [counted] = (await this.run(count)) as { failures: number }[];
    if (counted) return counted.failures;
    const [row] = (await this.run(left)) as { seconds: number }[];
    throw new TooManyRequestsError('too-many-logins', 'Too many wrong passwords. Wait before you try again.', {
      retryAfter: Math.max(1, row?.seconds ?? 1),
    });
  }

  /** Writes the same rows whether or not the account exists, so that the response time shows no difference. */
  private async failed({ email, userId }: LoginAttempt, buckets: readonly Counted[]): Promise<void> {
    await this.noteFailure({ email, userId });
    const full = buckets.find(({ failures, limit }) => failures === limit);
    if (!full) return;
    const actionTaken =
      full.limit === DELAYED_FROM
        ? 'Further attempts are delayed'
        : 'Further attempts from this address are rejected for 15 minutes';
    await this.log.recordApart({
      event: 'account_locked',
      severity: 'warning',
      userId,
      email,
      description: 'Too many wrong passwords or codes.',
      details: { bucket: full.name.split(':', 1)[0], failures: full.failures },
      actionTaken,
    });
  }

  private async succeeded({ isWhole }: LoginAttempt, buckets: readonly Bucket[]): Promise<void> {
    const emptied = isWhole ? buckets.filter(({ isOwn }) => isOwn) : [];
    await this.run(forget(emptied.map(({ name }) => name)));
    await this.run(decrementFailures(buckets.filter((bucket) => !emptied.includes(bucket)).map(({ name }) => name)));
  }

  private run(query: RawBuilder<unknown>): Promise<object[]> {
    requireNoUnit('Counting tries');
    return this.queryRunner.rows<object>(query);
  }
}

function bucketsOf({ email, address, deviceId }: LoginAttempt): Bucket[] {
  if (deviceId) return [inWindow(`device:${deviceId}`, PER_DEVICE, true)];
  const account = sha256(email).slice(0, 32);
  const block = addressBlock(address);
  const name = `account:${account}`;
  return [
    inWindow(`account-address:${account}:${block}`, PER_ACCOUNT_AND_ADDRESS, true),
    inWindow(`address:${block}`, PER_ADDRESS, false),
    { name, count: countWithDelay(name), left: delayLeft(name), isOwn: true, limit: DELAYED_FROM },
  ];
}

const inWindow = (name: string, limit: number, isOwn: boolean): Bucket => ({
  name,
  count: countInWindow(name, limit),
  left: windowLeft(name),
  isOwn,
  limit,
});
