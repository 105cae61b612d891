import {
  Currency,
  Id,
  IdsParameter,
  Integer,
  IntegerParameter,
  Matching,
  NestedList,
  Nullable,
  Optional,
  Timestamp,
} from '../../../kernel/fields.js';
import { Sum } from '../board/sums.dto.js';

export const MONTH_PATTERN = /^20\d{2}-(0[1-9]|1[0-2])$/;

export class ForecastQuery {
  /**
   * First month; default: the current month
   * @example 2026-01
   */
  @Optional() @Matching(MONTH_PATTERN) from?: string;
  /**
   * Number of months, 1 to 36
   * @example 12
   */
  @Optional() @IntegerParameter(1, 36, 12) months?: number;
  /**
   * Time for which the forecast is shown. The caller sees the deals that are visible to them now.
   * @example 2026-11-01T00:00:00Z
   */
  @Optional() @Timestamp() asOf?: string;
  /** Ids of owners; repeat to match any of several */
  @Optional() @IdsParameter() ownerId?: string[];
}

/** Totals of one currency. */
export class ForecastTotal {
  /**
   * Currency; amounts of different currencies are never added
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * Number of open deals
   * @example 12
   */
  @Integer(0, 2147483647) openCount: number;
  /**
   * Total value
   * @example "180000.00"
   */
  @Sum() openValue: string;
  /**
   * Total value of open deals, weighted by probability
   * @example "72000.00"
   */
  @Sum() weightedValue: string;
  /**
   * Number of won deals
   * @example 3
   */
  @Integer(0, 2147483647) wonCount: number;
  /**
   * Total value of won deals
   * @example "40000.00"
   */
  @Sum() wonValue: string;
  /**
   * Number of lost deals
   * @example 5
   */
  @Integer(0, 2147483647) lostCount: number;
  /**
   * Total value of lost deals; not part of any sum
   * @example "65000.00"
   */
  @Sum() lostValue: string;
  /**
   * Number of abandoned deals
   * @example 1
   */
  @Integer(0, 2147483647) abandonedCount: number;
  /**
   * Total value of abandoned deals; not part of any sum
   * @example "5000.00"
   */
  @Sum() abandonedValue: string;
  /**
   * Expected value: won deals in full, plus open deals weighted by probability
   * @example "112000.00"
   */
  @Sum() expectedValue: string;
  /**
   * Best case: won deals and open deals in full
   * @example "220000.00"
   */
  @Sum() bestCase: string;
}

export class ForecastMonth {
  /**
   * Month in UTC: of the expected close date for open deals, of the close date for other deals
   * @example 2026-11
   */
  @Matching(MONTH_PATTERN) month: string;
  /** Totals by currency */
  @NestedList(() => ForecastTotal, 0, 200) totals: ForecastTotal[];
}

export class ForecastView {
  /**
   * Id of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * The requested time; null for now
   * @example null
   */
  @Nullable() @Timestamp() asOf: string | null;
  /** All requested months, in order */
  @NestedList(() => ForecastMonth, 1, 36) months: ForecastMonth[];
  /** Open deals with an expected close date before the first month */
  @NestedList(() => ForecastTotal, 0, 200) overdue: ForecastTotal[];
  /** Open deals without an expected close date */
  @NestedList(() => ForecastTotal, 0, 200) undated: ForecastTotal[];
}
