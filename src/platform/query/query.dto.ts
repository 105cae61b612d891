import {
  Choice,
  Day,
  FreeObject,
  Id,
  IntegerParameter,
  Integer,
  Flag,
  Money,
  NestedList,
  Nullable,
  Optional,
  Text,
  Texts,
  Timestamp,
} from '../../kernel/fields.js';
import { COUNT_MODES, TOTAL_KINDS } from '../../kernel/page.js';

const RANGE = ['gte', 'gt', 'lte', 'lt'] as const;

/** `email[contains]=…`; `email=…` is the same as `email[eq]=…` */
export class TextFilter {
  static readonly operators = ['eq', 'contains', 'startsWith'] as const;

  static fromText(text: string): TextFilter {
    return Object.assign(new TextFilter(), { eq: text });
  }

  /**
   * Equal to this text
   * @example ada@example.com
   */
  @Optional() @Text(1, 255) eq?: string;
  /**
   * Contains this text, ignoring case
   * @example example.com
   */
  @Optional() @Text(1, 100) contains?: string;
  /**
   * Starts with this text, ignoring case
   * @example ada
   */
  @Optional() @Text(1, 100) startsWith?: string;
}

/** `score[gte]=50` */
export class NumberFilter {
  static readonly operators = RANGE;

  /**
   * Greater than or equal to this number
   * @example 50
   */
  @Optional() @IntegerParameter(-2147483648, 2147483647) gte?: number;
  /**
   * Greater than this number
   * @example 50
   */
  @Optional() @IntegerParameter(-2147483648, 2147483647) gt?: number;
  /**
   * Less than or equal to this number
   * @example 80
   */
  @Optional() @IntegerParameter(-2147483648, 2147483647) lte?: number;
  /**
   * Less than this number
   * @example 80
   */
  @Optional() @IntegerParameter(-2147483648, 2147483647) lt?: number;
}

/** `annualRevenue[gte]=10000.00` */
export class MoneyFilter {
  static readonly operators = RANGE;

  /**
   * Greater than or equal to this amount
   * @example "10000.00"
   */
  @Optional() @Money() gte?: string;
  /**
   * Greater than this amount
   * @example "10000.00"
   */
  @Optional() @Money() gt?: string;
  /**
   * Less than or equal to this amount
   * @example "50000.00"
   */
  @Optional() @Money() lte?: string;
  /**
   * Less than this amount
   * @example "50000.00"
   */
  @Optional() @Money() lt?: string;
}

/** `createdAt[gte]=2026-11-01T00:00:00Z` */
export class TimestampFilter {
  static readonly operators = RANGE;

  /**
   * At or after this time
   * @example 2026-11-01T00:00:00Z
   */
  @Optional() @Timestamp() gte?: string;
  /**
   * After this time
   * @example 2026-11-01T00:00:00Z
   */
  @Optional() @Timestamp() gt?: string;
  /**
   * At or before this time
   * @example 2026-12-01T00:00:00Z
   */
  @Optional() @Timestamp() lte?: string;
  /**
   * Before this time
   * @example 2026-12-01T00:00:00Z
   */
  @Optional() @Timestamp() lt?: string;
}

/** `expectedCloseDate[lte]=2027-03-31` */
export class DayFilter {
  static readonly operators = RANGE;

  /**
   * On or after this date
   * @example 2027-01-01
   */
  @Optional() @Day() gte?: string;
  /**
   * After this date
   * @example 2027-01-01
   */
  @Optional() @Day() gt?: string;
  /**
   * On or before this date
   * @example 2027-03-31
   */
  @Optional() @Day() lte?: string;
  /**
   * Before this date
   * @example 2027-03-31
   */
  @Optional() @Day() lt?: string;
}

/** A search with the whole filter language, at most 5 levels and 50 nodes. A path such as `company.industry` names a field of the linked record. */
export class SearchRequest {
  /**
   * Filter; all records if omitted
   * @example {"and": [{"field": "status", "op": "in", "value": ["new", "contacted"]}, {"field": "createdAt", "op": "gte", "value": {"rel": "-30d"}}]}
   */
  @Optional() @FreeObject() filter?: Record<string, unknown>;
  /**
   * Id of a saved view. Its filter applies in addition; its sort order applies if `sort` is omitted.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /**
   * Search text; every word must occur in the record
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /**
   * Sort order; `-` before a field means descending
   * @example ["-createdAt"]
   */
  @Optional() @Texts(1, 50, 3) sort?: string[];
  /**
   * Related records to include
   * @example ["owner"]
   */
  @Optional() @Texts(1, 50, 10) include?: string[];
  /**
   * Maximum number of records per page, 1 to 100; default 25
   * @example 25
   */
  @Optional() @Integer(1, 100) limit?: number;
  /**
   * Cursor of another page of the same search
   * @example eyJ2IjoxfQ.4mQ3vK8s
   */
  @Optional() @Text(1, 2000) cursor?: string;
  /**
   * Whether to count all matching records
   * @example none
   */
  @Optional() @Choice('CountMode', COUNT_MODES) count?: (typeof COUNT_MODES)[number];
  /**
   * Whether to return deleted records instead of active records
   * @example false
   */
  @Optional() @Flag() deleted?: boolean;
}

/** The condition on a field itself does not limit its facet, so that all choices stay visible. */
export class FacetRequest {
  /**
   * Filter; all records if omitted
   * @example {"field": "status", "op": "eq", "value": "new"}
   */
  @Optional() @FreeObject() filter?: Record<string, unknown>;
  /**
   * Id of a saved view; its filter applies in addition
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /**
   * Search text; every word must occur in the record
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /**
   * Fields to count by, 1 to 8
   * @example ["status", "source"]
   */
  @Texts(1, 50, 8) facets: string[];
}

export class FacetValue {
  /**
   * Value as text; null for records without a value
   * @example new
   */
  @Nullable() @Text(0, 500) value: string | null;
  /**
   * Number of records with this value
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class FacetView {
  /**
   * Name of the field
   * @example status
   */
  @Text(1, 100) field: string;
  /**
   * Precision of the counts: exact, estimated from a sample of many records, or lower bounds
   * @example exact
   */
  @Choice('TotalKind', TOTAL_KINDS) kind: (typeof TOTAL_KINDS)[number];
  /** Values with their counts, at most 50, the most frequent first */
  @NestedList(() => FacetValue, 0, 50) values: FacetValue[];
}

export class FacetsView {
  /** One facet per field, in the requested order */
  @NestedList(() => FacetView, 0, 8) facets: FacetView[];
}
