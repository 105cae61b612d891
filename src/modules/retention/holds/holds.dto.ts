import {
  Choice,
  ChoicesParameter,
  Email,
  FlagParameter,
  Id,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { RECORD_RESOURCES, type RecordResource } from '../../../platform/records/index.js';

export type HeldResource = RecordResource | 'lead-form-submissions';
export const HELD_RESOURCES: readonly HeldResource[] = [...RECORD_RESOURCES, 'lead-form-submissions'];

export class LegalHoldView {
  /**
   * Id of the legal hold
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Record type of the held record; null if the hold protects a person
   * @example leads
   */
  @Nullable() @Choice('HeldResource', HELD_RESOURCES) resourceType: HeldResource | null;
  /**
   * Id of the held record; null if the hold protects a person
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() recordId: string | null;
  /**
   * E-mail address of the person whose present and future records are held; null for a single record
   * @example null
   */
  @Nullable() @Email() email: string | null;
  /**
   * Reason
   * @example "Litigation 4711, requested by the legal department"
   */
  @Text(1, 1000) reason: string;
  /**
   * Id of the user who placed the hold
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() placedById: string | null;
  /**
   * Time when the hold was placed
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() placedAt: string;
  /**
   * Id of the user who released the hold
   * @example null
   */
  @Nullable() @Id() releasedById: string | null;
  /**
   * Time of release; null while the hold is active
   * @example null
   */
  @Nullable() @Timestamp() releasedAt: string | null;
}

/** Either a record or a person. */
export class LegalHoldCreate {
  /**
   * Record type of the record to hold
   * @example leads
   */
  @Optional() @Choice('HeldResource', HELD_RESOURCES) resourceType?: HeldResource;
  /**
   * Id of the record to hold, together with its linked data
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() recordId?: string;
  /**
   * E-mail address of the person whose records are held; use this instead of `recordId`
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
  /**
   * Reason
   * @example "Litigation 4711, requested by the legal department"
   */
  @Text(1, 1000) reason: string;
}

const HOLD_SORTS = ['placedAt', '-placedAt'] as const;

export class LegalHoldQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('LegalHoldSort', HOLD_SORTS, 1) sort?: string[];
  /**
   * True for released holds only; default: only active holds
   * @example false
   */
  @Optional() @FlagParameter() released?: boolean;
  /** Record types; repeat to match any of several */
  @Optional() @ChoicesParameter('HeldResource', HELD_RESOURCES) resourceType?: HeldResource[];
  /**
   * Id of the held record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() recordId?: string;
  /**
   * E-mail address of the protected person
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
}
