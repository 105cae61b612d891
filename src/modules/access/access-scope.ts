import { RECORD_ACCESS, type RecordAccess } from '../../kernel/actor.js';
import type { AccessFacts } from '../users/index.js';
import type { AccessRole, AccessUser } from './access.dto.js';

/** Returns the widest access scope of the roles, at least `own`. */
export const widest = ({ roles }: AccessFacts): RecordAccess =>
  RECORD_ACCESS.toReversed().find((accessScope) => roles.some(({ recordAccess }) => recordAccess === accessScope)) ??
  'own';

export const rolesWithAccess = ({ roles }: AccessFacts): AccessRole[] =>
  roles.map(({ id, name, recordAccess }) => ({ id, name, recordAccess }));
export const userOf = ({ userId, name, email }: AccessFacts): AccessUser => ({ id: userId, name, email });

export const grantedBy = ({ roles }: AccessFacts, permission: string): string[] =>
  roles.filter(({ permissions }) => (permissions as string[]).includes(permission)).map(({ name }) => name);
