import { Injectable } from '@nestjs/common';
import { ChannelMoves } from '../channels/channel-moves.js';
import { forTelegram, forTelegramPlain } from '../messages/marks.js';
import { secondsOf, type Attempt, type Letter, type Recipient, type Service } from './attempt.js';
import { Pauses } from './pauses.js';
import { isAttempt, said, WebRequest, type Reply } from './web-request.js';

/** A bot of Telegram. Its token is in the path of every request. */
@Injectable()
export class Telegram implements Service {
  constructor(
    private readonly request: WebRequest,
    private readonly pauses: Pauses,
    private readonly moves: ChannelMoves,
  ) {}

  async send(to: Recipient, letter: Letter): Promise<Attempt> {
    const first = await this.ask(to, { text: forTelegram(letter.message), parse_mode: 'HTML' });
    if (isAttempt(first)) return first;
    const chatId = movedTo(first);
    if (chatId) return this.follow(to, letter, chatId);
    if (first.status === 400 && /can't parse entities/i.test(String(first.json['description'])))
      return this.plain(to, letter);
    return this.attempt(first, to);
  }

  /** A group that became a supergroup has another number from now on. Followed once: a second move in a row is nonsense. */
  private async follow(to: Recipient, letter: Letter, chatId: string): Promise<Attempt> {
    if (to.channelId && to.config.chatId) await this.moves.follow(to.channelId, to.config.chatId, chatId);
    const moved = { ...to, config: { ...to.config, chatId } };
    const answer = await this.ask(moved, { text: forTelegram(letter.message), parse_mode: 'HTML' });
    if (isAttempt(answer)) return answer;
    return movedTo(answer)
      ? { end: 'failed', code: 'service-failed', detail: 'Telegram says that the chat moved, twice in a row' }
      : this.attempt(answer, moved);
  }

  /** Better without bold than not at all. */
  private async plain(to: Recipient, { message }: Letter): Promise<Attempt> {
    const answer = await this.ask(to, { text: forTelegramPlain(message) });
    return isAttempt(answer)
      ? answer
      : this.attempt(answer, to, 'Telegram did not understand the marks of the template; it was sent as plain text.');
  }

  private async ask({ secret, config }: Recipient, body: object): Promise<Reply | Attempt> {
    const wait = this.pauses.remaining(chatOf(secret, config.chatId));
    if (wait > 0) return limited(wait);
    return this.request.post('telegram', `https://api.telegram.org/bot${secret}/sendMessage`, {
      chat_id: config.chatId,
      ...body,
      link_preview_options: { is_disabled: true },
    });
  }

  private attempt(answer: Reply, { secret, config }: Recipient, note?: string): Attempt {
    const attempt = attemptOf(answer, secret);
    if (attempt.end === 'paused') this.pauses.pause(chatOf(secret, config.chatId), attempt.seconds);
    return attempt.end === 'sent' && note ? { ...attempt, note } : attempt;
  }
}

const chatOf = (token: string, chatId: string | undefined): string => `telegram ${token.split(':', 1)[0]} ${chatId}`;
const limited = (seconds: number): Attempt => ({
  end: 'paused',
  seconds,
  code: 'rate-limited',
  detail: `Telegram takes nothing for ${Math.ceil(seconds)} s`,
});
const insideOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function movedTo({ status, json }: Reply): string | undefined {
  const id = insideOf(json['parameters'])['migrate_to_chat_id'];
  return status === 400 && Number.isSafeInteger(id) ? String(id) : undefined;
}

function attemptOf({ status, json }: Reply, secret: string): Attempt {
  const description = said(json['description'], secret);
  if (status >= 200 && status < 300 && json['ok'] === true) {
    const id = insideOf(json['result'])['message_id'];
    return { end: 'sent', messageId: typeof id === 'number' ? String(id) : null };
  }
  if (status === 429) return limited(secondsOf(insideOf(json['parameters'])['retry_after']));
  const detail = `Telegram answered ${status}: ${description}`;
  // A token that never was gives 404.
  if (status === 401 || status === 404) return { end: 'closed', code: 'token-refused', detail };
  if (status === 403) return { end: 'closed', code: 'bot-removed', detail };
  if (status === 400 && /chat not found|chat_id is empty|group chat was (deactivated|deleted)/i.test(description))
    return { end: 'closed', code: 'chat-not-found', detail };
  return status >= 400 && status < 500
    ? { end: 'refused', code: 'message-refused', detail }
    : { end: 'failed', code: 'service-failed', detail };
}
