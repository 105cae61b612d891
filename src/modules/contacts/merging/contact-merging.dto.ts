import { Nested } from '../../../kernel/fields.js';
import { RecordMergeView } from '../../../platform/records/index.js';
import { ContactView } from '../contacts.dto.js';

/** What became of a merge, or of taking one back. */
export class ContactMergeView {
  /** The merge, as the journal has it. */
  @Nested(() => RecordMergeView) merge: RecordMergeView;
  /** The contact that stayed, as it is now. */
  @Nested(() => ContactView) contact: ContactView;
}
