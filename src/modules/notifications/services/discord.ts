import { Injectable } from '@nestjs/common';
import { forDiscord } from '../messages/escaping.js';
import { secondsOf, type SendAttempt, type OutgoingMessage, type Recipient, type Service } from './send-attempt.js';
import { RateLimitPauses } from './rate-limit-pauses.js';
import { headerOf, isAttempt, responseText, WebRequest, type Reply } from './web-request.js';

const EVERYWHERE = 'discord';
// Without this flag, Discord shows previews of links in user text.
const SUPPRESS_EMBEDS = 4;

/**
 * A webhook of a Discord channel. Discord returns its rate limits in each response, so this class has no fixed limits.
 */
@Injectable()
export class Discord implements Service {
  constructor(
    private readonly request: WebRequest,
    private readonly pauses: RateLimitPauses,
  ) {}

  async send({ secret }: Recipient, { message }: OutgoingMessage): Promise<SendAttempt> {
    const url = new URL(secret);
    const webhook = `${EVERYWHERE} ${url.pathname}`;
    const wait = this.pauses.remaining(EVERYWHERE, webhook);
    if (wait > 0) return limited(wait);
    // Without `wait`, Discord returns no error for a message that is not stored.
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

const limited = (seconds: number): SendAttempt => ({
  end: 'paused',
  seconds,
  code: 'rate-limited',
  detail: `Discord accepts no messages for ${Math.ceil(seconds)} s`,
});

function attemptOf(answer: Reply, secret: string): SendAttempt {
  const { status, json } = answer;
  if (status >= 200 && status < 300)
    return {
      end: 'sent',
      messageId: typeof json['id'] === 'string' ? json['id'].slice(0, 255) : null,
      ...pauseOf(answer),
    };
  if (status === 429) return limited(secondsOf(json['retry_after'] ?? headerOf(answer, 'retry-after')));
  const detail = `Discord answered ${status}: ${responseText(json['message'], secret)}`;
  if (status === 404 || status === 401)
    return { end: 'closed', code: status === 404 ? 'webhook-gone' : 'token-rejected', detail };
  return status >= 400 && status < 500
    ? { end: 'rejected', code: 'message-rejected', detail }
    : { end: 'failed', code: 'service-failed', detail };
}

/** Returns a pause if the rate limit is used up: Discord would reject the next request, and counts rejections. */
function pauseOf(answer: Reply): { pauseSeconds?: number } {
  return headerOf(answer, 'x-ratelimit-remaining') === '0'
    ? { pauseSeconds: secondsOf(headerOf(answer, 'x-ratelimit-reset-after'), 1) }
    : {};
}
