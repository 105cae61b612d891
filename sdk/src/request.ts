import { etagOf, type Version } from './etag.js';
import { idsOf, optionOf, readsOnly, type NamedOperation, type Operation } from './operation.js';
import type { RequestOptions, Settings } from './options.js';
import { SDK_VERSION } from './generated/version.js';
import { formOf, pathOf, queryOf } from './wire.js';

/** A prepared request that can be sent several times. */
export interface PreparedRequest {
  readonly operation: NamedOperation;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | FormData | Blob | null;
  readonly options: RequestOptions;
  /** Whether a repeated request has one effect. */
  readonly repeatable: boolean;
}

/** The arguments of a call by role. */
export interface Inputs {
  readonly ids: readonly unknown[];
  readonly body: unknown;
  readonly named: Readonly<Record<string, unknown>>;
}

const OPTIONS = ['signal', 'timeoutMs', 'maxRetries', 'headers'];

/** Splits arguments: ids in the order of the URL, then the body if there is one, then named arguments. */
export function inputsOf(operation: NamedOperation, args: readonly unknown[]): Inputs {
  const { name, body, query = [], headers = [] } = operation;
  const ids = idsOf(operation);
  const rest = args.slice(ids.length);
  const [first, named = {}] = body ? rest : [undefined, rest[0]];
  const most = ids.length + (body ? 2 : 1);
  if (args.length > most)
    throw new TypeError(
      `${name} takes ${most} arguments at most: ${[...ids, ...(body ? ['body'] : []), 'options'].join(', ')}.`,
    );
  if (typeof named !== 'object' || named === null) throw new TypeError(`${name}: the options must be an object.`);
  const stray = Object.keys(named).find((key) => ![...OPTIONS, ...query, ...headers.map(optionOf)].includes(key));
  if (stray !== undefined) throw new TypeError(`${name} takes no ${stray}.`);
  return { ids: args.slice(0, ids.length), body: first, named: named as Record<string, unknown> };
}

export async function prepare(
  operation: NamedOperation,
  { ids, body, named }: Inputs,
  settings: Settings,
): Promise<PreparedRequest> {
  const options = named as RequestOptions;
  const headers = new Headers({ Accept: 'application/json, application/problem+json;q=0.9, */*;q=0.5', ...ownName() });
  if (settings.apiKey !== undefined) headers.set('X-API-Key', await valueOf(settings.apiKey));
  if (settings.accessToken !== undefined) headers.set('Authorization', `Bearer ${await valueOf(settings.accessToken)}`);
  const sent = bodyOf(operation, body);
  if (sent !== null && operation.body === 'json')
    headers.set('Content-Type', operation.mediaType ?? 'application/json');
  addPreconditions(headers, operation, named);
  for (const [name, value] of Object.entries({ ...settings.headers, ...options.headers })) headers.set(name, value);
  return {
    operation,
    headers,
    options,
    url: `${settings.baseUrl}${pathOf(operation, ids)}${queryOf(operation, named)}`,
    body: sent,
    // Public operations and those that check a password take no key: a repeated request could have a second effect.
    repeatable: readsOnly(operation) || headers.has('Idempotency-Key'),
  };
}

// All attempts of a call use the same key.
function addPreconditions(headers: Headers, operation: Operation, named: Readonly<Record<string, unknown>>): void {
  for (const wire of operation.headers ?? []) {
    const value = named[optionOf(wire)];
    if (wire === 'Idempotency-Key') headers.set(wire, value === undefined ? randomKey() : String(value));
    else if (value !== undefined && value !== null) headers.set(wire, etagOf(value as Version));
  }
}

// Pages without TLS have no `randomUUID`.
const randomKey = (): string =>
  crypto.randomUUID?.() ??
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function bodyOf({ body: kind }: Operation, body: unknown): string | FormData | Blob | null {
  if (kind === undefined || body === undefined) return null;
  if (kind === 'form') return formOf(body as Record<string, unknown>);
  return body instanceof Blob ? body : JSON.stringify(body);
}

function valueOf(secret: NonNullable<Settings['accessToken']>): string | Promise<string> {
  if (typeof secret === 'object') return secret.get();
  return typeof secret === 'function' ? secret() : secret;
}

// Browsers would send a preflight request for such a header.
function ownName(): Record<string, string> {
  return globalThis.navigator?.userAgent?.startsWith('Mozilla/')
    ? {}
    : { 'X-Kontor-Client': `sdk/${SDK_VERSION}`, 'User-Agent': `kontor-sdk/${SDK_VERSION}` };
}
