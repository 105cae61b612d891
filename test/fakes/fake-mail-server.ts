import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

interface Trouble {
  readonly at: 'login' | 'recipient' | 'data';
  readonly code: number;
  readonly text: string;
}

/** A mail server on the loopback interface with configurable replies. Requires a login, as real servers do. */
export class FakeMailServer {
  readonly received: ReceivedMail[] = [];
  private troubles: Trouble[] = [];
  private drops = 0;
  private readonly server: SMTPServer;
  url = '';

  constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: false,
      allowInsecureAuth: true,
      logger: false,
      onAuth: (auth, _, done) => this.end('login', done, () => done(null, { user: auth.username })),
      onRcptTo: (_, __, done) => this.end('recipient', done, () => done()),
      onData: (stream, session, done) => void this.take(stream, session, done),
    });
    this.server.on('error', () => undefined);
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `smtp://kontor:hunter2hunter2@127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
    return this;
  }

  /** Sets the replies for the next clients that reach this step. */
  answer(...troubles: readonly Trouble[]): void {
    this.troubles.push(...troubles);
  }

  /** Accepts the mail and closes the connection without a reply. */
  dropAfterData(times = 1): void {
    this.drops += times;
  }

  reset(): void {
    this.received.length = 0;
    this.troubles = [];
    this.drops = 0;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private end(at: Trouble['at'], done: (error: Error) => void, well: () => void): void {
    const index = this.troubles.findIndex((trouble) => trouble.at === at);
    const [trouble] = index < 0 ? [] : this.troubles.splice(index, 1);
    if (trouble) done(Object.assign(new Error(trouble.text), { responseCode: trouble.code }));
    else well();
  }

  private async take(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const { mailFrom, rcptTo } = session.envelope;
    this.end('data', done, () => {
      this.received.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        source: Buffer.concat(chunks).toString('utf8'),
      });
      if (this.drops > 0) {
        this.drops -= 1;
        for (const connection of (this.server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
          .connections)
          connection._socket.destroy();
      } else done();
    });
  }
}
