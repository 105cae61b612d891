import { Choice, ChoiceList, Id, Optional, Timestamp } from '../../../kernel/fields.js';

export const RECOVERABLE = ['failed', 'skipped'] as const;
export type Recoverable = (typeof RECOVERABLE)[number];

/** Which deliveries are sent again. */
export class WebhookRecovery {
  /**
   * Those that were made at this moment or later.
   * @example 2026-11-20T00:00:00Z
   */
  @Timestamp() since: string;
  /**
   * Those that were made before this moment; now when left out.
   * @example 2026-11-21T00:00:00Z
   */
  @Optional() @Timestamp() until?: string;
  /**
   * Those that failed, those that were skipped, or both; both when left out.
   * @example ["failed", "skipped"]
   */
  @Optional() @ChoiceList('WebhookRecoverable', RECOVERABLE) statuses?: Recoverable[];
}

/** The work that was begun; `GET /jobs/{id}` tells how far it is. */
export class WebhookRecoveryView {
  /**
   * The job.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * How it stands.
   * @example waiting
   */
  @Choice('WebhookRecoveryStatus', ['waiting']) status: 'waiting';
}
