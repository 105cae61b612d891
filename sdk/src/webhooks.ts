import type { KontorEvent } from './events';

/** What a request's headers come as: a Headers object, or a record such as Node's. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyWebhookOptions {
  /** How many seconds the clocks may differ, and a delivery may take; 300 when left out. */
  toleranceSeconds?: number;
}

export type WebhookErrorCode =
  'missing-headers' | 'malformed' | 'stale-timestamp' | 'future-timestamp' | 'bad-signature';

/** The request is not from Kontor, or not as Kontor sent it: answer 400 and do nothing. `code` says why. */
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
const text = new TextEncoder();

/**
 * The event in a webhook's body, if the body was signed with one of the secrets and just now (Standard Webhooks 1.0).
 * `body` is the raw text or the raw bytes, as they came: JSON that was parsed and written again is another text.
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { toleranceSeconds = 300 }: VerifyWebhookOptions = {},
): Promise<KontorEvent> {
  if (typeof body !== 'string' && !(body instanceof Uint8Array))
    throw new TypeError('The body must be the raw text or bytes of the request: keep the framework from parsing it.');
  const secrets = [secret].flat();
  if (secrets.length === 0) throw new TypeError('A secret is needed.');
  const keys = secrets.map(keyOf);
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(headers, name),
  ) as [string, string, string];
  checkTime(timestamp, toleranceSeconds);
  const bytes = typeof body === 'string' ? text.encode(body) : body;
  const signed = joined(text.encode(`${id}.${timestamp}.`), bytes);
  if (!(await isSigned(signed, signatures, keys)))
    throw new WebhookVerificationError('bad-signature', 'No signature fits the body with any of the secrets.');
  return eventIn(bytes);
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
    throw new WebhookVerificationError('malformed', 'webhook-timestamp is no time in seconds.');
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
    throw new TypeError('A secret that begins with whsec_ goes on in base64: was it cut off?');
  return key;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
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

/** While a secret is being changed there are several signatures, and perhaps several secrets here. `verify` compares in constant time. */
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
    // Said below.
  }
  throw new WebhookVerificationError('malformed', 'The body is signed, and is no event.');
}
