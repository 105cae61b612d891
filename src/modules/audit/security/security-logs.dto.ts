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
import { SECURITY_EVENTS, SEVERITIES, type SecurityEvent, type Severity } from '../../../kernel/security-log.js';
import { TimestampFilter } from '../../../platform/query/index.js';

/** Something that concerns security. */
export class SecurityLogView {
  /**
   * Its id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What happened.
   * @example login_failed
   */
  @Choice('SecurityEvent', SECURITY_EVENTS) event: SecurityEvent;
  /**
   * How grave it is; of what is critical somebody is told.
   * @example warning
   */
  @Choice('Severity', SEVERITIES) severity: Severity;
  /**
   * The user whom it concerns.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() userId: string | null;
  /**
   * The e-mail address that the user had then, or that was tried.
   * @example ada@example.com
   */
  @Nullable() @Text(1, 255) userEmail: string | null;
  /**
   * What happened, in a sentence.
   * @example "A wrong password was given."
   */
  @Text(1, 10_000) description: string;
  /**
   * What else is known.
   * @example {"permission": "leads:purge"}
   */
  @FreeObject() details: Record<string, unknown>;
  /**
   * The address that it came from.
   * @example 203.0.113.7
   */
  @Nullable() @Text(1, 45) ipAddress: string | null;
  /**
   * The program that it came from.
   * @example Mozilla/5.0
   */
  @Nullable() @Text(1, 500) userAgent: string | null;
  /**
   * What was done about it by itself.
   * @example null
   */
  @Nullable() @Text(1, 255) actionTaken: string | null;
  /**
   * The id of the request.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Text(1, 100) requestId: string | null;
  /**
   * When it happened.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
}

const SORTS = ['createdAt', '-createdAt'] as const;

/** One's own. */
export class OwnSecurityLogQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('SecurityLogSort', SORTS, 1) sort?: string[];
  /** Any of these. */
  @Optional() @ChoicesParameter('SecurityEvent', SECURITY_EVENTS) event?: SecurityEvent[];
  /** Any of these. */
  @Optional() @ChoicesParameter('Severity', SEVERITIES) severity?: Severity[];
  /** By the time. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
}

export class SecurityLogQuery extends OwnSecurityLogQuery {
  /** Of any of these users. */
  @Optional() @IdsParameter() userId?: string[];
  /**
   * Of any of these e-mail addresses, known or tried.
   * @example ["ada@example.com"]
   */
  @Optional() @TextsParameter(255) userEmail?: string[];
  /**
   * From any of these addresses.
   * @example ["203.0.113.7"]
   */
  @Optional() @TextsParameter(45) ipAddress?: string[];
}
