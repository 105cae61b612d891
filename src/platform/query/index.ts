/** The query machine: one filter language, keyset pages, text search, counts and facets, for any resource. */
export { field, facetable, sortable, type Field, type Fields, type Sql } from './fields.js';
export { parseFilter, type Filter } from './filter.js';
export { simpleFilter } from './simple.js';
export { compileFilter, hasTrigram, likeEscaped } from './compile.js';
export { matches } from './matches.js';
export { dayIn, startOfDay } from './moments.js';
export type { FilterContext } from './context.js';
export { keysetCondition, orderBy, parseSort, type SortTerm } from './sort.js';
export { conditions, walkOf, type ListRequest, type RecordSource } from './source.js';
export type { Summary } from './summary.js';
export { listQuery, toPage, type Page } from './list.js';
export { countQuery, type Count } from './count.js';
export { countFacets, parseFacets, type Facet, type FacetRequest as FacetQuestion } from './facets.js';
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
export { QueryModule } from './query.module.js';
export { RecordLists } from './record-lists.js';
export { KINDS, type FieldKind, type Operator } from './kinds.js';
export { defineRelation, isField, relationsOf, type Relation, type Relations } from './relations.js';
export { defineRecordFields, recordFieldsKnown, recordFieldsOf } from './record-fields.js';
