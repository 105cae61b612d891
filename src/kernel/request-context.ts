import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './actor.js';

/** What is known of the request that caused the work at hand; events and logs carry it. */
export interface RequestContext {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  actor?: Actor;
}

/** Whose deed the work at hand is, as the audit log keeps it: also readable when user, key and address are long gone. */
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

/** What is done by itself, such as a scheduled job, is done by the system. */
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
