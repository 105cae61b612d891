import type { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { isUnavailable } from '../failures.js';
import { nameOf } from '../statements/cached-statement.js';
import { together } from './packet.js';

type OrmContext = NonNullable<Parameters<PostgreSqlConnection['execute']>[3]>;
type Statement = string | pg.QueryConfig;

/**
 * A transaction on one connection. BEGIN leaves in the packet of the first statement, and COMMIT in the packet of the
 * queued statements, so that neither costs a round trip.
 */
export class Transaction {
  private state: 'new' | 'open' | 'ended' = 'new';
  private isLost = false;
  /** The error of the first failed statement. PostgreSQL rejects all further statements without this cause. */
  private failure: unknown;
  private readonly queued: Statement[] = [];
  private whenSent: (() => void) | undefined;
  private packets = 0;

  /** `settings` is the first statement of the transaction. */
  constructor(
    private readonly client: pg.PoolClient,
    private readonly settings: pg.QueryConfig,
  ) {
    client.on('error', ignore);
  }

  /** Sends the statement before the next statement, or with COMMIT. */
  later(statement: Statement): void {
    this.requireNotEnded();
    this.queued.push(statement);
  }

  /** Number of calls that have sent statements. */
  get sent(): number {
    return this.packets;
  }

  /** Calls `work` once, right after the next statement is sent. Undefined cancels the call. */
  afterNext(work: (() => void) | undefined): void {
    this.whenSent = work;
  }

  /** Sends the statements in one packet and returns the result of the last. */
  async run(...statements: readonly Statement[]): Promise<pg.QueryResult> {
    const steps = together(this.client, [...this.opening(), ...statements]);
    this.packets += 1;
    const work = this.whenSent;
    this.whenSent = undefined;
    work?.();
    return this.resultOf(await steps);
  }

  /** Sends a statement between two settings in one packet, and returns the result of the statement. */
  async runWithin(before: Statement, statement: Statement, after: Statement): Promise<pg.QueryResult> {
    const opening = this.opening();
    const steps = await together(this.client, [...opening, before, statement, after]);
    return this.resultOf(steps, steps.length - 2);
  }

  /** Sends COMMIT. If a statement fails, the database rolls back. */
  async commit(): Promise<void> {
    if (this.state === 'new' && this.queued.length === 0) return;
    const statements = [...this.opening(), 'commit'];
    this.state = 'ended';
    const { failure } = this;
    const { command } = this.resultOf(await together(this.client, statements));
    if (command !== 'COMMIT') throw failure ?? new Error('The transaction had failed before its COMMIT.');
  }

  /** Rolls back an open transaction and returns the connection to the pool. */
  async end(): Promise<void> {
    const isOpen = this.state === 'open';
    this.state = 'ended';
    if (isOpen && !this.isLost) await this.client.query('rollback').catch(() => (this.isLost = true));
    this.client.off('error', ignore);
    this.client.release(this.isLost);
  }

  /** The context that MikroORM runs its statements in. */
  get ormContext(): OrmContext {
    return new OrmStatements(this) as unknown as OrmContext;
  }

  /** Returns what the next packet begins with. */
  private opening(): readonly Statement[] {
    this.requireNotEnded();
    const isNew = this.state === 'new';
    this.state = 'open';
    const queued = this.queued.splice(0);
    return isNew ? ['begin', this.settings, ...queued] : queued;
  }

  private resultOf(steps: readonly PromiseSettledResult<pg.QueryResult>[], at = -1): pg.QueryResult {
    const failed = steps.find((step) => step.status === 'rejected');
    // In a failed transaction, only a rollback to a savepoint succeeds.
    if (!failed) {
      this.failure = undefined;
      return (steps.at(at) as PromiseFulfilledResult<pg.QueryResult>).value;
    }
    this.isLost ||= isUnavailable(failed.reason);
    this.failure ??= failed.reason;
    throw this.failure;
  }

  private requireNotEnded(): void {
    if (this.state === 'ended') throw new Error('The transaction has ended.');
  }
}

/** Runs the statements of MikroORM in a transaction. */
export class OrmStatements {
  constructor(private readonly transaction: Transaction) {}

  async executeQuery({ sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }) {
    const { rows, rowCount } = await this.transaction.run({
      text: sql,
      values: [...parameters],
      // A prepared `select t.*` fails after a migration adds a column.
      ...(parameters.length > 0 && !sql.includes('*') && { name: nameOf(sql) }),
    });
    return { rows: rows as unknown[], numAffectedRows: BigInt(rowCount ?? 0) };
  }
}

/** The pool also handles lost connections. Without this listener, the error event would end the process. */
export const ignore = (): void => undefined;
