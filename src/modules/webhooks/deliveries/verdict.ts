import { NOT_ALLOWED, NOT_SENDABLE, type Sent } from '../sending/sender.js';

export const DELIVERY_STATUSES = ['pending', 'succeeded', 'failed', 'skipped', 'cancelled'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
export const FAILURE_REASONS = ['exhausted', 'rejected', 'gone', 'forbidden-destination', 'expunged'] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];
export const TRIGGERS = ['scheduled', 'manual', 'test'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** What an attempt means for its delivery and for its endpoint. */
export interface Verdict {
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly reason: FailureReason | null;
  /** For `pending`: seconds until it is tried again. */
  readonly delaySeconds?: number;
  /** The endpoint asks for a rest. */
  readonly pauseSeconds?: number;
  /** The endpoint says that it is gone for good. */
  readonly isGone: boolean;
}

const BUSY = new Set([429, 502, 503, 504]);
const REST_SECONDS = 5;
const GONE = 410;

export const succeeded = ({ statusCode }: Sent): boolean =>
  statusCode !== null && statusCode >= 200 && statusCode < 300;

/** `delay` is what the schedule says of the next attempt; undefined after the last one. */
export function verdictOn(sent: Sent, delay: number | undefined): Verdict {
  const { statusCode, errorCode, retryAfter = 0 } = sent;
  if (succeeded(sent)) return { status: 'succeeded', reason: null, isGone: false };
  if (errorCode === NOT_ALLOWED) return { status: 'failed', reason: 'forbidden-destination', isGone: false };
  if (errorCode === NOT_SENDABLE) return { status: 'failed', reason: 'rejected', isGone: false };
  if (statusCode === GONE) return { status: 'failed', reason: 'gone', isGone: true };
  const rest = statusCode !== null && BUSY.has(statusCode) ? { pauseSeconds: retryAfter || REST_SECONDS } : {};
  if (delay === undefined) return { status: 'failed', reason: 'exhausted', isGone: false, ...rest };
  return { status: 'pending', reason: null, isGone: false, delaySeconds: Math.max(delay, retryAfter), ...rest };
}
