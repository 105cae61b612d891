import type { Change } from '../../../kernel/change.js';
import { defineEvent } from '../../../kernel/events.js';
import { UserView } from './people.dto.js';

export type UserChange = Change<UserView>;

const carried = { object: () => UserView };
const AT = '2026-11-21T10:00:00.000Z';

export const userInvited = defineEvent<UserChange>(
  'user.invited',
  'users',
  'Somebody was invited, or invited again.',
  carried,
);
export const userUpdated = defineEvent<UserChange>(
  'user.updated',
  'users',
  'A user was changed: what is known of them, their address, team or manager.',
  { ...carried, example: { title: [null, 'Account executive'] } },
);
export const userRolesChanged = defineEvent<UserChange>('user.roles_changed', 'users', 'A user got other roles.', {
  ...carried,
  example: { roles: [[], [{ id: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d', name: 'sales' }]] },
});
export const userDeactivated = defineEvent<UserChange>(
  'user.deactivated',
  'users',
  'A user was deactivated; their sessions, tokens and API keys ended for good.',
  { ...carried, example: { status: ['active', 'inactive'] } },
);
export const userReactivated = defineEvent<UserChange>(
  'user.reactivated',
  'users',
  'A deactivated user may come in again.',
  { ...carried, example: { status: ['inactive', 'active'] } },
);
export const userDeleted = defineEvent<UserChange>(
  'user.deleted',
  'users',
  'A user was deleted; they can be restored.',
  { ...carried, example: { deletedAt: [null, AT] } },
);
export const userRestored = defineEvent<UserChange>('user.restored', 'users', 'A deleted user was restored.', {
  ...carried,
  example: { deletedAt: [AT, null] },
});
