/** Events of the security log. */
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
  'destination_changed',
] as const;
export type SecurityEvent = (typeof SECURITY_EVENTS)[number];

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface SecurityEntry {
  readonly event: SecurityEvent;
  /** Default: `info`. `critical` also notifies the notification channels. */
  readonly severity?: Severity;
  /** The user of the event. Default: the caller. */
  readonly userId?: string | null;
  readonly email?: string | null;
  /** One sentence for people. */
  readonly description: string;
  /** Never contains a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The automatic reaction, for example the revocation of all tokens of a sign-in. */
  readonly actionTaken?: string;
}

/** Records security events of every layer. */
export abstract class SecurityLog {
  /** Writes the entry in the transaction of the unit of work. Without a unit of work, writes the entry immediately. */
  abstract record(entry: SecurityEntry): Promise<void>;

  /**
   * Writes the entry immediately and independently of the current transaction, so that rejected actions are recorded
   * too.
   */
  abstract recordApart(entry: SecurityEntry): Promise<void>;
}
