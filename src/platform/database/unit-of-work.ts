import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecordedEvent } from '../../kernel/events.js';
import type { RlsContext } from './row-level-security/rls-context.js';
import type { Transaction } from './transactions/transaction.js';

/** The current transaction. Nested calls join this transaction. */
export interface UnitOfWork {
  readonly transaction: Transaction;
  readonly em: EntityManager;
  readonly events: RecordedEvent[];
  readonly afterCommit: (() => void)[];
  /** Runs after the commit or rollback of the transaction, before the caller continues. */
  readonly afterEnd: (() => Promise<void>)[];
  /** RLS context of the transaction; undefined means full visibility. */
  readonly rlsContext: RlsContext | undefined;
}

const storage = new AsyncLocalStorage<UnitOfWork>();

export const currentUnit = (): UnitOfWork | undefined => storage.getStore();
export const inUnit = <T>(unit: UnitOfWork, work: () => Promise<T>): Promise<T> => storage.run(unit, work);
/**
 * Starts work outside of the current unit of work. Returns no result, because waiting for a second connection while
 * holding the first can block the whole instance.
 */
export function inBackground(work: () => Promise<unknown>): void {
  storage.exit(() => fences.exit(() => void work().catch(() => undefined)));
}

/** Rejects statements that must survive a rollback. Such statements belong before or after the transaction. */
export function requireNoUnit(what: string): void {
  if (storage.getStore())
    throw new Error(`${what} must not run inside a transaction: it would take a second connection.`);
}

/**
 * An error that needs a query for its explanation. A failed transaction accepts no queries, so the query runs after the
 * rollback.
 */
export class AfterRollback extends Error {
  constructor(readonly explain: () => Promise<unknown>) {
    super('The transaction failed; the reason is read after its rollback.');
    this.name = 'AfterRollback';
  }

  /** Returns a copy with a changed explanation. */
  map(change: (error: unknown) => unknown): AfterRollback {
    return new AfterRollback(async () => (await change(await this.explain())) as unknown);
  }
}

/** Returns the error to throw: explained at once outside of a unit of work, or after the rollback inside. */
export const explained = async (explain: () => Promise<unknown>): Promise<unknown> =>
  storage.getStore() ? new AfterRollback(explain) : explain();

/** A check that runs first in every transaction of the current work; throws to stop the work. */
export type Fence = () => Promise<void>;

const fences = new AsyncLocalStorage<Fence>();

export const currentFence = (): Fence | undefined => fences.getStore();
/** Runs `work`, with `fence` at the start of each of its transactions. */
export const fenced = <T>(fence: Fence, work: () => Promise<T>): Promise<T> => fences.run(fence, work);
/** Runs work without the current fence. */
export const unfenced = <T>(work: () => T): T => fences.exit(work);
