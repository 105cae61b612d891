import type { Change } from '../../../kernel/change.js';
import { defineEvent } from '../../../kernel/events.js';
import { RoleView } from './roles.dto.js';

export type RoleChange = Change<RoleView>;

const carried = { object: () => RoleView };

export const roleCreated = defineEvent<RoleChange>('role.created', 'roles', 'A role was created.', carried);
export const roleUpdated = defineEvent<RoleChange>(
  'role.updated',
  'roles',
  'A role was changed; the change applies at once to all users with the role.',
  { ...carried, example: { permissions: [['leads:read'], ['leads:read', 'leads:update']] } },
);
export const roleDeleted = defineEvent<RoleChange>(
  'role.deleted',
  'roles',
  'An unused role was permanently deleted.',
  carried,
);
