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

export class SessionStarted {
  /**
   * Id of the user who signed in
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @ApiProperty({ format: 'uuid' })
  userId: string;

  /**
   * IP address at sign-in
   * @example 203.0.113.7
   */
  @ApiProperty({ type: 'string', nullable: true })
  ipAddress: string | null;

  /**
   * Device type: desktop, mobile, tablet, program or unknown
   * @example desktop
   */
  deviceType: string;

  /**
   * Browser, from the user agent
   * @example Firefox
   */
  browser: string;

  /**
   * Operating system, from the user agent
   * @example Linux
   */
  os: string;
}

export class SessionEnded {
  /**
   * Id of the user of the session
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @ApiProperty({ format: 'uuid' })
  userId: string;

  /**
   * Reason for the end of the session
   * @example revoked
   */
  @Choice('SessionEnd', SESSION_ENDS)
  reason: SessionEnd;
}

export class UserSignIn {
  /**
   * Id of the new session
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  sessionId: string;

  /**
   * IP address at sign-in
   * @example 203.0.113.7
   */
  @ApiProperty({ type: 'string', nullable: true })
  ipAddress: string | null;
}

export class UserPasswordChange {
  /**
   * Number of other sessions of the user that were ended
   * @example 2
   */
  @ApiProperty({ type: 'integer', format: 'int32', minimum: 0 })
  revokedSessions: number;
}

export class UserInvitationAcceptance {
  /**
   * E-mail address that the invitation was sent to
   * @example ada@example.com
   */
  email: string;
}

export class UserEmailChanged {
  /**
   * New e-mail address
   * @example ada@example.com
   */
  email: string;

  /**
   * Previous e-mail address
   * @example ada.lovelace@example.com
   */
  previousEmail: string;
}

export class UserTotpChange {
  /**
   * Whether an administrator made the change for the user
   * @example false
   */
  byAdmin: boolean;
}
