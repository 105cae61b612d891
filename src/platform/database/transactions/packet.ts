import type pg from 'pg';

const corked = new WeakSet<object>();

/**
 * Sends the statements in this order, together with all other statements of the same tick in one packet. Each packet
 * costs a system call and wakes PostgreSQL.
 */
export function together(
  client: pg.PoolClient,
  statements: readonly (string | pg.QueryConfig)[],
): Promise<PromiseSettledResult<pg.QueryResult>[]> {
  const { stream } = client.connection;
  if (!corked.has(stream)) {
    corked.add(stream);
    stream.cork();
    process.nextTick(() => {
      corked.delete(stream);
      stream.uncork();
    });
  }
  return Promise.allSettled(statements.map((statement) => client.query(statement as pg.QueryConfig)));
}
