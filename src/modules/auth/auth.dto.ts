import { ApiProperty } from '@nestjs/swagger';
import { RECORD_ACCESS, type RecordAccess } from '../../kernel/actor.js';
import { Choice, Email, Matching, Optional, Text } from '../../kernel/fields.js';

export const CREDENTIAL_KINDS = ['session', 'api-key', 'token'] as const;

export class LoginRequest {
  /**
   * The e-mail address of the account.
   * @example admin@kontor.local
   */
  @Email()
  email: string;

  /**
   * The password, exactly as it was set.
   * @example "three blue teapots sing"
   */
  @Text(1, 128)
  password: string;

  /**
   * Six digits of the authenticator, where the account asks for them.
   * @example 492039
   */
  @Optional()
  @Matching(/^\d{6}$/)
  code?: string;

  /**
   * A recovery code instead, where the authenticator is gone; good for one use.
   * @example Zk3v-9QpL-x71B-mN0c
   */
  @Optional()
  @Text(16, 40)
  recoveryCode?: string;
}

/** The password again, before something dangerous. */
export class StepUp {
  /**
   * The password, exactly as it was set.
   * @example "three blue teapots sing"
   */
  @Text(1, 128)
  password: string;

  /**
   * Six digits of the authenticator, where the account asks for them.
   * @example 492039
   */
  @Optional()
  @Matching(/^\d{6}$/)
  code?: string;

  /**
   * A recovery code instead, where the authenticator is gone; good for one use.
   * @example Zk3v-9QpL-x71B-mN0c
   */
  @Optional()
  @Text(16, 40)
  recoveryCode?: string;
}

export class StepUpView {
  /**
   * Until when the proof counts as fresh.
   * @example 2026-11-21T09:40:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  freshUntil: string;
}

export class PasswordChange {
  /**
   * The password that holds until now.
   * @example "three blue teapots sing"
   */
  @Text(1, 128)
  currentPassword: string;

  /**
   * The new password: 15 to 128 characters (8 are enough beside a second factor), not a common one, without your name, e-mail address or company.
   * @example "nine quiet rivers turn north"
   */
  @Text(8, 128)
  newPassword: string;
}

/** Who is asking, and what they may. */
export class MeView {
  /**
   * The id of the user; for an API key, of the one who made it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @ApiProperty({ format: 'uuid' })
  id: string;

  /**
   * The user's e-mail address.
   * @example admin@kontor.local
   */
  email: string;

  /**
   * The user's name.
   * @example "Ada Admin"
   */
  name: string;

  /**
   * The id of the user's team.
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  teamId: string | null;

  /**
   * Whose records they see: their own, their team's, or all.
   * @example all
   */
  @Choice('RecordAccess', RECORD_ACCESS)
  recordAccess: RecordAccess;

  /**
   * What they may; for an API key already narrowed to its scopes.
   * @example ["leads:read", "leads:update"]
   */
  permissions: string[];

  /**
   * What they came with.
   * @example session
   */
  @Choice('CredentialKind', CREDENTIAL_KINDS)
  credential: (typeof CREDENTIAL_KINDS)[number];

  /**
   * The id of the session, if they came with one.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  sessionId: string | null;

  /**
   * The id of the API key, if they came with one.
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  apiKeyId: string | null;

  /**
   * Whether they must set up a second factor before anything else is open to them.
   * @example false
   */
  mustSetUpTotp: boolean;
}

/** A session that has begun; its cookie is in the answer's headers. */
export class SignInView {
  /**
   * The id of the session.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  sessionId: string;

  /**
   * When it ends in any case; twelve hours without a request end it before.
   * @example 2026-11-28T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  /** Who has signed in. */
  @ApiProperty({ type: MeView })
  user: MeView;
}

export class SessionView {
  /**
   * Its id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  id: string;

  /**
   * Whether it is the one that asks.
   * @example true
   */
  isCurrent: boolean;

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

  /**
   * The address that it began from.
   * @example 203.0.113.7
   */
  @ApiProperty({ type: 'string', nullable: true })
  ipAddress: string | null;

  /**
   * When it was last used, to five minutes.
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  lastActivityAt: string;

  /**
   * When it began.
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /**
   * When it ends in any case.
   * @example 2026-11-28T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}
