import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type RawBuilder } from 'kysely';
import { requestContext } from '../../kernel/request-context.js';
import { FREE, GUARDED } from './wall.js';

/** What the database is told of whoever reads: whose records these are, and whose of their team. */
export interface Sight {
  readonly userId: string;
  readonly teamId: string | null;
}

const storage = new AsyncLocalStorage<true>();

/**
 * For what has to look further than whoever asks may see: whether an id is taken, what became of a record that was just
 * given away. What it finds is not for the answer unless something else says so.
 */
export const beyondSight = <T>(work: () => Promise<T>): Promise<T> => storage.run(true, work);

/** Undefined is everything: the system, whoever sees all, and what is done beyond sight. */
export function currentSight(): Sight | undefined {
  const actor = storage.getStore() ? undefined : requestContext()?.actor;
  if (!actor || actor.kind === 'system' || actor.recordAccess === 'all') return undefined;
  return { userId: actor.userId, teamId: actor.recordAccess === 'team' ? actor.teamId : null };
}

/** For the rest of the transaction. */
export const seeing = (sight: Sight | undefined): RawBuilder<unknown> =>
  sql`set_config('role', ${sight ? GUARDED : FREE}, true), set_config('kontor.user_id', ${sight?.userId ?? ''}, true), set_config('kontor.team_id', ${sight?.teamId ?? ''}, true)`;

const ID = /^[0-9a-f-]{36}$/i;

function quoted(id: string): string {
  if (!ID.test(id)) throw new Error('Not an id of a user or team');
  return `'${id}'`;
}

/** The same with the beginning of the transaction, in one go. */
export function beginSeeing(sight: Sight | undefined): string {
  if (!sight) return `begin; set local role ${FREE}`;
  return `begin; set local kontor.user_id = ${quoted(sight.userId)}${sight.teamId ? `; set local kontor.team_id = ${quoted(sight.teamId)}` : ''}`;
}
