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

interface Wanted {
  readonly resource: CustomFieldResource;
  readonly key: string;
  readonly type: CustomFieldType;
  readonly isWanted: boolean;
}

const WAITED = 10_000;
const ASKED_EVERY = 200;

/** Not now: another process, or what is left of one, is at work. */
export class AnotherBuilder extends Error {}

/** The id is that of the definition: another field under the same key later has an index of its own. */
export const indexName = (definitionId: string): string => `cf_${definitionId.replaceAll('-', '')}_idx`;

/** The statement that makes it, beside the writes of others. */
export function indexStatement(name: string, { resource, key, type }: Omit<Wanted, 'isWanted'>): string {
  const { value, order, method } = expressionsOf({ key, type }, sql.ref('custom_fields'));
  const parts = method === 'gin' ? sql`(${value})` : order ? sql`(${order}), id` : sql`(${value}), id`;
  return compiled(
    sql`create index concurrently ${sql.id(name)} on ${sql.table(resource)} using ${sql.raw(method)} (${parts}) where deleted_at is null`,
  ).sql;
}

const statisticsName = (definitionId: string): string => indexName(definitionId).replace(/_idx$/, '_stats');

/**
 * What the planner is to know of the values: of a partial index it does not look at those that `analyze` kept for its
 * expression, and would take any value for one in two hundred. Of arrays there are none.
 */
function statisticsStatement(name: string, { resource, key, type }: Omit<Wanted, 'isWanted'>): string | undefined {
  const { value, order, method } = expressionsOf({ key, type }, sql.ref('custom_fields'));
  if (method === 'gin') return undefined;
  return compiled(
    sql`create statistics if not exists ${sql.id(name)} on ${order ? sql`(${value}), (${order})` : sql`(${value})`} from ${sql.table(resource)}`,
  ).sql;
}

/** Makes the index of one field what its definition says, whatever an attempt before left behind. */
@Injectable()
export class FieldIndexBuilder {
  constructor(private readonly owner: Owner) {}

  /** Says whether there is one now. One at a time in all processes; one that was killed holds the lock until its backend has noticed. */
  bring(definitionId: string, signal: AbortSignal): Promise<boolean> {
    return this.owner.run(async (client) => {
      await client.query('set statement_timeout = 0; set lock_timeout = 10000');
      await lock(client, signal);
      return this.bringLocked(client, definitionId);
    }, signal);
  }

  private async bringLocked(client: pg.Client, definitionId: string): Promise<boolean> {
    const name = indexName(definitionId);
    const wanted = await definitionOf(client, definitionId);
    const state = await stateOf(client, name);
    // An attempt that died left an index that every write keeps and no read uses.
    if (state !== undefined && (!wanted?.isWanted || state === 'invalid'))
      await client.query(`drop index concurrently if exists "${name}"`);
    if (!wanted?.isWanted) {
      await client.query(`drop statistics if exists "${statisticsName(definitionId)}"`);
      return false;
    }
    if (!CUSTOM_FIELD_RESOURCES.includes(wanted.resource)) throw new Error(`There are no ${wanted.resource as string}`);
    // Before the index: an attempt that is killed behind it would find nothing left to do.
    const statistics = statisticsStatement(statisticsName(definitionId), wanted);
    if (statistics) await client.query(statistics);
    if (state !== 'valid') {
      await client.query(indexStatement(name, wanted));
      await client.query(`analyze "${wanted.resource}"`);
    }
    return true;
  }
}

/** Asked for again and again, never waited for: a statement that waits is an old transaction to the builder that it waits for. */
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

async function definitionOf(client: pg.Client, id: string): Promise<Wanted | undefined> {
  const { rows } = await client.query<Wanted>(
    `select resource, key, type, is_filterable and archived_at is null as "isWanted" from custom_field_definitions where id = $1`,
    [id],
  );
  return rows[0];
}

async function stateOf(client: pg.Client, name: string): Promise<'valid' | 'invalid' | undefined> {
  const { rows } = await client.query<{ valid: boolean }>(
    `select i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = $1 and c.relnamespace = 'public'::regnamespace`,
    [name],
  );
  return rows[0] && (rows[0].valid ? 'valid' : 'invalid');
}
