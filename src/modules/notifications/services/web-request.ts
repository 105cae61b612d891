import { Injectable } from '@nestjs/common';
import { Outbound, OutboundFailure, type OutboundAnswer } from '../../../platform/outbound/index.js';
import { ServiceAddresses, type WebService } from './service-addresses.js';
import type { Attempt } from './attempt.js';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 65_536;

/** What a service answered. */
export interface Reply {
  readonly status: number;
  readonly headers: OutboundAnswer['headers'];
  /** The JSON object that it sent; empty where it sent none. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** One JSON request to a service, through the guarded client. The address holds the secret: it stays out of every message. */
@Injectable()
export class WebRequest {
  constructor(
    private readonly outbound: Outbound,
    private readonly addresses: ServiceAddresses,
  ) {}

  async post(service: WebService, url: string, body: object): Promise<Reply | Attempt> {
    try {
      const headers = { 'content-type': 'application/json', 'user-agent': 'Kontor-Notifications/1.0' };
      const answer = await this.outbound.request({
        method: 'POST',
        url: this.addresses.of(service, url),
        headers,
        body: JSON.stringify(body),
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
      });
      const text = answer.body.toString('utf8');
      return { status: answer.status, headers: answer.headers, json: objectIn(text), text };
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error;
      return { end: 'failed', code: error.code, detail: `${service} could not be asked: ${error.code}` };
    }
  }
}

export const isAttempt = (answer: Reply | Attempt): answer is Attempt => 'end' in answer;

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

/** What a service said, in a line; it might repeat the address it was asked at. */
export function said(text: unknown, secret: string): string {
  const line = (typeof text === 'string' ? text : '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const parts = [secret, ...secret.split(/[/:]/).filter((part) => part.length >= 10)];
  return parts
    .reduce((shown, part) => shown.replaceAll(part, '[masked]'), line)
    .slice(0, 300)
    .toWellFormed();
}
