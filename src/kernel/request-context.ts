import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './actor.js';

/** What is known of the request that caused the work at hand; events and logs carry it. */
export interface RequestContext {
  readonly requestId: string;
  readonly path: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  actor?: Actor;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = (): RequestContext | undefined => storage.getStore();
export const withRequestContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
