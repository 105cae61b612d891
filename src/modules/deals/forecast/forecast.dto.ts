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

export const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

export class ForecastQuery {
  /**
   * The first month; the one we are in when left out.
   * @example 2026-01
   */
  @Optional() @Matching(MONTH) from?: string;
  /**
   * How many months, 1 to 36.
   * @example 12
   */
  @Optional() @IntegerParameter(1, 36, 12) months?: number;
  /**
   * What was expected at this moment. Who sees a deal now sees it there.
   * @example 2026-11-01T00:00:00Z
   */
  @Optional() @Timestamp() asOf?: string;
  /** Only deals of these owners. */
  @Optional() @IdsParameter() ownerId?: string[];
}

/** What is expected in one currency. */
export class ForecastTotal {
  /**
   * The currency; sums are never taken over two.
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * How many deals are open.
   * @example 12
   */
  @Integer(0, 2147483647) openCount: number;
  /**
   * What they are worth.
   * @example "180000.00"
   */
  @Sum() openValue: string;
  /**
   * The same, each times its probability.
   * @example "72000.00"
   */
  @Sum() weightedValue: string;
  /**
   * How many were won.
   * @example 3
   */
  @Integer(0, 2147483647) wonCount: number;
  /**
   * What they were worth: whole.
   * @example "40000.00"
   */
  @Sum() wonValue: string;
  /**
   * How many were lost or abandoned.
   * @example 5
   */
  @Integer(0, 2147483647) lostCount: number;
  /**
   * What they would have been worth; in none of the sums.
   * @example "65000.00"
   */
  @Sum() lostValue: string;
  /**
   * What may be expected: won whole, open by probability, lost not at all.
   * @example "112000.00"
   */
  @Sum() expectedValue: string;
  /**
   * If all that is open were won: won and open whole, lost not at all.
   * @example "220000.00"
   */
  @Sum() bestCase: string;
}

export class ForecastMonth {
  /**
   * The month, in UTC: of the expected decision of open deals, of the decision of others.
   * @example 2026-11
   */
  @Matching(MONTH) month: string;
  /** By currency. */
  @NestedList(() => ForecastTotal, 0, 200) totals: ForecastTotal[];
}

export class ForecastView {
  /**
   * The pipeline.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * The moment that was asked for; null for now.
   * @example null
   */
  @Nullable() @Timestamp() asOf: string | null;
  /** Every month that was asked for, in order. */
  @NestedList(() => ForecastMonth, 1, 36) months: ForecastMonth[];
  /** Open deals that were expected before the first of these months. */
  @NestedList(() => ForecastTotal, 0, 200) overdue: ForecastTotal[];
  /** Open deals that nobody expects on any day. */
  @NestedList(() => ForecastTotal, 0, 200) undated: ForecastTotal[];
}
