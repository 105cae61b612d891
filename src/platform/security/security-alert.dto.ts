import { ApiProperty } from '@nestjs/swagger';
import { Choice, Id, Nullable, Text } from '../../kernel/fields.js';
import { SECURITY_EVENTS, SEVERITIES, type SecurityEvent, type Severity } from '../../kernel/logs/security-log.js';

export class SecurityAlert {
  /**
   * Security event type
   * @example token_reuse
   */
  @Choice('SecurityEvent', SECURITY_EVENTS) event: SecurityEvent;
  /**
   * Severity
   * @example critical
   */
  @Choice('Severity', SEVERITIES) severity: Severity;
  /**
   * Description of the event
   * @example "A refresh token was used a second time."
   */
  @ApiProperty()
  description: string;
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
   * IP address of the request
   * @example 203.0.113.7
   */
  @Nullable() @Text(1, 45) ipAddress: string | null;
  /**
   * Automatic reaction of the system
   * @example null
   */
  @Nullable() @Text(1, 255) actionTaken: string | null;
}
