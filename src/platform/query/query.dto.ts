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

/** `email[contains]=…` */
export class TextFilter {
  /**
   * Exactly this.
   * @example ada@example.com
   */
  @Optional() @Text(1, 255) eq?: string;
  /**
   * Has this in it, in any case.
   * @example example.com
   */
  @Optional() @Text(1, 100) contains?: string;
  /**
   * Begins with this, in any case.
   * @example ada
   */
  @Optional() @Text(1, 100) startsWith?: string;
}

/** `score[gte]=50` */
export class NumberFilter {
  /**
   * At least.
   * @example 50
   */
  @Optional() @IntegerParameter(-2147483648, 2147483647) gte?: number;
  /**
   * More than.
   * @example 50
   */
  @Optional() @IntegerParameter(-2147483648, 2147483647) gt?: number;
  /**
   * At most.
   * @example 80
   */
  @Optional() @IntegerParameter(-2147483648, 2147483647) lte?: number;
  /**
   * Less than.
   * @example 80
   */
  @Optional() @IntegerParameter(-2147483648, 2147483647) lt?: number;
}

/** `annualRevenue[gte]=10000.00` */
export class MoneyFilter {
  /**
   * At least this amount.
   * @example "10000.00"
   */
  @Optional() @Money() gte?: string;
  /**
   * More than this amount.
   * @example "10000.00"
   */
  @Optional() @Money() gt?: string;
  /**
   * At most this amount.
   * @example "50000.00"
   */
  @Optional() @Money() lte?: string;
  /**
   * Less than this amount.
   * @example "50000.00"
   */
  @Optional() @Money() lt?: string;
}

/** `createdAt[gte]=2026-11-01T00:00:00Z` */
export class TimestampFilter {
  /**
   * At this moment or later.
   * @example 2026-11-01T00:00:00Z
   */
  @Optional() @Timestamp() gte?: string;
  /**
   * Later than this.
   * @example 2026-11-01T00:00:00Z
   */
  @Optional() @Timestamp() gt?: string;
  /**
   * At this moment or earlier.
   * @example 2026-12-01T00:00:00Z
   */
  @Optional() @Timestamp() lte?: string;
  /**
   * Earlier than this.
   * @example 2026-12-01T00:00:00Z
   */
  @Optional() @Timestamp() lt?: string;
}

/** `expectedCloseDate[lte]=2027-03-31` */
export class DayFilter {
  /**
   * On this day or later.
   * @example 2027-01-01
   */
  @Optional() @Day() gte?: string;
  /**
   * Later than this day.
   * @example 2027-01-01
   */
  @Optional() @Day() gt?: string;
  /**
   * On this day or earlier.
   * @example 2027-03-31
   */
  @Optional() @Day() lte?: string;
  /**
   * Earlier than this day.
   * @example 2027-03-31
   */
  @Optional() @Day() lt?: string;
}

/**
 * A search with the whole filter language: `and`, `or`, `not`, `{field, op, value}`, and `some` and `none` of the records
 * that one is linked to; at most 5 deep and 50 nodes. A path such as `company.industry` asks about the one record linked.
 */
export class SearchRequest {
  /**
   * Which records; all when left out.
   * @example {"and": [{"field": "status", "op": "in", "value": ["new", "contacted"]}, {"field": "createdAt", "op": "gte", "value": {"rel": "-30d"}}]}
   */
  @Optional() @FreeObject() filter?: Record<string, unknown>;
  /**
   * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /**
   * Text that the record's words hold.
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /**
   * The order; `-` before a field means descending.
   * @example ["-createdAt"]
   */
  @Optional() @Texts(1, 50, 3) sort?: string[];
  /**
   * What to give along with each record.
   * @example ["owner"]
   */
  @Optional() @Texts(1, 50, 10) include?: string[];
  /**
   * How many records a page holds, 1 to 100.
   * @example 25
   */
  @Optional() @Integer(1, 100) limit?: number;
  /**
   * Where to go on: a cursor of another page of the same search.
   * @example eyJ2IjoxfQ.4mQ3vK8s
   */
  @Optional() @Text(1, 2000) cursor?: string;
  /**
   * Whether to count all records that match.
   * @example none
   */
  @Optional() @Choice('CountMode', COUNT_MODES) count?: (typeof COUNT_MODES)[number];
  /**
   * Deleted records instead of living ones.
   * @example false
   */
  @Optional() @Flag() deleted?: boolean;
}

/** Counts by value; each field is counted as if its own condition were not set, so that a list of choices stays useful. */
export class FacetRequest {
  /**
   * Which records; all when left out.
   * @example {"field": "status", "op": "eq", "value": "new"}
   */
  @Optional() @FreeObject() filter?: Record<string, unknown>;
  /**
   * A saved view whose filter holds besides.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /**
   * Text that the record's words hold.
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /**
   * The fields to count by, 1 to 8.
   * @example ["status", "source"]
   */
  @Texts(1, 50, 8) facets: string[];
}

export class FacetValue {
  /**
   * The value as text; null for records without one.
   * @example new
   */
  @Nullable() @Text(0, 500) value: string | null;
  /**
   * How many records have it.
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class FacetView {
  /**
   * The field.
   * @example status
   */
  @Text(1, 100) field: string;
  /**
   * What its counts are: exact; estimated from a sample, where there are many records; or lower bounds.
   * @example exact
   */
  @Choice('TotalKind', TOTAL_KINDS) kind: (typeof TOTAL_KINDS)[number];
  /** Most first, at most 50. */
  @NestedList(() => FacetValue, 0, 50) values: FacetValue[];
}

export class FacetsView {
  /** One entry a field, in the order asked for. */
  @NestedList(() => FacetView, 0, 8) facets: FacetView[];
}
