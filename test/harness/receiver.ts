import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

export interface Receiver {
  readonly url: string;
  readonly requests: Received[];
  /** Returns the number of opened connections. */
  readonly connections: () => number;
  /** Responds to the next requests. Default: 204. */
  respond: (response: ServerResponse, request: Received) => void;
  /** Waits for this number of requests. */
  got(count: number, milliseconds?: number): Promise<Received[]>;
  close(): void;
}

/** A webhook receiver on the loopback interface. */
export async function startReceiver(): Promise<Receiver> {
  let opened = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const received = {
          path: request.url ?? '/',
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
          at: Date.now(),
        };
        receiver.requests.push(received);
        receiver.respond(response, received);
      });
  }).on('connection', () => (opened += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    requests: [],
    connections: () => opened,
    respond: (response) => void response.writeHead(204).end(),
    async got(count, milliseconds = 20_000) {
      await until(
        () => receiver.requests.length >= count,
        milliseconds,
        () => `${receiver.requests.length} of ${count} requests came`,
      );
      return receiver.requests;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}

export async function until(
  holds: () => boolean | Promise<boolean>,
  milliseconds = 20_000,
  words = () => 'it did not come about',
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(words());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Verifies a webhook as Standard Webhooks describes. Throws for a wrong signature. */
export const verified = (
  secret: string,
  { headers, body }: Received,
): { id: string; type: string; data: Record<string, unknown> } =>
  (secret.startsWith('whsec_') ? new Webhook(secret) : new Webhook(secret, { format: 'raw' })).verify(
    body,
    headers as Record<string, string>,
  ) as { id: string; type: string; data: Record<string, unknown> };
