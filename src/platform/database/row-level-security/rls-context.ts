import { AsyncLocalStorage } from 'node:async_hooks';
import { sql, type RawBuilder } from 'kysely';
import { requestContext } from '../../../kernel/request-context.js';
import { APP_ROLE, RLS_ROLE } from './row-level-security.js';

/** The user and team that row-level security checks for. */
export interface RlsContext {
  readonly userId: string;
  readonly teamId: string | null;
}

const storage = new AsyncLocalStorage<true>();

/**
 * Runs `work` without visibility, for checks beyond the visibility of the actor, such as whether an id is taken.
 * Results must not reach the response without another visibility check.
 */
export const withoutVisibility = <T>(work: () => Promise<T>): Promise<T> => storage.run(true, work);

/**
 * Returns undefined for full visibility: the system, actors with the access scope `all`, and work without visibility.
 */
export function currentRlsContext(): RlsContext | undefined {
  const actor = storage.getStore() ? undefined : requestContext()?.actor;
  if (!actor || actor.kind === 'system' || actor.recordAccess === 'all') return undefined;
  return { userId: actor.userId, teamId: actor.recordAccess === 'team' ? actor.teamId : null };
}

/** Sets role and context for the rest of the transaction. */
export const setRlsContextSql = (rlsContext: RlsContext | undefined): RawBuilder<unknown> =>
  sql`set_config('role', ${rlsContext ? RLS_ROLE : APP_ROLE}, true), set_config('kontor.user_id',
    ${rlsContext?.userId ?? ''}, true), set_config('kontor.team_id', ${rlsContext?.teamId ?? ''}, true)`;

const ID = /^[0-9a-f-]{36}$/i;

function quoted(id: string): string {
  if (!ID.test(id)) throw new Error('Not an id of a user or team');
  return `'${id}'`;
}

/** Begins a transaction with role and context, in one round trip. */
export function beginWithRlsContext(rlsContext: RlsContext | undefined): string {
  if (!rlsContext) return `begin; set local role ${APP_ROLE}`;
  return `begin; set local kontor.user_id =
    ${quoted(rlsContext.userId)}${rlsContext.teamId ? `; set local kontor.team_id = ${quoted(rlsContext.teamId)}` : ''}`;
}
