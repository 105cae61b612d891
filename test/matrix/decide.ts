import type { Operation } from '../harness/document.js';

// The access rules written from the design and not from the code, so that tests find differences.

export type AccessScope = 'own' | 'team' | 'all';

/** A caller. `credential` is `valid` or the reason why it is invalid. */
export interface Asker {
  readonly name: string;
  readonly credential: 'valid' | 'none' | 'void';
  /** The permissions of the roles, limited by the scopes of the key. */
  readonly permissions: ReadonlySet<string>;
  readonly accessScope: AccessScope;
  readonly userId: string;
  readonly teamId: string | null;
}

/** The properties of a record that affect the decision. */
export interface Target {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly isDeleted: boolean;
}

export type Decision =
  /** Everyone is allowed. */
  | { readonly kind: 'open' }
  /** Allowed. With `strictly`, the record must also be found. */
  | { readonly kind: 'allowed'; readonly strictly: boolean }
  | { readonly kind: 'rejected'; readonly status: 401 | 403 | 404; readonly code?: string };

const rejected = (status: 401 | 403 | 404, code?: string): Decision => ({
  kind: 'rejected',
  status,
  ...(code && { code }),
});

/** The access rule of a resource. Most records are visible to everyone with the permission. */
export type Kind = 'owned' | 'api-keys' | 'everybodys';

/**
 * Decides one cell in this order: public route, credential, permission, visibility of the record, and allowed action on
 * it.
 */
export function decide(asker: Asker, operation: Operation, kind: Kind = 'everybodys', target?: Target): Decision {
  if (operation.isPublic) return { kind: 'open' };
  if (asker.credential !== 'valid') return rejected(401);
  if (operation.permission !== undefined && !asker.permissions.has(operation.permission))
    return rejected(403, 'permission-missing');
  if (!target || kind === 'everybodys') return { kind: 'allowed', strictly: false };
  return kind === 'owned' ? decideOwned(asker, operation, target) : decideKey(asker, operation, target);
}

/** Further permissions of a route, because it changes other records. */
const BESIDES: Readonly<Record<string, readonly string[]>> = { convertLead: ['contacts:read', 'contacts:create'] };

/** An invisible record gives 404, never 403. A deleted record can only be restored or purged. */
function decideOwned(asker: Asker, operation: Operation, target: Target): Decision {
  if (!isVisible(asker, target)) return rejected(404);
  if (!target.isDeleted)
    return (BESIDES[operation.operationId] ?? []).every((permission) => asker.permissions.has(permission))
      ? { kind: 'allowed', strictly: true }
      : rejected(403, 'permission-missing');
  const verb = verbOf(operation);
  if (verb === 'restore' || verb === 'purge') return { kind: 'allowed', strictly: true };
  return verb === '' ? rejected(404) : { kind: 'allowed', strictly: false };
}

/** A key belongs to its creator. With `api-keys:manage`, keys of others can be read and revoked, but not changed. */
function decideKey(asker: Asker, operation: Operation, target: Target): Decision {
  if (target.ownerId === asker.userId) return { kind: 'allowed', strictly: true };
  if (!asker.permissions.has('api-keys:manage')) return rejected(404);
  return operation.method === 'get' || operation.method === 'delete'
    ? { kind: 'allowed', strictly: true }
    : rejected(403, 'not-your-api-key');
}

/** Own: own records. Team: own records and records of the team, also without an owner. All: all records. */
export function isVisible(
  { accessScope, userId, teamId }: Pick<Asker, 'accessScope' | 'userId' | 'teamId'>,
  target: Pick<Target, 'ownerId' | 'teamId'>,
): boolean {
  if (accessScope === 'all' || target.ownerId === userId) return true;
  return accessScope === 'team' && teamId !== null && target.teamId === teamId;
}

/** Combines several roles: all their permissions and the widest access scope. */
export const unionOf = (
  roles: readonly { readonly permissions: Iterable<string>; readonly accessScope: AccessScope }[],
): { permissions: Set<string>; accessScope: AccessScope } => ({
  permissions: new Set(roles.flatMap(({ permissions }) => [...permissions])),
  accessScope:
    (['all', 'team', 'own'] as const).find((accessScope) => roles.some((role) => role.accessScope === accessScope)) ??
    'own',
});

const WRITE = ['create', 'update', 'delete'];

/**
 * Returns the permissions that both the scopes of the key and the roles contain. `leads:write` is create, update and
 * delete, and `*` is everything.
 */
export function narrowed(held: Iterable<string>, scopes: readonly string[]): Set<string> {
  return new Set(
    [...held].filter((permission) => {
      const [resource, action = ''] = permission.split(':');
      return scopes.some((scope) => {
        const [ofResource, ofAction = ''] = scope.split(':');
        return (
          (ofResource === '*' || ofResource === resource) &&
          (ofAction === '*' || ofAction === action || (ofAction === 'write' && WRITE.includes(action)))
        );
      });
    }),
  );
}

/** Returns the path after the record id: `restore` of `/leads/{id}/restore`. */
export const verbOf = ({ path }: Operation): string => path.split('}/')[1] ?? '';
/** Returns the resource of the record in a path: `leads` of `/leads/{id}/activities`. Undefined without an id. */
export const resourceOf = ({ path }: Operation): string | undefined =>
  /^\/api\/v1\/((?:[a-z-]+\/)*[a-z-]+)\/\{id\}/.exec(path)?.[1];
