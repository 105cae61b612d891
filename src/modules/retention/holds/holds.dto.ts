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

export const HELD_RESOURCES = [
  'leads',
  'companies',
  'contacts',
  'deals',
  'activities',
  'lead-form-submissions',
] as const;
export type HeldResource = (typeof HELD_RESOURCES)[number];

/** A legal hold: on one record and what is on it, or on everything of a person. */
export class LegalHoldView {
  /**
   * The hold.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What kind of record is held; null where it is a person.
   * @example leads
   */
  @Nullable() @Choice('HeldResource', HELD_RESOURCES) resourceType: HeldResource | null;
  /**
   * The record that is held; null where it is a person.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() recordId: string | null;
  /**
   * The person whose records are held, also those that are yet to come; null where it is one record.
   * @example null
   */
  @Nullable() @Email() email: string | null;
  /**
   * Why.
   * @example "Litigation 4711, asked for by counsel"
   */
  @Text(1, 1000) reason: string;
  /**
   * Who placed it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() placedById: string | null;
  /**
   * When it was placed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() placedAt: string;
  /**
   * Who released it.
   * @example null
   */
  @Nullable() @Id() releasedById: string | null;
  /**
   * When it was released; null while it holds.
   * @example null
   */
  @Nullable() @Timestamp() releasedAt: string | null;
}

/** Either a record or a person. */
export class LegalHoldCreate {
  /**
   * What kind of record is to be held.
   * @example leads
   */
  @Optional() @Choice('HeldResource', HELD_RESOURCES) resourceType?: HeldResource;
  /**
   * The record that is to be held, with what is on it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() recordId?: string;
  /**
   * The person whose records are to be held, instead of one record.
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
  /**
   * Why.
   * @example "Litigation 4711, asked for by counsel"
   */
  @Text(1, 1000) reason: string;
}

const HOLD_SORTS = ['placedAt', '-placedAt'] as const;

export class LegalHoldQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('LegalHoldSort', HOLD_SORTS, 1) sort?: string[];
  /**
   * True lists those that were released instead of those that hold.
   * @example false
   */
  @Optional() @FlagParameter() released?: boolean;
  /** On any of these kinds of records. */
  @Optional() @ChoicesParameter('HeldResource', HELD_RESOURCES) resourceType?: HeldResource[];
  /**
   * On this record.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() recordId?: string;
  /**
   * On this person.
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
}
