import { Injectable } from '@nestjs/common';
import { Outbound, OutboundFailure, type OutboundAnswer } from '../../../platform/outbound/index.js';
import { ServiceAddresses, type WebService } from './service-addresses.js';
import type { SendAttempt } from './send-attempt.js';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 65_536;

export interface Reply {
  readonly status: number;
  readonly headers: OutboundAnswer['headers'];
  /** JSON object of the body; empty if the body is not a JSON object. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/**
 * Sends a JSON request through the outbound client. Errors do not contain the URL, because the URL contains the secret.
 */
@Injectable()
export class WebRequest {
  constructor(
    private readonly outbound: Outbound,
    private readonly addresses: ServiceAddresses,
  ) {}

  async post(service: WebService, url: string, body: object): Promise<Reply | SendAttempt> {
    try {
      const headers = { 'content-type': 'application/json', 'user-agent': 'Kontor-Notifications/1.0' };
      const answer = await this.outbound.request({
        method: 'POST',
        url: this.addresses.get(service, url),
        headers,
        body: JSON.stringify(body),
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
      });
      const text = answer.body.toString('utf8');
      return { status: answer.status, headers: answer.headers, json: objectIn(text), text };
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error;
      return { end: 'failed', code: error.code, detail: `${service} could not be reached: ${error.code}` };
    }
  }
}

export const isAttempt = (answer: Reply | SendAttempt): answer is SendAttempt => 'end' in answer;

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

export function headerOf({ headers }: Reply, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Returns the text of a response as one line. Masks the secret, because the response may repeat the URL. */
export function responseText(text: unknown, secret: string): string {
  const line = (typeof text === 'string' ? text : '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const parts = [secret, ...secret.split(/[/:]/).filter((part) => part.length >= 10)];
  return parts
    .reduce((shown, part) => shown.replaceAll(part, '[masked]'), line)
    .slice(0, 300)
    .toWellFormed();
}
