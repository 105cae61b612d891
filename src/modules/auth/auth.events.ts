import { defineEvent } from '../../kernel/events.js';
import {
  SessionEnded,
  SessionStarted,
  UserEmailChanged,
  UserInvitationAcceptance,
  UserPasswordChange,
  UserSignIn,
  UserTotpChange,
} from './auth-events.dto.js';

// All users can see each other, but sign-ins and credential changes are only for readers of the security log.
const permission = 'security-logs:read' as const;

export const sessionCreated = defineEvent<SessionStarted>('session.created', 'sessions', 'A session started.', {
  payload: () => SessionStarted,
  permission,
});
export const sessionRevoked = defineEvent<SessionEnded>('session.revoked', 'sessions', 'A session was ended early.', {
  payload: () => SessionEnded,
  permission,
});
export const userSignedIn = defineEvent<UserSignIn>('user.signed_in', 'users', 'A user signed in with a password.', {
  payload: () => UserSignIn,
  permission,
});
export const userInvitationAccepted = defineEvent<UserInvitationAcceptance>(
  'user.invitation_accepted',
  'users',
  'A user accepted an invitation and set a password.',
  { payload: () => UserInvitationAcceptance, permission },
);
export const userPasswordChanged = defineEvent<UserPasswordChange>(
  'user.password_changed',
  'users',
  'A user changed the password; all other sessions of the user ended.',
  { payload: () => UserPasswordChange, permission },
);
export const userPasswordReset = defineEvent<UserPasswordChange>(
  'user.password_reset',
  'users',
  'A user reset the password with a link; all sessions of the user ended.',
  { payload: () => UserPasswordChange, permission },
);
export const userEmailChanged = defineEvent<UserEmailChanged>(
  'user.email_changed',
  'users',
  'A user confirmed a new e-mail address.',
  { payload: () => UserEmailChanged, permission },
);
export const userTotpEnabled = defineEvent<UserTotpChange>(
  'user.totp_enabled',
  'users',
  'A user set up a second factor.',
  { payload: () => UserTotpChange, permission },
);
export const userTotpDisabled = defineEvent<UserTotpChange>(
  'user.totp_disabled',
  'users',
  'A second factor was removed by the user or by an administrator.',
  { payload: () => UserTotpChange, permission },
);
