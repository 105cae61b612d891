import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP proxy that closes the connection instead of returning the first response of each method and path. */
export class LossyProxy {
  private readonly seen = new Set<string>();
  private count = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(target: string): Promise<LossyProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new LossyProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (incoming, outgoing) => {
      proxy.count += 1;
      const { method = '', url = '', headers } = incoming;
      const isFirst = !proxy.seen.has(`${method} ${url}`);
      proxy.seen.add(`${method} ${url}`);
      const forwarded = request(`${target}${url}`, { method, headers }, (answer) => {
        if (!isFirst) return void answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers));
        answer.resume().on('end', () => outgoing.destroy());
      });
      forwarded.on('error', () => outgoing.destroy());
      incoming.pipe(forwarded);
    });
    return proxy;
  }

  /** The number of requests so far. */
  get attempts(): number {
    return this.count;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
