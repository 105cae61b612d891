/** What concerns security and is kept in the security log. */
export const SECURITY_EVENTS = [
  'login_success',
  'login_failed',
  'logout',
  'password_changed',
  'password_reset',
  'account_locked',
  'suspicious_activity',
  'permission_denied',
  'token_reuse',
  'api_key_created',
  'api_key_revoked',
  'email_changed',
  'totp_enabled',
  'totp_disabled',
  'recovery_code_used',
  'user_invited',
  'user_deactivated',
  'user_reactivated',
  'role_changed',
] as const;
export type SecurityEvent = (typeof SECURITY_EVENTS)[number];

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface SecurityEntry {
  readonly event: SecurityEvent;
  /** `info` where it is left out; `critical` tells the notification channels too. */
  readonly severity?: Severity;
  /** Whom it concerns; the one who asks where it is left out. */
  readonly userId?: string | null;
  readonly email?: string | null;
  /** One sentence for people. */
  readonly description: string;
  /** Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** What was done about it by itself, for example that a family of tokens was revoked. */
  readonly actionTaken?: string;
}

/** The port through which every floor says what concerns security. */
export abstract class SecurityLog {
  /** In a unit of work the entry stands or falls with it; outside of one it is written at once. */
  abstract record(entry: SecurityEntry): Promise<void>;

  /** Written at once and for good, whatever becomes of the transaction at hand: what was refused is on record too. */
  abstract recordApart(entry: SecurityEntry): Promise<void>;
}
