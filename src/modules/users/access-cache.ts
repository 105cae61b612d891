import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { sql } from 'kysely';
import { outsideUnit, Reader } from '../../platform/database/index.js';

const POLL_EVERY = 500;
const POLL_TRUSTED = 1_000;
const VERDICT_TRUSTED = 30_000;
const LEFT_ALONE = 5_000;
const MOST_VERDICTS = 20_000;

interface Verdict {
  readonly value: unknown;
  readonly until: number;
}

/**
 * Who may what, in memory. A verdict is used only while a poll that began less than a second ago has seen
 * `access_epoch` unmoved; so a revocation anywhere takes effect here within a second, and when the database
 * does not answer, nobody is let in on an old verdict.
 */
@Injectable()
export class AccessCache implements OnModuleDestroy {
  private readonly verdicts = new Map<string, Verdict>();
  private epoch: number | undefined;
  private seenAt = Number.NEGATIVE_INFINITY;
  private usedAt = Number.NEGATIVE_INFINITY;
  private generation = 0;
  private polling: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly reader: Reader) {}

  /** The verdict under `key`, made by `load` where none is at hand; `undefined` is never kept. */
  async get<T extends object>(key: string, load: () => Promise<T | undefined>): Promise<T | undefined> {
    this.usedAt = performance.now();
    if (!this.isFresh()) await this.poll();
    const known = this.isFresh() ? this.verdicts.get(key) : undefined;
    if (known && known.until > this.usedAt) return known.value as T;
    const generation = this.generation;
    const value = await outsideUnit(load);
    if (value && generation === this.generation) this.keep(key, value);
    return value;
  }

  /** Forgets everything: called after a change made by this very process, which must not wait for the poll. */
  drop(): void {
    this.generation += 1;
    this.verdicts.clear();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.usedAt = Number.NEGATIVE_INFINITY;
  }

  private keep(key: string, value: object): void {
    const oldest = this.verdicts.size >= MOST_VERDICTS ? this.verdicts.keys().next().value : undefined;
    if (oldest !== undefined) this.verdicts.delete(oldest);
    this.verdicts.set(key, { value, until: performance.now() + VERDICT_TRUSTED });
  }

  private isFresh(): boolean {
    return performance.now() - this.seenAt < POLL_TRUSTED;
  }

  private poll(): Promise<void> {
    this.polling ??= outsideUnit(() => this.readEpoch()).finally(() => {
      this.polling = undefined;
      this.pollAgainLater();
    });
    return this.polling;
  }

  private async readEpoch(): Promise<void> {
    const begun = performance.now();
    const row = await this.reader.row<{ value: number }>(sql`select value::float8 as value from access_epoch`);
    if (row?.value !== this.epoch) this.drop();
    this.epoch = row?.value;
    this.seenAt = begun;
  }

  private pollAgainLater(): void {
    clearTimeout(this.timer);
    if (performance.now() - this.usedAt > LEFT_ALONE) return;
    this.timer = setTimeout(() => void this.poll().catch(() => undefined), POLL_EVERY).unref();
  }
}
