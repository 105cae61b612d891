import { Injectable } from '@nestjs/common';
import { forSlack } from '../messages/marks.js';
import { secondsOf, type Attempt, type Letter, type Recipient, type Service } from './attempt.js';
import { Pauses } from './pauses.js';
import { headerOf, isAttempt, said, WebRequest, type Reply } from './web-request.js';

const CLOSED: Readonly<Record<number, string>> = { 403: 'token-refused', 404: 'webhook-gone', 410: 'chat-archived' };

/** An incoming webhook of Slack. It answers in plain words and gives no id. */
@Injectable()
export class Slack implements Service {
  constructor(
    private readonly request: WebRequest,
    private readonly pauses: Pauses,
  ) {}

  async send({ secret }: Recipient, { message }: Letter): Promise<Attempt> {
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

const limited = (seconds: number): Attempt => ({
  end: 'paused',
  seconds,
  code: 'rate-limited',
  detail: `Slack takes nothing for ${Math.ceil(seconds)} s`,
});

function attemptOf(answer: Reply, secret: string): Attempt {
  const { status, text } = answer;
  if (status >= 200 && status < 300) return { end: 'sent', messageId: null };
  if (status === 429) return limited(secondsOf(headerOf(answer, 'retry-after'), 30));
  const detail = `Slack answered ${status}: ${said(text, secret)}`;
  const closed = CLOSED[status];
  if (closed) return { end: 'closed', code: closed, detail };
  return status >= 400 && status < 500
    ? { end: 'refused', code: 'message-refused', detail }
    : { end: 'failed', code: 'service-failed', detail };
}
