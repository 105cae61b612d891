import { Injectable } from '@nestjs/common';
import { forDiscord } from '../messages/marks.js';
import { secondsOf, type Attempt, type Letter, type Recipient, type Service } from './attempt.js';
import { Pauses } from './pauses.js';
import { headerOf, isAttempt, said, WebRequest, type Reply } from './web-request.js';

const EVERYWHERE = 'discord';
// Links in what strangers write unfold into pictures otherwise.
const SUPPRESS_EMBEDS = 4;

/** A webhook of a Discord channel. Its limits are not written down here on purpose: Discord says them with every answer. */
@Injectable()
export class Discord implements Service {
  constructor(
    private readonly request: WebRequest,
    private readonly pauses: Pauses,
  ) {}

  async send({ secret }: Recipient, { message }: Letter): Promise<Attempt> {
    const url = new URL(secret);
    const webhook = `${EVERYWHERE} ${url.pathname}`;
    const wait = this.pauses.remaining(EVERYWHERE, webhook);
    if (wait > 0) return limited(wait);
    // Without `wait` a message that was not kept gives no error.
    url.searchParams.set('wait', 'true');
    const answer = await this.request.post('discord', url.href, {
      content: forDiscord(message),
      allowed_mentions: { parse: [] },
      flags: SUPPRESS_EMBEDS,
    });
    if (isAttempt(answer)) return answer;
    const attempt = attemptOf(answer, secret);
    const seconds =
      attempt.end === 'paused' ? attempt.seconds : attempt.end === 'sent' ? (attempt.pauseSeconds ?? 0) : 0;
    if (seconds > 0) this.pauses.pause(answer.json['global'] === true ? EVERYWHERE : webhook, seconds);
    return attempt;
  }
}

const limited = (seconds: number): Attempt => ({
  end: 'paused',
  seconds,
  code: 'rate-limited',
  detail: `Discord takes nothing for ${Math.ceil(seconds)} s`,
});

function attemptOf(answer: Reply, secret: string): Attempt {
  const { status, json } = answer;
  if (status >= 200 && status < 300)
    return {
      end: 'sent',
      messageId: typeof json['id'] === 'string' ? json['id'].slice(0, 255) : null,
      ...pauseOf(answer),
    };
  if (status === 429) return limited(secondsOf(json['retry_after'] ?? headerOf(answer, 'retry-after')));
  const detail = `Discord answered ${status}: ${said(json['message'], secret)}`;
  if (status === 404 || status === 401)
    return { end: 'closed', code: status === 404 ? 'webhook-gone' : 'token-refused', detail };
  return status >= 400 && status < 500
    ? { end: 'refused', code: 'message-refused', detail }
    : { end: 'failed', code: 'service-failed', detail };
}

/** The bucket is empty: the next request before its reset would be refused, and refusals are counted. */
function pauseOf(answer: Reply): { pauseSeconds?: number } {
  return headerOf(answer, 'x-ratelimit-remaining') === '0'
    ? { pauseSeconds: secondsOf(headerOf(answer, 'x-ratelimit-reset-after'), 1) }
    : {};
}
