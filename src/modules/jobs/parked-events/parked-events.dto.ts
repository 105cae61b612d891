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

/** An event that was put aside because a listener failed on it again and again; the others went on. */
export class ParkedEventView {
  /**
   * The event.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What happened.
   * @example lead.created
   */
  @Text(1, 100) type: string;
  /**
   * To what it happened.
   * @example leads
   */
  @Text(1, 50) resourceType: string;
  /**
   * The record it happened to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() resourceId: string;
  /**
   * How often its delivery was tried.
   * @example 10
   */
  @Integer(0, 32767) attempts: number;
  /**
   * Why the last try failed.
   * @example "value too long"
   */
  @Nullable() @Text(0, 10000) lastError: string | null;
  /**
   * When it happened.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() occurredAt: string;
  /**
   * When it was put aside.
   * @example 2026-11-21T09:40:00.000Z
   */
  @Timestamp() parkedAt: string;
}

const PARKED_SORTS = ['parkedAt', '-parkedAt'] as const;

export class ParkedEventQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('ParkedEventSort', PARKED_SORTS, 1) sort?: string[];
  /**
   * Any of these types.
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) type?: string[];
}
