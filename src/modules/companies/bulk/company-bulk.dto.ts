import { Flag, FreeObject, Id, Integer, Nested, NestedList, Nullable, Optional } from '../../../kernel/fields.js';
import { RecordAssignment } from '../../../platform/records/index.js';
import { CompanyCreate, CompanyUpdate, CompanyView } from '../companies.dto.js';

export class CompanyBulkUpdate {
  /**
   * The company.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The version that was last seen; a newer one refuses the operation.
   * @example 1
   */
  @Optional() @Integer(1, 2147483647) version?: number;
  /** What changes. */
  @Nested(() => CompanyUpdate) changes: CompanyUpdate;
}

export class CompanyBulkRef {
  /**
   * The company.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
}

export class CompanyBulkAssignment extends RecordAssignment {
  /**
   * The company.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
}

/** One thing to do; exactly one of the fields. */
export class CompanyOperation {
  /** Makes a company. */
  @Optional() @Nested(() => CompanyCreate) create?: CompanyCreate;
  /** Changes fields of a company. */
  @Optional() @Nested(() => CompanyBulkUpdate) update?: CompanyBulkUpdate;
  /** Gives a company an owner or a team. */
  @Optional() @Nested(() => CompanyBulkAssignment) assign?: CompanyBulkAssignment;
  /** Deletes a company. */
  @Optional() @Nested(() => CompanyBulkRef) remove?: CompanyBulkRef;
  /** Restores a deleted company. */
  @Optional() @Nested(() => CompanyBulkRef) restore?: CompanyBulkRef;
}

export class CompanyBulk {
  /**
   * What to do, in this order; 1 to 100.
   * @example [{"create": {"name": "Analytical Engines Ltd"}}]
   */
  @NestedList(() => CompanyOperation, 1, 100) operations: CompanyOperation[];
  /**
   * All or nothing (the default); false does what can be done and reports the rest.
   * @example true
   */
  @Optional() @Flag() atomic?: boolean;
}

export class CompanyBulkResult {
  /**
   * What the operation alone would have answered: 200, 201, 204 or an error's status.
   * @example 200
   */
  @Integer(200, 599) status: number;
  /** The company after it; null after a deletion or a refusal. */
  @Nullable() @Nested(() => CompanyView) company: CompanyView | null;
  /** Why it was refused (RFC 9457); null where it was done. */
  @Nullable() @FreeObject() problem: Record<string, unknown> | null;
}

export class CompanyBulkView {
  /** One result an operation, in the same order. */
  @NestedList(() => CompanyBulkResult, 1, 100) results: CompanyBulkResult[];
}
