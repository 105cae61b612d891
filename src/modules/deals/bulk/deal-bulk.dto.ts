import { Flag, FreeObject, Id, Integer, Nested, NestedList, Nullable, Optional } from '../../../kernel/fields.js';
import { RecordAssignment } from '../../../platform/records/index.js';
import { DealCreate, DealUpdate, DealView } from '../deals.dto.js';
import { DealAbandonment, DealLoss, DealMove, DealReopening, DealWin } from '../progress/deal-progress.dto.js';

export class DealBulkUpdate {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
  /**
   * The version that was last seen; a newer one refuses the operation.
   * @example 1
   */
  @Optional() @Integer(1, 2147483647) version?: number;
  /** What changes. */
  @Nested(() => DealUpdate) changes: DealUpdate;
}

export class DealBulkRef {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
}

export class DealBulkMove extends DealMove {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
}

export class DealBulkWin extends DealWin {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
}

export class DealBulkLoss extends DealLoss {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
}

export class DealBulkAbandonment extends DealAbandonment {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
}

export class DealBulkReopening extends DealReopening {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
}

export class DealBulkAssignment extends RecordAssignment {
  /**
   * The deal.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b71
   */
  @Id() id: string;
}

/** One thing to do; exactly one of the fields. */
export class DealOperation {
  /** Makes a deal. */
  @Optional() @Nested(() => DealCreate) create?: DealCreate;
  /** Changes fields of a deal. */
  @Optional() @Nested(() => DealBulkUpdate) update?: DealBulkUpdate;
  /** Moves a deal to another open stage. */
  @Optional() @Nested(() => DealBulkMove) move?: DealBulkMove;
  /** Wins a deal. */
  @Optional() @Nested(() => DealBulkWin) win?: DealBulkWin;
  /** Loses a deal. */
  @Optional() @Nested(() => DealBulkLoss) lose?: DealBulkLoss;
  /** Gives a deal up. */
  @Optional() @Nested(() => DealBulkAbandonment) abandon?: DealBulkAbandonment;
  /** Opens a deal again. */
  @Optional() @Nested(() => DealBulkReopening) reopen?: DealBulkReopening;
  /** Gives a deal an owner or a team. */
  @Optional() @Nested(() => DealBulkAssignment) assign?: DealBulkAssignment;
  /** Deletes a deal. */
  @Optional() @Nested(() => DealBulkRef) remove?: DealBulkRef;
  /** Restores a deleted deal. */
  @Optional() @Nested(() => DealBulkRef) restore?: DealBulkRef;
}

export class DealBulk {
  /**
   * What to do, in this order; 1 to 100.
   * @example [{"create": {"title": "Calculating machine for the mint", "value": "15000.00"}}]
   */
  @NestedList(() => DealOperation, 1, 100) operations: DealOperation[];
  /**
   * All or nothing (the default); false does what can be done and reports the rest.
   * @example true
   */
  @Optional() @Flag() atomic?: boolean;
}

export class DealBulkResult {
  /**
   * What the operation alone would have answered: 200, 201, 204 or an error's status.
   * @example 200
   */
  @Integer(200, 599) status: number;
  /** The deal after it; null after a deletion or a refusal. */
  @Nullable() @Nested(() => DealView) deal: DealView | null;
  /** Why it was refused (RFC 9457); null where it was done. */
  @Nullable() @FreeObject() problem: Record<string, unknown> | null;
}

export class DealBulkView {
  /** One result an operation, in the same order. */
  @NestedList(() => DealBulkResult, 1, 100) results: DealBulkResult[];
}
