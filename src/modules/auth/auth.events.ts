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

// Everybody sees who their colleagues are; who signs in from where, and how well, is for those who watch over security.
const permission = 'security-logs:read' as const;

export const sessionCreated = defineEvent<SessionStarted>('session.created', 'sessions', 'A session began.', {
  payload: () => SessionStarted,
  permission,
});
export const sessionRevoked = defineEvent<SessionEnded>(
  'session.revoked',
  'sessions',
  'A session was ended before its time.',
  { payload: () => SessionEnded, permission },
);
export const userSignedIn = defineEvent<UserSignIn>(
  'user.signed_in',
  'users',
  'Somebody signed in with their password.',
  { payload: () => UserSignIn, permission },
);
export const userInvitationAccepted = defineEvent<UserInvitationAcceptance>(
  'user.invitation_accepted',
  'users',
  'Somebody accepted their invitation and set a password.',
  { payload: () => UserInvitationAcceptance, permission },
);
export const userPasswordChanged = defineEvent<UserPasswordChange>(
  'user.password_changed',
  'users',
  'Somebody changed their password; their other sessions ended.',
  { payload: () => UserPasswordChange, permission },
);
export const userPasswordReset = defineEvent<UserPasswordChange>(
  'user.password_reset',
  'users',
  'Somebody set a new password through a link; all their sessions ended.',
  { payload: () => UserPasswordChange, permission },
);
export const userEmailChanged = defineEvent<UserEmailChanged>(
  'user.email_changed',
  'users',
  'Somebody confirmed another e-mail address.',
  { payload: () => UserEmailChanged, permission },
);
export const userTotpEnabled = defineEvent<UserTotpChange>(
  'user.totp_enabled',
  'users',
  'Somebody set up a second factor.',
  { payload: () => UserTotpChange, permission },
);
export const userTotpDisabled = defineEvent<UserTotpChange>(
  'user.totp_disabled',
  'users',
  'A second factor was removed, by its owner or for them.',
  { payload: () => UserTotpChange, permission },
);
