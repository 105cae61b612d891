import { Choice, Flag, Id, Nested, Nullable, Text, Texts } from '../../kernel/fields.js';
import { DISABLED_REASONS, type DisabledReason } from './webhook.entity.js';

/** What events tell of an endpoint. Its address is not among it: that may hold a token, and other endpoints read this. */
export class WebhookFacts {
  /**
   * The webhook.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What your team calls it.
   * @example "Data warehouse"
   */
  @Text(1, 255) name: string;
  /**
   * What it is told.
   * @example ["lead.created"]
   */
  @Texts(1, 100) events: string[];
  /**
   * Whether it is told anything.
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Why it is not.
   * @example null
   */
  @Nullable() @Choice('WebhookDisabledReason', DISABLED_REASONS) disabledReason: DisabledReason | null;
}

/** What went wrong with an endpoint. */
export class WebhookTrouble {
  /** The webhook as it is now. */
  @Nested(() => WebhookFacts) object: WebhookFacts;
  /**
   * What went wrong: `manual`, `failing` or `gone` when it was disabled, else how its last attempt ended.
   * @example failing
   */
  @Text(1, 100) reason: string;
}
