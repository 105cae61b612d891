import type { ChannelConfig, ChannelType } from '../channels/notification-channel.entity.js';
import type { Message } from '../messages/message.js';

/** Where a message goes, with its secret open. */
export interface Recipient {
  /** Null for the admin's mail. */
  readonly channelId: string | null;
  readonly type: ChannelType;
  readonly config: ChannelConfig;
  readonly secret: string;
}

export interface Letter {
  readonly message: Message;
  /** The same for every try of one message. */
  readonly key: string;
}

interface Failed {
  readonly code: string;
  readonly detail: string;
}

/** What became of one try. */
export type Attempt =
  /** It is there. `pauseSeconds` until the service takes the next one. */
  | { readonly end: 'sent'; readonly messageId: string | null; readonly note?: string; readonly pauseSeconds?: number }
  /** Not now, for everything that goes there; this one loses nothing by it. */
  | ({ readonly end: 'paused'; readonly seconds: number } & Failed)
  /** Perhaps later. */
  | ({ readonly end: 'failed' } & Failed)
  /** Never this one. */
  | ({ readonly end: 'refused' } & Failed)
  /** Never anything: the channel is of no use any more. */
  | ({ readonly end: 'closed' } & Failed);

export interface Service {
  send(to: Recipient, letter: Letter): Promise<Attempt>;
}

const DAY = 86_400;

/** Seconds as services say them, integers or not; whatever is no number, or beyond reason, becomes something that is. */
export function secondsOf(value: unknown, otherwise = 5): number {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof seconds !== 'number' || Number.isNaN(seconds) || seconds < 0) return otherwise;
  return Math.min(seconds, DAY);
}
