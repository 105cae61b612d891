import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type pg from 'pg';
import { ADVISORY_LOCKS, compiled, Owner } from '../../../platform/database/index.js';
import {
  CUSTOM_FIELD_RESOURCES,
  type CustomFieldResource,
  type CustomFieldType,
} from '../definitions/custom-field.entity.js';
import { expressionsOf } from '../values/typed-fields.js';

interface Requested {
  readonly resource: CustomFieldResource;
  readonly key: string;
  readonly type: CustomFieldType;
  readonly isNeeded: boolean;
}

const WAITED = 10_000;
const ASKED_EVERY = 200;

/** Another process holds the lock for index builds, so the job must try again later. */
export class AnotherBuilder extends Error {}

/** The name contains the id of the definition, so that a later field with the same key has its own index. */
export const indexName = (definitionId: string): string => `cf_${definitionId.replaceAll('-', '')}_idx`;

/** Returns the statement that creates the index without blocking writes. */
export function indexStatement(name: string, { resource, key, type }: Omit<Requested, 'isNeeded'>): string {
  const { value, order, method } = expressionsOf({ key, type }, sql.ref('custom_fields'));
  const parts = method === 'gin' ? sql`(${value})` : order ? sql`(${order}), id` : sql`(${value}), id`;
  return compiled(
    sql`create index concurrently ${sql.id(name)} on ${sql.table(resource)} using ${sql.raw(method)} (${parts})
      where deleted_at is null`,
  ).sql;
}

const statisticsName = (definitionId: string): string => indexName(definitionId).replace(/_idx$/, '_stats');

/**
 * Returns the statement for extended statistics. The planner ignores the statistics of a partial index and would
 * estimate 0.5 % of the rows for each value. Fields with several values have no statistics.
 */
function statisticsStatement(name: string, { resource, key, type }: Omit<Requested, 'isNeeded'>): string | undefined {
  const { value, order, method } = expressionsOf({ key, type }, sql.ref('custom_fields'));
  if (method === 'gin') return undefined;
  return compiled(
    sql`create statistics if not exists ${sql.id(name)} on ${order ? sql`(${value}), (${order})` : sql`(${value})`}
      from ${sql.table(resource)}`,
  ).sql;
}

/** Creates or drops the index of a field according to its definition, also after an interrupted attempt. */
@Injectable()
export class FieldIndexBuilder {
  constructor(private readonly owner: Owner) {}

  /**
   * Returns whether the field has an index. A lock allows one build at a time in all processes. After a crash, the lock
   * is free when the database session ends.
   */
  ensure(definitionId: string, signal: AbortSignal): Promise<boolean> {
    return this.owner.run(async (client) => {
      await client.query('set statement_timeout = 0; set lock_timeout = 10000');
      await lock(client, signal);
      return this.ensureLocked(client, definitionId);
    }, signal);
  }

  private async ensureLocked(client: pg.Client, definitionId: string): Promise<boolean> {
    const name = indexName(definitionId);
    const definition = await definitionOf(client, definitionId);
    const state = await stateOf(client, name);
    // An interrupted attempt leaves an invalid index, which slows down writes and serves no reads.
    if (state !== undefined && (!definition?.isNeeded || state === 'invalid'))
      await client.query(`drop index concurrently if exists "${name}"`);
    if (!definition?.isNeeded) {
      await client.query(`drop statistics if exists "${statisticsName(definitionId)}"`);
      return false;
    }
    if (!CUSTOM_FIELD_RESOURCES.includes(definition.resource))
      throw new Error(`There are no ${definition.resource as string}`);
    // Statistics come before the index, because `analyze` runs only in the attempt that creates the index.
    const statistics = statisticsStatement(statisticsName(definitionId), definition);
    if (statistics) await client.query(statistics);
    if (state !== 'valid') {
      await client.query(indexStatement(name, definition));
      await client.query(`analyze "${definition.resource}"`);
    }
    return true;
  }
}

/**
 * Polls for the lock. A waiting statement would be an old transaction, and the running index build waits for old
 * transactions.
 */
async function lock(client: pg.Client, signal: AbortSignal): Promise<void> {
  for (
    const end = Date.now() + WAITED;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY))
  ) {
    signal.throwIfAborted();
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      ADVISORY_LOCKS.customFieldIndexes,
    ]);
    if (rows[0]?.locked) return;
  }
  throw new AnotherBuilder('Another index is being built');
}

async function definitionOf(client: pg.Client, id: string): Promise<Requested | undefined> {
  const { rows } = await client.query<Requested>(
    `select resource, key, type, is_filterable and archived_at is null as "isNeeded" from custom_field_definitions
      where id = $1`,
    [id],
  );
  return rows[0];
}

async function stateOf(client: pg.Client, name: string): Promise<'valid' | 'invalid' | undefined> {
  const { rows } = await client.query<{ valid: boolean }>(
    `select i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = $1
      and c.relnamespace = 'public'::regnamespace`,
    [name],
  );
  return rows[0] && (rows[0].valid ? 'valid' : 'invalid');
}
