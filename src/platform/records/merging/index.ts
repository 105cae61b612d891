export { defineMerges, mergeKinds, type Merged, type MergeKind } from './merge-kind.js';
export { MergeJournal } from './merge-journal.js';
export { MergeMoves } from './merge-moves.js';
export { MergeRows } from './merge-rows.js';
export { MergeNotifier } from './merge-notifier.js';
export {
  MergeFacts,
  RecordMergePreview,
  RecordMergeRequest,
  RecordMergeView,
  RecordUnmergeRequest,
} from './merging.dto.js';
export { RecordMerges, type MergeResult } from './record-merges.js';
export { RecordUnmerges } from './record-unmerges.js';
