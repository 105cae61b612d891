import { ChoicesParameter, Email, Id, Integer, Nested, NestedList, Optional, Text } from '../../../kernel/fields.js';
import { ContactView } from '../contacts.dto.js';

/** What is looked for among the living contacts; at least one of the fields. */
export class ContactDuplicatesQuery {
  /**
   * The same e-mail address.
   * @example ada@example.com
   */
  @Optional() @Email() email?: string;
  /**
   * The same number, however it is written, as phone or mobile number.
   * @example "+44 20 7946 0958"
   */
  @Optional() @Text(3, 50) phone?: string;
  /**
   * A second number, looked for in the same way.
   * @example "+44 7700 900123"
   */
  @Optional() @Text(3, 50) mobile?: string;
  /**
   * A name like this.
   * @example "Ada Lovelace"
   */
  @Optional() @Text(1, 201) name?: string;
  /**
   * A contact that is not its own duplicate.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Optional() @Id() excludeId?: string;
}

const REASONS = ['same-email', 'same-phone', 'similar-name'] as const;

export class ContactDuplicateView {
  /** The contact that may be the same person. */
  @Nested(() => ContactView) contact: ContactView;
  /**
   * How likely it is the same, 0 to 100.
   * @example 95
   */
  @Integer(0, 100) likelihood: number;
  /**
   * Why it is listed.
   * @example ["same-email"]
   */
  @ChoicesParameter('ContactDuplicateReason', REASONS) reasons: (typeof REASONS)[number][];
}

export class ContactDuplicatesView {
  /** Most likely first, at most 20. */
  @NestedList(() => ContactDuplicateView, 0, 20) data: ContactDuplicateView[];
}
