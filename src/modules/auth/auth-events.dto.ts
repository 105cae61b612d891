import { ApiProperty } from '@nestjs/swagger';
import { Choice } from '../../kernel/fields.js';

export const SESSION_ENDS = [
  'signed-out',
  'revoked',
  'password-changed',
  'password-reset',
  'signed-in-again',
  'token-reuse',
] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** What an event tells of a session that began. */
export class SessionStarted {
  /**
   * The id of the user who signed in.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @ApiProperty({ format: 'uuid' })
  userId: string;

  /**
   * The address that it began from.
   * @example 203.0.113.7
   */
  @ApiProperty({ type: 'string', nullable: true })
  ipAddress: string | null;

  /**
   * What it runs on: desktop, mobile, tablet, program or unknown.
   * @example desktop
   */
  deviceType: string;

  /**
   * The browser, as it names itself.
   * @example Firefox
   */
  browser: string;

  /**
   * The operating system, as the browser names it.
   * @example Linux
   */
  os: string;
}

/** What an event tells of a session that was ended before its time. */
export class SessionEnded {
  /**
   * The id of the user whose session it was.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @ApiProperty({ format: 'uuid' })
  userId: string;

  /**
   * Why it was ended.
   * @example revoked
   */
  @Choice('SessionEnd', SESSION_ENDS)
  reason: SessionEnd;
}

/** What an event tells of somebody who signed in. */
export class UserSignIn {
  /**
   * The id of the session that began.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  sessionId: string;

  /**
   * The address that they signed in from.
   * @example 203.0.113.7
   */
  @ApiProperty({ type: 'string', nullable: true })
  ipAddress: string | null;
}

/** What an event tells of a password that was changed. */
export class UserPasswordChange {
  /**
   * How many other sessions of the user ended by it.
   * @example 2
   */
  @ApiProperty({ type: 'integer', format: 'int32', minimum: 0 })
  revokedSessions: number;
}

/** What an event tells of an invitation that was accepted. */
export class UserInvitationAcceptance {
  /**
   * The address that the invitation was sent to.
   * @example ada@example.com
   */
  email: string;
}

/** What an event tells of another e-mail address. */
export class UserEmailChanged {
  /**
   * The address that holds from now on.
   * @example ada@example.com
   */
  email: string;

  /**
   * The address that held before.
   * @example ada.lovelace@example.com
   */
  previousEmail: string;
}

/** What an event tells of a second factor that came or went. */
export class UserTotpChange {
  /**
   * Whether somebody else did it, who may change users.
   * @example false
   */
  byAdmin: boolean;
}
