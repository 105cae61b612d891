/** Filters, keyset pages, text search, counts and facets for all resources. */
export {
  field,
  facetable,
  orderedBy,
  sortable,
  type Field,
  type FieldOptions,
  type Fields,
  type Sql,
} from './fields/fields.js';
export { parseFilter, type Filter } from './filters/filter.js';
export { simpleFilter } from './filters/simple.js';
export { compileFilter, hasTrigram, likeEscaped } from './filters/compile.js';
export { isLongEnough } from './search.js';
export { matches } from './filters/matches.js';
export { dayIn, startOfDay } from './filters/moments.js';
export type { FilterContext } from './filters/context.js';
export { keysetCondition, orderBy, parseSort, type SortTerm } from './lists/sort.js';
export { columnsOf, conditions, keysetPageOf, type ListRequest, type RecordSource } from './lists/source.js';
export type { Summary } from './counts/summary.js';
export { toPage, type ListPage } from './lists/list.js';
export { listQuery } from './lists/page-queries.js';
export { countQuery, type Count } from './counts/count.js';
export { countFacets, parseFacets, type Facet, type FacetQuestion } from './counts/facets.js';
export {
  DayFilter,
  FacetRequest,
  FacetsView,
  FacetView,
  MoneyFilter,
  NumberFilter,
  SearchRequest,
  TextFilter,
  TimestampFilter,
} from './query.dto.js';
export { SearchExample } from './search-example.js';
export { QueryModule } from './query.module.js';
export { RecordLists } from './lists/record-lists.js';
export { KINDS, type FieldKind, type Operator } from './fields/kinds.js';
export {
  defineRelation,
  isField,
  MAX_RELATIONS,
  relationsOf,
  type Relation,
  type Relations,
} from './fields/relations.js';
export { filterNames, pathNames } from './fields/field-names.js';
export {
  defineRecordFields,
  defineSearchFields,
  recordFieldsKnown,
  recordFieldsOf,
  searchFieldsKnown,
  searchFieldsOf,
} from './fields/record-fields.js';
