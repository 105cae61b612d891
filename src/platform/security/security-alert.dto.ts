import { ApiProperty } from '@nestjs/swagger';
import { Choice, Id, Nullable, Text } from '../../kernel/fields.js';
import { SECURITY_EVENTS, SEVERITIES, type SecurityEvent, type Severity } from '../../kernel/security-log.js';

/** What is told of something critical. */
export class SecurityAlert {
  /**
   * What happened.
   * @example token_reuse
   */
  @Choice('SecurityEvent', SECURITY_EVENTS) event: SecurityEvent;
  /**
   * How grave it is.
   * @example critical
   */
  @Choice('Severity', SEVERITIES) severity: Severity;
  /**
   * What happened, in a sentence.
   * @example "A refresh token was used a second time."
   */
  @ApiProperty()
  description: string;
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
   * The address that it came from.
   * @example 203.0.113.7
   */
  @Nullable() @Text(1, 45) ipAddress: string | null;
  /**
   * What was done about it by itself.
   * @example null
   */
  @Nullable() @Text(1, 255) actionTaken: string | null;
}
