import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import { TooMany } from '../../../kernel/errors.js';
import { sha256 } from '../../../platform/crypto/index.js';
import { outsideUnit, Reader } from '../../../platform/database/index.js';
import { neighbourhood } from '../login/login-throttle.js';
import { countInWindow, windowLeft } from '../login/login-throttle.queries.js';

const PER_ADDRESS = 20;
const PER_ACCOUNT = 3;
const PER_USER = 5;

/** Bounds the mails that somebody can have sent, per quarter of an hour: by where they ask from, by whom it goes to, and by who asks. */
@Injectable()
export class MailThrottle {
  constructor(private readonly reader: Reader) {}

  /** For strangers. Counted before anything is known of the account. */
  countAddress(address: string): Promise<void> {
    return this.require(`mail-address:${neighbourhood(address)}`, PER_ADDRESS);
  }

  /** For somebody who is signed in and names an address. */
  countUser(userId: string): Promise<void> {
    return this.require(`mail-user:${userId}`, PER_USER);
  }

  /** Whether one more may go to this account. Nobody hears of it: that would say that there is one. */
  async allows(email: string): Promise<boolean> {
    return (await this.run(countInWindow(`mail-account:${sha256(email).slice(0, 32)}`, PER_ACCOUNT))).length > 0;
  }

  private async require(bucket: string, limit: number): Promise<void> {
    if ((await this.run(countInWindow(bucket, limit))).length > 0) return;
    const [row] = (await this.run(windowLeft(bucket))) as { seconds: number }[];
    throw new TooMany('too-many-mails', 'Too many mails were asked for. Wait before you try again.', {
      retryAfter: Math.max(1, row?.seconds ?? 1),
    });
  }

  private run(query: RawBuilder<unknown>): Promise<object[]> {
    return outsideUnit(() => this.reader.rows<object>(query));
  }
}
