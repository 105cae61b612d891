import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

/**
 * Opens a connection as the owner of the tables, for work that the application role cannot do, such as building an
 * index. Uses no transaction and no timeout of the pool.
 */
@Injectable()
export class Owner {
  constructor(private readonly orm: MikroORM) {}

  /** `signal` cancels the running statement. */
  async run<T>(work: (client: pg.Client) => Promise<T>, signal: AbortSignal): Promise<T> {
    const client = this.client();
    client.on('error', () => undefined);
    await client.connect();
    const stop = (): void => void this.cancel(client).catch(() => undefined);
    signal.addEventListener('abort', stop, { once: true });
    try {
      signal.throwIfAborted();
      return await work(client);
    } finally {
      signal.removeEventListener('abort', stop);
      await client.end();
    }
  }

  private client(): pg.Client {
    return new pg.Client({
      connectionString: this.orm.config.get('clientUrl'),
      application_name: 'kontor-owner',
      options: '-c TimeZone=UTC',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
  }

  private async cancel(running: pg.Client): Promise<void> {
    const client = this.client();
    await client.connect();
    await client.query('select pg_cancel_backend($1)', [(running as unknown as { processID: number }).processID]);
    await client.end();
  }
}
