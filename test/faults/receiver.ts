import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  /** The webhook endpoint, by its path. */
  readonly path: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: number;
}

export type Answer = (delivery: Delivery, response: ServerResponse) => void;

const ok: Answer = (_, response) => void response.writeHead(204).end();

/** Receives webhooks, stores them and sends configured responses. */
export class Receiver {
  readonly received: Delivery[] = [];
  answer: Answer = ok;
  /** Number of opened connections, also without a request. */
  connections = 0;

  private constructor(private readonly server: Server) {
    server.on('connection', () => (this.connections += 1));
  }

  static async start(): Promise<Receiver> {
    const server = createServer({ keepAliveTimeout: 60_000 });
    const receiver = new Receiver(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => receiver.take(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  url(path = '/'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Returns each pair of endpoint and event once. */
  get unique(): Set<string> {
    return new Set(this.received.map(({ path, id }) => `${path} ${id}`));
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request
      .setEncoding('utf8')
      .on('data', (part: string) => (body += part))
      .on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        );
        const delivery = {
          path: request.url ?? '',
          id: headers['webhook-id'] ?? '',
          headers,
          body,
          at: performance.now(),
        };
        this.received.push(delivery);
        this.answer(delivery, response);
      })
      .on('error', () => undefined);
    response.on('error', () => undefined);
  }
}
