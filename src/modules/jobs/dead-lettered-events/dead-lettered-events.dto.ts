import {
  ChoicesParameter,
  Id,
  Integer,
  Nullable,
  Optional,
  Text,
  TextsParameter,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';

/** An event that a subscriber rejected ten times. */
export class DeadLetteredEventView {
  /**
   * Id of the event
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Event type
   * @example lead.created
   */
  @Text(1, 100) type: string;
  /**
   * Resource type of the event
   * @example leads
   */
  @Text(1, 50) resourceType: string;
  /**
   * Id of the record of the event
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() resourceId: string;
  /**
   * Number of delivery attempts
   * @example 10
   */
  @Integer(0, 32767) attempts: number;
  /**
   * Error of the last attempt
   * @example "value too long"
   */
  @Nullable() @Text(0, 10000) lastError: string | null;
  /**
   * Time of the event
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() occurredAt: string;
  /**
   * Time when the event was dead-lettered
   * @example 2026-11-21T09:40:00.000Z
   */
  @Timestamp() deadLetteredAt: string;
}

const DEAD_LETTERED_SORTS = ['deadLetteredAt', '-deadLetteredAt'] as const;

export class DeadLetteredEventQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('DeadLetteredEventSort', DEAD_LETTERED_SORTS, 1) sort?: string[];
  /**
   * Types; repeat to match any of several
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) type?: string[];
}
