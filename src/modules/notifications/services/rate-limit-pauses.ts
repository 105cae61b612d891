import { Injectable } from '@nestjs/common';

const MOST = 10_000;

/**
 * Pauses in the memory of this process, for limits beyond one channel, such as a bot that several channels share. The
 * pause of a channel is in the database.
 */
@Injectable()
export class RateLimitPauses {
  private readonly until = new Map<string, number>();

  pause(key: string, seconds: number): void {
    if (this.until.size >= MOST) this.forget();
    this.until.set(key, Math.max(this.until.get(key) ?? 0, Date.now() + seconds * 1_000));
  }

  /** Returns the seconds until no key is paused. */
  remaining(...keys: readonly string[]): number {
    return Math.max(0, ...keys.map((key) => (this.until.get(key) ?? 0) - Date.now())) / 1_000;
  }

  private forget(): void {
    for (const [key, until] of this.until) if (until <= Date.now()) this.until.delete(key);
  }
}
