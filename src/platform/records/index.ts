/** Reads, writes, bulk operations and ownership of records. */
export { requirePermission } from './bulk/bulk-runner.js';
export { bulkClasses, onRecord } from './bulk/bulk-classes.js';
export { BulkResponses } from './bulk/bulk-responses.js';
export { addProperties, described, EXAMPLE_ID, extendedClass, namedClass, withInputs } from './class-properties.js';
export { historyController } from './history.controller.js';
export { RecordBulk } from './bulk/record-bulk.js';
export { ownerOfNew } from './writing/new-record.js';
export { Duplicates, likeness, type Duplicate, type Likeness } from './duplicates.js';
export { LinkTargets } from './links/link-targets.js';
export { NamingLinks, type NamingLink } from './links/naming-links.js';
export { SamePerson } from './links/same-person.js';
export { isWholePhone, phoneField, samePhone } from './phone-columns.js';
export {
  CustomFields,
  DefaultCountry,
  DefaultCurrency,
  KnownRecordFields,
  Owners,
  SavedViews,
  type Assignment,
  type CustomLink,
  type OwnedEntity,
  type StoredView,
} from './ports.js';
export { defineRecordLinks, linksFrom, linksTo, samePersonLinks, type RecordLink } from './links/record-links.js';
export {
  columnsFrom,
  including,
  relatedTo,
  type Include,
  type RecordKind,
  type RecordView,
  type WrittenKind,
} from './type/record-kind.js';
export {
  defineMerges,
  mergeKinds,
  MergeFacts,
  RecordMergePreview,
  RecordMergeRequest,
  RecordMerges,
  RecordMergeView,
  RecordUnmergeRequest,
  RecordUnmerges,
  type Merged,
  type MergeKind,
} from './merging/index.js';
export { counted, recordSummary } from './counts/record-counts.js';
export { divideByHolds } from './ownership/person-records.js';
export { RecordOwnership, type OwnershipTools } from './ownership/record-ownership.js';
export { ownershipOf, recordProviders, retentionOf } from './ownership/record-providers.js';
export { namesOf, RECORD_NAMES, RECORD_RESOURCES, type RecordNoun, type RecordResource } from './type/record-names.js';
export {
  ALL_LINKS,
  LINKED_RESOURCES,
  LINKS,
  linkIdsOf,
  LinkedRecordsSql,
  type LinkedRecord,
  type LinkIds,
  type LinkName,
  type LinkProperty,
  type LinkedResource,
} from './links/linkable-records.js';
export type { RecordTypeDefinition } from './type/record-type-definition.js';
export {
  defaultsFrom,
  defineRecordType,
  recordEntities,
  recordTypeOf,
  whenRecordTypeDefined,
  type RecordType,
} from './type/record-type.js';
export { defineRecordEvents, type RecordEvents } from './type/record-events.js';
export { RecordCommands, type NewRecord } from './writing/record-commands.js';
export { RecordFactory } from './writing/record-factory.js';
export { RecordReferences } from './writing/record-references.js';
export { RecordUpdater } from './writing/record-updater.js';
export { rowFrom, setValues, viewValuesOf } from './writing/record-values.js';
export { RecordWrites, type RecordChange, type UpsertKey, type WriteRequest } from './writing/record-writes.js';
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
export { includedColumns } from './includes.js';
export { contextOf, Records, type GetOptions, type ListQuery } from './records.js';
export { MergedIntoResponse, type Merging, type UniqueValue } from './writing/uniqueness.js';
export { answerUpsert, UpsertRoute } from './upsert-route.js';
export { filterOf, readView, type KnownSource, type ReadView } from './saved-views.js';
export { knownRelations } from './links/known-relations.js';
