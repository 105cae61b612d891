import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// The server's build does not wait for the SDK's, so the SDK's types are not at hand here; sdk/test/consumer.ts is checked against them.
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Untyped = any;

export interface Sdk {
  Kontor: new (options: object) => Untyped;
  KontorTokens: new (options: object) => Untyped;
  KontorError: new (facts: object) => Error;
  KontorConnectionError: new (detail: string) => Error;
  KontorTimeoutError: new (timeoutMs: number) => Error;
  KontorAbortError: new (reason: unknown) => Error;
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

/** The built package of this very tree; that it is found by its name is shown by package.spec.ts. */
export const loadSdk = async (): Promise<Sdk> =>
  (await import(new URL('../../../sdk/dist/index.js', import.meta.url).href)) as Sdk;

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
  /** What is answered from now on. */
  answer: (request: Received, response: ServerResponse, index: number) => void;
  close(): Promise<void>;
}

/** A server that notes what it gets and answers what the test says. */
export async function loopback(): Promise<Loopback> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const noted = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body,
      at: Date.now(),
    };
    received.push(noted);
    self.answer(noted, response, received.length - 1);
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

/** What a call is refused with; a call that succeeds is a mistake of the test. */
export async function refusal(call: PromiseLike<unknown>): Promise<Untyped> {
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

/** Each call that the document promises to programs: `leads`, `list`. */
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
      const [first = '', ...rest] = operation.tags[0].toLowerCase().split(' ');
      const resource = first + rest.map((word) => word.replace(/^./, (letter) => letter.toUpperCase())).join('');
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
      !status.startsWith('2') || !('text/html' in content || 'text/event-stream' in content || 'text/csv' in content),
  );
