import type { CustomFieldTypes } from './custom-fields.js';
import type { KontorEvent } from './events.js';

/** The headers of a request: a Headers object, or a record as in Node. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyWebhookOptions {
  /** Allowed seconds between the signature and the local clock. Default: 300. */
  toleranceSeconds?: number;
}

export type WebhookErrorCode =
  'missing-headers' | 'malformed' | 'stale-timestamp' | 'future-timestamp' | 'bad-signature';

/** The request is not a valid request from Kontor: respond with 400 and do nothing. `code` is the reason. */
export class WebhookVerificationError extends Error {
  override readonly name: string = 'WebhookVerificationError';

  constructor(
    readonly code: WebhookErrorCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

const PREFIX = 'whsec_';
const VERSION = 'v1,';
const text = /* @__PURE__ */ new TextEncoder();

/**
 * Returns the event if the body has a recent signature of one of the secrets (Standard Webhooks 1.0). `body` is the raw
 * text or bytes: parsed and serialized JSON is another text.
 */
export async function verifyWebhook<C extends CustomFieldTypes = {}>(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = 300 }: VerifyWebhookOptions = {},
): Promise<KontorEvent<C>> {
  if (typeof body !== 'string' && !(body instanceof Uint8Array))
    throw new TypeError('The body must be the raw text or bytes of the request: keep the framework from parsing it.');
  const secrets = [secret].flat();
  if (secrets.length === 0) throw new TypeError('A secret is required.');
  const keys = secrets.map(keyOf);
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(headers, name),
  ) as [string, string, string];
  checkTime(timestamp, toleranceSeconds);
  const bytes = typeof body === 'string' ? text.encode(body) : body;
  const signed = joined(text.encode(`${id}.${timestamp}.`), bytes);
  if (!(await isSigned(signed, signatures, keys)))
    throw new WebhookVerificationError('bad-signature', 'No signature fits the body with any of the secrets.');
  return eventIn(bytes) as KontorEvent<C>;
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const value =
    typeof (headers as Headers).get === 'function'
      ? (headers as Headers).get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const single = typeof value === 'string' ? value : value?.[0];
  if (!single) throw new WebhookVerificationError('missing-headers', `There is no header ${name}.`);
  return single;
}

function checkTime(timestamp: string, toleranceSeconds: number): void {
  if (!/^\d{1,12}$/.test(timestamp))
    throw new WebhookVerificationError('malformed', 'webhook-timestamp is not a time in seconds.');
  const age = Date.now() / 1000 - Number(timestamp);
  if (age > toleranceSeconds)
    throw new WebhookVerificationError('stale-timestamp', `It was signed ${Math.round(age)} seconds ago.`);
  if (-age > toleranceSeconds)
    throw new WebhookVerificationError(
      'future-timestamp',
      `It was signed ${Math.round(-age)} seconds from now: is the clock right?`,
    );
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  if (typeof secret !== 'string' || secret === '') throw new TypeError('A secret must be a text.');
  if (!secret.startsWith(PREFIX)) return text.encode(secret);
  const key = bytesOf(secret.slice(PREFIX.length));
  if (!key || key.length === 0)
    throw new TypeError('A secret that begins with whsec_ must continue in base64; it may be cut off.');
  return key;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

/** A rotation has several signatures and possibly several secrets. `verify` compares in constant time. */
async function isSigned(
  signed: Uint8Array<ArrayBuffer>,
  header: string,
  keys: readonly Uint8Array<ArrayBuffer>[],
): Promise<boolean> {
  const signatures = header
    .split(' ')
    .filter((one) => one.startsWith(VERSION))
    .flatMap((one) => bytesOf(one.slice(VERSION.length)) ?? []);
  for (const bytes of keys) {
    const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    for (const signature of signatures) if (await crypto.subtle.verify('HMAC', key, signature, signed)) return true;
  }
  return false;
}

function eventIn(bytes: Uint8Array): KontorEvent {
  try {
    const event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as KontorEvent | null;
    if (typeof event === 'object' && typeof event?.id === 'string' && typeof event.type === 'string') return event;
  } catch {
    // The error below has the reason.
  }
  throw new WebhookVerificationError('malformed', 'The body is signed, but is not an event.');
}
