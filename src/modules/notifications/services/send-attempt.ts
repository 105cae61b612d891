import type { ChannelConfig, ChannelType } from '../channels/notification-channel.entity.js';
import type { Message } from '../messages/message.js';

/** Target of a message, with the decrypted secret. */
export interface Recipient {
  /** Null for mails to the admin. */
  readonly channelId: string | null;
  readonly type: ChannelType;
  readonly config: ChannelConfig;
  readonly secret: string;
}

export interface OutgoingMessage {
  readonly message: Message;
  /** Stays the same in all attempts of one message. */
  readonly key: string;
}

interface Failed {
  readonly code: string;
  readonly detail: string;
}

/** Result of one attempt. */
export type SendAttempt =
  /** Accepted. `pauseSeconds`: seconds until the service accepts the next message. */
  | { readonly end: 'sent'; readonly messageId: string | null; readonly note?: string; readonly pauseSeconds?: number }
  /** The whole target is paused. The attempt does not count for this message. */
  | ({ readonly end: 'paused'; readonly seconds: number } & Failed)
  /** A later attempt may succeed. */
  | ({ readonly end: 'failed' } & Failed)
  /** The service will never accept this message. */
  | ({ readonly end: 'rejected' } & Failed)
  /** The service will never accept a message for this channel again. */
  | ({ readonly end: 'closed' } & Failed);

export interface Service {
  send(to: Recipient, outgoing: OutgoingMessage): Promise<SendAttempt>;
}

const DAY = 86_400;

/** Reads a number of seconds from a response, at most one day. Returns `otherwise` for an invalid value. */
export function secondsOf(value: unknown, otherwise = 5): number {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof seconds !== 'number' || Number.isNaN(seconds) || seconds < 0) return otherwise;
  return Math.min(seconds, DAY);
}
