import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './actor.js';

/** The request that caused the current work, for events and logs. */
export interface RequestContext {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  actor?: Actor;
  /** Whether a transaction of this request was committed. Then a later error must not say that nothing was changed. */
  hasCommitted?: boolean;
}

/** The author of the current work in the audit log. The log stays readable after user, key and address are removed. */
export interface Author {
  readonly kind: Actor['kind'];
  readonly userId?: string;
  readonly email?: string;
  readonly name?: string;
  readonly apiKeyId?: string;
  readonly requestId?: string;
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
  readonly method?: string;
  readonly path?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = (): RequestContext | undefined => storage.getStore();
export const withRequestContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

export function noteCommit(): void {
  const context = storage.getStore();
  if (context) context.hasCommitted = true;
}

/** Returns the author of the current work. Work without a request, such as a scheduled job, belongs to the system. */
export function currentAuthor(): Author {
  const context = storage.getStore();
  if (!context) return { kind: 'system' };
  const { actor, requestId, ipAddress, userAgent, method, path } = context;
  return {
    ...(actor
      ? {
          kind: actor.kind,
          userId: actor.userId,
          email: actor.email,
          name: actor.name,
          ...(actor.apiKeyId && { apiKeyId: actor.apiKeyId }),
        }
      : { kind: 'system' }),
    requestId,
    ipAddress,
    userAgent,
    method,
    path,
  };
}
