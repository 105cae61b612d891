import { Nested } from '../../../kernel/fields.js';
import { RecordMergeView } from '../../../platform/records/index.js';
import { CompanyView } from '../companies.dto.js';

export class CompanyMergeView {
  /** The merge, as in the list of merges */
  @Nested(() => RecordMergeView) merge: RecordMergeView;
  /** The primary company after the merge */
  @Nested(() => CompanyView) company: CompanyView;
}
