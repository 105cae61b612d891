import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import { TooManyRequestsError } from '../../../kernel/errors.js';
import { sha256 } from '../../../platform/crypto/index.js';
import { requireNoUnit, QueryRunner } from '../../../platform/database/index.js';
import { addressBlock } from '../../../platform/http/index.js';
import { countInWindow, windowLeft } from '../login/login-throttle.queries.js';

const PER_ADDRESS = 20;
const PER_ACCOUNT = 3;
const PER_USER = 5;

/** Limits the e-mails per 15 minutes by client address, by account and by user. */
@Injectable()
export class MailThrottle {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Counts an anonymous request, before any lookup of the account. */
  countAddress(address: string): Promise<void> {
    return this.require(`mail-address:${addressBlock(address)}`, PER_ADDRESS);
  }

  /** Counts a request of a signed-in user. */
  countUser(userId: string): Promise<void> {
    return this.require(`mail-user:${userId}`, PER_USER);
  }

  /** Counts an e-mail to an account and returns false over the limit. An error would show that the account exists. */
  async allows(email: string): Promise<boolean> {
    return (await this.run(countInWindow(`mail-account:${sha256(email).slice(0, 32)}`, PER_ACCOUNT))).length > 0;
  }

  private async require(bucket: string, limit: number): Promise<void> {
    if ((await this.run(countInWindow(bucket, limit))).length > 0) return;
    const [row] = (await this.run(windowLeft(bucket))) as { seconds: number }[];
    throw new TooManyRequestsError('too-many-mails', 'Too many e-mails were requested. Wait before you try again.', {
      retryAfter: Math.max(1, row?.seconds ?? 1),
    });
  }

  private run(query: RawBuilder<unknown>): Promise<object[]> {
    requireNoUnit('Counting tries');
    return this.queryRunner.rows<object>(query);
  }
}
