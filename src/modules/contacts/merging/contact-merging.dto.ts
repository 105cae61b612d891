import { Nested } from '../../../kernel/fields.js';
import { RecordMergeView } from '../../../platform/records/index.js';
import { ContactView } from '../contacts.dto.js';

export class ContactMergeView {
  /** The merge, as in the list of merges */
  @Nested(() => RecordMergeView) merge: RecordMergeView;
  /** The primary contact after the merge */
  @Nested(() => ContactView) contact: ContactView;
}
