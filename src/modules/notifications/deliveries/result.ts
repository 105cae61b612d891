import type { Outcome } from '../../../platform/jobs/index.js';
import type { Attempt } from '../services/attempt.js';
import type { DeliveryStatus } from './deliveries.dto.js';

/** What one attempt leaves behind: at its delivery, and at its channel. */
export interface Result {
  readonly id: string;
  readonly channelId: string | null;
  readonly status: DeliveryStatus;
  readonly code: string | null;
  readonly detail: string | null;
  readonly messageId: string | null;
  readonly durationMs: number | null;
  /** 1 where somebody was asked. */
  readonly tried: number;
  /** Seconds until the next attempt. */
  readonly again: number | null;
  /** Of how many it tells, for a digest. */
  readonly collapsed: number | null;
  /** What it says of the channel. */
  readonly verdict: 'works' | 'fails' | 'closed' | null;
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
  verdict: null,
  pauseSeconds: null,
} as const;

/** Settled without asking anybody. */
export const unsent = (about: Pick<About, 'id' | 'channelId'>, status: 'failed' | 'skipped', code: string): Result => ({
  ...NOTHING,
  id: about.id,
  channelId: about.channelId,
  status,
  code,
});

/** Later, without having been tried. */
export const postponed = (about: Pick<About, 'id' | 'channelId'>, seconds: number): Result => ({
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

/** `again` is undefined where there is no further attempt. */
export function resultOf(attempt: Attempt, about: About, again: number | undefined): Result {
  const base = { ...NOTHING, ...about, tried: 1 };
  switch (attempt.end) {
    case 'sent':
      return {
        ...base,
        status: 'sent',
        messageId: attempt.messageId,
        detail: attempt.note ? line(attempt.note) : null,
        verdict: 'works',
        pauseSeconds: attempt.pauseSeconds ?? null,
      };
    case 'paused':
      return {
        ...base,
        status: 'pending',
        code: attempt.code,
        detail: line(attempt.detail),
        again: attempt.seconds,
        pauseSeconds: attempt.seconds,
      };
    case 'failed':
      return {
        ...base,
        status: again === undefined ? 'failed' : 'pending',
        code: attempt.code,
        detail: line(attempt.detail),
        again: again ?? null,
        verdict: 'fails',
      };
    case 'refused':
      return { ...base, status: 'failed', code: attempt.code, detail: line(attempt.detail), verdict: 'fails' };
    case 'closed':
      return { ...base, status: 'failed', code: attempt.code, detail: line(attempt.detail), verdict: 'closed' };
  }
}

/** What the queue has to know. History is in the deliveries, so that a message that failed for good is done with. */
export function outcomeOf(result: Result): Outcome<Result> {
  const { status, again, pauseSeconds, verdict, code } = result;
  const group = {
    ...(verdict && { health: verdict === 'works' ? ('succeeded' as const) : ('failed' as const) }),
    ...(pauseSeconds !== null && { pauseSeconds }),
  };
  const told = { result, ...(code && { error: code }), ...(Object.keys(group).length > 0 && { group }) };
  if (status !== 'pending') return { verdict: 'done', ...told };
  return { verdict: 'retry', delaySeconds: again ?? 0, ...(verdict === null && { uncounted: true }), ...told };
}
