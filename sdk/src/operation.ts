import type { ApiRequestOptions } from './generated/core/ApiRequestOptions';
import type { BaseHttpRequest } from './generated/core/BaseHttpRequest';
import { reads } from './resources';

/** A call as the generated method describes it: which of its inputs goes where, and under what name. */
export interface Operation {
  /** `leads.list` */
  readonly name: string;
  readonly method: ApiRequestOptions['method'];
  /** With the path parameters in braces. */
  readonly url: string;
  readonly ids: readonly string[];
  readonly body: 'json' | 'form' | undefined;
  readonly mediaType: string | undefined;
  /** Option names and the names they have on the wire. */
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  /** Changes nothing, so it can be repeated at will. */
  readonly readsOnly: boolean;
}

type Generated = new (request: BaseHttpRequest) => object;
type Method = (inputs: unknown) => ApiRequestOptions;

// The generated method hands its request to the recorder, which gives it back instead of sending it.
const recorder = { request: (request: ApiRequestOptions) => request } as unknown as BaseHttpRequest;

// Every input has its own name as value: what the request holds then tells where each one goes.
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
  };
  known.set(name, operation);
  return operation;
}

const placesOf = (part: Record<string, unknown> = {}) =>
  new Map(Object.entries(part).map(([wire, option]) => [option as string, wire]));
