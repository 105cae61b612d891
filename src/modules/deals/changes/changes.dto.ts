import {
  Choice,
  ChoiceList,
  ChoicesParameter,
  Currency,
  Day,
  Id,
  Integer,
  IdsParameter,
  Money,
  NestedList,
  Nested,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { Sum } from '../board/sums.dto.js';
import { DEAL_STATUSES, type DealStatus } from '../deal.entity.js';

export const CHANGE_KINDS = [
  'new',
  'won',
  'lost',
  'abandoned',
  'reopened',
  'deleted',
  'moved_forward',
  'moved_back',
  'value_up',
  'value_down',
  'slipped',
  'pulled_in',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export class ChangesQuery {
  /**
   * Start time of the comparison; the state at this time is compared with the current state
   * @example 2026-11-14T00:00:00Z
   */
  @Timestamp() since: string;
  /** Ids of owners; repeat to match any of several */
  @Optional() @IdsParameter() ownerId?: string[];
}

export class ChangedDealQuery extends PageQuery {
  /**
   * Start time of the comparison; the state at this time is compared with the current state
   * @example 2026-11-14T00:00:00Z
   */
  @Timestamp() since: string;
  /** Ids of owners; repeat to match any of several */
  @Optional() @IdsParameter() ownerId?: string[];
  /** Kinds of changes; repeat to match any of several */
  @Optional() @ChoicesParameter('DealChangeKind', CHANGE_KINDS) kind?: ChangeKind[];
}

/** Totals of one currency. */
export class ChangeTotal {
  /**
   * Currency; amounts of different currencies are never added
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * Number of deals
   * @example 4
   */
  @Integer(0, 2147483647) count: number;
  /**
   * Total value now; for `value_up` and `value_down`, the sum of the increases or decreases
   * @example "32000.00"
   */
  @Sum() value: string;
}

export class ChangesOfKind {
  /**
   * Kind of change
   * @example moved_forward
   */
  @Choice('DealChangeKind', CHANGE_KINDS) kind: ChangeKind;
  /** Totals by currency */
  @NestedList(() => ChangeTotal, 0, 200) totals: ChangeTotal[];
}

/** Differences between two moments. Changes that were undone in between are not included. */
export class PipelineChangesView {
  /**
   * Id of the pipeline
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * Start time of the comparison
   * @example 2026-11-14T00:00:00.000Z
   */
  @Timestamp() since: string;
  /** All kinds of changes; one deal can be counted in several */
  @NestedList(() => ChangesOfKind, 0, CHANGE_KINDS.length) changes: ChangesOfKind[];
}

export class DealMoment {
  /**
   * Id of the pipeline at that time
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * Id of the stage at that time
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
  /**
   * Status at that time
   * @example open
   */
  @Choice('DealStatus', DEAL_STATUSES) status: DealStatus;
  /**
   * Value at that time
   * @example "15000.00"
   */
  @Nullable() @Money() value: string | null;
  /**
   * Currency of `value`
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * Probability of winning at that time, in percent
   * @example 40
   */
  @Integer(0, 100) probability: number;
  /**
   * Expected close date at that time
   * @example 2027-03-31
   */
  @Nullable() @Day() expectedCloseDate: string | null;
}

export class ChangedDealView {
  /**
   * Id of the deal
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
  /**
   * Title of the deal
   * @example "Calculating machine for the mint"
   */
  @Text(1, 255) title: string;
  /**
   * Id of the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** Kinds of changes */
  @ChoiceList('DealChangeKind', CHANGE_KINDS) kinds: ChangeKind[];
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() changedAt: string;
  /** Earlier state of the deal; null if the deal was not in this pipeline yet */
  @Nullable() @Nested(() => DealMoment) was: DealMoment | null;
  /** Current state of the deal */
  @Nested(() => DealMoment) is: DealMoment;
}
