import { Choice, Flag, FreeObject, Id, Integer, Nested, NestedList, Nullable, Optional } from '../../kernel/fields.js';
import { RecordAssignment } from '../../platform/records/index.js';
import { LEAD_STATUSES, type LeadStatus } from './lead.entity.js';
import { LeadCreate, LeadUpdate, LeadView } from './leads.dto.js';

export class LeadBulkUpdate {
  /**
   * The lead.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The version that was last seen; a newer one refuses the operation.
   * @example 1
   */
  @Optional() @Integer(1, 2147483647) version?: number;
  /** What changes. */
  @Nested(() => LeadUpdate) changes: LeadUpdate;
}

export class LeadBulkRef {
  /**
   * The lead.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
}

export class LeadBulkMove extends LeadBulkRef {
  /**
   * Where the lead goes.
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
}

export class LeadBulkAssignment extends RecordAssignment {
  /**
   * The lead.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
}

/** One thing to do; exactly one of the fields. */
export class LeadOperation {
  /** Makes a lead. */
  @Optional() @Nested(() => LeadCreate) create?: LeadCreate;
  /** Changes fields of a lead. */
  @Optional() @Nested(() => LeadBulkUpdate) update?: LeadBulkUpdate;
  /** Moves a lead through its lifecycle. */
  @Optional() @Nested(() => LeadBulkMove) changeStatus?: LeadBulkMove;
  /** Gives a lead an owner or a team. */
  @Optional() @Nested(() => LeadBulkAssignment) assign?: LeadBulkAssignment;
  /** Deletes a lead. */
  @Optional() @Nested(() => LeadBulkRef) remove?: LeadBulkRef;
  /** Restores a deleted lead. */
  @Optional() @Nested(() => LeadBulkRef) restore?: LeadBulkRef;
}

export class LeadBulk {
  /**
   * What to do, in this order; 1 to 100.
   * @example [{"create": {"name": "Ada Lovelace", "email": "ada@example.com"}}]
   */
  @NestedList(() => LeadOperation, 1, 100) operations: LeadOperation[];
  /**
   * All or nothing (the default); false does what can be done and reports the rest.
   * @example true
   */
  @Optional() @Flag() atomic?: boolean;
}

export class LeadBulkResult {
  /**
   * What the operation alone would have answered: 200, 201, 204 or an error's status.
   * @example 200
   */
  @Integer(200, 599) status: number;
  /** The lead after it; null after a deletion or a refusal. */
  @Nullable() @Nested(() => LeadView) lead: LeadView | null;
  /** Why it was refused (RFC 9457); null where it was done. */
  @Nullable() @FreeObject() problem: Record<string, unknown> | null;
}

export class LeadBulkView {
  /** One result an operation, in the same order. */
  @NestedList(() => LeadBulkResult, 1, 100) results: LeadBulkResult[];
}
