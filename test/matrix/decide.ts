import type { Operation } from '../harness/document.js';

// Who may do what, once more: written down from the design, not from the code, so that the two can disagree.

export type Reach = 'own' | 'team' | 'all';

/** Who asks. `credential` is `valid`, or why it is none. */
export interface Asker {
  readonly name: string;
  readonly credential: 'valid' | 'none' | 'void';
  /** What the roles give, narrowed by the key's scopes. */
  readonly permissions: ReadonlySet<string>;
  readonly reach: Reach;
  readonly userId: string;
  readonly teamId: string | null;
}

/** What is asked for, as far as it decides. */
export interface Target {
  readonly ownerId: string | null;
  readonly teamId: string | null;
  readonly isDeleted: boolean;
}

export type Verdict =
  /** Nobody is kept out. */
  | { readonly kind: 'open' }
  /** In; with `strictly`, the record must also be found. */
  | { readonly kind: 'allowed'; readonly strictly: boolean }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 404; readonly code?: string };

const refused = (status: 401 | 403 | 404, code?: string): Verdict => ({
  kind: 'refused',
  status,
  ...(code && { code }),
});

/** What a record of this kind is, apart from its owner: most belong to everybody who has the permission. */
export type Kind = 'owned' | 'api-keys' | 'everybodys';

/**
 * The decision for one cell. In this order: is it open, who is it, may they at all, do they see the record, may they do
 * this to a record that they see.
 */
export function decide(asker: Asker, operation: Operation, kind: Kind = 'everybodys', target?: Target): Verdict {
  if (operation.isPublic) return { kind: 'open' };
  if (asker.credential !== 'valid') return refused(401);
  if (operation.permission !== undefined && !asker.permissions.has(operation.permission))
    return refused(403, 'permission-missing');
  if (!target || kind === 'everybodys') return { kind: 'allowed', strictly: false };
  return kind === 'owned' ? decideOwned(asker, operation, target) : decideKey(asker, operation, target);
}

/** What a route needs besides its own permission, because of what it does to other records. */
const BESIDES: Readonly<Record<string, readonly string[]>> = { convertLead: ['contacts:read', 'contacts:create'] };

/** A record out of sight does not exist: 404, and never 403. A deleted one is there for what brings it back or ends it. */
function decideOwned(asker: Asker, operation: Operation, target: Target): Verdict {
  if (!isInSight(asker, target)) return refused(404);
  if (!target.isDeleted)
    return (BESIDES[operation.operationId] ?? []).every((permission) => asker.permissions.has(permission))
      ? { kind: 'allowed', strictly: true }
      : refused(403, 'permission-missing');
  const verb = verbOf(operation);
  if (verb === 'restore' || verb === 'purge') return { kind: 'allowed', strictly: true };
  return verb === '' ? refused(404) : { kind: 'allowed', strictly: false };
}

/** A key is its maker's alone; with `api-keys:manage` others' are seen and revoked, never changed. */
function decideKey(asker: Asker, operation: Operation, target: Target): Verdict {
  if (target.ownerId === asker.userId) return { kind: 'allowed', strictly: true };
  if (!asker.permissions.has('api-keys:manage')) return refused(404);
  return operation.method === 'get' || operation.method === 'delete'
    ? { kind: 'allowed', strictly: true }
    : refused(403, 'not-your-api-key');
}

/** Own: what is mine. Team: what is mine or my team's, also without an owner. All: everything. */
export function isInSight(
  { reach, userId, teamId }: Pick<Asker, 'reach' | 'userId' | 'teamId'>,
  target: Pick<Target, 'ownerId' | 'teamId'>,
): boolean {
  if (reach === 'all' || target.ownerId === userId) return true;
  return reach === 'team' && teamId !== null && target.teamId === teamId;
}

/** Several roles: everything that one of them gives, with the widest reach of any. */
export const unionOf = (
  roles: readonly { readonly permissions: Iterable<string>; readonly reach: Reach }[],
): { permissions: Set<string>; reach: Reach } => ({
  permissions: new Set(roles.flatMap(({ permissions }) => [...permissions])),
  reach: (['all', 'team', 'own'] as const).find((reach) => roles.some((role) => role.reach === reach)) ?? 'own',
});

const WRITE = ['create', 'update', 'delete'];

/** A key has what both its scopes and its maker's roles give: `leads:write` is create, update and delete, a star is all. */
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

/** What comes behind the record's id: `restore` of `/leads/{id}/restore`. */
export const verbOf = ({ path }: Operation): string => path.split('}/')[1] ?? '';
/** Whose record a path names: `leads` of `/leads/{id}/activities`; undefined where it names none by an id. */
export const resourceOf = ({ path }: Operation): string | undefined =>
  /^\/api\/v1\/((?:[a-z-]+\/)*[a-z-]+)\/\{id\}/.exec(path)?.[1];
