import { RECORD_ACCESS, type RecordAccess } from '../../kernel/actor.js';
import type { AccessFacts } from '../users/index.js';
import type { AccessRole, AccessUser } from './access.dto.js';

/** The widest reach that any role gives; nobody sees less than their own. */
export const widest = ({ roles }: AccessFacts): RecordAccess =>
  RECORD_ACCESS.toReversed().find((reach) => roles.some(({ recordAccess }) => recordAccess === reach)) ?? 'own';

export const rolesOf = ({ roles }: AccessFacts): AccessRole[] =>
  roles.map(({ id, name, recordAccess }) => ({ id, name, recordAccess }));
export const userOf = ({ userId, name, email }: AccessFacts): AccessUser => ({ id: userId, name, email });

export const givenBy = ({ roles }: AccessFacts, permission: string): string[] =>
  roles.filter(({ permissions }) => (permissions as string[]).includes(permission)).map(({ name }) => name);
