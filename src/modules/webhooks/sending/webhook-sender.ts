import { Injectable } from '@nestjs/common';
import { publicEventId } from '../../../platform/outbox/index.js';
import { Outbound, OutboundFailure, type OutboundAnswer } from '../../../platform/outbound/index.js';
import { CustomHeaders } from '../headers/custom-headers.js';
import { WebhookSecrets, type EncryptedSecret } from '../secrets/webhook-secrets.js';
import { retryAfterSeconds } from './retry-after.js';
import { signatureOf } from './signature.js';

/** Data for one attempt. */
export interface WebhookRequest {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly body: string;
  readonly url: string;
  readonly headers: string | null;
  readonly secrets: readonly EncryptedSecret[];
  /** Number of the attempt, from 1. Counts all triggers. */
  readonly number: number;
}

/** Result of one attempt: a response or a failure. */
export interface Sent {
  readonly startedAt: string;
  readonly durationMs: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly statusCode: number | null;
  readonly errorCode: string | null;
  readonly responseBody: string | null;
  readonly isTruncated: boolean;
  readonly retryAfter?: number | undefined;
}

const ATTEMPT_MS = 15_000;
const ANSWER_BYTES = 4_096;
const HIDDEN = '[hidden]';
/** All rejected destinations share one error code, so that the error reveals nothing about the internal network. */
const REJECTED = new Set([
  'forbidden-address',
  'forbidden-scheme',
  'forbidden-port',
  'credentials-in-url',
  'invalid-url',
]);
export const NOT_ALLOWED = 'destination-not-allowed';
/** No secret is valid, or the secret or the headers cannot be decrypted. */
export const NOT_SENDABLE = 'not-sendable';

/** Sends one request, signed as in Standard Webhooks. Never throws: errors are part of the result. */
@Injectable()
export class WebhookSender {
  constructor(
    private readonly outbound: Outbound,
    private readonly secrets: WebhookSecrets,
    private readonly customHeaders: CustomHeaders,
  ) {}

  async send(sending: WebhookRequest): Promise<Sent> {
    const started = Date.now();
    const ours = this.signed(sending, started);
    const custom = this.custom(sending);
    const shown = { ...ours, ...Object.fromEntries(Object.keys(custom ?? {}).map((name) => [name, HIDDEN])) };
    const end = ours && custom ? await this.request(sending, { ...custom, ...ours }) : failed(NOT_SENDABLE);
    return {
      startedAt: new Date(started).toISOString(),
      durationMs: Date.now() - started,
      requestHeaders: shown,
      ...end,
    };
  }

  private signed(
    { eventId, eventType, deliveryId, number, body, secrets }: WebhookRequest,
    now: number,
  ): Record<string, string> | undefined {
    const id = publicEventId(eventId);
    const timestamp = Math.floor(now / 1_000);
    const keys = attempt(() => this.secrets.keys(secrets));
    if (!keys || keys.length === 0) return undefined;
    return {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(id, timestamp, body, keys),
      'content-type': 'application/json',
      'user-agent': 'Kontor-Webhooks/1.0',
      'x-webhook-event': eventType,
      'x-webhook-delivery': deliveryId,
      'x-webhook-attempt': String(number),
    };
  }

  private custom({ webhookId, headers }: WebhookRequest): Readonly<Record<string, string>> | undefined {
    return attempt(() => this.customHeaders.open(webhookId, headers));
  }

  private async request({ url, body }: WebhookRequest, headers: Record<string, string>): Promise<Ending> {
    try {
      return answered(
        await this.outbound.request({
          method: 'POST',
          url,
          headers,
          body,
          timeoutMs: ATTEMPT_MS,
          maxBytes: ANSWER_BYTES,
        }),
      );
    } catch (error) {
      const code = error instanceof OutboundFailure ? error.code : 'unreachable';
      return failed(REJECTED.has(code) ? NOT_ALLOWED : code);
    }
  }
}

type Ending = Pick<Sent, 'statusCode' | 'errorCode' | 'responseBody' | 'isTruncated' | 'retryAfter'>;

const failed = (errorCode: string): Ending => ({ statusCode: null, errorCode, responseBody: null, isTruncated: false });

function answered({ status, headers, body, truncated }: OutboundAnswer): Ending {
  return {
    statusCode: status,
    errorCode: status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? 'redirect' : 'rejected',
    // Kontor asks for `identity`. Compressed bytes are no text.
    responseBody: /^(identity)?$/.test(String(headers['content-encoding'] ?? '')) ? textOf(body) : null,
    isTruncated: truncated,
    retryAfter: retryAfterSeconds(headers['retry-after']),
  };
}

// Control characters except tab and line ends.
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

/** Returns printable text of at most 4 KiB. Drops an incomplete character at the end. */
function textOf(body: Buffer): string {
  const decoder = new TextDecoder('utf-8');
  const text = decoder.decode(body, { stream: true }).replace(CONTROLS, '\uFFFD');
  if (Buffer.byteLength(text) <= ANSWER_BYTES) return text;
  // A replacement character can be longer than the invalid bytes that it replaces.
  return new TextDecoder('utf-8').decode(Buffer.from(text).subarray(0, ANSWER_BYTES), { stream: true });
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
