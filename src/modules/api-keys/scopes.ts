import type { Permission } from '../../kernel/access.js';

const SCOPE = /^(\*|[a-z][a-z-]{0,49}):(\*|[a-z][a-z-]{0,49})$/;
const WRITE = ['create', 'update', 'delete'];

/** Whether a scope covers a permission: `leads:write` covers create, update and delete, a star covers all. */
export function covers(scope: string, permission: Permission): boolean {
  const [, resource, action = ''] = SCOPE.exec(scope) ?? [];
  const [ofResource = '', ofAction = ''] = permission.split(':');
  if (resource !== '*' && resource !== ofResource) return false;
  return action === '*' || action === ofAction || (action === 'write' && WRITE.includes(ofAction));
}

/** The permissions among `all` that some scope covers. */
export const coveredBy = (scopes: readonly string[], all: Iterable<Permission>): Set<Permission> =>
  new Set([...all].filter((permission) => scopes.some((scope) => covers(scope, permission))));

/** The first scope that covers nothing there is. */
export const unknownScope = (scopes: readonly string[], catalogue: ReadonlySet<Permission>): number =>
  scopes.findIndex((scope) => coveredBy([scope], catalogue).size === 0);
