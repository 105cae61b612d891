import { Injectable, Logger } from '@nestjs/common';
import { MikroORM, type EntityManager, type EntityName } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Insertion, RecordedEvent } from '../../kernel/events.js';
import { currentAuthor, noteCommit } from '../../kernel/request-context.js';
import { isLostUpdate, isRetryable, isUnavailable, OutcomeUnknown } from './failures.js';
import { authoredBy, insertTogether } from './transactions/insert-statement.js';
import { lockRow } from './transactions/locked-row.js';
import { QueryRunner } from './statements/query-runner.js';
import {
  withoutVisibility,
  currentRlsContext,
  setRlsContextSql,
  type RlsContext,
} from './row-level-security/rls-context.js';
import { cachedStatement, toConfig, type Query } from './statements/cached-statement.js';
import { AfterRollback, currentFence, currentUnit, inUnit, unfenced, type UnitOfWork } from './unit-of-work.js';
import { RowLevelSecurity } from './row-level-security/row-level-security.js';
import { RlsFlushSubscriber } from './row-level-security/rls-flush-subscriber.js';
import { ignore, Transaction } from './transactions/transaction.js';
import { WriteShare } from './pool/write-share.js';

const TRIES = 4;
const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));

/** Converts events to rows. The outbox registers this function, because this layer must not import the outbox. */
export type EventWriter = (events: readonly RecordedEvent[]) => Insertion[];

/** Runs units of work. */
@Injectable()
export class Database {
  private readonly log = new Logger(Database.name);
  private toRows: EventWriter = () => [];
  private eventsWritten: () => void = () => undefined;
  private readonly share = new WriteShare();

  constructor(
    private readonly orm: MikroORM,
    private readonly queryRunner: QueryRunner,
    private readonly rls: RowLevelSecurity,
  ) {
    if (rls.isEnabled) orm.em.getEventManager().registerSubscriber(new RlsFlushSubscriber(queryRunner));
  }

  /** `written` is called after each commit of a transaction with events. */
  writeEventsWith(writer: EventWriter, written: () => void): void {
    this.toRows = writer;
    this.eventsWritten = written;
  }

  /**
   * Runs `work` in one transaction and flushes once; joins the current unit of work. Deadlocks, serialization failures
   * and lost updates are retried with a new entity manager. `work` must read its own data and have no effect outside
   * the database.
   */
  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const unit = currentUnit();
    if (unit) return this.complete(unit, work);
    for (let attempt = 1; ; attempt += 1) {
      const afterEnd: UnitOfWork['afterEnd'] = [];
      try {
        const result = await this.share.run(await this.queryRunner.connections(), () =>
          this.transaction(work, afterEnd),
        );
        await this.runAll(afterEnd);
        return result;
      } catch (thrown) {
        const error = thrown instanceof AfterRollback ? await thrown.explain() : thrown;
        if (attempt >= TRIES || !(isRetryable(error) || isLostUpdate(error))) {
          await this.runAll(afterEnd);
          throw error;
        }
        await pause(attempt);
      }
    }
  }

  /**
   * Runs `work` like `write`, rolls back its changes and returns its result. Inside a unit of work, uses a savepoint.
   */
  async rehearse<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const unit = currentUnit();
    if (unit) return this.rehearseWithin(unit, work);
    const rehearsed = new Rehearsed<T>();
    await this.write(async (em) => {
      rehearsed.result = await work(em);
      await em.flush();
      throw rehearsed;
    }).catch((error: unknown) => {
      if (error !== rehearsed) throw error;
    });
    return rehearsed.result as T;
  }

  /**
   * Inserts rows without entities in one statement. With a `guard`, which may also write, rows are inserted only if the
   * guard returns a row. Returns whether rows were inserted. Opens a transaction if a fence is set.
   */
  async insert(
    insertions: readonly Insertion[],
    events: readonly RecordedEvent[],
    guard?: RawBuilder<unknown>,
  ): Promise<boolean> {
    if (currentFence() && !currentUnit()) return this.write(() => this.insert(insertions, events, guard));
    const statement = insertTogether(
      [...insertions, ...this.toRows(events)],
      guard,
      currentUnit() ? undefined : JSON.stringify(currentAuthor()),
    );
    // A guard only reads records that the caller could already see.
    const written = await (guard
      ? withoutVisibility(() => this.queryRunner.rows(statement))
      : this.queryRunner.rows(statement, { onlyAdds: true }));
    if (written.length > 0 && events.length > 0) this.afterCommit(this.eventsWritten);
    if (!currentUnit()) noteCommit();
    return written.length > 0;
  }

  /** Writes the changed entities, then reads. If one statement writes all changes, the read leaves in its packet. */
  async flushAndRead<T>(em: EntityManager, read: () => Promise<T>): Promise<T> {
    const transaction = this.rls.isEnabled ? undefined : currentUnit()?.transaction;
    if (!transaction) return em.flush().then(read);
    const before = transaction.sent;
    let early: Promise<T> | undefined;
    transaction.afterNext(() => {
      early = read();
      early.catch(ignore);
    });
    try {
      await em.flush();
    } finally {
      transaction.afterNext(undefined);
    }
    return early && transaction.sent === before + 2 ? early : read();
  }

  /** Locks a row for update and returns its entity, by one prepared statement of the current unit of work. */
  lock<E extends object>(em: EntityManager, entity: EntityName<E>, id: string): Promise<E | undefined> {
    return lockRow(this.queryRunner, em, entity, id);
  }

  /** Runs a statement of the current unit of work in the packet of its next statement or of its commit. */
  later(query: Query): void {
    const unit = currentUnit();
    if (!unit) throw new Error('A statement was queued outside a unit of work');
    unit.transaction.later(toConfig(query));
  }

  /** Runs `work` after the commit of the current unit of work; immediately if there is none. */
  afterCommit(work: () => void): void {
    const unit = currentUnit();
    if (unit) unit.afterCommit.push(work);
    else work();
  }

  private async rehearseWithin<T>(unit: UnitOfWork, work: (em: EntityManager) => Promise<T>): Promise<T> {
    await unit.em.flush();
    await this.queryRunner.rows(sql`savepoint rehearsal`);
    // Uses separate entities, events and rows, so that the outer unit of work writes none of them.
    const em = unit.em.fork({ clear: true, keepTransactionContext: true });
    const rehearsal: UnitOfWork = { ...unit, em, events: [], afterCommit: [] };
    try {
      return await inUnit(rehearsal, () => this.complete(rehearsal, work));
    } finally {
      await this.queryRunner.rows(sql`rollback to savepoint rehearsal`);
    }
  }

  private async runAll(works: readonly (() => Promise<void>)[]): Promise<void> {
    for (const work of works)
      await work().catch((error: unknown) => this.log.error({ err: error }, 'The work after a transaction failed'));
  }

  private async transaction<T>(work: (em: EntityManager) => Promise<T>, afterEnd: UnitOfWork['afterEnd']): Promise<T> {
    const unit = await this.begin(afterEnd);
    let isCommitting = false;
    let result: T;
    try {
      result = await inUnit(unit, async () => {
        await currentFence()?.();
        return this.complete(unit, work);
      });
      isCommitting = true;
      await unit.transaction.commit();
    } catch (error) {
      // If the connection is lost before COMMIT, the transaction is rolled back. After COMMIT is sent, the outcome is
      // unknown.
      throw isCommitting && isUnavailable(error) ? new OutcomeUnknown(error) : error;
    } finally {
      await unit.transaction.end();
    }
    noteCommit();
    for (const done of unit.afterCommit) unfenced(done);
    return result;
  }

  private async begin(afterEnd: UnitOfWork['afterEnd']): Promise<UnitOfWork> {
    const rlsContext = this.rls.isEnabled ? currentRlsContext() : undefined;
    const settings = toConfig(this.rls.isEnabled ? beginningWithRls(rlsContext) : beginning());
    const client = await (await this.queryRunner.connections()).connect();
    const transaction = new Transaction(client, settings);
    const em = this.orm.em.fork({ clear: true }) as EntityManager;
    em.setTransactionContext(transaction.ormContext);
    return { transaction, em, events: [], afterCommit: [], afterEnd, rlsContext };
  }

  private async complete<T>(unit: UnitOfWork, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const result = await work(unit.em);
    await unit.em.flush();
    if (unit.events.length > 0) unit.afterCommit.push(this.eventsWritten);
    const rows = this.toRows(unit.events.splice(0));
    if (rows.length > 0) this.later(insertTogether(rows));
    return result;
  }
}

/** Ends a rehearsal and causes its rollback. */
class Rehearsed<T> extends Error {
  result: T | undefined;

  constructor() {
    super('The changes were only rehearsed.');
  }
}

const beginning = (): Query =>
  cachedStatement('author', [JSON.stringify(currentAuthor())], (author) => sql`select ${authoredBy(author)}`);
const beginningWithRls = (rlsContext: RlsContext | undefined): Query =>
  sql`select ${authoredBy(JSON.stringify(currentAuthor()))}, ${setRlsContextSql(rlsContext)}`;
