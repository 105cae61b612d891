import type { ApiRequestOptions } from './generated/core/ApiRequestOptions';
import type { BaseHttpRequest } from './generated/core/BaseHttpRequest';
import { reads, streams } from './resources';

/** An operation as the generated method describes it: the location and name of each input. */
export interface Operation {
  /** `leads.list` */
  readonly name: string;
  readonly method: ApiRequestOptions['method'];
  /** The path with its parameters in braces. */
  readonly url: string;
  readonly ids: readonly string[];
  readonly body: 'json' | 'form' | undefined;
  readonly mediaType: string | undefined;
  /** Option names with their names in the query. */
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  /** Whether the call changes nothing and can be repeated. */
  readonly readsOnly: boolean;
  /** Whether the data is the response with its unread body. */
  readonly isStreamed?: boolean;
}

type Generated = new (request: BaseHttpRequest) => object;
type Method = (inputs: unknown) => ApiRequestOptions;

// Records the request of the generated method instead of sending it.
const recorder = { request: (request: ApiRequestOptions) => request } as unknown as BaseHttpRequest;

// Passes the name of each input as its value, so that the recorded request shows the location of each input.
const inputs = new Proxy({}, { get: (_, name) => name });

const known = new Map<string, Operation>();

export function operationOf(resource: string, Resource: Generated, method: string): Operation {
  const name = `${resource}.${method}`;
  const found = known.get(name);
  if (found) return found;
  const generated = new Resource(recorder) as Record<string, Method>;
  const request = (generated[method] as Method).call(generated, inputs);
  const operation: Operation = {
    name,
    method: request.method,
    url: request.url,
    ids: [...request.url.matchAll(/\{([^}]+)\}/g)].map(([, id]) => id as string),
    body: request.formData ? 'form' : request.body ? 'json' : undefined,
    mediaType: request.mediaType,
    query: placesOf(request.query),
    headers: placesOf(request.headers),
    readsOnly: request.method === 'GET' || request.method === 'HEAD' || reads.includes(name),
    isStreamed: streams.includes(name),
  };
  known.set(name, operation);
  return operation;
}

const placesOf = (part: Record<string, unknown> = {}) =>
  new Map(Object.entries(part).map(([wire, option]) => [option as string, wire]));
