import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Insertion, RecordedEvent } from '../../kernel/events.js';
import type { Sight } from './sight.js';

/** The transaction at work: everything below it joins it instead of beginning its own. */
export interface UnitOfWork {
  readonly em: EntityManager;
  readonly insertions: Insertion[];
  readonly events: RecordedEvent[];
  readonly afterCommit: (() => void)[];
  /** What it sees behind the wall; undefined is everything. */
  readonly sight: Sight | undefined;
  /** The end of the statement that is at the wall. */
  turn: Promise<void>;
}

const storage = new AsyncLocalStorage<UnitOfWork>();

export const currentUnit = (): UnitOfWork | undefined => storage.getStore();
export const inUnit = <T>(unit: UnitOfWork, work: () => Promise<T>): Promise<T> => storage.run(unit, work);
/** For what must hold even when the transaction around it is rolled back: a counted failure, a log row. */
export const outsideUnit = <T>(work: () => Promise<T>): Promise<T> => storage.exit(work);

/** Holds in every transaction of the work at hand, or throws. It runs first in each. */
export type Fence = () => Promise<void>;

const fences = new AsyncLocalStorage<Fence>();

export const currentFence = (): Fence | undefined => fences.getStore();
/** For work of several transactions that only its owner may go on with: each begins with `fence`. */
export const fenced = <T>(fence: Fence, work: () => Promise<T>): Promise<T> => fences.run(fence, work);
/** For what a fenced piece of work only wakes: it goes on behind no fence. */
export const unfenced = <T>(work: () => T): T => fences.exit(work);
