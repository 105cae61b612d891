import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { isUnavailable } from './failures.js';
import { beginSeeing, currentSight, seeing, type Sight } from './sight.js';
import { compiled, toStatement, type Query } from './statement.js';
import { currentUnit, type UnitOfWork } from './unit-of-work.js';
import { Wall } from './wall.js';

/** `2026-11-21 09:30:00.123+00` as the server writes it (the session is in UTC) to ISO 8601, by slicing: a Date would cost ten times as much. */
export function toIso(text: string): string {
  if (text.charCodeAt(10) !== 32) return text;
  const end = text.indexOf('+', 19);
  const fraction = end > 19 ? text.slice(20, end) : '';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;
const asText = (text: string): string => text;
const parsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return toIso;
    if (oid === DATE) return asText;
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

export interface ReadOptions {
  /**
   * Whether its plan is kept. A list's search is not prepared: the generic plan of a LIKE walks the wrong index. `generic` plans
   * once for all values, also where PostgreSQL would rather plan each anew: for what leaves the planner no choice, and takes longer to plan than to run.
   */
  readonly prepared?: boolean | 'generic';
  /** It only adds rows, for which nothing has to be seen. */
  readonly onlyAdds?: boolean;
}

/**
 * Runs typed SQL and gives the rows as they leave: public names, ISO timestamps, no entity in between.
 * Inside a unit of work it reads on that transaction's connection and so sees what was just written.
 */
@Injectable()
export class Reader {
  private pool: pg.Pool | undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly wall: Wall,
  ) {}

  async rows<T>(query: Query, options: ReadOptions = {}): Promise<T[]> {
    const { text, name, values } = toStatement(query);
    const pool = this.pool ?? (await this.connections());
    const isWalled = this.wall.stands && !options.onlyAdds && (await this.wall.isMetBy(text, pool));
    const unit = currentUnit();
    if (unit) return isWalled ? this.inTurn<T>(unit, text, values) : this.inTransaction<T>(unit, text, values);
    const { prepared = true } = options;
    const statement = { text, values, types: parsers, name: prepared ? name() : undefined } as pg.QueryConfig;
    if (isWalled)
      return this.behindWall<T>(
        pool,
        prepared === 'generic' ? ({ ...statement, name: undefined } as pg.QueryConfig) : statement,
      );
    return prepared === 'generic'
      ? this.byGenericPlan<T>(pool, statement)
      : ((await pool.query(statement)).rows as T[]);
  }

  async row<T>(query: Query, options?: ReadOptions): Promise<T | undefined> {
    return (await this.rows<T>(query, options))[0];
  }

  /** From here on a statement of the unit of work at hand may take two minutes: for what grows with all that hangs on a record. */
  async takeTime(): Promise<void> {
    await this.rows(sql`select set_config('statement_timeout', '120s', true)`);
  }

  /** The pool, once a first query has opened it: for those who only watch it. */
  get opened(): pg.Pool | undefined {
    return this.pool;
  }

  /** MikroORM's own pool. */
  async connections(): Promise<pg.Pool> {
    this.pool ??= (await this.orm.em.getConnection().getNativeClient()) as unknown as pg.Pool;
    return this.pool;
  }

  /** One round trip. */
  private async byGenericPlan<T>(pool: pg.Pool, statement: pg.QueryConfig): Promise<T[]> {
    const client = await pool.connect();
    const steps = await together(client, [
      'set plan_cache_mode = force_generic_plan',
      statement,
      'reset plan_cache_mode',
    ]);
    const failed = steps.find((step) => step.status === 'rejected');
    // One that failed on the way would plan so for others.
    client.release(failed !== undefined);
    if (failed) throw failed.reason;
    return (steps[1] as PromiseFulfilledResult<pg.QueryResult>).value.rows as T[];
  }

  /** In a transaction of its own, which knows who reads. One round trip; should its beginning fail, the rest gets no answer. */
  private async behindWall<T>(pool: pg.Pool, statement: pg.QueryConfig): Promise<T[]> {
    const sight = currentSight();
    const client = await pool.connect();
    // Each role has plans of its own: one prepared for both would be made anew with every change between them.
    const name = statement.name && `${statement.name}${sight ? '-' : '+'}`;
    const steps = await together(client, [beginSeeing(sight), { ...statement, name } as pg.QueryConfig, 'commit']);
    const failed = steps.find((step) => step.status === 'rejected');
    client.release(failed && isUnavailable(failed.reason));
    if (failed) throw failed.reason;
    return (steps[1] as PromiseFulfilledResult<pg.QueryResult>).value.rows as T[];
  }

  /** Beyond the sight of its unit a statement looks alone: one after the other, so that nothing else looks out meanwhile. */
  private inTurn<T>(unit: UnitOfWork, text: string, parameters: readonly unknown[]): Promise<T[]> {
    const isBeyond = unit.sight !== undefined && currentSight() === undefined;
    const turn = unit.turn.then(async () => {
      if (isBeyond) await this.look(unit, undefined);
      const rows = await this.inTransaction<T>(unit, text, parameters);
      if (isBeyond) await this.look(unit, unit.sight);
      return rows;
    });
    unit.turn = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** From here on the transaction sees this. */
  async look(unit: UnitOfWork, sight: Sight | undefined): Promise<void> {
    const { sql: text, parameters } = compiled(sql`select ${seeing(sight)}`);
    await this.inTransaction(unit, text, parameters);
  }

  private async inTransaction<T>(unit: UnitOfWork, text: string, parameters: readonly unknown[]): Promise<T[]> {
    const result = await unit.em
      .getKysely<Record<string, never>>()
      .executeQuery(CompiledQuery.raw(text, [...parameters]));
    return (result.rows as Record<string, unknown>[]).map(withIsoTimestamps) as T[];
  }
}

/** In one packet: each of its own would be a call of the system more. */
function together(
  client: pg.PoolClient,
  statements: readonly (string | pg.QueryConfig)[],
): Promise<PromiseSettledResult<pg.QueryResult>[]> {
  const { stream } = client.connection;
  stream.cork();
  try {
    return Promise.allSettled(statements.map((statement) => client.query(statement as pg.QueryConfig)));
  } finally {
    stream.uncork();
  }
}

const SERVER_TIMESTAMP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?\+00$/;

/** The transaction's connection parses by MikroORM's rules and leaves timestamps as the server writes them. */
function withIsoTimestamps(row: Record<string, unknown>): Record<string, unknown> {
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'string' && SERVER_TIMESTAMP.test(value)) row[key] = toIso(value);
  }
  return row;
}
