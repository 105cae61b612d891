/** What all records that people own have in common: reading, changing, many at once, handing over. */
export { BulkRunner, requirePermission, type BulkResult, type BulkWork } from './bulk.js';
export { ownerOfNew, rowFrom } from './drafts.js';
export { Duplicates, likeness, type Duplicate, type Likeness } from './duplicates.js';
export { CustomFields, SavedViews, type SavedView } from './ports.js';
export {
  columnsFrom,
  including,
  relatedTo,
  type Include,
  type RecordKind,
  type RecordView,
  type WrittenKind,
} from './record-kind.js';
export {
  defineMerges,
  mergeKinds,
  MergeTold,
  RecordMergePreview,
  RecordMergeRequest,
  RecordMerges,
  RecordMergeView,
  RecordUnmergeRequest,
  RecordUnmerges,
  type Merged,
  type MergeKind,
} from './merging/index.js';
export { counted, recordSummary } from './record-counts.js';
export { RecordOwnership, type OwnershipTools } from './record-ownership.js';
export { RecordRetention } from './record-retention.js';
export { RecordWrites, type RecordChange, type Wanted } from './record-writes.js';
export {
  DUPLICATE_REASONS,
  ExternalId,
  OwnerRef,
  RecordAssignment,
  RecordPurge,
  RecordQuery,
  TeamRef,
  type DuplicateReason,
} from './records.dto.js';
export { RecordsModule } from './records.module.js';
export { columnsOf, contextOf, Records, type GetOptions, type ListQuery } from './records.js';
export { ToldOfMerge, type Merging, type UniqueValue } from './uniqueness.js';
export { filterOf, readView, type ReadView } from './saved-views.js';
