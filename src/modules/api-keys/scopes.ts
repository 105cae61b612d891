import type { Permission } from '../../kernel/access.js';

const SCOPE = /^(\*|[a-z][a-z-]{0,49}):(\*|[a-z][a-z-]{0,49})$/;
const WRITE = ['create', 'update', 'delete'];

/** Returns whether a scope covers a permission. `write` covers create, update and delete; `*` covers all. */
export function covers(scope: string, permission: Permission): boolean {
  const [, resource, action = ''] = SCOPE.exec(scope) ?? [];
  const [ofResource = '', ofAction = ''] = permission.split(':');
  if (resource !== '*' && resource !== ofResource) return false;
  return action === '*' || action === ofAction || (action === 'write' && WRITE.includes(ofAction));
}

/** Returns the permissions of `all` that at least one scope covers. */
export const coveredBy = (scopes: readonly string[], all: Iterable<Permission>): Set<Permission> =>
  new Set([...all].filter((permission) => scopes.some((scope) => covers(scope, permission))));

/** Returns the index of the first scope that covers no permission of the catalogue; -1 if there is none. */
export const unknownScope = (scopes: readonly string[], catalogue: ReadonlySet<Permission>): number =>
  scopes.findIndex((scope) => coveredBy([scope], catalogue).size === 0);
