import type pg from 'pg';
import { storageState } from './storage-state.js';

const STORAGE_FULL = '53100';
/** Milliseconds that the driver waits longer than the statement timeout of the server. */
const GRACE = 1_000;

type Client = pg.PoolClient & {
  readonly processID: number;
  readonly connectionParameters: { query_timeout: number | undefined };
};

/** Connected clients of each pool by the process id of their backend. */
const clientsOf = new WeakMap<pg.Pool, Map<number, Client>>();

/** Detects a full disk from the errors of all statements, and tracks clients to change their query timeout. */
export function watchPool(pool: pg.Pool): void {
  const timeout = (pool.options as { query_timeout?: number }).query_timeout;
  const clients = new Map<number, Client>();
  clientsOf.set(pool, clients);
  pool.on('connect', (connected) => {
    const client = connected as Client;
    clients.set(client.processID, client);
    client.connection.on('errorMessage', ({ code }: { code?: string }) => {
      if (code === STORAGE_FULL) storageState.noteFull();
    });
  });
  pool.on('release', (_, client) => ((client as Client).connectionParameters.query_timeout = timeout));
  pool.on('remove', (client) => clients.delete((client as Client).processID));
}

/** Raises the query timeout of a connection, in milliseconds, until the connection is released. */
export function waitLonger(pool: pg.Pool, processId: number, milliseconds: number): void {
  const client = clientsOf.get(pool)?.get(processId);
  if (client?.connectionParameters.query_timeout) client.connectionParameters.query_timeout = milliseconds + GRACE;
}
