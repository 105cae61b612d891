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
   * The user's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id()
  id: string;

  /**
   * The user's name.
   * @example "Grace Hopper"
   */
  @Text(0, 201)
  name: string;

  /**
   * The user's e-mail address.
   * @example grace@example.com
   */
  @Email()
  email: string;
}

export class TeamRef {
  /**
   * The team's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id()
  id: string;

  /**
   * The team's name.
   * @example "Northern sales"
   */
  @Text(1, 100)
  name: string;
}

/** What every list of records that people own can be asked. */
export class RecordQuery extends PageQuery {
  /**
   * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /** Records of any of these owners. */
  @Optional() @IdsParameter() ownerId?: string[];
  /** Records of any of these teams. */
  @Optional() @IdsParameter() teamId?: string[];
  /**
   * Records with any of these tags.
   * @example ["vip"]
   */
  @Optional() @TextsParameter(50) tags?: string[];
  /**
   * By custom fields: `custom.<key>=value`, repeated for any of several, or with an operator, `custom.<key>[gte]=value`.
   * `GET /custom-fields` says which there are.
   * @example {}
   */
  @Optional() @CustomFilters() custom?: Record<string, unknown>;
  /** By the time of making. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /** By the time of the last change. */
  @Optional() @Nested(() => TimestampFilter) updatedAt?: TimestampFilter;
  /**
   * Deleted records instead of living ones.
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

/** A record by the id that another system has for it. */
export class ExternalId {
  /**
   * The other system.
   * @example hubspot
   */
  @Matching(/^[a-zA-Z0-9_.-]{1,100}$/) source: string;
  /**
   * The id that it has there.
   * @example 4711
   */
  @Text(1, 255) externalId: string;
}

/** Whose a record becomes. */
export class RecordAssignment {
  /**
   * The new owner, who must be allowed to read records of this kind; null takes the owner away.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /**
   * The team that gets the record when nobody owns it; null for none. Left out, a record that loses its owner stays in the owner's team.
   * @example null
   */
  @Optional() @Nullable() @Id() teamId?: string | null;
}

/** All that is left of a record that was removed for good. */
export class RecordPurge {
  /**
   * The id that the record had.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
}

export const DUPLICATE_REASONS = ['same-email', 'same-phone', 'same-domain', 'similar-name'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
