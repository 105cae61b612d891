/** Several records become one, and become several again. */
export { defineMerges, mergeKinds, type Merged, type MergeKind, type MergeLink } from './merge-kind.js';
export { MergeJournal } from './merge-journal.js';
export { MergeMoves } from './merge-moves.js';
export { MergeRows } from './merge-rows.js';
export { MergeTelling } from './merge-telling.js';
export {
  MergeTold,
  RecordMergePreview,
  RecordMergeRequest,
  RecordMergeView,
  RecordUnmergeRequest,
} from './merging.dto.js';
export { RecordMerges, type MergeResult } from './record-merges.js';
export { RecordUnmerges } from './record-unmerges.js';
