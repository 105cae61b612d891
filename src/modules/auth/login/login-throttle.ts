import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import type { RawBuilder } from 'kysely';
import { TooMany } from '../../../kernel/errors.js';
import { sha256 } from '../../../platform/crypto/index.js';
import { deleteInBatches, outsideUnit, Reader } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import { countInWindow, countWithDelay, delayLeft, forget, isForgettable, uncount, windowLeft } from './login-throttle.queries.js';

const PER_ACCOUNT_AND_ADDRESS = 10;
const PER_ADDRESS = 100;
const PER_DEVICE = 10;

export interface Attempt {
  readonly email: string;
  readonly address: string;
  /** The known device it comes from, if it does. */
  readonly deviceId?: string | undefined;
}

interface Bucket {
  readonly name: string;
  readonly count: RawBuilder<unknown>;
  readonly left: RawBuilder<unknown>;
  /** A success wipes it; an address with many people behind it only gets this one try back. */
  readonly isOwn: boolean;
}

/**
 * Bounds guessing without a lever to lock anybody out. Tries are counted before the password is looked at and given
 * back when it was right, in statements of their own: no rollback and no restart forgets them. A device that has
 * signed in to this account before is counted by itself alone, whatever happens elsewhere.
 */
@Injectable()
export class LoginThrottle {
  constructor(private readonly reader: Reader) {}

  /** Runs `check`, which says by undefined that the password was wrong. */
  async attempt<T>(attempt: Attempt, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const buckets = bucketsOf(attempt);
    const counted: Bucket[] = [];
    for (const bucket of buckets) {
      await this.count(bucket);
      counted.push(bucket);
    }
    try {
      const result = await check();
      if (result !== undefined) await this.succeeded(counted);
      return result;
    } catch (error) {
      await this.run(uncount(counted.map(({ name }) => name)));
      throw error;
    }
  }

  @Scheduled({ name: 'login-failures.purge', cron: '22 * * * *', description: 'Deletes counts of wrong passwords two days after the last one.' })
  async purge({ signal }: ScheduledCall): Promise<object> {
    return { deleted: await deleteInBatches(this.reader, 'login_failures', isForgettable, signal) };
  }

  private async count({ count, left }: Bucket): Promise<void> {
    if ((await this.run(count)).length > 0) return;
    const [row] = (await this.run(left)) as { seconds: number }[];
    throw new TooMany('too-many-logins', 'Too many wrong passwords. Wait before you try again.', { retryAfter: Math.max(1, row?.seconds ?? 1) });
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
    { name, count: countWithDelay(name), left: delayLeft(name), isOwn: true },
  ];
}

const inWindow = (name: string, limit: number, isOwn: boolean): Bucket => ({ name, count: countInWindow(name, limit), left: windowLeft(name), isOwn });

/** One household of IPv6 has 2^64 addresses: they count as one. */
function neighbourhood(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16)).join(':');
}
