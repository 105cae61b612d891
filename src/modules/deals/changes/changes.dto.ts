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
   * Since when: what is is held against what was then.
   * @example 2026-11-14T00:00:00Z
   */
  @Timestamp() since: string;
  /** Only deals of these owners. */
  @Optional() @IdsParameter() ownerId?: string[];
}

export class ChangedDealQuery extends PageQuery {
  /**
   * Since when: what is is held against what was then.
   * @example 2026-11-14T00:00:00Z
   */
  @Timestamp() since: string;
  /** Only deals of these owners. */
  @Optional() @IdsParameter() ownerId?: string[];
  /** Only deals of which one of these is true. */
  @Optional() @ChoicesParameter('DealChangeKind', CHANGE_KINDS) kind?: ChangeKind[];
}

/** What happened to deals of one currency. */
export class ChangeTotal {
  /**
   * The currency; sums are never taken over two.
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * How many deals.
   * @example 4
   */
  @Integer(0, 2147483647) count: number;
  /**
   * What they are worth now; of `value_up` and `value_down` by how much that rose or fell.
   * @example "32000.00"
   */
  @Sum() value: string;
}

export class ChangesOfKind {
  /**
   * What happened.
   * @example moved_forward
   */
  @Choice('DealChangeKind', CHANGE_KINDS) kind: ChangeKind;
  /** By currency. */
  @NestedList(() => ChangeTotal, 0, 200) totals: ChangeTotal[];
}

/** What is between two moments; what went to and fro between them is not told. */
export class PipelineChangesView {
  /**
   * The pipeline.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * Since when.
   * @example 2026-11-14T00:00:00.000Z
   */
  @Timestamp() since: string;
  /** Every kind of change; a deal may be in several. */
  @NestedList(() => ChangesOfKind, 0, CHANGE_KINDS.length) changes: ChangesOfKind[];
}

/** A deal at one moment. */
export class DealMoment {
  /**
   * The pipeline that it was on.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() pipelineId: string;
  /**
   * The stage that it was in.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() stageId: string;
  /**
   * Whether it was decided, and how.
   * @example open
   */
  @Choice('DealStatus', DEAL_STATUSES) status: DealStatus;
  /**
   * What it was worth.
   * @example "15000.00"
   */
  @Nullable() @Money() value: string | null;
  /**
   * Currency of `value`.
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * How likely it was won, in per cent.
   * @example 40
   */
  @Integer(0, 100) probability: number;
  /**
   * The day by which it was to be decided.
   * @example 2027-03-31
   */
  @Nullable() @Day() expectedCloseDate: string | null;
}

/** A deal that is not what it was. */
export class ChangedDealView {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
  /**
   * What is to be sold.
   * @example "Calculating machine for the mint"
   */
  @Text(1, 255) title: string;
  /**
   * Who works on it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** What happened to it. */
  @ChoiceList('DealChangeKind', CHANGE_KINDS) kinds: ChangeKind[];
  /**
   * When it last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() changedAt: string;
  /** What it was then; null for one that was not on this pipeline yet. */
  @Nullable() @Nested(() => DealMoment) was: DealMoment | null;
  /** What it is now. */
  @Nested(() => DealMoment) is: DealMoment;
}
