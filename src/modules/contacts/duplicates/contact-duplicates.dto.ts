import { ChoicesParameter, Email, Id, Integer, Nested, NestedList, Optional, Text } from '../../../kernel/fields.js';
import { DUPLICATE_REASONS, type DuplicateReason } from '../../../platform/records/index.js';
import { ContactView } from '../contacts.dto.js';

/** At least one of the fields must be set. */
export class ContactDuplicatesQuery {
  /**
   * E-mail address to compare
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
  /**
   * Phone number to compare with phone and mobile numbers, in any notation
   * @example "+44 20 7946 0958"
   */
  @Optional() @Text(3, 50) phone?: string;
  /**
   * Second phone number to compare in the same way
   * @example "+44 7700 900123"
   */
  @Optional() @Text(3, 50) mobile?: string;
  /**
   * Name to compare by similarity
   * @example "Ada Lovelace"
   */
  @Optional() @Text(1, 201) name?: string;
  /**
   * Id of a contact to exclude from the results
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional() @Id() excludeId?: string;
}

export class ContactDuplicateView {
  /** The possible duplicate */
  @Nested(() => ContactView) contact: ContactView;
  /**
   * Likelihood of a duplicate, 0 to 100
   * @example 95
   */
  @Integer(0, 100) likelihood: number;
  /**
   * Reasons for the match
   * @example ["same-email"]
   */
  @ChoicesParameter('DuplicateReason', DUPLICATE_REASONS) reasons: DuplicateReason[];
}

export class ContactDuplicatesView {
  /** Possible duplicates, at most 20, the most likely first */
  @NestedList(() => ContactDuplicateView, 0, 20) data: ContactDuplicateView[];
}
