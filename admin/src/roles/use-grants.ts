import type { RoleView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';

export const SCOPES = ['own', 'team', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** What the person may grant: only permissions and access scopes that the person has. */
export function useGrants() {
  const translate = useTranslate();
  const { access } = useAccess();
  const held = new Set(access?.permissions.filter(({ effective }) => effective).map(({ permission }) => permission));
  const canGrant = (permission: string): boolean => held.has(permission);
  const canGrantScope = (scope: Scope): boolean =>
    SCOPES.indexOf(scope) <= SCOPES.indexOf(access?.recordAccess ?? 'own');
  /** Returns why the person cannot give or take the role; undefined if the person can. */
  const reasonAgainst = ({ permissions, recordAccess }: RoleView): string | undefined => {
    const missing = permissions.filter((one) => !held.has(one));
    if (missing.length > 0)
      return translate('roles.beyond', { smart_count: missing.length, list: missing.slice(0, 3).join(', ') });
    if (!canGrantScope(recordAccess)) return translate('roles.beyond_scope');
    return undefined;
  };
  return { canGrant, canGrantScope, reasonAgainst };
}
