import { Injectable } from '@nestjs/common';
import { forSlack } from '../messages/escaping.js';
import { secondsOf, type SendAttempt, type OutgoingMessage, type Recipient, type Service } from './send-attempt.js';
import { RateLimitPauses } from './rate-limit-pauses.js';
import { headerOf, isAttempt, responseText, WebRequest, type Reply } from './web-request.js';

const CLOSED: Readonly<Record<number, string>> = { 403: 'token-rejected', 404: 'webhook-gone', 410: 'chat-archived' };

/** An incoming webhook of Slack. Slack responds with plain text and without a message id. */
@Injectable()
export class Slack implements Service {
  constructor(
    private readonly request: WebRequest,
    private readonly pauses: RateLimitPauses,
  ) {}

  async send({ secret }: Recipient, { message }: OutgoingMessage): Promise<SendAttempt> {
    const webhook = `slack ${new URL(secret).pathname}`;
    const wait = this.pauses.remaining(webhook);
    if (wait > 0) return limited(wait);
    const answer = await this.request.post('slack', secret, {
      text: forSlack(message),
      unfurl_links: false,
      unfurl_media: false,
    });
    if (isAttempt(answer)) return answer;
    const attempt = attemptOf(answer, secret);
    if (attempt.end === 'paused') this.pauses.pause(webhook, attempt.seconds);
    return attempt;
  }
}

const limited = (seconds: number): SendAttempt => ({
  end: 'paused',
  seconds,
  code: 'rate-limited',
  detail: `Slack accepts no messages for ${Math.ceil(seconds)} s`,
});

function attemptOf(answer: Reply, secret: string): SendAttempt {
  const { status, text } = answer;
  if (status >= 200 && status < 300) return { end: 'sent', messageId: null };
  if (status === 429) return limited(secondsOf(headerOf(answer, 'retry-after'), 30));
  const detail = `Slack answered ${status}: ${responseText(text, secret)}`;
  const closed = CLOSED[status];
  if (closed) return { end: 'closed', code: closed, detail };
  return status >= 400 && status < 500
    ? { end: 'rejected', code: 'message-rejected', detail }
    : { end: 'failed', code: 'service-failed', detail };
}
