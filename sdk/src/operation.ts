import type { HttpMethod } from './options.js';

/** A method of a resource as a request: the location and name of each input. */
export interface Operation {
  readonly method: HttpMethod;
  /** The path with its parameters in braces. */
  readonly url: string;
  readonly body?: 'json' | 'form';
  readonly mediaType?: string;
  readonly query?: readonly string[];
  readonly headers?: readonly string[];
  /** A POST that changes nothing and can be repeated. */
  readonly readsOnly?: boolean;
  /** Whether the data is the response with its unread body. */
  readonly isStreamed?: boolean;
}

/** An operation with its name for messages: `leads.list`. */
export type NamedOperation = Operation & { readonly name: string };

export type Methods = Record<string, (...args: never[]) => unknown>;

/** A resource for `createKontor`: its name on the client and its operations. */
export interface Resource<Name extends string> {
  readonly name: Name;
  readonly operations: Readonly<Record<string, Operation>>;
  /** Adds methods that are not operations of the API. */
  readonly extend?: (methods: Methods) => Methods;
}

export const idsOf = ({ url }: Operation): string[] => [...url.matchAll(/\{([^}]+)\}/g)].map(([, id]) => id as string);

export const readsOnly = ({ method, readsOnly: reads = false }: Operation): boolean =>
  method === 'GET' || method === 'HEAD' || reads;

/** The name of a header among the options: `ifMatch` for `If-Match`. */
export const optionOf = (header: string): string => header[0]?.toLowerCase() + header.slice(1).replaceAll('-', '');
