import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import type { RawBuilder } from 'kysely';
import { TooMany } from '../../../kernel/errors.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import { sha256 } from '../../../platform/crypto/index.js';
import { deleteInBatches, outsideUnit, Reader } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import {
  countInWindow,
  countWithDelay,
  delayLeft,
  forget,
  isForgettable,
  uncount,
  windowLeft,
} from './login-throttle.queries.js';

const PER_ACCOUNT_AND_ADDRESS = 10;
const PER_ADDRESS = 100;
const PER_DEVICE = 10;
const DELAYED_FROM = 20;

export interface Attempt {
  readonly email: string;
  readonly address: string;
  /** Whose account it is, for the security log; null where there is none. */
  readonly userId: string | null;
  /** The known device it comes from, if it does. */
  readonly deviceId?: string | undefined;
}

interface Bucket {
  readonly name: string;
  readonly count: RawBuilder<unknown>;
  readonly left: RawBuilder<unknown>;
  /** A success wipes it; an address with many people behind it only gets this one try back. */
  readonly isOwn: boolean;
  /** The failure from which on it refuses or delays. */
  readonly limit: number;
}

interface Counted extends Bucket {
  readonly failures: number;
}

/**
 * Bounds guessing without a lever to lock anybody out. Tries are counted before the password is looked at and given
 * back when it was right, in statements of their own: no rollback and no restart forgets them. A device that has
 * signed in to this account before is counted by itself alone, whatever happens elsewhere.
 */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly reader: Reader,
    private readonly log: SecurityLog,
  ) {}

  /** Runs `check`, which says by undefined that what was shown was wrong. */
  async attempt<T>(attempt: Attempt, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const buckets = bucketsOf(attempt);
    const counted: Counted[] = [];
    for (const bucket of buckets) counted.push({ ...bucket, failures: await this.count(bucket) });
    try {
      const result = await check();
      await (result === undefined ? this.failed(attempt, counted) : this.succeeded(counted));
      return result;
    } catch (error) {
      await this.run(uncount(counted.map(({ name }) => name)));
      throw error;
    }
  }

  @Scheduled({
    name: 'login-failures.purge',
    cron: '22 * * * *',
    description: 'Deletes counts of wrong passwords two days after the last one.',
  })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return { deleted: await deleteInBatches(this.reader, 'login_failures', isForgettable, signal) };
  }

  private async count({ count, left }: Bucket): Promise<number> {
    const [counted] = (await this.run(count)) as { failures: number }[];
    if (counted) return counted.failures;
    const [row] = (await this.run(left)) as { seconds: number }[];
    throw new TooMany('too-many-logins', 'Too many wrong passwords. Wait before you try again.', {
      retryAfter: Math.max(1, row?.seconds ?? 1),
    });
  }

  /** The same two writes whether or not the account exists: the time tells nothing either. */
  private async failed({ email, userId }: Attempt, buckets: readonly Counted[]): Promise<void> {
    await this.log.recordApart({
      event: 'login_failed',
      severity: 'warning',
      userId,
      email,
      description: 'A password or a code was wrong.',
    });
    const full = buckets.find(({ failures, limit }) => failures === limit);
    if (!full) return;
    const actionTaken =
      full.limit === DELAYED_FROM
        ? 'Further tries have to wait'
        : 'Further tries from there are refused for a quarter of an hour';
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

  private async succeeded(buckets: readonly Bucket[]): Promise<void> {
    await this.run(forget(buckets.filter(({ isOwn }) => isOwn).map(({ name }) => name)));
    await this.run(uncount(buckets.filter(({ isOwn }) => !isOwn).map(({ name }) => name)));
  }

  private run(query: RawBuilder<unknown>): Promise<object[]> {
    return outsideUnit(() => this.reader.rows<object>(query));
  }
}

function bucketsOf({ email, address, deviceId }: Attempt): Bucket[] {
  if (deviceId) return [inWindow(`device:${deviceId}`, PER_DEVICE, true)];
  const account = sha256(email).slice(0, 32);
  const place = neighbourhood(address);
  const name = `account:${account}`;
  return [
    inWindow(`account-address:${account}:${place}`, PER_ACCOUNT_AND_ADDRESS, true),
    inWindow(`address:${place}`, PER_ADDRESS, false),
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

/** One household of IPv6 has 2^64 addresses: they count as one. */
export function neighbourhood(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : (parsed as ipaddr.IPv6).parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':');
}
