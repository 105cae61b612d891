import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Insertion, RecordedEvent } from '../../kernel/events.js';
import { isLostUpdate, isRetryable } from './failures.js';
import { fixed, Reader } from './reader.js';
import { currentFence, currentUnit, inUnit, unfenced, type UnitOfWork } from './unit-of-work.js';

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
  ) {}

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
  async insert(insertions: readonly Insertion[], events: readonly RecordedEvent[], guard?: RawBuilder<unknown>): Promise<boolean> {
    if (currentFence() && !currentUnit()) return this.write(() => this.insert(insertions, events, guard));
    const written = await this.reader.rows(insertTogether([...insertions, ...this.toRows(events)], guard));
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
      const unit: UnitOfWork = { em: em as EntityManager, insertions: [], events: [], afterCommit };
      return inUnit(unit, async () => {
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
    if (rows.length > 0) await this.reader.rows(insertTogether(rows));
    return result;
  }
}

/**
 * All rows in one statement; foreign keys between them are checked at its end. Rows of one table are one `INSERT`,
 * because they keep their order then: the parts of a `WITH` run in any order, and events are numbered as they are written.
 * With a `guard` nothing is written unless that query gives a row.
 */
export function insertTogether(insertions: readonly Insertion[], guard?: RawBuilder<unknown>): RawBuilder<unknown> {
  const groups = Map.groupBy(insertions, ({ table, row }) => `${table} ${columnsOf(row).join()}`);
  const inserts = guard ? insertions.map((insertion) => insertGuarded(insertion)) : [...groups.values()].map((group) => insertAlike(group));
  const parts = inserts.map((insert, index) => sql`${sql.raw(`i${index}`)} as (${insert} returning 1)`);
  return guard ? sql`with guard as (${guard}), ${sql.join(parts)} select 1 from guard` : sql`with ${sql.join(parts)} select 1`;
}

const columnsOf = (row: Insertion['row']): string[] => Object.keys(row).filter((column) => row[column] !== undefined);

const heads = new Map<string, RawBuilder<unknown>>();
const MOST_HEADS = 1_000;

/** The same few column lists again and again. */
function into(table: string, columns: readonly string[]): RawBuilder<unknown> {
  const key = `${table} ${columns.join()}`;
  const known = heads.get(key) ?? fixed(sql`insert into ${sql.id(table)} (${sql.join(columns.map((column) => sql.id(column)))})`);
  if (heads.size < MOST_HEADS) heads.set(key, known);
  return known;
}

const valuesOf = (row: Insertion['row'], columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => asParameter(row[column])));

function insertAlike(group: readonly Insertion[]): RawBuilder<unknown> {
  const [first] = group;
  if (!first) throw new Error('Nothing to insert');
  const columns = columnsOf(first.row);
  return sql`${into(first.table, columns)} values ${sql.join(group.map(({ row }) => sql`(${valuesOf(row, columns)})`))}`;
}

function insertGuarded({ table, row }: Insertion): RawBuilder<unknown> {
  const columns = columnsOf(row);
  return sql`${into(table, columns)} select ${valuesOf(row, columns)} from guard`;
}

/** Plain objects become jsonb text; arrays stay PostgreSQL arrays. */
function asParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value;
}
