import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// The build of the server does not wait for the SDK, so the types of the SDK are not available here.
// sdk/test/consumer.ts checks the types.
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Untyped = any;

export interface Sdk {
  Kontor: new (options: object) => Untyped;
  KontorTokens: new (options: object) => Untyped;
  KontorError: new (facts: object) => Error;
  KontorConnectionError: new (detail: string) => Error;
  KontorTimeoutError: new (timeoutMs: number) => Error;
  KontorAbortError: new (reason: unknown) => Error;
  KontorValidationError: new (facts: object) => Error;
  KontorAuthenticationError: new (facts: object) => Error;
  KontorPermissionError: new (facts: object) => Error;
  KontorNotFoundError: new (facts: object) => Error;
  KontorConflictError: new (facts: object) => Error;
  KontorServerError: new (facts: object) => Error;
  isKontorError(error: unknown, code?: string): boolean;
  etagOf(record: unknown): string;
  verifyWebhook(
    body: string | Uint8Array,
    headers: object,
    secret: string | readonly string[],
    options?: { toleranceSeconds?: number },
  ): Promise<Untyped>;
  WebhookVerificationError: new (code: string, detail: string) => Error;
}

/** Loads the built package of this repository. package.spec.ts tests the import by name. */
export const loadSdk = async (): Promise<Sdk> =>
  (await import(new URL('../../../sdk/dist/esm/index.js', import.meta.url).href)) as Sdk;

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly at: number;
}

export interface Loopback {
  readonly url: string;
  readonly received: Received[];
  /** Sets the response from now on. */
  answer: (request: Received, response: ServerResponse, index: number) => void;
  close(): Promise<void>;
}

/** Starts a server that records requests and sends the responses of the test. */
export async function loopback(): Promise<Loopback> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const noted = { method, url, headers, body, at: Date.now() };
      received.push(noted);
      self.answer(noted, response, received.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: Loopback = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (_, response) => json(response, 200, {}),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return self;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers })
    .end(JSON.stringify(body));
}

export const problem = (status: number, code: string, more: object = {}) => ({
  type: 'about:blank',
  title: 'No',
  status,
  detail: 'So it is.',
  instance: '/',
  code,
  requestId: 'req-1',
  ...more,
});

/** Returns the error of a call. Throws if the call succeeds. */
export async function rejection(call: PromiseLike<unknown>): Promise<Untyped> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('The call succeeded.');
}

interface Documented {
  readonly tags: readonly [string];
  readonly 'x-sdk-method': string;
  readonly requestBody?: object;
  readonly responses: Record<string, { readonly content?: object }>;
}

/** Returns each SDK call in the API document: `leads`, `list`. */
export function documentedCalls(): Array<{
  path: string;
  verb: string;
  call: [resource: string, method: string];
  takesBody: boolean;
}> {
  const { paths } = JSON.parse(readFileSync(new URL('../../../openapi.json', import.meta.url), 'utf8')) as {
    paths: Record<string, Record<string, Documented>>;
  };
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => ({ path, verb, operation })),
  );
  return operations
    .filter(({ operation }) => forPrograms(operation))
    .map(({ path, verb, operation }) => {
      const [first = '', ...rest] = operation.tags[0].toLowerCase().split(/[^a-z0-9]+/);
      const resource = first + rest.map((word) => word.replace(/^./, (character) => character.toUpperCase())).join('');
      return {
        path,
        verb,
        call: [resource, operation['x-sdk-method']],
        takesBody: operation.requestBody !== undefined,
      };
    });
}

const forPrograms = ({ responses }: Documented): boolean =>
  Object.entries(responses).every(
    ([status, { content = {} }]) =>
      !status.startsWith('2') || !('text/html' in content || 'text/event-stream' in content),
  );
