import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** Waiting transactions per connection. More would wait too long. */
const WAITERS_PER_CONNECTION = 10;

/** Too many transactions wait, or this transaction has waited longer than the connection timeout. */
class TooManyWriters extends Error {
  readonly code = 'KONTOR_BUSY';
}

/**
 * Limits transactions to 75 % of the connections and leaves at least one for reads, because transactions hold their
 * connections while waiting for locks. Nested transactions count once.
 */
export class WriteShare {
  private working = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly within = new AsyncLocalStorage<true>();

  async run<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
    if (this.within.getStore()) return work();
    const { max = 10, connectionTimeoutMillis = 1_000 } = pool.options;
    const most = Math.max(1, max - Math.max(1, Math.floor(max / 4)));
    if (this.working >= most) await this.waitForSlot(most, connectionTimeoutMillis);
    else this.working += 1;
    try {
      return await this.within.run(true, work);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.working -= 1;
    }
  }

  /** Waits until another transaction ends. */
  private waitForSlot(most: number, milliseconds: number): Promise<void> {
    if (this.waiting.length >= WAITERS_PER_CONNECTION * most)
      throw new TooManyWriters('Too many transactions wait for a connection');
    return new Promise((resolve, reject) => {
      const next = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(next), 1);
        reject(new TooManyWriters('A transaction waited for a connection for too long'));
      }, milliseconds);
      this.waiting.push(next);
    });
  }
}
