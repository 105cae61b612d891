import { defineEvent } from '../../kernel/events.js';

export interface SessionCreated {
  readonly userId: string;
  readonly ipAddress: string | null;
  readonly deviceType: string;
  readonly browser: string;
  readonly os: string;
}

export const SESSION_ENDS = ['signed-out', 'revoked', 'password-changed', 'signed-in-again'] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

export const sessionCreated = defineEvent<SessionCreated>('session.created', 'sessions', 'A session began.');
export const sessionRevoked = defineEvent<{ readonly userId: string; readonly reason: SessionEnd }>('session.revoked', 'sessions', 'A session was ended before its time.');
export const userSignedIn = defineEvent<{ readonly sessionId: string; readonly ipAddress: string | null }>('user.signed_in', 'users', 'Somebody signed in with their password.');
export const userPasswordChanged = defineEvent<{ readonly revokedSessions: number }>('user.password_changed', 'users', 'Somebody changed their password; their other sessions ended.');
