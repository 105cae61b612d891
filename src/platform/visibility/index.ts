export {
  defineVisibility,
  recordFactsQuery,
  canSeeRecord,
  visibilityOf,
  knownVisibilities,
  type RecordFacts,
  type RecordViewer,
  type RecordVisibility,
} from './record-visibility.js';
export { membersOf, accessScopeOf, visibleTo, type OwnershipColumns, type Viewer } from './visibility.js';
