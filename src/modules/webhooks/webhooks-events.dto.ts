import { Choice, Flag, Id, Nested, Nullable, Text, Texts } from '../../kernel/fields.js';
import { WEBHOOK_DISABLED_REASONS, type WebhookDisabledReasonName } from './webhook.entity.js';

/** A webhook in an event. The address is left out, because it may contain a token. */
export class WebhookFacts {
  /**
   * Id of the webhook
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Internal name of the webhook
   * @example "Data warehouse"
   */
  @Text(1, 255) name: string;
  /**
   * Event types that are sent
   * @example ["lead.created"]
   */
  @Texts(1, 100) events: string[];
  /**
   * Whether events are sent
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Reason why the webhook is disabled
   * @example null
   */
  @Nullable()
  @Choice('WebhookDisabledReason', WEBHOOK_DISABLED_REASONS)
  disabledReason: WebhookDisabledReasonName | null;
}

export class WebhookTrouble {
  /** The webhook after the change */
  @Nested(() => WebhookFacts) object: WebhookFacts;
  /**
   * Reason: `manual`, `failing` or `gone` for a disabled webhook, otherwise the error code of the last attempt
   * @example failing
   */
  @Text(1, 100) reason: string;
}
