import { Injectable } from '@nestjs/common';
import { ChannelAddressChanges } from '../channels/channel-address-changes.js';
import { forTelegram, forTelegramPlain } from '../messages/escaping.js';
import { secondsOf, type SendAttempt, type OutgoingMessage, type Recipient, type Service } from './send-attempt.js';
import { RateLimitPauses } from './rate-limit-pauses.js';
import { isAttempt, responseText, WebRequest, type Reply } from './web-request.js';

/** A Telegram bot. The path of each request contains the token. */
@Injectable()
export class Telegram implements Service {
  constructor(
    private readonly request: WebRequest,
    private readonly pauses: RateLimitPauses,
    private readonly addressChanges: ChannelAddressChanges,
  ) {}

  async send(to: Recipient, outgoing: OutgoingMessage): Promise<SendAttempt> {
    const first = await this.ask(to, { text: forTelegram(outgoing.message), parse_mode: 'HTML' });
    if (isAttempt(first)) return first;
    const chatId = movedTo(first);
    if (chatId) return this.follow(to, outgoing, chatId);
    if (first.status === 400 && /can't parse entities/i.test(String(first.json['description'])))
      return this.plain(to, outgoing);
    return this.attempt(first, to);
  }

  /** Sends to the new chat id after a group became a supergroup. A second move in a row counts as a failure. */
  private async follow(to: Recipient, outgoing: OutgoingMessage, chatId: string): Promise<SendAttempt> {
    if (to.channelId && to.config.chatId) await this.addressChanges.follow(to.channelId, to.config.chatId, chatId);
    const moved = { ...to, config: { ...to.config, chatId } };
    const answer = await this.ask(moved, { text: forTelegram(outgoing.message), parse_mode: 'HTML' });
    if (isAttempt(answer)) return answer;
    return movedTo(answer)
      ? { end: 'failed', code: 'service-failed', detail: 'Telegram reported a moved chat twice in a row' }
      : this.attempt(answer, moved);
  }

  /** Sends plain text if Telegram rejects the markup of a template. */
  private async plain(to: Recipient, { message }: OutgoingMessage): Promise<SendAttempt> {
    const answer = await this.ask(to, { text: forTelegramPlain(message) });
    return isAttempt(answer)
      ? answer
      : this.attempt(answer, to, 'Telegram rejected the markup of the template; the message was sent as plain text.');
  }

  private async ask({ secret, config }: Recipient, body: object): Promise<Reply | SendAttempt> {
    const wait = this.pauses.remaining(chatOf(secret, config.chatId));
    if (wait > 0) return limited(wait);
    return this.request.post('telegram', `https://api.telegram.org/bot${secret}/sendMessage`, {
      chat_id: config.chatId,
      ...body,
      link_preview_options: { is_disabled: true },
    });
  }

  private attempt(answer: Reply, { secret, config }: Recipient, note?: string): SendAttempt {
    const attempt = attemptOf(answer, secret);
    if (attempt.end === 'paused') this.pauses.pause(chatOf(secret, config.chatId), attempt.seconds);
    return attempt.end === 'sent' && note ? { ...attempt, note } : attempt;
  }
}

const chatOf = (token: string, chatId: string | undefined): string => `telegram ${token.split(':', 1)[0]} ${chatId}`;
const limited = (seconds: number): SendAttempt => ({
  end: 'paused',
  seconds,
  code: 'rate-limited',
  detail: `Telegram accepts no messages for ${Math.ceil(seconds)} s`,
});
const insideOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function movedTo({ status, json }: Reply): string | undefined {
  const id = insideOf(json['parameters'])['migrate_to_chat_id'];
  return status === 400 && Number.isSafeInteger(id) ? String(id) : undefined;
}

function attemptOf({ status, json }: Reply, secret: string): SendAttempt {
  const description = responseText(json['description'], secret);
  if (status >= 200 && status < 300 && json['ok'] === true) {
    const id = insideOf(json['result'])['message_id'];
    return { end: 'sent', messageId: typeof id === 'number' ? String(id) : null };
  }
  if (status === 429) return limited(secondsOf(insideOf(json['parameters'])['retry_after']));
  const detail = `Telegram answered ${status}: ${description}`;
  // Telegram responds with 404 for an unknown token.
  if (status === 401 || status === 404) return { end: 'closed', code: 'token-rejected', detail };
  if (status === 403) return { end: 'closed', code: 'bot-removed', detail };
  if (status === 400 && /chat not found|chat_id is empty|group chat was (deactivated|deleted)/i.test(description))
    return { end: 'closed', code: 'chat-not-found', detail };
  return status >= 400 && status < 500
    ? { end: 'rejected', code: 'message-rejected', detail }
    : { end: 'failed', code: 'service-failed', detail };
}
