import { ApiProperty } from '@nestjs/swagger';
import { RECORD_ACCESS, type RecordAccess } from '../../kernel/actor.js';
import { Choice, Email, Matching, Optional, ExactText, Text } from '../../kernel/fields.js';

export const CREDENTIAL_KINDS = ['session', 'api-key', 'token'] as const;

export class LoginRequest {
  /**
   * E-mail address of the account
   * @example admin@kontor.local
   */
  @Email()
  email: string;

  /**
   * Current password
   * @example "three blue teapots sing"
   */
  @ExactText(1, 128)
  password: string;

  /**
   * Six-digit authenticator code, if the account has a second factor
   * @example 492039
   */
  @Optional()
  @Matching(/^\d{6}$/)
  code?: string;

  /**
   * Recovery code, instead of an authenticator code; each code works once
   * @example Zk3v-9QpL-x71B-mN0c
   */
  @Optional()
  @Text(16, 40)
  recoveryCode?: string;
}

export class StepUp {
  /**
   * Current password
   * @example "three blue teapots sing"
   */
  @ExactText(1, 128)
  password: string;

  /**
   * Six-digit authenticator code, if the account has a second factor
   * @example 492039
   */
  @Optional()
  @Matching(/^\d{6}$/)
  code?: string;

  /**
   * Recovery code, instead of an authenticator code; each code works once
   * @example Zk3v-9QpL-x71B-mN0c
   */
  @Optional()
  @Text(16, 40)
  recoveryCode?: string;
}

export class StepUpView {
  /**
   * Time until which no further confirmation is needed
   * @example 2026-11-21T09:40:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  freshUntil: string;
}

export class PasswordChange {
  /**
   * Current password
   * @example "three blue teapots sing"
   */
  @ExactText(1, 128)
  currentPassword: string;

  /**
   * New password: 15 to 128 characters (8 with a second factor), not a common password, without your name, e-mail
   * address or company
   * @example "nine quiet rivers turn north"
   */
  @ExactText(8, 128)
  newPassword: string;

  /**
   * Six-digit authenticator code; needed if the account has a second factor that was not checked in the last ten
   * minutes
   * @example 492039
   */
  @Optional()
  @Matching(/^\d{6}$/)
  code?: string;

  /**
   * Recovery code, instead of an authenticator code; each code works once
   * @example Zk3v-9QpL-x71B-mN0c
   */
  @Optional()
  @Text(16, 40)
  recoveryCode?: string;
}

/** The caller and the permissions of the caller. */
export class MeView {
  /**
   * Id of the user; for an API key, its creator
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @ApiProperty({ format: 'uuid' })
  id: string;

  /**
   * E-mail address of the user
   * @example admin@kontor.local
   */
  email: string;

  /**
   * Name of the user
   * @example "Ada Admin"
   */
  name: string;

  /**
   * Id of the user's team
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  teamId: string | null;

  /**
   * Access scope: own, team or all records
   * @example all
   */
  @Choice('RecordAccess', RECORD_ACCESS)
  recordAccess: RecordAccess;

  /**
   * Permissions of the user; for an API key, limited to its scopes
   * @example ["leads:read", "leads:update"]
   */
  permissions: string[];

  /**
   * Type of credential
   * @example session
   */
  @Choice('CredentialKind', CREDENTIAL_KINDS)
  credential: (typeof CREDENTIAL_KINDS)[number];

  /**
   * Id of the session; null for other credentials
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  sessionId: string | null;

  /**
   * Id of the API key; null for other credentials
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  apiKeyId: string | null;

  /**
   * Whether the user must set up a second factor before any other request
   * @example false
   */
  mustSetUpTotp: boolean;
}

/** A new session. The cookie is in the headers of the response. */
export class SignInView {
  /**
   * Id of the session
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  sessionId: string;

  /**
   * Latest expiry time; the session also expires after twelve hours without a request
   * @example 2026-11-28T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  /** The user who signed in */
  @ApiProperty({ type: MeView })
  user: MeView;
}

export class SessionView {
  /**
   * Id of the session
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  id: string;

  /**
   * Whether this is the session of the request
   * @example true
   */
  isCurrent: boolean;

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

  /**
   * IP address at sign-in
   * @example 203.0.113.7
   */
  @ApiProperty({ type: 'string', nullable: true })
  ipAddress: string | null;

  /**
   * Time of the last use, precise to five minutes
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  lastActivityAt: string;

  /**
   * Start time
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /**
   * Expiry time
   * @example 2026-11-28T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
