import { ChoiceList, Optional, Timestamp } from '../../../kernel/fields.js';

export const RECOVERABLE = ['failed', 'skipped'] as const;
export type Recoverable = (typeof RECOVERABLE)[number];

export class WebhookRecovery {
  /**
   * Start of the period; deliveries created at or after this time
   * @example 2026-11-20T00:00:00Z
   */
  @Timestamp() since: string;
  /**
   * End of the period; deliveries created before this time; default: now
   * @example 2026-11-21T00:00:00Z
   */
  @Optional() @Timestamp() until?: string;
  /**
   * Delivery statuses to resend: failed, skipped, or both; default: both
   * @example ["failed", "skipped"]
   */
  @Optional() @ChoiceList('WebhookRecoverable', RECOVERABLE) statuses?: Recoverable[];
}
