import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { sql } from 'kysely';
import { currentUnit, deleteInBatches, inBackground, QueryRunner } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';

const POLL_EVERY = 500;
const POLL_TRUSTED = 1_000;
const ACCESS_TRUSTED = 30_000;
const LEFT_ALONE = 5_000;
const MOST_OUTCOMES = 20_000;

interface CachedAccess {
  readonly value: unknown;
  readonly until: number;
}

/**
 * Cache of access decisions in memory. A decision is used only if a poll that started less than a second ago found no
 * change in `access_epoch`. So a revocation takes effect within a second. Without the database, no cached decision is
 * used.
 */
@Injectable()
export class AccessCache implements OnModuleDestroy {
  private readonly outcomes = new Map<string, CachedAccess>();
  private readonly filling = new Map<
    string,
    { readonly generation: number; readonly value: Promise<object | undefined> }
  >();
  private epoch: string | undefined;
  private seenAt = Number.NEGATIVE_INFINITY;
  private usedAt = Number.NEGATIVE_INFINITY;
  private generation = 0;
  private polling: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly queryRunner: QueryRunner) {}

  /** Returns the decision under `key`, or loads the decision. `undefined` is not cached. */
  async get<T extends object>(key: string, load: () => Promise<T | undefined>): Promise<T | undefined> {
    this.usedAt = performance.now();
    if (currentUnit()) return this.getWithin(key, load);
    if (!this.isFresh()) await this.poll();
    return this.known<T>(key) ?? this.fill(key, load);
  }

  /** Clears the cache after a change by this process. Such a change must not wait for the next poll. */
  drop(): void {
    this.generation += 1;
    this.outcomes.clear();
  }

  @Scheduled({
    name: 'access-epoch.prune',
    cron: '47 * * * *',
    description: 'Deletes records of access changes that every instance has read.',
  })
  async prune({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    return {
      deleted: await deleteInBatches(
        this.queryRunner,
        'access_epoch',
        sql`changed_at < now() - interval '1 hour'`,
        signal,
      ),
    };
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.usedAt = Number.NEGATIVE_INFINITY;
  }

  /**
   * Loads on the connection of the transaction. The result is not cached, because it may contain uncommitted changes.
   */
  private async getWithin<T extends object>(key: string, load: () => Promise<T | undefined>): Promise<T | undefined> {
    const known = this.known<T>(key);
    if (known) return known;
    inBackground(() => this.get(key, load));
    return load();
  }

  private known<T>(key: string): T | undefined {
    const known = this.isFresh() ? this.outcomes.get(key) : undefined;
    return known && known.until > this.usedAt ? (known.value as T) : undefined;
  }

  /** Shares one load per key between concurrent callers. */
  private fill<T extends object>(key: string, load: () => Promise<T | undefined>): Promise<T | undefined> {
    const running = this.filling.get(key);
    if (running?.generation === this.generation) return running.value as Promise<T | undefined>;
    const { generation } = this;
    const value = load()
      .then((loaded) => {
        if (loaded && generation === this.generation) this.keep(key, loaded);
        return loaded;
      })
      .finally(() => {
        if (this.filling.get(key)?.value === value) this.filling.delete(key);
      });
    this.filling.set(key, { generation, value });
    return value;
  }

  private keep(key: string, value: object): void {
    const oldest = this.outcomes.size >= MOST_OUTCOMES ? this.outcomes.keys().next().value : undefined;
    if (oldest !== undefined) this.outcomes.delete(oldest);
    this.outcomes.set(key, { value, until: performance.now() + ACCESS_TRUSTED });
  }

  private isFresh(): boolean {
    return performance.now() - this.seenAt < POLL_TRUSTED;
  }

  private poll(): Promise<void> {
    this.polling ??= this.readEpoch().finally(() => {
      this.polling = undefined;
      this.pollAgainLater();
    });
    return this.polling;
  }

  private async readEpoch(): Promise<void> {
    const started = performance.now();
    // Every change inserts a row, and commits come in any order. A new row always changes the count. Deleted rows
    // change the first id.
    const row = await this.queryRunner.row<{ value: string }>(
      sql`select concat_ws('-', count(*), min(id), max(id)) as value from access_epoch`,
    );
    if (row?.value !== this.epoch) this.drop();
    this.epoch = row?.value;
    this.seenAt = started;
  }

  private pollAgainLater(): void {
    clearTimeout(this.timer);
    if (performance.now() - this.usedAt > LEFT_ALONE) return;
    this.timer = setTimeout(() => void this.poll().catch(() => undefined), POLL_EVERY).unref();
  }
}
