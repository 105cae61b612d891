import {
  CustomFilters,
  Email,
  FlagParameter,
  Id,
  IdsParameter,
  Matching,
  Nested,
  Nullable,
  Optional,
  Text,
  TextsParameter,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { TimestampFilter } from '../query/index.js';

export class OwnerRef {
  /**
   * Id of the user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id()
  id: string;

  /**
   * Name of the user
   * @example "Grace Hopper"
   */
  @Text(0, 201)
  name: string;

  /**
   * E-mail address of the user
   * @example grace@example.com
   */
  @Email()
  email: string;
}

export class TeamRef {
  /**
   * Id of the team
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id()
  id: string;

  /**
   * Name of the team
   * @example "Northern sales"
   */
  @Text(1, 100)
  name: string;
}

export class RecordQuery extends PageQuery {
  /**
   * Id of a saved view. Its filter applies in addition; its sort order applies if `sort` is omitted.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /** Ids of owners; repeat to match any of several */
  @Optional() @IdsParameter() ownerId?: string[];
  /** Ids of teams; repeat to match any of several */
  @Optional() @IdsParameter() teamId?: string[];
  /**
   * Tags; repeat to match any of several
   * @example ["vip"]
   */
  @Optional() @TextsParameter(50) tags?: string[];
  /**
   * Custom field values by key; an operator follows the key after a dot: `custom[tier]=gold&custom[seats.gte]=10`, or
   * `{"tier": "gold", "seats.gte": 10}` in generated clients. Repeat a parameter to match any of several values. The
   * spellings `custom.tier` and `custom.seats[gte]` are equal. `GET /custom-fields` lists the fields.
   * @example {}
   */
  @Optional() @CustomFilters() custom?: Record<string, unknown>;
  /** Creation time */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /** Time of the last change */
  @Optional() @Nested(() => TimestampFilter) updatedAt?: TimestampFilter;
  /**
   * Whether to return deleted records instead of active records
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

export class ExternalId {
  /**
   * Name of the other system
   * @example hubspot
   */
  @Matching(/^[a-zA-Z0-9_.-]{1,100}$/) source: string;
  /**
   * Id of the record in the other system
   * @example 4711
   */
  @Text(1, 255) externalId: string;
}

export class RecordAssignment {
  /**
   * Id of the new owner, who needs the permission to read these records; null removes the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * Id of the team for a record without an owner; null for no team. If omitted, the record stays in the team of its
   * previous owner.
   * @example null
   */
  @Optional() @Nullable() @Id() teamId?: string | null;
}

export class RecordPurge {
  /**
   * Id of the deleted record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
}

export const DUPLICATE_REASONS = ['same-email', 'same-phone', 'same-domain', 'similar-name'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
