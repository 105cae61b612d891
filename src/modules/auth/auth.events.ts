import { defineEvent } from '../../kernel/events.js';
import { SessionEnded, SessionStarted, UserPasswordChange, UserSignIn } from './auth-events.dto.js';

// Who signs in from where is for those who may see users.
const permission = 'users:read' as const;

export const sessionCreated = defineEvent<SessionStarted>('session.created', 'sessions', 'A session began.', { payload: () => SessionStarted, permission });
export const sessionRevoked = defineEvent<SessionEnded>('session.revoked', 'sessions', 'A session was ended before its time.', { payload: () => SessionEnded, permission });
export const userSignedIn = defineEvent<UserSignIn>('user.signed_in', 'users', 'Somebody signed in with their password.', { payload: () => UserSignIn });
export const userPasswordChanged = defineEvent<UserPasswordChange>('user.password_changed', 'users', 'Somebody changed their password; their other sessions ended.', { payload: () => UserPasswordChange });
