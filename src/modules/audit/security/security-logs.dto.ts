import {
  Choice,
  ChoicesParameter,
  FreeObject,
  Id,
  IdsParameter,
  Nested,
  Nullable,
  Optional,
  Text,
  TextsParameter,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { SECURITY_EVENTS, SEVERITIES, type SecurityEvent, type Severity } from '../../../kernel/logs/security-log.js';
import { TimestampFilter } from '../../../platform/query/index.js';

export class SecurityLogView {
  /**
   * Id of the entry
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Security event type
   * @example login_failed
   */
  @Choice('SecurityEvent', SECURITY_EVENTS) event: SecurityEvent;
  /**
   * Severity; critical events cause a notification
   * @example warning
   */
  @Choice('Severity', SEVERITIES) severity: Severity;
  /**
   * Id of the affected user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() userId: string | null;
  /**
   * E-mail address of the user at that time, or the address that was entered
   * @example ada@example.com
   */
  @Nullable() @Text(1, 255) userEmail: string | null;
  /**
   * Description of the event
   * @example "A wrong password was given."
   */
  @Text(1, 10_000) description: string;
  /**
   * Additional details
   * @example {"permission": "leads:purge"}
   */
  @FreeObject() details: Record<string, unknown>;
  /**
   * IP address of the request
   * @example 203.0.113.7
   */
  @Nullable() @Text(1, 45) ipAddress: string | null;
  /**
   * User agent of the request
   * @example Mozilla/5.0
   */
  @Nullable() @Text(1, 500) userAgent: string | null;
  /**
   * Automatic reaction of the system
   * @example null
   */
  @Nullable() @Text(1, 255) actionTaken: string | null;
  /**
   * Id of the request
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Text(1, 100) requestId: string | null;
  /**
   * Time of the event
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
}

const SORTS = ['createdAt', '-createdAt'] as const;

export class OwnSecurityLogQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('SecurityLogSort', SORTS, 1) sort?: string[];
  /** Security event types; repeat to match any of several */
  @Optional() @ChoicesParameter('SecurityEvent', SECURITY_EVENTS) event?: SecurityEvent[];
  /** Severities; repeat to match any of several */
  @Optional() @ChoicesParameter('Severity', SEVERITIES) severity?: Severity[];
  /** Time of the event */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}

export class SecurityLogQuery extends OwnSecurityLogQuery {
  /** Ids of users; repeat to match any of several */
  @Optional() @IdsParameter() userId?: string[];
  /**
   * E-mail addresses of accounts, or addresses that were entered; repeat to match any of several
   * @example ["ada@example.com"]
   */
  @Optional() @TextsParameter(255) userEmail?: string[];
  /**
   * IP addresses; repeat to match any of several
   * @example ["203.0.113.7"]
   */
  @Optional() @TextsParameter(45) ipAddress?: string[];
}
