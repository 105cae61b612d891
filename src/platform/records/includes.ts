import { can, type Actor } from '../../kernel/actor.js';
import { ForbiddenError, invalidAt } from '../../kernel/errors.js';
import type { Sql } from '../query/index.js';
import type { Include, RecordKind, RecordView } from './type/record-kind.js';

/** Returns the columns of related records that a list includes. Checks the permission for each. */
export function includedColumns<V extends RecordView>(
  kind: RecordKind<V>,
  actor: Actor,
  names: readonly string[],
): Readonly<Record<string, Sql>> {
  const included = Object.entries(includesOf(kind, actor, names));
  return Object.fromEntries(included.map(([name, { column }]) => [name, column(actor)]));
}

/** Checks the permissions of includes: an API key for contacts must not read their companies. */
export function includesOf<V extends RecordView>(
  kind: RecordKind<V>,
  actor: Actor | null,
  names: readonly string[],
): Record<string, Include> {
  return Object.fromEntries(
    names.map((name, at) => {
      const include = Object.hasOwn(kind.includes, name) ? kind.includes[name] : undefined;
      if (!include)
        throw invalidAt(
          `#/include/${at}`,
          'unknown-include',
          `must be one of ${Object.keys(kind.includes).join(', ')}`,
        );
      if (actor && include.permission && !can(actor, include.permission)) {
        throw new ForbiddenError('permission-missing', `Including the ${name} needs ${include.permission}.`, {
          members: { requiredPermission: include.permission },
        });
      }
      return [name, include];
    }),
  );
}
