import { NOT_ALLOWED, NOT_SENDABLE, type Sent } from '../../sending/webhook-sender.js';

export const WEBHOOK_DELIVERY_STATUSES = ['pending', 'succeeded', 'failed', 'skipped', 'cancelled'] as const;
export type WebhookDeliveryStatusName = (typeof WEBHOOK_DELIVERY_STATUSES)[number];
export const FAILURE_REASONS = ['exhausted', 'rejected', 'gone', 'forbidden-destination', 'expunged'] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];
export const TRIGGERS = ['scheduled', 'manual', 'test'] as const;
export type DeliveryTrigger = (typeof TRIGGERS)[number];

/** Outcome of an attempt for the delivery and for the webhook. */
export interface DeliveryOutcome {
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly reason: FailureReason | null;
  /** Seconds until the next attempt. Only for the status `pending`. */
  readonly delaySeconds?: number;
  /** Seconds without requests to the endpoint, after a status such as 429 or 503. */
  readonly pauseSeconds?: number;
  /** Whether the endpoint answered 410 Gone. */
  readonly isGone: boolean;
}

const BUSY = new Set([429, 502, 503, 504]);
const REST_SECONDS = 5;
const GONE = 410;

export const succeeded = ({ statusCode }: Sent): boolean =>
  statusCode !== null && statusCode >= 200 && statusCode < 300;

/** Returns the outcome of an attempt. `delay`: seconds until the next attempt, undefined after the last attempt. */
export function outcomeOf(sent: Sent, delay: number | undefined): DeliveryOutcome {
  const { statusCode, errorCode, retryAfter = 0 } = sent;
  if (succeeded(sent)) return { status: 'succeeded', reason: null, isGone: false };
  if (errorCode === NOT_ALLOWED) return { status: 'failed', reason: 'forbidden-destination', isGone: false };
  if (errorCode === NOT_SENDABLE) return { status: 'failed', reason: 'rejected', isGone: false };
  if (statusCode === GONE) return { status: 'failed', reason: 'gone', isGone: true };
  const rest = statusCode !== null && BUSY.has(statusCode) ? { pauseSeconds: retryAfter || REST_SECONDS } : {};
  if (delay === undefined) return { status: 'failed', reason: 'exhausted', isGone: false, ...rest };
  return { status: 'pending', reason: null, isGone: false, delaySeconds: Math.max(delay, retryAfter), ...rest };
}
