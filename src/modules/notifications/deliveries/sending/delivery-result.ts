import type { JobOutcome } from '../../../../platform/jobs/index.js';
import type { SendAttempt } from '../../services/send-attempt.js';
import type { NotificationDeliveryStatusName } from '../deliveries.dto.js';

/** Result of one attempt for the delivery and for the channel. */
export interface DeliveryResult {
  readonly id: string;
  readonly channelId: string | null;
  readonly status: NotificationDeliveryStatusName;
  readonly code: string | null;
  readonly detail: string | null;
  readonly messageId: string | null;
  readonly durationMs: number | null;
  /** 1 after an attempt, 0 without an attempt. */
  readonly tried: number;
  /** Seconds until the next attempt; null if there is no next attempt. */
  readonly again: number | null;
  /** Number of events in the digest; null without a digest. */
  readonly collapsed: number | null;
  /** Effect on the health of the channel; null if there is no effect. */
  readonly outcome: 'works' | 'fails' | 'closed' | null;
  readonly pauseSeconds: number | null;
}

interface About {
  readonly id: string;
  readonly channelId: string | null;
  readonly collapsed: number | null;
  readonly durationMs: number;
}

const NOTHING = {
  code: null,
  detail: null,
  messageId: null,
  durationMs: null,
  tried: 0,
  again: null,
  collapsed: null,
  outcome: null,
  pauseSeconds: null,
} as const;

/** Returns the final result of a delivery without an attempt. */
export const unsent = (
  about: Pick<About, 'id' | 'channelId'>,
  status: 'failed' | 'skipped',
  code: string,
): DeliveryResult => ({ ...NOTHING, id: about.id, channelId: about.channelId, status, code });

/** Returns the result of a delivery that is postponed without an attempt. */
export const postponed = (about: Pick<About, 'id' | 'channelId'>, seconds: number): DeliveryResult => ({
  ...NOTHING,
  id: about.id,
  channelId: about.channelId,
  status: 'pending',
  again: seconds,
});

const line = (text: string): string | null =>
  text
    .replace(/[\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 500)
    .toWellFormed() || null;

type Effect = Pick<DeliveryResult, 'status'> & Partial<DeliveryResult>;

const faultOf = ({ code, detail }: { readonly code: string; readonly detail: string }) => ({
  code,
  detail: line(detail),
});

function effectOf(attempt: SendAttempt, again: number | undefined): Effect {
  switch (attempt.end) {
    case 'sent':
      return {
        status: 'sent',
        messageId: attempt.messageId,
        detail: attempt.note ? line(attempt.note) : null,
        outcome: 'works',
        pauseSeconds: attempt.pauseSeconds ?? null,
      };
    case 'paused':
      return { status: 'pending', ...faultOf(attempt), again: attempt.seconds, pauseSeconds: attempt.seconds };
    case 'failed': {
      const status = again === undefined ? 'failed' : 'pending';
      return { status, ...faultOf(attempt), again: again ?? null, outcome: 'fails' };
    }
    case 'rejected':
      return { status: 'failed', ...faultOf(attempt), outcome: 'fails' };
    case 'closed':
      return { status: 'failed', ...faultOf(attempt), outcome: 'closed' };
  }
}

/** Converts an attempt to a result. `again`: seconds until the next attempt, undefined after the last attempt. */
export const resultOf = (attempt: SendAttempt, about: About, again: number | undefined): DeliveryResult => ({
  ...NOTHING,
  ...about,
  tried: 1,
  ...effectOf(attempt, again),
});

/**
 * Returns the outcome of the job. A failed delivery also ends its job as done, because the delivery stores the failure.
 */
export function deliveryResultOf(result: DeliveryResult): JobOutcome<DeliveryResult> {
  const { status, again, pauseSeconds, outcome, code } = result;
  const group = {
    ...(outcome && { health: outcome === 'works' ? ('succeeded' as const) : ('failed' as const) }),
    ...(pauseSeconds !== null && { pauseSeconds }),
  };
  const reported = { result, ...(code && { error: code }), ...(Object.keys(group).length > 0 && { group }) };
  if (status !== 'pending') return { status: 'done', ...reported };
  return { status: 'retry', delaySeconds: again ?? 0, ...(outcome === null && { uncounted: true }), ...reported };
}
