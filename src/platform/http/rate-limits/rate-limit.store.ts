import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { sql } from 'kysely';
import { QueryRunner } from '../../database/index.js';

interface Bucket {
  hits: number;
  unsent: number;
  resetsAt: number;
}

const SYNC_MS = 1_000;

/** The record type of @nestjs/throttler, which is not exported by name. */
type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/**
 * Counts fixed windows in memory and adds the counts of all instances once per second. A request never waits for the
 * database. So a limit can be exceeded by the requests that other instances accept within a second.
 */
@Injectable()
export class RateLimitStore implements ThrottlerStorage, OnApplicationShutdown {
  private readonly logger = new Logger('RateLimits');
  private readonly buckets = new Map<string, Bucket>();
  private readonly timer = setInterval(() => void this.synchronise(), SYNC_MS).unref();

  constructor(private readonly queryRunner: QueryRunner) {}

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  increment(key: string, ttl: number, limit: number): Promise<ThrottlerRecord> {
    return Promise.resolve(this.hit(key, ttl, limit));
  }

  hit(key: string, ttl: number, limit: number, now = Date.now()): ThrottlerRecord {
    const bucket = this.bucket(key, ttl, now);
    bucket.hits += 1;
    bucket.unsent += 1;
    const seconds = Math.max(1, Math.ceil((bucket.resetsAt - now) / 1000));
    const isBlocked = bucket.hits > limit;
    return { totalHits: bucket.hits, timeToExpire: seconds, isBlocked, timeToBlockExpire: isBlocked ? seconds : 0 };
  }

  /** Removes one hit of the current window. */
  takeBack(key: string, now = Date.now()): void {
    const bucket = this.buckets.get(key);
    if (!bucket || bucket.resetsAt <= now) return;
    bucket.hits -= 1;
    bucket.unsent -= 1;
  }

  private bucket(key: string, ttl: number, now: number): Bucket {
    const resetsAt = (Math.floor(now / ttl) + 1) * ttl;
    const known = this.buckets.get(key);
    if (known && known.resetsAt === resetsAt) return known;
    const fresh = { hits: 0, unsent: 0, resetsAt };
    this.buckets.set(key, fresh);
    return fresh;
  }

  private async synchronise(): Promise<void> {
    const now = Date.now();
    const changed = [...this.buckets].filter(([, bucket]) => bucket.unsent !== 0 && bucket.resetsAt > now);
    for (const [key, bucket] of this.buckets) if (bucket.resetsAt <= now) this.buckets.delete(key);
    if (changed.length === 0) return;
    const sent = changed.map(([key, bucket]) => ({ key, bucket, hits: bucket.unsent }));
    for (const { bucket, hits } of sent) bucket.unsent -= hits;
    try {
      this.take(await this.queryRunner.rows<Total>(addUp(sent)));
    } catch (error) {
      // The hits are not shared. The next attempt sends them again.
      for (const { bucket, hits } of sent) bucket.unsent += hits;
      this.logger.warn({ err: error }, 'Rate limits could not be shared with the other instances');
    }
  }

  private take(totals: Total[]): void {
    for (const { bucket: key, hits } of totals) {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.hits = Math.max(bucket.hits, hits + bucket.unsent);
    }
  }
}

interface Total {
  readonly bucket: string;
  readonly hits: number;
}

// Sorted, so that two instances cannot deadlock.
function addUp(sent: readonly { key: string; bucket: Bucket; hits: number }[]) {
  const ordered = [...sent].sort((a, b) => (a.key < b.key ? -1 : 1));
  return sql`
    insert into rate_limits as r (bucket, hits, resets_at)
    select * from unnest(${ordered.map(({ key }) => key)}::text[], ${ordered.map(({ hits }) => hits)}::int[],
      ${ordered.map(({ bucket }) => new Date(bucket.resetsAt).toISOString())}::timestamptz[])
    on conflict (bucket) do update set
      hits = case when r.resets_at = excluded.resets_at then r.hits + excluded.hits else excluded.hits end,
      resets_at = excluded.resets_at
    returning bucket, hits`;
}
