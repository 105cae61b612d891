import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const ANY = /^/;

/** A TCP proxy in front of PostgreSQL that can drop a connection at a chosen moment. */
export class DatabaseProxy {
  private readonly sockets = new Set<Socket>();
  private pattern: RegExp | undefined;
  private answer = ANY;
  private cut = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(databaseUrl: string): Promise<DatabaseProxy> {
    const target = new URL(databaseUrl);
    const url = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const proxy = new DatabaseProxy(server, url.href);
    server.on('connection', (client) => proxy.join(client, connect(Number(target.port || 5432), target.hostname)));
    return proxy;
  }

  /**
   * Forwards the next packet that contains the pattern, and drops the connection instead of the response. A packet can
   * contain several statements; `answer` matches the response to the statement that must have been executed.
   */
  loseAnswerTo(pattern: RegExp, answer = ANY): void {
    this.pattern = pattern;
    this.answer = answer;
  }

  /** Returns how many connections were dropped. */
  get losses(): number {
    return this.cut;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, server: Socket): void {
    let isLosing = false;
    const lose = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', lose).on('close', lose);
    }
    client.on('data', (chunk) => {
      if (this.pattern?.test(chunk.toString('latin1'))) {
        this.pattern = undefined;
        this.cut += 1;
        isLosing = true;
      }
      server.write(chunk);
    });
    // The response shows that the server has executed the statement.
    server.on('data', (chunk) => {
      if (!isLosing) client.write(chunk);
      else if (this.answer.test(chunk.toString('latin1'))) lose();
    });
  }
}
