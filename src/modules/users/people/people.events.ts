import type { Change } from '../../../kernel/change.js';
import { defineEvent } from '../../../kernel/events.js';
import { UserView } from './people.dto.js';

export type UserChange = Change<UserView>;

const carried = { object: () => UserView };
const AT = '2026-11-21T10:00:00.000Z';

export const userInvited = defineEvent<UserChange>(
  'user.invited',
  'users',
  'A user was invited, for the first time or again.',
  carried,
);
export const userUpdated = defineEvent<UserChange>(
  'user.updated',
  'users',
  'The profile, e-mail address, team or manager of a user was changed.',
  { ...carried, example: { title: [null, 'Account executive'] } },
);
export const userRolesChanged = defineEvent<UserChange>(
  'user.roles_changed',
  'users',
  'The roles of a user were changed.',
  { ...carried, example: { roles: [[], [{ id: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d', name: 'sales' }]] } },
);
export const userDeactivated = defineEvent<UserChange>(
  'user.deactivated',
  'users',
  'A user was deactivated; all sessions, tokens and API keys of the user ended permanently.',
  { ...carried, example: { status: ['active', 'inactive'] } },
);
export const userReactivated = defineEvent<UserChange>(
  'user.reactivated',
  'users',
  'A deactivated user was reactivated.',
  { ...carried, example: { status: ['inactive', 'active'] } },
);
export const userDeleted = defineEvent<UserChange>(
  'user.deleted',
  'users',
  'A user was deleted; the user can be restored.',
  { ...carried, example: { deletedAt: [null, AT] } },
);
export const userRestored = defineEvent<UserChange>('user.restored', 'users', 'A deleted user was restored.', {
  ...carried,
  example: { deletedAt: [AT, null] },
});
