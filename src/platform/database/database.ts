import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Insertion, RecordedEvent } from '../../kernel/events.js';
import { currentAuthor } from '../../kernel/request-context.js';
import { isLostUpdate, isRetryable } from './failures.js';
import { Reader } from './reader.js';
import { currentSight, seeing, type Sight } from './sight.js';
import { compiled, shaped, slotted, type Query } from './statement.js';
import { currentFence, currentUnit, inUnit, unfenced, type UnitOfWork } from './unit-of-work.js';
import { Wall } from './wall.js';
import { WalledFlush } from './walled-flush.js';

const TRIES = 4;
const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));

/** Turns what was recorded into rows; the outbox registers itself here, so that the database knows no outbox. */
export type EventWriter = (events: readonly RecordedEvent[]) => Insertion[];

/** Writes: units of work that succeed together or not at all. */
@Injectable()
export class Database {
  private toRows: EventWriter = () => [];
  private eventsWritten: () => void = () => undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly reader: Reader,
    private readonly wall: Wall,
  ) {
    if (wall.stands) orm.em.getEventManager().registerSubscriber(new WalledFlush(reader));
  }

  /** `written` is called after the commit of each transaction that had events. */
  writeEventsWith(writer: EventWriter, written: () => void): void {
    this.toRows = writer;
    this.eventsWritten = written;
  }

  /**
   * Runs `work` in one transaction and flushes once. Deadlocks, serialization failures and lost updates are tried
   * again from the start with a fresh entity manager, so `work` must read what it needs itself and have no effect
   * outside the database. Inside another unit of work it joins that one.
   */
  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const unit = currentUnit();
    if (unit) return this.complete(unit, work);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction(work);
      } catch (error) {
        if (attempt >= TRIES || !(isRetryable(error) || isLostUpdate(error))) throw error;
        await pause(attempt);
      }
    }
  }

  /**
   * Rows that need no entity, as one statement and so one round trip: the road of hot creates. With `guard`, a
   * statement that may write too, they are written only if it gives a row. Says whether they were. Behind a fence it
   * takes a transaction.
   */
  async insert(
    insertions: readonly Insertion[],
    events: readonly RecordedEvent[],
    guard?: RawBuilder<unknown>,
  ): Promise<boolean> {
    if (currentFence() && !currentUnit()) return this.write(() => this.insert(insertions, events, guard));
    const written = await this.reader.rows(
      insertTogether(
        [...insertions, ...this.toRows(events)],
        guard,
        currentUnit() ? undefined : JSON.stringify(currentAuthor()),
      ),
      { onlyAdds: true },
    );
    if (written.length > 0 && events.length > 0) this.afterCommit(this.eventsWritten);
    return written.length > 0;
  }

  /** Runs once the unit of work at hand has been committed; at once where there is none. */
  afterCommit(work: () => void): void {
    const unit = currentUnit();
    if (unit) unit.afterCommit.push(work);
    else work();
  }

  private async transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const result = await this.orm.em.fork({ clear: true }).transactional((em) => {
      const sight = this.wall.stands ? currentSight() : undefined;
      const unit: UnitOfWork = {
        em: em as EntityManager,
        insertions: [],
        events: [],
        afterCommit,
        sight,
        turn: Promise.resolve(),
      };
      return inUnit(unit, async () => {
        await this.reader.rows(this.wall.stands ? beginningBehindWall(sight) : beginning());
        await currentFence()?.();
        return this.complete(unit, work);
      });
    });
    for (const done of afterCommit) unfenced(done);
    return result;
  }

  private async complete<T>(unit: UnitOfWork, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const result = await work(unit.em);
    await unit.em.flush();
    if (unit.events.length > 0) unit.afterCommit.push(this.eventsWritten);
    const rows = [...unit.insertions.splice(0), ...this.toRows(unit.events.splice(0))];
    if (rows.length > 0) await this.reader.rows(insertTogether(rows), { onlyAdds: true });
    return result;
  }
}

/** For the rest of the transaction: triggers write into the audit log whose deed it is. */
const authoredBy = (author: unknown): RawBuilder<unknown> => sql`set_config('kontor.author', ${author}, true)`;

const beginning = (): Query =>
  shaped('author', [JSON.stringify(currentAuthor())], (author) => sql`select ${authoredBy(author)}`);
const beginningBehindWall = (sight: Sight | undefined): Query =>
  sql`select ${authoredBy(JSON.stringify(currentAuthor()))}, ${seeing(sight)}`;

/** Rows of one table with the same columns. */
interface Batch {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Insertion['row'][];
}

/** Beyond this a statement is not kept: its text would hardly come again. */
const MOST_VALUES = 500;

/**
 * All rows in one statement; foreign keys between them are checked at its end. Rows of one table are one `INSERT`,
 * because they keep their order then: the parts of a `WITH` run in any order, and events are numbered as they are written.
 * With a `guard` nothing is written unless that query gives a row. With an `author` the statement says whose deed it is
 * by itself: it has no transaction around it that would.
 */
function insertTogether(insertions: readonly Insertion[], guard?: RawBuilder<unknown>, author?: string): Query {
  const batches = guard
    ? insertions.map(({ table, row }) => ({ table, columns: columnsOf(row), rows: [row] }))
    : batchesOf(insertions);
  const condition = guard && compiled(guard);
  const values = batches.flatMap(({ columns, rows }) =>
    rows.flatMap((row) => columns.map((column) => asParameter(row[column]))),
  );
  const all = [...(author === undefined ? [] : [author]), ...(condition?.parameters ?? []), ...values];
  const build = (...slots: unknown[]): RawBuilder<unknown> =>
    author === undefined
      ? insertion(batches, slots, condition?.sql)
      : insertion(batches, slots.slice(1), condition?.sql, slots[0]);
  if (all.length > MOST_VALUES) return build(...all);
  return shaped(
    `insert ${author === undefined ? '' : 'by '}${batches.map(({ table, columns, rows }) => `${table} ${columns.join()} ${rows.length}`).join('\n')}\n${condition?.sql ?? ''}`,
    all,
    build,
  );
}

const columnsOf = (row: Insertion['row']): string[] => Object.keys(row).filter((column) => row[column] !== undefined);

function batchesOf(insertions: readonly Insertion[]): Batch[] {
  const batches = new Map<string, Batch & { rows: Insertion['row'][] }>();
  for (const { table, row } of insertions) {
    const columns = columnsOf(row);
    const key = `${table} ${columns.join()}`;
    const known = batches.get(key);
    if (known) known.rows.push(row);
    else batches.set(key, { table, columns, rows: [row] });
  }
  return [...batches.values()];
}

function insertion(
  batches: readonly Batch[],
  values: readonly unknown[],
  condition?: string,
  author?: unknown,
): RawBuilder<unknown> {
  const left = [...values];
  const guard =
    condition === undefined ? undefined : slotted(condition, left.splice(0, values.length - sizeOf(batches)));
  const parts = batches.map(
    (batch, index) => sql`${sql.raw(`i${index}`)} as (${insertBatch(batch, left, guard !== undefined)} returning 1)`,
  );
  const end = author === undefined ? sql`select 1` : sql`select ${authoredBy(author)}`;
  return guard
    ? sql`with guard as (${guard}), ${sql.join(parts)} ${end} from guard`
    : sql`with ${sql.join(parts)} ${end}`;
}

const sizeOf = (batches: readonly Batch[]): number =>
  batches.reduce((size, { columns, rows }) => size + columns.length * rows.length, 0);

/** Takes its values from the front of `left`. */
function insertBatch({ table, columns, rows }: Batch, left: unknown[], guarded: boolean): RawBuilder<unknown> {
  const into = sql`insert into ${sql.id(table)} (${sql.join(columns.map((column) => sql.id(column)))})`;
  const next = (): RawBuilder<unknown> => sql.join(left.splice(0, columns.length));
  return guarded
    ? sql`${into} select ${next()} from guard`
    : sql`${into} values ${sql.join(rows.map(() => sql`(${next()})`))}`;
}

/** Plain objects become jsonb text; arrays stay PostgreSQL arrays. */
function asParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value;
}
