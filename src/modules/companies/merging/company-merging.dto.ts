import { Nested } from '../../../kernel/fields.js';
import { RecordMergeView } from '../../../platform/records/index.js';
import { CompanyView } from '../companies.dto.js';

/** What became of a merge, or of taking one back. */
export class CompanyMergeView {
  /** The merge, as the journal has it. */
  @Nested(() => RecordMergeView) merge: RecordMergeView;
  /** The company that stayed, as it is now. */
  @Nested(() => CompanyView) company: CompanyView;
}
