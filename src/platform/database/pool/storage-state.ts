import { Logger } from '@nestjs/common';

/** Milliseconds before the next write attempt after a failure. */
const HOLD = 5_000;

/**
 * Whether the disk is full, as seen by this process. Failed writes set the state; readiness and metrics read the state.
 */
export class StorageState {
  private fullAt = Number.NEGATIVE_INFINITY;
  private isProven = true;
  private count = 0;
  private readonly logger = new Logger('Storage');

  /** Records that a write failed because the disk is full. */
  noteFull(): void {
    if (this.isProven)
      this.logger.error('The disk is full: writes fail, and this instance is not ready until space is free');
    this.fullAt = performance.now();
    this.isProven = false;
    this.count += 1;
  }

  /** Records that a write to new disk space succeeded. */
  noteSpace(): void {
    if (this.isHeld || this.isProven) return;
    this.isProven = true;
    this.logger.log('The disk has free space again');
  }

  get isFull(): boolean {
    return !this.isProven;
  }

  /** Whether the last failure is too recent for another attempt. */
  get isHeld(): boolean {
    return performance.now() - this.fullAt < HOLD;
  }

  /** Number of failed writes since the process started. */
  get failures(): number {
    return this.count;
  }
}

/** Shared by the driver, the mailer and readiness. */
export const storageState = new StorageState();
